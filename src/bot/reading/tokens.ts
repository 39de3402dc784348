// Cuts a text into tokens: the smallest pieces that names, vocabulary and questions are compared by.
import { stemmer } from 'stemmer';
import { ASCII, fold } from '../../knowledge/text.ts';
import { toSimplified } from './traditional.ts';

export type Token = {
  /** What is compared: folded, and stemmed where it is an English-looking word. */
  readonly key: string;
  /** The folded word as typed. */
  readonly word: string;
  readonly kind: 'word' | 'number' | 'character' | 'symbol';
  /** Stands directly behind the token before it, with nothing between: "9" and "c" of "9c". */
  readonly glued: boolean;
  /** A comma, a possessive or the like stands before it: no name goes on over it. */
  readonly pause: boolean;
  /** A colon or a number sign stands before it: words on both sides of that are not one name. */
  readonly stop: boolean;
  /** A comma or semicolon stands before it: what it names begins there. */
  readonly comma: boolean;
  /** For a number, its value. */
  readonly value?: number;
};

/** Longer messages are cut here: a question is short, and work must stay bounded. */
export const MAX_TOKENS = 240;

const PIECE =
  /\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]|'s(?![\p{L}\p{N}])|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af])[\p{L}\p{M}])+(?:'[\p{L}\p{M}]+)?|[%€$¥£₹₽₩°″"+&/×@#<>≤≥=?!.,;:]/gu;
/** The same, of a text in plain ASCII: most questions are. */
const ASCII_PIECE = /\d+(?:[.,]\d+)*|'s(?![a-z0-9])|[a-z]+(?:'[a-z]+)?|[%$"+&/@#<>=?!.,;:]/g;
const SYMBOLS_KEPT = /[%€$¥£₹₽₩°"+&/×≤≥]/;
/** "<150", ">= €200": before an amount, or by itself, a bound; elsewhere what a platform marks names with. */
const BOUND = /^[<>]=?\s*(?:[\d€$¥£₹₽₩]|$)/;
/** A short form in front of a word; behind one ("don't", "they've") there are fewer letters. */
const ELIDED = /^(\p{L}+)'(\p{L}{3,})$/u;
const PAUSE = /^[,;:]|[、()]|\s[-–—]\s/;
/** "Which came first: the 9 …", "is it #1": two things are said, not one name. */
const STOP = /^[:#]|\(/;
const COMMA = /^[,;]/;
const SIGNS: ReadonlySet<string> = new Set([',', ';', ':', '#']);
const SENTENCE_ENDS = /[?!.;]/;
const CHARACTER = /^[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]$/;

/**
 * Reads "1,999", "1.999", "5,160", "6.53", "39,99": a comma or point followed by exactly three digits groups
 * thousands unless the number is below 1 ("0.279"); otherwise it is the decimal sign.
 */
export function readNumber(digits: string): number {
  const parts = digits.split(/[.,]/);
  if (parts.length === 1) return Number(digits);
  const grouped = parts.slice(1).every((part) => part.length === 3) && parts[0] !== '0';
  if (grouped && (parts.length > 2 || digits.includes(','))) return Number(parts.join(''));
  if (parts.length === 2) return Number(parts.join('.'));
  return Number(`${parts.slice(0, -1).join('')}.${parts.at(-1)}`);
}

/** A longer run of letters is no word of any language that is read, nor two that were run together: it stands as it is. */
export const LONGEST_WORD = 48;

const stems = new Map<string, string>();
const MAX_STEMS = 50_000;

/** The form by which two words count as the same word: "prices" and "priced" share one. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  let result = word;
  if (word.length <= LONGEST_WORD && /^[a-z]+$/.test(word)) {
    if (word.length >= 5) {
      const cut = stemmer(word);
      // Porter ends "pay" in "i"; so would another word ("PAI") fall in with it.
      if (cut.length >= 3) result = cut.replace(/i$/, 'y');
    } else if (word.length === 4 && /[^sui]s$/.test(word)) result = word.slice(0, -1);
  }
  if (stems.size < MAX_STEMS) stems.set(word, result);
  return result;
}

const isAtWord = (text: string, at: number): boolean => /\p{L}/u.test(`${text[at - 1] ?? ''}${text[at + 1] ?? ''}`);

/** A sign of comparison before an amount, or the second half of one. */
const isBound = (text: string, at: number, end: number): boolean =>
  text[at] === '=' ? at === end && BOUND.test(text.slice(at - 1, at + 9)) : BOUND.test(text.slice(at, at + 9));

/** Cuts folded text into tokens. At most `limit` are returned. */
export function tokenize(text: string, limit = MAX_TOKENS): Token[] {
  const plain = fold(text);
  const isAscii = ASCII.test(plain);
  const folded = isAscii ? plain : toSimplified(plain);
  const tokens: Token[] = [];
  let end = -1;
  let last = '';
  for (const match of folded.matchAll(isAscii ? ASCII_PIECE : PIECE)) {
    if (tokens.length >= limit) break;
    const piece = match[0];
    // A word that follows a Han character starts anew: no blank stands between them in any case.
    const glued = match.index === end && tokens.at(-1)?.kind !== 'character';
    // Behind a figure inches, at a word but a quotation.
    if (piece === '"' && !(glued && tokens.at(-1)?.kind === 'number') && isAtWord(folded, match.index)) continue;
    const first = piece[0] as string;
    const gap = end < 0 ? folded.slice(0, match.index) : folded.slice(end, match.index);
    // Between most words stands a blank and nothing else.
    const between = (gap === '' || gap === ' ') && !SIGNS.has(last) ? '' : last + gap;
    // "Redmi-9-A": over a hyphen, a letter sticks to a number.
    const isHyphened = gap === '-' && tokens.at(-1)?.kind === 'number';
    const stop = between !== '' && STOP.test(between);
    const comma = COMMA.test(between);
    const pause = stop || last.endsWith("'s") || (between !== '' && PAUSE.test(between));
    last = piece;
    if (first >= '0' && first <= '9') {
      tokens.push({
        key: piece.replace(/,(?=\d{3}(?!\d))/g, ''),
        word: piece,
        kind: 'number',
        glued,
        pause,
        stop,
        comma,
        value: readNumber(piece),
      });
    } else if (!isAscii && CHARACTER.test(piece)) {
      tokens.push({ key: piece, word: piece, kind: 'character', glued, pause, stop, comma });
    } else if (isAscii ? first >= 'a' && first <= 'z' : /^[\p{L}\p{M}]/u.test(piece)) {
      // "The 9a's": behind a figure, a letter is a model's, whatever is its.
      const hasMark = piece.includes("'");
      const whole = hasMark && glued && /^.'s$/u.test(piece) ? piece.slice(0, 1) : piece;
      const [, elided, rest] = (hasMark && ELIDED.exec(whole)) || [];
      // Of "l'écran" the letter says nothing; of "dell'altro" both are words.
      const isTwo = rest !== undefined && elided !== undefined && elided.length > 1;
      if (isTwo) tokens.push({ key: stem(elided), word: elided, kind: 'word', glued, pause, stop, comma });
      const word = hasMark ? (rest ?? whole).replaceAll("'", '') : whole;
      tokens.push({
        key: stem(word),
        word,
        kind: 'word',
        glued: rest === undefined && (glued || (isHyphened && word.length === 1)),
        pause,
        stop: stop && !isTwo,
        comma: comma && !isTwo,
      });
    } else if (SYMBOLS_KEPT.test(piece) || isBound(folded, match.index, end)) {
      tokens.push({ key: piece, word: piece, kind: 'symbol', glued, pause, stop, comma });
    }
    end = match.index + piece.length;
  }
  return tokens;
}

const SHORTENED = /(?:^|[\s(])(\p{L}+)\.$/u;

/**
 * Cuts a message into sentences: one may carry the question, the others what was said around it. A point inside a
 * number or a name, or behind one of the `abbreviations`, does not end one.
 */
export function sentences(text: string, abbreviations: ReadonlySet<string>): string[] {
  const parts: string[] = [];
  for (const part of text.split(/(?<=[?!;。？！；\n])|(?<=(?<!(?:^|[\s(])\p{L})\.)\s+/u)) {
    const shortened = SHORTENED.exec(parts.at(-1) ?? '')?.[1];
    if (shortened !== undefined && abbreviations.has(fold(shortened))) parts.push(`${parts.pop()} ${part}`);
    else parts.push(part);
  }
  return parts
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0 && !(sentence.length === 1 && SENTENCE_ENDS.test(sentence)));
}
