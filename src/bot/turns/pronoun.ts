// What a pronoun stands for. "Who runs it?": where a question says nothing by itself, and nothing but the company itself was spoken
// of, its name is put in the pronoun's place. "Which phone was it?": for what was spoken of.

import type { Context } from '../context.ts';
import { meaningOf, means, type Span } from '../reading/annotate.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import type { Memory } from './conversation.ts';

/** The question with the name in it; undefined where it says enough, or something else was spoken of. */
export function withName(
  query: Query,
  last: Query,
  memory: Memory,
  read: (text: string) => Query,
  { knowledge, root }: Context,
): Query | undefined {
  const pronoun = query.spans.find((span) => means(span, 'pronoun', 'thing'));
  if (!pronoun || query.mentions.length > 0 || query.terms.some(({ weight }) => weight >= CONDITION)) return undefined;
  const ofRoot = memory.subjects.length === 0 && last.mentions.some(({ ids }) => ids.includes(root));
  const name = ofRoot ? knowledge.subjects.get(root)?.names.en : undefined;
  return name === undefined
    ? undefined
    : read(query.text.replace(new RegExp(`(?<!\\p{L})${RegExp.escape(pronoun.text)}(?!\\p{L})`, 'iu'), name));
}

/** "Which phone was it": asks of what was spoken of, and for no list. */
export function asksIt({ spans, classes, pronouns }: Query): boolean {
  const last = spans.at(-1);
  return (
    classes.length > 0 &&
    pronouns.has('thing') &&
    last !== undefined &&
    (means(last, 'question', 'whether') || means(last, 'pronoun', 'thing'))
  );
}

/** "What was the strategy called before it changed?": what no product has stands before the pronoun, which is of that. */
export function ofWhatWasSaid({ spans, attributes }: Query, id: string, { knowledge, holders }: Context): boolean {
  const kind = knowledge.subjects.get(id)?.kind;
  const at = spans.findIndex((span) => means(span, 'pronoun', 'thing'));
  const isSaid = spans.slice(0, Math.max(at, 0)).some((span) => meaningOf(span, 'attribute') !== undefined);
  return isSaid && kind !== undefined && attributes.every((one) => holders.get(one)?.has(kind) !== true);
}

const says = ({ meanings }: Span): boolean => meanings.length === 0 || meanings.some(({ kind }) => SAYING.has(kind));
const SAYING = new Set(['attribute', 'class', 'concept', 'light']);

/** "That 65-inch one", "the 9A: what does it …": a pronoun right before a name, or with something said between the two, is the name's own. */
export function standsForNamed({ spans, mentions }: Query): boolean {
  const [mention] = mentions;
  const at = spans.findIndex((span) => means(span, 'pronoun', 'thing'));
  const name = spans.findIndex(({ start }) => start === mention?.at);
  if (at < 0 || name < 0) return false;
  if (at < name) return at === name - 1 && spans[at]?.end === spans[name]?.start;
  // "Lighter than it": of the other.
  const sets = spans[at - 1]?.meanings.some(({ kind }) => kind === 'operator' || kind === 'comparator');
  return !sets && spans.slice(name + 1, at).some(says);
}
