// Which questions share a kept answer: the same words, whatever their case and spacing, in one language; the oldest goes first.
import { describe, expect, it } from 'vitest';
import { TurnCache } from '../../src/bot/cache.ts';

/** What came of each question: the number of the time that an answer had to be made. */
function answers(most: number, ...questions: readonly (readonly [input: string, language?: string])[]): number[] {
  let made = 0;
  const cache = new TurnCache<number>(most, () => undefined);
  return questions.map(([input, language]) => cache.of({ input, ...(language ? { language } : {}) }, () => ++made));
}

describe('a kept answer', () => {
  it('serves the same words in another case and spacing', () => {
    expect(answers(9, ['redmi 9a price'], ['Redmi 9A  PRICE'])).toEqual([1, 1]);
  });

  it('serves no other words, and no other language', () => {
    expect(answers(9, ['redmi 9a price'], ['redmi 9 price'], ['redmi 9a price', 'zh'])).toEqual([1, 2, 3]);
  });

  it('goes when so many were asked after it, and where none are kept', () => {
    expect(answers(2, ['a'], ['b'], ['a'], ['c'], ['b'], ['c'])).toEqual([1, 2, 1, 3, 4, 3]);
    expect(answers(0, ['a'], ['a'])).toEqual([1, 2]);
  });

  it('is kept of no message that is longer than a question', () => {
    expect(answers(9, ['x'.repeat(400)], ['x'.repeat(400)])).toEqual([1, 2]);
  });
});
