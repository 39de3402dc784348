// Notices a model that is not known, so that its nearest sibling is never answered in its place.
import { meaningOf, meaningsOf, type Span } from './annotate.ts';
import type { Context } from './context.ts';

/** A number this large behind a brand is a year, a price or a count, not a model. */
const LARGEST_MODEL = 1000;

const isModelNumber = (span: Span): boolean =>
  span.amount !== undefined &&
  span.meanings.length === 0 &&
  span.amount.unit === undefined &&
  span.amount.currency === undefined &&
  Number.isInteger(span.amount.value) &&
  span.amount.value < LARGEST_MODEL &&
  !span.amount.orMore;
/** "2S" behind a name is no two seconds, and "9B" no nine billion. */
const isModelMark = (span: Span): boolean =>
  span.amount !== undefined && span.amount.currency === undefined && /^\d{1,3}[a-z]$/.test(span.text);
const isLetter = (span: Span): boolean =>
  /^[a-z]$/.test(span.text) && (span.glued || meaningOf(span, 'function') === undefined);

/** The text of the model that is named but not known, or undefined. */
export function unknownModel(spans: readonly Span[], { knowledge, evidence }: Context): string | undefined {
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index] as Span;
    const subjects = meaningsOf(span, 'subject').map(({ id }) => knowledge.subjects.get(id));
    const product = subjects.some((subject) => subject?.kind === 'product');
    const brand = subjects.some((subject) => subject?.kind === 'company' || subject?.kind === 'programme');
    const productClass = meaningOf(span, 'class') !== undefined;
    if (!product && !brand && !productClass) continue;
    let end = index + 1;
    // A brand may be followed by a class before the number: "mi band 6".
    if (brand && spans[end] && meaningOf(spans[end] as Span, 'class') && !meaningOf(spans[end] as Span, 'subject'))
      end += 1;
    const begin = end;
    while (end < spans.length && end - begin < 4 && isModelPart(spans, end, productClass && !brand)) end += 1;
    if (end === begin) continue;
    const parts = spans.slice(begin, end);
    const heldByFact =
      product && parts.every((part) => holds(span, part, knowledge.facts.length, evidence, knowledge.facts));
    if (heldByFact) continue;
    return [span, ...spans.slice(index + 1, end)].reduce(
      (name, part, at) => name + (at > 0 && !part.glued ? ' ' : '') + part.text,
      '',
    );
  }
  return undefined;
}

function isModelPart(spans: readonly Span[], at: number, numberOnly: boolean): boolean {
  const span = spans[at] as Span;
  if (isModelNumber(span)) return !isCounted(spans[at + 1]);
  if (isModelMark(span)) return true;
  if (numberOnly) return false;
  const next = spans[at + 1];
  if (isLetter(span) && next && isModelNumber(next)) return true;
  const previous = spans[at - 1];
  if (isLetter(span) && previous && isModelNumber(previous)) return true;
  const other = span.meanings.some(
    ({ kind }) =>
      kind === 'subject' || kind === 'attribute' || kind === 'function' || kind === 'question' || kind === 'light',
  );
  return meaningOf(span, 'suffix') !== undefined && !other;
}

/** "xiaomi 50 markets": a counted noun follows the number, so it is no model. */
const isCounted = (next: Span | undefined): boolean => {
  const kinds = new Set(next?.meanings.map(({ kind }) => kind));
  return (kinds.has('concept') || kinds.has('scale')) && !kinds.has('suffix') && !kinds.has('attribute');
};

/** Does some fact of the product itself hold this word ("prime" of a stick's Prime Video button)? */
function holds(
  span: Span,
  part: Span,
  count: number,
  evidence: Context['evidence'],
  facts: Context['knowledge']['facts'],
): boolean {
  const ids = new Set(meaningsOf(span, 'subject').map(({ id }) => id));
  if (part.words.length === 0 || count === 0) return false;
  return part.words.every((word) => evidence.postings(word).facts.some((fact) => ids.has(facts[fact]?.subject ?? '')));
}
