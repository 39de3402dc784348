// "How many days after it was shown could one buy it": two dates that are each told by themselves, and the time between them.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { type Finding, ONE_ANSWER } from '../matching/lookup.ts';
import { meaningOf, means, type Span } from '../reading/annotate.ts';
import { measured } from '../reading/measure.ts';
import type { Query } from '../reading/query.ts';
import { whenAt } from '../reading/subordinate.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { alsoNaming } from '../turns/carried.ts';
import { operandText, reckon } from './arithmetic.ts';

/** Each side is a question of its own, and may ask for a time between two in turn: a longer one is not taken apart. */
export const MOST_SPANS = 24;

/** How long it was is told by itself. */
const tellsTime = ({ accepted, content, groups }: Finding, { knowledge }: Context): boolean =>
  accepted &&
  content >= ONE_ANSWER &&
  groups.some(({ facts }) =>
    facts.some(({ value }) => value.kind === 'quantity' && knowledge.units.get(value.unit)?.dimension === 'time'),
  );

/**
 * The time between two events, with both dates shown.
 * @param finding what was found by the words alone: it goes first where it tells a time, but for an age
 * @param read turns a text into a query
 * @param answer answers a query of these subjects, or of those that it names
 * @returns undefined where no time between two events is asked for, or a date is not told
 */
export function timeBetween(
  query: Query,
  finding: Finding,
  context: Context,
  composer: Composer,
  read: (text: string) => Query,
  answer: (query: Query, scope: readonly string[]) => { accepted: boolean; finding: Finding; draft: Draft },
): Draft | undefined {
  if (query.spans.length > MOST_SPANS) return undefined;
  const { root, knowledge } = context;
  const told = (side: Query, scope: readonly string[]): Fact[] => {
    const { accepted, finding: found, draft } = answer(side, scope);
    const [fact] = draft.facts ?? [];
    const isTold = accepted && found.accepted && found.content >= ONE_ANSWER;
    return isTold && fact?.value.kind === 'date' ? [fact] : [];
  };
  const isEvent = (id: string): boolean => ['event', 'programme'].includes(knowledge.subjects.get(id)?.kind ?? '');
  const both = (): readonly Fact[] => {
    const age = ageOf(query, context);
    if (age) return [age.since, ...told(eventOf(age.event, read), [])];
    if (tellsTime(finding, context)) return [];
    const sides = sidesOf(query.spans)?.map((side) => asksWhen(read(textOf(side)))) ?? [];
    if (!sides.every(({ terms, mentions }) => terms.length + mentions.length > 0)) return [];
    const named = sides.map(({ mentions }) =>
      mentions.flatMap(({ ids }) => (ids.includes(root) ? [] : ids.slice(0, 1))),
    );
    return sides.flatMap((side, at) => {
      // "After its launch": of whom the other side names.
      const [other] = named[1 - at] as string[];
      const isOfOther = other !== undefined && side.mentions.length === 0;
      const refers = other !== undefined && !isOfOther && named[at]?.every((id) => id !== other);
      const own = told(refers && side.pronouns.has('thing') ? alsoNaming(side, other) : side, isOfOther ? [other] : []);
      // "Between its founding and its listing": the other side names what happened, and not to whom.
      return own.length === 0 && isOfOther && isEvent(other) ? told({ ...side, pronouns: new Set() }, []) : own;
    });
  };
  const facts = both();
  const [first, second] = measured(facts, knowledge);
  if (facts.length !== 2 || !first || !second || first.measure.low === second.measure.low) return undefined;
  const [one, other] = facts.map((fact) => operandText(fact, composer)) as [string, string];
  return reckon([first, second], false, context, composer, [one, other]);
}

/** The words of some spans, as a text to be read. */
export const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join(' ');

/** "How old was it when it went public": from which date an age is counted, and what stands behind "when". */
function ageOf(
  { spans, attributes, mentions }: Query,
  { knowledge, ownFacts, root }: Context,
): { readonly since: Fact; readonly event: readonly Span[] } | undefined {
  const from = attributes.map((id) => knowledge.attributes.get(id)?.since).find((id) => id !== undefined);
  const at = whenAt(spans);
  if (from === undefined || at < 1) return undefined;
  const [id = root] = mentions.find((mention) => mention.at < (spans[at]?.start ?? 0))?.ids ?? [];
  const since = ownFacts.get(id)?.find(({ attribute }) => attribute === from);
  return since && { since, event: spans.slice(at) };
}

/** "How old was it when he left": an age that is not of the time which is named. */
export function lacksEvent(query: Query, { unaccounted }: Finding, context: Context): boolean {
  const [when] = ageOf(query, context)?.event ?? [];
  return when !== undefined && unaccounted.some(({ at }) => at > when.start);
}

/** When was it: what stands behind a "when", read as a question of its own. */
export const eventOf = ([when, ...event]: readonly Span[], read: (text: string) => Query): Query =>
  asksWhen(read(`${when?.text.split(' ').at(-1) ?? ''} ${textOf(event)}`));

/** The query, asking for nothing but a date. */
const asksWhen = (query: Query): Query => ({
  ...query,
  asks: new Set(['when']),
  operators: new Set(),
  followup: false,
});

/** What stands on both sides of the time that is asked for: "how long after A did B", "how long between A and B", "A how long after B". */
function sidesOf(spans: readonly Span[]): readonly [readonly Span[], readonly Span[]] | undefined {
  const at = spans.findIndex((span) => means(span, 'operator', 'years-between'));
  if (at < 0) return undefined;
  const [before, after] = [spans.slice(0, at), spans.slice(at + 1)];
  if (before.some((span) => meaningOf(span, 'subject') ?? meaningOf(span, 'concept'))) return [before, after];
  const isJoin = (span: Span): boolean => means(span, 'operator', 'and') || means(span, 'question', 'whether');
  const cut = after.findIndex((span, place) => place > 0 && isJoin(span) && !isPassive(after, place));
  return cut < 0 ? undefined : [after.slice(0, cut), after.slice(cut + 1)];
}

/** "It was shown", "the phone was": the verb of the first event, behind its name or what stands for it, where another one follows. */
const isPassive = (spans: readonly Span[], at: number): boolean =>
  means(spans[at] as Span, 'question', 'whether') &&
  spans.slice(at + 1).some((span) => means(span, 'question', 'whether') || means(span, 'operator', 'and'));
