// Whether a fact has the time, the unit and the form that a question asks for.
import type { Attribute, Fact, Offer } from '../knowledge/model.ts';
import { means, type Span } from './annotate.ts';
import type { Context } from './context.ts';
import { isFigure } from './measure.ts';
import { before, isDay, isMonth, overlaps, type Period, periodOf, within } from './periods.ts';
import { isMeasured, type Query, type Term } from './query.ts';
import type { Base } from './times.ts';
import { tokenize } from './tokens.ts';

/** 1: the fact is of the asked time; less: near it; 0: of another time. Without an asked time, 0.5. */
export function timeFit(fact: Fact, query: Query, { evidence }: Context): number {
  if (query.base) return changesFrom(fact, query.base, evidence) ? 1 : 0;
  if (query.periods.length === 0 && query.parts.length === 0) return 0.5;
  // What is measured for a time must be measured for that time: that a text was published then says nothing.
  const measures = query.terms.some(isMeasured);
  const typed = !measures || (fact.value.kind !== 'text' && fact.value.kind !== 'list');
  const { times } = evidence.traits(fact.index);
  const fits = query.periods.map((asked) =>
    periodFit(fact, asked, evidence.strength(fact.index, `n:${asked.label.slice(0, 4)}`), typed, times),
  );
  const parts = query.parts.map((part) => partFit(fact, part, times));
  return Math.max(0, ...fits, ...parts);
}

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
    // "So far this year": the month in which that was said.
    if (isMonth(asked) && within(asked, own) && fact.asOf.startsWith(asked.label)) return WITHIN_PART;
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

/** Times, counts and ranks are asked for in words that may count anything. */
const COUNTING = new Set(['times', 'count', 'rank']);

/**
 * Is a price of the asked kind? A starting price answers for a recommended one, and the other way round, where a product
 * has no other; an early-bird price never does.
 */
export function offerFits({ offer, subject, attribute }: Fact, asked: Offer, { ownFacts }: Context): boolean {
  if (offer === asked) return true;
  if (asked === 'early-bird' || offer === 'early-bird') return false;
  return !ownFacts.get(subject)?.some((other) => other.attribute === attribute && other.offer === asked);
}

/** Names an attribute that is a sum. */
const asksSum = ({ terms }: Query, { knowledge }: Context): boolean =>
  terms.some(
    (term) => isMeasured(term) && term.keys.some((key) => knowledge.attributes.get(key.slice(2))?.kind === 'money'),
  );

/** A question for a sum in a currency, or a figure in a unit, is answered by such a value only. */
export function unitFits(fact: Fact, query: Query, context: Context): boolean {
  const { evidence } = context;
  const { value } = fact;
  if (query.currency && value.kind === 'money' && value.currency !== query.currency) return false;
  if (query.currency && value.kind !== 'money' && (!evidence.traits(fact.index).money || asksSum(query, context)))
    return false;
  if (query.offer && value.kind === 'money' && fact.offer !== undefined && !offerFits(fact, query.offer, context))
    return false;
  if (
    query.units.length === 0 ||
    query.terms.some((term) => isMeasured(term) && term.keys.includes(`a:${fact.attribute}`))
  )
    return true;
  return hasUnit(fact, query, context);
}

/** Does the value have, or its text hold, an amount of a unit that the question names? True where it names none, or counts. */
export function hasUnit(fact: Fact, { units }: Query, { knowledge, evidence }: Context): boolean {
  if (units.length === 0 || units.some((unit) => COUNTING.has(knowledge.units.get(unit)?.dimension ?? ''))) return true;
  const { value } = fact;
  const own =
    value.kind === 'quantity'
      ? [knowledge.units.get(value.unit)?.dimension ?? '']
      : evidence.traits(fact.index).dimensions;
  return units.some((unit) => own.includes(knowledge.units.get(unit)?.dimension ?? ''));
}

/** Years, days and seconds are written in too many ways to be held to. */
const LOOSE = new Set([...COUNTING, 'time']);

/** Has the fact, or another of the same thing that bears the figure, anything in the unit that was asked with the figure? */
export function bearsUnit(
  fact: Fact,
  { unit = '', keys }: Term,
  { knowledge, evidence, ownFacts, root }: Context,
): boolean {
  const dimension = knowledge.units.get(unit)?.dimension ?? '';
  const bears = ({ index, value }: Fact): boolean =>
    evidence.traits(index).dimensions.includes(dimension) ||
    (value.kind === 'quantity' && knowledge.units.get(value.unit)?.dimension === dimension);
  if (LOOSE.has(dimension) || bears(fact)) return true;
  // "The 34 inch monitor": all of its facts are of that one.
  const isSaid = ({ index }: Fact): boolean => keys.some((key) => evidence.strength(index, key) > 0);
  return fact.subject !== root && ownFacts.get(fact.subject)?.some((own) => isSaid(own) && bears(own)) === true;
}

const isOf = (dimension: string, { value }: Fact, { units }: Context['knowledge']): boolean =>
  value.kind === 'quantity' && units.get(value.unit)?.dimension === dimension;

const isTime = (fact: Fact, knowledge: Context['knowledge']): boolean => isOf('time', fact, knowledge);

/** A number of people or things: asked for how long something took, no answer. */
const isCount = (fact: Fact, knowledge: Context['knowledge']): boolean => isOf('count', fact, knowledge);

/** "How much does it cost": a count of people or things tells no sum. */
const isOfCount = (fact: Fact, attribute: Attribute | undefined, knowledge: Context['knowledge']): boolean =>
  attribute?.general === true && isCount(fact, knowledge);

/** How well a value tells a number: of people or things named in the question, a time tells none, nor a list one of things. */
function countFit(
  fact: Fact,
  { asks, counted, currency, units }: Query,
  hasNumber: boolean,
  knowledge: Context['knowledge'],
): number {
  const { kind } = fact.value;
  if (counted && counted !== 'time' && isTime(fact, knowledge)) return -0.5;
  // The seventh of its kind tells of no seven.
  if (counted && isOf('rank', fact, knowledge)) return -0.5;
  if (counted === 'time' && isCount(fact, knowledge)) return -0.5;
  if (kind === 'quantity') return 1;
  if (kind === 'list') return counted === 'things' || counted === 'time' ? -0.5 : 0.3;
  // "How many dollars" asks for a sum, "how many were sold" for none.
  if (kind === 'money') return asks.has('how-much') || currency || units.length > 0 ? 0 : -0.5;
  return hasNumber && counted !== 'things' ? -0.3 : -0.8;
}

/** Question words that ask for a form of value. */
export const FORMED: ReadonlySet<string> = new Set([
  'who',
  'when',
  'where',
  'why',
  'how-many',
  'how-much',
  'how-long',
  'count',
]);
/** "How did she describe the price": somebody's words are asked for, whatever they are of. */
export const asksWords = ({ attributes, mentions, asks }: Query, { knowledge }: Context): boolean =>
  (asks.has('how') || asks.has('which')) &&
  !asks.has('meaning') &&
  ![...asks].some((id) => FORMED.has(id)) &&
  attributes.some((id) => knowledge.attributes.get(id)?.answers.includes('saying')) &&
  mentions.some(({ ids }) => ids.some((id) => knowledge.subjects.get(id)?.kind === 'person'));

const UNNAMED = 0.3;
const OPEN = new Set(['meaning', 'which', 'whether']);
/** "What did he post there": how often it was read is not what he did, where no figure is named. */
const isOpen = (
  { asks, attributes, units, terms, mentions }: Query,
  attribute: string,
  { subjects }: Context['knowledge'],
): boolean =>
  asks.has('meaning') &&
  asks.has('whether') &&
  units.length === 0 &&
  !attributes.includes(attribute) &&
  !terms.some(isMeasured) &&
  [...asks].every((id) => OPEN.has(id)) &&
  mentions.some(({ ids }) => ids.some((id) => subjects.get(id)?.kind === 'person'));

/** "Why is it codenamed H2": what the question itself says is no reason. */
export function isGiven({ value, attribute }: Fact, { asks, text }: Query, { knowledge }: Context): boolean {
  if (!asks.has('why') || value.kind !== 'text' || knowledge.attributes.get(attribute)?.general) return false;
  const said = new Set(tokenize(text).map(({ key }) => key));
  return tokenize(value.text.en).every(({ key }) => said.has(key));
}

/** "How was it sold", but not "how hard was it": the verb stands right behind the question word. */
const isManner = ({ asks, spans }: Query): boolean => {
  if (!asks.has('whether')) return false;
  const at = spans.findIndex((span) => means(span, 'question', 'how'));
  return spans[at + 1] !== undefined && means(spans[at + 1] as Span, 'question', 'whether');
};

/** Does the value have the form that the question word asks for? −1 to 1. */
export function askFit(fact: Fact, query: Query, context: Context): number {
  const { knowledge, evidence } = context;
  const { kind } = fact.value;
  const { asks } = query;
  if (asks.size === 0 && !query.operators.has('difference')) return 0;
  const traits = evidence.traits(fact.index);
  const attribute = knowledge.attributes.get(fact.attribute);
  const answers = (ask: string): boolean => attribute?.answers.includes(ask) === true;
  let fit = 0;
  // "How much better is its sensor": no name of the sensor tells by how much.
  if (query.operators.has('difference'))
    fit += kind === 'quantity' || kind === 'money' ? 0.3 : traits.number ? 0 : -0.7;
  if (asks.has('when')) fit += kind === 'date' ? 1 : traits.date ? 0.2 : -0.7;
  if (asks.has('who')) {
    const person =
      fact.value.kind === 'subject' &&
      fact.value.ids.some((id) => ['person', 'company'].includes(knowledge.subjects.get(id)?.kind ?? ''));
    fit += person ? 1 : traits.person ? 0.3 : kind === 'text' || kind === 'list' ? -0.35 : -0.5;
  }
  if (asks.has('how-much'))
    fit +=
      kind === 'money'
        ? 0.8
        : kind === 'quantity'
          ? isTime(fact, knowledge) || isOfCount(fact, attribute, knowledge)
            ? -0.5
            : 0.6
          : traits.money && !attribute?.general
            ? -0.1
            : traits.dimensions.length > 0 && !attribute?.general
              ? -0.2
              : -0.8;
  if (asks.has('how-many') || asks.has('count')) fit += countFit(fact, query, traits.number, knowledge);
  if (asks.has('how-long') && kind === 'date' && attribute?.promised) fit += 1;
  else if (asks.has('how-long'))
    fit +=
      isTime(fact, knowledge) || answers('how-long')
        ? 1
        : traits.number
          ? kind === 'text' && !traits.dimensions.includes('time')
            ? -0.3
            : query.units.length === 0 && isCount(fact, knowledge)
              ? -0.5
              : 0
          : -0.5;
  if (asks.has('why')) fit += answers('why') ? 1 : kind === 'text' ? 0.1 : -0.5;
  if (asks.has('where')) {
    const place =
      fact.value.kind === 'subject' && fact.value.ids.some((id) => knowledge.subjects.get(id)?.kind === 'place');
    fit += place || answers('where') ? 1 : traits.place ? 0.2 : -0.3;
  }
  if (asks.has('how') && answers('how') && asks.size === (isManner(query) ? 2 : 1)) fit += 0.5;
  // How a thing is or was done is told neither by a day nor by a name.
  else if (asks.has('how') && (kind === 'date' || kind === 'subject') && ![...asks].some((id) => FORMED.has(id)))
    fit -= 0.3;
  if (isFigure(kind) && attribute?.general !== true && isOpen(query, fact.attribute, knowledge)) fit -= UNNAMED;
  if (isFigure(kind) && asksWords(query, context)) fit -= 0.7;
  return Math.max(-1, Math.min(1, fit));
}
