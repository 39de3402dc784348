// The first of many products in an order: each value of a column has a rank, so that nothing but the first is ever sorted.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import type { Query } from '../reading/query.ts';
import type { Column } from './columns.ts';
import { isPrice, type Placed, sizesOf } from './superlative.ts';

const NO_RANK = 0;
const known = new WeakMap<Column, Partial<Record<'max' | 'min', Uint32Array>>>();

/** Of each value its rank, the better the greater; equal sizes have one rank, and what has no size has none. */
function ranksOf(column: Column, pick: 'max' | 'min'): Uint32Array {
  const kept = known.get(column) ?? {};
  known.set(column, kept);
  const made = kept[pick];
  if (made) return made;
  const sizes = sizesOf(column, pick);
  const ranks = new Uint32Array(sizes.length);
  const order = Uint32Array.from(sizes.keys()).filter((value) => !Number.isNaN(sizes[value]));
  const sign = pick === 'max' ? 1 : -1;
  order.sort((a, b) => sign * ((sizes[a] as number) - (sizes[b] as number)));
  let rank = NO_RANK;
  order.forEach((value, at) => {
    if (at === 0 || sizes[value] !== sizes[order[at - 1] as number]) rank += 1;
    ranks[value] = rank;
  });
  kept[pick] = ranks;
  return ranks;
}

/**
 * Of each found product its best value of an attribute, and of these the first, in order: the others are only counted.
 * @param most so many are the first
 */
export function rank(
  found: { readonly has: (place: number) => boolean },
  by: string,
  pick: 'max' | 'min',
  most: number,
  query: Query,
  context: Context,
): { readonly first: readonly Placed[]; readonly count: number } {
  const { columns, knowledge } = context;
  const column = columns.of(by);
  const { places, valueAt, indexes } = column;
  const sizes = sizesOf(column, pick);
  const ranks = ranksOf(column, pick);
  const money = knowledge.attributes.get(by)?.kind === 'money';
  /** Of each subject its best rank, and where the fact with it stands in the column. */
  const best = new Uint32Array(columns.subjects.length);
  const bestAt = new Uint32Array(best.length);
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    const own = ranks[valueAt[at] as number] as number;
    if (own <= (best[place] as number) || !found.has(place)) continue;
    if (money && !isAsked(knowledge.facts[indexes[at] as number] as Fact, query, context)) continue;
    best[place] = own;
    bestAt[place] = at;
  }
  const counts = new Uint32Array(ranks.reduce((last, own) => Math.max(last, own), NO_RANK) + 1);
  for (let place = 0; place < best.length; place++)
    counts[best[place] as number] = (counts[best[place] as number] as number) + 1;
  const count = best.length - (counts[NO_RANK] as number);
  let last = counts.length;
  for (let shown = 0; last > NO_RANK + 1 && shown < most; ) shown += counts[--last] as number;
  const first: Placed[] = [];
  for (let place = 0; place < best.length; place++) {
    if ((best[place] as number) < last) continue;
    const at = bestAt[place] as number;
    const size = sizes[valueAt[at] as number] as number;
    first.push({ place, size, fact: knowledge.facts[indexes[at] as number] as Fact });
  }
  first.sort((a, b) => (pick === 'max' ? b.size - a.size : a.size - b.size) || a.place - b.place);
  return { first: first.slice(0, most), count };
}

/** Is a sum of the asked kind and currency? */
const isAsked = (fact: Fact, query: Query, context: Context): boolean =>
  fact.value.kind === 'money' &&
  isPrice(fact, query, context) &&
  (query.currency ?? fact.value.currency) === fact.value.currency;
