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

it('is the usual one and the one for a while, where a product comes in one form', async () => {
  expect(await own.text('lowest price of the mi band 5')).toMatch(/39\.99.*34\.99/s);
});

describe('what stands behind a name is no model', () => {
  it.each([
    ['wheels on the pro 2 - air or solid', /pneumatic/],
    ['is the panel of the transparent tv 8 bit or 10 bit', /10-bit/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('what a product has, behind its name', () => {
  it('is asked of it', async () => expect(await own.text('is the mi 10 pro 5g')).toMatch(/5G flagship/));
  it('and where another thing is asked, it may be another model', async () =>
    expect((await own.ask('how much is the mi 10 pro 5g')).facts).toEqual([]));
});

describe('between the variants of one product', () => {
  it.each([
    ['红米9两个版本的差价', /20/],
    ['difference between the two poco x3 versions', /EUR 40/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('what is not told is not contradicted', () => {
  it.each([
    'when does the mi 10 ultra come to europe',
    'is there an indian price for the poco x3',
    'a gift under 35 euros?',
  ])('%s', async (question) => {
    const { kind, facts } = await own.ask(question);
    expect([kind, facts]).toEqual(['abstain', []]);
  });
});
