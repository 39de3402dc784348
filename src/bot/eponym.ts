// A model that a whole family is called after: of "the cheapest 9", the family's members are meant.
import { meaningOf, means } from './annotate.ts';
import type { Context } from './context.ts';
import { familiesOf } from './families.ts';
import type { Query, Term } from './query.ts';

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
