// "Who is the 9 for", "where was the TV made": a phrase of the vocabulary that a name cuts in two, read with "it" in its place.

import type { Context } from '../context.ts';
import { meaningOf, type Span } from '../reading/annotate.ts';
import { isMeasured, type Mention, type Query, type Term } from '../reading/query.ts';
import { alsoNaming, onlyOneOf } from '../turns/carried.ts';

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
  const [mention = onlyNamed(query, context), ...others] = mentions;
  const [id, ...more] = mention?.ids ?? [];
  if (!mention || mention.at < 0 || id === undefined || others.length + more.length > 0 || asks.size === 0)
    return undefined;
  // "In which country is it made": what asks may name an attribute by itself.
  const asking = spans.slice(0, 2).map(({ start }) => start);
  const isOther = (term: Term): boolean => term.role === 'outsider' || (isMeasured(term) && !asking.includes(term.at));
  if (query.unknownProduct || query.terms.some(isOther)) return undefined;
  const subject = context.knowledge.subjects.get(id);
  const place = spans.findIndex(({ start }) => start === mention.at);
  const behind = spans.slice(place + 1);
  if (subject?.kind !== 'product' || place < 1 || behind.length === 0 || behind.length > MOST_BEHIND) return undefined;
  if (behind.some((span) => names(span, 'attribute') || names(span, 'subject') || span.amount || span.time))
    return undefined;
  const forms = context.knowledge.vocabularies.find(({ language }) => language === query.language)?.pronouns;
  const pronouns = [forms?.thing?.[0], forms?.many?.[0]].filter((word) => word !== undefined);
  const end = behind.map(({ text }) => text).join(' ');
  // "The 9", "of the 9": an article goes with the name.
  const heads = [spans.slice(0, place), spans.slice(0, place - 1)].map((before) => before.map(({ text }) => text));
  for (const [it, head] of pronouns.flatMap((one) => heads.map((before) => [one, before] as const))) {
    const again = read([...head, it, end].join(' '));
    const found = again.spans.find((span) => names(span, 'attribute') && span.text.endsWith(` ${it} ${end}`));
    if (found && again.attributes.some((one) => !attributes.includes(one)))
      return {
        query: alsoNaming({ ...again, pronouns: new Set() }, id),
        words: behind.flatMap(({ words }) => words),
      };
  }
  return undefined;
}

/** "Who are the earphones for": the only product of its class. */
function onlyNamed(query: Query, context: Context): Mention | undefined {
  const span = query.classes.length === 1 ? query.spans.find((one) => meaningOf(one, 'class')) : undefined;
  const id = span && onlyOneOf(query, context);
  return span && id !== undefined ? { ids: [id], text: span.text, at: span.start } : undefined;
}
