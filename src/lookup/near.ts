// What is known near a name that is not known: siblings by number, by a word more or less. Offered, never answered.
import { addOnce, type Catalogue } from './catalogue.ts';
import { type Accept, NO_WORD } from './contract.ts';
import { isHan, isNumber } from './pieces.ts';
import type { Piece } from './readings.ts';

/** Longer numbers are years and capacities; a slip in one makes too many others. In digits. */
const MOST_DIGITS = 4;
/** So many names are looked at for each set of words, at most. */
const EFFORT = 2000;
/** So many siblings are ranked by how near their number is. */
const RANKED = 128;
/** So many names with further words come before other numbers. */
const LONGER = 2;

/** Near on the keyboard counts as nearer. */
const digitGap = (a: string, b: string): number => Math.abs(((Number(a) + 9) % 10) - ((Number(b) + 9) % 10));

/** The numbers that a slip of the hand turns into this one, likeliest first: a digit taken for another, swapped, twice, lost. */
export function numbersNear(typed: string): string[] {
  if (typed.length > MOST_DIGITS) return [];
  const ranked: (readonly [string, number])[] = [];
  const digits = '0123456789';
  for (let at = 0; at < typed.length; at++) {
    const [before, digit, after] = [typed.slice(0, at), typed[at] as string, typed.slice(at + 1)];
    for (const other of digits)
      if (other !== digit)
        ranked.push([before + other + after, digitGap(digit, other) === 1 ? 1 : 2 + digitGap(digit, other) / 10]);
    const next = typed[at + 1];
    if (next !== undefined && next !== digit) ranked.push([before + next + digit + typed.slice(at + 2), 1.2]);
    if (typed.length > 1) ranked.push([before + after, next === digit || typed[at - 1] === digit ? 1.1 : 1.6]);
    for (const other of digits) ranked.push([before + other + digit + after, other === digit ? 1.8 : 2.5]);
  }
  for (const step of [-1, 1]) ranked.push([`${Number(typed) + step}`, 1.05]); // the sibling before or after
  for (const other of digits) ranked.push([typed + other, other === typed.at(-1) ? 1.8 : 2.2]);
  const sorted = ranked.filter(([number]) => !/^(0|-)./.test(number)).sort((a, b) => a[1] - b[1]);
  return [...new Set(sorted.map(([number]) => number))];
}

/**
 * The items known near a name that is not known, best first.
 * @param pieces what was typed, without filler
 */
export function nearOf(pieces: readonly Piece[], limit: number, accept: Accept, catalogue: Catalogue): number[] {
  const near: number[] = [];
  // A mistyped word is taken for its likeliest meaning; a word that means nothing here is left out.
  const known: number[] = [];
  const numbers: { at: number; text: string }[] = [];
  for (const piece of pieces) {
    const best = bestChoice(piece, catalogue);
    if (isNumber(piece.text)) numbers.push({ at: known.length, text: piece.text });
    if (best.length > 0) known.push(...best);
    else if (isNumber(piece.text)) known.push(NO_WORD);
  }
  // Where no word is known, numbers alone are near to nothing.
  if (pieces.some(isWord) && !pieces.some((piece) => isWord(piece) && piece.choices(2, false).length > 0)) return [];
  const without = (at: number): number[] => known.filter((_, index) => index !== at);
  const enough = (): boolean => near.length >= limit;
  const add = (words: readonly number[]): void => {
    if (words.length === 0 || words.includes(NO_WORD) || enough()) return;
    const own: number[] = [];
    catalogue.addWithWords(words, own);
    if (own.length === 0) catalogue.addWithWords(words, own, true);
    for (const item of own) if (accept(item)) addOnce(near, item);
  };
  add(known);
  // With a word more, it may be the very one that was meant: "note 12 pro", "note 12 pro 5g".
  addHolding(known, undefined, near, Math.min(limit, near.length + LONGER), accept, catalogue);
  for (const { at, text } of numbers)
    for (const number of numbersNear(text)) {
      if (enough()) break;
      const word = catalogue.wordOf(number);
      if (word !== NO_WORD) add(known.map((one, index) => (index === at ? word : one)));
    }
  if (!enough()) addHolding(known, undefined, near, limit, accept, catalogue);
  for (let at = known.length - 1; at > 0 && !enough(); at--) add(without(at));
  for (const { at, text } of numbers)
    if (!enough() && known.length > 1) addHolding(without(at), Number(text), near, limit, accept, catalogue);
  for (let at = known.length - 1; at >= 0 && !enough() && known.length > 1; at--)
    addHolding(without(at), undefined, near, limit, accept, catalogue);
  const held = known.filter((word) => word !== NO_WORD);
  if (!enough() && held.length < known.length) addHolding(held, undefined, near, limit, accept, catalogue);
  return near.slice(0, limit);
}

const isWord = ({ text }: Piece): boolean => isHan(text) || (text.length > 1 && !isNumber(text));

function bestChoice(piece: Piece, catalogue: Catalogue): readonly number[] {
  const choices = piece.choices(2, false);
  const least = Math.min(...choices.map(({ slips }) => slips));
  const often = ({ words }: { words: readonly number[] }): number =>
    Math.min(...words.map((word) => catalogue.postings.count(word)));
  return choices.filter(({ slips }) => slips === least).sort((a, b) => often(b) - often(a))[0]?.words ?? [];
}

/** Adds the owners of names that hold all of the words, shortest names first; `like`: those whose number is nearest first. */
function addHolding(
  words: readonly number[],
  like: number | undefined,
  into: number[],
  limit: number,
  accept: Accept,
  catalogue: Catalogue,
): void {
  if (words.length === 0 || words.includes(NO_WORD)) return;
  const { owners, pieces } = catalogue.data;
  const found: { item: number; gap: number }[] = [];
  catalogue.postings.eachWithAll(
    words,
    (name) => {
      const item = owners[name] as number;
      if (!accept(item) || into.includes(item) || found.some((one) => one.item === item)) return false;
      found.push({
        item,
        gap: like === undefined ? 0 : gapOf(pieces.values.subarray(pieces.starts[name], pieces.starts[name + 1])),
      });
      return found.length >= (like === undefined ? limit - into.length : RANKED);
    },
    EFFORT,
  );
  function gapOf(own: Uint32Array): number {
    let gap = Number.POSITIVE_INFINITY;
    for (const word of own) {
      const text = catalogue.wordAt(word);
      if (isNumber(text)) gap = Math.min(gap, Math.abs(Number(text) - (like as number)));
    }
    return gap;
  }
  found.sort((a, b) => a.gap - b.gap);
  for (const { item } of found) if (into.length < limit) addOnce(into, item);
}
