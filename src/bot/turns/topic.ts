// A turn that names nothing itself, of which several things are told: those of them are meant that the question before was of, too.
import type { Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { askFit } from '../matching/fit.ts';
import type { Group } from '../matching/groups.ts';
import { OF_LISTS } from '../matching/told.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';
import type { Memory } from './conversation.ts';
import { CARRIED } from './fragment.ts';

/** So short a turn leaves out what it is of. */
const SHORT = 4;
/** The question before must be met as a word is that a fact is about. */
const MET = 0.55;
/** What a fact has by its own name, or by that of a group, it has. */
const OWN = 0.72;
/** … and so much of it; all of it by what is told of somebody else. */
const ENOUGH = 0.5;

const strength = ({ covered }: Group, term: Term): number => covered.get(term) ?? 0;

const weightOf = (terms: readonly Term[]): number => terms.reduce((sum, { weight }) => sum + weight, 0);

/** The words of the question before that this one does not say again, as a guide. */
function carriedOf(query: Query, last: Query, { root }: Context): Term[] {
  const own = new Set(query.terms.flatMap(({ keys }) => keys));
  return last.terms
    .filter(
      ({ weight, keys, role, unit }) =>
        weight >= CONDITION &&
        role !== 'place' &&
        (role !== 'number' || unit !== undefined) &&
        !keys.some((key) => own.has(key) || key === `s:${root}`),
    )
    .flatMap((term) =>
      term.words.length > 1 ? term.words.map((word) => ({ ...term, keys: [word], words: [] })) : [term],
    )
    .map((term) => ({ ...term, role: 'content', weight: term.weight * CARRIED, unheld: false }));
}

/**
 * "The selfie camera?" – "And its aperture?": of all that have one, that of the selfie camera.
 * @param found what the turn is answered with by itself
 */
export function ofTopic(
  query: Query,
  scope: readonly string[],
  found: Outcome,
  memory: Memory | undefined,
  read: (text: string) => Query,
  answer: (query: Query, scope: readonly string[]) => Outcome,
  context: Context,
): Outcome | undefined {
  const [plain] = found.finding.groups;
  if (!memory || !plain || !found.accepted || query.terms.length === 0 || query.smalltalk) return undefined;
  const { asks, mentions, pronouns, followup, spans, superlative, constraints } = query;
  const isPlace = (id: string): boolean => context.knowledge.subjects.get(id)?.kind === 'place';
  if (superlative || constraints.length > 0) return undefined;
  // "Which devices have it": of all of them.
  const collects = query.classes.length > 0 && query.attributes.length > 0 && !OF_LISTS.isDisjointFrom(asks);
  if (collects && pronouns.size === 0) return undefined;
  if (pronouns.size === 0 && !mentions.every(({ ids }) => ids.some(isPlace))) return undefined;
  if (!followup && pronouns.size === 0 && spans.length > SHORT) return undefined;
  // "And the scooters?" asks the same of others.
  if (asks.size === 0 && query.terms.every(({ role }) => role === 'class' || role === 'subject')) return undefined;
  const last = read(memory.question);
  const carried = carriedOf(query, last, context);
  if (carried.length === 0) return undefined;
  const narrow = answer({ ...query, terms: [...query.terms, ...carried] }, scope);
  const [group] = narrow.finding.groups;
  if (!narrow.accepted || !group) return undefined;
  // A list of things tells nothing of what was found.
  if (!narrow.draft.facts?.some((fact) => group.facts.includes(fact))) return undefined;
  const [own, other] = [plain.facts[0], group.facts[0]];
  if (!own || !other || (scope.includes(plain.subject) && group.subject !== plain.subject)) return undefined;
  const named = last.mentions.flatMap(({ ids }) => ids);
  const spokenOf = [...memory.subjects, ...named];
  if (memory.subjects.length === 0) spokenOf.push(context.root);
  // "How many phones": of anybody else it would be asked otherwise.
  if (query.terms.every(({ role }) => role === 'class') && !spokenOf.includes(group.subject)) return undefined;
  // What is asked by its own name is told, and of what was spoken of.
  const asked = withMembers(query.attributes, context.knowledge.attributes);
  const isNamed = asked.includes(group.attribute);
  if (query.attributes.includes(plain.attribute) && !isNamed) return undefined;
  // "The founder?" – "Listed when?": what the company itself has is not another's, whose founder is told, too.
  const isOwn = plain.subject === context.root && query.attributes.includes(plain.attribute);
  if (isOwn && !spokenOf.includes(group.subject)) return undefined;
  const asMuch = query.terms.every(
    (term) => strength(group, term) >= Math.min(isNamed ? OWN : 1, strength(plain, term)),
  );
  const isMet = (term: Term): boolean => strength(group, term) >= MET;
  const more =
    carried.some((term) => isMet(term) && strength(group, term) > strength(plain, term)) &&
    weightOf(carried.filter(isMet)) >= weightOf(carried) * (spokenOf.includes(group.subject) ? ENOUGH : 1);
  if (!asMuch || !more || askFit(other, query, context) < askFit(own, query, context)) return undefined;
  // What was said before makes no reading of the turn likelier.
  return { ...narrow, finding: { ...narrow.finding, score: found.finding.score } };
}
