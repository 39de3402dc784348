// "Apart from making decisions, what is the programme for": what is said to be known already sets no condition.
import { meaningOf, means, type Span } from '../reading/annotate.ts';
import type { Query } from '../reading/query.ts';
import { asksFor } from './clauses.ts';

/**
 * The question behind a clause that says what is not asked for; undefined where there is none, or a name stands in it.
 * @param read turns a text into a query
 */
export function withoutBesides(text: string, read: (text: string) => Query): string | undefined {
  const { spans, operators } = read(text);
  const [first, ...others] = spans;
  if (!operators.has('besides') || !first || !means(first, 'operator', 'besides')) return undefined;
  const length = others.findIndex((span) => span.pause || asks(span));
  const clause = others.slice(0, Math.max(0, length));
  if (clause.length === 0 || clause.some((span) => meaningOf(span, 'subject') ?? meaningOf(span, 'class')))
    return undefined;
  const rest = others.slice(length).map((span) => span.text);
  return asksFor(read(rest.join(' '))) ? rest.join(' ') : undefined;
}

/** A word that opens a question. */
const asks = (span: Span): boolean => meaningOf(span, 'question') !== undefined && !means(span, 'question', 'whether');
