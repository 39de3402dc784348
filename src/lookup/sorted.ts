// The names in the order of the alphabet, and the best of a stretch of them: what a half-typed name may become.
import { Beginnings } from './beginnings.ts';
import type { Stretch, Texts } from './packed.ts';

/** Names are numbered best first, so the best of a stretch is its least number. Of each block it is worked out beforehand. */
const BLOCK = 16;
/** In a stretch of so many, the best few are looked for name by name. */
const SHORT = 40;

/** As it is stored: `levels[k]` has the least number of `2 ** k` blocks from each block on. */
export type SortedData = { readonly order: Uint32Array; readonly levels: readonly Uint32Array[] };

/** @param texts the names, best first */
export function buildSorted(texts: readonly string[]): SortedData {
  const order = Uint32Array.from(texts.keys()).sort((a, b) => {
    const [first, second] = [texts[a] as string, texts[b] as string];
    return first < second ? -1 : first > second ? 1 : a - b;
  });
  const blocks = new Uint32Array(Math.ceil(order.length / BLOCK)).fill(0xffffffff);
  for (let at = 0; at < order.length; at++) {
    const block = Math.floor(at / BLOCK);
    if ((order[at] as number) < (blocks[block] as number)) blocks[block] = order[at] as number;
  }
  const levels = [blocks];
  for (let width = 1; width * 2 <= blocks.length; width *= 2) {
    const below = levels.at(-1) as Uint32Array;
    const level = new Uint32Array(blocks.length - width * 2 + 1);
    for (let at = 0; at < level.length; at++) level[at] = Math.min(below[at] as number, below[at + width] as number);
    levels.push(level);
  }
  return { order, levels };
}

export class Sorted {
  readonly #data: SortedData;
  readonly #beginnings: Beginnings;
  constructor(data: SortedData, texts: Texts) {
    this.#data = data;
    this.#beginnings = new Beginnings(texts, data.order);
  }

  /** Where the names that begin with `prefix` stand. */
  starting(prefix: string): Stretch {
    return this.#beginnings.find(prefix);
  }

  /** Tells that no name begins with the first `count` pieces, glued together, and otherwise that one may. */
  lacks(pieces: readonly string[], count?: number): boolean {
    return this.#beginnings.lacks(pieces, count);
  }

  /** Visits the names of a stretch, best first, until `visit` returns true or `most` were visited. */
  eachOf([start, end]: Stretch, visit: (name: number) => boolean, most: number): void {
    if (end <= start) return;
    if (end - start <= SHORT) {
      this.#eachOfFew(start, end, visit, most);
      return;
    }
    // Stretches by the place of their best name, the best of all first.
    const open: Part[] = [this.#stretch(start, end)];
    for (let left = most; left > 0 && open.length > 0; left--) {
      let first = 0;
      for (let at = 1; at < open.length; at++) if ((open[at] as Part).name < (open[first] as Part).name) first = at;
      const stretch = open[first] as Part;
      if (visit(stretch.name)) return;
      const last = open.pop() as Part;
      if (last !== stretch) open[first] = last;
      if (stretch.best > stretch.start) open.push(this.#stretch(stretch.start, stretch.best));
      if (stretch.best + 1 < stretch.end) open.push(this.#stretch(stretch.best + 1, stretch.end));
    }
  }

  #eachOfFew(start: number, end: number, visit: (name: number) => boolean, most: number): void {
    const { order } = this.#data;
    let after = 0;
    for (let left = Math.min(most, end - start); left > 0; left--) {
      // The least number from `after` on, without a branch that could go either way.
      let least = 0x7fffffff;
      for (let at = start; at < end; at++) {
        const above = ((order[at] as number) | 0) - after;
        const difference = ((above | (above >> 31)) & 0x7fffffff) - least;
        least += difference & (difference >> 31);
      }
      if (visit(after + least)) return;
      after += least + 1;
    }
  }

  #stretch(start: number, end: number): Part {
    const { order, levels } = this.#data;
    let name = 0xffffffff;
    let best = start;
    const look = (from: number, to: number): void => {
      for (let at = from; at < to; at++)
        if ((order[at] as number) < name) {
          name = order[at] as number;
          best = at;
        }
    };
    const firstBlock = Math.ceil(start / BLOCK);
    const endBlock = Math.floor(end / BLOCK);
    if (firstBlock >= endBlock) {
      look(start, end);
      return { start, end, best, name };
    }
    look(start, firstBlock * BLOCK);
    look(endBlock * BLOCK, end);
    const power = 31 - Math.clz32(endBlock - firstBlock);
    const level = levels[power] as Uint32Array;
    const least = Math.min(level[firstBlock] as number, level[endBlock - 2 ** power] as number);
    if (least < name) {
      // Which of the blocks holds it: halve the way to it.
      let from = firstBlock;
      let size = endBlock - firstBlock;
      while (size > 1) {
        const half = size >>> 1;
        if (this.#leastOfBlocks(from, half) === least) size = half;
        else {
          from += half;
          size -= half;
        }
      }
      look(from * BLOCK, (from + 1) * BLOCK);
    }
    return { start, end, best, name };
  }

  #leastOfBlocks(from: number, size: number): number {
    const power = 31 - Math.clz32(size);
    const level = this.#data.levels[power] as Uint32Array;
    return Math.min(level[from] as number, level[from + size - 2 ** power] as number);
  }
}

type Part = { readonly start: number; readonly end: number; readonly best: number; readonly name: number };
