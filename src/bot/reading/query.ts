// The typed query: what a question asks for, with every word accounted for or not.
import type { Offer } from '../../knowledge/model.ts';
import type { Amount } from './amounts.ts';
import type { Span } from './annotate.ts';
import type { Period } from './periods.ts';
import type { Base } from './times.ts';

export type Comparator = 'lt' | 'lte' | 'gt' | 'gte' | 'eq' | 'about';

/** A word or phrase that sets a condition: a fact must account for it. */
export type Term = {
  readonly text: string;
  readonly role: 'subject' | 'attribute' | 'class' | 'place' | 'content' | 'number' | 'outsider';
  /** Any one of these in a fact accounts for the term. */
  readonly keys: readonly string[];
  /** Or all of these together, less strongly. */
  readonly words: readonly string[];
  /** How much it matters, 0 to 2. */
  readonly weight: number;
  /** Position among the question's tokens. */
  readonly at: number;
  /** Stands right behind "how many" or "which": what is asked for. */
  readonly asked?: boolean;
  /** Of a figure that has one: a fact must have it, too. */
  readonly unit?: string;
  /** Of a sum that has one: a fact must tell of a sum. */
  readonly currency?: string;
  /** Names an attribute that no fact has: only what is said to be about it accounts for it. */
  readonly unheld?: boolean;
};
/** Names an attribute, and not just in passing. */
export const isMeasured = ({ role, weight }: Term): boolean => role === 'attribute' && weight >= 0.9;

/** A word that weighs less sets no condition by itself. */
export const CONDITION = 0.35;

/** Asks for an attribute that the question does not name. */
export const askingFor = (id: string): Term => ({
  text: id,
  role: 'attribute',
  keys: [`a:${id}`],
  words: [],
  weight: 1,
  at: -1,
});

/** Names an attribute, or a group of them, and not just in passing. */
export const isNamed = ({ role, weight }: Term): boolean => role === 'attribute' && weight >= 0.6;

/** What an attribute's name weighs where it is but a word. */
export const BUT_A_WORD = 0.5;

/** The name of an attribute, read as a word like others. */
export const asWord = (term: Term, weight = BUT_A_WORD): Term => ({
  ...term,
  unheld: false,
  role: 'content',
  keys: term.keys.filter((key) => !/^[an]:/.test(key) && (term.words.length < 2 || !key.startsWith('c:'))),
  words: term.words.filter((word) => !word.startsWith('n:')),
  weight,
});

/** A subject that the question names; several ids where the name is short for more than one. */
export type Mention = { readonly ids: readonly string[]; readonly text: string; readonly at: number };
export type Constraint = {
  readonly amount: Amount;
  readonly high?: Amount;
  readonly comparator: Comparator;
  readonly text: string;
};

export type Query = {
  readonly text: string;
  /** Of the question. */
  readonly language: string;
  readonly spans: readonly Span[];
  /** Question words by id: who, when, how-many … */
  readonly asks: ReadonlySet<string>;
  /** What narrows a question word, by id: which day, who makes. */
  readonly narrows: ReadonlySet<string>;
  readonly operators: ReadonlySet<string>;
  readonly mentions: readonly Mention[];
  readonly attributes: readonly string[];
  readonly classes: readonly string[];
  readonly periods: readonly Period[];
  /** Parts of a year without the year: Q2, H1, 08, 08-16. */
  readonly parts: readonly string[];
  /** What the asked change is set against, where no other time is named. */
  readonly base?: Base;
  readonly constraints: readonly Constraint[];
  readonly currency: string | undefined;
  /** Units named without a number: "in inches". A word may name two, such as degrees. */
  readonly units: readonly string[];
  /** "How many people", "how many phones", "how many days", "how many bets": what is counted is named. */
  readonly counted: 'people' | 'things' | 'time' | 'others' | undefined;
  readonly offer: Offer | undefined;
  /** "The early price and the normal one": all kinds of price that are asked for side by side; else empty. */
  readonly offers: readonly Offer[];
  readonly superlative:
    | {
        readonly pick: 'max' | 'min';
        readonly attribute?: string | undefined;
        /** What is shown of each where none has the attribute: its camera, where no score of it is known. */
        readonly instead?: string | undefined;
      }
    | undefined;
  readonly terms: readonly Term[];
  /** Words of everyday grammar that facts hold, too ("after", "together"): they set no condition, but tell like facts apart. */
  readonly hints: readonly string[];
  /** Attributes that the question asks for of a product without naming them: the price of "how much is the …". */
  readonly implied: readonly string[];
  /** A model that is not known, as it was written: "redmi 9t". */
  readonly unknownProduct: string | undefined;
  readonly smalltalk: string | undefined;
  readonly injection: boolean;
  /** Asks for the state of this very day, or of a day to come. */
  readonly today: boolean;
  /** The only products that are asked of, by their ids; otherwise all. */
  readonly among?: readonly string[];
  /** Only these facts may answer, by their places; otherwise all. */
  readonly within?: (fact: number) => boolean;
  readonly pronouns: ReadonlySet<string>;
  readonly followup: boolean;
};
