// "Why is it called so": of many facts that a question word alone would let through, none is told by chance.
import type { Context } from '../context.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import { FORMED } from './fit.ts';
import type { Group } from './groups.ts';
import type { Finding } from './lookup.ts';

/** "Why is it called so", "what did she say": a question word or a pronoun and everyday words, of nothing but the company. */
const saysNothing = ({
  asks,
  pronouns,
  terms,
  classes,
  constraints,
  periods,
  parts,
  implied,
  superlative,
}: Query): boolean =>
  (pronouns.size > 0 || [...asks].some((id) => FORMED.has(id) || id === 'how')) &&
  terms.every(({ weight }) => weight < CONDITION) &&
  classes.length + constraints.length + periods.length + parts.length + implied.length === 0 &&
  !superlative;

/** "Who runs that firm": a verb of everyday grammar and a firm's name, which somebody else's words may well hold. */
const namesAnother = (
  { asks, spans, terms, mentions }: Query,
  { subject }: Group,
  { root, knowledge }: Context,
): boolean =>
  asks.has('who') &&
  asks.size === 1 &&
  mentions.length === 1 &&
  mentions.every(
    ({ ids: [id = ''] }) => id !== subject && id !== root && knowledge.subjects.get(id)?.kind === 'company',
  ) &&
  terms.every(({ role, weight }) => role === 'subject' || weight < CONDITION) &&
  spans.some(({ meanings }) => meanings.length > 0 && meanings.every(({ kind }) => kind === 'light'));

/** Is a question that says nothing told by what may hold anything (a reason, a detail, somebody), with hardly a word of it within? */
export function isByChance({ groups: [group] }: Finding, query: Query, context: Context): boolean {
  const { knowledge, evidence } = context;
  if (group && namesAnother(query, group, context)) return true;
  if (!saysNothing(query)) return false;
  const fact = group?.facts[0];
  if (!fact || knowledge.attributes.get(fact.attribute)?.general !== true) return false;
  return query.hints.filter((word) => evidence.strength(fact.index, word) > 0).length < FEW_HINTS;
}
const FEW_HINTS = 2;
