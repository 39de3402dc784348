// From text to typed query: what each span means in this question, and what still has to be accounted for.
import type { Offer } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { meaningOf, meaningsOf, means, type Span } from './annotate.ts';
import { withinBudget } from './budget.ts';
import { withClassVerbs } from './class-verb.ts';
import { readConstraints } from './constraints.ts';
import { withCounts } from './counted-things.ts';
import { withSiblings } from './listed.ts';
import { isNumeric } from './measure.ts';
import { withMembers } from './members.ts';
import { mend } from './mend.ts';
import { superlativeIn } from './ordering.ts';
import { withoutDescriptions } from './own-figure.ts';
import { byPosition } from './position.ts';
import { CONDITION, type Constraint, type Mention, type Query } from './query.ts';
import { unknownModel } from './siblings.ts';
import { asCircumstance, clauseOfTime, isRelative, opensRelative } from './subordinate.ts';
import { dayTerm, hintsOf, termsOf } from './terms.ts';
import { timesOf } from './times.ts';
import { type Token, tokenize } from './tokens.ts';
import { withVariants } from './variants.ts';

/** What narrows a question word ("which day", "who makes"): it tells what must be in the answer, and asks for no form by itself. */
const NARROWING = new Set(['maker', 'brand', 'day', 'month', 'hour', 'name']);

/** Reads one sentence into a query. Never throws. */
export function understand(text: string, context: Context): Query {
  const tokens = mend(tokenize(text), context);
  const language = context.language.detect(text);
  const native = withClassVerbs(context.annotator.annotate(tokens), tokens, context).map((span) =>
    context.native.only(span, tokens[span.start], language),
  );
  const named = withVariants(withSiblings(native, context), context);
  const spans = withCounts(byPosition(withoutDescriptions(named, context), context), context);
  const asks = new Set<string>();
  const narrows = new Set<string>();
  const operators = new Set<string>();
  const pronouns = new Set<string>();
  const mentions: Mention[] = [];
  const attributes: string[] = [];
  const classes: string[] = [];
  const clause = clauseOfTime(spans);
  const inClause = (at: number): boolean => [...clause].some(({ start }) => start === at);
  for (const [index, span] of spans.entries()) {
    const relative = isRelative(spans, index);
    for (const meaning of span.meanings) {
      if ((meaning.kind === 'attribute' || meaning.kind === 'class') && clause.has(span)) continue;
      if (meaning.kind === 'question' && NARROWING.has(meaning.id)) narrows.add(meaning.id);
      else if (meaning.kind === 'question' && !relative) asks.add(meaning.id);
      else if (meaning.kind === 'operator') operators.add(meaning.id);
      else if (meaning.kind === 'pronoun' && !opensRelative(spans, index)) pronouns.add(meaning.id);
      else if (meaning.kind === 'class' && !classes.includes(meaning.id)) classes.push(meaning.id);
      else if (meaning.kind === 'attribute' && !attributes.includes(meaning.id)) attributes.push(meaning.id);
    }
    if (span.end - span.start > 2 && meaningOf(span, 'attribute'))
      for (const { word } of tokens.slice(span.start + 1, span.end))
        if (context.annotator.refers(word, 'person')) pronouns.add('person');
    const ids = meaningsOf(span, 'subject').map(({ id }) => id);
    if (ids.length > 0) mentions.push({ ids, text: span.text, at: span.start });
  }
  // "How much wider", "by how much is it wider": asks for the difference of a measure, not for money.
  const wider = asksHowMuchMore(spans);
  if (wider && (asks.has('how-much') || !asks.has('how-many'))) asks.add('how-many').delete('how-much');
  const { constraints, used } = readConstraints(spans);
  // "3/64 eur": behind the sizes of a variant, the currency is that of the price.
  const currencyIn = (span: Span): string | undefined =>
    meaningOf(span, 'currency')?.id ?? (span.amount?.unit === undefined ? undefined : span.amount.currency);
  const currency = spans.map(currencyIn).find((id) => id !== undefined);
  const counting = spans.findIndex((span) => means(span, 'question', 'how-many'));
  const units = spans.flatMap((span, index) =>
    !isOneTime(spans[index - 1]) &&
    !isNumeral(spans[index - 1]) &&
    isAloneUnit(span, counting >= 0 && index === counting + 1, attributes.length === 0)
      ? meaningsOf(span, 'unit').map(({ id }) => id)
      : [],
  );
  const offered = new Set(spans.flatMap((span, index) => offerOf(span, spans[index - 1]) ?? []));
  const [offer] = offered;
  const superlative = superlativeIn(spans, context.knowledge);
  const counted =
    counting < 0
      ? undefined
      : countedBy(
          spans.slice(counting + 1).find((span) => !isGrammar(span)),
          context,
        );
  const unknownProduct = unknownModel(spans, context);
  // "How many extra km": with a unit, the difference is not one of prices.
  const signs = new Set([...asks, ...narrows, ...(units.length === 0 ? operators : [])]);
  if (wider) signs.delete('difference');
  // … and "how much in percent" not for a sum.
  if (units.length > 0) signs.delete('how-much');
  // "Phones under 120": a bound without a unit is one of money.
  const isBare =
    units.length === 0 &&
    constraints.some((one) => !one.amount.unit && !one.amount.currency && !countsThings(one, spans));
  // "Anything under 150", "which one is under 140": of things, without a word for them.
  const isOfThings = mentions.length === 0 && (asks.has('list') || operators.has('indefinite'));
  const isBounded = isBare && (classes.length > 0 || isOfThings);
  if (isBounded) signs.add('bound');
  const implied =
    isBounded && !hasOwnFigure(attributes, spans, context)
      ? impliedBy(signs, context)
      : impliedAttributes(spans, signs, attributes, currency, offer, context);
  const [joins] = clause;
  const own = termsOf(spans, used, language, context)
    .filter(({ at }) => at !== joins?.start)
    .map((term) => (inClause(term.at) ? asCircumstance(term) : term));
  const terms = [...own, ...dayTerm(spans, own, context.root)];
  if (spans.some((span) => asksOfIt(span, tokens, context)) && terms.some(({ weight }) => weight >= CONDITION))
    pronouns.add('thing');
  const smalltalk = spans.flatMap((span) => meaningsOf(span, 'smalltalk')).find(({ id }) => id !== 'injection')?.id;
  const query: Query = {
    text,
    language,
    spans,
    asks,
    narrows,
    operators,
    mentions,
    attributes,
    classes,
    ...timesOf(spans),
    constraints,
    currency,
    units,
    counted,
    ...(offered.size > 1 && !operators.has('difference')
      ? { offer: undefined, offers: [...offered] }
      : { offer, offers: [] }),
    superlative,
    terms,
    hints: hintsOf(spans, used, context),
    implied,
    unknownProduct,
    smalltalk,
    injection: spans.some((span) => means(span, 'smalltalk', 'injection')),
    today: spans.some((span) => means(span, 'period', 'today') || means(span, 'period', 'future')),
    pronouns,
    followup: spans.length > 0 && spans.slice(0, 2).some((span) => meaningOf(span, 'followup') !== undefined),
  };
  return withinBudget(query, context);
}

/** "Five or more connected gadgets": so small a number before a kind of things is a number of them, and no sum. */
function countsThings({ amount, text }: Constraint, spans: readonly Span[]): boolean {
  const at = spans.findIndex((span) => span.text === text);
  return amount.value <= FEW_THINGS && spans.slice(at + 1).some((span) => meaningOf(span, 'class'));
}
const FEW_THINGS = 20;

/** "Is it waterproof": the word that refers to a thing ends the phrase that asks, and is no span of its own. */
function asksOfIt(span: Span, tokens: readonly Token[], { annotator }: Context): boolean {
  const last = tokens[span.end - 1];
  const isPair = span.end - span.start === 2 && last !== undefined;
  return isPair && means(span, 'question', 'whether') && annotator.refers(last.word, 'thing');
}

/** "How much is the …", "the … in rupees": a word that asks for one attribute of a product without naming it. */
function impliedAttributes(
  spans: readonly Span[],
  asks: ReadonlySet<string>,
  attributes: readonly string[],
  currency: string | undefined,
  offer: string | undefined,
  context: Context,
): string[] {
  const { knowledge } = context;
  const named = attributes.some((id) => !knowledge.attributes.get(id)?.general);
  const other = spans.some(
    (span) =>
      !span.amount &&
      !span.time &&
      span.meanings.some(({ kind }) => kind === 'concept') &&
      !span.meanings.some(
        ({ kind }) =>
          kind === 'light' || kind === 'function' || kind === 'question' || kind === 'offer' || kind === 'subject',
      ),
  );
  if (named || (other && (!offer || offer === 'starting'))) return [];
  return impliedBy(new Set([...asks, ...(currency ? ['currency'] : []), ...(offer ? [offer] : [])]), context);
}

const impliedBy = (signs: ReadonlySet<string>, { implying }: Context): string[] =>
  implying
    .filter((one) => one.impliedBy.some((sign) => signs.has(sign)))
    .map(({ id }) => id)
    .slice(0, 1);

/** "Under 200 with NFC", "under 150 with a 5000 mAh battery": is the bare figure one of an attribute that is named? */
const hasOwnFigure = (attributes: readonly string[], spans: readonly Span[], { knowledge }: Context): boolean =>
  withMembers(attributes, knowledge.attributes).some(
    (id) => isNumeric(id, knowledge) && knowledge.attributes.get(id)?.kind !== 'date',
  ) && !spans.some(({ amount }) => amount?.unit);

const asksHowMuchMore = (spans: readonly Span[]): boolean =>
  spans.some((span, index) =>
    means(span, 'operator', 'difference')
      ? spans.slice(index + 1).some(isComparative)
      : means(span, 'question', 'how-much') && isComparative(spans[index + 1]),
  );

const isComparative = (next: Span | undefined): boolean =>
  next !== undefined &&
  meaningsOf(next, 'operator').some(({ id }) => id === 'more' || id === 'less') &&
  !meaningOf(next, 'attribute');

/** "Not the early-bird price" asks for the other. */
const offerOf = (span: Span, previous: Span | undefined): Offer | undefined =>
  previous?.meanings.some((meaning) => meaning.kind === 'operator' && meaning.id === 'not')
    ? undefined
    : (meaningOf(span, 'offer')?.id as Offer | undefined);

/** "How many of its markets": a word of grammar, or one that stands for another, is not what is counted. */
const isGrammar = ({ meanings }: Span): boolean =>
  meanings.length > 0 && meanings.every(({ kind }) => kind === 'function' || kind === 'pronoun');

/** What a count counts: things of a class, what is counted in a unit, or something else that is named. */
function countedBy(span: Span | undefined, { knowledge, annotator }: Context): Query['counted'] {
  if (!span) return undefined;
  const isProduct = meaningsOf(span, 'subject').some(({ id }) => knowledge.subjects.get(id)?.kind === 'product');
  if (isProduct || (meaningOf(span, 'class') && !meaningOf(span, 'unit'))) return 'things';
  // "Minutes early": the unit stands at the head of the phrase.
  const [head = span] = annotator.annotate(tokenize(span.text, 1));
  const dimensions = [span, head].flatMap((one) =>
    meaningsOf(one, 'unit').map(({ id }) => knowledge.units.get(id)?.dimension),
  );
  if (dimensions.includes('time')) return 'time';
  if (dimensions.includes('count')) return 'people';
  return span.meanings.every(({ kind }) => kind === 'concept' || kind === 'attribute') && span.words.length > 0
    ? 'others'
    : undefined;
}

/** "In the same month": what tells one time from others stands before it, and no measure is asked for. */
const isOneTime = (before: Span | undefined): boolean => before !== undefined && means(before, 'concept', 'same');

/** "In the first two months": a number in words makes an amount of it. */
const isNumeral = (before: Span | undefined): boolean =>
  before !== undefined && meaningOf(before, 'numeral') !== undefined;

/** A lone letter is no unit (the "x" of a name, the "m" of a slip), but behind "how many"; a lone character where nothing is named. */
const isAloneUnit = (span: Span, isCounted: boolean, isOpen: boolean): boolean =>
  span.amount === undefined &&
  (span.text.length > 1 ||
    (isCounted && (/^[a-z]/.test(span.text) || (isOpen && /^\p{Script=Han}/u.test(span.text))))) &&
  !span.time &&
  span.meanings.every(
    ({ kind }) => kind === 'unit' || kind === 'light' || kind === 'scale' || kind === 'currency' || kind === 'question',
  );
