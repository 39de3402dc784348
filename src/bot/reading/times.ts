// Which of the times that a question names it asks for: two ends are one stretch, and what is compared to is not asked.
import { meaningOf, means, type Span } from './annotate.ts';
import { type Period, periodOf } from './periods.ts';

/** A time that the question only compares to: "growth against Q2 2019". */
export type Base = {
  /** 2019, 2019-Q2, or without its year Q2, 01. */
  readonly label: string;
  /** How it is written, as evidence keys. */
  readonly words: readonly string[];
};

export type Times = {
  readonly periods: readonly Period[];
  /** Parts of a year without the year: Q2, H1, 08, 08-16. */
  readonly parts: readonly string[];
  /** Set only where no other time is named. */
  readonly base?: Base;
};

/** The times of a question, a part of a year joined with the only year that is named. */
export function timesOf(spans: readonly Span[]): Times {
  const labels: string[] = [];
  let base: Base | undefined;
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index] as Span;
    const label = labelOf(span);
    if (label === undefined) continue;
    const stretch = stretchFrom(spans, index);
    if (stretch) {
      labels.push(stretch.label);
      index = stretch.end;
    } else if (isCompared(spans, index) && labels.length === 0) base = { label, words: span.words };
    else if (!isCompared(spans, index) || label.length !== 4 || !hasPart(labels)) labels.push(label);
  }
  // "Compare 2018 with 2019": both are asked.
  if (base && labels.length > 0) labels.unshift(base.label);
  const whole = spans.some((span) => means(span, 'period', 'full-year'));
  const periods = labels.filter((label) => /^\d{4}/.test(label));
  const parts = labels.filter((label) => !/^\d{4}/.test(label));
  const joined = joinYears(periods, parts);
  const named = joined.periods.length + joined.parts.length > 0;
  return {
    periods: joined.periods.map((label) =>
      whole && label.length === 4 ? { ...periodOf(label), whole } : periodOf(label),
    ),
    parts: joined.parts,
    ...(base && !named ? { base } : {}),
  };
}

const labelOf = (span: Span | undefined): string | undefined => span?.time?.period?.label ?? span?.time?.yearless;
const hasPart = (labels: readonly string[]): boolean =>
  labels.some((label) => label.length !== 4 || !/^\d{4}$/.test(label));

/** "Compared to 2019", "vs the second quarter": a word that compares stands right before it. */
function isCompared(spans: readonly Span[], index: number): boolean {
  const before = spans[index - 1];
  const article = before?.meanings.every(({ kind }) => kind === 'function') && before.meanings.length > 0;
  const sign = article ? spans[index - 2] : before;
  return sign !== undefined && means(sign, 'operator', 'compare');
}

const MONTH = /^(?:(\d{4})-)?(\d{2})$/;
/** First and last month → the part of a year that they are. */
const PARTS: Readonly<Record<string, string>> = {
  '1-3': 'Q1',
  '4-6': 'Q2',
  '7-9': 'Q3',
  '10-12': 'Q4',
  '1-6': 'H1',
  '7-12': 'H2',
};

/** "Through june": from the beginning of the year to the end of that month, where such a part has a name. */
const UNTIL: Readonly<Record<string, string>> = { '03': 'Q1', '06': 'H1', '12': '' };

/** "Between april and june 2020", "january to june": from month to month, where the year has a name for such a part. */
function stretchFrom(spans: readonly Span[], index: number): { label: string; end: number } | undefined {
  const first = MONTH.exec(labelOf(spans[index]) ?? '');
  const ending = UNTIL[first?.[2] ?? ''];
  const limit = spans[index - 1];
  if (ending !== undefined && limit && means(limit, 'comparator', 'lte') && meaningOf(limit, 'function'))
    return {
      label: [first?.[1] ?? '', ending].filter((part) => part !== '').join('-') || (labelOf(spans[index]) as string),
      end: index,
    };
  // "The june 2020 quarter": the quarter that ends with that month.
  const [, begins, ends] = first ?? [];
  if (
    ends !== undefined &&
    spans[index + 1] &&
    means(spans[index + 1] as Span, 'period', 'quarter') &&
    Number(ends) % 3 === 0
  )
    return { label: [begins, `Q${Number(ends) / 3}`].filter((part) => part !== undefined).join('-'), end: index + 1 };
  const end = labelOf(spans[index + 1]) === undefined ? index + 2 : index + 1;
  const last = MONTH.exec(labelOf(spans[end]) ?? '');
  if (!first || !last || (end > index + 1 && !joins(spans, index + 1))) return undefined;
  const part = PARTS[`${Number(first[2])}-${Number(last[2])}`];
  const [begun, year = begun] = [first[1], last[1]];
  if (!part || (begun !== undefined && begun !== year)) return undefined;
  return { label: year === undefined ? part : `${year}-${part}`, end };
}

/** A word of grammar between two ends ("to", "through"); "and" only behind "between". */
function joins(spans: readonly Span[], index: number): boolean {
  const [opening, span] = [spans[index - 2], spans[index] as Span];
  if (means(span, 'operator', 'and')) return opening !== undefined && means(opening, 'comparator', 'between');
  return (
    !means(span, 'operator', 'or') &&
    !means(span, 'operator', 'compare') &&
    span.meanings.some(({ kind }) => kind === 'function' || kind === 'comparator')
  );
}

/** "Q1 and Q2 2020", "in 2020 … second quarter": a part takes the only year that the question names. */
function joinYears(periods: readonly string[], parts: readonly string[]): { periods: string[]; parts: string[] } {
  const years = new Set(periods.map((label) => label.slice(0, 4)));
  const [year] = years;
  if (parts.length === 0 || years.size !== 1 || year === undefined) return { periods: [...periods], parts: [...parts] };
  const rest = periods.filter((label) => label !== year);
  return { periods: [...rest, ...parts.map((part) => `${year}-${part}`)], parts: [] };
}
