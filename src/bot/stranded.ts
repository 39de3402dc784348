// "Who is the 9 for", "where was the TV made": a phrase of the vocabulary that a name cuts in two, read with "it" in its place.
import { meaningOf, type Span } from './annotate.ts';
import { alsoNaming } from './carried.ts';
import type { Context } from './context.ts';
import type { Query } from './query.ts';

/** So many words behind the name may end the phrase. */
const MOST_BEHIND = 3;

const names = (span: Span, kind: 'attribute' | 'subject'): boolean => meaningOf(span, kind) !== undefined;

/** The query, and the words behind the name that end its phrase. */
export type Stranded = { readonly query: Query; readonly words: readonly string[] };

/**
 * The query with the attribute that the words around its one product name; undefined where they name none.
 * @param read turns a text into a query
 */
export function stranded(query: Query, context: Context, read: (text: string) => Query): Stranded | undefined {
  const { spans, mentions, asks, attributes } = query;
  const [mention, ...others] = mentions;
  const [id, ...more] = mention?.ids ?? [];
  if (!mention || mention.at < 0 || id === undefined || others.length + more.length > 0 || asks.size === 0)
    return undefined;
  if (query.unknownProduct || query.terms.some(({ role }) => role === 'outsider')) return undefined;
  const subject = context.knowledge.subjects.get(id);
  const place = spans.findIndex(({ start }) => start === mention.at);
  const behind = spans.slice(place + 1);
  if (subject?.kind !== 'product' || place < 1 || behind.length === 0 || behind.length > MOST_BEHIND) return undefined;
  if (behind.some((span) => names(span, 'attribute') || names(span, 'subject') || span.amount || span.time))
    return undefined;
  const it = context.knowledge.vocabularies.find(({ language }) => language === query.language)?.pronouns.thing?.[0];
  if (it === undefined) return undefined;
  const end = behind.map(({ text }) => text).join(' ');
  // "The 9", "of the 9": an article goes with the name.
  for (const before of [spans.slice(0, place), spans.slice(0, place - 1)]) {
    const again = read([...before.map(({ text }) => text), it, end].join(' '));
    const found = again.spans.find((span) => names(span, 'attribute') && span.text.endsWith(` ${it} ${end}`));
    if (found && again.attributes.some((one) => !attributes.includes(one)))
      return {
        query: alsoNaming({ ...again, pronouns: new Set() }, id),
        words: behind.flatMap(({ words }) => words),
      };
  }
  return undefined;
}
