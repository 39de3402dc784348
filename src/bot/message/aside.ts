// What people say of themselves before they ask ("I lost mine, how much is the …"), or in brackets: it sets no condition.

import type { Context } from '../context.ts';
import type { Query } from '../reading/query.ts';
import { asksFor } from './clauses.ts';
import { lastPauses } from './pauses.ts';

const PAUSE = /\s*[,，;；:：]\s*|\s+[-–—]+\s+|\s*(?:\.{2,}|…+)\s*/gu;

const BRACKETED = /\[[^\]]*\]|【[^】]*】/gu;
const IN_ROUND_BRACKETS = /[(（]([^()（）]*)[)）]/gu;

/**
 * The question of a message, without what its writer says of himself before it; undefined where nothing may be left out.
 * @param read turns a text into a query
 */
export function withoutAside(text: string, read: (text: string) => Query, context: Context): string | undefined {
  const isDenied = (inside: string): boolean => {
    const { operators, mentions, attributes, classes } = read(inside);
    const isNamed = mentions.length + attributes.length > 0 && classes.length === 0;
    return operators.has('not') && isNamed && mentions.every(({ ids }) => ids.every((id) => isPlace(id, context)));
  };
  const outside = text
    .replace(BRACKETED, ' ')
    // "When was it launched (not in India)", "its revenue (not the profit)": what is denied is not what is asked.
    .replace(IN_ROUND_BRACKETS, (all, inside: string) => (isDenied(inside) ? ' ' : all))
    .trim();
  if (outside !== text.trim() && standsAlone(read(outside))) return outside;
  for (const pause of lastPauses(text, PAUSE).toReversed()) {
    const rest = text.slice(pause.index + pause[0].length);
    const before = read(text.slice(0, pause.index));
    if (before.operators.has('self') && standsAlone(read(rest)) && isAside(before, read(rest), context)) return rest;
    if (before.operators.has('wish') && asksForThings(read(rest)) && isAside(before, read(rest), context)) return rest;
  }
  return undefined;
}

/** "We want one for the meeting room, which TVs are there": asks by itself for things of a kind. */
const asksForThings = ({ classes, asks, pronouns, followup }: Query): boolean =>
  classes.length > 0 && pronouns.size === 0 && !followup && (asks.has('which') || asks.has('list'));

const isPlace = (id: string, { knowledge }: Context): boolean => knowledge.subjects.get(id)?.kind === 'place';

/** Asks by itself, and of something that it names itself. */
const standsAlone = (query: Query): boolean =>
  query.mentions.length > 0 && query.pronouns.size === 0 && (asksFor(query) || query.attributes.length > 0);

/** Names nothing, measures nothing and asks nothing that the question could go on with. */
function isAside(query: Query, question: Query, { root }: Context): boolean {
  const { asks, classes, constraints, offer, periods, parts, superlative, terms } = query;
  const named = question.mentions.some(({ ids }) => !ids.includes(root));
  const measured = named && question.asks.size > 0 && question.attributes.length + question.implied.length > 0;
  return (
    [...asks].every((id) => id === 'whether') &&
    constraints.length + periods.length + parts.length === 0 &&
    !offer &&
    !superlative &&
    (named || classes.length === 0 || classes.every((id) => question.classes.includes(id))) &&
    terms.every(
      ({ role, weight }) =>
        role === 'content' || role === 'class' || (role === 'attribute' && (measured || weight < 0.5)),
    )
  );
}
