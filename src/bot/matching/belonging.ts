// Whether what answers a part of a question is of what the question is about: a part that says no name is not answered of another thing.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { withMembers } from '../reading/members.ts';
import { isMeasured, type Query } from '../reading/query.ts';
import type { Finding } from './lookup.ts';

/** What a question is about, and whether it names it. */
export type Topic = { readonly ids: readonly string[]; readonly isNamed: boolean };

/** What a question names beside the company, else whose fact answers it as one. */
export function topicOf({ mentions }: Query, whole: Finding, { knowledge, root }: Context): Topic {
  const named = mentions.flatMap(({ ids }) => withMembers(ids, knowledge.subjects)).filter((id) => id !== root);
  if (named.length > 0) return { ids: named, isNamed: true };
  const isOne = whole.accepted && mentions.length === 0 && whole.unaccounted.every(({ role }) => role === 'content');
  const told = isOne ? whole.groups[0] : undefined;
  return { ids: told && told.subject !== root ? [told.subject] : [], isNamed: false };
}

/** Is a part that says no name, and stands for none, answered by facts that neither are of the topic nor speak of it? */
export function isBesideTopic(
  part: Query,
  facts: readonly Fact[],
  { ids, isNamed }: Topic,
  { evidence, root }: Context,
): boolean {
  if (ids.length === 0 || facts.length === 0 || part.mentions.length + part.pronouns.size > 0) return false;
  // "Users of this, and the revenue": a figure that is named is the company's.
  if (isNamed && part.terms.some(isMeasured) && facts.every(({ subject }) => subject === root)) return false;
  return facts.every(({ subject, index }) =>
    ids.every((id) => subject !== id && evidence.strength(index, `s:${id}`) === 0),
  );
}

/** "IPO date/price": is what is named alone, of no class, told of products that were not spoken of? */
export const isOfOtherProduct = (
  { mentions, classes, asks, superlative }: Query,
  facts: readonly Fact[],
  spokenOf: readonly string[],
  { knowledge }: Context,
): boolean =>
  mentions.length + classes.length + asks.size === 0 &&
  superlative === undefined &&
  facts.length > 0 &&
  facts.every(({ subject }) => knowledge.subjects.get(subject)?.kind === 'product' && !spokenOf.includes(subject));
