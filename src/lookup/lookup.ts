// The lookup of names: which of a hundred thousand things was meant, and what a half-typed name may become.
import { Catalogue } from './catalogue.ts';
import { completeName } from './completing.ts';
import { type Accept, type Everyday, type LookupData, NO_WORD } from './contract.ts';
import { nearOf } from './near.ts';
import { piecesOf } from './pieces.ts';
import { nearest, Piece, readingsOf, trimmed } from './readings.ts';

const NOTHING: Everyday = { filler: new Set(), isWord: () => false };
const all: Accept = () => true;
const OFFERED = 5;
/** With how many slips a name is looked for: one first, as most people make no more; that a known word is one, last. */
const ATTEMPTS = [
  { most: 1, bold: false },
  { most: 2, bold: false },
  { most: 1, bold: true },
] as const;

export class Lookup {
  readonly #catalogue: Catalogue;
  readonly #everyday: Everyday;
  /** Per word, 1 where it is filler. */
  readonly #fillers: Uint8Array;

  /** @param data what `buildLookup` made, perhaps stored and read again since: opening it goes through its names once, for the filters */
  constructor(data: LookupData, everyday: Everyday = NOTHING) {
    this.#catalogue = new Catalogue(data);
    this.#everyday = everyday;
    this.#fillers = new Uint8Array(data.flags.length);
    for (const filler of everyday.filler) {
      const word = this.#catalogue.wordOf(filler);
      if (word !== NO_WORD) this.#fillers[word] = 1;
    }
  }

  /**
   * What is meant by a typed name: several where it has several owners, none where it is not known. Numbers and the words that
   * tell siblings apart must be met; slips of the keyboard, another order, missing or added blanks, filler and a left-out brand
   * need not hinder.
   * @returns places in the list that the lookup was built from, best first
   */
  resolve(typed: string, limit = OFFERED): number[] {
    const texts = piecesOf(typed);
    const named = this.#catalogue.withPieces(texts);
    return (named.length > 0 ? named : this.#find(this.#pieces(texts))).slice(0, limit);
  }

  /**
   * What is known near a name that is not known, best first: to be offered, never to be answered.
   * @param accept which items may be offered
   */
  near(typed: string, limit = OFFERED, accept: Accept = all): number[] {
    const [pieces = []] = trimmed(this.#pieces(piecesOf(typed)), this.#catalogue);
    return nearOf(pieces, limit, accept, this.#catalogue);
  }

  /**
   * What a half-typed name may become, best first; nothing where nothing is like it.
   * @param accept which items may be offered
   */
  complete(typed: string, limit: number, accept: Accept = all): number[] {
    const texts = piecesOf(typed);
    return completeName(texts, () => this.#pieces(texts), limit, accept, this.#catalogue);
  }

  #pieces(texts: readonly string[]): Piece[] {
    const pieces: Piece[] = [];
    for (const text of texts) pieces.push(new Piece(text, this.#catalogue, this.#everyday, this.#fillers));
    return pieces;
  }

  #find(pieces: readonly Piece[]): number[] {
    const catalogue = this.#catalogue;
    const ways = trimmed(pieces, catalogue);
    for (const own of ways[0] === pieces ? ways : [pieces, ...ways]) {
      const named = own === pieces ? [] : catalogue.withPieces(own.map(({ text }) => text));
      if (named.length > 0) return named;
      const reordered = nearest(readingsOf(own, 0, false), 0, catalogue);
      if (reordered.length > 0) return reordered;
    }
    for (const own of ways) {
      if (own.some(({ isStranger }) => isStranger)) continue;
      let unknown = 0;
      for (const { word } of own) if (word === NO_WORD) unknown += 1;
      for (const { most, bold } of ATTEMPTS) {
        if (most < unknown) continue;
        const readings = readingsOf(own, most, bold);
        // What means nothing with two slips means nothing at all.
        if (!readings && most === 2) break;
        const found = nearest(readings, most, catalogue);
        if (found.length > 0) return found;
      }
    }
    return [];
  }
}
