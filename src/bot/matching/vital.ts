// Which words of a question no answer may pass over, and which are met though the fact hardly has them.
import type { Context } from '../context.ts';
import { isRank } from '../reading/measure.ts';
import { CONDITION, isMeasured, isNamed, type Term } from '../reading/query.ts';
import { STRENGTH } from './evidence.ts';
import type { Group } from './groups.ts';

/** What is asked for by name must be met, unless it is a word that says little ("people"). */
const ASKED_FOR = 0.45;
/** A class of things, not just "product". */
const CLASS = 0.5;

const isUnnamedProduct = (id: string, named: readonly string[], { subjects }: Context['knowledge']): boolean =>
  subjects.get(id)?.kind === 'product' && !named.includes(id);

/** A term that no answer may pass over: a name, a place, a figure, a measured attribute. */
export const isVital =
  (groups: readonly Group[], named: readonly string[], { root, evidence, knowledge }: Context) =>
  (term: Term): boolean => {
    if (term.role === 'subject') return !term.keys.includes(`s:${root}`);
    if (term.role === 'outsider' || term.role === 'place') return true;
    // "Earphones weight": what other things weigh is no answer.
    if (term.role === 'class' && term.weight >= CLASS)
      return (
        term.asked === true ||
        groups.some(
          ({ subject, attribute, covered }) =>
            isUnnamedProduct(subject, named, knowledge) ||
            // "Monitor ports": an attribute that is met as a mere word is not the one of such a thing.
            [...covered].some(([one, strength]) => isMeasured(one) && strength < STRENGTH.group) ||
            (subject === root && knowledge.attributes.get(attribute)?.general !== true),
        ) ||
        (!named.some((id) => knowledge.subjects.get(id)?.kind === 'product') &&
          isOfOtherKind(term, groups, evidence, knowledge))
      );
    if (term.asked && term.weight >= ASKED_FOR) return true;
    // "The 34 inch monitor": a figure that the subject itself has names it.
    if (term.role === 'number') {
      const subjects = new Set(groups.flatMap(({ subject }) => (subject === root ? [] : [`s:${subject}`])));
      return !term.keys.some((key) =>
        evidence
          .postings(key)
          .facts.some((fact) => [...subjects].some((subject) => evidence.strength(fact, subject) === 1)),
      );
    }
    return isMeasured(term);
  };

/** "Who heads the car division": what is told of another kind of things. */
function isOfOtherKind(
  { keys }: Term,
  groups: readonly Group[],
  evidence: Context['evidence'],
  { classes }: Context['knowledge'],
): boolean {
  const asked = keys.flatMap((key) => (key.startsWith('k:') ? [key.slice(2)] : []));
  const others = [...classes].flatMap(([id, { parent }]) => (parent !== undefined && !asked.includes(id) ? [id] : []));
  return (
    asked.length > 0 &&
    groups.every(({ facts }) =>
      facts.every(({ index }) => others.some((id) => evidence.strength(index, `k:${id}`) > 0)),
    )
  );
}

/** "That phone's battery": an attribute that is all that is asked beside names and figures is not left open. */
export const isAllThatIsAsked = (open: readonly Term[], terms: readonly Term[]): boolean =>
  open.some(isNamed) &&
  terms.every(
    (term) => term.weight < CONDITION || (term.role === 'attribute' ? open.includes(term) : term.role !== 'content'),
  );

/** "When was it shown in that town": the place of the same launch is told beside its day. */
export const isWhere = (
  { role, keys }: Term,
  groups: readonly Group[],
  { knowledge, ownFacts, evidence }: Context,
): boolean =>
  role === 'subject' &&
  keys.some((key) => knowledge.subjects.get(key.slice(2))?.kind === 'place') &&
  groups.every(
    ({ subject, facts }) =>
      facts.every(({ value, markets }) => value.kind === 'date' && markets.length === 0) &&
      (ownFacts.get(subject) ?? []).some(
        ({ attribute, index }) =>
          knowledge.attributes.get(attribute)?.answers.includes('where') &&
          keys.some((key) => evidence.strength(index, key) >= STRENGTH.value),
      ),
  );

/** The one named has no part in what was found but having said it; the attribute named is only what it speaks of. */
export function isWeak(term: Term, strength: number, { knowledge }: Context): boolean {
  if (term.role === 'attribute') return isMeasured(term) && strength < STRENGTH.passing;
  return (
    term.role === 'subject' &&
    strength < STRENGTH.involved &&
    term.keys.some((key) => knowledge.subjects.get(key.slice(2))?.kind === 'person')
  );
}

/** A list by its ranking; `only` by that: "behind the ranking" is one's own figure, "of the list" that of all on it. */
export function namesList({ role, keys }: Term, only: boolean, { knowledge }: Context): boolean {
  const ranks = keys.filter((key) => key.startsWith('a:')).map((key) => isRank(key.slice(2), knowledge));
  return role === 'attribute' && ranks.includes(true) && !(only && ranks.includes(false));
}
