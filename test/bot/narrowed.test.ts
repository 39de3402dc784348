// A turn that says no more than a condition or a bound goes on with the last search; "any with …" searches among what was spoken of.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const going = (cases: readonly (readonly [string[], RegExp, RegExp])[]): void => {
  it.each(cases.map((one) => [...one] as [string[], RegExp, RegExp]))('%j', async (turns, some, none) => {
    const { lead } = await own.converse(...turns);
    expect(lead).toMatch(some);
    expect(lead).not.toMatch(none);
  });
};

describe('the last search goes on', () =>
  going([
    [['phones under 200', 'and under 100?'], /^Redmi 9A\./, /9C/],
    [['phones under 200', 'only those with nfc', 'and under 120?'], /^Redmi 9C\./, /9A/],
    [['phones below 120', 'with fingerprint'], /^None/, /Redmi/],
    [['phones with nfc', 'under 200', 'without fingerprint'], /^Redmi 9C\./, /POCO/],
    [['phones under 200', 'with 64 gb'], /^Redmi 9 and Redmi 9C/, /9A|POCO/],
    [['which phones have nfc', 'not the poco'], /^Redmi 9 and Redmi 9C/, /POCO/],
    [['有绿色的手机吗', '指纹解锁的呢'], /^红米 9。/, /9A/],
    [['200以下的手机', '100以下呢'], /^红米 9A。/, /9C/],
    [['everything that costs under 50 euros', 'and under 100?'], /Band 5.*Redmi 9A/, /9C/],
  ]));

describe('"any with …" is a search among the kind that was spoken of', () =>
  going([
    [['which phone is lightest', 'is there any with 5g'], /Mi 10/, /Redmi/],
    [['screen of the redmi 9', 'which one has 2 sims and nfc under 140'], /^Redmi 9C/, /9A|POCO/],
    [['what does the poco cost', 'anything under 150 with nfc?'], /^Redmi 9 and Redmi 9C/, /POCO/],
  ]));

describe('of one thing that was spoken of, a condition is asked of that', () =>
  going([[['how much is the redmi 9', 'with nfc?'], /^Yes\. Redmi 9 /, /POCO|9C/]]));
