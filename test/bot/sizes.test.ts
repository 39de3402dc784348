// A product that a question names by the sizes of its variant alone ("the 6+64 model").
import { expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot } from '../support/bot.ts';

const own = await openTestBot();

it.each([
  ['how much is the 6+64 model', /^POCO X3 NFC.*229/, /Redmi/],
  ['what does the 3GB+64GB version cost', /Redmi 9C.*139/, /POCO|EUR 119/],
  ['3/32版本多少钱', /红米 9 .*149/, /169/],
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
