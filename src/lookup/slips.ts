// Finds the words that a mistyped word may have been meant for: a deletion index. Two words one slip apart become equal when
// each loses a letter at most. A number is never a slip of another: numbers tell siblings apart.
import { editDistance } from './edit-distance.ts';
import { type Buckets, Numbers, packBuckets, scramble, sortFew } from './packed.ts';

/** A shorter word is too near to too many others; one with two slips must be long. In letters. */
const LEAST = 4;
const LEAST_TYPED = 3;
const LEAST_FOR_TWO = 6;
const MOST = 24;
/** A word still being typed is told by so many letters at its beginning. */
const LEAST_BEGUN = 3;
const MOST_BEGUN = 10;

/** Words by the hash of what they leave; `tags` has some more bits of each hash, so that few words are compared in vain. */
type Filed = Buckets & { readonly tags: Uint8Array };
/** The index as it is stored. `begun` files the beginnings of words, for words still being typed. */
export type SlipData = { readonly whole: Filed; readonly begun: Filed };
/** A word that was perhaps meant, by its number, and how many slips away. */
export type Slip = { readonly word: number; readonly slips: number };

const tagOf = (hash: number): number => hash >>> 24;

const BASE = 0x01000193;
const powers = new Int32Array(MOST + 1);
powers[0] = 1;
for (let power = 1; power <= MOST; power++) powers[power] = Math.imul(powers[power - 1] as number, BASE);
const heads = new Int32Array(MOST + 1);
const hashes = new Uint32Array(1 + MOST + (MOST * (MOST - 1)) / 2);

/**
 * The hashes of the first `end` letters, of them less one, and with `depth` 2 less two: into `hashes`, and how many. Each is put
 * together from the hashes of stretches (a number to the base `BASE`), so none needs a word to be gone through again.
 */
function hashDeletions(text: string, end: number, depth: number): number {
  for (let at = 0; at < end; at++) heads[at + 1] = (Math.imul(heads[at] as number, BASE) + text.charCodeAt(at)) | 0;
  const whole = heads[end] as number;
  /** The letters from `from` to the end. */
  const tail = (from: number): number => (whole - Math.imul(heads[from] as number, powers[end - from] as number)) | 0;
  let count = 0;
  hashes[count++] = scramble(whole);
  if (depth === 0) return count;
  for (let skip = 0; skip < end; skip++) {
    const head = heads[skip] as number;
    // The whole, less what the letter adds to it and what the letters before it have more by it.
    const added = (head - (heads[skip + 1] as number)) | 0;
    hashes[count++] = scramble((whole + Math.imul(added, powers[end - skip - 1] as number)) | 0);
    if (depth === 1) continue;
    for (let skipToo = skip + 1; skipToo < end; skipToo++) {
      const between = powers[skipToo - skip - 1] as number;
      const middle = ((heads[skipToo] as number) - Math.imul(heads[skip + 1] as number, between)) | 0;
      const upTo = (Math.imul(head, between) + middle) | 0;
      hashes[count++] = scramble((Math.imul(upTo, powers[end - skipToo - 1] as number) + tail(skipToo + 1)) | 0);
    }
  }
  return count;
}

class Filing {
  readonly #hashes = new Numbers();
  readonly #words = new Numbers();

  add(word: number, text: string, end: number, depth: number): void {
    const count = hashDeletions(text, end, depth);
    for (let at = 0; at < count; at++) {
      this.#hashes.push(hashes[at] as number);
      this.#words.push(word);
    }
  }

  packed(): Filed {
    const [own, words] = [this.#hashes.packed(), this.#words.packed()];
    const { values, starts } = packBuckets(own);
    const tags = Uint8Array.from(values, (place) => tagOf(own[place] as number));
    return { values: values.map((place) => words[place] as number), starts, tags };
  }
}

/**
 * @param words the vocabulary
 * @param isCommon whether a word is part of longer names. What is a name by itself (a codename) is mended by one slip only, and
 * not while it is being typed: all of them together would make the index many times larger.
 */
export function buildSlips(words: readonly string[], isCommon: (word: number) => boolean): SlipData {
  const whole = new Filing();
  const begun = new Filing();
  words.forEach((word, index) => {
    if (word.length < LEAST_BEGUN || word.length > MOST || !/^\p{L}/u.test(word)) return;
    const common = isCommon(index);
    if (word.length >= LEAST) whole.add(index, word, word.length, common && word.length >= LEAST_FOR_TWO ? 2 : 1);
    if (!common) return;
    for (let end = LEAST_BEGUN; end <= Math.min(MOST_BEGUN, word.length); end++) begun.add(index, word, end, 1);
  });
  return { whole: whole.packed(), begun: begun.packed() };
}

const nearestFirst = (a: Slip, b: Slip): number => a.slips - b.slips || a.word - b.word;

/** Per bucket a bit for each of its tags, less all but three bits: most buckets are told by it to hold nothing that is sought. */
function tagBits({ starts, tags }: Filed): Uint8Array {
  const bits = new Uint8Array(starts.length - 1);
  for (let bucket = 0; bucket < bits.length; bucket++)
    for (let at = starts[bucket] as number; at < (starts[bucket + 1] as number); at++)
      bits[bucket] = (bits[bucket] as number) | (1 << ((tags[at] as number) & 7));
  return bits;
}

/** The deletion index over one vocabulary. */
export class Slips {
  readonly #data: SlipData;
  readonly #wholeBits: Uint8Array;
  readonly #begunBits: Uint8Array;
  readonly #wordAt: (word: number) => string;
  constructor(data: SlipData, wordAt: (word: number) => string) {
    this.#data = data;
    this.#wholeBits = tagBits(data.whole);
    this.#begunBits = tagBits(data.begun);
    this.#wordAt = wordAt;
  }

  /** The words one slip away from a whole word, or up to two: the nearest first, then in the order of the vocabulary. */
  near(typed: string, limit: 1 | 2): Slip[] {
    if (typed.length < LEAST_TYPED || typed.length > MOST) return [];
    const most = typed.length < LEAST_FOR_TWO - 2 ? 1 : limit;
    return this.#search(typed, typed.length, most, false);
  }

  /** The words whose beginning is at most one slip away from what was typed of them. */
  nearBegun(typed: string): Slip[] {
    if (typed.length < LEAST_BEGUN || typed.length > MOST) return [];
    const end = Math.min(typed.length, MOST_BEGUN);
    return this.#search(typed, end, 1, true);
  }

  #search(typed: string, end: number, limit: 1 | 2, open: boolean): Slip[] {
    const { starts, values, tags } = open ? this.#data.begun : this.#data.whole;
    const bits = open ? this.#begunBits : this.#wholeBits;
    const found: Slip[] = [];
    const seen: number[] = [];
    const count = hashDeletions(typed, end, limit);
    const mask = starts.length - 2;
    for (let index = 0; index < count; index++) {
      const hash = hashes[index] as number;
      const bucket = hash & mask;
      const tag = tagOf(hash);
      if (((bits[bucket] as number) & (1 << (tag & 7))) === 0) continue;
      const stop = starts[bucket + 1] as number;
      for (let at = starts[bucket] as number; at < stop; at++) {
        if (tags[at] !== tag) continue;
        const word = values[at] as number;
        if (seen.includes(word)) continue;
        seen.push(word);
        const own = this.#wordAt(word);
        const slips = editDistance(typed, own, limit, open);
        if (slips === 0 ? !open : slips > limit || (slips === 2 && own.length < LEAST_FOR_TWO)) continue;
        found.push({ word, slips });
      }
    }
    return sortFew(found, nearestFirst);
  }
}
