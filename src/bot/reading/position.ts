// What a word means by where it stands: a noun behind "which", an adjective before a name, a figure behind a price.

import type { Context } from '../context.ts';
import { meaningOf, meaningsOf, means, type Span } from './annotate.ts';
import type { Meaning } from './meaning.ts';
import { periodOf } from './periods.ts';

/** The spans, without what their words cannot mean where they stand. */
export function byPosition(spans: readonly Span[], context: Context): Span[] {
  const asksOther = spans.some(
    (span) => meaningOf(span, 'unit') || (meaningOf(span, 'attribute') && !isComparative(span)),
  );
  const isMoney = ({ id }: { readonly id: string }): boolean => context.knowledge.attributes.get(id)?.kind === 'money';
  const isMeasure = (span: Span): boolean =>
    meaningsOf(span, 'attribute').some(({ id }) => !context.knowledge.attributes.get(id)?.general);
  const isPriced = spans.some((span) => meaningsOf(span, 'attribute').some(isMoney));
  const isOfOne = spans.some((span) => meaningsOf(span, 'subject').some(({ id }) => id !== context.root));
  return spans.map((span, index) => {
    const [before, after] = [spans[index - 1], spans[index + 1]];
    // "Name Xiaomi's founders", "name xiaomi phones": at the head, right before a name, it asks for what is behind that.
    if (index === 0 && after && isImperative(span, after))
      return { ...span, meanings: [{ kind: 'question', id: 'list' }] };
    // "On which show": what lists or shows elsewhere is a thing here.
    if (before && means(before, 'question', 'which') && means(span, 'question', 'list') && span.end - span.start === 1)
      return { ...span, meanings: span.meanings.filter(({ kind }) => kind !== 'question' && kind !== 'light') };
    // "The 10 plus the 10 Pro": before another product it adds that, and makes no model of the one before.
    if (meaningOf(span, 'suffix') && means(span, 'operator', 'and') && isProductAt(spans, index + 1, context))
      return { ...span, meanings: span.meanings.filter(({ kind }) => kind === 'operator') };
    // "How far does the cheaper scooter go": tells which one, where another thing is asked.
    if (asksOther && isComparative(span) && after && !after.pause && isName(after) && !isName(before))
      return { ...span, meanings: span.meanings.filter(({ kind }) => kind !== 'attribute') };
    // "Who's it for": before a name, a question word with its verb names nothing by itself.
    if (isContracted(span) && isReferred(spans, index + 1))
      return { ...span, meanings: span.meanings.filter(({ kind }) => kind !== 'attribute') };
    // "Which chip does the phone sport": what ends the question behind the name is its verb, where another thing is asked.
    if (index === spans.length - 1 && isName(before) && isVerbOf(spans, index, isMeasure))
      return { ...span, meanings: [{ kind: 'light' }] };
    // "Market share us": behind what is measured, or the company, a word of grammar may be the short form of a place.
    const place = isShortForm(spans, index) ? context.annotator.placeOf(span.text) : undefined;
    if (place !== undefined) return { ...span, meanings: [{ kind: 'place', id: place }] };
    // "By price from high to low": says in which order, not from which price on.
    if (after && meaningOf(span, 'offer') && ORDERS.some((id) => means(after, 'operator', id)))
      return { ...span, meanings: pricing(span, context) };
    // "What does the promise say": asks what it is, and quotes nobody.
    if (means(span, 'concept', 'say') && isThing(before, context)) return { ...span, meanings: [{ kind: 'light' }] };
    // "Describe the event" asks what it was, "how did she describe it" for her words; what ends the question asks who she is.
    if (after && means(span, 'question', 'define') && isPerson(before, context))
      return { ...span, meanings: words(context) };
    // "The phone's fast-charging thing": a word for anything, behind what a named one has, stands for no products.
    if (isOfOne && before && meaningOf(before, 'attribute') && !isComparative(before) && isAnything(span, context))
      return { ...span, meanings: span.meanings.filter(({ kind }) => kind !== 'class') };
    if (isPriced && isPrice(span, context)) return asFigure(span);
    return isYearBehindCurrency(span, context) ? asYear(span) : span;
  });
}

/** A word for naming, right before a name. */
const isImperative = (span: Span, after: Span): boolean =>
  means(span, 'concept', 'name') && !after.pause && isName(after);

/** Is a name meant here, or behind an article? */
const isReferred = (spans: readonly Span[], at: number): boolean => {
  const [span, next] = [spans[at], spans[at + 1]];
  const refers = (one: Span | undefined): boolean =>
    isName(one) || one?.meanings.some(({ kind }) => kind === 'pronoun') === true;
  return refers(span) || (span !== undefined && meaningOf(span, 'function') !== undefined && refers(next));
};

/** A product is named here, or behind an article or a number. */
const isProductAt = (spans: readonly Span[], at: number, { knowledge }: Context): boolean => {
  const isProduct = (span: Span | undefined): boolean =>
    span !== undefined && meaningsOf(span, 'subject').some(({ id }) => knowledge.subjects.get(id)?.kind === 'product');
  const span = spans[at];
  const counts = span?.meanings.some(({ kind }) => kind === 'function' || kind === 'numeral');
  return isProduct(span) || (counts === true && isProduct(spans[at + 1]));
};

const SHORT_FORM = 2;
function isShortForm(spans: readonly Span[], index: number): boolean {
  const [before, span, after] = [spans[index - 1], spans[index] as Span, spans[index + 1]];
  const isNamed = (one: Span | undefined): boolean =>
    one !== undefined && (meaningOf(one, 'attribute') ?? meaningOf(one, 'subject')) !== undefined;
  return (
    span.text.length === SHORT_FORM &&
    /^[a-z]+$/.test(span.text) &&
    meaningOf(span, 'function') !== undefined &&
    isNamed(before) &&
    (!after || after.time !== undefined || isNamed(after) || meaningOf(after, 'concept') !== undefined)
  );
}

const isContracted = ({ text, words, meanings, start, end }: Span): boolean =>
  end - start === 1 &&
  words.length === 1 &&
  words[0] !== `w:${text}` &&
  meanings.some(({ kind }) => kind === 'attribute') &&
  meanings.some((one) => one.kind === 'question' && one.id === 'who');

/** Is a name of an attribute asked for before an auxiliary verb, and the auxiliary before the name? */
function isVerbOf(spans: readonly Span[], index: number, isMeasure: (span: Span) => boolean): boolean {
  const span = spans[index] as Span;
  if (span.end - span.start > 1 || meaningOf(span, 'attribute') === undefined) return false;
  // "How big is the phone's screen": a noun that ends the question tells of what.
  if (meaningOf(span, 'light') === undefined) return false;
  const asked = spans.findIndex(isMeasure);
  return asked >= 0 && spans.slice(asked + 1, index - 1).some((one) => means(one, 'question', 'whether'));
}

const ORDERS = ['ascending', 'descending'];

/** What a kind of price is a price of. */
const pricing = (span: Span, { implying }: Context): Meaning[] =>
  implying
    .filter(({ impliedBy }) => meaningsOf(span, 'offer').some(({ id }) => impliedBy.includes(id)))
    .map(({ id }) => ({ kind: 'attribute', id }));

/** "Thing", "stuff": of the class that all others are of. */
const isAnything = (span: Span, { knowledge }: Context): boolean =>
  meaningsOf(span, 'class').some(({ id }) => !knowledge.classes.get(id)?.parent);

const isName = (span: Span | undefined): boolean => span !== undefined && meaningOf(span, 'subject') !== undefined;
const isPerson = (span: Span | undefined, { knowledge }: Context): boolean =>
  span !== undefined && meaningsOf(span, 'subject').some(({ id }) => knowledge.subjects.get(id)?.kind === 'person');

const THINGS: ReadonlySet<string> = new Set(['event', 'programme', 'product']);
const isThing = (span: Span | undefined, { knowledge }: Context): boolean =>
  span !== undefined &&
  isName(span) &&
  meaningsOf(span, 'subject').every(({ id }) => THINGS.has(knowledge.subjects.get(id)?.kind ?? ''));

/** The attributes that tell what somebody said or felt. */
const words = ({ knowledge }: Context): Meaning[] =>
  [...knowledge.attributes.values()]
    .filter(({ answers }) => answers.includes('saying'))
    .map(({ id }) => ({ kind: 'attribute', id }));

const isComparative = (span: Span): boolean =>
  meaningOf(span, 'attribute') !== undefined &&
  meaningsOf(span, 'operator').some(({ id }) => id === 'more' || id === 'less');

/** "Which phone costs 1999": a bare year that is a price which is told. */
const isPrice = ({ time, text }: Span, context: Context): boolean =>
  time?.period !== undefined && /^\d{4}$/.test(text) && isToldSum(Number(text), context);

const isToldSum = (sum: number, { evidence, knowledge }: Context): boolean =>
  [...evidence.postings(`n:${sum}`).facts].some((index) => {
    const value = knowledge.facts[index]?.value;
    return value?.kind === 'money' && value.amount === sum;
  });

/** "Profit in yuan 2019": a currency in words and then a year, which is no sum that is told. */
const isYearBehindCurrency = ({ amount, text }: Span, context: Context): boolean =>
  amount?.currency !== undefined && /^\p{L}+ (?:19|20)\d\d$/u.test(text) && !isToldSum(amount.value, context);

function asYear(span: Span): Span {
  const { value = 0, currency = '' } = span.amount ?? {};
  const time = { length: 1, period: periodOf(String(value)) };
  return { ...span, amount: undefined, time, meanings: [{ kind: 'currency', id: currency }] };
}

function asFigure(span: Span): Span {
  return { ...span, time: undefined, amount: { length: 1, value: Number(span.text), orMore: false } };
}
