// A turn that names nothing is told within the tale that was told last, then within what the conversation is about: by its words,
// or, where these lead to nothing, by the one thing that has the form which is asked for ("why did nobody buy it", "who was that").

import type { Fact } from '../../knowledge/model.ts';
import type { Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { coverage } from '../matching/coverage.ts';
import { askFit, FORMED } from '../matching/fit.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import type { Composer } from '../telling/compose.ts';
import { retell } from './again.ts';
import { strays } from './bare.ts';
import { alsoNaming } from './carried.ts';
import type { Memory } from './conversation.ts';
import { inThread, isAsGood, isBound, isOfTold, isOnThread, repeats, staysOn, type Thread } from './thread.ts';

/** A reason where "why" is asked, a person where "who": not a text in which one occurs. */
const FITS = 0.8;
/** How much better than the next of that form it must be met. */
const APART = 0.25;

/**
 * What the conversation tells of a turn that depends on it.
 * @param plain what the turn is answered with by itself
 * @returns `plain` where that is of the conversation, or of nothing that it could only be meant of; undefined where nothing is told of it
 */
export function withinThread(
  query: Query,
  plain: Outcome,
  memory: Memory | undefined,
  thread: Thread,
  answer: (query: Query, scope: readonly string[]) => Outcome,
  context: Context,
  composer: Composer,
): Outcome | undefined {
  const again = repeats(plain, thread);
  const isOn = plain.accepted && !again && isOnThread(plain, thread);
  if (isOn && isOfTold(plain, thread)) return plain;
  const bound = isBound(query, context);
  // Nothing that the turn is answered with by itself stands against the tale.
  const isFree = !plain.accepted || again || (bound && !isOn);
  for (const { asked, isOfTale } of inThread(query, thread, context)) {
    if (isOn && !isOfTale) return plain;
    const own = answer(asked, []);
    const isMeant = isFree || isAsGood(own, plain, isOfTale && !isOn && query.mentions.length === 0);
    const isStray = memory !== undefined && strays(query, own, memory, context);
    if (own.accepted && isMeant && staysOn(own, thread) && !isStray) return own;
    const isOpen = isOfTale && isFree && !isOfProduct(query, memory, context);
    const formed = isOpen ? ofForm(query, own, thread, context, composer) : undefined;
    if (formed) return formed;
  }
  const it = plain.accepted ? undefined : introduced(query, memory, answer, context);
  return it ?? (!plain.accepted || again || isOn || !bound ? plain : undefined);
}

/** "What was it?", behind a fact of an event or a plan: what that is. */
function introduced(
  query: Query,
  memory: Memory | undefined,
  answer: (query: Query, scope: readonly string[]) => Outcome,
  { knowledge }: Context,
): Outcome | undefined {
  const isAsked =
    query.asks.has('meaning') && query.pronouns.has('thing') && query.terms.length + query.mentions.length === 0;
  const subject = knowledge.facts[memory?.told?.facts[0] ?? -1]?.subject ?? '';
  if (!isAsked || !['event', 'programme'].includes(knowledge.subjects.get(subject)?.kind ?? '')) return undefined;
  const outcome = answer(alsoNaming({ ...query, pronouns: new Set() }, subject), []);
  return outcome.accepted ? outcome : undefined;
}

/** "Where is it built", behind a product: nothing but what is told of that tells it. */
const isOfProduct = ({ pronouns }: Query, memory: Memory | undefined, { knowledge }: Context): boolean =>
  pronouns.has('thing') && knowledge.subjects.get(memory?.subjects[0] ?? '')?.kind === 'product';

/**
 * @param within what the tale alone gives, where that is no answer by the question's words
 * @returns undefined where no form is asked for, nothing new in the tale has it, or two things do as well
 */
function ofForm(
  query: Query,
  within: Outcome,
  { isOfTale, before, tales }: Thread,
  context: Context,
  composer: Composer,
): Outcome | undefined {
  if (![...query.asks].some((id) => FORMED.has(id))) return undefined;
  // "Where did they meet": where it began is not where that was; a reason may say it in other words.
  const said = query.asks.has('why')
    ? []
    : query.terms.filter((term) => term.role === 'content' && term.weight >= CONDITION);
  const isMeant = (fact: Fact): boolean =>
    isOfTale(fact.index) &&
    !before.has(fact.index) &&
    askFit(fact, query, context) >= FITS &&
    said.every((term) => coverage(term, fact.index, context) > 0);
  // "Over how long?": no word of it leads to any.
  const isWordless = query.terms.length + query.mentions.length === 0;
  const told = new Set([...tales].flatMap((tale) => context.tales.get(tale) ?? []));
  const all = isWordless ? [...told].map((fact) => ({ fact, score: 0 })) : within.finding.candidates;
  const [best, next] = all.filter(({ fact }) => isMeant(fact));
  if (!best || (next && best.score - next.score < APART)) return undefined;
  return { ...retell([best.fact], query, composer), way: 'tale' };
}
