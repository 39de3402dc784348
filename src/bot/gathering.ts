// The products that meet the conditions of a question about many: found from the facts that could meet each, not by asking
// every product.
import type { Fact, Subject, Value } from '../knowledge/model.ts';
import { fold } from '../knowledge/text.ts';
import type { Column } from './columns.ts';
import type { Context } from './context.ts';
import { coverage } from './match.ts';
import { openPeriods } from './ordering.ts';
import type { Period } from './periods.ts';
import type { Constraint, Query, Term } from './query.ts';
import { type Hit, isPrice } from './superlative.ts';

/** A condition is met where a fact accounts for its word this strongly. */
const MET = 0.55;
/** … and a measured attribute where the fact is of it, or says so. */
const MET_BY_NAME = 0.7;
const ABOUT = 0.1;
/** Among more facts than this, an attribute is met by having it, and not also by texts that speak of it. */
const MANY = 50_000;

/** The products that were found, by their places among all subjects. */
export type Found = {
  readonly places: readonly number[];
  readonly has: (place: number) => boolean;
  /** A product, and the facts by which it meets the conditions. */
  hit(place: number): Hit;
};
/** For each subject by its place, whether it meets one condition, and the facts by which it does. */
type Met = { readonly met: Uint8Array; facts(place: number): readonly Fact[] };

/** Of each class and brand, which products are of it: worked out once. */
const domains = new WeakMap<Context['knowledge'], Map<string, Uint8Array>>();
const MOST_DOMAINS = 64;

/** Is a class the asked one, or a kind of it? */
export const isA = (own: string, asked: string, knowledge: Context['knowledge']): boolean =>
  own === asked ||
  [knowledge.classes.get(own)?.parent].some((parent) => parent !== undefined && isA(parent, asked, knowledge));

/** 1 for each product of the asked classes, brands and families. */
function domainOf(query: Query, { knowledge, root }: Context): Uint8Array {
  const mentioned = query.mentions.flatMap(({ ids }) => ids);
  const brands = new Set(mentioned.filter((id) => id !== root && knowledge.subjects.get(id)?.kind === 'company'));
  const families = new Set(mentioned.flatMap((id) => knowledge.subjects.get(id)?.members ?? []));
  const key = JSON.stringify([query.classes, [...brands], [...families]]);
  const kept = domains.get(knowledge) ?? new Map<string, Uint8Array>();
  domains.set(knowledge, kept);
  const known = kept.get(key);
  if (known) return known;
  const fitting = new Set(
    [...knowledge.classes.keys()].filter((own) => query.classes.some((asked) => isA(own, asked, knowledge))),
  );
  const fits = (subject: Subject): boolean =>
    subject.kind === 'product' &&
    subject.members.length === 0 &&
    (query.classes.length === 0 || subject.classes.some((own) => fitting.has(own))) &&
    (brands.size === 0 || (subject.brand !== undefined && brands.has(subject.brand))) &&
    (families.size === 0 || families.has(subject.id));
  const domain = Uint8Array.from(knowledge.subjects.values(), (subject) => (fits(subject) ? 1 : 0));
  if (kept.size >= MOST_DOMAINS) kept.clear();
  kept.set(key, domain);
  return domain;
}

/** The products that meet every amount, every term and the launch time of a query, in the order of their files. */
export function gather(
  query: Query,
  conditions: readonly Constraint[],
  terms: readonly Term[],
  context: Context,
): Found {
  const { knowledge, columns } = context;
  const domain = domainOf(query, context);
  const periods = openPeriods(query);
  const named = [
    ...conditions.map((condition) => meetingAmount(condition, query, context)),
    ...terms.map((term) => meetingTerm(term, context)),
  ];
  const launch = periods.length > 0 ? launched(periods, context) : undefined;
  const held = domain.slice();
  for (const { met } of launch ? [...named, launch] : named)
    for (let place = 0; place < held.length; place++) held[place] = (held[place] as number) & (met[place] as number);
  const places: number[] = [];
  for (let place = 0; place < held.length; place++) if (held[place] === 1) places.push(place);
  const hit = (place: number): Hit => {
    const facts = named.flatMap((one) => one.facts(place));
    const all = facts.length === 0 && launch ? launch.facts(place) : facts;
    return { subject: knowledge.subjects.get(columns.subjects[place] as string) as Subject, facts: [...new Set(all)] };
  };
  return { places, has: (place) => held[place] === 1, hit };
}

/** One fact of each subject that meets, by the subject's place; 0 for none, else the fact's index and 1. */
class OneEach implements Met {
  readonly met: Uint8Array;
  readonly #facts: Uint32Array;
  readonly #all: readonly Fact[];
  size = 0;

  constructor({ knowledge, columns }: Context) {
    this.met = new Uint8Array(columns.subjects.length);
    this.#facts = new Uint32Array(columns.subjects.length);
    this.#all = knowledge.facts;
  }

  /** The index of the fact that stands at a place; -1 where none does. */
  indexAt(place: number): number {
    return (this.#facts[place] as number) - 1;
  }

  set(place: number, fact: number): void {
    if (this.met[place] === 0) this.size += 1;
    this.met[place] = 1;
    this.#facts[place] = fact + 1;
  }

  facts(place: number): readonly Fact[] {
    const fact = this.#all[this.indexAt(place)];
    return fact ? [fact] : [];
  }
}

const DAY = 86_400_000;

/** The products that have a date in the periods, each with its first such fact. */
function launched(periods: readonly Period[], context: Context): Met {
  const { knowledge, columns } = context;
  const found = new OneEach(context);
  const spans = periods.map(({ from, to }) => ({ from: Date.parse(from) / DAY, to: Date.parse(to) / DAY }));
  for (const attribute of columns.attributes()) {
    const held = knowledge.attributes.get(attribute);
    if (held?.kind !== 'date' || held.promised) continue;
    const { indexes, places, low, high } = columns.of(attribute);
    for (let at = 0; at < places.length; at++) {
      for (const span of spans) {
        if ((low[at] as number) > span.to || span.from > (high[at] as number)) continue;
        const known = found.indexAt(places[at] as number);
        if (known < 0 || (indexes[at] as number) < known) found.set(places[at] as number, indexes[at] as number);
      }
    }
  }
  return found;
}

/** The subjects that have a fact by which they meet a term: a boolean counts only when it is true. */
function meetingTerm(term: Term, context: Context): Met {
  const { knowledge, evidence, columns } = context;
  const best = new OneEach(context);
  const named =
    term.role === 'attribute' ? term.keys.flatMap((key) => (key.startsWith('a:') ? [key.slice(2)] : [])) : [];
  // What a product has or has not is met by having it, not by a text that speaks of it.
  const flags = named.filter((id) => knowledge.attributes.get(id)?.kind === 'boolean');
  for (const flag of flags) {
    const { indexes, places, low } = columns.of(flag);
    for (let at = 0; at < places.length; at++)
      if (low[at] === 1 && best.met[places[at] as number] === 0) best.set(places[at] as number, indexes[at] as number);
  }
  if (flags.length > 0) return best;
  const told = tellingFacts(term, named, context);
  if (told.size > 0) return told;
  if (named.length > 0 && knowledge.facts.length > MANY) return holders(named, context);
  const most = new Map<number, number>();
  const least = term.role === 'attribute' && term.weight >= 0.9 ? MET_BY_NAME : 0;
  for (const index of evidence.reaching(term.keys, term.words)) {
    const fact = knowledge.facts[index] as Fact;
    if (fact.value.kind === 'boolean' && !fact.value.value) continue;
    const strength = coverage(term, index, context);
    const own = fact.value.kind === 'boolean' ? strength + 0.05 : strength;
    const place = columns.placeOf(fact.subject);
    if (strength < least || own <= (most.get(place) ?? MET - 0.001)) continue;
    most.set(place, own);
    best.set(place, index);
  }
  return best;
}

/** The subjects that have a fact of one of the attributes, or of a group's members. */
function holders(named: readonly string[], context: Context): OneEach {
  const found = new OneEach(context);
  const all = named.flatMap((id) => [id, ...(context.knowledge.attributes.get(id)?.members ?? [])]);
  for (const id of new Set(all)) {
    const { indexes, places } = context.columns.of(id);
    for (let at = 0; at < places.length; at++)
      if (found.met[places[at] as number] === 0) found.set(places[at] as number, indexes[at] as number);
  }
  return found;
}

/**
 * "With OLED": where the word is no label but stands in some values of the attribute, it is such a value that is asked for.
 */
function tellingFacts({ text }: Term, named: readonly string[], context: Context): OneEach {
  const { knowledge, columns } = context;
  const found = new OneEach(context);
  for (const id of named) {
    const { kind, names } = knowledge.attributes.get(id) ?? {};
    if (kind !== 'text' && kind !== 'list') continue;
    if (Object.values(names ?? {}).some(([label]) => label !== undefined && fold(label) === text)) continue;
    const { values, valueAt, indexes, places } = columns.of(id);
    const holds = values.map((value) => says(value, text));
    for (let at = 0; at < places.length; at++)
      if (holds[valueAt[at] as number]) found.set(places[at] as number, indexes[at] as number);
  }
  return found;
}

function says(value: Value, text: string): boolean {
  const items = value.kind === 'text' ? [value.text] : value.kind === 'list' ? value.items : [];
  return items.some(({ en }) => ` ${fold(en).replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${text} `));
}

/**
 * The subjects that have an amount: of the named attribute where they hold one that is named, else of any that has the unit
 * or currency.
 */
function meetingAmount(constraint: Constraint, query: Query, context: Context): Met {
  const { knowledge, columns } = context;
  const { amount, high } = constraint;
  const unit = amount.unit ? knowledge.units.get(amount.unit) : undefined;
  const top = high
    ? high.value * ((high.unit && knowledge.units.get(high.unit)?.factor) || unit?.factor || 1)
    : undefined;
  const asked = amount.value * (unit?.factor ?? 1);
  const dimension = amount.currency ? `money ${amount.currency}` : unit?.dimension;
  const names = new Set(query.attributes.flatMap((id) => [id, ...(knowledge.attributes.get(id)?.members ?? [])]));
  const met = new Uint8Array(columns.subjects.length);
  const holders = new Uint8Array(columns.subjects.length);
  for (const id of names) for (const place of columns.of(id).places) holders[place] = 1;
  const scanned: { column: Column; isNamed: boolean }[] = [];
  for (const attribute of columns.attributes()) {
    const held = knowledge.attributes.get(attribute);
    const isMeasured = held?.kind === 'quantity' || held?.kind === 'money' || held?.kind === 'date';
    if (isMeasured && !held.general) scanned.push({ column: columns.of(attribute), isNamed: names.has(attribute) });
  }
  const isMet = (
    { facts, places, low, high: highs, valueAt, dimensions }: Column,
    at: number,
    isNamed: boolean,
  ): boolean => {
    const from = low[at] as number;
    if (Number.isNaN(from) || (dimension ? dimensions[valueAt[at] as number] !== dimension : !isNamed)) return false;
    if (!isWithin(from, highs[at] as number, asked, top, constraint)) return false;
    return amount.currency
      ? isPrice(facts[at] as Fact, query, context)
      : isNamed || holders[places[at] as number] === 0;
  };
  for (const { column, isNamed } of scanned)
    for (let at = 0; at < column.places.length; at++)
      if (isMet(column, at, isNamed)) met[column.places[at] as number] = 1;
  const facts = (place: number): Fact[] =>
    scanned
      .flatMap(({ column, isNamed }) => {
        const own: Fact[] = [];
        for (let at = firstOf(column, place); column.places[at] === place; at++)
          if (isMet(column, at, isNamed)) own.push(column.facts[at] as Fact);
        return own;
      })
      .sort((a, b) => a.index - b.index);
  return { met, facts };
}

/** Where the facts of a subject begin in a column, which is in the order of the subjects. */
function firstOf({ places }: Column, wanted: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
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
