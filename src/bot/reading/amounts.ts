// Reads numbers with their unit or currency out of a question: "150 euros", "€300+", "5,160mAh", "RMB 1.9bn", "50欧元".
import type { PhraseMatch } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import type { MeaningsAt } from './periods.ts';
import type { Token } from './tokens.ts';

export type Amount = {
  readonly length: number;
  readonly value: number;
  /** Unit symbol, where one was given. */
  readonly unit?: string;
  /** ISO currency code, where one was given. */
  readonly currency?: string;
  /** A "+" stands behind it: this much or more. */
  readonly orMore: boolean;
};

type Found<K extends Meaning['kind']> = { readonly length: number; readonly meaning: Extract<Meaning, { kind: K }> };

function find<K extends Meaning['kind']>(
  at: MeaningsAt,
  tokens: readonly Token[],
  start: number,
  kind: K,
): Found<K> | undefined {
  for (const { length, meanings } of [...at(start)].reverse()) {
    const meaning = meanings.find((one): one is Extract<Meaning, { kind: K }> => one.kind === kind);
    // "in", "s" and "a" are words before they are units, and a quotation may begin: as units they stick to their number.
    const alsoWord = length === 1 && (tokens[start]?.word === '"' || meanings.some((one) => one.kind === 'function'));
    if (meaning && (!alsoWord || tokens[start]?.glued)) return { length, meaning };
  }
  return undefined;
}

/** "5m users", "5m monthly users": what is counted stands behind, in the plural or in a unit of its own. */
function isCounted(tokens: readonly Token[], start: number, isLarge: boolean, at: MeaningsAt): boolean {
  for (let place = start; place < start + MOST_BETWEEN; place++) {
    const next = tokens[place];
    if (next?.kind !== 'word' || next.glued || next.pause) return false;
    const kinds = new Set(at(place).flatMap(({ meanings }) => meanings.map(({ kind }) => kind)));
    if (kinds.has('function')) return false;
    // "343m MAU": so large a figure measures nothing that has a name.
    if (isLarge && place === start && kinds.has('attribute')) return true;
    if (kinds.has('unit') || (next.word.length > MIN_PLURAL && next.word.endsWith('s') && next.key !== next.word))
      return true;
  }
  return false;
}
/** Before so large a scale, a number in words makes an amount: "two hundred", "five million". */
const LEAST_WRITTEN = 100;
const MIN_PLURAL = 3;
const LARGE = 100;
/** Words that lead to the plural, and it. */
const MOST_BETWEEN = 3;

/** Reads the amount that begins at `start`: currency first or number first. */
export function readAmount(tokens: readonly Token[], start: number, at: MeaningsAt): Amount | undefined {
  const before = tokens[start]?.kind === 'number' ? undefined : find(at, tokens, start, 'currency');
  const begin = start + (before?.length ?? 0);
  const number = tokens[begin];
  const written = number?.kind === 'number' ? undefined : find(at, tokens, begin, 'numeral');
  const figure = number?.kind === 'number' ? number.value : written?.meaning.value;
  if (number === undefined || figure === undefined) return undefined;
  let next = begin + (written?.length ?? 1);
  let value = figure;
  const scale = find(at, tokens, next, 'scale');
  // "Five million" is an amount; "five" by itself is a word that counts.
  if (written && (scale?.meaning.factor ?? 0) < LEAST_WRITTEN) return undefined;
  const unitHere = find(at, tokens, next, 'unit');
  const currencyHere = find(at, tokens, next, 'currency');
  const scaledMoney = scale && (before || find(at, tokens, next + scale.length, 'currency'));
  if (scale && (scaledMoney || (!unitHere && !currencyHere) || scale.length >= (unitHere?.length ?? 0))) {
    const isUnit = unitHere && !scaledMoney && unitHere.length === scale.length;
    const unitWins = isUnit && !isCounted(tokens, next + scale.length, value >= LARGE, at);
    if (!unitWins) {
      value = Number((value * scale.meaning.factor).toPrecision(15));
      next += scale.length;
      const second = find(at, tokens, next, 'scale');
      if (second && second.meaning.factor >= 1000) {
        value = Number((value * second.meaning.factor).toPrecision(15));
        next += second.length;
      }
    }
  }
  const plus = (): boolean => {
    if (tokens[next]?.word !== '+' || tokens[next + 1]?.kind === 'number') return false;
    next += 1;
    return true;
  };
  let orMore = plus();
  const currency = before ?? find(at, tokens, next, 'currency');
  if (!before && currency) next += currency.length;
  const behind = currency ? undefined : find(at, tokens, next, 'unit');
  const unit = behind && !isOfYear(number, tokens[next], at(next)) ? behind : undefined;
  if (unit) next += unit.length;
  orMore = plus() || orMore;
  return {
    length: next - start,
    value,
    orMore,
    ...(currency ? { currency: currency.meaning.id } : {}),
    ...(unit ? { unit: unit.meaning.id } : {}),
  };
}

/** "The 2020 ranking": what stands behind a year, and is a thing as well as a unit, counts nothing. */
const isOfYear = ({ word }: Token, next: Token | undefined, phrases: readonly PhraseMatch[]): boolean =>
  /^20[0-3]\d$/.test(word) &&
  next?.glued !== true &&
  phrases.some(({ meanings }) => meanings.some(({ kind }) => kind === 'concept'));

/** The amount, without its unit where that begins a name: "2 mi band". */
export function beforeName(
  amount: Amount | undefined,
  tokens: readonly Token[],
  start: number,
  at: (start: number) => PhraseMatch[],
): Amount | undefined {
  const last = start + (amount?.length ?? 0) - 1;
  if (!amount?.unit || last <= start || tokens[last]?.glued) return amount;
  const isName = at(last).some(({ length, meanings }) => length > 1 && meanings.some(({ kind }) => kind === 'subject'));
  if (!isName) return amount;
  const { unit: _unit, ...plain } = amount;
  return { ...plain, length: amount.length - 1 };
}
