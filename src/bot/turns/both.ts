// A turn after a comparison is of both that were compared; one that sets a thing against another means what was spoken of.

import type { Context } from '../context.ts';
import { isNamed, type Query } from '../reading/query.ts';
import { alsoNaming } from './carried.ts';
import type { Memory } from './conversation.ts';
import { ofListed } from './picking.ts';

const SETTING = ['compare', 'or', 'more', 'less', 'difference'];
const sets = ({ operators }: Query): boolean => SETTING.some((id) => operators.has(id));

/** The query, naming what it is asked of besides: undefined where that is not told by the turn before. */
export function ofBoth(query: Query, last: Query, memory: Memory, context: Context): Query | undefined {
  const { subjects, beside = [] } = memory;
  const spokenOf = ofListed(query, last, [...subjects, ...beside], context);
  if (spokenOf) return spokenOf;
  const { mentions, classes, constraints, pronouns, periods, asks } = query;
  if (classes.length + constraints.length + periods.length > 0 || pronouns.has('thing') || asks.has('list'))
    return undefined;
  const measures = query.superlative?.attribute !== undefined || query.terms.some(isNamed);
  if (!measures) return undefined;
  const isProduct = (id: string | undefined): id is string =>
    id !== undefined && context.knowledge.subjects.get(id)?.kind === 'product';
  const named = mentions.map(({ ids }) => ids[0]).filter(isProduct);
  if (named.length < mentions.length) return undefined;
  // "Lighter than the 9?", "compared with it, which is dearer".
  if (named.length === 1 && sets(query)) {
    const [before] = subjects;
    return isProduct(before) && before !== named[0] ? alsoNaming(query, before) : undefined;
  }
  const told = last.mentions.length === 0 && (query.followup || (sets(last) && !last.superlative));
  const both = new Set((told ? [...subjects, ...beside] : last.mentions.map(({ ids }) => ids[0])).filter(isProduct));
  if (named.length > 0 || both.size < 2 || !(told || sets(last) || last.superlative)) return undefined;
  return [...both].reduce(alsoNaming, { ...query, operators: new Set([...query.operators, 'compare']) });
}
