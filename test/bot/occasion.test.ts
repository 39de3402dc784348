// A question about only those products that came out on one occasion ("the gadgets shown at that event, under 2500 yuan").
import { expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot } from '../support/bot.ts';

const own = await openTestBot();

it.each([
  ['which of the stuff shown at the 10 year event costs under 2500 yuan', /Redmi K30 Ultra.*1,999/, /Redmi 9A|Mi 1\b/],
  ['cheapest thing with a yuan price shown at the anniversary event', /Redmi K30 Ultra.*1,999/, /Redmi 9A/],
  ['which of the anniversary launch products charges fastest', /Mi 10 Ultra.*120 W/, /POCO/],
  ['most expensive gadget of the ecosystem launch', /Scooter Pro 2.*EUR 499/, /49,999/],
])('%s', async (question, told, untold) => {
  const text = plainText(await own.ask(question));
  expect(text).toMatch(told);
  expect(text).not.toMatch(untold);
});

it('tells each that has what is asked', async () => {
  const text = plainText(await own.ask('which anniversary launch products have a price, and how much'));
  expect(text).toMatch(/49,999/);
  expect(text).toMatch(/1,999/);
});

it('leaves the list of what was shown to the fact that tells it', async () => {
  expect(plainText(await own.ask('which products were shown at the anniversary event'))).toMatch(
    /Mi 10 Ultra, the Redmi K30 Ultra and the Mi TV LUX/,
  );
});
