// How every text is made comparable before it is matched: names, vocabulary and questions alike.

const COMBINING = /\p{Mn}+/gu;
// Quotes, primes and dashes come in many shapes; each is one character here.
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02BC\uFF07]/g, "'"],
  [/[\u201C\u201D]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
];

/**
 * Lower case, full-width to half-width, Latin accents off, spaces single. Cyrillic й and ё, kana voicing marks and
 * Hangul stay themselves.
 */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase().trim();
  // The sign for inches comes apart into two when it is normalized.
  let folded = text.replaceAll('\u2033', '"').normalize('NFKC').toLowerCase();
  folded = folded.replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(COMBINING, ''));
  for (const [shape, plain] of SHAPES) folded = folded.replace(shape, plain);
  return folded.replace(/\s+/g, ' ').trim();
}

/** All of a text is ASCII: what Unicode knows of letters is not needed to read it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII
export const ASCII = /^[\x00-\x7f]*$/;

/** Holds a Chinese character: in that script words are not written apart. */
export const HAN = /\p{Script=Han}/u;

// The fast path: most words of most questions are plain ASCII with single blanks.
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 126 || code < 32 || (code === 32 && text.charCodeAt(i + 1) === 32)) return false;
  }
  return true;
}
