// How a text is cut into pieces: numbers, glued names, scripts without blanks, apostrophes, full width, accents.
import { describe, expect, it } from 'vitest';
import { MAX_TOKENS, readNumber, sentences, stem, tokenize } from '../../src/bot/reading/tokens.ts';

/** Tokens as one line: "+" before a piece that sticks to the one before it. */
const cut = (text: string): string =>
  tokenize(text)
    .map(({ word, glued }) => (glued ? '+' : '') + word)
    .join(' ');

describe('a text is cut', () => {
  it.each([
    ['Redmi 9C', 'redmi 9 +c'],
    ['redmi9c', 'redmi +9 +c'],
    ['poco-x3', 'poco x +3'],
    ['5,160mAh', '5,160 +mah'],
    ['6.53"', '6.53 +"'],
    ['1.9bn', '1.9 +bn'],
    ['what is it?', 'what is it'],
    ['a😀b', 'a b'],
    ['', ''],
    ['...!?', ''],
  ])('%s', (text, pieces) => {
    expect(cut(text)).toBe(pieces);
  });

  it.each([
    ['小米10的价格', '小 米 10 的 价 格'],
    ['多少钱', '多 少 钱'],
    ['샤오미', '샤 오 미'],
  ])('by the character where no blanks are written: %s', (text, pieces) => {
    expect(cut(text).replaceAll('+', '')).toBe(pieces);
  });

  it('alike however its letters are shaped', () => {
    expect(cut('ＰＯＣＯ　Ｘ３')).toBe(cut('poco x3'));
    expect(cut('Pokémon CAFÉ')).toBe('pokemon cafe');
    expect(cut('e\u0301te\u0301')).toBe('ete');
    expect(cut('don’t')).toBe(cut("don't"));
    expect(cut('x—y')).toBe(cut('x-y'));
    expect(cut('ﬁne')).toBe('fine');
  });

  it('without parting a word at its apostrophe, and without the mark of a possessive behind a figure', () => {
    expect(cut("what's")).toBe('whats');
    expect(tokenize('Redmi 9’s').map(({ word }) => word)).toEqual(['redmi', '9']);
  });

  it('into so many pieces at most', () => {
    expect(tokenize('a '.repeat(MAX_TOKENS * 3))).toHaveLength(MAX_TOKENS);
    expect(tokenize('价'.repeat(100_000))).toHaveLength(MAX_TOKENS);
  });

  it('though it is broken: half a surrogate pair is no piece', () => {
    expect(cut('\ud800x \udc00')).toBe('x');
  });
});

describe('a number is read', () => {
  it.each([
    ['1,999', 1999],
    ['5160', 5160],
    ['6.53', 6.53],
    ['39,99', 39.99],
    ['0.279', 0.279],
    ['1,234,567.89', 1_234_567.89],
    ['1.234.567', 1_234_567],
    ['1.999,50', 1999.5],
    ['10,5', 10.5],
  ])('%s', (digits, value) => {
    expect(readNumber(digits)).toBe(value);
    expect(tokenize(digits)).toMatchObject([{ kind: 'number', value }]);
  });
});

describe('words that are one word', () => {
  it.each([
    ['price', 'prices'],
    ['price', 'priced'],
    ['phone', 'phones'],
    ['founded', 'founding'],
    ['battery', 'batteries'],
  ])('%s and %s', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each([
    ['series', 'serve'],
    ['redmi', 'red'],
    ['pay', 'pai'],
    ['9a', '9'],
  ])('not: %s and %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe('a message is cut into sentences', () => {
  it.each([
    ['I like it. How much is it?', ['I like it.', 'How much is it?']],
    ['你好。多少钱？', ['你好。', '多少钱？']],
    ['It is 6.53 inches', ['It is 6.53 inches']],
    ['line one\nline two', ['line one', 'line two']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(sentences(text, new Set(['approx']))).toEqual(expected);
  });
});
