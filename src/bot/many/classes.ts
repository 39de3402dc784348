// Which products there are of a class, and what is said of a class that has none: never a fact of something else.
import type { Knowledge } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { isA } from './gathering.ts';

/** The products of each class that has been asked for: worked out once. */
const known = new WeakMap<Knowledge, Map<string, readonly string[]>>();

/** The products of a class and of the classes below it, without families. */
export function productsOf(asked: string, knowledge: Knowledge): readonly string[] {
  const kept = known.get(knowledge) ?? new Map<string, readonly string[]>();
  known.set(knowledge, kept);
  const held = kept.get(asked);
  if (held) return held;
  const found = [...knowledge.subjects.values()]
    .filter(
      ({ kind, members, classes }) =>
        kind === 'product' && members.length === 0 && classes.some((own) => isA(own, asked, knowledge)),
    )
    .map(({ id }) => id);
  kept.set(asked, found);
  return found;
}

/** So many of a class are still set side by side. */
const MOST_OF_CLASS = 4;

/**
 * "Compare scooters", "what do both cost together": the products of the one class that is named, where they are few; of those
 * only the ones that have what is asked.
 */
export function fewOf(
  { operators, classes, periods, terms, attributes }: Query,
  { knowledge, ownFacts }: Context,
): readonly string[] {
  const [asked, ...others] = classes;
  if (asked === undefined || others.length + periods.length > 0) return [];
  const isSame = terms.some(({ keys }) => keys.includes('c:same'));
  if (!['compare', 'difference', 'sum'].some((id) => operators.has(id)) && !isSame) return [];
  const products = productsOf(asked, knowledge);
  if (products.length > MOST_OF_CLASS) return [];
  const named = new Set(withMembers(attributes, knowledge.attributes));
  if (named.size === 0) return operators.has('sum') ? [] : products;
  return products.filter((id) => (ownFacts.get(id) ?? []).some(({ attribute }) => named.has(attribute)));
}

/** "Cheapest tablet", where no product is one: says so. Undefined where more is asked than which there are, and at what price. */
export function unmade(query: Query, { knowledge, root, holders }: Context, composer: Composer): Draft | undefined {
  const [asked, ...others] = query.classes;
  if (asked === undefined || others.length > 0 || query.periods.length > 0) return undefined;
  if (query.mentions.some(({ ids }) => !ids.includes(root)) || productsOf(asked, knowledge).length > 0)
    return undefined;
  const isOfProducts = (key: string): boolean => holders.get(key.slice(2))?.has('product') ?? false;
  const idle = query.terms.every(
    ({ role, weight, keys }) =>
      role === 'subject' || role === 'class' || weight < CONDITION || (role === 'attribute' && keys.some(isOfProducts)),
  );
  if (!idle || TELLING.some((id) => query.asks.has(id))) return undefined;
  const words = query.spans.filter(({ meanings }) =>
    meanings.some((meaning) => meaning.kind === 'class' && meaning.id === asked),
  );
  return {
    kind: 'abstain',
    lead: composer.messages.say('list-none-class', { class: words.map(({ text }) => text).join(', ') }),
  };
}

/** What is told of a class of things without naming one. */
const TELLING = ['why', 'how', 'who', 'when', 'where'];
