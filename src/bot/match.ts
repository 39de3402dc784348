// Scores facts against a query: which words of the question each fact accounts for, and whether it answers what was asked.
import type { Fact } from '../knowledge/model.ts';
import type { Context } from './context.ts';
import { STRENGTH } from './evidence.ts';
import { overlaps, type Period, periodOf, within } from './periods.ts';
import type { Query, Term } from './query.ts';

export type Match = {
  readonly fact: Fact;
  readonly score: number;
  /** Term → how strongly the fact accounts for it, 0 to 1. */
  readonly covered: ReadonlyMap<Term, number>;
};

/** Terms whose facts are fewer than this lead to candidates; commoner ones only add to their score. */
const RARE = 600;
/** A phrase met only word by word counts a little less than the phrase itself. */
const WORD_BY_WORD = 0.9;
/** The age of a bet is not the age of the person who made it: what is measured belongs to its own subject. */
const NOT_ITS_OWN = 1.5;
/** A word left open counts against a fact, a little less than a word met counts for it. */
const OPEN = 0.3;
const UNASKED_MARKET = 0.1;
/** Asked "when", a fact without any date is no answer. */
const WRONG_FORM = -0.4;
/** Candidates beyond this are not scored: the best are among those that the rarest words lead to. */
const MOST_CANDIDATES = 4000;

/** How strongly a fact accounts for a term. */
export function coverage(term: Term, fact: number, { evidence }: Context): number {
  let best = 0;
  for (const key of term.keys) {
    const strength = evidence.strength(fact, key);
    best = Math.max(best, term.role === 'attribute' && !key.startsWith('a:') ? strength * STRENGTH.passing : strength);
  }
  if (best < 1 && term.words.length > 0) {
    let least = 1;
    let sum = 0;
    for (const word of term.words) {
      const strength = evidence.strength(fact, word);
      least = Math.min(least, strength);
      sum += strength;
    }
    if (least > 0) best = Math.max(best, (sum / term.words.length) * (term.role === 'attribute' ? STRENGTH.passing : term.words.length > 1 ? WORD_BY_WORD : 1));
  }
  return best;
}

/**
 * Facts that could answer, best first.
 * @param scope subject ids that the fact must be about or mention; empty for any
 */
export function matchFacts(query: Query, terms: readonly Term[], scope: readonly string[], context: Context): Match[] {
  const matches: Match[] = [];
  for (const index of candidates(terms, scope, context)) {
    const fact = context.knowledge.facts[index] as Fact;
    if (scope.length > 0 && !scope.some((id) => context.evidence.strength(index, `s:${id}`) > 0)) continue;
    if (isOtherProduct(fact, query, scope, context)) continue;
    const time = timeFit(fact, query, context);
    if (time === 0 || !unitFits(fact, query, context)) continue;
    if (isUnmeasured(fact, terms, context)) continue;
    const ask = askFit(fact, query, context);
    if (ask <= WRONG_FORM && query.asks.size === 1) continue;
    const covered = new Map<Term, number>();
    let score = 0;
    for (const term of terms) {
      const strength = coverage(term, index, context);
      if (strength > 0) {
        covered.set(term, strength);
        score += term.weight * strength;
      }
    }
    // A figure for one market is not the figure for all: the question should have named it.
    if (fact.markets.length > 0 && !terms.some(({ keys }) => fact.markets.some((id) => keys.includes(`s:${id}`)))) score -= UNASKED_MARKET;
    for (const term of terms) if (!covered.has(term)) score -= OPEN * term.weight;
    score += 0.3 * time + 0.55 * ask + ownFit(fact, query, scope, covered, context);
    matches.push({ fact, score, covered });
  }
  return matches.sort((a, b) => b.score - a.score || newer(b.fact, a.fact) || a.fact.index - b.fact.index);
}

/** Asked for nothing but a measured attribute, a text without any figure is no answer. */
function isUnmeasured(fact: Fact, terms: readonly Term[], { knowledge, evidence }: Context): boolean {
  if (fact.value.kind !== 'text' || evidence.traits(fact.index).number || evidence.traits(fact.index).date) return false;
  const asked = terms.filter(({ role, weight }) => role !== 'subject' && role !== 'class' && weight >= 0.35);
  return (
    asked.length > 0 &&
    asked.every(({ role, keys }) => role === 'attribute' && keys.filter((key) => key.startsWith('a:')).every((key) => MEASURED_KINDS.has(knowledge.attributes.get(key.slice(2))?.kind ?? '')))
  );
}

/** What is said of one product does not answer for another that the question names. */
function isOtherProduct(fact: Fact, query: Query, scope: readonly string[], { knowledge }: Context): boolean {
  const own = knowledge.subjects.get(fact.subject);
  if (own?.kind !== 'product') return false;
  const named = scope.length > 0 ? scope : query.mentions.flatMap(({ ids }) => ids);
  const products = named.filter((id) => knowledge.subjects.get(id)?.kind === 'product');
  if (products.length === 0 || products.includes(own.id)) return false;
  return !products.some((id) => knowledge.subjects.get(id)?.members.includes(own.id) || own.members.includes(id));
}

function candidates(terms: readonly Term[], scope: readonly string[], { evidence }: Context): Set<number> {
  const found = new Set<number>();
  const take = (key: string): void => {
    for (const { fact } of evidence.postings(key)) if (found.size < MOST_CANDIDATES) found.add(fact);
  };
  for (const id of scope) take(`s:${id}`);
  if (scope.length > 0) return found;
  const keys = terms.flatMap((term) => [...term.keys, ...term.words]);
  const sorted = [...new Set(keys)].sort((a, b) => evidence.postings(a).length - evidence.postings(b).length);
  for (const key of sorted) if (evidence.postings(key).length <= RARE || found.size === 0) take(key);
  return found;
}

const newer = (a: Fact, b: Fact): number => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0);

/** 1: the fact is of the asked time; less: near it; 0: of another time. Without an asked time, 0.5. */
export function timeFit(fact: Fact, query: Query, { evidence }: Context): number {
  if (query.periods.length === 0 && query.parts.length === 0) return 0.5;
  // What is measured for a time must be measured for that time: that a text was published then says nothing.
  const measures = query.terms.some(({ role, weight }) => role === 'attribute' && weight >= 0.9);
  const typed = !measures || (fact.value.kind !== 'text' && fact.value.kind !== 'list');
  const fits = query.periods.map((asked) => periodFit(fact, asked, evidence.strength(fact.index, `n:${asked.label.slice(0, 4)}`), typed, isOfOtherYear(fact, asked, evidence)));
  const parts = query.parts.map((part) => partFit(fact, part));
  return Math.max(0, ...fits, ...parts);
}

function periodFit(fact: Fact, asked: Period, yearInText: number, typed: boolean, otherYear: boolean): number {
  if (fact.period) {
    const own = periodOf(fact.period);
    if (own.label === asked.label || (own.from === asked.from && own.to === asked.to)) return 1;
    if (within(own, asked)) return 0.8;
    if (own.label.includes('/') && within(asked, own)) return 0.8;
    return 0;
  }
  if (fact.value.kind === 'date' && overlaps(periodOf(fact.value.date), asked)) return 1;
  if (yearInText > 0 && asked.label.length === 4) return 0.75;
  if (otherYear) return 0;
  return typed && within(periodOf(fact.asOf), asked) ? 0.7 : 0;
}

/** The fact's own words date it to another year than the asked one. */
function isOfOtherYear(fact: Fact, asked: Period, evidence: Context['evidence']): boolean {
  const { years } = evidence.traits(fact.index);
  return years.size > 0 && ![...years].some((year) => asked.from.slice(0, 4) <= year && year <= asked.to.slice(0, 4));
}

function partFit(fact: Fact, part: string): number {
  if (fact.period?.slice(5) === part) return 1;
  const date = fact.value.kind === 'date' ? fact.value.date : (fact.period ?? fact.asOf);
  if (/^\d/.test(part)) return date.slice(5).startsWith(part) ? 0.9 : 0;
  return !fact.period && overlaps(periodOf(date), periodOf(`${date.slice(0, 4)}-${part}`)) ? 0.6 : 0;
}

const MEASURED_KINDS = new Set(['quantity', 'money', 'date']);
/** Times, counts, ranks and pixels are asked for in words that mean other things as well. */
const LOOSE = new Set(['times', 'count', 'rank', 'pixels']);

/** A question for a sum in a currency, or a figure in a unit, is answered by such a value only. */
function unitFits(fact: Fact, query: Query, { knowledge, evidence }: Context): boolean {
  const { value } = fact;
  if (query.currency && value.kind === 'money' && value.currency !== query.currency) return false;
  if (query.offer && fact.attribute === 'price' && fact.offer !== query.offer && !(query.offer === 'starting' && fact.offer !== 'early-bird')) return false;
  if (query.units.length === 0 || query.terms.some(({ role, weight, keys }) => role === 'attribute' && weight >= 0.9 && keys.includes(`a:${fact.attribute}`))) return true;
  const asked = query.units.map((unit) => knowledge.units.get(unit)?.dimension ?? '');
  const own = value.kind === 'quantity' ? [knowledge.units.get(value.unit)?.dimension ?? ''] : [...evidence.traits(fact.index).dimensions];
  return asked.some((dimension) => own.includes(dimension) || LOOSE.has(dimension));
}

/** Does the value have the form that the question word asks for? −1 to 1. */
export function askFit(fact: Fact, query: Query, { knowledge, evidence }: Context): number {
  const { kind } = fact.value;
  const { asks } = query;
  const traits = evidence.traits(fact.index);
  const attribute = fact.attribute;
  let fit = 0;
  if (asks.has('when')) fit += kind === 'date' ? 1 : traits.date ? 0.2 : -0.7;
  if (asks.has('who')) {
    const person = fact.value.kind === 'subject' && fact.value.ids.some((id) => ['person', 'company'].includes(knowledge.subjects.get(id)?.kind ?? ''));
    fit += person ? 1 : traits.person ? 0.3 : -0.4;
  }
  if (asks.has('how-much')) fit += kind === 'money' ? 0.8 : kind === 'quantity' ? 0.6 : traits.number ? -0.1 : -0.8;
  if (asks.has('how-many') || asks.has('count')) fit += kind === 'quantity' ? 1 : kind === 'list' ? 0.3 : kind === 'money' ? 0 : traits.number ? -0.1 : -0.8;
  if (asks.has('how-long')) fit += fact.value.kind === 'quantity' && knowledge.units.get(fact.value.unit)?.dimension === 'time' ? 1 : traits.number ? 0 : -0.5;
  if (asks.has('why')) fit += attribute === 'reason' ? 1 : kind === 'text' ? 0.1 : -0.5;
  if (asks.has('where')) {
    const place = fact.value.kind === 'subject' && fact.value.ids.some((id) => knowledge.subjects.get(id)?.kind === 'place');
    fit += place || attribute === 'place' ? 1 : traits.place ? 0.2 : -0.4;
  }
  if (asks.has('how') && asks.size === 1) fit += attribute === 'manner' ? 0.5 : attribute === 'story' ? 0.2 : 0;
  return Math.max(-1, Math.min(1, fit));
}

/** A measured attribute belongs to its subject: unless that is named, it answers only for the company itself. */
function ownFit(fact: Fact, query: Query, scope: readonly string[], covered: ReadonlyMap<Term, number>, { knowledge, root }: Context): number {
  const others = scope.length > 0 || query.mentions.some(({ ids }) => !ids.includes(root));
  const onlyMeasured = others && ![...covered.keys()].some(({ role }) => role === 'content' || role === 'number');
  const general = knowledge.attributes.get(fact.attribute)?.general === true;
  const named = scope.length > 0 ? scope.includes(fact.subject) : query.mentions.some(({ ids }) => ids.includes(fact.subject));
  const own = [...covered].some(([{ role, keys }, strength]) => role === 'attribute' && strength === 1 && keys.includes(`a:${fact.attribute}`)) ? 0.15 : 0;
  if (named) return own + (general ? 0.2 : 0.35);
  if (fact.subject === root) return own + (others ? 0 : 0.3);
  if (onlyMeasured) return -NOT_ITS_OWN;
  return general ? 0 : -0.35;
}
