// What the turns before were about, by the facts that they told: a turn that names nothing of its own goes on with that, and is
// not answered by a word that stands in some other story as well.

import type { Fact } from '../../knowledge/model.ts';
import type { Outcome } from '../answering.ts';
import type { Context } from '../context.ts';
import { keysOf, STRENGTH } from '../matching/evidence.ts';
import { OF_LISTS } from '../matching/told.ts';
import { CONDITION, isMeasured, type Query } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import type { Memory, Told } from './conversation.ts';

/** So many facts are remembered: those of the last few turns. */
const MOST_TOLD = 24;
/** A word that more facts hold relates none of them. */
const TELLING = 40;

/** What the conversation is about. */
export type Thread = {
  readonly isOn: (fact: number) => boolean;
};

/** What to remember of an answer; one that tells nothing leaves what was told before. */
export function toldAfter(
  facts: readonly Fact[],
  goesOn: boolean,
  before: Told | undefined,
  { knowledge }: Context,
): Told | undefined {
  if (facts.length === 0 || facts.length > MOST_TOLD) return before;
  const { version } = knowledge;
  const kept = goesOn && before?.version === version ? before.facts : [];
  return { version, facts: [...new Set([...facts.map(({ index }) => index), ...kept])].slice(0, MOST_TOLD) };
}

/** The thread of a conversation; undefined where nothing was told in it. */
export function threadOf(memory: Memory | undefined, context: Context): Thread | undefined {
  const { knowledge, evidence, root } = context;
  if (!memory?.told || memory.told.version !== knowledge.version) return undefined;
  const told = new Set(memory.told.facts);
  const facts = [...told].flatMap((index) => knowledge.facts[index] ?? []);
  const kind = (id: string): string | undefined => knowledge.subjects.get(id)?.kind;
  const isTopic = (id: string): boolean => id !== root && kind(id) !== undefined && kind(id) !== 'place';
  const subjects = new Set([...memory.subjects, ...facts.map(({ subject }) => subject)].filter(isTopic));
  const topics = [...subjects].filter((id) => kind(id) !== 'person').flatMap((id) => evidence.idOf(`s:${id}`) ?? []);
  const words = tellingKeys(
    facts.filter(({ subject }) => subject === root),
    context,
  );
  return {
    isOn(index) {
      const fact = knowledge.facts[index];
      if (!fact) return false;
      return (
        told.has(index) ||
        subjects.has(fact.subject) ||
        topics.some((id) => evidence.strengthById(index, id) >= STRENGTH.involved) ||
        words.some((id) => evidence.strengthById(index, id) >= STRENGTH.value)
      );
    },
  };
}

/** The few words of what was told that not many facts hold. */
function tellingKeys(facts: readonly Fact[], { annotator, evidence }: Context): number[] {
  const texts = facts.flatMap(({ about, say }) => [about?.en, say?.en]).filter((text) => text !== undefined);
  const keys = new Set(texts.flatMap((text) => annotator.annotate(tokenize(text)).flatMap(keysOf)));
  for (const { attribute } of facts) keys.add(`a:${attribute}`);
  return [...keys]
    .filter((key) => !key.startsWith('n:') && evidence.count(key) <= TELLING)
    .flatMap((key) => evidence.idOf(key) ?? []);
}

/** So short a turn asks nothing by itself. */
const SHORT = 4;

/** Names nothing that another conversation could be about, and sets no bounds of its own. */
export function dependsOn(query: Query, { knowledge, root }: Context): boolean {
  const { mentions, superlative, constraints, smalltalk, unknownProduct, operators } = query;
  if (superlative || constraints.length > 0 || smalltalk || unknownProduct || operators.has('compare')) return false;
  const kind = (id: string): string | undefined => knowledge.subjects.get(id)?.kind;
  return mentions.every(({ ids }) => ids.some((id) => id === root || kind(id) === 'person' || kind(id) === 'place'));
}

/** Can only be meant of what was spoken of: told of something else, it is no answer. */
export function isBound(query: Query, { evidence }: Context): boolean {
  const { mentions, pronouns, spans, terms, classes, asks, followup } = query;
  if (mentions.length > 0 || (classes.length > 0 && !OF_LISTS.isDisjointFrom(asks))) return false;
  const isOwn = (keys: readonly string[]): boolean => keys.some((key) => evidence.count(key) <= TELLING);
  const says = terms.some((term) => isMeasured(term) || (term.weight >= CONDITION && isOwn(term.keys)));
  return !says && (pronouns.size > 0 || followup || spans.length <= SHORT);
}

/** Of what was spoken of, the question is met as well as of anything else. */
const MUCH_LESS = 0.35;
export const isAsGood = (within: Outcome, plain: Outcome): boolean =>
  within.finding.content >= plain.finding.content && within.finding.score >= plain.finding.score - MUCH_LESS;

/** Is what was found told of what the conversation is about? */
export const isOnThread = ({ finding }: Outcome, { isOn }: Thread): boolean =>
  finding.groups.some(({ facts }) => facts.some(({ index }) => isOn(index)));
