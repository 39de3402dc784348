// "9, 9A or 9C, which has FHD+", "… and no NFC": of things that are set against each other, those that meet what else is said.

import type { Subject } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { means } from '../reading/annotate.ts';
import { namingFamily } from '../reading/eponym.ts';
import type { Query, Term } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { compared } from './comparison.ts';
import { deniedIn, withoutDenied } from './denied.ts';
import { listed } from './listing.ts';
import { meetingTerm } from './meeting-terms.ts';
import { areValues, withFigures } from './valued.ts';

/** "How many of the line have NFC": one family with its members, and nothing beside it. */
const isOneFamily = ({ mentions: [mention, ...others] }: Query, { knowledge }: Context): boolean =>
  others.length === 0 &&
  mention?.ids.length === 1 &&
  (knowledge.subjects.get(mention.ids[0] ?? '')?.members.length ?? 0) > 1;

/** "Which 9 has NFC": right behind the word that asks which, the name is that of the line. */
const isFamilyAsked = ({ spans, mentions: [mention, ...others] }: Query): boolean =>
  others.length === 0 &&
  spans.some((span, at) => means(span, 'question', 'which') && spans[at + 1]?.start === mention?.at);

/** Those of the compared products that have a value which the query names; undefined where it asks otherwise. */
export function among(asked: Query, scope: readonly string[], context: Context, composer: Composer): Draft | undefined {
  const { operators, asks, superlative, constraints } = asked;
  const query = asks.has('which') && isFamilyAsked(asked) ? namingFamily(asked, context) : asked;
  const { terms } = query;
  const family = isOneFamily(query, context) && (asks.has('which') || asks.has('how-many') || asks.has('count'));
  const isChoice = asks.has('which') && (operators.has('compare') || operators.has('or'));
  if (!(isChoice || family) || superlative) return undefined;
  const denied = deniedIn(query);
  const asksOtherwise = ['more', 'less', 'difference', ...(denied.length > 0 ? [] : ['not'])];
  if (constraints.length > 0 || asksOtherwise.some((id) => operators.has(id))) return undefined;
  const { knowledge, columns } = context;
  const subjects = compared(query, scope, context);
  if (subjects.length < 2 || subjects.some((id) => knowledge.subjects.get(id)?.kind !== 'product')) return undefined;
  const others = terms.filter((term) => term.role !== 'subject' && term.role !== 'class' && !denied.includes(term));
  const conditions = withFigures(others, query);
  if (
    !(areValues(conditions, context) || (conditions.length === 0 && denied.length > 0)) ||
    conditions.some((term) => isSetBeside(query, term))
  )
    return undefined;
  const met = conditions.map((condition) => {
    const own = meetingTerm(condition, context);
    const flags = new Uint8Array(columns.subjects.length);
    own.mark(flags);
    return { flags, own };
  });
  const places = subjects.map((id) => columns.placeOf(id));
  const meets = (place: number): boolean => met.every(({ flags }) => flags[place] === 1);
  const hit = (place: number) => ({
    subject: knowledge.subjects.get(columns.subjects[place] as string) as Subject,
    facts: met.flatMap(({ own }) => own.facts(place)),
  });
  const found = { places: places.filter(meets), has: (place: number) => places.includes(place) && meets(place), hit };
  const left = withoutDenied(found, denied, context);
  return left.places.length === 0 ? undefined : listed(left, query, composer);
}

/** "Which has the better camera": what stands behind such a word is set side by side, and tells none from the others. */
const isSetBeside = ({ spans }: Query, { role, at }: Term): boolean =>
  role === 'attribute' && spans.some(({ end, meanings }) => end === at && meanings.some(isCompare));

const isCompare = (meaning: Query['spans'][0]['meanings'][0]): boolean =>
  meaning.kind === 'operator' && meaning.id === 'compare';
