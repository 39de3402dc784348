// A follow-up of a few words ("and within a year?"): the last question goes on with them.
import type { Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import { withOffer } from './carried.ts';
import type { Memory } from './conversation.ts';

/** So few terms are no question of their own. */
const FEW_TERMS = 3;
/** What is carried over from the last question guides, but need not be met. */
export const CARRIED = 0.4;
/** "And since when?" */
export const BARE_SPANS = 3;
/** "Nationality". */
const FEW_SPANS = 1;

/**
 * A fragment with words of its own: the last question goes on, its words as a guide.
 * @returns the outcome where that finds an answer
 */
export function goOn(
  query: Query,
  memory: Memory | undefined,
  read: (text: string) => Query,
  answer: (query: Query, scope: readonly string[]) => Outcome,
  context: Context,
): Outcome | undefined {
  if (!memory || query.terms.length > FEW_TERMS || query.mentions.some(({ ids }) => !ids.includes(context.root)))
    return undefined;
  if (!query.followup && (query.asks.size > 0 || query.attributes.length > 0)) return undefined;
  if (query.terms.length === 0) return undefined;
  const last = read(memory.question);
  const own = new Set(query.terms.flatMap(({ keys }) => keys));
  const carried = last.terms
    .filter(({ keys }) => !keys.some((key) => own.has(key)))
    .map((term) =>
      term.role === 'subject' ? term : { ...term, role: 'content' as const, weight: term.weight * CARRIED },
    );
  const timed = query.periods.length + query.parts.length > 0;
  const merged: Query = {
    ...query,
    mentions: last.mentions,
    attributes: last.attributes,
    terms: [...carried, ...query.terms],
    asks: query.asks.size > 0 ? query.asks : last.asks,
    ...(timed ? {} : { periods: last.periods, parts: last.parts }),
  };
  const about = merged.mentions.length > 0 ? [] : memory.subjects.slice(0, 1);
  const outcome = answer(withOffer(merged, last.offer), about);
  return outcome.accepted && outcome.finding.unaccounted.every((term) => carried.includes(term)) ? outcome : undefined;
}

/** "Name?", "and the models?": so few words ask nothing of anybody but of what was spoken of. */
export const isFragment = (query: Query, ofOne: boolean): boolean =>
  query.spans.length <= BARE_SPANS + (query.followup ? 1 : 0) &&
  query.asks.size + query.periods.length + query.parts.length + query.constraints.length === 0 &&
  query.classes.length === 0 &&
  query.terms.length > 0 &&
  query.terms.every(
    ({ role, weight }) =>
      role === 'content' &&
      (weight < CARRIED ||
        (ofOne && (query.followup || query.spans.length <= FEW_SPANS || /[?？]\s*$/.test(query.text)))),
  );

/** "… weight of the 9A": a name and an attribute ask, even without a question mark. */
export const namesBoth = (query: Query): boolean => query.mentions.length > 0 && query.attributes.length > 0;

/** Says or asks something beside names. */
export const hasContent = (query: Query): boolean =>
  query.terms.some(({ role, weight }) => role !== 'subject' && weight >= CONDITION) ||
  query.superlative !== undefined ||
  query.implied.length > 0;
