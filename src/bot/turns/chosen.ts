// "What camera does the cheaper one have", "and the other one": one of those that are set side by side, called by what it has more or
// less of, or by not being the one that was spoken of. The turn is read with its name in that place.

import { HAN } from '../../knowledge/text.ts';
import type { Context } from '../context.ts';
import { productsOf } from '../many/classes.ts';
import { meaningOf, meaningsOf, means, type Span } from '../reading/annotate.ts';
import { isNumeric, measured } from '../reading/measure.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import type { Memory } from './conversation.ts';

type Choice = { readonly attribute: string; readonly pick: 'min' | 'max'; readonly words: readonly [Span, Span] };

/** "The cheaper one", "the lightest one": more or less of something, and the word that stands for a thing. */
function choiceIn({ spans }: Query, { knowledge }: Context): Choice | undefined {
  for (const [at, span] of spans.entries()) {
    const next = spans[at + 1];
    const stands = next && (means(next, 'operator', 'indefinite') || means(next, 'pronoun', 'thing'));
    const before = spans[at - 1];
    const hasArticle = before !== undefined && meaningOf(before, 'function') !== undefined;
    // "The cheaper one" has an article before it, "便宜的那个" has none.
    if (!stands || hasArticle === HAN.test(span.text)) continue;
    const most = meaningOf(span, 'superlative');
    const pick =
      most?.pick ?? (means(span, 'operator', 'less') ? 'min' : means(span, 'operator', 'more') ? 'max' : undefined);
    const attribute = most?.attribute ?? meaningsOf(span, 'attribute').find(({ id }) => isNumeric(id, knowledge))?.id;
    if (pick && attribute !== undefined) return { attribute, pick, words: [span, next] };
  }
  return undefined;
}

/** The one of them that has the most or the least; undefined where one has none of it, or two have as much. */
function winnerOf(
  set: readonly string[],
  { attribute, pick }: Choice,
  { knowledge, ownFacts }: Context,
): string | undefined {
  const facts = set.map((id) =>
    (ownFacts.get(id) ?? []).filter((fact) => fact.attribute === attribute && fact.offer !== 'early-bird'),
  );
  const all = measured(facts.flat(), knowledge);
  const values = set.map((id) => {
    const own = all.filter(({ fact }) => fact.subject === id).map(({ measure }) => measure.low);
    return pick === 'min' ? Math.min(...own) : Math.max(...own);
  });
  const best = pick === 'min' ? Math.min(...values) : Math.max(...values);
  const [at, ...others] = values.flatMap((value, place) => (value === best ? [place] : []));
  return at === undefined || others.length > 0 || !values.every(Number.isFinite) ? undefined : set[at];
}

/** The one that stands beside the one that was spoken of last: of two, or the only other of its kind that has what was asked. */
function otherOf(
  { subjects, set = [] }: Memory,
  asked: readonly string[],
  { knowledge, ownFacts }: Context,
): string | undefined {
  const [last = ''] = subjects;
  const [kind] = knowledge.subjects.get(last)?.classes ?? [];
  if (knowledge.subjects.get(last)?.kind !== 'product' || kind === undefined) return undefined;
  const has = (id: string): boolean =>
    asked.length === 0 || (ownFacts.get(id) ?? []).some(({ attribute }) => asked.includes(attribute));
  const among = set.length === 2 && set.includes(last) ? set : productsOf(kind, knowledge).filter(has);
  const [other, ...more] = among.filter((id) => id !== last);
  return more.length > 0 ? undefined : other;
}

/** What a subject is called in the language of a question. */
export const nameOf = (id: string | undefined, { language }: Query, { knowledge }: Context): string | undefined => {
  const { en, zh } = knowledge.subjects.get(id ?? '')?.names ?? {};
  return language === 'zh' ? (zh ?? en) : en;
};

/**
 * The turn, with the name of the one that is meant; undefined where it asks for nothing but which that is.
 * @param read turns a text into a query
 */
export function chosenOne(
  text: string,
  memory: Memory,
  read: (text: string) => Query,
  context: Context,
): string | undefined {
  const { set = [] } = memory;
  const query = read(text);
  if (query.mentions.length > 0) return undefined;
  const other = query.spans.find((span) => means(span, 'operator', 'other-one'));
  if (other) {
    const { attributes, implied } = query.attributes.length + query.implied.length > 0 ? query : read(memory.question);
    const name = nameOf(otherOf(memory, [...attributes, ...implied], context), query, context);
    return name === undefined ? undefined : replaced(text, other.text, name);
  }
  if (set.length < 2) return undefined;
  const choice = choiceIn(query, context);
  if (!choice) return undefined;
  const [word, one] = choice.words;
  const asks = query.terms.some(({ at, role, weight }) => at !== word.start && role !== 'class' && weight >= CONDITION);
  const name = nameOf(asks ? winnerOf(set, choice, context) : undefined, query, context);
  return name === undefined ? undefined : replaced(text, `${word.text} ${one.text}`, name);
}

/** The text with a name in the place of some of its words. */
const replaced = (text: string, words: string, name: string): string =>
  text.replace(new RegExp(words.split(' ').map(RegExp.escape).join('\\s*'), 'iu'), name);
