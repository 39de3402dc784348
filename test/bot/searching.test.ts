// A search among products: several conditions, what is denied, bounds without a currency, the most of those that meet a condition.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const searching = (cases: readonly (readonly [string, RegExp, RegExp])[]): void => {
  it.each(cases.map((one) => [...one] as [string, RegExp, RegExp]))('%s', async (question, some, none) => {
    const [lead = ''] = (await own.text(question)).split('\n');
    expect(lead).toMatch(some);
    expect(lead).not.toMatch(none);
  });
};

describe('what is denied is left out, and what is named beside it is there', () =>
  searching([
    ['which phone has nfc but no fingerprint sensor', /^Redmi 9C\./, /POCO|9A/],
    ['phones with 2 sims but no nfc', /^Redmi 9A\./, /9C|POCO/],
    ['phones with neither nfc nor infrared', /^Redmi 9A\./, /9C|POCO/],
    ['有nfc但没有指纹的手机', /^红米 9C/, /POCO|9A/],
    ['phones with a fingerprint sensor but no nfc', /^None/, /Redmi|POCO/],
    ['cheapest phone without nfc', /^Redmi 9A/, /9C/],
    ['redmi 9, 9a or 9c, which has no nfc', /^Redmi 9A\./, /9C/],
  ]));

describe('a bare bound is a sum in the currency in which most of the kind are priced', () =>
  searching([
    ['which phones cost more than 200', /^POCO X3 NFC\./, /Mi 1|9A|K30/],
    ['tvs under 15000', /65″ OLED/, /Transparent/],
    ['which phones cost more than 500', /^None.*EUR 500/, /Mi 1|K30/],
  ]));

describe('a value is named in Chinese, too', () =>
  searching([
    ['有指纹解锁的手机', /^POCO X3 NFC和红米 9。/, /9A|9C/],
    ['支持人脸解锁的手机', /红米 9、红米 9A和红米 9C/, /POCO/],
  ]));

describe('the most of those that meet a condition', () =>
  searching([
    ['cheapest phone with fast charging', /^Redmi 9: EUR 149/, /9A|9C/],
    ['支持快充的最便宜的手机', /^红米 9：149/, /9A/],
    ['最便宜的带指纹的手机', /^红米 9：149/, /9A/],
    ['the most expensive thing xiaomi sells', /EUR 499/, /POCO/],
    ['how many cars has xiaomi sold', /don't/, /1:/],
  ]));

describe('a sum that somebody has is what a thing may cost at most', () =>
  searching([
    ['i have 150 euros to spend on a phone, what do i get', /^Redmi 9, Redmi 9A and Redmi 9C/, /POCO/],
    ['i only have 40 eur for earphones', /^Mi True Wireless/, /Band/],
    ['i have 150 euros, which phone has the biggest battery', /^Redmi 9: 5,020/, /POCO|9A/],
    ['预算150欧买哪款手机', /^红米 9、红米 9A和红米 9C/, /POCO/],
    ['i paid 120 euros for my phone', /don't/, /Redmi/],
  ]));

describe('"anything", "which one": of all things, where conditions are set', () =>
  searching([
    ['anything under 150 with nfc', /^Redmi 9 and Redmi 9C/, /POCO/],
    ['is there anything under 30 euros', /^None/, /EUR/],
    ['买个带nfc的最便宜的要多少钱', /^红米 9C：119/, /POCO/],
    ['which one has 2 sims and nfc under 140', /^Redmi 9C/, /POCO|9A/],
  ]));
