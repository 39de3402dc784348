// Which names hold a word, and which hold all of several: the names with the fewest words first, so that a search may stop early.
import { type Lists, lengthAt } from './packed.ts';

/** What holds a word that is in more than this share of all is also kept as bits: they take less room than the list. */
const DENSE = 1 / 32;

export class Postings {
  readonly #lists: Lists;
  readonly #range: number;
  readonly #dense = new Map<number, Uint32Array>();

  /**
   * @param lists by word, the numbers of what holds it, rising
   * @param range above the largest of those numbers
   */
  constructor(lists: Lists, range: number) {
    this.#lists = lists;
    this.#range = range;
    for (let word = 0; word + 1 < lists.starts.length; word++)
      if (this.count(word) > range * DENSE) this.#dense.set(word, this.#bits(word));
  }

  count(word: number): number {
    return lengthAt(this.#lists, word);
  }

  /**
   * Visits what holds all of the words, in rising order, until `visit` returns true.
   * @param effort so many are looked at, at most
   */
  eachWithAll(words: readonly number[], visit: (value: number) => boolean, effort = Number.POSITIVE_INFINITY): void {
    const [rarest, ...others] = [...words].sort((a, b) => this.count(a) - this.count(b));
    if (rarest === undefined) return;
    const { values, starts } = this.#lists;
    const end = starts[rarest + 1] as number;
    const holds = others.map((word) => this.#membership(word));
    let left = effort;
    for (let at = starts[rarest] as number; at < end && left > 0; at++, left--) {
      const value = values[at] as number;
      let all = true;
      for (let index = 0; all && index < holds.length; index++) all = (holds[index] as Member)(value);
      if (all && visit(value)) return;
    }
  }

  /** Tells for rising numbers whether a word's list holds them. */
  #membership(word: number): Member {
    const { values, starts } = this.#lists;
    const bits = this.#dense.get(word);
    if (bits) return (value) => ((bits[value >>> 5] as number) & (1 << (value & 31))) !== 0;
    let at = starts[word] as number;
    const end = starts[word + 1] as number;
    return (value) => {
      // Strides that double, then halve: the lists differ much in length.
      let step = 1;
      while (at + step < end && (values[at + step] as number) <= value) {
        at += step;
        step *= 2;
      }
      for (; step >= 1; step >>>= 1) if (at + step < end && (values[at + step] as number) <= value) at += step;
      return at < end && values[at] === value;
    };
  }

  #bits(word: number): Uint32Array {
    const bits = new Uint32Array((this.#range >>> 5) + 1);
    const { values, starts } = this.#lists;
    for (let at = starts[word] as number; at < (starts[word + 1] as number); at++) {
      const value = values[at] as number;
      bits[value >>> 5] = (bits[value >>> 5] as number) | (1 << (value & 31));
    }
    return bits;
  }
}

type Member = (value: number) => boolean;
