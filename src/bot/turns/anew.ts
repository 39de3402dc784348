// A turn that asks something else than the question before it: of a name of its own, of how many those are, of the sibling of
// what was asked.

import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { COLLECTING } from '../many/came.ts';
import { FORMED } from '../matching/fit.ts';
import { OF_LISTS } from '../matching/told.ts';
import { meaningOf, meaningsOf, means, type Span } from '../reading/annotate.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, type Query } from '../reading/query.ts';

type Read = (text: string) => Query;

/** "And when was the 17 out": with another question word and a name of its own, nothing is left of the question before. */
export const asksAnew = (query: Query, last: Query, context: Context): boolean => {
  const { asks, terms, implied, offer, currency } = query;
  const asksOtherwise = [...asks].some((id) => FORMED.has(id) && !last.asks.has(id));
  const namesAttribute = last.asks.size > 0 && terms.some(({ role, weight }) => role === 'attribute' && weight > 0);
  // "And what did the 9A start at in yuan": a kind of price, or a currency, asks for the price.
  const asksPrice = implied.length > 0 && (offer ?? currency) !== undefined;
  return (asksPrice || (asksOtherwise && (implied.length > 0 || namesAttribute))) && namesOwn(query, context);
};

/** Names something else than the company or a place. */
const namesOwn = ({ mentions }: Query, { knowledge, root }: Context): boolean =>
  mentions.some(({ ids }) => ids.some((id) => id !== root && knowledge.subjects.get(id)?.kind !== 'place'));

/** "He gave phones to whom?" – "Which phones?": those that the last question was about, and no list of all. */
export function whichOfThem(query: Query, last: Query): Query | undefined {
  const { asks, mentions, terms, classes, spans, constraints, superlative } = query;
  const isOnly =
    mentions.length + constraints.length === 0 && !superlative && terms.every(({ role }) => role === 'class');
  const isList = [...last.asks].some((id) => COLLECTING.has(id) && id !== 'whether' && id !== 'meaning');
  const isSame = classes.length > 0 && classes.every((id) => last.classes.includes(id));
  return asks.has('which') && isOnly && isSame && !isList && spans.length <= FEW_SPANS
    ? { ...last, text: query.text, asks: new Set(['which']) }
    : undefined;
}
/** "Which phones", "and which phone". */
const FEW_SPANS = 3;

/** "Who judged it?" – "How many of them are there?": the same, counted. */
export function counted(query: Query, last: Query): Query | undefined {
  const { asks, pronouns, terms, mentions, attributes, periods, parts, classes } = query;
  const counts = asks.has('how-many') && [...asks].every((id) => id === 'how-many' || id === 'whether');
  const named = terms.length + mentions.length + attributes.length + periods.length + parts.length + classes.length;
  if (!counts || !pronouns.has('many') || named > 0 || last.asks.has('how-many')) return undefined;
  return { ...last, text: query.text, asks, counted: query.counted, implied: [] };
}

const isOfKind = (span: Span): boolean =>
  meaningOf(span, 'class') !== undefined || meaningsOf(span, 'question').some(({ id }) => OF_LISTS.has(id));

/**
 * "And who is that other one", "and which came first, this or that": does a turn with a question word and names of its own ask by itself,
 * since what was asked before is not what the turn, carried on, is told?
 * @param told what the last question, with the names of this turn, gave
 */
export function asksByItself(query: Query, last: Query, told: Told, context: Context): boolean {
  const { attributes } = context.knowledge;
  // "Does the 9A have it": what was asked before is asked of it.
  const asks = query.operators.has('difference') || [...query.asks].some((id) => id !== 'whether');
  if (!asks || query.pronouns.has('thing') || !namesOwn(query, context)) return false;
  const named = withMembers(last.attributes, attributes).filter((id) => !attributes.get(id)?.general);
  const isSame = told.facts.some(({ attribute }) => named.includes(attribute));
  return !(told.accepted && (isSame || named.length === 0));
}
type Told = { readonly accepted: boolean; readonly facts: readonly Fact[] };

/** "What phones are there": of all there are, whatever was spoken of. */
export const asksWhatThereIs = ({ spans, classes, mentions }: Query, { annotator }: Context): boolean => {
  const last = spans.at(-1);
  // "Which model was it" asks of what was spoken of.
  const refers = annotator.refers(last?.text.split(' ').at(-1) ?? '', 'thing');
  const isThere = last !== undefined && means(last, 'question', 'whether') && last.text.includes(' ');
  return isThere && !refers && classes.length > 0 && mentions.length === 0;
};

/** The verb that stands for all that was asked ends the question ("do", "have", "have it"). */
function endsAsHaving({ spans }: Query): boolean {
  const isIt = spans.some((span) => means(span, 'pronoun', 'thing'));
  const [before, verb] = spans.filter((span) => !means(span, 'pronoun', 'thing')).slice(-2);
  if (!before || !verb || isOfKind(verb)) return false;
  const asks = means(verb, 'question', 'whether');
  // "Which phone is it" asks for its name.
  if (isIt) return !asks || verb.words.length > 0;
  // "Are there" asks by itself.
  return asks ? !verb.text.includes(' ') : isOfKind(before);
}

/** "Does the 9C have it?" – "Which phones do?", "which others have it": what was asked of one, asked of all of its kind. */
export function whichHave(
  query: Query,
  last: Query,
  spokenOf: readonly string[],
  { knowledge, root }: Context,
): Query | undefined {
  const { asks, mentions, pronouns, classes, terms, attributes, superlative, constraints, periods } = query;
  const kindOf = (id: string | undefined): string | undefined => knowledge.subjects.get(id ?? '')?.kind;
  const [product, ...more] = last.mentions.filter(({ ids }) => kindOf(ids[0]) === 'product');
  // "Does it have …": of the product that was spoken of.
  const id = product?.ids[0] ?? (last.mentions.length === 0 ? spokenOf[0] : undefined);
  const checks = kindOf(id) === 'product' && last.asks.has('whether') && last.attributes.length > 0;
  if (!checks || more.length > 0 || OF_LISTS.isDisjointFrom(asks) || !endsAsHaving(query)) return undefined;
  const isBare =
    attributes.length + constraints.length + periods.length === 0 &&
    superlative === undefined &&
    !pronouns.has('many') &&
    terms.every(({ role, weight }) => role === 'class' || weight < CONDITION) &&
    mentions.every(({ ids }) => ids.includes(root));
  if (!isBare) return undefined;
  const own = knowledge.subjects.get(id ?? '')?.classes ?? [];
  return {
    ...last,
    text: query.text,
    asks: new Set([...asks].filter((id) => id !== 'whether')),
    mentions: last.mentions.filter((mention) => mention !== product),
    classes: classes.length > 0 ? classes : own.slice(0, 1),
    terms: [...last.terms.filter(({ role }) => role !== 'subject'), ...terms],
    pronouns: new Set(),
    followup: false,
  };
}

const isQuiet = ({ meanings }: Span): boolean =>
  meanings.some(({ kind }) => kind === 'function' || kind === 'followup') &&
  meanings.every(({ kind }) => kind === 'function' || kind === 'followup' || kind === 'operator' || kind === 'light');

/** "Revenue from services in Q2?" – "And phones?": what has such a name in the place of the other's; undefined where nothing has. */
export function sibling(query: Query, question: string, read: Read, { annotator }: Context): Query | undefined {
  const { asks, mentions, spans, terms, followup, attributes } = query;
  const [word, ...more] = spans.filter((span) => !isQuiet(span));
  const name = word?.text.slice(word.text.lastIndexOf(' ') + 1) ?? '';
  const says = terms.some(({ weight }) => weight >= CONDITION) || annotator.classes(name).length > 0;
  const bare = asks.size + mentions.length + attributes.length === 0;
  if (!followup || !bare || !says || more.length > 0) return undefined;
  const asked = read(question).spans.filter((span) => meaningOf(span, 'attribute') && span.text.includes(' '));
  const [old] = asked;
  const folded = question.toLowerCase();
  const at = old && asked.length === 1 ? folded.indexOf(old.text) : -1;
  if (!old || at < 0) return undefined;
  const last = old.text.lastIndexOf(' ');
  const named = name + old.text.slice(last);
  const other = read(question.slice(0, at) + named + question.slice(at + old.text.length));
  return other.spans.some((span) => span.text === named && meaningOf(span, 'attribute')) ? other : undefined;
}
