// Which variant's price is meant, and what a dash or a choice behind a name is: no other model.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('the price of the variant that is told by what it has more of', () => {
  it.each([
    ['how much is the redmi 9 with more storage', /169/, /149/],
    ['price of the redmi 9c with the least ram', /119/, /139/],
    ['how much for the bigger poco x3', /269/, /229/],
    ['at what price did early birds get the larger poco x3', /249/, /199|269/],
    ['what does the big storage redmi 9c cost', /139/, /119/],
  ])('%s', async (question, expected, other) => {
    const text = await own.text(question);
    expect(text).toMatch(expected);
    expect(text).not.toMatch(other);
  });

  it('and not, where the variant is asked for something else', async () =>
    expect(await own.text('how much storage on the costlier poco x3')).toMatch(/storage: 64 GB.*128 GB/));
});

describe('what stands behind a name is no model', () => {
  it.each([
    ['wheels on the pro 2 - air or solid', /pneumatic/],
    ['is the panel of the transparent tv 8 bit or 10 bit', /10-bit/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});
