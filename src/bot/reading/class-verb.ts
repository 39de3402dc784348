// "How many products cost 399", "phones ranked by price": a kind of thing and a verb, that only by their stems are an attribute's name.
import { fold } from '../../knowledge/text.ts';
import type { Context } from '../context.ts';
import { meaningOf, type Span } from './annotate.ts';
import type { Token } from './tokens.ts';

/** The spans, with such a phrase taken apart, where it names a kind of products in the plural and is not written as the attribute is. */
export function withClassVerbs(spans: readonly Span[], tokens: readonly Token[], context: Context): readonly Span[] {
  const place = spans.findIndex((span) => isByStem(span, tokens, context));
  const span = spans[place];
  if (!span) return spans;
  const cut = span.start + 1;
  const shifted = (by: number) => (one: Span) => ({ ...one, start: one.start + by, end: one.end + by });
  return [
    ...spans.slice(0, place),
    ...context.annotator.annotate(tokens.slice(span.start, cut)).map(shifted(span.start)),
    ...context.annotator.annotate(tokens.slice(cut)).map(shifted(cut)),
  ];
}

function isByStem(span: Span, tokens: readonly Token[], { annotator, knowledge }: Context): boolean {
  const [first, second] = tokens.slice(span.start, span.end);
  if (span.end - span.start !== 2 || first?.kind !== 'word' || second?.kind !== 'word') return false;
  const { id } = meaningOf(span, 'attribute') ?? {};
  if (id === undefined || annotator.classes(first.word).length === 0) return false;
  const written = inSingular(span.text);
  const names = Object.values(knowledge.attributes.get(id)?.names ?? {});
  return !names.some((own) => own.some((name) => inSingular(fold(name)) === written));
}

const inSingular = (text: string): string => text.replace(/s(?= |$)/g, '');
