// What understanding and answering stand on: one knowledge base with its indexes, built once and shared.
import type { Attribute, Fact, Knowledge, Subject, SubjectKind } from '../knowledge/model.ts';
import type { Columns } from './many/columns.ts';
import type { Evidence } from './matching/evidence.ts';
import type { Named } from './named.ts';
import type { Annotator } from './reading/annotate.ts';
import type { Frames } from './reading/frames.ts';
import type { LanguageDetector } from './reading/language.ts';
import type { NativeWords } from './reading/native.ts';

export type Context = {
  readonly knowledge: Knowledge;
  readonly annotator: Annotator;
  readonly evidence: Evidence;
  /** Names: completed, and near ones offered. */
  readonly named: Named;
  readonly language: LanguageDetector;
  /** What people put around a question. */
  readonly frames: Frames;
  readonly native: NativeWords;
  /** The facts of each subject, in the order of their files. */
  readonly ownFacts: ReadonlyMap<string, readonly Fact[]>;
  /** The facts of each tale or report. */
  readonly tales: ReadonlyMap<string, readonly Fact[]>;
  /** The subjects that are people. */
  readonly people: readonly Subject[];
  /** The facts of each attribute, as columns. */
  readonly columns: Columns;
  /** Which kinds of subject hold a fact of each attribute. */
  readonly holders: ReadonlyMap<string, ReadonlySet<SubjectKind>>;
  /** The attributes that a question may ask for without naming them. */
  readonly implying: readonly Attribute[];
  /** The attributes that are a share of one in another. */
  readonly shares: readonly Attribute[];
  /** What the attributes that identify a product are called in English. */
  readonly identifiers: ReadonlySet<string>;
  /** Words whose point ends no sentence. */
  readonly abbreviations: ReadonlySet<string>;
  /** What makes a place of a number that it sticks to. */
  readonly ordinals: ReadonlySet<string>;
  /** Words that need no correction. */
  isKnown(word: string): boolean;
  /** The word that a mistyped one was most likely meant for, or undefined. */
  respell(word: string): string | undefined;
  /** What else a word may have been meant for: of a mistyped one all but the likeliest, of one of another language all. */
  otherwise(word: string): readonly string[];
  /** The places of which something is told market by market; any other place is a thing of its own. */
  readonly markets: ReadonlySet<string>;
  /** The company that the knowledge is about: the subject of a question that names none. */
  readonly root: string;
};
