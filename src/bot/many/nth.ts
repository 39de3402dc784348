// "The two cheapest", "the second lightest": more than the first of many, or another than the first.

import type { Context } from '../context.ts';
import { meaningOf, meaningsOf, type Span } from '../reading/annotate.ts';
import { measured } from '../reading/measure.ts';
import { isMeasured, type Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import type { Found } from './gathering.ts';
import { usualCurrency } from './meeting-amounts.ts';
import { rank } from './ranking.ts';
import type { Placed } from './superlative.ts';
import { isCondition } from './winner.ts';

/** More are no few. */
const MOST = 10;
/** Concepts of a place in an order. */
const PLACES: Readonly<Record<string, number>> = {
  'second-place': 2,
  'third-place': 3,
  'fourth-place': 4,
  'fifth-place': 5,
};

/** Which of an order are asked for: so many from the first on, or the one at a place. Where the word stands sets no condition. */
export type Few = { readonly from: number; readonly to: number; readonly at: number };

/** The number or the place right before the word for the most or the least; undefined where none stands there. */
export function fewOfOrder({ spans, superlative }: Query): Few | undefined {
  if (!superlative) return undefined;
  const top = spans.findIndex((span) => meaningOf(span, 'superlative'));
  const before = spans[top - 1];
  // "The cheapest two phones".
  const [behind, ...next] = spans.slice(top + 1, top + 4);
  const many = behind && next.some((span) => meaningOf(span, 'class')) ? fewOf(behind) : undefined;
  if (many) return many;
  if (!before || spans[top]?.pause) return undefined;
  const place = meaningsOf(before, 'concept')
    .map(({ id }) => PLACES[id])
    .find((one) => one !== undefined);
  if (place !== undefined) return { from: place, to: place, at: before.start };
  return fewOf(before);
}

/** "Which three devices came out then": where no order is named, how many there are sets no condition. */
export function countOfKind({ spans, superlative }: Query): Few | undefined {
  const at = superlative
    ? -1
    : spans.findIndex((span, index) => {
        const [before, next] = [spans[index - 1], spans[index + 1]];
        const leads = before?.meanings.some(({ kind }) => kind === 'question' || kind === 'function');
        return leads === true && fewOf(span) && next && !next.pause && meaningOf(next, 'class');
      });
  return at < 0 ? undefined : fewOf(spans[at] as Span);
}

/** "What was the second phone": a place right before a kind of things, in no order that is named. */
export const asksPlace = ({ spans, superlative, mentions }: Query, { root }: Context): boolean =>
  superlative === undefined &&
  mentions.every(({ ids }) => ids.includes(root)) &&
  spans.some((span, at) => {
    const next = spans[at + 1];
    return isPlace(span) && next !== undefined && !next.pause && meaningOf(next, 'class') !== undefined;
  });

/** A place in an order: "second". */
export const isPlace = (span: Span): boolean => meaningsOf(span, 'concept').some(({ id }) => PLACES[id] !== undefined);

/** So many from the first on; undefined where the span is no number of a few. */
function fewOf(span: Span): Few | undefined {
  const { amount, meanings, start } = span;
  const plain = amount && !amount.unit && !amount.currency && meanings.length === 0 ? amount.value : 0;
  const count = meaningOf(span, 'numeral')?.value ?? plain;
  return count > 1 && count <= MOST && Number.isInteger(count) ? { from: 1, to: count, at: start } : undefined;
}

/** Is not the first of all asked for, but some of them, or the first of those that have what is named? */
export const isOfSome = (query: Query, context: Context): boolean =>
  query.superlative !== undefined &&
  (fewOfOrder(query) !== undefined ||
    query.terms.some((term) => isMeasured(term) && isCondition(term, query, context)));

/** "The two dearest under 250": of a product's prices the best that is under it. */
function withinBounds(one: Placed, found: Found, by: string, pick: 'max' | 'min', { knowledge }: Context): Placed {
  const bound = found.hit(one.place).facts.filter(({ attribute }) => attribute === by);
  const sizes = measured(bound, knowledge).map(({ fact, measure }) => ({ place: one.place, fact, size: measure.low }));
  sizes.sort((a, b) => (pick === 'max' ? b.size - a.size : a.size - b.size));
  return sizes[0] ?? one;
}

/** Those products of the found ones; undefined where there are not so many. What shares a place stands there together. */
export function few(
  found: Found,
  by: string,
  { from, to }: Few,
  query: Query,
  context: Context,
  composer: Composer,
): Draft | undefined {
  const { knowledge } = context;
  const isMoney = knowledge.attributes.get(by)?.kind === 'money';
  const currency = query.currency ?? (isMoney ? usualCurrency([by], context, found.has) : undefined);
  const pick = query.superlative?.pick === 'max' ? 'max' : 'min';
  const ranked = rank(found, by, pick, MOST * MOST, { ...query, currency }, context).first;
  const first = ranked.map((one) => withinBounds(one, found, by, pick, context));
  first.sort((a, b) => (pick === 'max' ? b.size - a.size : a.size - b.size));
  const sizes = [...new Set(first.map(({ size }) => size))];
  const isAt = ({ size }: Placed, index: number): boolean =>
    from === to ? sizes.indexOf(size) + 1 === from : index < to || size === first[to - 1]?.size;
  const told = first.filter(isAt);
  if (told.length === 0 || first.length < to) return undefined;
  const { format, messages } = composer;
  const [lead, ...lines] = told.map(({ fact }) =>
    messages.say('superlative', {
      subject: format.subject(fact.subject),
      value: format.value(fact.value, query.units),
      label: [format.label(by), ...composer.qualifiers(fact)].join(messages.say('separator')),
    }),
  );
  return lead === undefined ? undefined : { lead, lines, facts: told.map(({ fact }) => fact) };
}
