// "Which of the 9, 9A and 9C have 5,000 mAh": a choice among products that are named, by an amount or the figure of a value.
import type { Context } from '../context.ts';
import type { Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { collect } from './collection.ts';
import { compared } from './comparison.ts';

/** Words that set the products against each other, or ask for those that have it not. */
const OTHERWISE = ['more', 'less', 'difference', 'not'];

/** Those of the named products that meet what else is said; undefined where no figure is, or none meets it. */
export function whichOf(
  query: Query,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const { asks, mentions, operators, superlative, terms } = query;
  if (!asks.has('which') || superlative || OTHERWISE.some((id) => operators.has(id))) return undefined;
  if (!terms.some(({ role }) => role === 'number')) return undefined;
  const { subjects } = context.knowledge;
  const isProduct = (id: string): boolean => subjects.get(id)?.kind === 'product';
  const named = mentions.filter(({ ids }) => ids.every(isProduct));
  const own = compared({ ...query, mentions: named }, scope, context);
  if (named.length < 2 || own.length < 2) return undefined;
  const gone = new Set(named.map(({ at }) => at));
  const sought = {
    ...query,
    spans: query.spans.filter(({ start }) => !gone.has(start)),
    mentions: mentions.filter(({ at }) => !gone.has(at)),
    terms: terms.filter(({ at }) => !gone.has(at)),
    classes: [],
    among: own,
  };
  return collect(sought, context, composer, true);
}
