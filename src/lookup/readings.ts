// What the pieces of a typed name may have been meant for, and which names that makes: the fewest slips first.
import type { Catalogue } from './catalogue.ts';
import { type Everyday, NO_WORD } from './contract.ts';
import { isHan, isNumber } from './pieces.ts';
import type { Slip } from './slips.ts';

/** One way to take a piece: the words it stands for (two where they were typed as one), and how many slips that needs. */
export type Choice = { readonly words: readonly number[]; readonly slips: number };
/** All ways to take each piece. */
export type Readings = readonly (readonly Choice[])[];

/** Words typed as one: each has so many letters. */
const LEAST_PART = 2;
const LEAST_TO_SPLIT = 5;
/** A word that is known is taken for a slip of another only from this length on. */
const LEAST_KNOWN = 4;
/** So many combinations are tried, at most, and so many ways to take a piece. */
const MOST_TRIED = 2000;
const MOST_CHOICES = 24;

const NONE: readonly Choice[] = [];

/** A piece with what it may have been meant for, worked out when it is asked for, once. */
export class Piece {
  readonly text: string;
  /** Its number as a word, or `NO_WORD`. */
  readonly word: number;
  readonly isFiller: boolean;
  readonly #catalogue: Catalogue;
  readonly #everyday: Everyday;
  #slips: boolean | undefined;
  #written: readonly Choice[] | undefined;
  #once: Choice[] | undefined;
  #twice: Choice[] | undefined;
  #begun: readonly (readonly [number, number])[] | undefined;

  /** @param fillers per word, 1 where it is filler */
  constructor(text: string, catalogue: Catalogue, everyday: Everyday, fillers: Uint8Array) {
    this.text = text;
    this.#catalogue = catalogue;
    this.#everyday = everyday;
    this.word = catalogue.wordOf(text);
    this.isFiller = this.word === NO_WORD ? everyday.filler.has(text) : fillers[this.word] === 1;
  }

  /** As it is written, in its own script or another. */
  get written(): readonly Choice[] {
    if (this.word === NO_WORD) return NONE;
    this.#written ??= spelled(this.word, this.#catalogue);
    return this.#written;
  }

  /** Neither known, nor can it be a slip of what is: then no name has it, whatever the other pieces are. */
  get isStranger(): boolean {
    return this.word === NO_WORD && !this.#canSlip();
  }

  /** Known, and taken for itself only until known words are taken for slips. */
  get isPlain(): boolean {
    const { word } = this;
    if (word === NO_WORD || !this.#catalogue.is(word, 'common')) return false;
    return this.#catalogue.data.spells[word] === NO_WORD;
  }

  #canSlip(): boolean {
    const { text } = this;
    this.#slips ??= !this.isFiller && !isNumber(text) && !isHan(text) && !this.#everyday.isWord(text);
    return this.#slips;
  }

  /**
   * All that it may have been meant for, with up to `most` slips.
   * @param bold takes a known word for a slip as well
   */
  choices(most: 0 | 1 | 2, bold: boolean): readonly Choice[] {
    if (most === 0 || !this.#mayBeSlip(bold)) return this.written;
    if (most === 1) {
      if (!this.#once) {
        this.#once = this.#near(1);
        if (this.word === NO_WORD) this.#addSplit(this.#once);
        else this.#once.unshift(...this.written);
      }
      return this.#once;
    }
    if (!this.#twice) {
      this.#twice = [...this.written, ...this.#near(2)];
      if (this.word === NO_WORD) this.#addSplit(this.#twice);
      if (this.#twice.every(({ slips }) => slips > 1)) this.#twice.push(...this.#splitWithSlip());
    }
    return this.#twice;
  }

  #mayBeSlip(bold: boolean): boolean {
    if (this.word === NO_WORD || !this.#catalogue.is(this.word, 'common')) return this.#canSlip();
    const isLong = this.text.length >= LEAST_KNOWN;
    return bold && isLong && !this.#catalogue.is(this.word, 'mark') && this.#canSlip();
  }

  #near(most: 1 | 2): Choice[] {
    const near = this.#catalogue.slips.near(this.text, most);
    const found: Choice[] = [];
    for (let at = 0; at < near.length && found.length < MOST_CHOICES; at++) {
      const { word, slips } = near[at] as Slip;
      found.push({ words: [word], slips });
      const meant = this.#catalogue.data.spells[word] as number;
      if (meant !== NO_WORD) found.push({ words: [meant], slips });
    }
    return found;
  }

  /** Two words typed as one. */
  #addSplit(into: Choice[]): void {
    for (const [cut, first] of this.#heads()) {
      const second = this.#common(cut, this.text.length);
      if (second !== NO_WORD) into.push({ words: [first, second], slips: 1 });
    }
  }

  /** The same with one of them mistyped. */
  #splitWithSlip(): Choice[] {
    const found: Choice[] = [];
    const { text } = this;
    const { slips } = this.#catalogue;
    for (const [cut, first] of this.#heads())
      for (const { word } of slips.near(text.slice(cut), 1)) found.push({ words: [first, word], slips: 2 });
    for (let cut = LEAST_PART; text.length >= LEAST_TO_SPLIT && cut <= text.length - LEAST_PART; cut++) {
      const second = this.#common(cut, text.length);
      if (second === NO_WORD) continue;
      for (const { word } of slips.near(text.slice(0, cut), 1)) found.push({ words: [word, second], slips: 2 });
    }
    return found;
  }

  /** The words that it begins with, and where each ends. */
  #heads(): readonly (readonly [cut: number, word: number])[] {
    if (this.#begun) return this.#begun;
    const { text } = this;
    const heads: [number, number][] = [];
    if (text.length >= LEAST_TO_SPLIT)
      this.#catalogue.eachHead(text, LEAST_PART, text.length - LEAST_PART, (cut, word) => {
        if (this.#catalogue.is(word, 'common')) heads.push([cut, word]);
      });
    this.#begun = heads;
    return heads;
  }

  #common(from: number, to: number): number {
    const word = this.#catalogue.wordIn(this.text, from, to);
    return word !== NO_WORD && this.#catalogue.is(word, 'common') ? word : NO_WORD;
  }
}

function spelled(word: number, { data }: Catalogue): readonly Choice[] {
  const meant = data.spells[word] as number;
  const own = { words: [word], slips: 0 };
  return meant === NO_WORD ? [own] : [own, { words: [meant], slips: 0 }];
}

/**
 * What was typed without the words that people write around names: without those that no name has, and without all; what differs
 * only. A lone letter beside a number is never filler: "9a".
 */
export function trimmed(pieces: readonly Piece[], catalogue: Catalogue): (readonly Piece[])[] {
  let hasFiller = false;
  for (const { isFiller } of pieces) if (isFiller) hasFiller = true;
  if (!hasFiller) return [pieces];
  const isNumberAt = (at: number): boolean => isNumber(pieces[at]?.text ?? '');
  const goes = ({ isFiller, text }: Piece, at: number): boolean =>
    isFiller && (text.length > 1 || isHan(text) || !(isNumberAt(at - 1) || isNumberAt(at + 1)));
  const named = ({ word }: Piece): boolean => word !== NO_WORD && catalogue.is(word, 'common');
  const foreign = pieces.filter((piece, at) => !goes(piece, at) || named(piece));
  const bare = pieces.filter((piece, at) => !goes(piece, at));
  const ways = foreign.length > bare.length ? [foreign, bare] : [bare];
  return ways.filter((way) => way.length > 0);
}

/**
 * All ways to take the pieces with up to `most` slips in all; nothing where one of them means nothing. A piece that is not known
 * needs one at least, which leaves fewer to the others: what they cannot be is not looked for.
 */
export function readingsOf(pieces: readonly Piece[], most: 0 | 1 | 2, bold: boolean): Readings | undefined {
  let left: number = most;
  for (const { word } of pieces) if (word === NO_WORD) left -= 1;
  if (left < 0) return undefined;
  const readings: (readonly Choice[])[] = [];
  for (const piece of pieces) {
    const choices = piece.choices((piece.word === NO_WORD ? left + 1 : left) as 0 | 1 | 2, bold);
    if (choices.length === 0) return undefined;
    readings.push(choices);
  }
  return readings;
}

/** The owners of the names that need the fewest slips: with all words first, else with all but the brand. */
export function nearest(readings: Readings | undefined, most: number, catalogue: Catalogue): number[] {
  if (!readings) return [];
  let least = 0;
  for (const choices of readings) {
    let fewest = choices[0]?.slips ?? 0;
    for (const choice of choices) if (choice.slips < fewest) fewest = choice.slips;
    least += fewest;
  }
  for (let slips = least; slips <= most; slips++) {
    const found: number[] = [];
    const withoutBrand: number[] = [];
    eachCombination(readings, slips, (words) => {
      catalogue.addWithWords(words, found);
      if (found.length === 0) catalogue.addWithWords(words, withoutBrand, true);
    });
    if (found.length > 0) return found;
    if (withoutBrand.length > 0) return withoutBrand;
  }
  return [];
}

/** Visits every way to take all pieces that needs exactly so many slips. */
export function eachCombination(readings: Readings, slips: number, visit: (words: readonly number[]) => void): void {
  const words: number[] = [];
  let open = slips;
  let at = 0;
  // Mostly there is one way only.
  for (; at < readings.length; at++) {
    const choices = readings[at] as readonly Choice[];
    if (choices.length !== 1) break;
    const { words: own, slips: needed } = choices[0] as Choice;
    for (const word of own) words.push(word);
    open -= needed;
  }
  if (open < 0) return;
  if (at === readings.length) {
    if (open === 0) visit(words);
    return;
  }
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
      for (const word of choice.words) words.push(word);
      walk(at + 1, open - choice.slips);
      words.length -= choice.words.length;
    }
  };
  walk(at, open);
}
