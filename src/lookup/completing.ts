// What a half-typed name may become: names that begin so, else names that hold what was typed, slips mended.
import { addOnce, type Catalogue } from './catalogue.ts';
import { NO_WORD } from './contract.ts';
import { glue, isNumber } from './pieces.ts';
import { type Choice, eachCombination, type Reader, type Readings } from './readings.ts';

/** An item has several names: so many are looked at for each that is wanted. */
const NAMES_EACH = 6;
/** So many names are looked at for a set of words, at most. */
const EFFORT = 1500;
/** So many readings of a mistyped beginning are tried, at most. */
const MOST_READINGS = 48;

type Accept = (item: number) => boolean;

/** The items whose names begin with what was typed, or hold it; best first. */
export function completeName(
  pieces: readonly string[],
  limit: number,
  accept: Accept,
  catalogue: Catalogue,
  reader: Reader,
): number[] {
  const found: number[] = [];
  const starting = (own: readonly string[]): boolean => addStarting(glue(own), found, limit, accept, catalogue);
  const last = pieces.at(-1);
  if (starting(pieces) || last === undefined) return found;
  const ways = reader.trimmed(pieces);
  for (const own of ways) if (own.length < pieces.length && starting(own)) return found;
  // The last word is still being typed: "an" may become anything.
  const whole = reader.trimmed(pieces.slice(0, -1))[0] ?? [];
  const written = whole.map((piece) => reader.asWritten(piece));
  // Every whole word is known: brand left out, or in another order.
  if (whole.length > 0) addHolding(written, last, found, limit, accept, catalogue);
  if (found.length > 0) return found;
  for (const bold of [false, true]) {
    const readings = whole.map((piece) => reader.choices(piece, 1, bold));
    for (const slips of [0, 1, 2]) {
      let left = MOST_READINGS;
      for (const ending of endingsOf(last, slips, catalogue))
        eachCombination(readings, slips - ending.slips, (words) => {
          if (found.length >= limit || left-- <= 0) return;
          const text = glue([...words.map((word) => catalogue.wordAt(word)), ending.text]);
          addStarting(text, found, limit, accept, catalogue);
        });
      if (found.length > 0) return found;
    }
    for (const ending of endingsOf(last, 1, catalogue))
      if (found.length === 0) addHolding(readings, ending.text, found, limit, accept, catalogue);
    if (found.length > 0) return found;
  }
  return found;
}

type Ending = { readonly text: string; readonly slips: number };

/** What the word still being typed may be the beginning of, with up to so many slips. */
function endingsOf(typed: string, slips: number, catalogue: Catalogue): Ending[] {
  const asTyped = { text: typed, slips: 0 };
  if (slips === 0 || isNumber(typed)) return [asTyped];
  const often = ({ word }: { readonly word: number }): number => catalogue.postings.count(word);
  const near = catalogue.slips
    .nearBegun(typed)
    .filter((slip) => slip.slips > 0)
    .sort((a, b) => often(b) - often(a));
  return [asTyped, ...near.map(({ word }) => ({ text: catalogue.wordAt(word), slips: 1 }))];
}

/** Adds the owners of names that begin so, and tells whether there are any. */
function addStarting(glued: string, into: number[], limit: number, accept: Accept, catalogue: Catalogue): boolean {
  const { owners } = catalogue.data;
  catalogue.sorted.eachStarting(
    glued,
    (name) => {
      const item = owners[name] as number;
      if (accept(item)) addOnce(into, item);
      return into.length >= limit;
    },
    limit * NAMES_EACH,
  );
  return into.length > 0;
}

/** Adds the owners of names that hold each whole word and one that begins with the last, the shortest names first. */
function addHolding(
  readings: Readings,
  last: string,
  into: number[],
  limit: number,
  accept: Accept,
  catalogue: Catalogue,
): void {
  const { owners, pieces } = catalogue.data;
  const [from, to] = catalogue.wordsStarting(last);
  if (from === to) return;
  const holdsLast = (name: number, words: readonly number[]): boolean => {
    for (let at = pieces.starts[name] as number; at < (pieces.starts[name + 1] as number); at++) {
      const word = pieces.values[at] as number;
      if (word >= from && word < to && !words.includes(word)) return true;
    }
    return false;
  };
  for (const slips of [0, 1]) {
    let left = MOST_READINGS;
    eachCombination(readings as Choice[][], slips, (words) => {
      if (into.length >= limit || words.includes(NO_WORD) || left-- <= 0) return;
      catalogue.postings.eachWithAll(
        words,
        (name) => {
          if (holdsLast(name, words) && accept(owners[name] as number)) addOnce(into, owners[name] as number);
          return into.length >= limit;
        },
        EFFORT,
      );
    });
    if (into.length > 0) return;
  }
}
