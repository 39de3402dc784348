// A stored index of names, opened: the few questions that resolving and completing ask of it.
import { Beginnings } from './beginnings.ts';
import { type LookupData, NO_WORD, WORD } from './contract.ts';
import { type Buckets, bucketOf, hashText, isTextAt, isTextJoined, lengthAt, scramble, textAt } from './packed.ts';
import { glue, isNumber } from './pieces.ts';
import { Postings } from './postings.ts';
import { Slips } from './slips.ts';
import { Sorted } from './sorted.ts';

/** The order of the words does not change it. */
export const bagHash = (words: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = 0; at < words.length; at++) sum = (sum + wordHash(words[at] as number)) | 0;
  return sum >>> 0;
};
/** What one word adds to the hash of its bag. */
export const wordHash = (word: number): number => scramble(word + 1);

/** The same for a name with and without the blanks between its numbers. */
export const nameHash = (glued: string): number => hashText(glued, BLANK);
const BLANK = 32;

export class Catalogue {
  readonly data: LookupData;
  readonly slips: Slips;
  readonly sorted: Sorted;
  readonly postings: Postings;
  readonly #beginnings: Beginnings;
  readonly #words: string[] = [];

  constructor(data: LookupData) {
    this.data = data;
    this.#beginnings = new Beginnings(data.words);
    this.slips = new Slips(data.slips, (word) => this.wordAt(word));
    this.sorted = new Sorted(data.sorted, data.names);
    this.postings = new Postings(data.postings, data.owners.length);
  }

  /** The number of a word, or `NO_WORD`. */
  wordOf(piece: string): number {
    return this.wordIn(piece, 0, piece.length);
  }

  /** The same of a part of a text. */
  wordIn(text: string, from: number, to: number): number {
    return this.#wordWith(hashText(text, -1, from, to), text, from, to);
  }

  /** Visits the words of `least` to `most` letters that a text begins with. */
  eachHead(text: string, least: number, most: number, visit: (length: number, word: number) => void): void {
    this.#beginnings.eachHead(text, least, most, (length, hash) => {
      const word = this.#wordWith(hash, text, 0, length);
      if (word !== NO_WORD) visit(length, word);
    });
  }

  #wordWith(hash: number, text: string, from: number, to: number): number {
    const { words, wordsByHash } = this.data;
    const bucket = bucketOf(wordsByHash, hash);
    const end = wordsByHash.starts[bucket + 1] as number;
    for (let at = wordsByHash.starts[bucket] as number; at < end; at++) {
      const word = wordsByHash.values[at] as number;
      if (isTextAt(words, word, text, from, to)) return word;
    }
    return NO_WORD;
  }

  wordAt(word: number): string {
    const known = this.#words[word];
    if (known !== undefined) return known;
    const text = textAt(this.data.words, word);
    this.#words[word] = text;
    return text;
  }

  /** The words that begin so: from the first to before the second. */
  wordsStarting(prefix: string): readonly [number, number] {
    return this.#beginnings.find(prefix);
  }

  is(word: number, flag: keyof typeof WORD): boolean {
    return ((this.data.flags[word] as number) & WORD[flag]) !== 0;
  }

  /** The same of pieces, which mostly no name begins with: then nothing needs to be glued. Two numbers may be one. */
  withPieces(texts: readonly string[]): number[] {
    let count = 0;
    while (count < texts.length && !isNumber(texts[count] as string)) count += 1;
    return this.sorted.lacks(texts, count) ? [] : this.withName(glue(texts));
  }

  /** The owners of the names that are just this, blanks aside; two numbers may have been typed as one where no other is meant. */
  withName(glued: string): number[] {
    const { names, namesByHash, owners } = this.data;
    const found: number[] = [];
    const joined: number[] = [];
    const bucket = bucketOf(namesByHash, nameHash(glued));
    const end = namesByHash.starts[bucket + 1] as number;
    for (let at = namesByHash.starts[bucket] as number; at < end; at++) {
      const name = namesByHash.values[at] as number;
      if (isTextAt(names, name, glued)) addOnce(found, owners[name] as number);
      else if (isTextJoined(names, name, glued)) addOnce(joined, owners[name] as number);
    }
    return found.length > 0 ? found : joined;
  }

  /** Adds the owners of the names that have just these words, in this order first; `brandless`: these and the brand. */
  addWithWords(words: readonly number[], into: number[], brandless = false): void {
    const { bags, brandless: shorter, owners } = this.data;
    const buckets: Buckets = brandless ? shorter : bags;
    const bucket = bucketOf(buckets, bagHash(words));
    const end = buckets.starts[bucket + 1] as number;
    let others: number[] | undefined;
    for (let at = buckets.starts[bucket] as number; at < end; at++) {
      const name = buckets.values[at] as number;
      const isOrdered = this.#endsInOrder(name, words);
      const isWhole = isOrdered && words.length > 0 && (brandless || lengthAt(this.data.pieces, name) === words.length);
      if (!isWhole && !this.#hasJust(name, words, brandless)) continue;
      if (isOrdered) addOnce(into, owners[name] as number);
      else {
        others ??= [];
        addOnce(others, owners[name] as number);
      }
    }
    if (others) for (const item of others) addOnce(into, item);
  }

  #endsInOrder(name: number, words: readonly number[]): boolean {
    const { values, starts } = this.data.pieces;
    const start = (starts[name + 1] as number) - words.length;
    for (let at = 0; at < words.length; at++) if (values[start + at] !== words[at]) return false;
    return true;
  }

  #hasJust(name: number, words: readonly number[], brandless: boolean): boolean {
    const { values, starts } = this.data.pieces;
    const end = starts[name + 1] as number;
    // What is filed without its brand is filed rightly: only how long the brand is must be told.
    const start = brandless ? end - words.length : (starts[name] as number);
    if (words.length === 0 || start < (starts[name] as number) || end - start !== words.length) return false;
    for (const word of words) {
      let more = 0;
      for (let at = start; at < end; at++) if (values[at] === word) more += 1;
      for (const other of words) if (other === word) more -= 1;
      if (more !== 0) return false;
    }
    return this.#keepsLetters(start, end, words);
  }

  /** A lone letter must stand beside a number as it was typed: "c22" is not "22c", in whatever order the words are. */
  #keepsLetters(start: number, end: number, words: readonly number[]): boolean {
    const { values } = this.data.pieces;
    for (let index = 0; index < words.length; index++) {
      const letter = words[index] as number;
      if (!this.is(letter, 'letter')) continue;
      const [before, after] = [words[index - 1], words[index + 1]];
      const behind = before !== undefined && this.is(before, 'number');
      const ahead = after !== undefined && this.is(after, 'number');
      if (!behind && !ahead) continue;
      let kept = false;
      for (let at = start; at < end && !kept; at++)
        kept =
          values[at] === letter &&
          ((behind && at > start && values[at - 1] === before) || (ahead && at + 1 < end && values[at + 1] === after));
      if (!kept) return false;
    }
    return true;
  }
}

export function addOnce(list: number[], value: number): void {
  if (!list.includes(value)) list.push(value);
}
