// A model that a whole family is called after: of "the cheapest 9", the family's members are meant.

import type { Context } from '../context.ts';
import { meaningOf, means } from './annotate.ts';
import { familiesOf } from './families.ts';
import { CONDITION, type Query, type Term } from './query.ts';

/** The query, of the family where the most or the least is asked of a name that it shares with one of its members. */
export function ofFamily(query: Query, context: Context): Query {
  const { superlative, mentions, spans, operators } = query;
  const [mention] = mentions;
  if (mention && operators.has('sort')) return namingFamily(query, context);
  if (!superlative?.attribute || !mention) return query;
  const at = spans.findIndex(({ start }) => start === mention.at);
  const before = spans[at - 1];
  // "What's the 9's lowest price" is asked of the one.
  const asksWhich = spans[at + 1]?.pause === false && before && means(before, 'question', 'which');
  const head = spans.slice(0, at).findLast((span) => !span.meanings.some(({ kind }) => kind === 'function'));
  return before && (asksWhich || (head && meaningOf(head, 'superlative'))) ? namingFamily(query, context) : query;
}

/** The query with the family of the one model that it names, where the two share their name; else as it is. */
export function namingFamily(query: Query, { knowledge }: Context): Query {
  const [mention, ...others] = query.mentions;
  const [id, ...more] = mention?.ids ?? [];
  if (!mention || id === undefined || others.length + more.length > 0) return query;
  const name = knowledge.subjects.get(id)?.names.en ?? '';
  const shared = familiesOf(id, knowledge).find(
    ({ members, names }) => members.length > 1 && names.en.startsWith(`${name} `),
  );
  if (!shared) return query;
  const own = `s:${id}`;
  const terms = query.terms.map(
    (term): Term => (term.keys.includes(own) ? { ...term, keys: [`s:${shared.id}`] } : term),
  );
  return { ...query, terms, mentions: [{ ...mention, ids: [shared.id] }] };
}

/** "Name all the models of the line": the query, of the kind of things that the family's members are; undefined where it asks otherwise. */
export function membersOf(query: Query, { knowledge }: Context): Query | undefined {
  const { asks, mentions, terms, constraints } = query;
  const family = knowledge.subjects.get(mentions[0]?.ids[0] ?? '');
  const [first] = family?.members ?? [];
  const idle = terms.every(({ role, weight }) => role === 'subject' || role === 'class' || weight < CONDITION);
  if (!asks.has('list') || mentions.length !== 1 || first === undefined || !idle || constraints.length > 0)
    return undefined;
  return { ...query, classes: knowledge.subjects.get(first)?.classes.slice(0, 1) ?? [] };
}
