// How strongly facts account for the words of a question: of one fact, and of all that the words lead to.
import type { Fact } from '../../knowledge/model.ts';
import { HAN } from '../../knowledge/text.ts';
import type { Context } from '../context.ts';
import type { Term } from '../reading/query.ts';
import { type Evidence, STRENGTH } from './evidence.ts';
import { bearsSum, bearsUnit } from './unit-fit.ts';

/** Keys that lead to more facts than this do not lead to candidates; they only add to their score. */
const RARE = 250;
/** … and those that lead to more than this are never followed: the question is about many, which a list answers. */
const COMMON = 3000;
/** A term is followed to all the facts that it leads to where they are no more than so many times those that were found. */
const FOLLOWED = 8;
/** A phrase met only word by word counts a little less than the phrase itself. */
const WORD_BY_WORD = 0.9;
/** A word left open counts against a fact, a little less than a word met counts for it. */
export const OPEN = 0.3;

/** How strongly a fact accounts for a term: 0 to 1. */
export const coverage = (term: Term, fact: number, context: Context): number => coverageBy(term, context)(fact);

/** How strongly each fact accounts for a term; the keys are looked up once for all of them. */
function coverageBy(term: Term, context: Context): (fact: number) => number {
  const { evidence, knowledge } = context;
  const keys: number[] = [];
  const factors: number[] = [];
  for (const key of term.keys) {
    const id = term.unheld && !key.startsWith('a:') ? undefined : evidence.idOf(key);
    if (id === undefined) continue;
    keys.push(id);
    factors.push(damping(term, key));
  }
  const found = term.unheld ? [] : term.words.map((word) => evidence.idOf(word));
  const words = found.filter((id) => id !== undefined);
  const byWords = words.length > 0 && words.length === found.length;
  const wordFactor = wordDamping(term);
  return (fact) => {
    let best = 0;
    for (let at = 0; at < keys.length; at++) {
      const strength = evidence.strengthById(fact, keys[at] as number);
      if (strength > 0) best = Math.max(best, strength * (factors[at] as number));
    }
    // "8 GB" are not eight cores.
    if (best > 0 && term.unit !== undefined && !bearsUnit(knowledge.facts[fact] as Fact, term, context)) return 0;
    if (best > 0 && term.currency !== undefined && !bearsSum(knowledge.facts[fact] as Fact, term, context)) return 0;
    if (best === 1 || !byWords || best >= wordFactor) return best;
    let sum = 0;
    for (const word of words) {
      const strength = evidence.strengthById(fact, word);
      if (strength === 0) return best;
      sum += strength;
    }
    return Math.max(best, (sum / words.length) * wordFactor);
  };
}

/** A word met by one of like meaning counts a little less than the word itself; where words are not written apart, only meanings are met. */
const LIKE_MEANING = 0.97;

/** An attribute's name met as a mere word counts less than being that attribute. */
function damping(term: Term, key: string): number {
  if (term.role === 'content' && key.startsWith('c:') && term.keys.length > 1)
    return HAN.test(term.text) ? 1 : LIKE_MEANING;
  if (term.role !== 'attribute' || key.startsWith('a:')) return 1;
  return key.startsWith('w:') ? STRENGTH.passing : STRENGTH.related;
}
const wordDamping = (term: Term): number =>
  term.role === 'attribute' ? STRENGTH.passing : term.words.length > 1 ? WORD_BY_WORD : 1;

/** Facts, and what each accounts for. Kept in flat arrays: a question leads to hundreds of facts, and few are looked at. */
export type Gathered = {
  readonly facts: readonly number[];
  /** By words alone. */
  readonly scores: Float64Array;
  /** What the fact in this place accounts for. */
  coveredBy(place: number): Covered;
};

/** How strongly a fact accounts for each term: more than 0, up to 1. */
export type Covered = { strength(term: Term): number };

/** Of each fact its place among those that were found, counted from 1; all 0 in between. */
const scratches = new WeakMap<Evidence, Int32Array>();

/** Term by term, what each fact accounts for; facts that only common words lead to are left out. */
export function gather(terms: readonly Term[], scope: readonly string[], context: Context): Gathered {
  const { evidence } = context;
  const placeOf = scratches.get(evidence) ?? new Int32Array(evidence.size);
  scratches.set(evidence, placeOf);
  const facts = reached(terms, scope, evidence, placeOf);
  const scores = new Float64Array(facts.length);
  const strengths = new Float64Array(facts.length * terms.length);
  terms.forEach((term, row) => {
    const first = row * facts.length;
    const note = (place: number, strength: number): void => {
      if (strength > (strengths[first + place] as number)) strengths[first + place] = strength;
    };
    const each = [...term.keys, ...term.words];
    const rare = each.reduce((sum, key) => sum + evidence.count(key), 0) <= facts.length * FOLLOWED;
    if (term.unheld || term.unit !== undefined || term.currency !== undefined || term.words.length > 1 || !rare) {
      const covers = coverageBy(term, context);
      for (let place = 0; place < facts.length; place++) note(place, covers(facts[place] as number));
    } else
      for (const key of each) {
        const held = evidence.postings(key);
        const factor = term.words.includes(key) ? wordDamping(term) : damping(term, key);
        for (let at = 0; at < held.facts.length; at++) {
          const place = placeOf[held.facts[at] as number] as number;
          if (place > 0) note(place - 1, (held.strengths[at] as number) * factor);
        }
      }
    for (let place = 0; place < facts.length; place++) {
      const strength = strengths[first + place] as number;
      if (strength > 0) scores[place] = (scores[place] as number) + term.weight * (strength + OPEN);
    }
  });
  for (const fact of facts) placeOf[fact] = 0;
  const rows = new Map(terms.map((term, row) => [term, row * facts.length]));
  const coveredBy = (place: number): Covered => ({
    strength(term) {
      const first = rows.get(term);
      return first === undefined ? 0 : (strengths[first + place] as number);
    },
  });
  return { facts, scores, coveredBy };
}

/** The facts that a question leads to, in the order in which they are found; notes the place of each, counted from 1. */
function reached(
  terms: readonly Term[],
  scope: readonly string[],
  evidence: Evidence,
  placeOf: Int32Array,
): readonly number[] {
  const found: number[] = [];
  const touch = (key: string): void => {
    if (evidence.count(key) > COMMON) return;
    const { facts } = evidence.postings(key);
    for (let at = 0; at < facts.length; at++) {
      const fact = facts[at] as number;
      if (placeOf[fact] === 0) placeOf[fact] = found.push(fact);
    }
  };
  // No answer may pass over a name: where one is given, only its facts come near.
  const names = terms.filter(({ role, weight }) => role === 'subject' && weight >= 0.5).flatMap(({ keys }) => keys);
  for (const key of scope.length > 0 ? scope.map((id) => `s:${id}`) : names) touch(key);
  if (found.length === 0 && scope.length === 0) {
    const keys = new Set(terms.flatMap((term) => [...term.keys, ...term.words]));
    for (const key of keys) if (evidence.count(key) <= RARE) touch(key);
    if (found.length === 0) for (const key of keys) touch(key);
  }
  return found;
}
