// Whether what was found answers although something else could be meant: a list of products, a phrase cut by a name, an amount.
import type { Context } from './context.ts';
import { STRENGTH } from './evidence.ts';
import { askFit, FORMED } from './fit.ts';
import { ASKED, type Finding } from './lookup.ts';
import { CONDITION, isMeasured, type Query } from './query.ts';

/**
 * "A gift under 35 euros": where products are sought by what they cost, nothing else of the company is told; nor, where
 * something "cost 700 million", what has no such figure.
 */
export const isOtherSum = (
  { constraints, mentions, classes }: Query,
  { groups }: Finding,
  { root, evidence }: Context,
): boolean =>
  constraints.length > 0 &&
  mentions.length === 0 &&
  (classes.length === 0 || groups.every(({ subject }) => subject === root)) &&
  constraints.every(({ amount: { currency, value: figure }, comparator }) =>
    groups.every(({ subject, facts }) =>
      comparator === 'eq'
        ? facts.every(({ index }) => evidence.strength(index, `n:${figure}`) === 0)
        : currency !== undefined &&
          subject === root &&
          facts.every(({ value }) => value.kind !== 'money' || value.currency !== currency),
    ),
  );

/** Is each word one by which the fact is to be found? */
export const hasCues = ({ accepted, groups }: Finding, words: readonly string[], { evidence }: Context): boolean =>
  accepted &&
  groups.some(({ facts }) =>
    facts.some(({ index }) => words.every((word) => evidence.strength(index, word) === STRENGTH.cue)),
  );

/** Where no figure is asked, what is told of a product, in whatever words, goes before "none"; what is told of others does where no attribute is asked. */
export const isToldElsewhere = (
  { constraints, terms }: Query,
  { accepted, groups }: Finding,
  { knowledge }: Context,
): boolean =>
  accepted &&
  constraints.length === 0 &&
  terms.every(({ role }) => role !== 'number') &&
  (!terms.some(isMeasured) || groups.every(({ subject }) => knowledge.subjects.get(subject)?.kind === 'product'));

/** Words that set one thing against another. */
const AGAINST = ['compare', 'more', 'less', 'earlier', 'later', 'difference', 'ratio', 'or'];

/** "How long did the two take": one fact of just the form that is asked tells it of all that are named; they are not compared. */
export function tellsOfAll(query: Query, { accepted, groups: [group] }: Finding, context: Context): boolean {
  const named = query.terms.filter(({ role, weight }) => role === 'subject' && weight >= CONDITION);
  const [fact] = group?.facts ?? [];
  return (
    accepted &&
    fact !== undefined &&
    named.length > 1 &&
    query.superlative === undefined &&
    [...query.asks].filter((id) => FORMED.has(id)).length === 1 &&
    !AGAINST.some((id) => query.operators.has(id)) &&
    named.every((term) => (group?.covered.get(term) ?? 0) > STRENGTH.involved) &&
    askFit(fact, query, context) >= ASKED
  );
}
