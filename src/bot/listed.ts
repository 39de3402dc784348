// Names that are given together, one in full and the other by its number alone: of "9 and 9A", "9" is the sibling.
import { meaningsOf, type Span } from './annotate.ts';
import type { Context } from './context.ts';

/** Words that may stand between the two: "than the", "and the". */
const REACH = 2;
/** A model's name that ends in a number with letters behind it. */
const MODEL = /^(?<family>.*?(?<number>\d+)) ?\p{Script=Latin}{1,3}$/u;
const JOINING = new Set(['operator', 'function', 'pronoun', 'comparator']);

/** The spans, with a bare number beside its sibling's name read as the model that it is. */
export function withSiblings(spans: readonly Span[], context: Context): readonly Span[] {
  if (!spans.some(isNumber)) return spans;
  return spans.map((span, index) => {
    if (!isNumber(span)) return span;
    const siblings = [...beside(spans, index, -1), ...beside(spans, index, 1)];
    const id = siblings.map((one) => numbered(one, span, context)).find((found) => found !== undefined);
    if (id === undefined) return span;
    return { ...span, amount: undefined, time: undefined, words: [], meanings: [{ kind: 'subject', id }] };
  });
}

const isNumber = ({ amount, meanings, text }: Span): boolean =>
  amount !== undefined && meanings.length === 0 && /^\d{1,3}$/.test(text);

/** The name that the number is joined to on one side, with nothing but a comma or a joining word between. */
function* beside(spans: readonly Span[], index: number, step: 1 | -1): Generator<Span> {
  let isJoined = (spans[step < 0 ? index : index + 1] as Span | undefined)?.pause === true;
  for (let at = index + step, far = 0; far <= REACH; at += step, far++) {
    const span = spans[at];
    if (!span) return;
    if (meaningsOf(span, 'subject').length > 0) {
      if (isJoined) yield span;
      return;
    }
    if (span.text !== '/' && span.text !== '&' && !span.meanings.some(({ kind }) => JOINING.has(kind))) return;
    isJoined = true;
  }
}

/** The model that has a sibling's name but for the letters behind the number. */
function numbered(sibling: Span, { text }: Span, { knowledge, annotator }: Context): string | undefined {
  const [one, ...others] = meaningsOf(sibling, 'subject');
  const parts =
    one && others.length === 0 ? MODEL.exec(knowledge.subjects.get(one.id)?.names.en ?? '')?.groups : undefined;
  if (parts?.number !== text) return undefined;
  return annotator.named(parts.family ?? '').find((id) => knowledge.subjects.get(id)?.kind === 'product');
}
