// Finds the words that a mistyped word may have been meant for: a deletion index. Two words one slip apart become equal when
// each loses a letter at most. A number is never a slip of another: numbers tell siblings apart.
import { editDistance } from './edit-distance.ts';
import { type Buckets, bucketOf, hashText, Numbers, packBuckets } from './packed.ts';

/** A shorter word is too near to too many others; one with two slips must be long. In letters. */
const LEAST = 4;
const LEAST_TYPED = 3;
const LEAST_FOR_TWO = 6;
const MOST = 24;
/** A word still being typed is told by so many letters at its beginning. */
const LEAST_BEGUN = 3;
const MOST_BEGUN = 10;

/** The index as it is stored. `begun` files the beginnings of words, for words still being typed. */
export type SlipData = { readonly whole: Buckets; readonly begun: Buckets };
/** A word that was perhaps meant, by its number, and how many slips away. */
export type Slip = { readonly word: number; readonly slips: number };

/** Calls `visit` with the hash of the first `end` letters, of them less one, and with `depth` 2 less two. */
function eachDeletion(text: string, end: number, depth: number, visit: (hash: number) => void): void {
  visit(hashText(text, end));
  if (depth === 0) return;
  for (let skip = 0; skip < end; skip++) {
    visit(hashText(text, end, skip));
    if (depth === 2) for (let skipToo = skip + 1; skipToo < end; skipToo++) visit(hashText(text, end, skip, skipToo));
  }
}

/**
 * @param words the vocabulary
 * @param isCommon whether a word is part of longer names. What is a name by itself (a codename) is mended by one slip only, and
 * not while it is being typed: all of them together would make the index many times larger.
 */
export function buildSlips(words: readonly string[], isCommon: (word: number) => boolean): SlipData {
  const whole = { hashes: new Numbers(), words: new Numbers() };
  const begun = { hashes: new Numbers(), words: new Numbers() };
  words.forEach((word, index) => {
    if (word.length < LEAST_BEGUN || word.length > MOST || !/^\p{L}/u.test(word)) return;
    const common = isCommon(index);
    if (word.length >= LEAST)
      eachDeletion(word, word.length, common && word.length >= LEAST_FOR_TWO ? 2 : 1, (hash) => {
        whole.hashes.push(hash);
        whole.words.push(index);
      });
    if (common)
      for (let end = LEAST_BEGUN; end <= Math.min(MOST_BEGUN, word.length); end++)
        eachDeletion(word, end, 1, (hash) => {
          begun.hashes.push(hash);
          begun.words.push(index);
        });
  });
  return {
    whole: packBuckets(whole.hashes.packed(), whole.words.packed()),
    begun: packBuckets(begun.hashes.packed(), begun.words.packed()),
  };
}

/** The deletion index over one vocabulary. */
export class Slips {
  readonly #data: SlipData;
  readonly #wordAt: (word: number) => string;
  constructor(data: SlipData, wordAt: (word: number) => string) {
    this.#data = data;
    this.#wordAt = wordAt;
  }

  /** The words `slips` (one or two) slips away from a whole word, in the order of the vocabulary. */
  near(typed: string, slips: 1 | 2): Slip[] {
    if (typed.length < LEAST_TYPED || typed.length > MOST || (slips === 2 && typed.length < LEAST_FOR_TWO - 2))
      return [];
    return this.#search(this.#data.whole, typed, typed.length, slips, false).filter(
      (slip) => slip.slips === slips && (slips === 1 || this.#wordAt(slip.word).length >= LEAST_FOR_TWO),
    );
  }

  /** The words whose beginning is at most one slip away from what was typed of them. */
  nearBegun(typed: string): Slip[] {
    if (typed.length < LEAST_BEGUN || typed.length > MOST) return [];
    const end = Math.min(typed.length, MOST_BEGUN);
    return this.#search(this.#data.begun, typed, end, 1, true);
  }

  #search(buckets: Buckets, typed: string, end: number, limit: 1 | 2, open: boolean): Slip[] {
    const found: Slip[] = [];
    const seen = new Set<number>();
    eachDeletion(typed, end, limit, (hash) => {
      const bucket = bucketOf(buckets, hash);
      const stop = buckets.starts[bucket + 1] as number;
      for (let at = buckets.starts[bucket] as number; at < stop; at++) {
        const word = buckets.values[at] as number;
        if (seen.has(word)) continue;
        seen.add(word);
        const slips = editDistance(typed, this.#wordAt(word), limit, open);
        if (slips <= limit) found.push({ word, slips });
      }
    });
    return found.sort((a, b) => a.slips - b.slips || a.word - b.word);
  }
}
