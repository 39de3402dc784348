// A follow-up that names another thing of the same kind: the last question, with the one in the other's place.

import type { Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { meaningsOf } from '../reading/annotate.ts';
import { askingFor, type Query } from '../reading/query.ts';

/** "Its battery?" – "Is it bigger than that one's?": what is bigger is what was asked before. */
export function ofSameMeasure(query: Query, last: Query, { knowledge }: Context): Query {
  const isBare = ({ meanings }: Query['spans'][0]): boolean =>
    meanings.some(({ kind }) => kind === 'operator') && meanings.some(({ kind }) => kind === 'attribute');
  const spans = query.spans.filter((span) => meaningsOf(span, 'attribute').length > 0);
  const isGroup = (id: string): boolean => knowledge.attributes.get(id)?.kind === 'group';
  const asked = last.terms.filter(({ role, unheld }) => role === 'attribute' && !unheld);
  // What is bigger is no price.
  const isSum = last.attributes.some((id) => knowledge.attributes.get(id)?.kind === 'money');
  const replaces =
    !isSum && spans.length > 0 && spans.every(isBare) && query.attributes.every(isGroup) && asked.length === 1;
  if (!replaces || last.attributes.some((id) => query.attributes.includes(id))) return query;
  return {
    ...query,
    attributes: last.attributes,
    terms: [...query.terms.filter(({ role }) => role !== 'attribute'), ...asked],
  };
}

/** "Rank on this list?" – "That one?": a name that is also a list's asks for the place on it, where another such was asked for. */
export function ofSameGroup(query: Query, last: Query, { knowledge, holders }: Context): Query {
  const [mention, ...others] = query.mentions;
  const span = query.spans.find(({ start }) => start === mention?.at);
  const ids =
    span && others.length === 0 && query.asks.size === 0 ? meaningsOf(span, 'attribute').map(({ id }) => id) : [];
  if (ids.length === 0 || last.attributes.length === 0) return query;
  const together = [...knowledge.attributes.values()].some(
    ({ members }) => ids.some((id) => members.includes(id)) && last.attributes.some((id) => members.includes(id)),
  );
  const asked = ids.filter((id) => holders.has(id)).map(askingFor);
  return together ? { ...query, followup: true, terms: [...query.terms, ...asked] } : query;
}

const WORD = /\p{L}+/gu;

/** "Phones shipped in Q2?" – "And TVs?": the last question with the other class; undefined where it names none, or several. */
export function withClass(query: Query, question: string, { annotator }: Context): string | undefined {
  const [span, ...others] = query.spans.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'class'));
  const bare =
    query.terms.every(({ role }) => role === 'class') && query.asks.size === 0 && query.mentions.length === 0;
  if (!query.followup || !bare || !span || others.length > 0) return undefined;
  const named = [...question.matchAll(WORD)].filter(([word]) => annotator.classes(word).length > 0);
  const [old] = named;
  if (!old || named.length > 1 || annotator.classes(old[0]).some((id) => query.classes.includes(id))) return undefined;
  return question.slice(0, old.index) + span.text + question.slice(old.index + old[0].length);
}

/** "When was it listed?" – "Where?": the attribute that was asked tells, beside its value, where or when, too. */
export function tellsToo({ finding: { groups } }: Outcome, { asks }: Query, { evidence, knowledge }: Context): boolean {
  const [fact] = groups[0]?.facts ?? [];
  if (!fact || knowledge.attributes.get(fact.attribute)?.general) return false;
  const { place, date } = evidence.traits(fact.index);
  return (asks.has('where') && place) || (asks.has('when') && (date || fact.period !== undefined));
}
