// Questions about many products at once: which meet a condition, which is the most, how many, list them.

import type { Context } from '../context.ts';
import { COUNTING } from '../matching/unit-fit.ts';
import { meaningOf, means } from '../reading/annotate.ts';
import { keyOfKind, withoutExcepted } from '../reading/besides.ts';
import { countedThings, hasOpenCount } from '../reading/counted-things.ts';
import { isNumeric } from '../reading/measure.ts';
import { withMembers } from '../reading/members.ts';
import { orderOf } from '../reading/ordering.ts';
import { CONDITION, type Constraint, type Query, type Term } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { asksWhatCame, COLLECTING } from './came.ts';
import { conditionTerms, isBound, isCondition, isNoCondition, isOfHaving, isWordOf, ofMakers } from './conditions.ts';
import { deniedIn, withoutDenied } from './denied.ts';
import { currencyOfBound, type Found, gather } from './gathering.ts';
import { listed, ordered } from './listing.ts';
import { countOfKind, few, fewOfOrder } from './nth.ts';
import { superlative } from './superlative.ts';
import { areValues, textOf, withFigures } from './valued.ts';

/** Is the question about products in general, not about one that it names? */
export function isCollective(asked: Query, context: Context): boolean {
  const { knowledge } = context;
  const { query } = withoutExcepted(asked, context);
  const product = query.mentions.some(({ ids }) =>
    ids.some((id) => {
      const subject = knowledge.subjects.get(id);
      return (
        subject !== undefined && !isCondition(subject) && subject.kind !== 'company' && subject.members.length === 0
      );
    }),
  );
  // "What sort of product does he make": asks of somebody who was spoken of.
  if (product || query.pronouns.has('person')) return false;
  // "How many phones a year": a rate, and no number of models.
  if (
    query.asks.has('how-many') &&
    query.periods.length === 0 &&
    query.spans.some((span) => means(span, 'period', 'year'))
  )
    return false;
  // "How many GB for apps on the dongle": a measure is asked for, and no number of things.
  const isMeasure = (id: string): boolean => !COUNTING.has(knowledge.units.get(id)?.dimension ?? '');
  const isMeasured = query.counted === 'time' || query.units.some(isMeasure);
  if (query.asks.has('how-many') && isMeasured && query.constraints.length === 0) return false;
  const collecting =
    query.asks.has('which') || query.asks.has('list') || query.asks.has('count') || query.asks.has('how-many');
  if (orderOf(query, knowledge)) return true;
  const condition = query.constraints.length > 0 || query.superlative !== undefined;
  const numeric =
    measureOf(query.superlative?.attribute, knowledge.attributes) !== undefined ||
    query.attributes.some((id) => isNumeric(id, knowledge));
  if (query.constraints.some(({ amount }) => amount.currency ?? amount.unit)) return true;
  // "What sells at 39.99 euros": whatever has just that price.
  if (
    query.mentions.length === 0 &&
    exact(query, knowledge.attributes).some(({ amount }) => amount.currency) &&
    query.attributes.some((id) => knowledge.attributes.get(id)?.kind === 'money')
  )
    return [...query.asks].every((ask) => COLLECTING.has(ask));
  // "What has 8 GB of storage": whatever has just that much of what is named.
  if (query.mentions.length === 0 && query.asks.has('which') && measuredIn(query, context).length > 0)
    return [...query.asks].every((ask) => COLLECTING.has(ask));
  // "What has an intro price": whatever is sold so.
  if (query.mentions.length === 0 && query.offer && query.asks.has('which') && query.asks.has('whether'))
    return [...query.asks].every((ask) => COLLECTING.has(ask));
  if (asksWhatCame(query, context)) return true;
  // "Are the brand's phones made by the company", "who makes its phones": asks for no list.
  const related =
    (query.narrows.has('maker') || (query.asks.has('whether') && query.mentions.length > 1)) &&
    query.attributes.length === 0;
  // "How much is the scooter", of which there are two: the price of each.
  const measures = [...query.implied, ...query.attributes];
  const priced =
    measures.length > 0 &&
    measures.every((id) => knowledge.attributes.get(id)?.kind === 'money') &&
    query.terms.every(({ role, weight }) => role !== 'content' || weight < CONDITION);
  const collects = (ask: string): boolean => COLLECTING.has(ask) || (priced && ask === 'how-much');
  if (query.classes.length > 0 && !condition) return !related && [...query.asks].every(collects);
  if (query.classes.length > 0) return query.constraints.length > 0 || numeric;
  return (
    (condition && numeric) ||
    (collecting && query.attributes.some((id) => knowledge.attributes.get(id)?.kind === 'boolean'))
  );
}

/** What "biggest" measures: the attribute itself, or of several that it may stand for the first that can be measured. */
function measureOf(id: string | undefined, attributes: Context['knowledge']['attributes']): string | undefined {
  if (id === undefined || isNumeric(id, { attributes })) return id;
  return attributes.get(id)?.members.find((member) => isNumeric(member, { attributes }));
}

/** Amounts without a comparator ("with 120 Hz") ask for just that much. */
const exact = (query: Query, attributes: Context['knowledge']['attributes']): Constraint[] => {
  const isMoney = (id: string): boolean => attributes.get(id)?.kind === 'money';
  return query.spans.flatMap((span): Constraint[] => {
    const { amount } = span;
    const used = query.constraints.some((one) => one.amount === amount || one.text.includes(span.text));
    const plain = query.mentions.length === 0 && query.classes.length > 0 && query.attributes.some(isMoney);
    return amount && !used && span.meanings.length === 0 && (plain || amount.unit || amount.currency)
      ? [{ amount, comparator: 'eq', text: span.text }]
      : [];
  });
};

/** The amounts without a comparator that are of an attribute that the question names and products have: "a 7 inch screen". */
export function measuredIn(query: Query, { knowledge, holders }: Context): Constraint[] {
  const named = withMembers(query.attributes, knowledge.attributes);
  const dimensions = new Set(
    named.flatMap((id) => {
      const unit = knowledge.attributes.get(id)?.unit;
      return unit && holders.get(id)?.has('product') ? [knowledge.units.get(unit)?.dimension] : [];
    }),
  );
  return exact(query, knowledge.attributes).filter(
    ({ amount: { unit } }) => unit !== undefined && dimensions.has(knowledge.units.get(unit)?.dimension),
  );
}

/**
 * Answers a question about many products; undefined where its conditions cannot be read as such.
 * @param told whether something else is told of what is asked: then it is not said that no product has it
 */
export function collect(asked: Query, context: Context, composer: Composer, told = false): Draft | undefined {
  const { knowledge } = context;
  const { query, left } = withoutExcepted(asked, context);
  const start = startingAt(query);
  const just = start && collect(start, context, composer, true);
  if (just) return just;
  const order = orderOf(query, knowledge);
  if (order && !isOfProducts(order.by, context)) return undefined;
  const bounds = [...query.constraints, ...exact(query, knowledge.attributes)];
  const counted = countedThings(query.spans, bounds, context);
  const conditions = [...bounds, ...counted];
  if (query.classes.length > 0 && hasOpenCount(query, conditions)) return undefined;
  const pick = order ? undefined : (query.superlative ?? comparative(query));
  const rankedBy = pick
    ? (measureOf(pick.attribute, knowledge.attributes) ??
      query.attributes.find((id) => isNumeric(id, knowledge) && !query.implied.includes(id)) ??
      memberOf(query, knowledge.attributes))
    : undefined;
  const isPrice = (id: string): boolean =>
    (query.offer ?? query.currency) !== undefined && knowledge.attributes.get(id)?.kind === 'money';
  const constrained = new Set(
    query.attributes.filter((id) => isPrice(id) || conditions.some((one) => isBound(id, one, knowledge))),
  );
  const place = pick ? fewOfOrder(query) : countOfKind(query);
  const denied = deniedIn(query);
  const terms = conditionTerms(query, conditions, context).filter(
    (term) =>
      !denied.includes(term) &&
      !order?.at.has(term.at) &&
      !(pick?.attribute && isWordOf(term, knowledge.attributes.get(pick.attribute))) &&
      term.at !== place?.at &&
      !(
        rankedBy &&
        term.keys.some(
          (key) => key === `a:${rankedBy}` || (rankedBy !== undefined && groupHolds(key, rankedBy, context)),
        )
      ) &&
      ![...constrained].some((id) => term.keys.includes(`a:${id}`)),
  );
  const now = order || pick ? undefined : terms.flatMap((term) => askedForNow(term, context))[0];
  if (now)
    return {
      kind: 'abstain',
      lead: composer.messages.say('unknown-attribute-any', { label: composer.format.label(now) }),
    };
  if (terms.some((term) => isNoCondition(term, query, context))) return undefined;
  const named = withFigures(ofMakers(terms, query, context), query);
  const all = withoutDenied(gather(query, conditions, named, context), denied, context);
  const found = left.size > 0 ? others(all, left, context) : all;
  if (pick && (!rankedBy || isOfAnother(query, context))) return undefined;
  // "Where was the most modest launch held": what is most is not ranked by what the question names besides.
  if (pick && !pick.attribute && ['where', 'why', 'how', 'who'].some((id) => query.asks.has(id))) return undefined;
  // "How did it get its first people": how, and of no product.
  const isManner = query.classes.length === 0 && ['why', 'how'].some((id) => query.asks.has(id));
  if (isManner && knowledge.attributes.get(pick?.attribute ?? '')?.kind === 'date') return undefined;
  // "The price when it launched its first": what is asked is the price, not which was first. "Launched in July" is a condition.
  const isTimed = query.periods.length + query.parts.length > 0;
  if (
    pick?.attribute &&
    conditions.length === 0 &&
    query.attributes.some(
      (id) =>
        id !== rankedBy &&
        isNumeric(id, knowledge) &&
        !isOfHaving(id, query, knowledge) &&
        !(isTimed && knowledge.attributes.get(id)?.kind === 'date') &&
        !knowledge.attributes.get(id)?.general &&
        !query.implied.includes(id),
    )
  )
    return undefined;
  if (found.places.length === 0)
    return all.places.length > 0
      ? none(query.text, composer)
      : (!told || counted.length > 0) &&
          query.mentions.length + query.periods.length === 0 &&
          (counted.length > 0 || areValues(named, context))
        ? none([...conditions.map(({ text }) => text), ...named.map(textOf)].join(', '), composer)
        : undefined;
  if (order) return ordered(found, order, query, context, composer);
  const some = pick && place && rankedBy ? few(found, rankedBy, place, query, context, composer) : undefined;
  if (some) return some;
  return pick && rankedBy
    ? superlative(found, rankedBy, { ...query, superlative: pick }, context, composer)
    : listed(found, query, composer);
}

/** A list of what meets the conditions; that there is none, where it is products within bounds that are asked for. */
export function collectMany(query: Query, told: boolean, context: Context, composer: Composer): Draft | undefined {
  const found = collect(query, context, composer, told);
  if (found) return found;
  // "The best phone under 200": by nothing that is measured, all that are within the bounds.
  const { superlative, constraints } = query;
  const within = superlative && !superlative.attribute && constraints.length > 0;
  const all = within ? collect({ ...query, superlative: undefined }, context, composer, told) : undefined;
  if (all) return all;
  const currency = currencyOfBound(query, context);
  const bounds =
    currency !== undefined || query.constraints.some(({ amount }) => amount.currency ?? amount.unit)
      ? query.constraints
      : measuredIn(query, context);
  // Where another word sets a condition, too, it is not said that nothing is within the bounds.
  const isMore = query.terms.some(({ role, weight }) => role === 'content' && weight >= CONDITION);
  if (query.classes.length === 0 || bounds.length === 0 || isMore) return undefined;
  const condition = bounds.map(({ text }) => [currency, text].filter((one) => one !== undefined).join(' ')).join(', ');
  return none(condition, composer);
}

/** Says that nothing meets a condition. */
export const none = (condition: string, { messages }: Composer): Draft => ({
  kind: 'abstain',
  lead: messages.say('list-none', { condition }),
});

/** "Which starts at 99 euros": what has just that price; undefined where no starting price is bounded. */
function startingAt(query: Query): Query | undefined {
  const [bound, ...more] = query.constraints;
  if (query.offer !== 'starting' || bound?.comparator !== 'gte' || bound.high || more.length > 0) return undefined;
  return { ...query, constraints: [{ ...bound, comparator: 'eq' }] };
}

/** The found products without those that the question leaves out. */
function others({ places, has, hit }: Found, left: ReadonlySet<string>, { columns, knowledge }: Context): Found {
  const isLeft = (place: number): boolean => {
    const id = columns.subjects[place] as string;
    const { brand = '', classes = [] } = knowledge.subjects.get(id) ?? {};
    return left.has(id) || left.has(brand) || classes.some((own) => left.has(keyOfKind(own)));
  };
  return { places: places.filter((place) => !isLeft(place)), has: (place) => has(place) && !isLeft(place), hit };
}

/** "The first setback with the hardware" asks for no first product: the word is of what stands behind it. */
function isOfAnother({ spans, superlative, asks, classes, mentions }: Query, context: Context): boolean {
  const { attributes } = context.knowledge;
  const isDated = attributes.get(superlative?.attribute ?? '')?.kind === 'date';
  // "The brand's cheapest launch event": of no product.
  const isOfNone = asks.size + classes.length === 0 && mentions.every(({ ids }) => ids.includes(context.root));
  if (!isDated && !isOfNone) return false;
  const place = spans.findIndex((span) => meaningOf(span, 'superlative') !== undefined);
  const head = spans
    .slice(place + 1)
    .find(({ meanings }) => meanings.every(({ kind }) => kind !== 'function' && kind !== 'light'));
  if (!head || ['class', 'subject', 'superlative'].some((kind) => head.meanings.some((one) => one.kind === kind)))
    return false;
  const attribute = meaningOf(head, 'attribute');
  return attribute !== undefined && !isNumeric(attribute.id, { attributes });
}

/** Has some product the attribute? An attribute that nothing has may be asked of products, and is then not held. */
const isOfProducts = (id: string, { holders }: Context): boolean => holders.get(id)?.has('product') ?? true;

/** "Phones still supported": who has a promise, or the end of one, is not who is supported now; nobody here knows what day it is. */
const askedForNow = ({ role, keys }: Term, { knowledge: { attributes } }: Context): string[] =>
  role !== 'attribute'
    ? []
    : keys
        .map((key) => key.replace(/^a:/, ''))
        .filter((id) => withMembers([id], attributes).some((one) => attributes.get(one)?.promised));

/** "Which TV is cheaper": with nothing to be cheaper than, the cheapest. "Before 2016" is a time, and asks for no first. */
const comparative = ({ operators, asks, constraints, periods }: Query): Query['superlative'] => {
  const [less, more] = [
    operators.has('less') || operators.has('earlier'),
    operators.has('more') || operators.has('later'),
  ];
  return asks.has('which') && less !== more && constraints.length + periods.length === 0
    ? { pick: less ? 'min' : 'max' }
    : undefined;
};

const groupHolds = (key: string, attribute: string, { knowledge }: Context): boolean =>
  key.startsWith('a:') && (knowledge.attributes.get(key.slice(2))?.members.includes(attribute) ?? false);
const memberOf = (query: Query, attributes: Context['knowledge']['attributes']): string | undefined =>
  query.attributes.flatMap((id) => attributes.get(id)?.members ?? []).find((id) => isNumeric(id, { attributes }));
