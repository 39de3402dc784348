// Where a name in a text ends: not within a longer word, a figure, a time, or a count of something else.
import type { PhraseMatch } from './lexicon.ts';
import type { Token } from './tokens.ts';

const isAlphanumeric = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'number';

/** A name must not run on: "redmi 9" is not in "redmi 9t", nor "mi 4" in "xmi 4"; nor over a colon. */
export function endsCleanly(
  tokens: readonly Token[],
  start: number,
  length: number,
  at: (start: number) => readonly PhraseMatch[],
): boolean {
  for (let place = start + 1; place < start + length; place++)
    if (tokens[place]?.stop || tokens[place]?.comma) return false;
  const end = start + length;
  const after = tokens[end];
  const first = tokens[start];
  const runsOn =
    after?.glued === true && isAlphanumeric(after) && !(first?.kind === 'character' && isNextWord(tokens, end, at));
  const ranIn = first?.glued === true && isAlphanumeric(tokens[start - 1]) && isAlphanumeric(first);
  return !runsOn && !ranIn;
}

/**
 * Where blanks are not written, what sticks to a name is the next word where it is a whole one ("红米9CPU"), begins a phrase
 * ("红米9sd卡") or is no model's number ("红米9A3.5毫米"); a letter never is.
 */
function isNextWord(tokens: readonly Token[], place: number, at: (start: number) => readonly PhraseMatch[]): boolean {
  const token = tokens[place] as Token;
  const begins = at(place).some(
    ({ length, meanings }) => length > 1 && meanings.some(({ kind }) => kind === 'attribute'),
  );
  if (token.kind === 'number') return begins || /[.,]/.test(token.word);
  return token.word.length > 2 || (begins && token.word.length === 2);
}

/** Where blanks are not written, the numeral at the end of a name may begin a time: "…一" in "…一季度". */
export const runsIntoTime = (
  tokens: readonly Token[],
  last: number,
  at: (start: number) => readonly PhraseMatch[],
): boolean =>
  tokens[last]?.kind === 'character' &&
  at(last).some(({ length, meanings }) => length > 1 && meanings.some(({ kind }) => kind === 'period'));

/** "The maker's 4 values": behind a possessive, a figure counts the plural that follows, and is no model of the maker. */
export function isOfAnother(tokens: readonly Token[], start: number, length: number): boolean {
  const [last, next] = [tokens[start + length - 1], tokens[start + length]];
  const counts = next?.kind === 'word' && !next.glued && next.word.endsWith('s') && next.key !== next.word;
  return length > 1 && last?.kind === 'number' && last.pause && counts;
}

/** "Which came out first, redmi 9 or …": a word that asks for an order is not of the name behind a comma, nor of a longer one. */
export function asksForOrder(
  tokens: readonly Token[],
  start: number,
  length: number,
  at: (start: number) => readonly PhraseMatch[],
): boolean {
  const head = at(start).find((one) => one.length < length && one.meanings.some(({ kind }) => kind === 'operator'));
  const next = start + (head?.length ?? length);
  const isLonger = (one: PhraseMatch): boolean =>
    next + one.length > start + length && one.meanings.some(({ kind }) => kind === 'subject');
  return head !== undefined && (tokens[next]?.pause === true || at(next).some(isLonger));
}
