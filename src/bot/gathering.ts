// The products that meet the conditions of a question about many: found from the facts that could meet each, not by asking
// every product.
import type { Fact, Subject } from '../knowledge/model.ts';
import { fold } from '../knowledge/text.ts';
import type { Context } from './context.ts';
import { factsOf } from './groups.ts';
import { coverage } from './match.ts';
import { type Measure, measure } from './measure.ts';
import { openPeriods } from './ordering.ts';
import { overlaps, periodOf } from './periods.ts';
import type { Constraint, Query, Term } from './query.ts';
import { type Hit, isPrice } from './superlative.ts';

/** A condition is met where a fact accounts for its word this strongly. */
const MET = 0.55;
/** … and a measured attribute where the fact is of it, or says so. */
const MET_BY_NAME = 0.7;
const ABOUT = 0.1;

/** Is a product of the asked classes, brands and families? */
function domainOf(query: Query, { knowledge, root }: Context): (subject: Subject) => boolean {
  const mentioned = query.mentions.flatMap(({ ids }) => ids);
  const brands = new Set(mentioned.filter((id) => id !== root && knowledge.subjects.get(id)?.kind === 'company'));
  const families = new Set(mentioned.flatMap((id) => knowledge.subjects.get(id)?.members ?? []));
  const isA = (own: string, asked: string): boolean =>
    own === asked || [knowledge.classes.get(own)?.parent].some((parent) => parent !== undefined && isA(parent, asked));
  const fitting = new Set(
    [...knowledge.classes.keys()].filter((own) => query.classes.some((asked) => isA(own, asked))),
  );
  return (subject) =>
    subject.kind === 'product' &&
    subject.members.length === 0 &&
    (query.classes.length === 0 || subject.classes.some((own) => fitting.has(own))) &&
    (brands.size === 0 || (subject.brand !== undefined && brands.has(subject.brand))) &&
    (families.size === 0 || families.has(subject.id));
}

/** The products that meet every amount, every term and the launch time of a query, in the order of their files. */
export function gather(
  query: Query,
  conditions: readonly Constraint[],
  terms: readonly Term[],
  context: Context,
): Hit[] {
  const { knowledge, order } = context;
  const inDomain = domainOf(query, context);
  const byTerm = terms.map((term) => meetingTerm(term, context));
  const byAmount = conditions.map((condition) => candidates(condition, context));
  const periods = openPeriods(query);
  const byDate = periods.length > 0 ? [launched(periods, context)] : [];
  const sets: { readonly size: number; keys(): Iterable<string>; has(id: string): boolean }[] = [
    ...byTerm,
    ...byAmount,
    ...byDate,
  ];
  const [least] = [...sets].sort((a, b) => a.size - b.size);
  const start: Iterable<string> = least ? least.keys() : knowledge.subjects.keys();
  const hits: Hit[] = [];
  for (const id of start) {
    const subject = knowledge.subjects.get(id);
    if (!subject || !inDomain(subject) || sets.some((set) => !set.has(id))) continue;
    const amounts = conditions.map((condition) => meeting(subject, condition, query, context));
    if (amounts.some((found) => found.length === 0)) continue;
    const launch = byDate[0]?.get(id);
    const facts = [...amounts.flat(), ...byTerm.map((met) => met.get(id) as Fact)];
    if (launch && facts.length === 0) facts.push(launch);
    hits.push({ subject, facts: [...new Set(facts)] });
  }
  return least ? hits.sort((a, b) => (order.get(a.subject.id) ?? 0) - (order.get(b.subject.id) ?? 0)) : hits;
}

/** The products that have a date in the periods, each with its first such fact. */
function launched(periods: ReturnType<typeof openPeriods>, { knowledge, byAttribute }: Context): Map<string, Fact> {
  const found = new Map<string, Fact>();
  for (const [attribute, facts] of byAttribute) {
    const held = knowledge.attributes.get(attribute);
    if (held?.kind !== 'date' || held.promised) continue;
    for (const fact of facts) {
      const { value, subject } = fact;
      if (value.kind !== 'date' || !periods.some((period) => overlaps(periodOf(value.date), period))) continue;
      const known = found.get(subject);
      if (!known || fact.index < known.index) found.set(subject, fact);
    }
  }
  return found;
}

/** The subjects that have a fact by which they meet a term: a boolean counts only when it is true. */
function meetingTerm(term: Term, context: Context): Map<string, Fact> {
  const { knowledge, evidence, byAttribute } = context;
  const best = new Map<string, Fact>();
  const named =
    term.role === 'attribute' ? term.keys.flatMap((key) => (key.startsWith('a:') ? [key.slice(2)] : [])) : [];
  // What a product has or has not is met by having it, not by a text that speaks of it.
  const flags = named.filter((id) => knowledge.attributes.get(id)?.kind === 'boolean');
  if (flags.length > 0) {
    for (const flag of flags)
      for (const fact of byAttribute.get(flag) ?? [])
        if (fact.value.kind === 'boolean' && fact.value.value && !best.has(fact.subject)) best.set(fact.subject, fact);
    return best;
  }
  const told = tellingFacts(term, named, context);
  if (told.length > 0) return new Map(told.map((fact) => [fact.subject, fact]));
  const most = new Map<string, number>();
  const least = term.role === 'attribute' && term.weight >= 0.9 ? MET_BY_NAME : 0;
  for (const index of evidence.reaching(term.keys, term.words)) {
    const fact = knowledge.facts[index] as Fact;
    if (fact.value.kind === 'boolean' && !fact.value.value) continue;
    const strength = coverage(term, index, context);
    const own = fact.value.kind === 'boolean' ? strength + 0.05 : strength;
    if (strength < least || own <= (most.get(fact.subject) ?? MET - 0.001)) continue;
    most.set(fact.subject, own);
    best.set(fact.subject, fact);
  }
  return best;
}

/**
 * "With OLED": where the word is no label but stands in some values of the attribute, it is such a value that is asked for.
 */
function tellingFacts({ text }: Term, named: readonly string[], { knowledge, byAttribute }: Context): Fact[] {
  return named.flatMap((id) => {
    const { kind, names } = knowledge.attributes.get(id) ?? {};
    if (
      (kind !== 'text' && kind !== 'list') ||
      Object.values(names ?? {}).some(([label]) => label && fold(label) === text)
    )
      return [];
    return (byAttribute.get(id) ?? []).filter(({ value }) => {
      const items = value.kind === 'text' ? [value.text] : value.kind === 'list' ? value.items : [];
      return items.some((item) => ` ${fold(item.en).replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${text} `));
    });
  });
}

type Range = { readonly asked: number; readonly top: number | undefined; readonly dimension: string | undefined };

function rangeOf({ amount, high }: Constraint, { knowledge }: Context): Range {
  const unit = amount.unit ? knowledge.units.get(amount.unit) : undefined;
  const top = high
    ? high.value * ((high.unit && knowledge.units.get(high.unit)?.factor) || unit?.factor || 1)
    : undefined;
  const dimension = amount.currency ? `money ${amount.currency}` : unit?.dimension;
  return { asked: amount.value * (unit?.factor ?? 1), top, dimension };
}

function isMet(own: Measure, { asked, top }: Range, { comparator }: Constraint): boolean {
  if (top !== undefined) return own.low >= asked && own.high <= top;
  if (comparator === 'lt') return own.low < asked;
  if (comparator === 'lte') return own.low <= asked;
  if (comparator === 'gt') return own.high > asked;
  if (comparator === 'gte') return own.high >= asked;
  if (comparator === 'about') return Math.abs(own.low - asked) <= asked * ABOUT;
  return own.low <= asked && own.high >= asked;
}

/** The subjects that have any fact with such an amount, of whichever attribute. */
function candidates(constraint: Constraint, context: Context): Set<string> {
  const { knowledge, byAttribute } = context;
  const range = rangeOf(constraint, context);
  const found = new Set<string>();
  for (const [attribute, facts] of byAttribute) {
    const kind = knowledge.attributes.get(attribute)?.kind;
    if (kind !== 'quantity' && kind !== 'money' && kind !== 'date') continue;
    // The facts of one attribute are of one dimension, but for sums.
    const sample = facts[0] ? measure(facts[0].value, knowledge) : undefined;
    if (range.dimension && kind === 'quantity' && sample?.dimension !== range.dimension) continue;
    for (const { value, subject } of facts) {
      const own = found.has(subject) ? undefined : measure(value, knowledge);
      if (own && (!range.dimension || own.dimension === range.dimension) && isMet(own, range, constraint))
        found.add(subject);
    }
  }
  return found;
}

/** Facts of a subject that meet an amount: of the named attribute, else of any that has the unit or currency. */
function meeting(subject: Subject, constraint: Constraint, query: Query, context: Context): Fact[] {
  const { amount } = constraint;
  const { knowledge } = context;
  const range = rangeOf(constraint, context);
  const own = factsOf(subject.id, context);
  const named = new Set(query.attributes.flatMap((id) => [id, ...(knowledge.attributes.get(id)?.members ?? [])]));
  const holdsNamed = own.some(({ attribute }) => named.has(attribute));
  return own.filter((fact) => {
    if (knowledge.attributes.get(fact.attribute)?.general) return false;
    const size = measure(fact.value, knowledge);
    if (!size) return false;
    if (amount.currency) {
      if (size.dimension !== range.dimension || !isPrice(fact, query)) return false;
    } else if (range.dimension ? size.dimension !== range.dimension : !named.has(fact.attribute)) return false;
    if (!amount.currency && holdsNamed && !named.has(fact.attribute)) return false;
    return isMet(size, range, constraint);
  });
}
