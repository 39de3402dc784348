// What a word means by where it stands: a noun behind "which", an adjective before a name, a figure behind a price.
import { meaningOf, meaningsOf, means, type Span } from './annotate.ts';
import type { Context } from './context.ts';
import type { Meaning } from './lexicon.ts';

/** The spans, without what their words cannot mean where they stand. */
export function byPosition(spans: readonly Span[], context: Context): Span[] {
  const asksOther = spans.some(
    (span) => meaningOf(span, 'unit') || (meaningOf(span, 'attribute') && !isComparative(span)),
  );
  const isMoney = ({ id }: { readonly id: string }): boolean => context.knowledge.attributes.get(id)?.kind === 'money';
  const isPriced = spans.some((span) => meaningsOf(span, 'attribute').some(isMoney));
  const isOfOne = spans.some((span) => meaningsOf(span, 'subject').some(({ id }) => id !== context.root));
  return spans.map((span, index) => {
    const [before, after] = [spans[index - 1], spans[index + 1]];
    // "On which show": what lists or shows elsewhere is a thing here.
    if (before && means(before, 'question', 'which') && means(span, 'question', 'list') && span.end - span.start === 1)
      return { ...span, meanings: span.meanings.filter(({ kind }) => kind !== 'question' && kind !== 'light') };
    // "How far does the cheaper scooter go": tells which one, where another thing is asked.
    if (asksOther && isComparative(span) && after && !after.pause && isName(after) && !isName(before))
      return { ...span, meanings: span.meanings.filter(({ kind }) => kind !== 'attribute') };
    // "By price from high to low": says in which order, not from which price on.
    if (after && meaningOf(span, 'offer') && ORDERS.some((id) => means(after, 'operator', id)))
      return { ...span, meanings: pricing(span, context) };
    // "Describe the event" asks what it was, "how did she describe it" for her words.
    if (means(span, 'question', 'define') && isPerson(before, context)) return { ...span, meanings: words(context) };
    // "The phone's fast-charging thing": a word for anything, behind what a named one has, stands for no products.
    if (isOfOne && before && meaningOf(before, 'attribute') && !isComparative(before) && isAnything(span, context))
      return { ...span, meanings: span.meanings.filter(({ kind }) => kind !== 'class') };
    return isPriced && isPrice(span, context) ? asFigure(span) : span;
  });
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

/** The attributes that tell what somebody said or felt. */
const words = ({ knowledge }: Context): Meaning[] =>
  [...knowledge.attributes.values()]
    .filter(({ answers }) => answers.includes('saying'))
    .map(({ id }) => ({ kind: 'attribute', id }));

const isComparative = (span: Span): boolean =>
  meaningOf(span, 'attribute') !== undefined &&
  meaningsOf(span, 'operator').some(({ id }) => id === 'more' || id === 'less');

/** "Which phone costs 1999": a bare year that is a price which is told. */
function isPrice({ time, text }: Span, { evidence, knowledge }: Context): boolean {
  if (!time?.period || !/^\d{4}$/.test(text)) return false;
  return [...evidence.postings(`n:${text}`).facts].some((index) => {
    const value = knowledge.facts[index]?.value;
    return value?.kind === 'money' && value.amount === Number(text);
  });
}

function asFigure(span: Span): Span {
  return { ...span, time: undefined, amount: { length: 1, value: Number(span.text), orMore: false } };
}
