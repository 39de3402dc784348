// What the pieces of a typed name may have been meant for, and which names that makes: the fewest slips first.
import type { Catalogue } from './catalogue.ts';
import { type Everyday, NO_WORD } from './contract.ts';
import { isHan, isNumber } from './pieces.ts';

/** One way to take a piece: the words it stands for (two where they were typed as one), and how many slips that needs. */
export type Choice = { readonly words: readonly number[]; readonly slips: number };
/** All ways to take each piece. */
export type Readings = readonly (readonly Choice[])[];

/** Words typed as one: each has so many letters. */
const LEAST_PART = 2;
const LEAST_TO_SPLIT = 5;
/** A word that is known is taken for a slip of another only from this length on. */
const LEAST_KNOWN = 4;
/** So many combinations are tried, at most. */
const MOST_TRIED = 2000;
const MOST_CHOICES = 24;

export class Reader {
  readonly #catalogue: Catalogue;
  readonly #everyday: Everyday;
  constructor(catalogue: Catalogue, everyday: Everyday) {
    this.#catalogue = catalogue;
    this.#everyday = everyday;
  }

  /**
   * What was typed without the words that people write around names: without those that no name has, and without all; what differs
   * only. A lone letter beside a number is never filler: "9a".
   */
  trimmed(pieces: readonly string[]): (readonly string[])[] {
    const { filler } = this.#everyday;
    if (!pieces.some((piece) => filler.has(piece))) return [pieces];
    const besideNumber = (at: number): boolean => isNumber(pieces[at - 1] ?? '') || isNumber(pieces[at + 1] ?? '');
    const isFiller = (piece: string, at: number): boolean =>
      filler.has(piece) && !(piece.length === 1 && !isHan(piece) && besideNumber(at));
    const foreign = pieces.filter((piece, at) => !isFiller(piece, at) || this.#common(piece) !== NO_WORD);
    const bare = pieces.filter((piece, at) => !isFiller(piece, at));
    const ways = foreign.length > bare.length ? [foreign, bare] : [bare];
    return ways.filter((way) => way.length > 0);
  }

  /** A piece as it is written, in its own script or another. */
  asWritten(piece: string): Choice[] {
    const word = this.#catalogue.wordOf(piece);
    if (word === NO_WORD) return [];
    const meant = this.#catalogue.data.spells[word] as number;
    return meant === NO_WORD ? [{ words: [word], slips: 0 }] : [word, meant].map((one) => ({ words: [one], slips: 0 }));
  }

  /**
   * All that a piece may have been meant for, with up to `most` slips.
   * @param bold takes a known word for a slip as well
   */
  choices(piece: string, most: 1 | 2, bold: boolean): Choice[] {
    const written = this.asWritten(piece);
    if (!this.#mayBeSlip(piece, bold)) return written;
    const catalogue = this.#catalogue;
    const found = [...written];
    const add = ({ word, slips }: { word: number; slips: number }): void => {
      // Three letters are too few to be sure of a word that makes another model.
      const isMark = catalogue.is(word, 'mark') && piece.length < LEAST_KNOWN;
      if (isMark || found.length >= MOST_CHOICES || written.some(({ words }) => words[0] === word)) return;
      for (const { words } of this.asWritten(catalogue.wordAt(word))) found.push({ words, slips });
    };
    catalogue.slips.near(piece, 1).forEach(add);
    if (written.length === 0) this.#split(piece, 1, found);
    if (most > 1) catalogue.slips.near(piece, 2).forEach(add);
    if (most > 1 && found.length === 0) this.#split(piece, 2, found);
    return found;
  }

  #mayBeSlip(piece: string, bold: boolean): boolean {
    if (isNumber(piece) || isHan(piece)) return false;
    if (this.#everyday.filler.has(piece) || this.#everyday.isWord(piece)) return false;
    const word = this.#catalogue.wordOf(piece);
    if (word === NO_WORD || !this.#catalogue.is(word, 'common')) return true;
    return bold && piece.length >= LEAST_KNOWN && !this.#catalogue.is(word, 'mark');
  }

  /** Two words typed as one; with `slips` 2, one of them mistyped. */
  #split(piece: string, slips: 1 | 2, into: Choice[]): void {
    if (piece.length < LEAST_TO_SPLIT) return;
    for (let cut = LEAST_PART; cut <= piece.length - LEAST_PART; cut++) {
      const [left, right] = [piece.slice(0, cut), piece.slice(cut)];
      const [first, second] = [this.#common(left), this.#common(right)];
      if (slips === 1) {
        if (first !== NO_WORD && second !== NO_WORD) into.push({ words: [first, second], slips });
        continue;
      }
      if (first !== NO_WORD)
        for (const { word } of this.#catalogue.slips.near(right, 1)) into.push({ words: [first, word], slips });
      if (second !== NO_WORD)
        for (const { word } of this.#catalogue.slips.near(left, 1)) into.push({ words: [word, second], slips });
    }
  }

  #common(piece: string): number {
    const word = this.#catalogue.wordOf(piece);
    return word !== NO_WORD && this.#catalogue.is(word, 'common') ? word : NO_WORD;
  }

  /** The owners of the names that need the fewest slips: with all words first, else with all but the brand. */
  nearest(readings: Readings, most: number): number[] {
    if (readings.some((choices) => choices.length === 0)) return [];
    for (let slips = 0; slips <= most; slips++) {
      const found: number[] = [];
      const withoutBrand: number[] = [];
      eachCombination(readings, slips, (words) => {
        this.#catalogue.addWithWords(words, found);
        if (found.length === 0) this.#catalogue.addWithWords(words, withoutBrand, true);
      });
      if (found.length > 0) return found;
      if (withoutBrand.length > 0) return withoutBrand;
    }
    return [];
  }
}

/** Visits every way to take all pieces that needs exactly so many slips. */
export function eachCombination(readings: Readings, slips: number, visit: (words: readonly number[]) => void): void {
  const words: number[] = [];
  let left = MOST_TRIED;
  const walk = (at: number, open: number): void => {
    const choices = readings[at];
    if (!choices) {
      if (open === 0) visit(words);
      left -= 1;
      return;
    }
    for (const choice of choices) {
      if (choice.slips > open || left <= 0) continue;
      words.push(...choice.words);
      walk(at + 1, open - choice.slips);
      words.length -= choice.words.length;
    }
  };
  walk(0, slips);
}
