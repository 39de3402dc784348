// "I need a new phone", "my mum wants a cheap one": what somebody looks for, told with what it costs, the cheapest first.

import type { Context } from '../context.ts';
import { meaningOf, means, type Span } from '../reading/annotate.ts';
import { CONDITION, isNamed, type Query, type Term } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { COLLECTING } from './came.ts';
import { collect } from './collection.ts';
import { domainOf, gather } from './gathering.ts';
import { listed, ordered } from './listing.ts';
import { usualCurrency } from './meeting-amounts.ts';
import { namesValue } from './valued.ts';

/** Concepts of words that say only that something is sought. */
const IDLE = ['c:buy', 'c:recommend', 'c:new'];

/** "A cheap phone", "便宜的手机": right before the kind, a word for little or much of what is paid. */
function pickOf({ at, keys }: Term, spans: readonly Span[]): 'min' | 'max' | undefined {
  const place = spans.findIndex(({ start }) => start === at);
  const [span, next] = [spans[place], spans[place + 1]];
  if (!span || !next || next.pause || !meaningOf(next, 'class')) return undefined;
  if (keys.includes('c:cheap') || means(span, 'operator', 'less')) return 'min';
  return keys.includes('c:expensive') || means(span, 'operator', 'more') ? 'max' : undefined;
}

/** What is looked for, in the currency in which most of the kind are priced; undefined where more is asked, or nothing is sought. */
export function wished(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { classes, mentions, terms, asks, superlative, constraints, periods, parts, spans, operators } = query;
  if (classes.length !== 1 || mentions.length + constraints.length + periods.length + parts.length > 0)
    return undefined;
  if (superlative || [...asks].some((id) => !COLLECTING.has(id) || id === 'how-many' || id === 'count'))
    return undefined;
  const price = context.implying.find(({ impliedBy }) => impliedBy.includes('bound'))?.id;
  if (price === undefined) return undefined;
  const priced = terms.find((term) => term.keys.includes(`a:${price}`));
  const pick = priced && pickOf(priced, spans);
  if (priced ? !pick : !operators.has('wish')) return undefined;
  const left = terms.filter((term) => term !== priced && !IDLE.some((key) => term.keys.includes(key)));
  const others = left.filter(({ role, weight }) => role !== 'class' && weight >= CONDITION);
  if (!others.every((term) => isNamed(term) && namesValue(term, context)) || (!pick && others.length > 0))
    return undefined;
  const domain = domainOf(classes, [], context);
  const currency = usualCurrency([price], context, (place) => domain[place] === 1);
  if (currency === undefined) return undefined;
  const own = { ...query, terms: left, currency };
  if (pick) return collect({ ...own, superlative: { pick, attribute: price } }, context, composer);
  const all = { ...own, attributes: [price] };
  const found = gather(all, [], [], context);
  return found.places.length > 1
    ? ordered(found, { by: price, pick: 'min', at: new Set() }, all, context, composer)
    : listed(found, all, composer);
}
