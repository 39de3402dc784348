// Reads which variant of a product is meant by its sizes alone ("128", "6+64", "64G"), and notices one that is not known.

import type { Context } from '../context.ts';
import { meaningsOf, means, type Span } from './annotate.ts';
import { askingFor, CONDITION, type Query } from './query.ts';

/** One variant as it is written ("6GB+128GB"), with its sizes in that order. */
type Variant = { readonly text: string; readonly sizes: readonly number[] };
type Variants = { readonly unit: string; readonly all: readonly Variant[] };

const SIZE = /(\d+) ?(\p{L}+)/gu;
const JOINS = new Set(['+', '/']);
/** So many words may stand between a name and a pair of sizes. */
const REACH = 2;
const BETWEEN = new Set(['function', 'light', 'question', 'operator']);
/** "64G": the first letter of the unit stands for it. */
const SHORT = /^\d+(\p{L})$/u;

/** The variants of some products that are told by sizes of one unit; undefined where they have none. */
function variantsOf(ids: readonly string[], { ownFacts, knowledge }: Context): Variants | undefined {
  const all = new Map<string, Variant>();
  const units = new Set<string>();
  for (const { variant } of ids.flatMap((id) => ownFacts.get(id) ?? [])) {
    if (variant === undefined || all.has(variant)) continue;
    const sizes = [...variant.matchAll(SIZE)];
    for (const [, , unit = ''] of sizes) units.add(unit);
    if (sizes.length > 0) all.set(variant, { text: variant, sizes: sizes.map(([, size]) => Number(size)) });
  }
  const [unit] = units;
  return unit !== undefined && units.size === 1 && knowledge.units.has(unit)
    ? { unit, all: [...all.values()] }
    : undefined;
}

const productsOf = (span: Span, { knowledge }: Context): string[] =>
  meaningsOf(span, 'subject')
    .map(({ id }) => id)
    .filter((id) => knowledge.subjects.get(id)?.kind === 'product');

const isPlain = (span: Span | undefined): boolean =>
  span?.amount !== undefined && span.meanings.length === 0 && !span.amount.unit && !span.amount.currency;

/** The spans, with a bare size behind a product's name read as the size of its variant. */
export function withVariants(spans: readonly Span[], context: Context): Span[] {
  const read = [...spans];
  for (let index = 1; index < read.length; index++) {
    const next = read[index] as Span;
    if (!next.amount || next.pause) continue;
    const beside = productsOf(read[nameBefore(read, index)] as Span, context);
    const ids = beside.length > 0 || !isPair(read, index) ? beside : ofPair(read, index, context);
    const variants = ids.length > 0 ? variantsOf(ids, context) : undefined;
    if (!variants) continue;
    const sizes = sizesAt(read, index, variants);
    // The "+" of a pair is no "or more".
    const [first = 0, last = first] = sizes;
    if (last > first + 1) read[first + 1] = { ...(read[first + 1] as Span), meanings: [] };
    for (const at of sizes) {
      const span = read[at] as Span;
      if (span.amount)
        read[at] = {
          ...span,
          time: undefined,
          text: `${span.amount.value}${variants.unit}`,
          amount: { ...span.amount, unit: variants.unit },
        };
    }
  }
  return [...withoutMeasure(read, context)];
}

/**
 * "The 4 GB RAM version, how much": where a price is asked, what stands behind the size of a variant says what it is the
 * size of, and that it is a variant's; neither is asked for.
 */
function withoutMeasure(spans: readonly Span[], context: Context): readonly Span[] {
  const isMoney = ({ id }: { readonly id: string }): boolean => context.knowledge.attributes.get(id)?.kind === 'money';
  const isSize = ({ amount }: Span): boolean => amount?.unit !== undefined;
  if (
    !spans.some(isSize) ||
    !spans.some((span) => means(span, 'question', 'how-much') || meaningsOf(span, 'attribute').some(isMoney))
  )
    return spans;
  const [id, ...others] = spans.flatMap((span) => productsOf(span, context));
  const own = (id !== undefined && others.length === 0 && context.ownFacts.get(id)) || [];
  let size: string | undefined;
  return spans.map((span) => {
    if (isSize(span)) size = span.amount?.unit;
    const ids = new Set(meaningsOf(span, 'attribute').map((one) => one.id));
    const isOf =
      size !== undefined &&
      own.some(
        ({ attribute, value }) =>
          ids.has(attribute) &&
          ((value.kind === 'quantity' && value.unit === size) ||
            (value.kind === 'list' && value.items.some(({ en }) => own.some(({ variant }) => variant === en)))),
      );
    // "2 gigs of RAM": so does what stands behind an "of".
    const joins = span.meanings.length > 0 && span.meanings.every(({ kind }) => kind === 'function');
    if (!isSize(span) && !isOf && !joins) size = undefined;
    return isOf ? { ...span, meanings: [{ kind: 'light' } as const] } : span;
  });
}

const isPair = (spans: readonly Span[], index: number): boolean =>
  isPlain(spans[index]) && JOINS.has(spans[index + 1]?.text ?? '') && isPlain(spans[index + 2]);

/** "… than 3/32": the one product that the question names, wherever it stands, or else the one that has such a variant. */
function ofPair(spans: readonly Span[], at: number, context: Context): readonly string[] {
  const named = spans.map((span) => productsOf(span, context)).filter(({ length }) => length > 0);
  if (named.length === 1) return named[0] as string[];
  const sizes = [spans[at], spans[at + 2]].flatMap((span) => span?.amount?.value ?? []);
  return named.length === 0 ? withSizes(sizes, context) : [];
}

const bySizes = new WeakMap<Context['knowledge'], ReadonlyMap<string, readonly string[]>>();

/** The products that have a variant of just these sizes: worked out once for all. */
function withSizes(sizes: readonly number[], { knowledge }: Context): readonly string[] {
  let known = bySizes.get(knowledge);
  if (!known) {
    const all = new Map<string, Set<string>>();
    for (const { variant, subject } of knowledge.facts) {
      if (variant === undefined) continue;
      const key = [...variant.matchAll(SIZE)].map(([, size]) => size).join('+');
      if (key.includes('+')) all.set(key, (all.get(key) ?? new Set()).add(subject));
    }
    known = new Map([...all].map(([key, ids]) => [key, [...ids]]));
    bySizes.set(knowledge, known);
  }
  return known.get(sizes.join('+')) ?? [];
}

/** "How much is the 3/64 version": sizes that only one product has a variant of name it; undefined where another is named. */
export function productOfSizes({ mentions, spans }: Query, context: Context): string | undefined {
  const { knowledge, root } = context;
  if (mentions.some(({ ids }) => !ids.includes(root))) return undefined;
  const sized = spans.filter(({ amount }) => amount?.unit !== undefined);
  if (sized.length !== 2 || new Set(sized.map(({ amount }) => amount?.unit)).size > 1) return undefined;
  const [id, ...others] = withSizes(
    sized.flatMap(({ amount }) => amount?.value ?? []),
    context,
  );
  return others.length === 0 && knowledge.subjects.get(id ?? '')?.kind === 'product' ? id : undefined;
}

/** What stands before; before a pair, the words between ("comes in 6+64") are passed over. */
function nameBefore(spans: readonly Span[], index: number): number {
  let at = index - 1;
  if (!isPlain(spans[index]) || !JOINS.has(spans[index + 1]?.text ?? '')) return at;
  const isBetween = ({ meanings, amount, pause }: Span): boolean =>
    !amount &&
    !pause &&
    meanings.some(({ kind }) => BETWEEN.has(kind)) &&
    !meanings.some(({ kind }) => kind === 'subject' || kind === 'attribute');
  while (at > 0 && index - at <= REACH && isBetween(spans[at] as Span)) at -= 1;
  return at;
}

/** Where the sizes of one variant stand from `start`: a pair ("6+64"), a short form ("64G"), or the last size by itself. */
function sizesAt(spans: readonly Span[], start: number, { unit, all }: Variants): number[] {
  const [first, join, second, after] = [spans[start] as Span, spans[start + 1], spans[start + 2], spans[start + 3]];
  const ends = !after?.glued || !/^\p{Script=Latin}$/u.test(after.text);
  if (isPlain(first) && join && JOINS.has(join.text) && second?.amount && ends) return [start, start + 2];
  const held = (value: number, last: boolean): boolean =>
    all.some(({ sizes }) => (last ? sizes.at(-1) === value : sizes.includes(value)));
  const value = first.amount?.value ?? 0;
  if (SHORT.exec(first.text)?.[1] === unit.slice(0, 1).toLowerCase()) return held(value, false) ? [start] : [];
  const runsOn = join?.glued === true && /^\p{Script=Latin}/u.test(join.text);
  return isPlain(first) && !runsOn && held(value, true) ? [start] : [];
}

const COMPARING = ['compare', 'difference', 'more', 'less'];

/** "How much more is the 128 than the 64": of two variants that are set against each other, both are asked for. */
export function bothVariants(query: Query, context: Context): Query {
  const { operators, mentions, spans, asks } = query;
  const [mention, ...others] = mentions;
  const compares = COMPARING.some((id) => operators.has(id)) && mention !== undefined && others.length === 0;
  const asked = compares ? spans.filter(({ amount }) => amount?.unit !== undefined) : [];
  const variants = asked.length > 1 ? variantsOf(mention?.ids ?? [], context) : undefined;
  const [larger, smaller] = [operators.has('top-variant'), operators.has('base-variant')];
  const isOfBoth = (larger || operators.has('more')) && (smaller || operators.has('less')) && larger !== smaller;
  if (compares && (isOfBoth || (larger && smaller)) && variantsOf(mention.ids, context))
    return inPrice({ ...query, operators: new Set(['difference']) }, context);
  if (!variants) return query;
  const own = new Set(asked.filter(({ amount }) => amount?.unit === variants.unit));
  const sizes = [...own].flatMap(({ amount }) => (amount ? [amount.value] : []));
  const isHeld = sizes.every((value) => variants.all.some((one) => one.sizes.includes(value)));
  const isOne = variants.all.some((one) => sizes.every((value) => one.sizes.includes(value)));
  if (sizes.length < 2 || !isHeld || isOne) return query;
  const starts = new Set([...own].map(({ start }) => start));
  const differs = (operators.has('more') || operators.has('less')) && !asks.has('which');
  return {
    ...query,
    spans: spans.filter((span) => !own.has(span)),
    terms: query.terms.filter(({ at }) => !starts.has(at)),
    constraints: [],
    operators: differs ? new Set([...operators, 'difference']) : operators,
  };
}

/** Variants are set against each other by what they cost, where nothing else is named. */
function inPrice(query: Query, { implying }: Context): Query {
  const price = implying.find(({ kind }) => kind === 'money');
  if (!price || query.attributes.length > 0) return query;
  return { ...query, attributes: [price.id], terms: [...query.terms, askingFor(price.id)] };
}

/** The sizes of a variant that the question names: "128GB". */
export const sizesNamed = ({ spans }: Query): string[] =>
  spans.flatMap(({ amount }) => (amount?.unit ? [`${amount.value}${amount.unit}`.toLowerCase()] : []));

/** The variants of a product that are told by their sizes, in turn: "6/64 and 6/128", "the 64 or the 128". */
export function variantsNamed({ spans }: Query, subject: string, context: Context): string[] {
  const variants = spans.some(({ amount }) => amount) ? variantsOf([subject], context) : undefined;
  if (!variants) return [];
  const groups: number[][] = [];
  for (const [at, { amount, text }] of spans.entries()) {
    const isOwn = amount && !amount.currency && (amount.unit ?? variants.unit) === variants.unit;
    if (isOwn && JOINS.has(spans[at - 1]?.text ?? '')) groups.at(-1)?.push(amount.value);
    else if (isOwn) groups.push([amount.value]);
    else if (amount && !JOINS.has(text)) return [];
  }
  const named = groups.map(
    (sizes) => variants.all.find((one) => sizes.every((size) => one.sizes.includes(size)))?.text,
  );
  const held = new Set(named.flatMap((text) => text ?? []));
  return held.size === groups.length ? [...held] : [];
}

/** A variant that is asked for, which none of the named products has: how it was written, and those that it has. */
export type MissingVariant = { readonly subject: string; readonly text: string; readonly held: readonly string[] };

/** Sizes that the one named product does not have, where they are those of a variant, a price is asked, or nothing else. */
export function missingVariant(query: Query, context: Context): MissingVariant | undefined {
  const { knowledge, ownFacts } = context;
  const money = [...query.attributes, ...query.implied].some((id) => knowledge.attributes.get(id)?.kind === 'money');
  const [mention, ...others] = query.mentions;
  const [subject, ...more] = mention?.ids ?? [];
  if (subject === undefined || more.length + others.length > 0 || query.constraints.length > 0) return undefined;
  const asked = query.spans.filter(({ amount }) => amount?.unit !== undefined);
  const variants = asked.length > 0 ? variantsOf([subject], context) : undefined;
  if (!variants) return undefined;
  const sizes = asked.flatMap(({ amount }) => (amount?.unit === variants.unit ? [amount.value] : []));
  const isHeld =
    variants.all.some((one) => sizes.every((size) => one.sizes.includes(size))) ||
    (sizes.length === 1 &&
      (ownFacts.get(subject) ?? []).some(
        ({ value }) => value.kind === 'quantity' && value.unit === variants.unit && sizes.includes(value.max),
      ));
  // "Is it available with 128 GB": nothing else is asked.
  const isAlone = query.terms.every(
    ({ role, weight }) => role === 'subject' || role === 'number' || weight < CONDITION,
  );
  if (sizes.length === 0 || isHeld || (!money && sizes.length < 2 && !isAlone)) return undefined;
  const text = sizes.map((size) => `${size}${variants.unit}`).join('+');
  return { subject, text, held: variants.all.map((one) => one.text) };
}

/** "The 9 with 3/32?" – "and the 9A?": the variant of the one before is not asked of another that does not have it. */
export const withoutMissing = (query: Query, context: Context): Query =>
  missingVariant(query, context) === undefined
    ? query
    : {
        ...query,
        spans: query.spans.filter(({ amount }) => amount === undefined),
        terms: query.terms.filter(({ role }) => role !== 'number'),
      };
