// The lookup of names: which of a hundred thousand things was meant, and what a half-typed name may become.
import { Catalogue } from './catalogue.ts';
import { completeName } from './completing.ts';
import type { Everyday, LookupData } from './contract.ts';
import { nearOf } from './near.ts';
import { glue, piecesOf } from './pieces.ts';
import { Reader } from './readings.ts';

const NOTHING: Everyday = { filler: new Set(), isWord: () => false };
const OFFERED = 5;
/** With how many slips a name is looked for, and whether known words may be some. */
const ATTEMPTS = [
  [1, false],
  [2, false],
  [1, true],
] as const;

export class Lookup {
  readonly #catalogue: Catalogue;
  readonly #reader: Reader;

  /** @param data what `buildLookup` made, perhaps stored and read again since: opening it takes no time */
  constructor(data: LookupData, everyday: Everyday = NOTHING) {
    this.#catalogue = new Catalogue(data);
    this.#reader = new Reader(this.#catalogue, everyday);
  }

  /**
   * What is meant by a typed name: several where it has several owners, none where it is not known. Numbers and the words that
   * tell siblings apart must be met; slips of the keyboard, another order, missing or added blanks, filler and a left-out brand
   * need not hinder.
   * @returns places in the list that the lookup was built from, best first
   */
  resolve(typed: string, limit = OFFERED): number[] {
    return this.#find(piecesOf(typed)).slice(0, limit);
  }

  /** What is known near a name that is not known, best first: to be offered, never to be answered. */
  near(typed: string, limit = OFFERED): number[] {
    const ways = this.#reader.trimmed(piecesOf(typed));
    return nearOf(ways[0] ?? [], limit, this.#catalogue, this.#reader);
  }

  /**
   * What a half-typed name may become, best first; nothing where nothing is like it.
   * @param accept which items may be offered
   */
  complete(typed: string, limit: number, accept: (item: number) => boolean = () => true): number[] {
    return completeName(piecesOf(typed), limit, accept, this.#catalogue, this.#reader);
  }

  #find(pieces: readonly string[]): number[] {
    const reader = this.#reader;
    const catalogue = this.#catalogue;
    const ways = reader.trimmed(pieces);
    for (const own of ways[0] === pieces ? ways : [pieces, ...ways]) {
      const named = catalogue.withName(glue(own));
      if (named.length > 0) return named;
      const reordered = reader.nearest(
        own.map((piece) => reader.asWritten(piece)),
        0,
      );
      if (reordered.length > 0) return reordered;
    }
    for (const own of ways) {
      // One slip is looked for first, as most people make no more; that a known word is one, last.
      for (const [most, bold] of ATTEMPTS) {
        const found = reader.nearest(
          own.map((piece) => reader.choices(piece, most, bold)),
          most,
        );
        if (found.length > 0) return found;
      }
    }
    return [];
  }
}
