// Reads dates and periods out of a question: "Q2 2020", "1h20", "August 16, 2011", "2020年上半年", "last six months of 2019".
import type { Meaning } from './meaning.ts';
import type { Token } from './tokens.ts';

/** A stretch of time, both ends included, as ISO days. `label` is how a fact would name it: 2020, 2020-Q2, 2020-H1, 2020-08, 2020-08-16. */
export type Period = {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** A year asked for as a whole: no part of it answers. */
  readonly whole?: boolean;
};

/** A single day: its label is written in full. */
export const isDay = ({ label }: Period): boolean => label.length === '2020-08-16'.length;
/** A single month. */
export const isMonth = ({ label }: Period): boolean => label.length === '2020-08'.length;

export type MeaningsAt = (
  start: number,
) => readonly { readonly length: number; readonly meanings: readonly Meaning[] }[];
const pad = (value: number): string => String(value).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const months = (year: number, first: number, last: number): Pick<Period, 'from' | 'to'> => ({
  from: `${year}-${pad(first)}-01`,
  to: `${year}-${pad(last)}-${pad(lastDay(year, last))}`,
});

/**
 * The stretch of time that a label means; a span such as 2018/2019-Q2 runs from the first to the end of the second.
 * @param label 2020, 2020-Q2, 2020-H1, 2020-08, 2020-08-16, or two of these joined by "/"
 */
export function periodOf(label: string): Period {
  const known = stretches.get(label);
  if (known) return known;
  const stretch = read(label);
  if (stretches.size < MOST_STRETCHES) stretches.set(label, stretch);
  return stretch;
}

/** The labels of facts and of most questions: a few hundred. */
const stretches = new Map<string, Period>();
const MOST_STRETCHES = 5000;

function read(label: string): Period {
  const [first = '', second] = label.split('/');
  if (second) return { label, from: periodOf(first).from, to: periodOf(second).to };
  const year = Number(first.slice(0, 4));
  const rest = first.slice(5);
  if (rest === '') return { label, ...months(year, 1, 12) };
  if (rest.startsWith('Q')) return { label, ...months(year, Number(rest[1]) * 3 - 2, Number(rest[1]) * 3) };
  if (rest.startsWith('H')) return { label, ...months(year, rest === 'H1' ? 1 : 7, rest === 'H1' ? 6 : 12) };
  if (rest.length === 2) return { label, ...months(year, Number(rest), Number(rest)) };
  return { label, from: first, to: first };
}

const isYear = (value: number | undefined): value is number =>
  value !== undefined && value >= 1970 && value <= 2100 && Number.isInteger(value);
/** A year or month-of-year that the question leaves out is a part without `year`. */
type Part = { readonly part: string; readonly length: number };
const PERIOD_PARTS: Readonly<Record<string, string>> = {
  'first-quarter': 'Q1',
  'second-quarter': 'Q2',
  'third-quarter': 'Q3',
  'fourth-quarter': 'Q4',
  'first-half': 'H1',
  'second-half': 'H2',
};

/** "Q2", "2q", "h1", "1H", "second quarter" at `start`: the part of a year. */
function readPart(tokens: readonly Token[], start: number, at: MeaningsAt): Part | undefined {
  const [first, second] = [tokens[start], tokens[start + 1]];
  const glued = second?.glued === true;
  const letter = (token: Token | undefined): string =>
    token?.word === 'q' || token?.word === 'h' ? token.word.toUpperCase() : '';
  const digit = (token: Token | undefined): number =>
    token?.kind === 'number' && token.word.length === 1 ? Number(token.word) : 0;
  const pairs: [string, number][] = [
    [letter(first), digit(second)],
    [letter(second), digit(first)],
  ];
  for (const [name, count] of pairs)
    if (glued && name && count >= 1 && count <= (name === 'Q' ? 4 : 2)) return { part: name + count, length: 2 };
  for (const { length, meanings } of [...at(start)].reverse())
    for (const meaning of meanings)
      if (meaning.kind === 'period') {
        const part = PERIOD_PARTS[meaning.id];
        if (part) return { part, length };
      }
  return undefined;
}

const isWord = (token: Token | undefined, ...words: string[]): boolean =>
  token !== undefined && words.includes(token.word);
/** Han and Hangul signs for year, month and day stand behind their number. */
const YEAR_SIGNS = ['年', '년'];
const MONTH_SIGNS = ['月', '월'];
const DAY_SIGNS = ['日', '号', '號', '일'];

function readYear(tokens: readonly Token[], start: number): { year: number; length: number } | undefined {
  const token = tokens[start];
  if (token?.kind !== 'number' || token.word.includes('.') || token.word.includes(',')) return undefined;
  const signed = isWord(tokens[start + 1], ...YEAR_SIGNS);
  if (isYear(token.value) && token.word.length === 4) return { year: token.value, length: signed ? 2 : 1 };
  return undefined;
}

function readMonth(
  tokens: readonly Token[],
  start: number,
  at: MeaningsAt,
): { month: number; length: number } | undefined {
  const token = tokens[start];
  if (
    token?.kind === 'number' &&
    isWord(tokens[start + 1], ...MONTH_SIGNS) &&
    Number(token.word) >= 1 &&
    Number(token.word) <= 12
  )
    return { month: Number(token.word), length: 2 };
  for (const { length, meanings } of [...at(start)].reverse()) {
    const month = meanings.find((meaning) => meaning.kind === 'month');
    if (month?.kind === 'month') return { month: month.month, length };
  }
  return undefined;
}

function readDay(tokens: readonly Token[], start: number): { day: number; length: number } | undefined {
  const token = tokens[start];
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.word)) return undefined;
  const day = Number(token.word);
  if (day < 1 || day > 31) return undefined;
  const next = tokens[start + 1];
  const ending = isWord(next, ...DAY_SIGNS, 'st', 'nd', 'rd', 'th') && next?.glued;
  return { day, length: ending ? 2 : 1 };
}

/** What was read at a place: a whole period, or a month, part or day whose year the question leaves out. */
export type TimeMatch = { readonly length: number; readonly period?: Period; readonly yearless?: string };

const day = (year: number, month: number, date: number): Period | undefined =>
  date <= lastDay(year, month) ? periodOf(`${year}-${pad(month)}-${pad(date)}`) : undefined;

/** Reads the longest date or period that begins at `start`, or nothing. */
export function readTime(tokens: readonly Token[], start: number, at: MeaningsAt): TimeMatch | undefined {
  return readFromYear(tokens, start, at) ?? readFromPart(tokens, start, at) ?? readFromMonth(tokens, start, at);
}

/** The year behind a part or month: "Q2 of 2020", "august 2011", "2q20". */
function yearAfter(
  tokens: readonly Token[],
  start: number,
  shortYear: boolean,
): { year: number; length: number } | undefined {
  const skip = isWord(tokens[start], 'of', 'in', 'de', 'del', 'del') ? 1 : 0;
  const found = readYear(tokens, start + skip);
  if (found) return { year: found.year, length: found.length + skip };
  const token = tokens[start];
  if (shortYear && token && SHORT_YEAR.test(token.word)) return { year: 2000 + Number(token.word), length: 1 };
  return undefined;
}

/** "20年第二季度": behind two digits and the sign of a year, a part of it or a month tells that it is one. */
function readShortYear(tokens: readonly Token[], start: number, at: MeaningsAt): ReturnType<typeof readYear> {
  const { word = '', kind } = tokens[start] ?? {};
  if (kind !== 'number' || !SHORT_YEAR.test(word) || !isWord(tokens[start + 1], ...YEAR_SIGNS)) return undefined;
  const isOfYear = readPart(tokens, start + 2, at) ?? readMonth(tokens, start + 2, at);
  return isOfYear && { year: 2000 + Number(word), length: 2 };
}
const SHORT_YEAR = /^[1-3]\d$/;

function readFromYear(tokens: readonly Token[], start: number, at: MeaningsAt): TimeMatch | undefined {
  const found = readYear(tokens, start) ?? readShortYear(tokens, start, at);
  if (!found) return undefined;
  const { year } = found;
  const slash = isWord(tokens[start + found.length], '/') ? 1 : 0;
  const then = start + found.length + slash;
  const part = readPart(tokens, then, at);
  if (part) return { length: found.length + part.length, period: periodOf(`${year}-${part.part}`) };
  const month = readMonth(tokens, then, at);
  const numeric = tokens[then];
  if (month) {
    const date = readDay(tokens, then + month.length);
    const whole =
      date && (date.length === 2 || tokens[then + month.length]?.glued) ? day(year, month.month, date.day) : undefined;
    if (whole && date) return { length: found.length + month.length + date.length, period: whole };
    return { length: found.length + month.length, period: periodOf(`${year}-${pad(month.month)}`) };
  }
  if (
    numeric?.kind === 'number' &&
    /^\d{2}$/.test(numeric.word) &&
    Number(numeric.word) >= 1 &&
    Number(numeric.word) <= 12
  ) {
    const after = then + 1 + (isWord(tokens[then + 1], '/') ? 1 : 0);
    const date = readDay(tokens, after);
    const whole = date ? day(year, Number(numeric.word), date.day) : undefined;
    if (whole && date) return { length: after - start + date.length, period: whole };
    return { length: then + 1 - start, period: periodOf(`${year}-${numeric.word}`) };
  }
  return { length: found.length, period: periodOf(String(year)) };
}

function readFromPart(tokens: readonly Token[], start: number, at: MeaningsAt): TimeMatch | undefined {
  const part = readPart(tokens, start, at);
  if (!part) return undefined;
  const year = yearAfter(tokens, start + part.length, true);
  if (!year) return { length: part.length, yearless: part.part };
  return { length: part.length + year.length, period: periodOf(`${year.year}-${part.part}`) };
}

function readFromMonth(tokens: readonly Token[], start: number, at: MeaningsAt): TimeMatch | undefined {
  const dayFirst = readDay(tokens, start);
  const skip = dayFirst && isWord(tokens[start + dayFirst.length], 'of', 'de') ? 1 : 0;
  const monthAfterDay = dayFirst && readMonth(tokens, start + dayFirst.length + skip, at);
  const month = monthAfterDay ?? readMonth(tokens, start, at);
  if (!month) return undefined;
  let length = month.length + (monthAfterDay && dayFirst ? dayFirst.length + skip : 0);
  let date = monthAfterDay ? dayFirst?.day : undefined;
  if (date === undefined) {
    const behind = readDay(tokens, start + length);
    if (behind && !readYear(tokens, start + length)) {
      date = behind.day;
      length += behind.length;
    }
  }
  const year = yearAfter(tokens, start + length, false);
  if (!year) {
    const loneMonth = date === undefined && month.length === 1 && tokens[start]?.word === 'may';
    return loneMonth
      ? undefined
      : { length, yearless: date === undefined ? pad(month.month) : `${pad(month.month)}-${pad(date)}` };
  }
  const whole = date === undefined ? periodOf(`${year.year}-${pad(month.month)}`) : day(year.year, month.month, date);
  return whole && { length: length + year.length, period: whole };
}

/** The periods that a change is reckoned from: of 2020-Q2, 2019-Q2 (a year before) and 2020-Q1 (the quarter before). */
export function before(label: string): { yoy: string; qoq?: string } {
  const year = Number(label.slice(0, 4));
  const quarter = /-Q(\d)$/.exec(label)?.[1];
  const yoy = `${year - 1}${label.slice(4)}`;
  if (!quarter) return { yoy };
  return { yoy, qoq: quarter === '1' ? `${year - 1}-Q4` : `${year}-Q${Number(quarter) - 1}` };
}

/** Do two stretches share a day? */
export const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;
/** Does the first lie wholly in the second? */
export const within = (a: Period, b: Period): boolean => a.from >= b.from && a.to <= b.to;
