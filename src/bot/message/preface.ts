// A statement before a question ("broke student here: …", "She is quoted on the gift. Which firm is she at?"): it sets no condition.

import type { Context } from '../context.ts';
import { isMeasured, type Query } from '../reading/query.ts';
import { type Memory, memorize } from '../turns/conversation.ts';
import { asksFor } from './clauses.ts';
import { lastPauses } from './pauses.ts';

const PAUSE = /\s*[:：。！!]\s*|\.\s+|\s+[-–—]+\s+/gu;

/** A question without what stands before it, and whom that spoke of. */
export type Stated = { readonly text: string; readonly before: Memory | undefined };

/**
 * The question of a message that begins with a statement; undefined where that says what is asked of, or when.
 * @param read turns a text into a query
 */
export function withoutPreface(
  text: string,
  memory: Memory | undefined,
  read: (text: string) => Query,
  context: Context,
): Stated | undefined {
  for (const pause of lastPauses(text, PAUSE).toReversed()) {
    const rest = text.slice(pause.index + pause[0].length);
    if (rest === '') continue;
    const [said, question] = [read(text.slice(0, pause.index)), read(rest)];
    if (!isStatement(said) || !(asksFor(question) || question.superlative)) continue;
    const others = (query: Query): boolean => query.mentions.some(({ ids }) => !ids.includes(context.root));
    if (!others(said)) {
      const about = question.mentions.length + question.classes.length + question.attributes.length;
      if (about > 0 && question.pronouns.size === 0) return { text: rest, before: memory };
    } else if (question.pronouns.size > 0 && !others(question))
      return { text: rest, before: memorize(said, 'answer', [], [], memory, context) };
  }
  return undefined;
}

/** Asks nothing, and sets no time, no figure and no bound. */
const isStatement = ({ asks, periods, parts, constraints, offer, superlative, terms, operators }: Query): boolean =>
  [...asks].every((id) => id === 'whether') &&
  periods.length + parts.length + constraints.length === 0 &&
  !offer &&
  !superlative &&
  !operators.has('compare') &&
  !terms.some((term) => isMeasured(term) || term.role === 'number' || term.role === 'outsider');
