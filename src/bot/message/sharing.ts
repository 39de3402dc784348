// "Where and by whom was it made": a question word alone asks what is said behind the next one.
import type { Span } from '../reading/annotate.ts';
import { CONDITION, type Query } from '../reading/query.ts';

const asks = ({ meanings }: Span): boolean => meanings.some(({ kind }) => kind === 'question');
/** A word of grammar in front of a question word: "by whom". */
const leads = (span: Span): boolean => !asks(span) && span.meanings.some(({ kind }) => kind === 'function');

/** A question word, and nothing that it asks about. */
export const isQuestionWord = (query: Query): boolean =>
  query.asks.size > 0 &&
  query.mentions.length === 0 &&
  query.terms.every(({ weight }) => weight < CONDITION) &&
  query.spans.some(asks) &&
  query.spans.every((span) => asks(span) || leads(span));

/** The parts of a message, each question word with what it asks about. */
export function sharing(way: readonly string[], read: (text: string) => Query): string[] {
  const parts = [...way];
  for (let at = parts.length - 2; at >= 0; at--) {
    const [part = '', next = ''] = parts.slice(at);
    const said = isQuestionWord(read(part)) ? behindQuestionWord(next, read(next)) : '';
    if (said !== '') parts[at] = `${part} ${said}`;
  }
  return parts;
}

/** What stands behind the question word at the head of a part. */
function behindQuestionWord(text: string, { spans }: Query): string {
  const word = spans.findIndex((span) => !leads(span));
  if (word < 0 || !asks(spans[word] as Span)) return '';
  const head = spans
    .slice(0, word + 1)
    .map((span) => span.text)
    .join(' ');
  return text.toLowerCase().startsWith(head) ? text.slice(head.length).trim() : '';
}
