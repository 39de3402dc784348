// The products that meet the conditions of a question about many: found from the facts that could meet each, not by asking
// every product.
import type { Fact, Subject } from '../knowledge/model.ts';
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

/** The products that were found, by their places among all subjects. */
export type Found = {
  readonly places: readonly number[];
  has(place: number): boolean;
  /** A product, and the facts by which it meets the conditions. */
  hit(place: number): Hit;
};
/** For each subject by its place, the facts by which it meets one condition. */
type Met = {
  has(place: number): boolean;
  readonly size: number;
  places(): Iterable<number>;
  facts(place: number): readonly Fact[];
};

/** Of each class and brand, which products are of it: worked out once. */
const domains = new WeakMap<Context['knowledge'], Map<string, Uint8Array>>();
const MOST_DOMAINS = 64;

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
  const isA = (own: string, asked: string): boolean =>
    own === asked || [knowledge.classes.get(own)?.parent].some((parent) => parent !== undefined && isA(parent, asked));
  const fitting = new Set(
    [...knowledge.classes.keys()].filter((own) => query.classes.some((asked) => isA(own, asked))),
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
  const sets = launch ? [...named, launch] : named;
  const [least, ...others] = [...sets].sort((a, b) => a.size - b.size);
  const places: number[] = [];
  for (const place of least ? least.places() : domain.keys())
    if (domain[place] === 1 && others.every((set) => set.has(place))) places.push(place);
  places.sort((a, b) => a - b);
  const held = new Set(places);
  const hit = (place: number): Hit => {
    const facts = named.flatMap((set) => set.facts(place));
    const all = facts.length === 0 && launch ? launch.facts(place) : facts;
    return { subject: knowledge.subjects.get(columns.subjects[place] as string) as Subject, facts: [...new Set(all)] };
  };
  return { places, has: (place) => held.has(place), hit };
}

/** At most one fact of each subject meets. */
const oneEach = (best: ReadonlyMap<number, Fact>): Met => ({
  size: best.size,
  has: (place) => best.has(place),
  places: () => best.keys(),
  facts: (place) => [best.get(place) as Fact],
});

const DAY = 86_400_000;

/** The products that have a date in the periods, each with its first such fact. */
function launched(periods: readonly Period[], { knowledge, columns }: Context): Met {
  const found = new Map<number, Fact>();
  const spans = periods.map(({ from, to }) => ({ from: Date.parse(from) / DAY, to: Date.parse(to) / DAY }));
  for (const attribute of columns.attributes()) {
    const held = knowledge.attributes.get(attribute);
    if (held?.kind !== 'date' || held.promised) continue;
    const { facts, places, low, high } = columns.of(attribute);
    for (let at = 0; at < facts.length; at++) {
      const [from, to] = [low[at] as number, high[at] as number];
      if (!spans.some((span) => from <= span.to && span.from <= to)) continue;
      const [place, fact] = [places[at] as number, facts[at] as Fact];
      const known = found.get(place);
      if (!known || fact.index < known.index) found.set(place, fact);
    }
  }
  return oneEach(found);
}

/** The subjects that have a fact by which they meet a term: a boolean counts only when it is true. */
function meetingTerm(term: Term, context: Context): Met {
  const { knowledge, evidence, columns } = context;
  const best = new Map<number, Fact>();
  const named =
    term.role === 'attribute' ? term.keys.flatMap((key) => (key.startsWith('a:') ? [key.slice(2)] : [])) : [];
  // What a product has or has not is met by having it, not by a text that speaks of it.
  const flags = named.filter((id) => knowledge.attributes.get(id)?.kind === 'boolean');
  for (const flag of flags) {
    const { facts, places } = columns.of(flag);
    for (let at = 0; at < facts.length; at++) {
      const fact = facts[at] as Fact;
      const place = places[at] as number;
      if (fact.value.kind === 'boolean' && fact.value.value && !best.has(place)) best.set(place, fact);
    }
  }
  if (flags.length > 0) return oneEach(best);
  const told = tellingFacts(term, named, context);
  if (told.size > 0) return oneEach(told);
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
    best.set(place, fact);
  }
  return oneEach(best);
}

/**
 * "With OLED": where the word is no label but stands in some values of the attribute, it is such a value that is asked for.
 */
function tellingFacts({ text }: Term, named: readonly string[], { knowledge, columns }: Context): Map<number, Fact> {
  const found = new Map<number, Fact>();
  for (const id of named) {
    const { kind, names } = knowledge.attributes.get(id) ?? {};
    if (kind !== 'text' && kind !== 'list') continue;
    if (Object.values(names ?? {}).some(([label]) => label !== undefined && fold(label) === text)) continue;
    const { facts, places } = columns.of(id);
    // A catalogue says the same of many: each text is read once.
    const read = new Map<string, boolean>();
    const holds = (written: string): boolean => {
      const known = read.get(written);
      if (known !== undefined) return known;
      const holding = ` ${fold(written).replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${text} `);
      read.set(written, holding);
      return holding;
    };
    facts.forEach((fact, at) => {
      const { value } = fact;
      const items = value.kind === 'text' ? [value.text] : value.kind === 'list' ? value.items : [];
      if (items.some(({ en }) => holds(en))) found.set(places[at] as number, fact);
    });
  }
  return found;
}

/**
 * The subjects that have an amount: of the named attribute where they hold one that is named, else of any that has the unit
 * or currency.
 */
function meetingAmount(constraint: Constraint, query: Query, { knowledge, columns }: Context): Met {
  const { amount, high } = constraint;
  const unit = amount.unit ? knowledge.units.get(amount.unit) : undefined;
  const top = high
    ? high.value * ((high.unit && knowledge.units.get(high.unit)?.factor) || unit?.factor || 1)
    : undefined;
  const asked = amount.value * (unit?.factor ?? 1);
  const dimension = amount.currency ? `money ${amount.currency}` : unit?.dimension;
  const names = new Set(query.attributes.flatMap((id) => [id, ...(knowledge.attributes.get(id)?.members ?? [])]));
  const found = new Map<number, Fact[]>();
  const holders = new Set<number>();
  const scan = (column: Column, isNamed: boolean): void => {
    const { facts, places, low, high: highs, dimensions } = column;
    for (let at = 0; at < facts.length; at++) {
      const [from, to] = [low[at] as number, highs[at] as number];
      if (Number.isNaN(from)) continue;
      if (dimension ? dimensions[at] !== dimension : !isNamed) continue;
      if (!isWithin(from, to, asked, top, constraint)) continue;
      const [place, fact] = [places[at] as number, facts[at] as Fact];
      if (amount.currency ? !isPrice(fact, query) : !isNamed && holders.has(place)) continue;
      const own = found.get(place);
      if (own) own.push(fact);
      else found.set(place, [fact]);
    }
  };
  for (const id of names) for (const place of columns.of(id).places) holders.add(place);
  for (const attribute of columns.attributes()) {
    const held = knowledge.attributes.get(attribute);
    const isMeasured = held?.kind === 'quantity' || held?.kind === 'money' || held?.kind === 'date';
    if (isMeasured && !held.general) scan(columns.of(attribute), names.has(attribute));
  }
  return {
    size: found.size,
    has: (place) => found.has(place),
    places: () => found.keys(),
    facts: (place) => [...(found.get(place) ?? [])].sort((a, b) => a.index - b.index),
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
