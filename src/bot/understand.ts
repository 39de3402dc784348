// From text to typed query: what each span means in this question, and what still has to be accounted for.
import type { Offer } from '../knowledge/model.ts';
import { meaningOf, meaningsOf, means, type Span } from './annotate.ts';
import { readConstraints } from './constraints.ts';
import type { Context } from './context.ts';
import { withSiblings } from './listed.ts';
import { type Period, periodOf } from './periods.ts';
import type { Mention, Query } from './query.ts';
import { unknownModel } from './siblings.ts';
import { hintsOf, termsOf } from './terms.ts';
import { stem, type Token, tokenize } from './tokens.ts';
import { withVariants } from './variants.ts';

/** Mends mistyped words; a token with a digit in or at it is never touched: it tells siblings apart. */
function mend(tokens: readonly Token[], context: Context): Token[] {
  return tokens.flatMap((token, index): Token[] => {
    if (token.kind !== 'word' || context.isKnown(token.word)) return [token];
    if (tokens[index + 1]?.glued && tokens[index + 1]?.kind === 'number' && token.word.length < 5) return [token];
    const split = splitGlued(token.word, context);
    if (split) return split.map((word, part) => ({ ...token, word, key: stem(word), glued: part > 0 || token.glued }));
    // One letter more than a name is another model ("NFCT"), not a slip.
    if (context.annotator.isName(token.word.slice(0, -1))) return [token];
    if (token.word.endsWith('s') && context.isKnown(token.word.slice(0, -1))) return [token];
    const meant = context.respell(token.word);
    return meant ? [{ ...token, word: meant, key: stem(meant) }] : [token];
  });
}

/** "redminote" → redmi + note: two known words written as one. */
function splitGlued(word: string, context: Context): [string, string] | undefined {
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    if (context.isKnown(head) && context.isKnown(tail) && context.annotator.isName(head)) return [head, tail];
  }
  return undefined;
}

/** Reads one sentence into a query. Never throws. */
export function understand(text: string, context: Context): Query {
  const tokens = mend(tokenize(text), context);
  const language = context.language.detect(text);
  const native = context.annotator
    .annotate(tokens)
    .map((span) => context.native.only(span, tokens[span.start], language));
  const spans = withVariants(withSiblings(native, context), context);
  const asks = new Set<string>();
  const operators = new Set<string>();
  const pronouns = new Set<string>();
  const mentions: Mention[] = [];
  const attributes: string[] = [];
  const classes: string[] = [];
  const periods: Period[] = [];
  const parts: string[] = [];
  for (const [index, span] of spans.entries()) {
    const relative = isRelative(spans, index);
    for (const meaning of span.meanings) {
      if (meaning.kind === 'question' && !relative) asks.add(meaning.id);
      else if (meaning.kind === 'operator') operators.add(meaning.id);
      else if (meaning.kind === 'pronoun') pronouns.add(meaning.id);
      else if (meaning.kind === 'class' && !classes.includes(meaning.id)) classes.push(meaning.id);
      else if (meaning.kind === 'attribute' && !attributes.includes(meaning.id)) attributes.push(meaning.id);
    }
    const ids = meaningsOf(span, 'subject').map(({ id }) => id);
    if (ids.length > 0) mentions.push({ ids, text: span.text, at: span.start });
    if (isBase(span, spans[index - 1], [...parts, ...periods.map(({ label }) => label.slice(5))])) continue;
    if (span.time?.period) periods.push(span.time.period);
    else if (span.time?.yearless) parts.push(span.time.yearless);
  }
  const joined = joinYears(periods, parts);
  const { constraints, used } = readConstraints(spans);
  const currency = spans.map((span) => meaningOf(span, 'currency')?.id).find((id) => id !== undefined);
  const units = spans.flatMap((span) => (isAloneUnit(span) ? meaningsOf(span, 'unit').map(({ id }) => id) : []));
  const offer = spans.map((span, index) => offerOf(span, spans[index - 1])).find((id) => id !== undefined);
  const superlative = spans.map((span) => meaningOf(span, 'superlative')).find((one) => one !== undefined);
  const unknownProduct = unknownModel(spans, context);
  // "How many extra km": with a unit, the difference is not one of prices.
  const signs = new Set([...asks, ...(units.length === 0 ? operators : [])]);
  const implied = impliedAttributes(spans, signs, attributes, currency, offer, context);
  const terms = termsOf(spans, used, context);
  const smalltalk = spans.flatMap((span) => meaningsOf(span, 'smalltalk')).find(({ id }) => id !== 'injection')?.id;
  return {
    text,
    language,
    spans,
    asks,
    operators,
    mentions,
    attributes,
    classes,
    ...joined,
    constraints,
    ...(currency ? { currency } : {}),
    units,
    ...(offer ? { offer } : {}),
    ...(superlative
      ? {
          superlative: {
            pick: superlative.pick,
            ...(superlative.attribute ? { attribute: superlative.attribute } : {}),
          },
        }
      : {}),
    terms,
    hints: hintsOf(spans, used, context),
    implied,
    ...(unknownProduct ? { unknownProduct } : {}),
    ...(smalltalk ? { smalltalk } : {}),
    injection: spans.some((span) => means(span, 'smalltalk', 'injection')),
    today: spans.some((span) => means(span, 'period', 'today')),
    pronouns,
    followup: spans.length > 0 && spans.slice(0, 2).some((span) => meaningOf(span, 'followup') !== undefined),
  };
}

/** "In the first half, compared to 2019": of a part of a year, the year that it is set against is not the asked one. */
const isBase = ({ time }: Span, before: Span | undefined, partsBefore: readonly string[]): boolean =>
  time?.period?.label.length === 4 &&
  partsBefore.some((part) => part !== '') &&
  before !== undefined &&
  means(before, 'operator', 'compare');

const RELATIVE = new Set(['who', 'when', 'where', 'which']);
const setsCondition = (span: Span | undefined): boolean =>
  span?.meanings.some(
    ({ kind }) =>
      kind === 'class' ||
      kind === 'concept' ||
      (kind === 'attribute' && !span.meanings.some((other) => other.kind === 'question')),
  ) ?? false;

/** "The people who flashed their phones", "the price when it was launched": joins a clause and asks nothing. */
function isRelative(spans: readonly Span[], index: number): boolean {
  const asks = meaningsOf(spans[index] as Span, 'question').some(({ id }) => RELATIVE.has(id));
  if (!asks || index === 0) return false;
  const before = spans.slice(0, index);
  const joined = before.slice(-2).some((span) => meaningsOf(span, 'operator').some(({ id }) => id === 'and'));
  const asked = !joined && before.some((span) => meaningsOf(span, 'question').some(({ id }) => id !== 'whether'));
  // "Did they know each other when …", "how far behind was … when …": what was asked before it is asked still.
  const opened = before.findIndex((span) => meaningsOf(span, 'question').some(({ id }) => id === 'whether'));
  const told = opened >= 0 && before.slice(opened + 1).some((span) => meaningOf(span, 'subject'));
  const after = spans.slice(index + 1).filter((span) => setsCondition(span) || meaningOf(span, 'subject'));
  return (asked || (told && !joined) || setsCondition(spans[index - 1])) && after.length > 1;
}

/** "How much is the …", "the … in rupees": a word that asks for one attribute of a product without naming it. */
function impliedAttributes(
  spans: readonly Span[],
  asks: ReadonlySet<string>,
  attributes: readonly string[],
  currency: string | undefined,
  offer: string | undefined,
  { knowledge }: Context,
): string[] {
  const named = attributes.some((id) => !knowledge.attributes.get(id)?.general);
  const other = spans.some(
    (span) =>
      !span.amount &&
      !span.time &&
      span.meanings.some(({ kind }) => kind === 'concept') &&
      !span.meanings.some(
        ({ kind }) => kind === 'light' || kind === 'function' || kind === 'question' || kind === 'offer',
      ),
  );
  if (named || (other && (!offer || offer === 'starting'))) return [];
  const signs = new Set([...asks, ...(currency ? ['currency'] : []), ...(offer ? [offer] : [])]);
  return [...knowledge.attributes.values()]
    .filter(({ impliedBy }) => impliedBy.some((sign) => signs.has(sign)))
    .map(({ id }) => id)
    .slice(0, 1);
}

/** "Not the early-bird price" asks for the other. */
const offerOf = (span: Span, previous: Span | undefined): Offer | undefined =>
  previous?.meanings.some((meaning) => meaning.kind === 'operator' && meaning.id === 'not')
    ? undefined
    : (meaningOf(span, 'offer')?.id as Offer | undefined);

/** A lone letter is no unit: the "x" of a name, the "m" of a slip. */
const isAloneUnit = (span: Span): boolean =>
  span.amount === undefined &&
  span.text.length > 1 &&
  !span.time &&
  span.meanings.every(
    ({ kind }) => kind === 'unit' || kind === 'light' || kind === 'scale' || kind === 'currency' || kind === 'question',
  );

/** "Q1 and Q2 2020", "in 2020 … second quarter": a part takes the only year that the question names. */
function joinYears(periods: readonly Period[], parts: readonly string[]): { periods: Period[]; parts: string[] } {
  const years = new Set(periods.map(({ label }) => label.slice(0, 4)));
  const [year] = years;
  if (parts.length === 0 || years.size !== 1 || year === undefined) return { periods: [...periods], parts: [...parts] };
  const rest = periods.filter(({ label }) => label !== year);
  return { periods: [...rest, ...parts.map((part) => periodOf(`${year}-${part}`))], parts: [] };
}
