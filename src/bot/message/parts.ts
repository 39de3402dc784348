// A message that asks two things ("who …, and when …?"): the second is read as a follow-up of the first, and both are
// answered; where one cannot be, that is said.
import type { Best, Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { isBesideTopic, topicOf } from '../matching/belonging.ts';
import { askFit } from '../matching/fit.ts';
import { ASKED, ONE_ANSWER } from '../matching/lookup.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import { sentences } from '../reading/tokens.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { type Memory, memorize, subjectsOf } from '../turns/conversation.ts';
import { asksFor, isFigureOnly, splits } from './clauses.ts';
import { isEnumeration, isQuestionWord, sharing, sharingHead } from './sharing.ts';

/** More is no message but a list of questions. */
const MOST_PARTS = 4;

type Part = { readonly text: string; readonly best: Best | undefined };

/**
 * Answers each part of a message by itself, where it asks several things and `whole` does not answer them all.
 * @param one answers one part after the turn before it
 * @returns the answers in one, or `whole`
 */
export function converseParts(
  text: string,
  whole: Best,
  memory: Memory | undefined,
  one: (part: string, memory: Memory | undefined) => Best | undefined,
  read: (text: string) => Query,
  context: Context,
  composer: Composer,
): Best {
  // A thing that is not known stays one in whichever part it is named.
  const { unknownProduct, terms } = whole.query;
  if (unknownProduct || terms.some(({ role }) => role === 'outsider')) return whole;
  // Most messages ask one thing, and are answered: they are not taken apart.
  const asking = whole.query.spans.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'question')).length;
  if (whole.query.text === text && asking < 2 && !leavesOpen(whole) && isWhole(whole, [], read, context)) return whole;
  const ways = waysOf(text, memory, read, context).filter(
    (parts) => parts.length <= MOST_PARTS && !parts.some((part) => isFigureOnly(read(part))),
  );
  if (ways.length === 0 || isWhole(whole, ways, read, context)) return whole;
  let partial: { parts: Part[]; way: readonly string[] } | undefined;
  for (const way of ways) {
    const each = answerEach(way, memory, one, read, context);
    if (each.some(({ text: part, best }) => isOfOthers(best, read(part), whole, context))) continue;
    const parts = fitting(each, whole.query, read, context);
    if (parts.every(({ best }) => isAnswered(best))) return merged(parts, whole, [], composer);
    if (!partial && isAnswered(parts[0]?.best) && way.every((part) => asksFor(read(part)))) partial = { parts, way };
  }
  if (!partial) return whole;
  const open = partial.parts.filter(({ best }) => !isAnswered(best)).map(({ text: part }) => part);
  return merged(
    partial.parts.filter(({ best }) => isAnswered(best)),
    whole,
    open,
    composer,
  );
}

/** By sentence where each asks something, and by clause. */
function waysOf(
  text: string,
  memory: Memory | undefined,
  read: (text: string) => Query,
  { abbreviations }: Context,
): string[][] {
  const bySentence = sentences(text, abbreviations).filter((part) => asksFor(read(part)));
  const byClause = splits(read(text)).map((way) => sharing(way, read));
  return [
    ...(bySentence.length > 1 ? [bySentence] : []),
    ...byClause.flatMap((way) => (isEnumeration(way, read) ? [sharingHead(way, read), way] : [way])),
  ].filter(([first = '']) => memory !== undefined || !isQuestionWord(read(first)));
}

/** The question as one is answered: by lists and tables, by several facts, or by one that accounts for nearly all of it. */
function isWhole(
  { outcome, query }: Best,
  ways: readonly (readonly string[])[],
  read: (text: string) => Query,
  context: Context,
): boolean {
  const { accepted, finding, draft } = outcome;
  if (!accepted) return false;
  // "When did it come there, and when did the phone": each asks of a name of its own.
  const choice = query.operators.has('or') || query.operators.has('compare') || query.superlative !== undefined;
  const named = (part: string): boolean => asksFor(read(part)) && read(part).mentions.length > 0;
  const apart = !choice && ways.some((parts) => parts.every(named));
  // "Revenue from A, B and C": one of the three is left open.
  const isOpen = leavesOpen({ outcome }) && ways.some((parts) => isEnumeration(parts, read));
  const severalTold = (draft.facts ?? []).length > 1 && !apart && !isOpen;
  if (draft.kind !== undefined || draft.table || severalTold) return true;
  // "This one or that, which has it": the names are what is chosen from.
  const isNames = (parts: readonly string[]): boolean => parts.slice(0, -1).every((part) => isBareName(read(part)));
  if (query.operators.has('or') && query.asks.has('which') && ways.length > 0 && ways.every(isNames)) return true;
  const twofold = ways.some((parts) => parts.every((part) => asksFor(read(part))));
  return !twofold && finding.content >= ONE_ANSWER && hasAskedForm(outcome, query, context);
}

/** A word that sets a condition is not accounted for. */
const leavesOpen = ({ outcome: { finding } }: Pick<Best, 'outcome'>): boolean =>
  finding.unaccounted.some(({ role, weight }) => role === 'content' && weight >= CONDITION);

/** "The cheapest launch ever, where was it": what was found must have the form that the question word asks for. */
function hasAskedForm({ finding }: Outcome, query: Query, context: Context): boolean {
  const fact = finding.groups[0]?.facts[0];
  return !fact || !asksFor(query) || askFit(fact, query, context) >= ASKED;
}

/**
 * "How did the press and public take the cap", "is it this panel or that, the monitor's": a part that says no name is not
 * answered of another thing, nor one that names a product of another product.
 */
function isOfOthers(best: Best | undefined, part: Query, whole: Best, context: Context): boolean {
  const { subjects } = context.knowledge;
  const isProduct = (id: string): boolean => subjects.get(id)?.kind === 'product';
  const facts = isAnswered(best) ? (best?.outcome.draft.facts ?? []) : [];
  const { outcome, query } = whole;
  const topic = topicOf(query, outcome.finding, context);
  if (isBesideTopic(part, facts, topic, context)) return true;
  const named = query.mentions.flatMap(({ ids }) => withMembers(ids, subjects));
  const told = facts.map(({ subject }) => subject);
  const alone = best?.query.mentions.length === 0;
  return (
    named.some(isProduct) && told.length > 0 && told.every((id) => (alone || isProduct(id)) && !named.includes(id))
  );
}

function answerEach(
  way: readonly string[],
  memory: Memory | undefined,
  one: (part: string, memory: Memory | undefined) => Best | undefined,
  read: (text: string) => Query,
  context: Context,
): Part[] {
  // "The rank in this list and that one": a bare name goes on with what is asked beside it, before or behind.
  const asking = way.filter((part) => !isBareName(read(part)));
  const [first] = asking;
  // … unless it says at the head what the others are asked of.
  const goOn = first !== undefined && (first === way[0] || read(first).mentions.length > 0);
  const names = goOn ? way.filter((part) => !asking.includes(part)) : [];
  let before = memory;
  let last: Best | undefined;
  const answered = new Map<string, Part>();
  for (const text of names.length > 0 ? [...asking, ...names] : way) {
    const found = one(text, before);
    // "So many stores, and when": a question word alone asks of what was told before it, not of another.
    const goesAway = last !== undefined && isQuestionWord(read(text)) && isAnswered(found) && !isOfSame(found, last);
    const best = goesAway ? undefined : found;
    last = best;
    answered.set(text, { text, best });
    if (best && isAnswered(best) && !names.includes(text))
      before = memorize(
        best.query,
        'answer',
        subjectsOf(best.outcome.draft.facts ?? []),
        best.outcome.scope,
        before,
        context,
      );
  }
  return way.flatMap((text) => answered.get(text) ?? []);
}

const isOfSame = (best: Best | undefined, other: Best): boolean => {
  const subjects = new Set(other.outcome.draft.facts?.map(({ subject }) => subject));
  return subjects.size === 0 || best?.outcome.draft.facts?.some(({ subject }) => subjects.has(subject)) === true;
};

const isBareName = ({ asks, terms, mentions }: Query): boolean =>
  mentions.length > 0 && asks.size === 0 && terms.every(({ role }) => role === 'subject');

/**
 * "What did she and he bet on": who somebody is answers a part only where that part asks who or what it is, and does not end
 * before another name.
 */
function fitting(all: Part[], whole: Query, read: (text: string) => Query, { knowledge }: Context): Part[] {
  // "This maker or that one in the phone": a name is a choice, and what answers the question tells which.
  const chosen = whole.operators.has('or')
    ? all.filter(({ text, best }) => !isIntroduction(best) || !isBareName(read(text)))
    : all;
  const parts = chosen.length > 0 ? chosen : all;
  if (parts.every(({ best }) => isIntroduction(best))) return parts;
  const asksIt = (query: Query, next: Query | undefined): boolean =>
    query.asks.has('who') ||
    query.attributes.some((id) => knowledge.attributes.get(id)?.introduces) ||
    (asksFor(query) && next?.mentions[0]?.at !== 0);
  return parts.map((part, at) => {
    const next = parts[at + 1];
    return isIntroduction(part.best) && !asksIt(read(part.text), next && read(next.text))
      ? { ...part, best: undefined }
      : part;
  });
}

/** Tells who or what something is, and no more. */
const isIntroduction = (best: Best | undefined): boolean => {
  const draft = best?.outcome.draft;
  return draft !== undefined && draft.kind === undefined && !draft.table && (draft.facts ?? []).length === 0;
};

const isAnswered = (best: Best | undefined): boolean =>
  best?.outcome.accepted === true && best.outcome.draft.kind === undefined;

function merged(parts: readonly Part[], whole: Best, open: readonly string[], { messages }: Composer): Best {
  const bests = parts.flatMap(({ best }) => (best ? [best] : []));
  const drafts = bests.map(({ outcome }) => outcome.draft);
  const [first, ...rest] = drafts as [Draft, ...Draft[]];
  const table = drafts.find((draft) => draft.table)?.table;
  const lines = [...(first.lines ?? []), ...rest.flatMap((draft) => [draft.lead, ...(draft.lines ?? [])])];
  const draft: Draft = {
    lead: first.lead,
    lines: lines.filter((line, at) => line !== first.lead && lines.indexOf(line) === at),
    ...(table ? { table } : {}),
    notes: [
      ...drafts.flatMap(({ notes }) => notes ?? []),
      ...open.map((part) => messages.say('part-unknown', { part: plain(part) })),
    ],
    facts: [...new Set(drafts.flatMap(({ facts }) => facts ?? []))],
    sources: [...new Set(drafts.flatMap(({ sources }) => sources ?? []))],
  };
  const outcomes = bests.map(({ outcome }) => outcome);
  const last = outcomes.at(-1) as Outcome;
  return {
    query: whole.query,
    continues: false,
    outcome: {
      draft,
      accepted: true,
      scope: last.scope,
      way: [...new Set(outcomes.map(({ way }) => way))].join(', '),
      finding: {
        ...last.finding,
        groups: outcomes.flatMap(({ finding }) => finding.groups),
        candidates: outcomes.flatMap(({ finding }) => finding.candidates),
        content: Math.min(...outcomes.map(({ finding }) => finding.content)),
      },
    },
  };
}

/** A person's words, said back: letters and digits only, so that nothing in them means anything to a platform. */
const plain = (text: string): string => [...text.replace(/[^\p{L}\p{N}.,'’%" -]/gu, '').trim()].slice(0, 80).join('');
