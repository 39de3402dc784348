// A question that several products, or persons, could answer: all values where they fit in a few lines, else a question back.

import type { Context } from '../context.ts';
import { groupOf } from '../matching/groups.ts';
import type { Finding } from '../matching/lookup.ts';
import { matchFacts } from '../matching/match.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { present } from '../telling/present.ts';

/** Values of so many of them still fit an answer; of more, it asks back, and sooner whom "he" means. */
const FITS = 6;
const FITS_OF_PEOPLE = 4;
const CHOICES = 10;
/** Another's fact is as good as the best within this much of its score. */
const TIE = 0.12;
/** … and of a family that is named, each member's within this much. */
const TIE_OF_FAMILY = 0.5;

/** The draft for an ambiguous question, or undefined where there is one clear answer. */
export function ambiguous(
  finding: Finding,
  query: Query,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const [best] = finding.groups;
  if (!best || finding.groups.length > 1) return undefined;
  const { knowledge } = context;
  const kindOf = (id: string): string | undefined => knowledge.subjects.get(id)?.kind;
  const kind = kindOf(best.subject);
  if (kind !== 'product' && kind !== 'person') return undefined;
  if (query.mentions.some(({ ids }) => ids.length === 1 && ids[0] === best.subject) || scope.includes(best.subject))
    return undefined;
  const isGeneral = knowledge.attributes.get(best.attribute)?.general === true;
  if (isGeneral && !asksOfNone(query, scope)) return undefined;
  const asked = new Set(isGeneral ? withMembers(query.attributes, knowledge.attributes) : [best.attribute]);
  const families = query.mentions.flatMap(({ ids }) => ids).flatMap((id) => knowledge.subjects.get(id)?.members ?? []);
  const isOfFamily = (id: string): boolean => families.includes(best.subject) && families.includes(id);
  const rivals = matchFacts(query, query.terms, scope, context).filter(
    ({ fact, score }) =>
      asked.has(fact.attribute) &&
      (isGeneral || score > best.score - (isOfFamily(fact.subject) ? TIE_OF_FAMILY : TIE)) &&
      kindOf(fact.subject) === kind,
  );
  const subjects = [...new Set([...(isGeneral ? [] : [best.subject]), ...rivals.map(({ fact }) => fact.subject)])];
  if (subjects.length < 2) return undefined;
  if (subjects.length > (kind === 'person' ? FITS_OF_PEOPLE : FITS)) {
    const names = subjects.slice(0, CHOICES).map((id) => composer.format.subject(id));
    const label = composer.format.label((isGeneral && query.attributes[0]) || best.attribute);
    return {
      kind: 'clarify',
      lead: composer.messages.say(kind === 'person' ? 'clarify-person' : 'clarify-product', {
        names: composer.messages.list(names),
      }),
      choices: names.map((name) => ({ label: name, ask: `${name} ${label}` })),
      timeless: true,
    };
  }
  const groups = subjects.flatMap((id) => {
    if (id === best.subject && !isGeneral) return [best];
    const match = rivals.find(({ fact }) => fact.subject === id);
    return match ? [groupOf(match, query, query.terms, context)] : [];
  });
  return present({ ...finding, groups }, query, composer);
}

/** "What about the battery?", where nothing was spoken of: of those that have what is named, not of one that is told something about it. */
const asksOfNone = ({ mentions, classes, terms }: Query, scope: readonly string[]): boolean =>
  scope.length + mentions.length + classes.length === 0 &&
  terms.every(({ role, weight }) => role === 'attribute' || weight < CONDITION);
