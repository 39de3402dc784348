// Several products at once: what one of them has, which is bigger, what lies between their prices.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('of several that are named', () => {
  it.each([
    ['redmi 9 vs 9a vs 9c which has fhd+', /^Redmi 9\./],
    ['redmi 9 or 9a, which has nfc', /^Redmi 9\./],
    ['redmi 9, 9a or 9c: which one has a fingerprint sensor', /^Redmi 9\./],
    ['is the transparent tv smaller than the lux oled', /Transparent Edition has the lower value for screen size: 55/],
    ['is redmi 9 bigger than poco x3 nfc', /POCO X3 NFC has the higher value for screen size/],
    ['how much is the redmi 9a less than the redmi 9', /^EUR 50/],
    ['whats the cheapest redmi 9 model with 64gb', /^Redmi 9C.*139/],
    ['prices of the redmi 9 series', /149.*169/s],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));

  it('none is ranked by what is told of none', async () => {
    const { kind, facts } = await own.ask("what's the best selling redmi 9 model");
    expect([kind, facts]).toEqual(['abstain', []]);
  });
});
