// Variants: a product named by their sizes alone ("the 6+64 model"), and one of its variants by its place ("the big one").
import { expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot } from '../support/bot.ts';

const own = await openTestBot();

it.each([
  ['how much is the 6+64 model', /^POCO X3 NFC.*229/, /Redmi/],
  ['what does the 3GB+64GB version cost', /Redmi 9C.*139/, /POCO|EUR 119/],
  ['3/32版本多少钱', /红米 9 .*149/, /169/],
  ['redmi 9c 3/64 eur', /Redmi 9C.*139/, /119/],
  ['how much is the redmi 9c with 2 gigs of ram', /Redmi 9C.*119/, /139/],
])('tells of the one that has such a variant: %s', async (question, told, untold) => {
  const text = plainText(await own.ask(question));
  expect(text).toMatch(told);
  expect(text).not.toMatch(untold);
});

it('tells of both where two have it', async () => {
  const text = plainText(await own.ask('price of the 2/32 one'));
  expect(text).toMatch(/Redmi 9A.*99/);
  expect(text).toMatch(/Redmi 9C.*119/);
});

it('stays with the product that is named', async () => {
  expect((await own.ask('how much is the redmi 9a with 3+64')).kind).toBe('abstain');
});

it.each([
  ['redmi 9 price for the small one', /149/, /169/],
  ['top version of the poco x3 nfc price', /269/, /229/],
  ['redmi 9c base model price', /119/, /139/],
  ['redmi 9 高配版多少钱', /169/, /149/],
  ['cheapest way to get the 128gb poco x3 nfc', /269(?:.|\n)*249/, /229|199/],
])('one of the variants: %s', async (question, told, untold) => {
  const text = plainText(await own.ask(question));
  expect(text).toMatch(told);
  expect(text).not.toMatch(untold);
});

it('sets the larger against the smaller', async () => {
  expect(plainText(await own.ask('how much more is the bigger redmi 9 than the small one'))).toMatch(/^EUR 20 /);
});

it('goes on with the other variant', async () => {
  const conversation = 'sizes';
  for (const [input, told, untold] of [
    ['how much is the redmi 9c with 64gb', /139/, /119/],
    ['and the smaller one?', /119/, /139/],
    ['and the big one?', /139/, /119/],
  ] as const) {
    const text = plainText(await own.bot.ask({ input, conversation }));
    expect(text).toMatch(told);
    expect(text).not.toMatch(untold);
  }
});
