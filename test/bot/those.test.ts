// A turn among what was found: the next in an order, other values, other bounds, those that meet one thing more; and corrections.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

type Case = readonly [turns: readonly string[], some: RegExp, none: RegExp];
const going = (cases: readonly Case[]): void => {
  it.each(cases.map(([turns, some, none]) => ({ turns, some, none })))('$turns', async ({ turns, some, none }) => {
    const text = plainText(await own.converse(...turns));
    expect(text).toMatch(some);
    expect(text).not.toMatch(none);
  });
};

describe('an order goes on', () =>
  going([
    [['which phone has the biggest battery', 'the smallest?'], /5,000 mAh/, /Band|inch/],
    [['which phone has the biggest battery', 'second best?'], /^Redmi 9: 5,020/, /POCO/],
    [['cheapest phone', 'and the second cheapest'], /^Redmi 9C: EUR 119/, /9A/],
    [['compare redmi 9, 9a and 9c', 'second cheapest?'], /^Redmi 9C: EUR 119/, /149/],
    [['哪款手机电池最大', '最小的呢'], /5,000 mAh/, /英寸/],
    [['which phone has the biggest battery', 'and tvs?'], /don't have/, /POCO|infrared/],
    [['biggest screen you have?', 'and monitors?'], /34/, /65/],
  ]));

describe('a search goes on', () =>
  going([
    [['which redmi comes in green', 'and blue'], /^Redmi 9A and Redmi 9C/, /Low Blue/],
    [['which phones have gorilla glass', 'which support fast charging'], /POCO X3 NFC.*Redmi 9/, /charger in its box/],
    [['what phones cost less than 150 euros', 'and which of them have 64gb'], /^Redmi 9C/, /169/],
    [['what phones cost less than 150 euros', 'do any of those have nfc'], /^Redmi 9 and Redmi 9C/, /POCO/],
    [['what phones cost less than 150 euros', 'anything with 120hz?'], /POCO X3 NFC/, /TV/],
    [['any phone below 120 euros', 'more than 200?'], /^POCO X3 NFC/, /None/],
    [['what can i get for 400 euro', 'and for 100?'], /Redmi 9A/, /65 minutes|Monitor/],
    [['we want a tv for the meeting room, which xiaomi tvs are there?'], /Lux 65.*Transparent/, /don't have/],
    [['which phones are from 2020', 'and from 2025'], /Xiaomi 17/, /Redmi/],
    [['which products did xiaomi show on july 15', 'which of them cost under 50 euro'], /Band 5.*TV Stick/, /Monitor/],
  ]));

describe('what is taken back is replaced', () =>
  going([
    [['how much is the redmi 9', 'no i meant the 9c'], /Redmi 9C.*119/, /149/],
    [['which phone has the biggest battery', 'no, i meant among the redmis'], /^Redmi 9: 5,020/, /POCO/],
    [['compare band 5 and tv stick prices', 'sorry i meant the scooters'], /1S.*399/, /Band/],
    [['红米9多少钱', '不对，我是说9C'], /红米 9C.*119/, /149/],
  ]));

describe('what asks for nothing', () =>
  going([
    [['who bet with lei jun', 'ok thanks, poor guy'], /welcome/, /Wuhan|ratio/],
    [['who founded xiaomi', "wow didn't know that"], /worth telling/, /Lei Jun/],
    [['morning! got a min?'], /Hello/, /AM/],
  ]));

describe('beside what was spoken of', () =>
  going([
    [['im choosing between the two scooters, which goes farther?', 'and how much more does it cost'], /EUR 100/, /^$/],
    [['whats the difference between the pro 2 and the 1s', 'is the 1s much cheaper'], /1S is cheaper: EUR 399/, /^$/],
    [['how heavy is the poco', 'what about the redmi 9', 'is the poco dearer?'], /POCO X3 NFC is more expensive/, /^$/],
    [['mi tv lux 65 or transparent, which is bigger', 'refresh rate of the two?'], /Lux 65.*Transparent/s, /^$/],
    [['who is zhang feng', 'and lu weibing', 'which of them joined first'], /Zhang Feng was earlier/, /^$/],
    [['which tv has dolby atmos', 'how thick is the transparent one', 'is it 4k'], /don't have/, /65/],
    [['what phones have 120hz', 'is the glass gorilla?'], /don't have/, /Redmi 9 –/],
    [
      ['how thick is the transparent tv', 'does the 65 one work with ps5 / hdmi 2.1?', 'contrast?'],
      /150000:1/,
      /only answer/,
    ],
  ]));
