// Questions about many products at once: which meet a condition, which is the most, how many, list them.
import type { Fact, Subject } from '../knowledge/model.ts';
import type { Composer, Draft } from './compose.ts';
import type { Context } from './context.ts';
import { factsOf } from './groups.ts';
import { coverage } from './match.ts';
import { measure } from './measure.ts';
import { overlaps, periodOf } from './periods.ts';
import type { Constraint, Query, Term } from './query.ts';
import { type Hit, isPrice, superlative } from './superlative.ts';

/** A condition is met where a fact accounts for its word this strongly. */
const MET = 0.55;
/** … and a measured attribute where the fact is of it, or says so. */
const MET_BY_NAME = 0.7;
const ABOUT = 0.1;
/** Lists longer than this are cut, and say so. */
const MOST_LISTED = 20;

/** Question words that a list answers. */
const COLLECTING = new Set(['which', 'list', 'count', 'how-many', 'whether', 'meaning', 'define']);

/** Is the question about products in general, not about one that it names? */
export function isCollective(query: Query, { knowledge }: Context): boolean {
  const product = query.mentions.some(({ ids }) =>
    ids.some((id) => {
      const subject = knowledge.subjects.get(id);
      return (
        subject !== undefined && !isCondition(subject) && subject.kind !== 'company' && subject.members.length === 0
      );
    }),
  );
  if (product) return false;
  const collecting =
    query.asks.has('which') || query.asks.has('list') || query.asks.has('count') || query.asks.has('how-many');
  const condition = query.constraints.length > 0 || query.superlative !== undefined;
  const numeric =
    query.superlative?.attribute !== undefined || query.attributes.some((id) => isNumeric(id, knowledge.attributes));
  if (query.constraints.some(({ amount }) => amount.currency ?? amount.unit)) return true;
  // "What sells at 39.99 euros": whatever has just that price.
  if (
    query.mentions.length === 0 &&
    exact(query).some(({ amount }) => amount.currency) &&
    query.attributes.some((id) => knowledge.attributes.get(id)?.kind === 'money')
  )
    return [...query.asks].every((ask) => COLLECTING.has(ask));
  if (query.classes.length > 0 && !condition) return [...query.asks].every((ask) => COLLECTING.has(ask));
  if (query.classes.length > 0) return query.constraints.length > 0 || numeric;
  return (
    (condition && numeric) ||
    (collecting && query.attributes.some((id) => knowledge.attributes.get(id)?.kind === 'boolean'))
  );
}

/** What products have or run (a programme) is a condition on them, not one of them. */
const isCondition = ({ kind }: Subject): boolean => kind === 'programme';

const isNumeric = (id: string, attributes: Context['knowledge']['attributes']): boolean =>
  ['quantity', 'money', 'date'].includes(attributes.get(id)?.kind ?? '');

/** Products of the asked classes, brands, families and launch time. */
function domain(query: Query, { knowledge, root }: Context): Subject[] {
  const brands = query.mentions
    .flatMap(({ ids }) => ids)
    .filter((id) => id !== root && knowledge.subjects.get(id)?.kind === 'company');
  const families = query.mentions.flatMap(({ ids }) => ids).flatMap((id) => knowledge.subjects.get(id)?.members ?? []);
  return [...knowledge.subjects.values()].filter(
    (subject) =>
      subject.kind === 'product' &&
      subject.members.length === 0 &&
      (query.classes.length === 0 ||
        query.classes.some((asked) => subject.classes.some((own) => isA(own, asked, knowledge)))) &&
      (brands.length === 0 || (subject.brand !== undefined && brands.includes(subject.brand))) &&
      (families.length === 0 || families.includes(subject.id)),
  );
}

/** Is a class the asked one, or a kind of it? */
export const isA = (own: string, asked: string, knowledge: Context['knowledge']): boolean =>
  own === asked ||
  [knowledge.classes.get(own)?.parent].some((parent) => parent !== undefined && isA(parent, asked, knowledge));

const launchedIn = (subject: Subject, query: Query, context: Context): Fact | undefined =>
  factsOf(subject.id, context).find(
    ({ value }) => value.kind === 'date' && query.periods.some((period) => overlaps(periodOf(value.date), period)),
  );

/** Facts of a subject that meet an amount: of the named attribute, else of any that has the unit or currency. */
function meeting(subject: Subject, constraint: Constraint, query: Query, context: Context): Fact[] {
  const { amount, high, comparator } = constraint;
  const { knowledge } = context;
  const unit = amount.unit ? knowledge.units.get(amount.unit) : undefined;
  const asked = amount.value * (unit?.factor ?? 1);
  const top = high
    ? high.value * ((high.unit && knowledge.units.get(high.unit)?.factor) || unit?.factor || 1)
    : undefined;
  const named = query.attributes.flatMap((id) => [id, ...(knowledge.attributes.get(id)?.members ?? [])]);
  return factsOf(subject.id, context).filter((fact) => {
    if (knowledge.attributes.get(fact.attribute)?.general) return false;
    const own = measure(fact.value, knowledge);
    if (!own) return false;
    if (amount.currency) {
      if (own.dimension !== `money ${amount.currency}` || !isPrice(fact, query, context)) return false;
    } else if (unit ? own.dimension !== unit.dimension : !named.includes(fact.attribute)) return false;
    if (
      !amount.currency &&
      named.length > 0 &&
      !named.includes(fact.attribute) &&
      named.some((id) => holds(subject, id, context))
    )
      return false;
    if (top !== undefined) return own.low >= asked && own.high <= top;
    if (comparator === 'lt') return own.low < asked;
    if (comparator === 'lte') return own.low <= asked;
    if (comparator === 'gt') return own.high > asked;
    if (comparator === 'gte') return own.high >= asked;
    if (comparator === 'about') return Math.abs(own.low - asked) <= asked * ABOUT;
    return own.low <= asked && own.high >= asked;
  });
}

const holds = (subject: Subject, attribute: string, context: Context): boolean =>
  factsOf(subject.id, context).some((fact) => fact.attribute === attribute);

/** Amounts without a comparator ("with 120 Hz") ask for just that much. */
const exact = (query: Query): Constraint[] =>
  query.spans.flatMap((span): Constraint[] => {
    const { amount } = span;
    const used = query.constraints.some((one) => one.amount === amount || one.text.includes(span.text));
    return amount && !used && span.meanings.length === 0 && (amount.unit || amount.currency)
      ? [{ amount, comparator: 'eq', text: span.text }]
      : [];
  });

/** Terms that every listed product must meet by some fact of its own. */
function conditionTerms(query: Query, conditions: readonly Constraint[], { knowledge }: Context): Term[] {
  return query.terms.filter(({ role, weight, text, keys }) => {
    if (role === 'subject') return keys.some((key) => knowledge.subjects.get(key.slice(2))?.kind === 'programme');
    if (role === 'class') return false;
    if (role === 'number') return !conditions.some((one) => one.text.includes(text));
    return weight >= 0.3;
  });
}

/** The fact by which a product meets a term; a boolean counts only when it is true. */
function met(subject: Subject, term: Term, context: Context): Fact | undefined {
  const named =
    term.role === 'attribute' ? term.keys.flatMap((key) => (key.startsWith('a:') ? [key.slice(2)] : [])) : [];
  const flags = named.filter((id) => context.knowledge.attributes.get(id)?.kind === 'boolean');
  let best: Fact | undefined;
  let most = MET - 0.001;
  for (const fact of factsOf(subject.id, context)) {
    if (fact.value.kind === 'boolean' && !fact.value.value) continue;
    // What a product has or has not is met by having it, not by a text that speaks of it.
    if (flags.length > 0 && !flags.includes(fact.attribute)) continue;
    const strength = coverage(term, fact.index, context);
    if (term.role === 'attribute' && term.weight >= 0.9 && strength < MET_BY_NAME) continue;
    const own = fact.value.kind === 'boolean' ? strength + 0.05 : strength;
    if (own > most) [best, most] = [fact, own];
  }
  return best;
}

/** Answers a question about many products; undefined where its conditions cannot be read as such. */
export function collect(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { knowledge } = context;
  const conditions = [...query.constraints, ...exact(query)];
  const pick = query.superlative ?? comparative(query);
  const rankedBy = pick
    ? (pick.attribute ??
      query.attributes.find((id) => isNumeric(id, knowledge.attributes)) ??
      memberOf(query, knowledge.attributes))
    : undefined;
  const constrained = new Set(
    conditions.length > 0 ? query.attributes.filter((id) => isNumeric(id, knowledge.attributes)) : [],
  );
  const terms = conditionTerms(query, conditions, context).filter(
    (term) =>
      !(
        rankedBy &&
        term.keys.some(
          (key) => key === `a:${rankedBy}` || (rankedBy !== undefined && groupHolds(key, rankedBy, context)),
        )
      ) && ![...constrained].some((id) => term.keys.includes(`a:${id}`)),
  );
  const hits: Hit[] = [];
  for (const subject of domain(query, context)) {
    const facts: Fact[] = [];
    const launch = query.periods.length > 0 ? launchedIn(subject, query, context) : undefined;
    if (query.periods.length > 0 && !launch) continue;
    const amounts = conditions.map((condition) => meeting(subject, condition, query, context));
    if (amounts.some((found) => found.length === 0)) continue;
    facts.push(...amounts.flat());
    const others = terms.map((term) => met(subject, term, context));
    if (others.some((fact) => fact === undefined)) continue;
    facts.push(...(others as Fact[]));
    if (launch && facts.length === 0) facts.push(launch);
    hits.push({ subject, facts: [...new Set(facts)] });
  }
  if (pick && !rankedBy) return undefined;
  // "The price when it launched its first": what is asked is the price, not which was first.
  if (
    pick?.attribute &&
    conditions.length === 0 &&
    query.attributes.some(
      (id) =>
        id !== rankedBy &&
        isNumeric(id, knowledge.attributes) &&
        !knowledge.attributes.get(id)?.general &&
        !query.implied.includes(id),
    )
  )
    return undefined;
  if (hits.length === 0) return undefined;
  return pick && rankedBy
    ? superlative(hits, rankedBy, { ...query, superlative: pick }, context, composer)
    : listed(hits, query, composer);
}

/** "Which TV is cheaper": with nothing to be cheaper than, the cheapest. */
const comparative = ({ operators, asks, constraints }: Query): Query['superlative'] => {
  const [less, more] = [
    operators.has('less') || operators.has('earlier'),
    operators.has('more') || operators.has('later'),
  ];
  return asks.has('which') && less !== more && constraints.length === 0 ? { pick: less ? 'min' : 'max' } : undefined;
};

const groupHolds = (key: string, attribute: string, { knowledge }: Context): boolean =>
  key.startsWith('a:') && (knowledge.attributes.get(key.slice(2))?.members.includes(attribute) ?? false);
const memberOf = (query: Query, attributes: Context['knowledge']['attributes']): string | undefined =>
  query.attributes.flatMap((id) => attributes.get(id)?.members ?? []).find((id) => isNumeric(id, attributes));

/** Hits as a list, each with the values by which it is one; `bar` is what they were held against. */
export function listed(hits: readonly Hit[], query: Query, composer: Composer, bar?: Hit): Draft {
  const { messages, format } = composer;
  const line = ({ subject, facts }: Hit): string => {
    const values = facts
      .filter(({ value }) => value.kind !== 'boolean')
      .map((fact) => {
        const qualifiers = composer.qualifiers(fact);
        return [
          format.value(fact.value, query.units),
          ...(qualifiers.length > 0 ? [`(${qualifiers.join(messages.say('separator'))})`] : []),
        ].join(' ');
      });
    const short = values.filter((value) => value.length <= 60).slice(0, 3);
    return short.length > 0
      ? messages.say('which-of', { subject: format.subject(subject.id), value: short.join(messages.say('clause')) })
      : format.subject(subject.id);
  };
  const shown = hits.slice(0, MOST_LISTED);
  const names = messages.list(shown.map(({ subject }) => format.subject(subject.id)));
  const more = hits.length > shown.length ? [messages.say('more-found', { count: hits.length - shown.length })] : [];
  const counts = query.asks.has('count') || query.asks.has('how-many');
  const lead = counts
    ? messages.say('list-count', { count: hits.length, names })
    : messages.say('list-found', { names });
  const facts = [...hits, ...(bar ? [bar] : [])].flatMap((hit) => hit.facts);
  const telling = facts.some(({ value }) => value.kind !== 'boolean');
  const sources = facts.length === 0 ? shown.flatMap(({ subject }) => (subject.source ? [subject.source] : [])) : [];
  return {
    lead,
    lines: [
      ...(telling ? shown.map(line) : []),
      ...more,
      ...(bar ? [messages.say('against', { what: line(bar) })] : []),
    ],
    facts,
    sources,
  };
}
