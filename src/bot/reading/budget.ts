// "I have 150 euros to spend on a phone", "what can I get for 400 euros": a sum that somebody has is what a thing may cost at most.

import type { Context } from '../context.ts';
import type { Span } from './annotate.ts';
import { classOfAll } from './members.ts';
import { CONDITION, type Comparator, type Constraint, isNamed, type Query, type Term } from './query.ts';

/** What a search may ask. */
const SEARCHING = new Set(['which', 'meaning', 'whether', 'list']);
/** Concepts of words that say only that something is sought for money. */
const IDLE = ['c:buy', 'c:spend', 'c:recommend', 'c:cheap'];
/** Less is a number of things. */
const LEAST_SUM = 20;

const isIdle = ({ keys }: Term): boolean => IDLE.some((key) => keys.includes(key));
const isUpper = (comparator: Comparator): boolean => comparator === 'lt' || comparator === 'lte';

/** A sum that nothing compares, or a figure without a unit where something is to be bought. */
const isSum = ({ amount, meanings }: Span, buys: boolean, most: number): boolean =>
  amount !== undefined &&
  meanings.length === 0 &&
  !amount.orMore &&
  amount.unit === undefined &&
  amount.value <= most &&
  (amount.currency !== undefined || (buys && amount.value >= LEAST_SUM));

/** The query, of what is to be had for the sum that it names; as it is where it tells of no budget, or names what is asked of. */
export function withinBudget(query: Query, context: Context): Query {
  const { spans, asks, mentions, pronouns, operators, terms, constraints, classes, superlative } = query;
  if (mentions.length > 0 || query.unknownProduct || query.periods.length > 0 || pronouns.has('thing')) return query;
  if (!spans.some(({ amount }) => amount) || [...asks].some((id) => !SEARCHING.has(id))) return query;
  const buys =
    operators.has('spending') || terms.some(({ keys }) => keys.includes('c:buy') || keys.includes('c:spend'));
  // "I have 150 euros" alone asks for nothing.
  if (!buys && !(operators.has('self') && (classes.length > 0 || asks.has('which')))) return query;
  const [price] = context.implying.filter(({ impliedBy }) => impliedBy.includes('bound'));
  const most = price?.range?.[1] ?? 0;
  const [sum, ...others] = spans.filter((span) => isSum(span, buys, most));
  const [bound, ...more] = constraints;
  if (!price || others.length + more.length > 0 || (bound && (sum ?? !isUpper(bound.comparator)))) return query;
  const own: Constraint | undefined = sum?.amount && { amount: sum.amount, comparator: 'lte', text: sum.text };
  const limit = bound ?? own;
  if (!limit || limit.amount.unit !== undefined) return query;
  const isLimit = ({ at }: Term): boolean => sum?.start === at;
  // "What is the revenue for 400 euros": asks for no thing.
  const isOfThings = ({ keys, unheld }: Term): boolean =>
    unheld !== true && keys.some((key) => context.holders.get(key.slice(2))?.has('product') === true);
  const left = terms.filter((term) => !isLimit(term) && !isIdle(term));
  const plain = left.every(
    (term) => term.role === 'class' || (isNamed(term) && isOfThings(term)) || term.weight < CONDITION,
  );
  const top = classOfAll(context.knowledge);
  if (!plain || top === undefined || (superlative && !superlative.attribute)) return query;
  const isSumWord = (id: string): boolean => context.knowledge.attributes.get(id)?.kind === 'money';
  return {
    ...query,
    asks: new Set(['which']),
    classes: classes.length > 0 ? classes : [top],
    constraints: [limit],
    terms: left,
    attributes: query.attributes.filter((id) => id === price.id || !isSumWord(id)),
    implied: limit.amount.currency === undefined ? [price.id] : query.implied,
  };
}
