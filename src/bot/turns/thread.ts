// What the turns before were about, by the facts that they told: a turn that names nothing of its own goes on with that, and is
// not answered by a word that stands in some other story as well.

import type { Fact, Knowledge } from '../../knowledge/model.ts';
import type { Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { isPartMaker } from '../many/gathering.ts';
import { keysOf, STRENGTH } from '../matching/evidence.ts';
import { OF_LISTS } from '../matching/told.ts';
import { CONDITION, isMeasured, type Query } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import { asksChange, SPOKEN_OF, withEveryday } from './carried.ts';
import type { Memory, Told } from './conversation.ts';
import { timesIn } from './turns.ts';

/** So many facts are remembered: those of the last few turns. */
const MOST_TOLD = 24;
/** A word that more facts hold relates none of them. */
const TELLING = 40;

/** The facts of each tale or report. */
export function talesIn({ facts }: Knowledge): ReadonlyMap<string, readonly Fact[]> {
  const tales = new Map<string, Fact[]>();
  for (const fact of facts)
    for (const tale of fact.threads ?? []) {
      const told = tales.get(tale);
      if (told) told.push(fact);
      else tales.set(tale, [fact]);
    }
  return tales;
}

/** What the conversation is about. */
export type Thread = {
  /** Something that was told is of a product. */
  readonly isOfProducts: boolean;
  /** Belongs to the tale or report that the last answer told of. */
  readonly isOfTale: (fact: number) => boolean;
  /** The tales or reports that the last answer told of. */
  readonly tales: ReadonlySet<string>;
  readonly isOn: (fact: number) => boolean;
  /** What the last answer told. */
  readonly before: ReadonlySet<number>;
  /** The attributes of what was told. */
  readonly attributes: ReadonlySet<string>;
};

/** What to remember of an answer; one that tells nothing leaves what was told before. */
export function toldAfter(
  facts: readonly Fact[],
  goesOn: boolean,
  before: Told | undefined,
  { knowledge }: Context,
): Told {
  const { version } = knowledge;
  if (facts.length === 0 || facts.length > MOST_TOLD) return before ?? { version, facts: [], last: 0 };
  const kept = goesOn && before?.version === version ? before.facts : [];
  const last = new Set(facts.map(({ index }) => index));
  return { version, facts: [...last.union(new Set(kept))].slice(0, MOST_TOLD), last: last.size };
}

/** Who is told of so often has a part in many stories: what else was told of such a one is another. */
const MANY = 12;
const isEverywhere = (id: string, { knowledge, ownFacts, root }: Context): boolean =>
  id === root || (knowledge.subjects.get(id)?.kind === 'person' && (ownFacts.get(id)?.length ?? 0) > MANY);

/** The thread of a conversation; undefined where nothing was spoken of in it. */
export function threadOf(memory: Memory | undefined, context: Context): Thread | undefined {
  const { knowledge, evidence } = context;
  if (memory?.told?.version !== knowledge.version) return undefined;
  const told = new Set(memory.told.facts);
  const facts = [...told].flatMap((index) => knowledge.facts[index] ?? []);
  const kind = (id: string): string | undefined => knowledge.subjects.get(id)?.kind;
  const isTopic = (id: string): boolean => kind(id) !== undefined && kind(id) !== 'place' && !isEverywhere(id, context);
  const subjects = new Set([...memory.subjects, ...facts.map(({ subject }) => subject)].filter(isTopic));
  const topics = [...subjects].filter((id) => kind(id) !== 'person').flatMap((id) => evidence.idOf(`s:${id}`) ?? []);
  // Of a company of which nothing was told, nothing is told as of somebody beside others.
  if (facts.length === 0 && [...subjects].every((id) => kind(id) === 'company')) return undefined;
  const tales = new Set(facts.flatMap(({ threads = [] }) => threads));
  const tale = new Set(facts.slice(0, memory.told.last).flatMap(({ threads = [] }) => threads));
  const isOfAny = ({ threads = [] }: Fact, all: ReadonlySet<string>): boolean => threads.some((id) => all.has(id));
  // What belongs to no tale is related by its words.
  const words = tellingKeys(
    facts.filter(({ subject, threads }) => !threads && isEverywhere(subject, context)),
    context,
  );
  const asked = new Set(facts.map(({ attribute }) => attribute));
  return {
    isOfProducts: facts.some(({ subject }) => kind(subject) === 'product'),
    tales: tale,
    isOfTale(index) {
      const fact = knowledge.facts[index];
      return fact !== undefined && isOfAny(fact, tale);
    },
    before: new Set(memory.told.facts.slice(0, memory.told.last)),
    attributes: asked,
    isOn(index) {
      const fact = knowledge.facts[index];
      if (!fact) return false;
      return (
        told.has(index) ||
        isOfAny(fact, tales) ||
        subjects.has(fact.subject) ||
        topics.some((id) => evidence.strengthById(index, id) >= STRENGTH.involved) ||
        // Why another company's shares rose does not tell why these did.
        (!isOtherCompany(fact.subject, context) &&
          words.some((id) => evidence.strengthById(index, id) >= STRENGTH.value))
      );
    },
  };
}

/** A company, and no brand of what is told of here. */
const isOtherCompany = (id: string, { knowledge, columns, root }: Context): boolean =>
  id !== root && knowledge.subjects.get(id)?.kind === 'company' && isPartMaker(id, columns);

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
/** … and so long a one says itself what it is of. */
const LONG = 8;

/** Names nothing that another conversation could be about, and sets no bounds of its own. */
export function dependsOn(query: Query, context: Context, isOfProducts = true): boolean {
  const { knowledge, root } = context;
  const { mentions, superlative, constraints, smalltalk, unknownProduct, operators, asks, classes, attributes } = query;
  // "Which phones have it", "list all phones": of all of them.
  const ofAll = classes.length > 0 && attributes.length > 0 && !OF_LISTS.isDisjointFrom(asks);
  const isOfThose = ['thing', 'many'].some((id) => query.pronouns.has(id));
  if (asks.has('list') || (ofAll && !isOfThose)) return false;
  // "Which one is the biggest", behind nothing that is a product.
  const isOfPerson = query.pronouns.has('person'); // "The first one he hired": who that was is told of him.
  const ranks = superlative !== undefined && (isOfProducts || classes.length > 0 || isOfPerson);
  if (ranks || constraints.length > 0 || smalltalk || unknownProduct || operators.has('compare')) return false;
  if (asksChange(query, context)) return false;
  const kind = (id: string): string | undefined => knowledge.subjects.get(id)?.kind;
  return mentions.every(({ ids }) => ids.some((id) => id === root || kind(id) === 'person' || kind(id) === 'place'));
}

/**
 * The query, asked of the tale that was told last, then of the whole thread: each time as it is, then without those who have a part in
 * every story, whom what tells of this one need not name.
 */
export function* inThread(
  query: Query,
  thread: Thread,
  context: Context,
): Generator<{ asked: Query; isOfTale: boolean }> {
  for (const asked of within(query, thread.isOfTale, thread, context)) yield { asked, isOfTale: true };
  for (const asked of within(query, thread.isOn, thread, context)) yield { asked, isOfTale: false };
}

function* within(query: Query, isOn: Thread['isOn'], { before }: Thread, context: Context): Generator<Query> {
  const isNew = (fact: number): boolean => isOn(fact) && !before.has(fact);
  // A time that is not said, but taken over, is not that of all that is told of one tale.
  const timed = timesIn(query).length > 0 ? {} : { periods: [], parts: [] };
  const whole = { ...query, ...timed, within: isNew, classes: [], superlative: undefined };
  yield whole;
  const isNamed = ({ ids }: Query['mentions'][0]): boolean => !ids.some((id) => isEverywhere(id, context));
  const mentions = query.mentions.filter(isNamed);
  const left = new Set(query.mentions.filter((one) => !isNamed(one)).map(({ at }) => at));
  const terms = query.terms.filter(({ role, at }) => role !== 'subject' || !left.has(at));
  const bare = { ...whole, mentions, terms };
  const everyday = withEveryday({ ...bare, pronouns: SPOKEN_OF });
  if (everyday || left.size > 0) yield everyday ?? bare;
}

/** Can only be meant of what was spoken of: told of something else, it is no answer. */
export function isBound(query: Query, context: Context): boolean {
  const { evidence } = context;
  const { mentions, pronouns, spans, terms, classes, asks, followup } = query;
  const isOwnName = ({ ids }: Query['mentions'][0]): boolean =>
    !pronouns.has('thing') || !ids.some((id) => isEverywhere(id, context));
  // "Which model?" asks for no list of all there is.
  const isOfAny = classes.every((id) => !context.knowledge.classes.get(id)?.parent) && terms.length < 2;
  const collects = classes.length > 0 && !isOfAny && !pronouns.has('thing') && !OF_LISTS.isDisjointFrom(asks);
  if (mentions.some(isOwnName) || collects) return false;
  const isOwn = (keys: readonly string[]): boolean => keys.some((key) => evidence.count(key) <= TELLING);
  const says = terms.some(
    (term) => isMeasured(term) || (!pronouns.has('thing') && term.weight >= CONDITION && isOwn(term.keys)),
  );
  return !says && spans.length <= LONG && (pronouns.size > 0 || followup || spans.length <= SHORT);
}

/** Of what was spoken of, the question is met as well as of anything else. */
const MUCH_LESS = 0.35;
/** … and of the very tale that was told, somewhat less well. */
const OF_TALE = 0.9;
export const isAsGood = (own: Outcome, plain: Outcome, isOfTale: boolean): boolean =>
  own.finding.content >= plain.finding.content &&
  own.finding.score >= plain.finding.score - (isOfTale ? OF_TALE : MUCH_LESS);

/**
 * "And in the third quarter?", "where?": the last question, carried on, is told by what was told before, of that other time, or of
 * what the conversation is about.
 */
export function leaves(query: Query, early: Outcome, { isOn, attributes }: Thread, { knowledge }: Context): boolean {
  const isGeneral = (id: string): boolean => knowledge.attributes.get(id)?.general === true;
  const { terms, mentions, periods, parts } = query;
  const { facts: listed = [] } = early.draft;
  const groups =
    listed.length > 0 ? listed.map((fact) => ({ attribute: fact.attribute, facts: [fact] })) : early.finding.groups;
  if (!early.accepted || attributes.size === 0 || groups.length === 0 || mentions.length > 0) return false;
  if (terms.some(({ weight }) => weight >= CONDITION)) return false;
  return periods.length + parts.length > 0
    ? groups.every(({ attribute }) => !attributes.has(attribute))
    : groups.every(
        ({ attribute, facts }) =>
          isGeneral(attribute) && !facts.some(({ index, value }) => value.kind === 'date' || isOn(index)),
      );
}

/** Is all that is told of what the conversation is about, and something of it not what was told right before? */
export const staysOn = ({ draft: { facts = [] } }: Outcome, { isOn, before }: Thread): boolean =>
  facts.some(({ index }) => !before.has(index)) && facts.every(({ index }) => isOn(index));

/** Tells what was told right before, and no more. */
export const repeats = ({ accepted, draft: { facts = [] } }: Outcome, { before }: Thread): boolean =>
  accepted && facts.length > 0 && facts.every(({ index }) => before.has(index));

/** Says more than a word that asks, and no name that the same may tell of, too: told the same once more, it is not answered. */
export const saysMore = ({ spans, terms, mentions, classes, asks }: Query, { root }: Context): boolean =>
  (classes.length === 0 || asks.has('which')) &&
  spans.length > 1 &&
  (terms.length > 0 || mentions.length > 0) &&
  mentions.every(({ ids }) => ids.includes(root));

/** Is something of what is told of the tale that was told last? All is, where that was of none. */
export const isOfTold = ({ draft: { facts = [] }, finding }: Outcome, { isOfTale, tales }: Thread): boolean =>
  tales.size === 0 ||
  (facts.length > 0 ? facts : finding.groups.flatMap((group) => group.facts)).some(({ index }) => isOfTale(index));

/** Is something of what is told of what the conversation is about? */
export const isOnThread = ({ draft: { facts = [], of = [] }, finding }: Outcome, { isOn }: Thread): boolean =>
  // A list of many, of which nothing is told, is of all of them.
  facts.length === 0 && of.length > 1
    ? false
    : facts.length > 0
      ? facts.some(({ index }) => isOn(index))
      : finding.groups.some((group) => group.facts.some(({ index }) => isOn(index)));
