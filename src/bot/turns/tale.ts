// "Why did nobody buy it", "who was that": of the tale that was told last, the one thing that has the form which is asked for.

import type { Fact } from '../../knowledge/model.ts';
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
  const isMeant = (fact: Fact): boolean =>
    isOfTale(fact.index) && !before.has(fact.index) && askFit(fact, query, context) >= FITS;
  // "Over how long?": no word of it leads to any.
  const isWordless = query.terms.length + query.mentions.length === 0;
  const all = isWordless ? context.knowledge.facts.filter(isMeant).map((fact) => ({ fact, score: 0 })) : [];
  const [best, next] = isWordless ? all : within.finding.candidates.filter(({ fact }) => isMeant(fact));
  if (!best || (next && best.score - next.score < APART)) return undefined;
  return { ...retell([best.fact], query, composer), way: 'tale' };
}
