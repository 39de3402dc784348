// Where the names stand that begin with some letters: a filter says at once that none does, a table where to begin to search.
import {
  bucketOf,
  type Lists,
  Numbers,
  packBuckets,
  prefixRange,
  type Stretch,
  scramble,
  type Texts,
} from './packed.ts';
import { isNumber } from './pieces.ts';

/** The table has the beginnings of so many letters, twice as many, and so on up to `LONGEST`, that so many names share. */
const LEAP = 3;
const LONGEST = 24;
const LEAST_SHARED = 4;
/** So many bits of the filter for each beginning: it is wrong in one or two of a hundred. */
const BITS = 16;

const BLANK = 32;
const NONE: Stretch = [0, 0];
const SEED = 0x811c9dc5;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
/** Two bits of one word. */
const bitsOf = (hash: number): number => (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
/** Of the prefix that is looked for, the hash of each beginning in the table. */
const leaps = new Int32Array(LONGEST / LEAP + 1);

export class Beginnings {
  readonly #texts: Texts;
  readonly #order: Uint32Array | undefined;
  readonly #filter: Uint32Array;
  /** By hash, places in `#stretches`, which has three numbers each: the hash, where it starts and ends. */
  readonly #byHash: Lists;
  readonly #stretches: Uint32Array;

  /** @param order the order of the texts, where they do not stand in the order of the alphabet */
  constructor(texts: Texts, order?: Uint32Array) {
    this.#texts = texts;
    this.#order = order;
    const { chars, starts } = texts;
    let bits = 1024;
    while (bits < chars.length * (BITS / 2)) bits *= 2;
    this.#filter = new Uint32Array(bits / 32);
    const begun = new Int32Array(LONGEST / LEAP + 1);
    const since = new Uint32Array(LONGEST / LEAP + 1);
    const stretches = new Numbers();
    const hashes = new Numbers();
    let [before, length] = [0, 0];
    const count = starts.length - 1;
    for (let at = 0; at <= count; at++) {
      const own = order ? (order[at] as number) : at;
      const start = at < count ? (starts[own] as number) : 0;
      const size = at < count ? (starts[own + 1] as number) - start : 0;
      let same = 0;
      while (same < size && same < length && chars[before + same] === chars[start + same]) same += 1;
      // What the name before begins with and this one does not ends here.
      for (let leap = Math.floor(same / LEAP) + 1; leap * LEAP <= length && leap * LEAP <= LONGEST; leap++) {
        if (at - (since[leap] as number) < LEAST_SHARED) continue;
        const hash = scramble(begun[leap] as number);
        hashes.push(hash);
        for (const value of [hash, since[leap] as number, at]) stretches.push(value);
      }
      const known = Math.min(Math.floor(same / LEAP), LONGEST / LEAP);
      let hash = known === 0 ? SEED : (begun[known] as number);
      for (let letter = known * LEAP; letter < size; letter++) {
        hash = step(hash, chars[start + letter] as number);
        if (letter < same) continue;
        this.#add(scramble(hash));
        const leap = (letter + 1) / LEAP;
        if (letter >= LONGEST || !Number.isInteger(leap)) continue;
        begun[leap] = hash;
        since[leap] = at;
      }
      [before, length] = [start, size];
    }
    this.#byHash = packBuckets(hashes.packed());
    this.#stretches = stretches.packed();
  }

  /** Tells that none begins with the first `count` pieces, glued together, and otherwise that one may. */
  lacks(pieces: readonly string[], count = pieces.length): boolean {
    let hash: number = SEED;
    let after = false;
    for (let index = 0; index < count; index++) {
      const piece = pieces[index] as string;
      const number = isNumber(piece);
      if (number && after) hash = step(hash, BLANK);
      after = number;
      for (let at = 0; at < piece.length; at++) hash = step(hash, piece.charCodeAt(at));
    }
    // With nothing, all begin.
    return hash !== SEED && !this.#mayHave(scramble(hash));
  }

  /** Visits the first `least` to `most` letters of a text with their `hashText`, as long as a name may begin with them. */
  eachHead(text: string, least: number, most: number, visit: (length: number, hash: number) => void): void {
    let hash = SEED;
    for (let at = 0; at < most; at++) {
      hash = step(hash, text.charCodeAt(at));
      if (at + 1 < least) continue;
      const own = scramble(hash);
      if (!this.#mayHave(own)) return;
      visit(at + 1, own);
    }
  }

  /** Where the names that begin with `prefix` stand: twice the same where there are none. */
  find(prefix: string): Stretch {
    let hash = SEED;
    for (let at = 0, left = LEAP; at < prefix.length; at++) {
      hash = step(hash, prefix.charCodeAt(at));
      left -= 1;
      if (left > 0 || at >= LONGEST) continue;
      left = LEAP;
      leaps[(at + 1) / LEAP] = hash;
    }
    if (prefix.length > 0 && !this.#mayHave(scramble(hash))) return NONE;
    const end = prefix.length < LONGEST ? prefix.length : LONGEST;
    for (let leap = (end / LEAP) | 0; leap > 0; leap--) {
      const place = this.#placeOf(scramble(leaps[leap] as number), prefix, leap * LEAP);
      if (place < 0) continue;
      const [from, to] = [this.#stretches[place + 1] as number, this.#stretches[place + 2] as number];
      return prefixRange(this.#texts, prefix, this.#order, from, to, leap * LEAP);
    }
    return prefixRange(this.#texts, prefix, this.#order);
  }

  #placeOf(hash: number, prefix: string, length: number): number {
    const { values, starts } = this.#byHash;
    const bucket = bucketOf(this.#byHash, hash);
    const end = starts[bucket + 1] as number;
    for (let at = starts[bucket] as number; at < end; at++) {
      const place = (values[at] as number) * 3;
      if (this.#stretches[place] === hash && this.#begins(this.#stretches[place + 1] as number, prefix, length))
        return place;
    }
    return -1;
  }

  #begins(place: number, prefix: string, length: number): boolean {
    const { chars, starts } = this.#texts;
    const start = starts[this.#order ? (this.#order[place] as number) : place] as number;
    for (let at = 0; at < length; at++) if (chars[start + at] !== prefix.charCodeAt(at)) return false;
    return true;
  }

  #add(hash: number): void {
    const word = (hash >>> 10) & (this.#filter.length - 1);
    this.#filter[word] = (this.#filter[word] as number) | bitsOf(hash);
  }

  #mayHave(hash: number): boolean {
    const wanted = bitsOf(hash);
    return ((this.#filter[(hash >>> 10) & (this.#filter.length - 1)] as number) & wanted) === wanted;
  }
}
