// Finds the facts that answer a question about what is said of something, and decides whether that may be said:
// every word that matters must be accounted for.
import type { Context } from '../context.ts';
import { asWord, BUT_A_WORD, CONDITION, isMeasured, isNamed, type Query, type Term } from '../reading/query.ts';
import { STRENGTH } from './evidence.ts';
import { askFit } from './fit.ts';
import { type Group, groupOf } from './groups.ts';
import { isLacking, isOtherFigure } from './lacked.ts';
import { type Match, matchFacts } from './match.ts';
import { isBeside } from './sought.ts';
import { hasUnit } from './unit-fit.ts';
import { isAllThatIsAsked, isVital, isWeak, isWhere, namesList } from './vital.ts';

export type Finding = {
  readonly groups: readonly Group[];
  readonly unaccounted: readonly Term[];
  /** Share of the question's weight that is accounted for, names left aside: 0 to 1. */
  readonly content: number;
  readonly accepted: boolean;
  readonly candidates: readonly Match[];
  readonly score: number;
};

/** One fact that accounts for this much of a question answers all of it. */
export const ONE_ANSWER = 0.86;
/** Below this share the answer would be a guess. Tuned on the project's golden questions. */
const ENOUGH = 0.63;
/** The asked attribute of the asked subject: one word left over is how it was said, not what was asked. */
const ENOUGH_OWN = 0.53;
/** … but of the many figures and officers that a company has, the word left over may tell which. */
const ENOUGH_OF_MANY = 0.6;
/** A word that is met this strongly counts as accounted for in full. */
const FULL = 0.55;
/** A thing from outside must be what a fact is told of, not words that happen to be in it. */
const OUTSIDE = 0.8;
/** … and a sentence ("tell me a joke") is none. */
const FEW_WORDS = 3;
/** What is measured must be what the fact is about, not a word in its text. */
const MEASURED = 0.71;
/** One message holds no more. */
const MOST_GROUPS = 4;
/** A fact fits its question word so well only where it has just the form that is asked for (`askFit`). */
export const ASKED = 0.5;
/** Asked who, a text that names nobody must account for nearly all of the question. */
const OTHER_FORM = -0.35;
/** Of the best so many, one so near to the best by its score may still be meant, where it accounts for so much. */
const MOST_TRIED = 6;
const NEAR = 0.4;
const ALONE = 0.75;
/** Of so many, one so far behind it may be, where every word is met. */
const MOST_READ = 16;
const FAR = 1.2;
/** What only touches on what is named answers where so many words of the question, none of them faint, are met. */
const ENOUGH_TOLD = 2;
/** Shown by `--explain`. */
const SHOWN_CANDIDATES = 8;

const strengthOf = (term: Term, groups: readonly Group[]): number =>
  Math.max(0, ...groups.map(({ covered }) => covered.get(term) ?? 0));

function accountedFor(term: Term, groups: readonly Group[]): number {
  const best = strengthOf(term, groups);
  if (isMeasured(term) && best < MEASURED) return 0;
  if (term.role === 'outsider' && (best < OUTSIDE || term.text.split(' ').length > FEW_WORDS)) return 0;
  return Math.min(1, best / FULL);
}

/**
 * Looks for the facts that answer.
 * @param scope subjects carried over from the conversation; empty for those that the question names itself
 */
export function lookup(query: Query, scope: readonly string[], context: Context): Finding {
  const { terms } = query;
  const matches = matchFacts(query, terms, scope, context);
  const [best] = matches;
  if (!best) return { groups: [], unaccounted: terms, content: 0, accepted: false, candidates: [], score: 0 };
  const first = findingOf(best, matches, query, scope, context);
  if (first.accepted) return first;
  // The best by words may lack the one that no answer may pass over, and the next may have it.
  const fit = askFit(best.fact, query, context);
  const next = matches
    .slice(1, MOST_TRIED)
    .filter(({ fact, score }) => score >= best.score - NEAR && askFit(fact, query, context) >= fit);
  for (const match of next) {
    const finding = findingOf(match, matches, query, scope, context);
    if (finding.accepted && finding.content >= ALONE) return finding;
  }
  const meant = asWords(first, query, scope, context);
  if (meant) return meant;
  // A wordier fact, or one of the company's own, may stand above the one that accounts for every word.
  const least = Math.max(query.asks.has('who') ? ASKED : 0, fit);
  for (const match of matches.slice(1, MOST_READ)) {
    const isNear = best.score - match.score <= FAR && askFit(match.fact, query, context) >= least;
    if (next.includes(match) || !isNear || !accountsForAll(match, terms, context)) continue;
    const finding = findingOf(match, matches, query, scope, context);
    if (finding.accepted && finding.content >= ONE_ANSWER) return finding;
  }
  return first;
}

/** Every word that sets a condition, of which there are several, is met by the fact as strongly as its kind needs. */
function accountsForAll({ covered, fact }: Match, terms: readonly Term[], { knowledge }: Context): boolean {
  const measure = knowledge.attributes.get(fact.attribute)?.general ? STRENGTH.group : STRENGTH.passing;
  const least = (term: Term): number =>
    isMeasured(term) ? measure : term.role === 'subject' ? STRENGTH.mention : FULL;
  return (
    terms.filter(({ weight }) => weight >= CONDITION).length > 1 &&
    terms.every((term) => (term.weight < CONDITION && !term.unheld) || covered.strength(term) >= least(term))
  );
}

/**
 * "What made them build it": an attribute's name may be but a word. Where it is all that is left open, it is read as one, and
 * what is found must account for enough of the others.
 */
function asWords(first: Finding, query: Query, scope: readonly string[], context: Context): Finding | undefined {
  const open = first.unaccounted.filter(isMeasured);
  // What nobody tells is not told by its neighbours.
  if (open.length === 0 || open.some(({ unheld }) => unheld)) return undefined;
  if (open.some((term) => isLacking(term, query, scope, context))) return undefined;
  const terms = query.terms.map((term) => (open.includes(term) ? asWord(term) : term));
  const attributes = query.attributes.filter((id) => !open.some(({ keys }) => keys.includes(`a:${id}`)));
  const finding = lookup({ ...query, terms, attributes }, scope, context);
  const [fact] = finding.groups[0]?.facts ?? [];
  // "First on that list": another figure of the same one's is not what is asked, where the one that is named is held.
  if (fact && isOtherFigure(fact, open, context)) return undefined;
  const isChecked = query.asks.size === 1 && query.asks.has('whether');
  const fits = fact !== undefined && !isChecked && askFit(fact, query, context) >= 0;
  const told = terms.filter(
    (term) =>
      (term.role === 'content' || (fits && isOwnName(term, finding, context))) &&
      term.weight >= BUT_A_WORD &&
      !open.some(({ at }) => at === term.at) &&
      accountedFor(term, finding.groups) >= 0.5,
  );
  const formed = [...query.asks].some((id) => TELLING_FORM.has(id));
  const enough = formed && fits && askFit(fact, query, context) >= ASKED ? 1 : ENOUGH_TOLD;
  return finding.accepted && told.length >= enough ? finding : undefined;
}

/** Who it was, how long or why: what answers has a form that hardly anything else has. */
const TELLING_FORM = new Set(['who', 'how-long', 'why']);

/** The name of the one whose fact was found. */
const isOwnName = ({ role, keys }: Term, { groups }: Finding, { root }: Context): boolean =>
  role === 'subject' && groups.every(({ subject }) => subject !== root && keys.includes(`s:${subject}`));

function findingOf(
  best: Match,
  matches: readonly Match[],
  query: Query,
  scope: readonly string[],
  context: Context,
): Finding {
  const { terms } = query;
  const fit = askFit(best.fact, query, context);
  const product = context.knowledge.subjects.get(best.fact.subject)?.kind === 'product';
  const groups = product || query.operators.has('and') ? ownGroups(matches, query, context) : [];
  if (groups.length < 2)
    groups.splice(
      0,
      groups.length,
      ...(wideGroups(best, matches, query, context) ?? [groupOf(best, query, terms, context)]),
    );
  const { subject, markets, value } = best.fact;
  // "The country, percent?": a unit asks, too, and of a market.
  const byUnit = query.units.length > 0 && value.kind === 'quantity';
  // "Since when are they in that country": so does a day, of what the company began there.
  const byMarket = byUnit || (value.kind === 'date' && subject === context.root && query.asks.has('when'));
  const isOf = ({ role, keys }: Term): boolean =>
    role === 'subject' && [subject, ...(byMarket ? markets : [])].some((id) => keys.includes(`s:${id}`));
  // … and where it is all that is asked beside a name, the value must have it.
  const asks =
    namesOnly(terms, groups) &&
    (query.counted === 'time' || !terms.some((term) => term.asked && strengthOf(term, groups) === 0)) &&
    hasUnit(best.fact, query, context) &&
    !(query.asks.has('why') && subject === context.root) &&
    (fit >= ASKED || (byUnit && terms.some(({ role, weight }) => role === 'subject' && weight >= 0.5))) &&
    (terms.some(isOf) || (query.pronouns.size > 0 && scope.includes(subject)));
  const share = asks ? 1 : content(terms, groups);
  const met = terms.filter((term) => accountedFor(term, groups) >= 0.5 || isWhere(term, groups, context));
  // "Its revenue for that ranking": beside a measure of one's own, a list's name is where it is told.
  const isNameless = query.mentions.length === 0 && subject === context.root;
  const isMeasureMet =
    (isNameless || query.mentions.some(({ ids }) => ids.includes(subject))) &&
    terms.some((term) => isMeasured(term) && strengthOf(term, groups) === 1);
  const isList = (term: Term): boolean => isMeasureMet && namesList(term, isNameless, context);
  const isOnlyTouched = (term: Term): boolean => isWeak(term, strengthOf(term, groups), context) && !isList(term);
  const told = met.filter((term) => term.weight >= CONDITION && !isOnlyTouched(term)).length;
  // "What drove the growth of it": a reason is about what it explains.
  const isReason = query.asks.has('why') && fit >= ASKED && !terms.some(({ unheld }) => unheld);
  const unaccounted = terms.filter(
    (term) => !met.includes(term) || (told < ENOUGH_TOLD && !isReason && isOnlyTouched(term)),
  );
  return {
    groups,
    unaccounted,
    content: share,
    accepted:
      (told >= ENOUGH_TOLD || !isHearsay(groups, scope, context)) &&
      !isFigureAlone(met, unaccounted) &&
      share >= enoughFor(query, groups, fit, product) &&
      !isAllThatIsAsked(unaccounted, terms) &&
      !unaccounted.some(isVital(groups, [...scope, ...query.mentions.flatMap(({ ids }) => ids)], context)) &&
      !isBeside(groups, query, fit, context),
    candidates: matches.slice(0, SHOWN_CANDIDATES),
    score: best.score,
  };
}

/** "100x zoom": a figure is met by much, and tells nothing where the word that is left open says of what. */
const isFigureAlone = (met: readonly Term[], open: readonly Term[]): boolean =>
  open.some(({ weight }) => weight >= BUT_A_WORD) &&
  met.some(({ role }) => role === 'number') &&
  met.every(({ role, weight }) => role === 'number' || weight < CONDITION);

/** The share of a question that must be met, by whose facts these are and how well they fit the question word. */
function enoughFor({ terms, asks }: Query, groups: readonly Group[], fit: number, product: boolean): number {
  if (isOwn(groups, terms)) return product ? ENOUGH_OWN : ENOUGH_OF_MANY;
  return asks.has('who') && fit <= OTHER_FORM ? ONE_ANSWER : ENOUGH;
}

/** What the person spoken of only said, of others, is nothing of that person's own. */
const isHearsay = (groups: readonly Group[], scope: readonly string[], { knowledge, evidence }: Context): boolean =>
  scope.some((id) => knowledge.subjects.get(id)?.kind === 'person') &&
  groups.every(
    ({ subject, facts }) =>
      !scope.includes(subject) &&
      facts.every(({ index }) => scope.every((id) => evidence.strength(index, `s:${id}`) < STRENGTH.involved)),
  );

/** Nothing is left to account for but names and faint words: the question word alone asks. */
const namesOnly = (terms: readonly Term[], groups: readonly Group[]): boolean =>
  terms.every(
    (term) =>
      term.role === 'subject' ||
      (term.weight < CONDITION && (term.role !== 'attribute' || strengthOf(term, groups) > 0)),
  );

const isOwn = (groups: readonly Group[], terms: readonly Term[]): boolean =>
  terms.some(
    ({ role, weight, keys }) =>
      role === 'attribute' &&
      weight >= 0.5 &&
      groups.some(({ covered }) => [...covered].some(([term, strength]) => term.keys === keys && strength >= 0.9)),
  ) &&
  terms.some(({ role, keys }) => role === 'subject' && groups.every(({ subject }) => keys.includes(`s:${subject}`)));

/** For a question that names several measured attributes, the facts of each, in the order in which they are named. */
function ownGroups(matches: readonly Match[], query: Query, context: Context): Group[] {
  const groups: Group[] = [];
  // "Weight, battery, price": in a bare list, a wide name is asked for like the others.
  const isList =
    query.asks.size + query.units.length === 0 &&
    query.terms.filter(isMeasured).length > 1 &&
    query.terms.every((term) => term.role === 'subject' || isNamed(term));
  for (const term of query.terms) {
    if (!(isList ? isNamed(term) : isMeasured(term))) continue;
    const own = (match: Match): boolean =>
      term.keys.includes(`a:${match.fact.attribute}`) || inGroup(term, match, context);
    const match = matches.find((one) => own(one) && (groups.length === 0 || one.fact.subject === groups[0]?.subject));
    if (match && !groups.some(({ facts }) => facts.includes(match.fact)))
      groups.push(groupOf(match, query, query.terms, context));
  }
  return groups.slice(0, MOST_GROUPS);
}

/** "Battery" and no more: of the attributes that it stands for, those that are held, the most wanted first. */
function wideGroups(best: Match, matches: readonly Match[], query: Query, context: Context): Group[] | undefined {
  const asked = query.terms.filter(({ role, weight }) => role !== 'subject' && weight >= CONDITION);
  if (asked.length === 0 || !asked.every((term) => term.role === 'attribute' && inGroup(term, best, context)))
    return undefined;
  const members = (asked[0] as Term).keys.flatMap(
    (key) => context.knowledge.attributes.get(key.slice(2))?.members ?? [],
  );
  const held = [...new Set(members)].flatMap((id) => {
    const match = matches.find(({ fact }) => fact.attribute === id && fact.subject === best.fact.subject);
    return match ? [groupOf(match, query, query.terms, context)] : [];
  });
  return held.slice(0, MOST_GROUPS);
}

const inGroup = (term: Term, { fact }: Match, { knowledge }: Context): boolean =>
  term.keys.some(
    (key) => key.startsWith('a:') && knowledge.attributes.get(key.slice(2))?.members.includes(fact.attribute),
  );

function content(terms: readonly Term[], groups: readonly Group[]): number {
  const named = terms.filter(({ role, weight }) => role === 'subject' && weight >= 0.5);
  // Where it was is not what it was: of the company itself, a place alone tells nothing.
  const others = terms.filter(({ role }) => role !== 'subject' && (role !== 'place' || named.length > 0));
  // Two names and nothing else ("the phone, the magazine's score"): the second is what is asked.
  const weighed = others.length > 0 || named.length < 2 ? others : named;
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return weighed.reduce((sum, term) => sum + term.weight * accountedFor(term, groups), 0) / total;
}
