// Which time a question asks for: stretches between two months, bases of a change, whole years, and clauses of time.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/bot/context.ts';
import type { Query } from '../../src/bot/query.ts';
import { understand } from '../../src/bot/understand.ts';
import { openContext } from '../support/bot.ts';

let context: Context;
beforeAll(async () => {
  context = await openContext();
});
const read = (text: string): Query => understand(text, context);
const labels = (text: string): string[] => read(text).periods.map(({ label }) => label);

describe('two months that are one stretch', () => {
  it.each([
    ['gross profit between april and june 2020', ['2020-Q2']],
    ['gross profit from july to december 2019', ['2019-H2']],
    ['gross profit, january until march 2020', ['2020-Q1']],
    ['gross profit in april and june 2020', ['2020-06', '2020-04']],
    ['gross profit from march to june 2020', ['2020-06', '2020-03']],
  ])('%s', (text, expected) => {
    expect(labels(text).sort()).toEqual([...expected].sort());
  });
});

describe('what a change is set against', () => {
  it('is not the asked time', () => {
    expect(read('growth of gross profit vs q1')).toMatchObject({ periods: [], parts: [], base: { label: 'Q1' } });
    expect(read('gross profit in q2 2020 compared to the first quarter').base).toBeUndefined();
  });
});

describe('a full year', () => {
  it('is asked as a whole', () => {
    expect(read('gross profit of the full year 2020').periods).toMatchObject([{ label: '2020', whole: true }]);
    expect(read('gross profit in 2020').periods[0]?.whole).toBeUndefined();
  });
});
