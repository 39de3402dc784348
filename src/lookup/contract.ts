// What goes into a lookup of names and what comes out, and how it is stored.
import type { Buckets, Lists, Texts } from './packed.ts';
import type { SlipData } from './slips.ts';
import type { SortedData } from './sorted.ts';

/** Something that has names: the full one first, then slug, other languages, codename, aliases, in any order. */
export type Named = { readonly names: readonly string[] };

/** May this item be offered? */
export type Accept = (item: number) => boolean;

/** Words of the language that people write around names. As in a name: folded, one piece each. */
export type Everyday = {
  /** "The", "price", "please": passed over where a name is not known with them. */
  readonly filler: ReadonlySet<string>;
  /** Is this a word of its own, and so no slip of another? Filler always is. */
  isWord(word: string): boolean;
};

/** The index as it is stored: plain typed arrays. Names are numbered best first: fewest pieces, then shortest. */
export type LookupData = {
  /** Every word, number and character of a name, sorted: a beginning is a stretch of them. */
  readonly words: Texts;
  readonly wordsByHash: Buckets;
  /** Per word: bits of `WORD`. */
  readonly flags: Uint8Array;
  /** Per word of another script: the word that it spells, or `NO_WORD`. */
  readonly spells: Uint32Array;
  readonly slips: SlipData;
  /** The names without blanks. */
  readonly names: Texts;
  readonly namesByHash: Buckets;
  readonly sorted: SortedData;
  /** Per name, its item. */
  readonly owners: Uint32Array;
  /** Per name, its words in order. */
  readonly pieces: Lists;
  /** Names by their words in any order; `brandless`, by their words without the brand. */
  readonly bags: Buckets;
  readonly brandless: Buckets;
  /** Per word, the names that hold it. */
  readonly postings: Lists;
};

export const NO_WORD = 0xffffffff;
/** What is known of a word. */
export const WORD = {
  /** It is part of names of several words, not just a codename. */
  common: 1,
  /** It makes one product another ("pro"): never taken for a slip of another word. */
  mark: 2,
  /** It begins full names: a brand. */
  brand: 4,
  /** It is a number, or a single letter: "9" and "a" of "9a". */
  number: 8,
  letter: 16,
} as const;
