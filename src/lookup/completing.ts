// What a half-typed name may become: names that begin so, else names that hold what was typed, slips mended.
import { addOnce, type Catalogue } from './catalogue.ts';
import type { Accept } from './contract.ts';
import { type Stretch, sortFew } from './packed.ts';
import { glue, isNumber } from './pieces.ts';
import { eachCombination, type Piece, type Readings, readingsOf, trimmed } from './readings.ts';

/** An item has several names: so many are looked at for each that is wanted. */
const NAMES_EACH = 6;
/** So many names with the same beginning are looked at, at most, where few may be offered. */
const MOST_VISITED = 400;
/** So many names are looked at for a set of words, at most. */
const EFFORT = 1000;
const FEW = 100;
/** So many readings of a mistyped beginning are tried, at most. */
const MOST_READINGS = 32;
/** Where names only hold what was typed, so many. */
const MOST_HELD = 8;

/**
 * The items whose names begin with what was typed, or hold it; best first.
 * @param texts the pieces as typed; `read` looks them up, which most beginnings do without
 */
export function completeName(
  texts: readonly string[],
  read: () => readonly Piece[],
  limit: number,
  accept: Accept,
  catalogue: Catalogue,
): number[] {
  const found: number[] = [];
  const starting = (own: readonly string[]): boolean =>
    !catalogue.sorted.lacks(own) && addStretch(catalogue.sorted.starting(glue(own)), found, limit, accept, catalogue);
  const last = texts.at(-1);
  if (starting(texts) || last === undefined) return found;
  const pieces = read();
  const hasFiller = pieces.some(({ isFiller }) => isFiller);
  const trims = hasFiller ? trimmed(pieces, catalogue) : [];
  for (const own of trims) if (own.length < pieces.length && starting(own.map(({ text }) => text))) return found;
  // The last word is still being typed: "an" may become anything.
  const typed = pieces.slice(0, -1);
  const whole = hasFiller ? (trimmed(typed, catalogue)[0] ?? []) : typed;
  const tail = catalogue.wordsStarting(last);
  // Every whole word is known: brand left out, or in another order.
  if (tail[0] < tail[1]) addHolding(readingsOf(whole, 0, false), tail, found, limit, accept, catalogue);
  if (found.length > 0) return found;
  const endings = endingsOf(last, catalogue);
  // Words that mean themselves only begin names in one way.
  if (whole.every(({ isPlain }) => isPlain)) {
    const begun = beginningWith(whole);
    for (let at = 1; at < endings.length && at <= MOST_READINGS && found.length < limit; at++)
      addBegun(begun, endings[at] as Ending, found, limit, accept, catalogue);
    if (found.length > 0) return found;
  }
  for (const bold of [false, true]) {
    const readings = readingsOf(whole, 1, bold);
    if (!readings) break;
    addMistyped(readings, endings, found, limit, accept, catalogue);
    for (let at = 0; found.length === 0 && at < endings.length && at < MOST_HELD; at++) {
      const stretch = catalogue.wordsStarting((endings[at] as Ending).text);
      addHolding(readings, stretch, found, limit, accept, catalogue);
    }
    if (found.length > 0) break;
  }
  return found;
}

/** Adds the owners of names that begin so when slips are mended: in the word being typed, in one before it, in both. */
function addMistyped(
  readings: Readings,
  endings: readonly Ending[],
  into: number[],
  limit: number,
  accept: Accept,
  catalogue: Catalogue,
): void {
  /** By slips before the last word. */
  const begun: (readonly Beginning[])[] = [];
  for (let slips = 1; slips <= 2 && into.length === 0; slips++) {
    let left = MOST_READINGS;
    for (const ending of endings) {
      const before = slips - ending.slips;
      if (before > 1) continue;
      begun[before] ??= beginningsOf(readings, before, catalogue);
      for (const beginning of begun[before])
        if (into.length < limit && left-- > 0) addBegun(beginning, ending, into, limit, accept, catalogue);
    }
  }
}

function addBegun(
  { glued, isNumbered }: Beginning,
  { text }: Ending,
  into: number[],
  limit: number,
  accept: Accept,
  catalogue: Catalogue,
): void {
  const own = isNumbered && isNumber(text) ? ` ${text}` : text;
  addStretch(catalogue.sorted.starting(glued + own), into, limit, accept, catalogue);
}

/** How names may begin, whole words only without blanks; does it end in a number? */
type Beginning = { readonly glued: string; readonly isNumbered: boolean };
type Ending = { readonly text: string; readonly slips: number };

function beginningWith(whole: readonly Piece[]): Beginning {
  const last = whole.at(-1);
  return { glued: glue(whole.map(({ text }) => text)), isNumbered: last !== undefined && isNumber(last.text) };
}

function beginningsOf(readings: Readings, slips: number, catalogue: Catalogue): Beginning[] {
  const starts: Beginning[] = [];
  eachCombination(readings, slips, (words) => {
    const last = words.at(-1);
    const glued = glue(words.map((word) => catalogue.wordAt(word)));
    if (starts.length < MOST_READINGS && !catalogue.sorted.lacks([glued]))
      starts.push({ glued, isNumbered: last !== undefined && catalogue.is(last, 'number') });
  });
  return starts;
}

/** What the word still being typed may be the beginning of, as it is typed or one slip away. */
function endingsOf(typed: string, catalogue: Catalogue): Ending[] {
  const asTyped = { text: typed, slips: 0 };
  if (isNumber(typed)) return [asTyped];
  const near = catalogue.slips.nearBegun(typed);
  const often = ({ word }: { readonly word: number }): number => catalogue.postings.count(word);
  sortFew(near, (a, b) => often(b) - often(a));
  const endings = [asTyped];
  for (const { word, slips } of near) if (slips > 0) endings.push({ text: catalogue.wordAt(word), slips: 1 });
  return endings;
}

/** Adds the owners of a stretch of names, best first, and tells whether any was found. */
function addStretch(stretch: Stretch, into: number[], limit: number, accept: Accept, catalogue: Catalogue): boolean {
  const { owners } = catalogue.data;
  let left = limit * NAMES_EACH;
  catalogue.sorted.eachOf(
    stretch,
    (name) => {
      const item = owners[name] as number;
      if (!accept(item)) return false;
      addOnce(into, item);
      left -= 1;
      return into.length >= limit || left <= 0;
    },
    MOST_VISITED,
  );
  return into.length > 0;
}

/** Adds the owners of names that hold each whole word and one that begins with the last, the shortest names first. */
function addHolding(
  readings: Readings | undefined,
  [from, to]: Stretch,
  into: number[],
  limit: number,
  accept: Accept,
  catalogue: Catalogue,
): void {
  const { owners, pieces } = catalogue.data;
  if (from === to || !readings) return;
  const holdsLast = (name: number, words: readonly number[]): boolean => {
    for (let at = pieces.starts[name] as number; at < (pieces.starts[name + 1] as number); at++) {
      const word = pieces.values[at] as number;
      if (word >= from && word < to && !words.includes(word)) return true;
    }
    return false;
  };
  const holds = (name: number, wanted: number): boolean => {
    for (let at = pieces.starts[name] as number; at < (pieces.starts[name + 1] as number); at++)
      if (pieces.values[at] === wanted) return true;
    return false;
  };
  // Where few names hold a word that begins so, those are looked at, not all that hold the others.
  const { values, starts } = catalogue.data.postings;
  const [first, end] = [starts[from] as number, starts[to] as number];
  const few = end - first <= FEW ? values.slice(first, end).sort() : undefined;
  for (const slips of [0, 1]) {
    let left = MOST_HELD;
    eachCombination(readings, slips, (words) => {
      if (into.length >= limit || left-- <= 0) return;
      if (words.length === 0) {
        for (const name of namesWithAny(from, to, limit, catalogue))
          if (into.length < limit && accept(owners[name] as number)) addOnce(into, owners[name] as number);
        return;
      }
      if (few) {
        for (const name of few)
          if (into.length < limit && accept(owners[name] as number) && words.every((word) => holds(name, word)))
            addOnce(into, owners[name] as number);
        return;
      }
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

/** Names that hold one of a stretch of words, best first: of each word the best few. */
function namesWithAny(from: number, to: number, limit: number, catalogue: Catalogue): number[] {
  const { values, starts } = catalogue.data.postings;
  const names = new Set<number>();
  let left = MOST_READINGS;
  for (let word = from; word < to && left > 0; word++) {
    if (!catalogue.is(word, 'common')) continue;
    left -= 1;
    const end = Math.min(starts[word + 1] as number, (starts[word] as number) + limit * NAMES_EACH);
    for (let at = starts[word] as number; at < end; at++) names.add(values[at] as number);
  }
  return [...names].sort((a, b) => a - b);
}
