// A turn after a comparison is of both that were compared; one that sets a thing against another means what was spoken of.

import type { Context } from '../context.ts';
import { isGrammar, means } from '../reading/annotate.ts';
import { CONDITION, isNamed, type Query } from '../reading/query.ts';
import { ofOnlyProduct } from '../ways/brand.ts';
import { alsoNaming } from './carried.ts';
import type { Memory } from './conversation.ts';
import { ofListed } from './picking.ts';

const SETTING = ['compare', 'apart', 'advice', 'or', 'more', 'less', 'difference'];
const sets = ({ operators }: Query): boolean => SETTING.some((id) => operators.has(id));

/** "The 9c or", "9c lighter": a longer turn says itself what is set against what. */
const SHORT = 3;

/** "Lighter than the 9", "vs the 9c", and any turn that goes on: the name is what is set against another. */
function setsAgainst(query: Query): boolean {
  const { spans, mentions, followup } = query;
  const name = spans.findIndex(({ start }) => start === mentions[0]?.at);
  const before = spans.slice(0, Math.max(name, 0)).findLast((span) => !isGrammar(span));
  // "Or the 9c?", but not "… o Redmi 9": the word for "or" is an article elsewhere.
  const isHead = before === spans.find((span) => !isGrammar(span));
  const isSetting = before?.meanings.some(
    (one) => one.kind === 'operator' && SETTING.includes(one.id) && (one.id !== 'or' || isHead),
  );
  return sets(query) && (followup || isSetting === true || (mentions[0]?.at === 0 && spans.length <= SHORT));
}

/** The query, naming what it is asked of besides: undefined where that is not told by the turn before. */
export function ofBoth(asked: Query, last: Query, memory: Memory, context: Context): Query | undefined {
  const { subjects, beside = [] } = memory;
  const query = ofOnlyProduct(asked, context) ?? asked;
  const spokenOf = ofListed(query, last, [...subjects, ...beside], context);
  if (spokenOf) return spokenOf;
  const like = asLast(query, last);
  if (like) return ofBothNamed(like, subjects, context);
  const { mentions, classes, constraints, pronouns, periods, asks } = query;
  if (classes.length + constraints.length + periods.length > 0 || pronouns.has('thing') || asks.has('list'))
    return undefined;
  const measures = query.superlative?.attribute !== undefined || query.terms.some(isNamed);
  if (!measures) return undefined;
  const isProduct = isProductOf(context);
  const named = mentions.map(({ ids }) => ids[0]).filter(isProduct);
  if (named.length < mentions.length) return undefined;
  // "Which of them joined first".
  const isPerson = (id: string): boolean => context.knowledge.subjects.get(id)?.kind === 'person';
  const people = [...new Set([...subjects, ...beside])].filter(isPerson);
  if (
    pronouns.has('many') &&
    mentions.length === 0 &&
    query.attributes.length > 0 &&
    people.length > 1 &&
    people.length === subjects.length + beside.length
  )
    return people.reduce(alsoNaming, { ...query, operators: new Set([...query.operators, 'compare']) });
  // "Is the 9 much cheaper?": than the other that stands beside it, or was spoken of.
  const [only = ''] = named;
  const { set = [] } = memory;
  const isOpen = named.length === 1 && asks.has('whether') && ['more', 'less'].some((id) => query.operators.has(id));
  const [other, ...more] = (set.length > 1 ? set : subjects.slice(0, 1)).filter((id) => id !== only && isProduct(id));
  if (isOpen && other !== undefined && more.length === 0 && !query.spans.some(isAgainst))
    return alsoNaming(query, other);
  // "Lighter than the 9?", "compared with it, which is dearer".
  if (named.length === 1 && setsAgainst(query)) return ofBothNamed(query, subjects, context);
  const told = last.mentions.length === 0 && (query.followup || (sets(last) && !last.superlative));
  const both = new Set((told ? [...subjects, ...beside] : last.mentions.map(({ ids }) => ids[0])).filter(isProduct));
  if (named.length > 0 || both.size < 2 || !(told || sets(last) || last.superlative)) return undefined;
  return [...both].reduce(alsoNaming, { ...query, operators: new Set([...query.operators, 'compare']) });
}

/** "Than": what stands behind it is what another is set against. */
const isAgainst = (span: Query['spans'][0]): boolean => means(span, 'operator', 'compare');

const isProductOf =
  ({ knowledge }: Context) =>
  (id: string | undefined): id is string =>
    id !== undefined && knowledge.subjects.get(id)?.kind === 'product';

/** With the product that was spoken of beside the one that is named. */
function ofBothNamed(query: Query, [before]: readonly string[], context: Context): Query | undefined {
  const isProduct = isProductOf(context);
  const [named, ...others] = query.mentions.map(({ ids }) => ids[0]);
  return isProduct(before) && isProduct(named) && before !== named && others.length === 0
    ? alsoNaming(query, before)
    : undefined;
}

/** "The battery of the one?" – "Compared to the other?": no more than another name to set it against asks for the same. */
function asLast(query: Query, last: Query): Query | undefined {
  const { operators, terms, mentions } = query;
  const isSet = ['compare', 'more', 'less'].some((id) => operators.has(id));
  const idle = terms.every(({ role, weight }) => role === 'subject' || weight < CONDITION);
  const asked = last.terms.filter(({ role }) => role === 'attribute');
  if (!isSet || !idle || mentions.length !== 1 || query.attributes.length > 0 || !asked.some(isNamed)) return undefined;
  return {
    ...query,
    attributes: last.attributes,
    operators: new Set([...operators, 'compare']),
    terms: [...terms, ...asked],
  };
}
