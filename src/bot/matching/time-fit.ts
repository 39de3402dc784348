// Whether a fact is of the time that a question asks for.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { isRank } from '../reading/measure.ts';
import { before, isDay, isMonth, overlaps, type Period, periodOf, within } from '../reading/periods.ts';
import { isMeasured, type Query } from '../reading/query.ts';
import type { Base } from '../reading/times.ts';

/** 1: the fact is of the asked time; less: near it; 0: of another time. Without an asked time, 0.5. */
export function timeFit(fact: Fact, query: Query, context: Context): number {
  const { evidence, knowledge } = context;
  if (query.base) return changesFrom(fact, query.base, evidence) ? 1 : 0;
  if (query.periods.length === 0 && query.parts.length === 0) return 0.5;
  // What is measured for a time must be measured for that time: that something else was published then says nothing.
  const measures = query.terms.some(isMeasured);
  const typed =
    !measures ||
    (knowledge.attributes.get(fact.attribute)?.general !== true &&
      fact.value.kind !== 'text' &&
      fact.value.kind !== 'list');
  const { times } = evidence.traits(fact.index);
  const fits = query.periods.map((asked) =>
    periodFit(fact, asked, evidence.strength(fact.index, `n:${asked.label.slice(0, 4)}`), typed, times),
  );
  const parts = query.parts.map((part) => partFit(fact, part, times));
  const best = Math.max(0, ...fits, ...parts);
  return best === 0 && isOfEdition(fact, query, context) ? EDITION : best;
}

/** "Revenue on the 2020 list": what a list tells is of the year before, and dated by the piece that is titled after it. */
function isOfEdition({ index, period, asOf, source }: Fact, { periods, terms }: Query, context: Context): boolean {
  if (period === undefined || !periods.some(({ label }) => label.length === 4 && asOf.startsWith(label))) return false;
  const { evidence, knowledge, root } = context;
  const title = knowledge.sources.get(source)?.title.toLowerCase() ?? '';
  const isTitle = (key: string): boolean => {
    const subject = key === `s:${root}` ? undefined : knowledge.subjects.get(key.slice(2));
    return subject?.kind === 'company' && title.includes(subject.names.en.toLowerCase());
  };
  return terms.some(({ role, keys, words }) =>
    role === 'subject'
      ? keys.some(isTitle)
      : role === 'attribute' &&
        keys.some((key) => isRank(key.slice(2), knowledge)) &&
        words.some((word) => evidence.strength(index, word) > 0),
  );
}
const EDITION = 0.6;

/** Does the fact hold a change since that time, or name it? */
function changesFrom({ index, growth, period }: Fact, { label, words }: Base, evidence: Context['evidence']): boolean {
  const since = period && growth ? before(period) : undefined;
  if (since && ((growth?.yoy && since.yoy.endsWith(label)) || (growth?.qoq && since.qoq?.endsWith(label)))) return true;
  // "Against 2019": of a half or a quarter, the same a year earlier.
  if (since && growth?.yoy && since.yoy.slice(0, 4) === label) return true;
  return words.length > 0 && words.every((word) => evidence.strength(index, word) > 0);
}

/** How well the own date of a fact fits an asked day: that day, its month, its year, or the day on which it was said. */
const DAY = { own: 1, named: 0.9, month: 0.5, year: 0.2, said: 0.3 } as const;

function dayFit(fact: Fact, asked: Period, typed: boolean, times: readonly string[]): number {
  const date = fact.value.kind === 'date' ? fact.value.date : undefined;
  const own = date === undefined ? undefined : periodOf(date);
  if (own && overlaps(own, asked)) return isDay(own) ? DAY.own : isMonth(own) ? DAY.month : DAY.year;
  if (times.includes(asked.label)) return DAY.named;
  if (isOfOtherYear(times, asked)) return 0;
  return typed && fact.asOf === asked.label ? DAY.said : 0;
}

function periodFit(fact: Fact, asked: Period, yearInText: number, typed: boolean, times: readonly string[]): number {
  if (fact.period) {
    const own = periodOf(fact.period);
    if (own.label === asked.label || (own.from === asked.from && own.to === asked.to)) return 1;
    // "By Q2": of a stretch, its end.
    if (fact.period.includes('/') && own.from < asked.from && own.to >= asked.from && own.to <= asked.to)
      return WITHIN_PART;
    // "So far this year": the month in which that was said. "Why did sales suffer in May": words of the quarter, and no figure.
    const isSaidOf = fact.value.kind === 'text' || fact.asOf.startsWith(asked.label);
    if (isMonth(asked) && within(asked, own) && isSaidOf) return WITHIN_PART;
    if (within(own, asked)) return isOnlyPart(own, asked) && typed && fact.value.kind !== 'date' ? 0 : 0.8;
    return 0;
  }
  if (isDay(asked)) return dayFit(fact, asked, typed, times);
  if (fact.value.kind === 'date' && overlaps(periodOf(fact.value.date), asked)) return 1;
  if (yearInText > 0 && asked.label.length === 4) return 0.75;
  if (times.some((label) => within(periodOf(label), asked))) return 0.65;
  if (isOfOtherYear(times, asked)) return 0;
  return typed && within(periodOf(fact.asOf), asked) ? 0.7 : 0;
}

/** What a quarter brought in is not what the half-year did, nor a half what the full year did. */
const isOnlyPart = (own: Period, asked: Period): boolean =>
  asked.whole === true || (/-Q\d$/.test(own.label) && /-H\d$/.test(asked.label));

/** The fact's own words date it to another year than the asked one. */
function isOfOtherYear(times: readonly string[], asked: Period): boolean {
  const years = times.map((label) => label.slice(0, 4));
  return years.length > 0 && !years.some((year) => asked.from.slice(0, 4) <= year && year <= asked.to.slice(0, 4));
}

/** How well what is dated within a half or a quarter fits that. */
const WITHIN_PART = 0.6;

function partFit(fact: Fact, part: string, times: readonly string[]): number {
  if (fact.period?.slice(5) === part) return 1;
  const isHalfOrQuarter = !/^\d/.test(part);
  const own = fact.period === undefined ? undefined : periodOf(fact.period);
  // What was counted in a month stands for the part of the year that the month is in.
  if (own && isMonth(own) && isHalfOrQuarter && within(own, periodOf(`${own.label.slice(0, 4)}-${part}`)))
    return WITHIN_PART;
  // The day that its own sentence names is the fact's, too.
  if (!fact.period && times.some((label) => label.slice(5) === part)) return 0.65;
  const date = fact.value.kind === 'date' ? fact.value.date : (fact.period ?? fact.asOf);
  if (!isHalfOrQuarter) return date.slice(5).startsWith(part) ? 0.9 : 0;
  return !fact.period && overlaps(periodOf(date), periodOf(`${date.slice(0, 4)}-${part}`)) ? WITHIN_PART : 0;
}

/** "Who joined after 2015": whether what is dated lies beyond; undefined for what has no date of its own. */
export function openFit({ value, period }: Fact, open: readonly Period[]): number | undefined {
  const own = value.kind === 'date' ? value.date : period;
  if (own === undefined) return undefined;
  return open.some((asked) => overlaps(periodOf(own), asked)) ? BEYOND : 0;
}
const BEYOND = 0.8;
