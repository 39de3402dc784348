// The ways one message can be read: which of its sentences is the question, and what it takes over from the turns before.

import type { Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { namingOnly } from '../many/beside.ts';
import { askFit, FORMED } from '../matching/fit.ts';
import { ASKED } from '../matching/lookup.ts';
import { OF_LISTS } from '../matching/told.ts';
import { meaningOf, means } from '../reading/annotate.ts';
import { asWord, CONDITION, isMeasured, isNamed, type Query } from '../reading/query.ts';
import { sentences } from '../reading/tokens.ts';
import { withoutMissing } from '../reading/variants.ts';
import { asksAnew, counted, sibling, whichHave, whichOfThem } from './anew.ts';
import { havingIt, inTime, isBare, isBareName, isQuestionWord, withoutSum } from './bare.ts';
import { ofBoth } from './both.ts';
import {
  alsoNaming,
  asksChange,
  asksItsDate,
  held,
  onlyOneOf,
  otherClass,
  otherTime,
  SPOKEN_OF,
  withEveryday,
  withOffer,
  withoutUnknown,
  withTime,
  yearBeside,
} from './carried.ts';
import type { Memory } from './conversation.ts';
import { CARRIED, hasContent, namesBoth } from './fragment.ts';
import { withName } from './pronoun.ts';
import { ofSameGroup, ofSameMeasure, tellsToo, withClass } from './replaced.ts';
import { type Reading, withScopes } from './scopes.ts';
import { ofSet } from './set.ts';

type Read = (text: string) => Query;

const asksSomething = (sentence: string, query: Query): boolean => isMarked(sentence) || query.asks.size > 0;
const isMarked = (sentence: string): boolean => /[?？]\s*$/.test(sentence);

/** "It was on that page", behind a question: a verb behind the word that it is said of asks nothing. */
const isRemark = (sentence: string, { asks, spans, mentions }: Query): boolean =>
  !isMarked(sentence) &&
  asks.size === 1 &&
  asks.has('whether') &&
  mentions.length === 0 &&
  spans[0] !== undefined &&
  meaningOf(spans[0], 'pronoun') !== undefined &&
  !means(spans[0], 'question', 'whether');

/** Readings of a message, the likeliest first. */
export function* readings(text: string, memory: Memory | undefined, read: Read, context: Context): Generator<Reading> {
  const parts = sentences(text, context.abbreviations);
  if (parts.length > 1) {
    const all = parts.map((part) => ({ part, query: read(part) }));
    const asked = all.findLastIndex(({ part }) => isMarked(part));
    const queries = asked < 0 ? all : all.filter(({ part, query }, at) => at <= asked || !isRemark(part, query));
    const questions = queries.filter(
      ({ part, query }, at) =>
        (asksSomething(part, query) || (at === queries.length - 1 && namesBoth(query))) &&
        !query.injection &&
        hasContent(query),
    );
    if (questions.length > 1)
      yield* withScopes(read(questions.map(({ part }) => part).join(' ')), memory?.subjects ?? [], context);
    const final = queries.at(-1);
    const last = questions.at(-1) ?? (final && !final.query.injection && hasContent(final.query) ? final : undefined);
    if (last) {
      // Whom the sentences before it named, or the one behind it: "how heavy? the 9A".
      const named = (from: number, to?: number): string[] =>
        queries
          .slice(from, to)
          .flatMap(({ query }) => query.mentions.flatMap(({ ids }) => ids.slice(0, 1)))
          .filter((id) => id !== context.root);
      const at = queries.indexOf(last);
      const before = named(0, at);
      const scope = before.length > 0 ? before : named(at + 1);
      // "Was there an early price? How much?": the kind of price that was named.
      const offer = queries.slice(0, at).findLast(({ query }) => query.offer)?.query.offer;
      const asked = withOffer(last.query, offer);
      yield* withScopes(asked, scope.length > 0 ? scope.slice(-1) : (memory?.subjects ?? []), context);
    }
  }
  const said = namingOnly(read(text), memory?.subjects ?? [], context);
  const last = memory && read(memory.question);
  const meant = memory ? withoutSum(havingIt(said)) : said;
  const same = last && ofSameMeasure(ofSameGroup(meant, last, context), last, context);
  const whole = (last && whichHave(meant, last, memory.subjects, context)) ?? same ?? said;
  if (parts.length > 1 && whole.injection) {
    yield { query: { ...whole, terms: [], mentions: [], attributes: [], classes: [], constraints: [] }, scope: [] };
    return;
  }
  const named = last && withName(whole, last, memory, read, context);
  if (named) yield* withScopes(named, [], context);
  const both = last && (ofBoth(whole, last, memory, context) ?? ofSet(whole, last, memory, context));
  if (both) yield { query: both, scope: [], goesOn: true, together: true };
  // "And the profit?": of the time that was asked for before.
  const timed = last && (whole.followup || isBareName(whole)) && withTime(whole, last);
  const ofRoot = last?.mentions.some(({ ids }) => ids.includes(context.root));
  const other = ofRoot ? undefined : memory?.subjects[0];
  if (timed && last)
    for (const reading of withScopes(timed, memory.subjects, context, false, other))
      yield { ...reading, said: inTime(whole, last) };
  const asksWho = whole.pronouns.has('person') && last?.asks.has('who');
  yield* withScopes(whole, memory?.subjects ?? [], context, asksWho, other);
  const everyday = memory && withEveryday(whole);
  if (everyday) for (const id of memory.subjects) yield { query: everyday, scope: [id] };
}

/** "The lightest of the 9 and the 9A", "phones of the company under 120 euros": asks by itself, with what it is asked of. */
function setsOwnBounds({ superlative, constraints, mentions, followup }: Query, { root }: Context): boolean {
  const ofRoot = mentions.some(({ ids }) => ids.includes(root));
  return !followup && mentions.length > 0 && (ofRoot ? constraints.length > 0 : superlative?.attribute !== undefined);
}

/** "How much?" behind what a product has: what it costs, where no sum or amount was asked before. */
const asksSum = ({ asks, implied }: Query, last: Query, { subjects }: Memory, { knowledge }: Context): boolean =>
  asks.has('how-much') &&
  implied.length > 0 &&
  !['how-much', 'how-many', 'count'].some((id) => last.asks.has(id)) &&
  knowledge.subjects.get(subjects[0] ?? '')?.kind === 'product';

/** A date where "when" was asked, a place where "where" was. */
function hasForm({ finding }: Outcome, query: Query, context: Context): boolean {
  const fact = finding.groups[0]?.facts[0];
  return fact !== undefined && askFit(fact, query, context) >= ASKED;
}

/**
 * "How about the 9C?", "and in Q1?": a new subject, place or time in the last question.
 * @returns the outcome where the changed question can be answered
 */
export function carryOn(
  query: Query,
  memory: Memory | undefined,
  read: Read,
  answer: (query: Query, scope: readonly string[]) => Outcome,
  context: Context,
): Outcome | undefined {
  const last = memory && read(memory.question);
  if (!memory || !last || (last.smalltalk && last.terms.length === 0)) return undefined;
  // "What is the difference between the two" asks for more than what was asked last of one.
  if (query.operators.has('apart') && query.mentions.length > 1) return undefined;
  // "When?", "why?": the last question again, asked otherwise.
  const lists = last.classes.length > 0 && !OF_LISTS.isDisjointFrom(last.asks);
  const about = last.mentions.length > 0 || lists ? [] : memory.subjects.slice(0, 1);
  const dates = !held(query, context) && !last.asks.has('when') && asksItsDate(query, memory.subjects, context);
  if (isBare(query) || dates) {
    const sum = asksSum(query, last, memory, context) ? answer(query, memory.subjects.slice(0, 1)) : undefined;
    if (sum?.accepted) return sum;
    const kept = last.terms.filter(({ at, weight }) => weight >= CARRIED || !isQuestionWord(last, at));
    const asked = kept.some(({ role, weight }) => role === 'content' && weight >= CARRIED) ? kept : last.terms;
    const again = answer({ ...last, text: query.text, asks: query.asks, terms: asked }, about);
    if (again.accepted && (hasForm(again, query, context) || tellsToo(again, query, context))) return again;
    // "Who founded it?" – "And when?": the attribute that was asked is but a word of what is asked now.
    const words = kept.map((term) => (isMeasured(term) ? asWord(term) : term));
    const otherwise = answer({ ...last, text: query.text, asks: query.asks, attributes: [], terms: words }, about);
    if (otherwise.accepted && hasForm(otherwise, query, context)) return otherwise;
    // "Where was it?": if not the last question, then what it was about.
    for (const id of memory.subjects) {
      const own = answer({ ...query, implied: [], pronouns: SPOKEN_OF }, [id]);
      if (own.accepted && hasForm(own, query, context) && own.finding.groups[0]?.subject === id) return own;
    }
    return again.accepted && ![...query.asks].some((id) => FORMED.has(id)) ? again : undefined;
  }
  const those = whichOfThem(query, last);
  if (those) return answer(those, about);
  const number = counted(query, last);
  const ofNumber = number && answer(number, about);
  if (number && ofNumber?.accepted && hasForm(ofNumber, number, context)) return ofNumber;
  const beside = sibling(query, memory.question, read, context);
  const ofBeside = beside && answer(beside, about);
  if (ofBeside?.accepted) return ofBeside;
  if (asksAnew(query, last, context) || setsOwnBounds(query, context)) return undefined;
  // "And the cheapest phone?": of all of them.
  if (query.superlative && query.classes.length > 0 && query.mentions.every(({ ids }) => ids.includes(context.root))) {
    const most = answer({ ...query, followup: false }, []);
    return most.accepted ? most : undefined;
  }
  if (asksChange(query, context)) {
    const again = answer(last, about);
    return again.accepted && again.finding.groups[0]?.facts[0]?.growth ? again : undefined;
  }
  const time = otherTime(query, last) ?? yearBeside(query, () => answer(last, about));
  if (time) return answer({ ...last, text: query.text, periods: [time], parts: [] }, about);
  const only = query.mentions.length === 0 && query.asks.size === 0 ? onlyOneOf(query, context) : undefined;
  if (only) return carryOn({ ...alsoNaming(query, only), classes: [] }, memory, read, answer, context);
  const classed = withClass(query, memory.question, context);
  for (const ofClass of [
    otherClass(query, last, memory.subjects, context),
    classed === undefined ? undefined : read(classed),
  ]) {
    const outcome = ofClass && answer(ofClass, []);
    // "And the scooters?": what there is of them was not asked.
    if (
      outcome &&
      (outcome.accepted ||
        (ofClass.mentions.length === 0 && (last.superlative !== undefined || last.terms.some(isMeasured))))
    )
      return outcome;
  }
  const idle = query.terms.every(
    ({ role, weight }) => role === 'subject' || role === 'class' || role === 'place' || weight <= CONDITION,
  );
  if (
    !idle ||
    query.operators.has('sheet') || // "full specs of …" asks for itself
    (query.asks.size > 0 && !query.followup) ||
    (query.mentions.length === 0 && query.periods.length + query.parts.length + query.units.length === 0)
  )
    return undefined;
  const ofProduct = query.mentions.some(({ ids }) => context.knowledge.subjects.get(ids[0] ?? '')?.kind === 'product');
  const ofRoot = query.mentions.some(({ ids }) => ids.includes(context.root));
  const asked = ofProduct || ofRoot ? withoutUnknown(last) : last;
  const kind = (id: string | undefined): string => context.knowledge.subjects.get(id ?? '')?.kind ?? '';
  const kinds = new Set(query.mentions.map(({ ids }) => kind(ids[0])));
  // A brand stood for its product.
  const isReplaced = (id = ''): boolean => kinds.has(kind(id)) || (kinds.has('product') && kind(id) === 'company');
  const kept = asked.terms.filter(
    ({ role, keys }) => role !== 'subject' || !keys.some((key) => key.startsWith('s:') && isReplaced(key.slice(2))),
  );
  const timed = query.periods.length + query.parts.length > 0;
  const merged: Query = {
    ...asked,
    text: query.text,
    mentions: [...asked.mentions.filter(({ ids }) => !isReplaced(ids[0])), ...query.mentions],
    terms: [...kept, ...query.terms.filter(({ role }) => role === 'subject' || role === 'place')],
    asks: new Set([...asked.asks]),
    ...(timed ? { periods: query.periods, parts: query.parts } : {}),
    ...(query.units.length > 0 ? { units: query.units } : {}),
    ...(query.unknownProduct ? { unknownProduct: query.unknownProduct } : {}),
  };
  const named = ofRoot || merged.mentions.some(({ ids }) => !ids.includes(context.root));
  const outcome = answer(withoutMissing(merged, context), named || lists ? [] : memory.subjects.slice(0, 1));
  // "And the 9A?", "and in that country?": who it is was not asked.
  const goesOn = query.followup || (query.pronouns.size === 0 && /[?？]\s*$/.test(query.text));
  const ofPlace =
    query.mentions.length > 0 && query.mentions.every(({ ids }) => ids.some((id) => kind(id) === 'place'));
  const asksSame = goesOn && ((ofProduct && asked.terms.some(isMeasured)) || (ofPlace && asked.terms.some(isNamed)));
  return outcome.accepted || asksSame ? outcome : undefined;
}
