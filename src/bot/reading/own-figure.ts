// "The 55 inch TV, how much": a figure beside a name that is one of its own tells which product is meant, and is not asked for.

import type { Context } from '../context.ts';
import { meaningOf, meaningsOf, means, type Span } from './annotate.ts';

/** The spans, without figures that only describe the product beside them, where something else is asked of it. */
export function withoutDescriptions(spans: readonly Span[], context: Context): readonly Span[] {
  const measures = (span: Span): boolean => span.amount?.unit !== undefined && span.meanings.length === 0;
  if (!spans.some(measures)) return spans;
  let read = spans;
  for (const [index, span] of spans.entries()) {
    if (!measures(span)) continue;
    // Before a name, or behind it with no word between.
    const place = [index + 1, index - 1].find(
      (at) => productsOf(spans[at], context).length > 0 && !isApart(spans, at, index),
    );
    const told = place === undefined ? undefined : heldBy(spans[place] as Span, span, context);
    if (place === undefined || !told || !asksOther(spans, span, told.attributes, context)) continue;
    const name = spans[place] as Span;
    read = read.map((one) =>
      one === span
        ? { ...one, meanings: [{ kind: 'light' } as const] }
        : one === name
          ? { ...one, meanings: one.meanings.filter((two) => two.kind !== 'subject' || told.ids.has(two.id)) }
          : one,
    );
  }
  return read;
}

const productsOf = (span: Span | undefined, { knowledge }: Context): string[] =>
  span
    ? meaningsOf(span, 'subject').flatMap(({ id }) => (knowledge.subjects.get(id)?.kind === 'product' ? [id] : []))
    : [];

const isApart = (spans: readonly Span[], a: number, b: number): boolean => spans[Math.max(a, b)]?.pause === true;

/** Of those that the name may mean, the ones that have the figure, and as what; undefined where none has, or it tells a variant. */
function heldBy(
  name: Span,
  { amount }: Span,
  context: Context,
): { ids: ReadonlySet<string>; attributes: ReadonlySet<string> } | undefined {
  const ids = new Set<string>();
  const attributes = new Set<string>();
  for (const id of productsOf(name, context))
    for (const { attribute, value, variant } of context.ownFacts.get(id) ?? []) {
      if (value.kind !== 'quantity' || value.unit !== amount?.unit || value.max !== amount.value) continue;
      if (variant !== undefined) return undefined;
      ids.add(id);
      attributes.add(attribute);
    }
  return ids.size > 0 ? { ids, attributes } : undefined;
}

/** Is something asked for that the figure is not a value of: a price, another attribute, whether it has another figure? */
const asksOther = (
  spans: readonly Span[],
  { amount: figure }: Span,
  own: ReadonlySet<string>,
  { knowledge }: Context,
): boolean =>
  spans.some(
    (span) =>
      means(span, 'question', 'how-much') ||
      (span.amount?.unit !== undefined && span.amount.unit !== figure?.unit) ||
      (meaningOf(span, 'attribute') !== undefined &&
        meaningsOf(span, 'attribute').every(({ id }) => {
          const attribute = knowledge.attributes.get(id);
          return (
            attribute !== undefined &&
            !attribute.general &&
            !own.has(id) &&
            !attribute.members.some((one) => own.has(one))
          );
        })),
  );
