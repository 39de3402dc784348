// What a question leaves out: "besides the …", "other than …" names what is not wanted, so it is no subject.

import type { Context } from '../context.ts';
import { meaningOf, means, type Span } from './annotate.ts';
import type { Query } from './query.ts';

/** So many words may stand between the word and what it leaves out ("besides the new …"). */
const REACH = 3;

/** The query without what it leaves out, and what is left out: products, families with their members, brands. */
export function withoutExcepted(query: Query, { knowledge }: Context): { query: Query; left: ReadonlySet<string> } {
  const places = new Set(
    query.spans.flatMap((span, index) =>
      isWord(span) ? leftOut(query.spans, index) : query.classes.length > 0 ? denied(query.spans, index) : [],
    ),
  );
  const out = query.mentions.filter(({ at }) => places.has(at));
  const kinds = query.spans.flatMap((span, index) =>
    isWord(span) ? kindsBehind(query.spans, index) : deniedKinds(query, index),
  );
  if (out.length + kinds.length === 0) return { query, left: new Set() };
  const ids = out.flatMap((one) => one.ids);
  const left = [...kinds.map(keyOfKind), ...ids, ...ids.flatMap((id) => knowledge.subjects.get(id)?.members ?? [])];
  return {
    query: {
      ...query,
      classes: query.classes.filter((id) => !kinds.includes(id)),
      mentions: query.mentions.filter(({ at }) => !places.has(at)),
      terms: query.terms.filter(({ at }) => !places.has(at)),
    },
    left: new Set(left),
  };
}

/** How a kind of product stands among what is left out. */
export const keyOfKind = (id: string): string => `k:${id}`;

const isWord = (span: Span): boolean => means(span, 'operator', 'besides');
const isJoined = (span: Span | undefined): boolean => span !== undefined && means(span, 'operator', 'and');
const isName = (span: Span | undefined): span is Span => span !== undefined && meaningOf(span, 'subject') !== undefined;

/** Where the names stand that a word leaves out: behind it, joined ones with it; else the one before it. */
function leftOut(spans: readonly Span[], index: number): number[] {
  let at = spans.slice(index + 1, index + 1 + REACH).findIndex(isName);
  if (at < 0) {
    const before = spans[index - 1];
    return isName(before) ? [before.start] : [];
  }
  at += index + 1;
  const found = [(spans[at] as Span).start];
  for (;;) {
    const next = isName(spans[at + 1]) ? at + 1 : isJoined(spans[at + 1]) && isName(spans[at + 2]) ? at + 2 : undefined;
    if (next === undefined) return found;
    found.push((spans[next] as Span).start);
    at = next;
  }
}

/** "Which phone isn't a …": the name right behind the word that denies it. */
function denied(spans: readonly Span[], index: number): number[] {
  const [word, article, name] = spans.slice(index, index + 3);
  if (!word || !means(word, 'operator', 'not')) return [];
  const next = article && !isName(article) && meaningOf(article, 'function') ? name : article;
  return isName(next) && !next.pause ? [next.start] : [];
}

/** "Besides hardware": the kind of product right behind the word, which is then not the kind that is asked for. */
const kindsBehind = (spans: readonly Span[], index: number): string[] =>
  (spans[index + 1]?.meanings ?? []).flatMap((meaning) => (meaning.kind === 'class' ? [meaning.id] : []));

/** "Everything under 400 that isn't a phone": the kind right behind the word that denies it, where what is sought stands before. */
function deniedKinds({ spans, constraints }: Query, index: number): string[] {
  if (!means(spans[index] as Span, 'operator', 'not')) return [];
  const isSought = constraints.length > 0 || spans.slice(0, index).some((span) => meaningOf(span, 'class'));
  const next = spans[index + 1];
  const kind = next && !meaningOf(next, 'class') && meaningOf(next, 'function') ? index + 1 : index;
  return isSought && index > 0 && !spans[kind + 1]?.pause ? kindsBehind(spans, kind) : [];
}
