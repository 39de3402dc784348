// What every measured system gives, and what is measured of it: the words that all files of the bench share.
import type { Judged } from '../src/cli/verdict.ts';

/** A question as it is asked; `turns` are those of one conversation. */
export type Asked = { readonly id: string; readonly turns: readonly string[]; readonly language: Language };
/** Languages in which the facts are rendered. */
export type Language = 'en' | 'zh';

/** An answer; `score` is how sure the system is, so that a threshold can turn the unsure ones into "I don't know". */
export type Reply = Judged & { readonly score: number };

/** A system with its index built, ready to answer. */
export type Opened = {
  readonly knowledgeVersion: string;
  /** How many facts or sentences it answers from. */
  readonly size: number;
  ask(question: string, language: Language, conversation: string): Reply | Promise<Reply>;
};

export type Place = { readonly knowledge: string; readonly cache: string };

/** One way to answer questions. */
export type System = {
  /** Turns are asked one by one; a system that remembers nothing gets them joined into one question. */
  readonly remembers: boolean;
  /** Questions asked before the clock starts. */
  readonly warmUp: number;
  readonly rounds: number;
  /** Does what does not count as building, and returns what does. */
  prepare(place: Place): Promise<() => Promise<Opened>>;
};

export const systemNames = ['ours', 'minisearch', 'fuse', 'nlp'] as const;
export type SystemName = (typeof systemNames)[number];

/** What a child process is told to measure. */
export type Order = Place & { readonly system: SystemName; readonly questions: readonly Asked[] };

/** What was measured. */
export type Run = {
  readonly knowledgeVersion: string;
  readonly size: number;
  readonly buildMs: number;
  /** Live memory that the system needs to answer, code included, above a bare process. */
  readonly heapMb: number;
  /** The last answer to each question, in the order of the questions. */
  readonly replies: readonly Reply[];
  /** By round, of every question: a turn is one. */
  readonly rounds: readonly (readonly number[])[];
};

/** The answer of a system that does not know. */
export const DECLINED: Reply = { kind: 'abstain', text: '', sources: [], score: Number.NEGATIVE_INFINITY };
