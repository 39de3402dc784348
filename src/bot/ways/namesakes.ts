// "Who is Wang?": of whom several bear the name, each is introduced.
import type { Context } from '../context.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { intro } from './sheet.ts';

/** Of more people one line each is no short answer. */
const MOST = 5;

/**
 * The people whose names have the one word that is asked for, each in a line.
 * @returns undefined where more is asked than who that is, or fewer than two have the name
 */
export function namesakes(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { asks, mentions, terms } = query;
  const words = terms.filter(({ role, weight }) => role !== 'attribute' && weight >= CONDITION);
  const [name, ...others] = words;
  if (!asks.has('who') || mentions.length > 0 || name?.role !== 'content' || others.length > 0) return undefined;
  const isOfName = (text: string): boolean => tokenize(text).some(({ word }) => word === name.text);
  const people = context.people.filter(({ names }) => isOfName(names.en));
  if (people.length < 2 || people.length > MOST) return undefined;
  const drafts = people.map(({ id }) => intro(id, context, composer));
  const [first, ...rest] = drafts.map(({ lead }) => lead);
  return {
    lead: first as string,
    lines: rest,
    facts: drafts.flatMap(({ facts }) => facts ?? []),
    sources: [...new Set(drafts.flatMap(({ sources }) => sources ?? []))],
  };
}
