// A turn that asks something else than the question before it: of a name of its own, of how many those are, of the sibling of
// what was asked.

import type { Context } from '../context.ts';
import { FORMED } from '../matching/fit.ts';
import { meaningOf, type Span } from '../reading/annotate.ts';
import { CONDITION, type Query } from '../reading/query.ts';

type Read = (text: string) => Query;

/** "And when was the 17 out": with another question word and a name of its own, nothing is left of the question before. */
export const asksAnew = ({ asks, mentions, terms }: Query, last: Query, { knowledge, root }: Context): boolean =>
  [...asks].some((id) => FORMED.has(id) && !last.asks.has(id)) &&
  last.asks.size > 0 &&
  terms.some(({ role, weight }) => role === 'attribute' && weight > 0) &&
  mentions.some(({ ids }) => ids.some((id) => id !== root && knowledge.subjects.get(id)?.kind !== 'place'));

/** "Who judged it?" – "How many of them are there?": the same, counted. */
export function counted(query: Query, last: Query): Query | undefined {
  const { asks, pronouns, terms, mentions, attributes, periods, parts, classes } = query;
  const counts = asks.has('how-many') && [...asks].every((id) => id === 'how-many' || id === 'whether');
  const named = terms.length + mentions.length + attributes.length + periods.length + parts.length + classes.length;
  if (!counts || !pronouns.has('many') || named > 0 || last.asks.has('how-many')) return undefined;
  return { ...last, text: query.text, asks, counted: query.counted, implied: [] };
}

const isQuiet = ({ meanings }: Span): boolean =>
  meanings.some(({ kind }) => kind === 'function' || kind === 'followup') &&
  meanings.every(({ kind }) => kind === 'function' || kind === 'followup' || kind === 'operator' || kind === 'light');

/** "Revenue from services in Q2?" – "And phones?": what has such a name in the place of the other's; undefined where nothing has. */
export function sibling(query: Query, question: string, read: Read, { annotator }: Context): Query | undefined {
  const { asks, mentions, spans, terms, followup, attributes } = query;
  const [word, ...more] = spans.filter((span) => !isQuiet(span));
  const name = word?.text.slice(word.text.lastIndexOf(' ') + 1) ?? '';
  const says = terms.some(({ weight }) => weight >= CONDITION) || annotator.classes(name).length > 0;
  const bare = asks.size + mentions.length + attributes.length === 0;
  if (!followup || !bare || !says || more.length > 0) return undefined;
  const asked = read(question).spans.filter((span) => meaningOf(span, 'attribute') && span.text.includes(' '));
  const [old] = asked;
  const folded = question.toLowerCase();
  const at = old && asked.length === 1 ? folded.indexOf(old.text) : -1;
  if (!old || at < 0) return undefined;
  const last = old.text.lastIndexOf(' ');
  const named = name + old.text.slice(last);
  const other = read(question.slice(0, at) + named + question.slice(at + old.text.length));
  return other.spans.some((span) => span.text === named && meaningOf(span, 'attribute')) ? other : undefined;
}
