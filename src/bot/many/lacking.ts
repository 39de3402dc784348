// "Which of the series lacks NFC", "phones without a jack": what has it is never listed; what has a whole sheet without it is.

import type { Context } from '../context.ts';
import { means, type Span } from '../reading/annotate.ts';
import { namingFamily } from '../reading/eponym.ts';
import { isNamed, type Query, type Term } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { none } from './collection.ts';
import { domainOf, gather } from './gathering.ts';
import { meetingTerm } from './meeting-terms.ts';

/** Of a product with so many specifications, it tells something that one is not among them. */
const WHOLE_SHEET = 30;
/** "Members", "models" say only of what it is asked. */
const MEMBER = 0.7;
/** What may stand between the word that denies and what is denied. */
const BETWEEN = new Set(['function', 'light', 'question', 'class']);

/** Is the thing that a term names denied: "no …", "don't have a …", "lacks the …"? */
function isDenied({ at }: Term, spans: readonly Span[]): boolean {
  let place = spans.findIndex(({ start }) => start === at) - 1;
  const denies = (span: Span): boolean => means(span, 'operator', 'not') && !means(span, 'operator', 'besides');
  while (spans[place] && !denies(spans[place] as Span)) {
    if (spans[place + 1]?.pause || !(spans[place] as Span).meanings.some(({ kind }) => BETWEEN.has(kind))) return false;
    place -= 1;
  }
  return place >= 0;
}

/** The products of a class or family that lack one thing; undefined where that is not asked of several. */
export function lacking(asked: Query, context: Context, composer: Composer): Draft | undefined {
  if (!asked.operators.has('not') || asked.superlative || asked.periods.length > 0) return undefined;
  const { knowledge, columns, ownFacts, root } = context;
  const query = asked.asks.has('which') ? namingFamily(asked, context) : asked;
  // What a bound is of ("under 150") is not what is denied.
  const isBound = (term: Term): boolean => query.constraints.length > 0 && term.at < 0;
  const [denied, ...others] = query.terms.filter((term) => isNamed(term) && !isBound(term));
  if (!denied || others.length > 0 || denied.unheld || !isDenied(denied, query.spans)) return undefined;
  const ids = query.mentions.flatMap((mention) => mention.ids).filter((id) => id !== root);
  const isMany = (id: string): boolean =>
    (query.classes.length > 0 && knowledge.subjects.get(id)?.kind === 'company') ||
    (knowledge.subjects.get(id)?.members.length ?? 0) > 1;
  const idle = query.terms.every(
    ({ role, weight }) => role !== 'number' && role !== 'outsider' && (role !== 'content' || weight < MEMBER),
  );
  if (!idle || !ids.every(isMany) || ids.length + query.classes.length === 0) return undefined;
  const domain = domainOf(query.classes, ids, context);
  const met = new Uint8Array(domain.length);
  meetingTerm(denied, context).mark(met);
  const isWhole = (id: string): boolean => {
    const own = ownFacts.get(id) ?? [];
    return own.length >= WHOLE_SHEET && new Set(own.map(({ attribute }) => attribute)).size >= WHOLE_SHEET;
  };
  const bounded = query.constraints.length > 0 ? gather(query, query.constraints, [], context) : undefined;
  const isWithin = (place: number): boolean => domain[place] === 1 && bounded?.has(place) !== false;
  const all = columns.subjects.filter((id, place) => isWithin(place) && isWhole(id));
  const without = all.filter((id) => met[columns.placeOf(id)] === 0);
  const { messages, format } = composer;
  if (without.length === all.length) return { kind: 'abstain', lead: messages.say('unknown') };
  if (without.length === 0) return none(query.text, composer);
  const value = messages.say('compare-missing');
  return {
    lead: messages.say('list-found', {
      count: without.length,
      names: messages.list(without.map((id) => format.subject(id))),
    }),
    lines: without.map((id) => messages.say('fact', { subject: format.subject(id), label: denied.text, value })),
    sources: [...new Set(without.flatMap((id) => ownFacts.get(id)?.[0]?.source ?? []))],
    timeless: true,
  };
}
