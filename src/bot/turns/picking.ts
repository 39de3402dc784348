// A turn after several products: "which one is cheapest" picks among them, "how much are they" asks of each.

import type { Context } from '../context.ts';
import { withMembers } from '../reading/members.ts';
import type { Query } from '../reading/query.ts';
import { alsoNaming } from './carried.ts';

/** More are not set side by side: the list that was asked for is asked for anew, with the most or the least of it. */
const MOST_BESIDE = 4;
const COMPARING = ['more', 'less', 'compare'];

const isProduct = (id: string, { knowledge }: Context): boolean => knowledge.subjects.get(id)?.kind === 'product';

/** "Phones with NFC", "the lightest phone": things of a class, none of them named. */
const asksForList = ({ classes, mentions }: Query, context: Context): boolean =>
  classes.length > 0 && !mentions.some(({ ids }) => ids.some((id) => isProduct(id, context)));

/** Says nothing but which of them: no name, class, bound or time of its own. */
const isOfNone = ({ mentions, classes, constraints, periods, parts, smalltalk }: Query): boolean =>
  smalltalk === undefined &&
  mentions.length + classes.length + constraints.length + periods.length + parts.length === 0;

/** "The cheapest phone?" – "And the heaviest?": the same things, with the most or the least of what this turn says. */
function withMost({ text, superlative, asks, terms, attributes }: Query, last: Query): Query {
  const old = last.superlative?.attribute;
  const kept = old === undefined ? last.terms : last.terms.filter(({ keys }) => !keys.includes(`a:${old}`));
  return {
    ...last,
    text,
    superlative,
    asks: new Set([...last.asks, ...asks]),
    attributes: [...last.attributes.filter((id) => id !== old), ...attributes],
    terms: [...kept, ...terms],
  };
}

/**
 * The turn, asked of what the turn before told of; undefined where it asks otherwise.
 * @param spokenOf what was told of, in the order in which it was told
 */
export function ofListed(query: Query, last: Query, spokenOf: readonly string[], context: Context): Query | undefined {
  const { superlative, operators, attributes, implied, pronouns, asks, followup, classes } = query;
  // "And the cheapest phone?" behind a list of phones: one of these.
  const isSame = followup && classes.length > 0 && classes.every((id) => last.classes.includes(id));
  const terms = isSame ? query.terms.filter(({ role }) => role !== 'class') : query.terms;
  if (!isOfNone(isSame ? { ...query, classes: [] } : query)) return undefined;
  const products = spokenOf.filter((id) => isProduct(id, context));
  const isList = asksForList(last, context);
  const which = pronouns.has('many') || asks.has('which') || followup || (isList && terms.length === 0);
  if (superlative?.attribute !== undefined && which) {
    const again = last.superlative !== undefined && last.classes.length + last.mentions.length > 0;
    if (again || products.length > MOST_BESIDE || (isList && products.length < 2 && !pronouns.has('many')))
      return withMost(query, last);
    return products.length > (pronouns.has('many') ? 0 : 1) ? products.reduce(alsoNaming, query) : undefined;
  }
  if (products.length < 2) return undefined;
  const compares = superlative !== undefined || COMPARING.some((id) => operators.has(id));
  const isOfEach =
    (isList || (asks.has('which') && !asks.has('meaning'))) &&
    !pronouns.has('thing') &&
    products.length <= MOST_BESIDE &&
    withMembers([...attributes, ...implied], context.knowledge.attributes).some((id) =>
      context.holders.get(id)?.has('product'),
    );
  if (compares && attributes.length > 0) return products.reduce(alsoNaming, query);
  return isOfEach
    ? products.reduce(alsoNaming, { ...query, operators: new Set([...operators, 'compare']) })
    : undefined;
}
