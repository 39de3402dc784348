// "How much are two of them": a price, so many times.

import type { Context } from '../context.ts';
import { lookup } from '../matching/lookup.ts';
import { meaningOf, type Span } from '../reading/annotate.ts';
import { measured } from '../reading/measure.ts';
import { askingFor, type Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { total } from './arithmetic.ts';

/** More are no purchase but a figure. */
const MOST = 100;

const isMeasureWord = (span: Span | undefined): boolean =>
  span !== undefined && [...span.text].length === 1 && /\p{Script=Han}/u.test(span.text);

/** What so many of the one product that is named cost; undefined where no number stands before its name, or no price is asked. */
export function multiple(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { mentions, spans, attributes, implied, operators } = query;
  if (['difference', 'compare', 'ratio'].some((id) => operators.has(id))) return undefined;
  const [mention, ...others] = mentions;
  const product = context.knowledge.subjects.get(mention?.ids[0] ?? '');
  if (others.length > 0 || mention?.ids.length !== 1 || product?.kind !== 'product' || product.members.length > 0)
    return undefined;
  const isMoney = (id: string): boolean => context.knowledge.attributes.get(id)?.kind === 'money';
  const asked = [...attributes, ...implied];
  // "The total for two of them": what they come to in all is a sum of money.
  const meant = asked.length === 0 && operators.has('sum') ? context.implying.map(({ id }) => id).filter(isMoney) : [];
  if (![...asked, ...meant].some(isMoney)) return undefined;
  const at = spans.findIndex(({ start }) => start === mention.at);
  // "Two pieces of": where things are counted by a measure word, the number stands before that.
  const isNumber = (span: Span | undefined): boolean =>
    span !== undefined && (span.amount !== undefined || meaningOf(span, 'numeral') !== undefined);
  const before = isNumber(spans[at - 1]) || !isMeasureWord(spans[at - 1]) ? spans[at - 1] : spans[at - 2];
  const plain = before?.amount && !before.amount.unit && !before.amount.currency ? before.amount.value : undefined;
  const count = (before && meaningOf(before, 'numeral')?.value) ?? plain ?? 0;
  if (!before || !Number.isInteger(count) || count < 2 || count > MOST || spans[at]?.pause) return undefined;
  const prices = meant.map(askingFor);
  const terms = [...query.terms.filter((term) => term.at !== before.start), ...prices.slice(0, 1)];
  const one = lookup({ ...query, terms }, [], context);
  if (!one.accepted) return undefined;
  const facts = one.groups.flatMap((group) => group.facts).filter(({ value }) => value.kind === 'money');
  const sums = measured(facts, context.knowledge).flatMap((price) => {
    const { format } = composer;
    const qualifiers = composer.qualifiers(price.fact);
    const told = qualifiers.length > 0 ? ` (${qualifiers.join(composer.messages.say('separator'))})` : '';
    const shown = `${count} × ${format.subject(price.fact.subject)} ${format.value(price.fact.value)}${told}`;
    return (
      total(
        Array.from({ length: count }, () => price),
        context,
        composer,
        [shown],
      ) ?? []
    );
  });
  const [first, ...rest] = sums;
  return first && { ...first, lines: rest.map(({ lead }) => lead), facts };
}
