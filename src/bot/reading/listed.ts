// Names that are given together, one in full and the other by its number alone: of "9 and 9A", "9" is the sibling.

import type { Context } from '../context.ts';
import { meaningsOf, means, type Span } from './annotate.ts';

/** Words that may stand between the two: "than the", "and the". */
const REACH = 2;
/** A model's name that ends in a number with letters behind it. */
const MODEL = /^(?<family>.*?(?<number>\d+)) ?\p{Script=Latin}{1,3}$/u;
const JOINING = new Set(['operator', 'function', 'pronoun', 'comparator']);

/** The spans, with a bare number beside its sibling's name read as the model that it is. */
export function withSiblings(spans: readonly Span[], context: Context): readonly Span[] {
  if (!spans.some(isNumber)) return spans;
  return spans.map((span, index) => {
    if (!isNumber(span) || isPartOfCode(spans, index)) return span;
    const siblings = [...beside(spans, index, -1), ...beside(spans, index, 1)];
    const id = siblings.map((one) => numbered(one, span, context)).find((found) => found !== undefined);
    if (id === undefined) return span;
    return { ...span, amount: undefined, time: undefined, words: [], meanings: [{ kind: 'subject', id }] };
  });
}

const isNumber = ({ amount, meanings, text }: Span): boolean =>
  amount !== undefined && meanings.length === 0 && /^\d{1,3}$/.test(text);

/** "M3", "9D": a letter sticks to the number. */
const isPartOfCode = (spans: readonly Span[], at: number): boolean =>
  (spans[at]?.glued === true && /^[a-z]$/.test(spans[at - 1]?.text ?? '')) ||
  (spans[at + 1]?.glued === true && /^[a-z]$/.test(spans[at + 1]?.text ?? ''));

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

/** Between a name and another that is asked beside it. */
const isBetween = (span: Span): boolean =>
  span.text === '/' || ['and', 'or', 'compare', 'more', 'less'].some((id) => means(span, 'operator', id));
/** "9 and 10": figures that lie so near are both of models. */
const NEAR = 2;

/**
 * A model that is named beside its sibling by its number and letter alone ("the 9A and 9D", "the 5 or the 6"), and is not known.
 * @returns its name, with what it shares with the sibling
 */
export function unknownBeside(spans: readonly Span[], index: number): string | undefined {
  const name = spans[index] as Span;
  const { family = '', number: own = '', letter: ownLetter = '' } = NUMBERED.exec(name.text)?.groups ?? {};
  let at = index + 1;
  while (at <= index + REACH && spans[at] && isBetween(spans[at] as Span)) at += 1;
  const isJoined = at > index + 1;
  if (isJoined && spans[at]?.meanings.some(({ kind }) => kind === 'function')) at += 1; // "or the 6"
  const [span, next, after] = [spans[at], spans[at + 1], spans[at + 2]];
  if (own === '' || !span || (!isJoined && !span.pause) || span.meanings.length > 0) return undefined;
  const isSplit = next?.glued === true && /^[a-z]$/.test(next.text) && !after?.glued;
  if (next?.glued && !isSplit) return undefined;
  const { number, letter = '' } = CODE.exec(isSplit ? span.text + next.text : span.text)?.groups ?? {};
  if (number === undefined || span.amount?.currency) return undefined;
  const isNear = Math.abs(Number(number) - Number(own)) <= NEAR;
  const isSibling =
    letter === ''
      ? number !== own && isNear && isJoined
      : number === own
        ? letter !== ownLetter
        : letter === ownLetter && isNear;
  return isSibling ? `${family}${number}${letter}` : undefined;
}
const CODE = /^(?<number>\d{1,3})(?<letter>[a-z]?)$/;
const NUMBERED = /^(?<family>.*?)(?<number>\d{1,3}) ?(?<letter>[a-z]?)$/;
