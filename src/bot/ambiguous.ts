// A question that several products, or persons, could answer: all values where they fit in a few lines, else a question back.
import type { Composer, Draft } from './compose.ts';
import type { Context } from './context.ts';
import { groupOf } from './groups.ts';
import type { Finding } from './lookup.ts';
import { matchFacts } from './match.ts';
import { withMembers } from './members.ts';
import { present } from './present.ts';
import { CONDITION, type Query } from './query.ts';

/** Values of so many of them still fit an answer; of more, it asks back. */
const FITS = 4;
const CHOICES = 10;
/** Another's fact is as good as the best within this much of its score. */
const TIE = 0.12;

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
  if (knowledge.attributes.get(best.attribute)?.general) return ofNone(query, scope, context, composer);
  if (query.mentions.some(({ ids }) => ids.length === 1 && ids[0] === best.subject) || scope.includes(best.subject))
    return undefined;
  const rivals = matchFacts(query, query.terms, scope, context).filter(
    ({ fact, score }) => fact.attribute === best.attribute && score > best.score - TIE && kindOf(fact.subject) === kind,
  );
  const subjects = [...new Set([best.subject, ...rivals.map(({ fact }) => fact.subject)])];
  if (subjects.length < 2) return undefined;
  const names = subjects.map((id) => composer.format.subject(id));
  const label = composer.format.label(best.attribute);
  if (subjects.length > FITS)
    return whichOf(names, label, kind === 'person' ? 'clarify-person' : 'clarify-product', composer);
  const groups = subjects.flatMap((id) => {
    const match = rivals.find(({ fact }) => fact.subject === id);
    return id === best.subject ? [best] : match ? [groupOf(match, query, query.terms, context)] : [];
  });
  return present({ ...finding, groups }, query, composer);
}

/** "What about the battery?", where no product was spoken of: asked back of those that have what is named, not told of one that touches on it. */
function ofNone(query: Query, scope: readonly string[], context: Context, composer: Composer): Draft | undefined {
  const { attributes, mentions, classes, terms } = query;
  const { knowledge } = context;
  const says = terms.some(({ role, weight }) => role !== 'attribute' && weight >= CONDITION);
  if (scope.length + mentions.length + classes.length > 0 || says || attributes.length === 0) return undefined;
  const asked = new Set(withMembers(attributes, knowledge.attributes));
  const having = matchFacts(query, terms, scope, context).filter(
    ({ fact }) => asked.has(fact.attribute) && knowledge.subjects.get(fact.subject)?.kind === 'product',
  );
  const names = [...new Set(having.map(({ fact }) => composer.format.subject(fact.subject)))];
  const label = composer.format.label(attributes[0] ?? '');
  return names.length < 2 ? undefined : whichOf(names, label, 'clarify-product', composer);
}

const whichOf = (names: readonly string[], label: string, id: string, { messages }: Composer): Draft => ({
  kind: 'clarify',
  lead: messages.say(id, { names: messages.list(names.slice(0, CHOICES)) }),
  choices: names.slice(0, CHOICES).map((name) => ({ label: name, ask: `${name} ${label}` })),
  timeless: true,
});
