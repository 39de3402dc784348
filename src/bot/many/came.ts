// "What did they launch on 15 July", "all gear from July 15": asks for whatever came out on a day or in a month,
// or after or before a time.
import type { Context } from '../context.ts';
import { opened } from '../reading/ordering.ts';
import { isDay, isMonth } from '../reading/periods.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';

/** Question words that a list answers. */
export const COLLECTING = new Set(['which', 'list', 'count', 'how-many', 'whether', 'meaning', 'define']);

/** The day itself: see `dayTerm`. */
const isDayTerm = ({ keys }: Term): boolean => keys.some((key) => key.startsWith('d:'));

/** Is all asked for that came out then, and nothing else? */
export function asksWhatCame(query: Query, context: Context): boolean {
  const { asks, mentions, periods, parts, attributes, terms, classes } = query;
  const { knowledge, holders, root } = context;
  const isBound = opened(query) !== undefined;
  const isTime = (period: Query['periods'][number]): boolean => isDay(period) || isMonth(period);
  const onDay = isBound || parts.some((part) => /^\d\d-\d\d$/.test(part)) || periods.some(isTime);
  const isLaunch = (id: string): boolean =>
    knowledge.attributes.get(id)?.kind === 'date' && holders.get(id)?.has('product') === true;
  // "All gear from 15 July": of things that are named, no launch need be.
  const isList = asks.has('list') || ((classes.length > 0 || attributes.length > 0) && asks.size === 0);
  return (
    onDay &&
    (asks.has('which') || isList) &&
    [...asks].every((ask) => COLLECTING.has(ask)) &&
    mentions.every(({ ids }) => ids.includes(root)) &&
    (attributes.length > 0 || (isList && classes.length > 0)) &&
    attributes.every(isLaunch) &&
    terms.every(
      (term) =>
        (!term.asked || isBound || term.role === 'attribute') &&
        (term.role === 'attribute' || term.role === 'class' || term.weight < CONDITION || isDayTerm(term)),
    )
  );
}
