// "Why did nobody buy it", "who was that": of the tale that was told last, the one thing that has the form which is asked for.

import type { Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { askFit, FORMED } from '../matching/fit.ts';
import type { Query } from '../reading/query.ts';
import type { Composer } from '../telling/compose.ts';
import { retell } from './again.ts';
import type { Thread } from './thread.ts';

/** A reason where "why" is asked, a person where "who": not a text in which one occurs. */
const FITS = 0.8;
/** How much better than the next of that form it must be met. */
const APART = 0.25;

/**
 * @param within what the tale alone gives, where that is no answer by the question's words
 * @returns undefined where no form is asked for, nothing new in the tale has it, or two things do as well
 */
export function ofForm(
  query: Query,
  within: Outcome,
  { isOfTale, before }: Thread,
  context: Context,
  composer: Composer,
): Outcome | undefined {
  if (![...query.asks].some((id) => FORMED.has(id))) return undefined;
  const [best, next] = within.finding.candidates.filter(
    ({ fact }) => isOfTale(fact.index) && !before.has(fact.index) && askFit(fact, query, context) >= FITS,
  );
  if (!best || (next && best.score - next.score < APART)) return undefined;
  return { ...retell([best.fact], query, composer), way: 'tale' };
}
