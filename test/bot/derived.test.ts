// What follows from two figures that are held is reckoned where it is asked for, with both shown; else nothing is.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let test: TestBot;
beforeAll(async () => {
  test = await openTestBot();
});

describe('a figure that is not held', () => {
  it.each([
    ['a share of the whole', 'overseas share of revenue in q2 2020', '44.9%', ['overseas-revenue', 'revenue']],
    [
      '… by what it is a share of',
      'what percentage of revenue in h1 2020 came from abroad',
      '47.3%',
      ['overseas-revenue', 'revenue'],
    ],
    ['… of a segment, in Chinese', '2020年上半年手机收入占比', '60%', ['smartphone-revenue', 'revenue']],
    [
      'a quarter, by the half year and the other',
      'revenue in q1 2020, from the half year and q2',
      'RMB 49.7 billion',
      ['revenue', 'revenue'],
    ],
    [
      'a quarter, to be subtracted',
      'what was revenue in q1 2020? you can subtract',
      'RMB 49.7 billion',
      ['revenue', 'revenue'],
    ],
    [
      'what is left of the world',
      'monthly active users of miui outside mainland china',
      '233.8 million',
      ['monthly-active-users', 'monthly-active-users'],
    ],
  ])('is reckoned from two: %s', async (_what, question, value, attributes) => {
    const answer = await test.ask(question);
    expect(answer.lead).toContain(value);
    expect(answer.facts.map(({ attribute }) => attribute)).toEqual(attributes);
    expect(answer.sources.length).toBeGreaterThan(0);
  });

  it.each([
    ['a quarter without a word for reckoning', 'revenue in q1 2020'],
    ['a quarter whose half year is not held', 'what was revenue in q3 2020? you can subtract'],
    ['a place on a list, which is never left over', 'tv rank outside china'],
    ['more than the two tell', 'overseas share of scooter revenue in q2 2020'],
  ])('is declined: %s', async (_what, question) => {
    expect((await test.ask(question)).kind).toBe('abstain');
  });
});

it('is told as it stands where it is held', async () => {
  const answer = await test.ask('overseas share of revenue in q1 2020');
  expect(answer.lead).toContain('50%');
  expect(answer.facts).toHaveLength(1);
  expect((await test.ask('when did overseas first make half of revenue')).lead).toContain('first quarter of 2020');
});

it('is not reckoned where no figure is asked for', async () => {
  const { lead, kind } = await test.ask('how did miui get known abroad');
  expect([kind, lead]).toEqual(['answer', expect.stringContaining('XDA')]);
});
