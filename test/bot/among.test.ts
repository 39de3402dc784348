// Several products at once: what one of them has, which is bigger, what lies between their prices.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('of several that are named', () => {
  it.each([
    ['redmi 9 vs 9a vs 9c which has fhd+', /^Redmi 9\./],
    ['redmi 9 or 9a, which has nfc', /^Redmi 9\./],
    ['9a or 9c, which has better camera', /AI-optimised.*2 MP macro/s],
    ['redmi 9, 9a or 9c: which one has a fingerprint sensor', /^Redmi 9\./],
    ['is the transparent tv smaller than the lux oled', /Transparent Edition has the smaller screen: 55/],
    ['is redmi 9 bigger than poco x3 nfc', /POCO X3 NFC has the bigger screen/],
    ['how much is the redmi 9a less than the redmi 9', /^EUR 50/],
    ['whats the cheapest redmi 9 model with 64gb', /^Redmi 9C.*139/],
    ['prices of the redmi 9 series', /149.*169/s],
    ['which of the 9, 9a and 9c have 5000 mAh', /^Redmi 9A and Redmi 9C\./],
    ['which of the redmi 9, 9a, 9c run miui 12', /^Redmi 9A and Redmi 9C\./],
    ['which of redmi 9 and poco x3 nfc have a 120 hz screen', /^POCO X3 NFC\./],
    ['which of the 9a and 9c has 64 gb', /^Redmi 9C\./],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));

  it('none is ranked by what is told of none', async () => {
    const { kind, facts } = await own.ask("what's the best selling redmi 9 model");
    expect([kind, facts]).toEqual(['abstain', []]);
  });
});

describe('a turn after a comparison', () => {
  it.each([
    ['is of both', ['poco x3 nfc vs redmi 9 battery', 'and charging?'], /POCO X3 NFC 33 W; Redmi 9 18 W/],
    [
      'is of both, two turns on',
      ['redmi 9a vs 9c weight', 'and the battery?', 'and price?'],
      /Redmi 9A EUR 99.*Redmi 9C/,
    ],
    ['is of both in Chinese', ['红米9和9A哪个便宜', '重量呢'], /198 g.*194 g/],
    ['sets what it names against what was spoken of', ['redmi 9 weight', 'lighter than the poco x3?'], /198 g.*215 g/],
    ['keeps what is measured', ['poco x3 battery', "is it bigger than the redmi 9's?"], /5,160 mAh.*5,020 mAh/],
  ])('%s', async (_, turns, expected) => {
    expect(plainText(await own.converse(...turns)).replaceAll('\n', ' | ')).toMatch(expected);
  });
});
