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

/** "Revenue from A, B and C": what stands behind the first asks nothing by itself. */
export const isEnumeration = ([first = '', ...others]: readonly string[], read: (text: string) => Query): boolean =>
  others.length > 1 &&
  read(first).attributes.length > 0 &&
  others.every((part) => {
    const { asks: own, mentions, spans } = read(part);
    return own.size + mentions.length === 0 && spans.length > 0;
  });

/** The parts of an enumeration, each with what stands before the first of them and with the time behind the last. */
export function sharingHead(way: readonly string[], read: (text: string) => Query): string[] {
  const [first = '', ...others] = way;
  const at = Math.max(first.lastIndexOf(' '), 0);
  const head = first.slice(0, at);
  const last = others.at(-1) ?? '';
  const time = read(last).spans.find((span) => span.time !== undefined)?.text;
  const behind = (part: string): string => (time === undefined || part === last ? '' : ` ${time}`);
  return [`${first}${behind(first)}`, ...others.map((part) => `${head} ${part}${behind(part)}`)];
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
