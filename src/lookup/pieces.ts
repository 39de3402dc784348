// Cuts a name, or what a person typed for one, into the pieces that names are compared by: words, numbers, Han characters.
import { fold } from '../knowledge/text.ts';

/** Longer input is cut here: no name needs more, and work stays bounded. In characters and in pieces. */
const MAX_TYPED = 96;
export const MAX_PIECES = 14;

const SEPARATOR = 0;
const LETTER = 1;
const DIGIT = 2;
const HAN = 3;
type Kind = typeof SEPARATOR | typeof LETTER | typeof DIGIT | typeof HAN;

const PLUS = 43;
const APOSTROPHE = 39;
const S = 115;

/** Of the plain characters. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) =>
  code >= 97 && code <= 122 ? LETTER : code >= 48 && code <= 57 ? DIGIT : SEPARATOR,
);

function kindOf(code: number): Kind {
  if (code < 128) return kinds[code] as Kind;
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)) return HAN;
  return /[\p{L}\p{M}ー]/u.test(String.fromCharCode(code)) ? LETTER : SEPARATOR;
}

export const isNumber = (piece: string): boolean => {
  const code = piece.charCodeAt(0);
  return code >= 48 && code <= 57;
};
export const isHan = (piece: string): boolean => kindOf(piece.charCodeAt(0)) === HAN;

const kindAt = (text: string, at: number): Kind => (at < text.length ? kindOf(text.charCodeAt(at)) : SEPARATOR);

/** "Pro+", "Pro+5G" and "10+" have the word; "8+256" and "mi+band" have a separator. */
const isPlusWord = (before: Kind, after: Kind): boolean =>
  before === DIGIT ? after === SEPARATOR || after === HAN : before !== SEPARATOR && after !== LETTER;

/** Nothing but small letters, digits and signs: blanks need no folding, they separate however many there are. */
function isFolded(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 126 || code < 32 || (code >= 65 && code <= 90)) return false;
  }
  return true;
}

/**
 * The pieces of a text, in order: "Redmi-9A" and "redmi 9 a" are both redmi, 9, a. A plus sign at the end of a word is the
 * word "plus"; a possessive ending is nothing.
 */
export function piecesOf(text: string): string[] {
  const cut = text.length > MAX_TYPED ? text.slice(0, MAX_TYPED) : text;
  const folded = isFolded(cut) ? cut : fold(cut);
  const pieces: string[] = [];
  let start = 0;
  let open: Kind = SEPARATOR;
  for (let at = 0; at <= folded.length; at++) {
    const code = folded.charCodeAt(at);
    const kind = kindAt(folded, at);
    if (kind === open && kind !== HAN) continue;
    if (open !== SEPARATOR) pieces.push(folded.slice(start, at));
    if (code === PLUS && isPlusWord(open, kindAt(folded, at + 1))) pieces.push('plus');
    if (code === APOSTROPHE && folded.charCodeAt(at + 1) === S && kindAt(folded, at + 2) === SEPARATOR) at += 1;
    start = at;
    open = kindAt(folded, at) === kind ? kind : SEPARATOR;
    if (pieces.length >= MAX_PIECES) return pieces.slice(0, MAX_PIECES);
  }
  return pieces;
}

/** The pieces without blanks, as people glue names together; two numbers stay two. */
export function glue(pieces: readonly string[]): string {
  let glued = '';
  let after = false;
  for (const piece of pieces) {
    const number = isNumber(piece);
    glued += number && after ? ` ${piece}` : piece;
    after = number;
  }
  return glued;
}
