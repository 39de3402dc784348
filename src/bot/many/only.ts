// A class of which there is one product names that product: "the earphones' early price", "how heavy is the monitor".

import type { Context } from '../context.ts';
import { withMembers } from '../reading/members.ts';
import type { Query } from '../reading/query.ts';
import { alsoNaming, onlyOneOf } from '../turns/carried.ts';

/** Question words that ask for a list, however short it is, or for what is told of such things without naming one. */
const OTHERWISE = ['which', 'list', 'count', 'how-many', 'when', 'how', 'why', 'who'];

/** The query, naming the only product of its class, where it asks for something that this product has. */
export function asOnlyProduct(query: Query, context: Context): Query {
  const { ownFacts, knowledge, root } = context;
  const { classes, mentions, attributes, implied, asks, constraints, superlative, periods } = query;
  if (classes.length !== 1 || constraints.length + periods.length > 0 || superlative) return query;
  if (mentions.some(({ ids }) => !ids.includes(root)) || OTHERWISE.some((id) => asks.has(id))) return query;
  const asked = new Set(withMembers([...attributes, ...implied], knowledge.attributes));
  const isSheet = query.operators.has('sheet');
  const only = asked.size > 0 || isSheet ? onlyOneOf(query, context) : undefined;
  if (only !== undefined && isSheet) return alsoNaming(query, only);
  const has = only !== undefined && (ownFacts.get(only) ?? []).some(({ attribute }) => asked.has(attribute));
  return has ? alsoNaming(query, only) : query;
}
