// The parts of the lookup against the plain way of doing the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/lookup/edit-distance.ts';
import { numbersNear } from '../../src/lookup/near.ts';
import { isTextJoined, packLists, packTexts, prefixRange, textAt } from '../../src/lookup/packed.ts';
import { glue, MAX_PIECES, piecesOf } from '../../src/lookup/pieces.ts';
import { Postings } from '../../src/lookup/postings.ts';
import { buildSlips, Slips } from '../../src/lookup/slips.ts';
import { buildSorted, Sorted } from '../../src/lookup/sorted.ts';

const SEED = 20_261_122;
const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = 150): void =>
  fc.assert(fc.property(arbitrary, holds), { seed: SEED, numRuns });
const letters = (least: number, most: number) =>
  fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: least, maxLength: most }).map((all) => all.join(''));

describe('pieces', () => {
  it.each([
    ['Redmi-9A', ['redmi', '9', 'a']],
    ['红米Note 12 Pro+', ['红', '米', 'note', '12', 'pro', 'plus']],
    ['Pro+5G', ['pro', 'plus', '5', 'g']],
    ['10+', ['10', 'plus']],
    ['8+256GB', ['8', '256', 'gb']],
    ['mi+band', ['mi', 'band']],
    ["the Mi's weight", ['the', 'mi', 'weight']],
    ['レドミ 9a', ['レドミ', '9', 'a']],
    ['  _ … ', []],
  ])('%j', (text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });

  it('are bounded, and glued keep two numbers apart', () => {
    expect(piecesOf('a 1 '.repeat(100)).length).toBeLessThanOrEqual(MAX_PIECES);
    expect(glue(['mi', '11', '5', 'g'])).toBe('mi11 5g');
    expect(glue(piecesOf('redmi 1 2'))).not.toBe(glue(piecesOf('redmi 12')));
  });
});

describe('packed texts', () => {
  it('give back what was put in, and the stretch that begins so', () => {
    check(fc.tuple(fc.array(letters(0, 4)), letters(0, 3)), ([texts, prefix]) => {
      const sorted = [...texts].sort();
      const packed = packTexts(sorted);
      expect(sorted.map((_, index) => textAt(packed, index))).toEqual(sorted);
      const [start, end] = prefixRange(packed, prefix);
      expect(sorted.slice(start, end)).toEqual(sorted.filter((text) => text.startsWith(prefix)));
    });
  });

  it('may lack blanks that they have, never have more', () => {
    const packed = packTexts(['mic25 5g', 'redmi12']);
    expect(isTextJoined(packed, 0, 'mic255g')).toBe(true);
    expect(isTextJoined(packed, 0, 'mic25 5g')).toBe(true);
    expect(isTextJoined(packed, 0, 'mic2 55g')).toBe(false);
    expect(isTextJoined(packed, 1, 'redmi1 2')).toBe(false);
  });
});

describe('sorted names', () => {
  it('are visited best first', () => {
    check(fc.tuple(fc.array(letters(1, 5), { maxLength: 120 }), letters(0, 2), fc.nat(20)), ([texts, prefix, most]) => {
      const visited: number[] = [];
      const sorted = new Sorted(buildSorted(texts), packTexts(texts));
      sorted.eachOf(sorted.starting(prefix), (name) => visited.push(name) > 999, most);
      const all = [...texts.keys()].filter((name) => texts[name]?.startsWith(prefix));
      expect(visited).toEqual(all.slice(0, most));
    });
  });
});

describe('postings', () => {
  it('find what holds all words', () => {
    const holders = fc.array(fc.uniqueArray(fc.nat(300), { maxLength: 200 }), { minLength: 3, maxLength: 3 });
    check(holders, (lists) => {
      const keys = lists.flatMap((list, word) => list.map(() => word));
      const values = lists.flatMap((list) => [...list].sort((a, b) => a - b));
      const packed = packLists(Uint32Array.from(keys), 3, 0xffffffff, Uint32Array.from(values));
      const found: number[] = [];
      new Postings(packed, 301).eachWithAll([0, 1, 2], (value) => found.push(value) < 0);
      const [first = [], ...others] = lists;
      const all = first.filter((value) => others.every((list) => list.includes(value)));
      expect(found).toEqual(all.sort((a, b) => a - b));
    });
  });
});

describe('slips', () => {
  const plainDistance = (a: string, b: string): number => {
    const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
    for (let j = 0; j <= b.length; j++) (rows[0] as number[])[j] = j;
    const at = (i: number, j: number): number => rows[i]?.[j] as number;
    for (let i = 1; i <= a.length; i++)
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        let value = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          value = Math.min(value, at(i - 2, j - 2) + 1);
        (rows[i] as number[])[j] = value;
      }
    return at(a.length, b.length);
  };

  it('are counted as by the plain table', () => {
    check(fc.tuple(letters(0, 8), letters(0, 8), fc.nat(3)), ([a, b, limit]) => {
      const distance = plainDistance(a, b);
      expect(editDistance(a, b, limit)).toBe(Math.min(distance, limit + 1));
      const begun = Math.min(...[...b, ''].map((_, end) => plainDistance(a, b.slice(0, end))));
      expect(editDistance(a, b, limit, true)).toBe(Math.min(begun, limit + 1));
    });
  });

  it('are all found, and nothing else', () => {
    check(fc.tuple(fc.uniqueArray(letters(4, 9), { minLength: 1, maxLength: 40 }), letters(4, 9)), ([words, typed]) => {
      const slips = new Slips(
        buildSlips(words, () => true),
        (word) => words[word] as string,
      );
      const away = (count: number): number[] =>
        [...words.keys()].filter((word) => plainDistance(typed, words[word] as string) === count);
      expect(slips.near(typed, 1).map(({ word }) => word)).toEqual(away(1));
      const long = away(2).filter((word) => (words[word] as string).length >= 6);
      expect(slips.near(typed, 2).map(({ word }) => word)).toEqual([...away(1), ...long]);
    });
  });

  it('of a number are what a hand does, the likeliest first, and never the number itself', () => {
    expect(numbersNear('72').slice(0, 12)).toEqual(expect.arrayContaining(['71', '73', '27', '62', '82']));
    expect(numbersNear('11')).toEqual(expect.arrayContaining(['1', '10', '12', '111', '21']));
    expect(numbersNear('12345')).toEqual([]);
    for (const number of ['1', '9', '12', '100', '2024']) {
      expect(numbersNear(number)).not.toContain(number);
      expect(numbersNear(number).filter((near) => !/^[1-9]\d*$|^0$/.test(near))).toEqual([]);
    }
  });
});
