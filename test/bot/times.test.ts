// Which time a question asks for: stretches between two months, bases of a change, whole years, and clauses of time.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/bot/context.ts';
import type { Query } from '../../src/bot/reading/query.ts';
import { understand } from '../../src/bot/reading/understand.ts';
import { openContext, openTestBot, type TestBot } from '../support/bot.ts';

let context: Context;
let own: TestBot;
beforeAll(async () => {
  [context, own] = [await openContext(), await openTestBot()];
});
const read = (text: string): Query => understand(text, context);
const labels = (text: string): string[] => read(text).periods.map(({ label }) => label);

describe('two months that are one stretch', () => {
  it.each([
    ['gross profit between april and june 2020', ['2020-Q2']],
    ['gross profit from july to december 2019', ['2019-H2']],
    ['gross profit, january until march 2020', ['2020-Q1']],
    ['gross profit through june 2019', ['2019-H1']],
    ['gross profit by the end of june 2019', ['2019-06']],
    ['gross profit in april and june 2020', ['2020-06', '2020-04']],
    ['gross profit from march to june 2020', ['2020-06', '2020-03']],
  ])('%s', (text, expected) => {
    expect(labels(text).sort()).toEqual([...expected].sort());
  });
});

describe('what a change is set against', () => {
  it.each([
    ['compare gross profit of 2018 and 2019', ['2018', '2019']],
    ['gross profit: difference between q1 and q2 2020', ['2020-Q1', '2020-Q2']],
  ])('is asked where the other is, too: %s', (text, expected) => {
    expect(labels(text).sort()).toEqual(expected);
  });
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

describe('a clause of time', () => {
  it('at the head asks no date: what stands behind it asks', () => {
    const { asks, attributes } = read('when the rice cooker was launched, who praised it');
    expect(asks.has('when')).toBe(false);
    expect(asks.has('who')).toBe(true);
    expect(attributes).not.toContain('launch-date');
  });
  it('in the middle lends the question no attribute', () => {
    expect(read('how many people came when the mi 4 was released').attributes).not.toContain('launch-date');
  });
  it.each(['when was the mi 4 released and who showed it', 'when did the mi 4 come out'])('is not: %s', (text) => {
    expect(read(text).asks.has('when')).toBe(true);
  });
});

describe('what is told', () => {
  it.each([
    ['how much did gross profit grow vs q1', /\d%/],
    ['gross profit from january to june 2020', /first half of 2020/],
    ['what was the winner announced on 1 august', /1 August 2020/],
    ['what were the reasons for the rise of the average selling price', /because/],
    ['so what happened on 25 April 2018', /25 April 2018/],
    ['20 september 2010?', /20 September 2010/],
    ['rank of smartphones in the world in autumn 2014', /2014/],
    ['how much taller than 16:9 is the curved monitor', /16:9/],
  ])('%s', async (text, expected) => {
    expect(await own.text(text)).toMatch(expected);
  });
  it.each([
    'gross profit for the entire year 2020',
    'how many people laughed for half a minute',
    'what happened on 7 march 2017',
  ])('is nothing for: %s', async (text) => {
    expect((await own.ask(text)).kind).not.toBe('answer');
  });
});

describe('a time that is open to one side', () => {
  it.each([
    ['what came out after august 2020', /^POCO X3 NFC, Xiaomi 17 series and Xiaomi car/],
    ['which products came out after august 2020', /^POCO X3 NFC, Xiaomi 17 series and Xiaomi car/],
    ['which phones came out since august 2020', /^Mi 10 Ultra, POCO X3 NFC/],
    ['what did xiaomi launch before 2012', /Mi 1/],
    ['which partner joined after 2016', /Lu Weibing/],
    ['who joined xiaomi before 2016', /July 2015/],
    ['2020年8月以后发布了什么', /^POCO X3 NFC/],
  ])('has what lies beyond it: %s', async (question, expected) => {
    expect(await own.text(question)).toMatch(expected);
  });
});

describe('what a list tells', () => {
  it.each([
    ["xiaomi's revenue in dollars on the 2020 fortune list", /29\.795/],
    ['net profit of xiaomi according to fortune 2020', /1\.453/],
    ['what revenue does fortune give for xiaomi in 2020', /fiscal 2019/],
    ["xiaomi's revenue in us dollars for the 2020 fortune ranking", /29\.795/],
  ])('is of the year before, and dated by the list: %s', async (question, expected) => {
    expect(await own.text(question)).toMatch(expected);
  });

  it('has no edition but those that are held', async () => {
    expect((await own.ask('xiaomi rank in the fortune global 500 2022')).kind).not.toBe('answer');
  });
});

it('a quarter may be called by the month that it ends with', async () => {
  expect(await own.text('tv shipments in the june 2020 quarter')).toMatch(/2\.8 million/);
});

it('days that are counted in Chinese last, and cost nothing', async () => {
  expect(await own.text('小米手环5充一次电能用多少天')).toMatch(/14 天/);
});
