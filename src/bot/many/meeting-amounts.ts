// "Over 5000 mAh", "under 300 euros": which subjects have such an amount.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { isNumeric } from '../reading/measure.ts';
import { withMembers } from '../reading/members.ts';
import type { Constraint, Query } from '../reading/query.ts';
import { eachHeld, type Meeting, markScan, type Scan, scanOf } from './meeting.ts';
import { isPrice } from './superlative.ts';

/** "About" is as near as this, as a share of the asked amount. */
const ABOUT = 0.1;

/** Nobody writes one of two units for the other that are so many times as large: hertz for gigahertz, kilometres for millimetres. */
const APART = 10_000;

/**
 * The subjects that have an amount: of the named attribute where they hold one that is named, else of any that has the unit
 * or currency.
 * @param isOfKind whether a subject is of the asked kind: a bare sum is one in the currency in which most of these are priced
 */
export function meetingAmount(
  constraint: Constraint,
  query: Query,
  context: Context,
  isOfKind: (place: number) => boolean,
): Meeting {
  const { knowledge, columns } = context;
  const { amount, high } = constraint;
  const unit = amount.unit ? knowledge.units.get(amount.unit) : undefined;
  const top = high
    ? high.value * ((high.unit && knowledge.units.get(high.unit)?.factor) || unit?.factor || 1)
    : undefined;
  const asked = amount.value * (unit?.factor ?? 1);
  const dimension = amount.currency ? `money ${amount.currency}` : unit?.dimension;
  // "Under 150 with a 5000 mAh battery": a bare figure is of what it implies.
  const isBare = dimension === undefined && query.implied.length > 0;
  const names = new Set(withMembers(isBare ? query.implied : query.attributes, knowledge.attributes));
  // "With NFC and at least 5000 mAh": only what could have such an amount says whose amount is meant.
  const holders = new Uint8Array(columns.subjects.length);
  for (const { places, dimensions } of [...names].map((id) => columns.of(id)))
    if (dimension ? dimensions.includes(dimension) : dimensions.some(Boolean))
      for (const place of places) holders[place] = 1;
  const scans: Scan[] = [];
  for (const attribute of columns.attributes()) {
    const held = knowledge.attributes.get(attribute);
    if (!held || !isNumeric(attribute, knowledge) || held.general) continue;
    const isNamed = names.has(attribute);
    // "Over 10000 yuan": of sums, a price is meant where no other is named.
    if (amount.currency && !isNamed && query.classes.length > 0 && !context.implying.includes(held)) continue;
    const own = knowledge.units.get(held.unit ?? '')?.factor;
    if (!isNamed && unit && own && Math.max(own / unit.factor, unit.factor / own) >= APART) continue;
    const column = columns.of(attribute);
    const { low, high: highs, dimensions } = column;
    const scan = scanOf(
      column,
      (value) =>
        !Number.isNaN(low[value]) &&
        (dimension ? dimensions[value] === dimension : isNamed) &&
        isWithin(low[value] as number, highs[value] as number, asked, top, constraint),
    );
    if (scan) scans.push({ ...scan, ...(isNamed || amount.currency ? {} : { unless: holders }) });
  }
  const factAt = ({ column }: Scan, at: number): Fact => knowledge.facts[column.indexes[at] as number] as Fact;
  // "Which cost 1999": so many of whichever currency.
  const isBound = constraint.comparator !== 'eq' && constraint.comparator !== 'about';
  const sums = dimension === undefined && (isBound || isBare) ? sumsOf(query, context) : undefined;
  const isMoney = amount.currency !== undefined || sums !== undefined;
  // "With a yuan price under 2000": the currency may stand elsewhere.
  const currency = amount.currency ?? (sums && (query.currency ?? usualCurrency(sums, context, isOfKind)));
  const isAsked = ({ value, ...fact }: Fact): boolean =>
    !isMoney || (value.kind === 'money' && value.currency === currency && isPrice({ value, ...fact }, query, context));
  const mark = (met: Uint8Array): void => {
    for (const scan of scans) {
      if (!isMoney) markScan(scan, met);
      else
        scan.column.places.forEach((place, at) => {
          if (scan.holds[scan.column.valueAt[at] as number] === 1 && isAsked(factAt(scan, at))) met[place] = 1;
        });
    }
  };
  const facts = (place: number): Fact[] => {
    const found: Fact[] = [];
    for (const scan of scans) eachHeld(scan, place, (at) => found.push(factAt(scan, at)));
    return found.filter(isAsked).sort((a, b) => a.index - b.index);
  };
  return { mark, facts };
}

/** "Under 200", "which cost more than 200": the prices that a bare figure is one of; undefined where it may be another measure's. */
export function sumsOf({ implied, attributes }: Query, { knowledge }: Context): readonly string[] | undefined {
  const isSum = (id: string): boolean => knowledge.attributes.get(id)?.kind === 'money';
  if (implied.some(isSum)) return implied.filter(isSum);
  const measures = withMembers(attributes, knowledge.attributes).filter((id) => isNumeric(id, knowledge));
  return measures.length > 0 && measures.every(isSum) ? measures : undefined;
}

/**
 * The currency that most of the sums of some attributes are in: a bare bound is in that, as sums compare only in one.
 * @param accept whose sums count: televisions may be priced in another currency than most
 */
export function usualCurrency(
  ids: readonly string[],
  { columns, knowledge }: Context,
  accept: (place: number) => boolean,
): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids)
    for (const index of columns.of(id).indexes) {
      const { value } = knowledge.facts[index] as Fact;
      if (value.kind === 'money' && accept(columns.placeOfFact[index] as number))
        counts.set(value.currency, (counts.get(value.currency) ?? 0) + 1);
    }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** "With an early-bird price": the subjects that have a sum of the asked kind; undefined where none is asked. */
export function meetingOffer({ offer }: Query, context: Context): Meeting | undefined {
  return offer === undefined ? undefined : meetingSums((fact) => fact.offer === offer, context);
}

/** "Priced in euros": the subjects that have a sum in the asked currency, and where they say "only", in no other. */
export function meetingCurrency({ currency, attributes, operators }: Query, context: Context): Meeting | undefined {
  const ids = attributes.filter((id) => context.knowledge.attributes.get(id)?.kind === 'money');
  if (currency === undefined || ids.length === 0) return undefined;
  const isIn = ({ value }: Fact): boolean => value.kind === 'money' && value.currency === currency;
  const hasOther = (fact: Fact): boolean =>
    (context.ownFacts.get(fact.subject) ?? []).some((one) => ids.includes(one.attribute) && !isIn(one));
  const isOnly = operators.has('only');
  return meetingSums((fact) => ids.includes(fact.attribute) && isIn(fact) && !(isOnly && hasOther(fact)), context);
}

function meetingSums(test: (fact: Fact) => boolean, { knowledge, columns }: Context): Meeting {
  const facts = [...columns.attributes()]
    .filter((id) => knowledge.attributes.get(id)?.kind === 'money')
    .flatMap((id) => [...columns.of(id).indexes])
    .map((index) => knowledge.facts[index] as Fact)
    .filter(test);
  return {
    mark: (met) => {
      for (const { index } of facts) met[columns.placeOfFact[index] as number] = 1;
    },
    facts: (place) => facts.filter(({ index }) => columns.placeOfFact[index] === place),
  };
}

function isWithin(
  low: number,
  high: number,
  asked: number,
  top: number | undefined,
  { comparator }: Constraint,
): boolean {
  if (top !== undefined) return low >= asked && high <= top;
  if (comparator === 'lt') return low < asked;
  if (comparator === 'lte') return low <= asked;
  if (comparator === 'gt') return high > asked;
  if (comparator === 'gte') return high >= asked;
  if (comparator === 'about') return Math.abs(low - asked) <= asked * ABOUT;
  return low <= asked && high >= asked;
}
