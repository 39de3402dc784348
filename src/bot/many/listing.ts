// Draws the products that were found: a few in a sentence, many as a list that an adapter can page, and in order as a table.

import type { Context } from '../context.ts';
import type { Order } from '../reading/ordering.ts';
import type { Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import type { Found } from './gathering.ts';
import { usualCurrency } from './meeting-amounts.ts';
import { rank } from './ranking.ts';
import type { Hit } from './superlative.ts';

/** So many stand in one sentence; more are lines of their own. */
const MOST_NAMED = 20;
/** Lists longer than this are cut, and say so: nobody pages further. */
const MOST_LISTED = 200;
/** Conditions of an ordered list that have a column of their own. */
const MOST_COLUMNS = 3;
/** What a list in order begins with: a date is not high or low. */
const ORDER = {
  date: { max: 'list-newest', min: 'list-oldest' },
  size: { max: 'list-descending', min: 'list-ascending' },
} as const;

/** The found products, as they stand in their files. @param bar what they were held against */
export function listed(found: Found, query: Query, composer: Composer, bar?: Hit): Draft {
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
  const total = found.places.length;
  const shown = found.places.slice(0, MOST_LISTED).map((place) => found.hit(place));
  const named = shown.slice(0, MOST_NAMED);
  const many = total > MOST_NAMED;
  const names = messages.list(named.map(({ subject }) => format.subject(subject.id)));
  const more = total > shown.length ? [messages.say('more-found', { count: total - shown.length })] : [];
  const counts = query.asks.has('count') || query.asks.has('how-many');
  const facts = [...shown, ...(bar ? [bar] : [])].flatMap((hit) => hit.facts);
  // "Do they make cars": that there are some is what is asked.
  const isChecked = facts.length === 0 && query.asks.size === 1 && query.asks.has('whether');
  const plain = isChecked ? 'list-yes' : 'list-found';
  const lead = many
    ? messages.say('list-many', { count: total })
    : messages.say(counts ? 'list-count' : plain, { count: total, names });
  const telling = facts.some(({ value }) => value.kind !== 'boolean');
  // A list of one is that one's fact.
  const [said, ...others] = total === 1 && !bar ? facts.filter(({ say }) => say) : [];
  if (said && !counts && facts.every(({ say, value }) => say || value.kind === 'boolean'))
    return {
      lead: composer.sentence(said, query.units),
      lines: others.map((fact) => composer.sentence(fact, query.units)),
      facts,
    };
  const sources = facts.length === 0 ? named.flatMap(({ subject }) => (subject.source ? [subject.source] : [])) : [];
  return {
    lead,
    lines: [
      ...(telling || many ? shown.map(line) : []),
      ...more,
      ...(bar ? [messages.say('against', { what: line(bar) })] : []),
    ],
    facts,
    sources,
    ...(facts.length === 0 ? { of: shown.map(({ subject }) => subject.id) } : {}),
  };
}

/** The best of each product; of sums those in the currency that most have, and behind them those that have none in it. */
function inOneCurrency(
  found: Found,
  by: string,
  pick: 'max' | 'min',
  query: Query,
  context: Context,
): ReturnType<typeof rank> {
  const all = rank(found, by, pick, MOST_LISTED, query, context);
  if (query.currency || context.knowledge.attributes.get(by)?.kind !== 'money') return all;
  const currency = usualCurrency([by], context, found.has);
  const { first } = rank(found, by, pick, MOST_LISTED, { ...query, currency }, context);
  const placed = new Set(first.map(({ place }) => place));
  return { ...all, first: [...first, ...all.first.filter(({ place }) => !placed.has(place))].slice(0, MOST_LISTED) };
}

/** The found products in the asked order, one row each; those that lack the attribute are counted, not listed. */
export function ordered(found: Found, { by, pick }: Order, query: Query, context: Context, composer: Composer): Draft {
  const { format, messages } = composer;
  const best = inOneCurrency(found, by, pick, query, context);
  if (best.count === 0) {
    const plain = listed(found, query, composer);
    const lacking = messages.say('list-unordered', { label: format.label(by) });
    return { ...plain, lines: [...(plain.lines ?? []), lacking] };
  }
  const shown = best.first.map((one) => ({ ...one, hit: found.hit(one.place) }));
  const columns = [
    ...new Set(
      shown.flatMap(({ hit }) =>
        hit.facts.filter(({ value }) => value.kind !== 'boolean').map((fact) => fact.attribute),
      ),
    ),
  ]
    .filter((id) => id !== by && context.knowledge.attributes.get(id)?.general !== true)
    .slice(0, MOST_COLUMNS);
  const cell = (hit: Hit, id: string): string =>
    hit.facts
      .filter(({ attribute }) => attribute === id)
      .map(({ value }) => format.value(value, query.units))
      .join(messages.say('clause'));
  const left = best.count - shown.length;
  const lacking = found.places.length - best.count;
  return {
    lead: messages.say(ORDER[context.knowledge.attributes.get(by)?.kind === 'date' ? 'date' : 'size'][pick], {
      count: best.count,
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
        ...columns.map((id) => cell(one.hit, id)),
      ]),
    },
    facts: shown.flatMap(({ fact, hit }) => [fact, ...hit.facts]),
  };
}
