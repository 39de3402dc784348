// Draws the products that were found: a few in a sentence, many as a list that an adapter can page, and in order as a table.
import type { Fact } from '../knowledge/model.ts';
import type { Composer, Draft } from './compose.ts';
import type { Context } from './context.ts';
import { factsOf } from './groups.ts';
import { measure } from './measure.ts';
import type { Order } from './ordering.ts';
import type { Query } from './query.ts';
import { type Hit, isPrice } from './superlative.ts';

/** So many stand in one sentence; more are lines of their own. */
const MOST_NAMED = 20;
/** Lists longer than this are cut, and say so: nobody pages further. */
const MOST_LISTED = 200;
/** Conditions of an ordered list that have a column of their own. */
const MOST_COLUMNS = 3;

/** The found products, as they stand in their files. */
export function listed(hits: readonly Hit[], query: Query, composer: Composer): Draft {
  const { messages, format } = composer;
  const line = ({ subject, facts }: Hit): string => {
    const values = facts
      .filter(({ value }) => value.kind !== 'boolean')
      .map((fact) => {
        const qualifiers = composer.qualifiers(fact);
        return [
          format.value(fact.value, query.units),
          ...(qualifiers.length > 0 ? [`(${qualifiers.join(messages.say('separator'))})`] : []),
        ].join(' ');
      });
    const short = values.filter((value) => value.length <= 60).slice(0, 3);
    return short.length > 0
      ? messages.say('which-of', { subject: format.subject(subject.id), value: short.join(messages.say('clause')) })
      : format.subject(subject.id);
  };
  const shown = hits.slice(0, MOST_LISTED);
  const named = shown.slice(0, MOST_NAMED);
  const many = hits.length > MOST_NAMED;
  const names = messages.list(named.map(({ subject }) => format.subject(subject.id)));
  const more = hits.length > shown.length ? [messages.say('more-found', { count: hits.length - shown.length })] : [];
  const counts = query.asks.has('count') || query.asks.has('how-many');
  const lead = many
    ? messages.say('list-many', { count: hits.length })
    : messages.say(counts ? 'list-count' : 'list-found', { count: hits.length, names });
  const facts = shown.flatMap((hit) => hit.facts);
  const telling = facts.some(({ value }) => value.kind !== 'boolean');
  const sources = facts.length === 0 ? named.flatMap(({ subject }) => (subject.source ? [subject.source] : [])) : [];
  return {
    lead,
    lines: [...(telling || many ? shown.map(line) : []), ...more],
    facts,
    sources,
  };
}

type Placed = { readonly hit: Hit; readonly fact: Fact; readonly size: number };

/** The found products in the asked order, one row each; those that lack the attribute are counted, not listed. */
export function ordered(
  hits: readonly Hit[],
  { by, pick }: Order,
  query: Query,
  context: Context,
  composer: Composer,
): Draft | undefined {
  const { format, messages } = composer;
  const ranked = hits.flatMap((hit): Placed[] => {
    const own = factsOf(hit.subject.id, context).flatMap((fact): Placed[] => {
      const size = fact.attribute === by && isRanked(fact, query) ? measure(fact.value, context.knowledge) : undefined;
      return size ? [{ hit, fact, size: pick === 'max' ? size.high : size.low }] : [];
    });
    const best = own.reduce<Placed | undefined>(
      (top, one) => (top && (pick === 'max' ? top.size >= one.size : top.size <= one.size) ? top : one),
      undefined,
    );
    return best ? [best] : [];
  });
  if (ranked.length === 0) return undefined;
  ranked.sort((a, b) => (pick === 'max' ? b.size - a.size : a.size - b.size));
  const shown = ranked.slice(0, MOST_LISTED);
  const columns = [
    ...new Set(
      shown.flatMap(({ hit }) =>
        hit.facts.filter(({ value }) => value.kind !== 'boolean').map((fact) => fact.attribute),
      ),
    ),
  ]
    .filter((id) => id !== by && context.knowledge.attributes.get(id)?.general !== true)
    .slice(0, MOST_COLUMNS);
  const cell = ({ hit }: Placed, id: string): string =>
    hit.facts
      .filter(({ attribute }) => attribute === id)
      .map(({ value }) => format.value(value, query.units))
      .join(messages.say('clause'));
  const left = ranked.length - shown.length;
  const lacking = hits.length - ranked.length;
  return {
    lead: messages.say(pick === 'max' ? 'list-descending' : 'list-ascending', {
      count: ranked.length,
      label: format.label(by),
    }),
    lines: [
      ...(left > 0 ? [messages.say('more-found', { count: left })] : []),
      ...(lacking > 0 ? [messages.say('list-lacking', { count: lacking, label: format.label(by) })] : []),
    ],
    table: {
      columns: ['', format.label(by), ...columns.map((id) => format.label(id))],
      rows: shown.map((one) => [
        format.subject(one.hit.subject.id),
        format.value(one.fact.value, query.units),
        ...columns.map((id) => cell(one, id)),
      ]),
    },
    facts: shown.flatMap(({ fact, hit }) => [fact, ...hit.facts]),
  };
}

/** Sums are ranked in one currency: the asked one; and only as prices that answer. */
const isRanked = (fact: Fact, query: Query): boolean =>
  fact.value.kind !== 'money' || (isPrice(fact, query) && (!query.currency || fact.value.currency === query.currency));
