// Where names begin with some letters, by filter and table, against going through all of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Beginnings } from '../../src/lookup/beginnings.ts';
import { packTexts } from '../../src/lookup/packed.ts';

const word = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 30 }).map((all) => all.join(''));
const shared = fc.tuple(fc.constantFrom('', 'abc', 'abcabc', 'a'.repeat(23), 'a'.repeat(25)), word);
const texts = fc.array(
  shared.map(([head, tail]) => head + tail),
  { maxLength: 40 },
);

describe('the beginnings of texts', () => {
  it('are found where a search of all finds them, and are never said to be missing', () => {
    fc.assert(
      fc.property(texts, shared, (all, [head, tail]) => {
        const sorted = [...all].sort();
        const order = Uint32Array.from(all.keys()).sort((a, b) => ((all[a] as string) < (all[b] as string) ? -1 : 1));
        const [plain, ordered] = [new Beginnings(packTexts(sorted)), new Beginnings(packTexts(all), order)];
        for (const prefix of [head, head + tail, ...sorted.flatMap((text) => [text, text.slice(0, 5), `${text}b`])]) {
          const right = sorted.filter((text) => text.startsWith(prefix));
          for (const own of [plain, ordered]) {
            const [start, end] = own.find(prefix);
            expect(sorted.slice(start, end)).toEqual(right);
            if (right.length > 0) expect(own.lacks([prefix])).toBe(false);
          }
        }
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  });
});
