// "What camera does the cheaper one have": one of those that are set side by side, called by what it has more or less of. The turn
// is read with its name in that place.

import type { Context } from '../context.ts';
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
    if (
      !stands ||
      !(spans[at - 1] && meaningOf(spans[at - 1] as Span, 'function')) === !/\p{Script=Han}/u.test(span.text)
    )
      continue;
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

/**
 * The turn, with the name of the one that is meant; undefined where it asks for nothing but which that is.
 * @param read turns a text into a query
 */
export function chosenOne(
  query: Query,
  { set = [] }: Memory,
  read: (text: string) => Query,
  context: Context,
): Query | undefined {
  if (set.length < 2 || query.mentions.length > 0) return undefined;
  const choice = choiceIn(query, context);
  if (!choice) return undefined;
  const [word, one] = choice.words;
  const asks = query.terms.some(({ at, role, weight }) => at !== word.start && role !== 'class' && weight >= CONDITION);
  const id = asks ? winnerOf(set, choice, context) : undefined;
  const { en, zh } = context.knowledge.subjects.get(id ?? '')?.names ?? {};
  const name = query.language === 'zh' ? (zh ?? en) : en;
  if (name === undefined) return undefined;
  const phrase = new RegExp(`${RegExp.escape(word.text)}\\s*${RegExp.escape(one.text)}`, 'iu');
  return phrase.test(query.text) ? read(query.text.replace(phrase, name)) : undefined;
}
