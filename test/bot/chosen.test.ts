// Of several the one that is meant: of two that are offered, of many the most or the least, of variants the cheapest.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('what is told', () => {
  it.each([
    ['is the one that is held of two that are offered', 'helio g35 or g80 in the redmi 9c', /Helio G35/],
    ['is the attribute that is held of two', 'mi tv stick remote: infrared or bluetooth?', /Bluetooth remote/],
    [
      'is of the product that is named behind the choice',
      'is it oled or lcd, the poco x3 nfc panel',
      /^POCO X3 NFC.*LCD/,
    ],
    ['is what the cheapest of a family has', 'which chipset does the cheapest redmi 9 have', /Helio G25/],
    ['is what the one that goes farthest costs', 'price of the scooter with the longest range', /Pro 2.*EUR 499/],
    ['is the price of the cheapest variant', 'cheapest redmi 9c', /EUR 119 .*2GB\+32GB/],
    ['is the price of the dearest variant', 'priciest poco x3 nfc', /EUR 269 .*6GB\+128GB/],
    ['is a sum of equal prices', 'sum of the prices of mi band 5 and mi tv stick', /EUR 79\.98/],
    ['is a sum for so many', 'total for three mi band 5', /EUR 119\.97/],
    [
      'is a difference of what the comparative measures',
      'by how much is the curved monitor wider than normal ones',
      /30%/,
    ],
    ['is in the order that is asked for', 'rank the scooters by range', /Pro 2 \| up to 45 km\n.*1S \| up to 30 km/],
    ['is a family where a model that it is called after is to be ranked', 'sort redmi 9 by weight', /194 g/],
    [
      'is the fact that has all words, though a wordier one stands above',
      'total revenue of the global 500',
      /33\.3 trillion/,
    ],
    ['is of the member of a family that has it', 'which redmi 9 comes in peacock green', /^Redmi 9A/],
    ['is by the month for the quarter that it is in', 'connected devices at the end of q1', /252 million/],
    [
      'is of both question words of one clause',
      'where and when was the first redmi launched',
      /^The first Redmi.*31 July 2013/,
    ],
    ['is of no name over a colon', 'which came first: redmi 9 or the poco x3 nfc', /^Redmi 9 was earlier/],
    ['is a rank behind a number sign', 'is xiaomi #1 in india', /India.*No\. 1|No\. 1.*India/],
    [
      'is of each name in a part of its own',
      'when was the mi mix launched and when was the mi 4 launched in india',
      /2016[\s\S]*January 2015/,
    ],
    [
      'is of the product that is named in the other part',
      'what wheels/tyres are on the pro 2',
      /^Mi Electric Scooter Pro 2(?![\s\S]*Lei Jun)[\s\S]*pneumatic/,
    ],
    ['is every model of a family', 'name all models of the redmi 9 series', /Redmi 9, Redmi 9A and Redmi 9C/],
    ['is a list where it is asked to name them', 'name xiaomi phones', /^Mi 1, .*POCO F1, .*Xiaomi 17 series\.$/],
    ['is what is asked how big it is', "how big was the roborock's market value", /RMB 40 billion/],
    ['is the mark that bears the name of who gives it', 'zoom and dxomark of the mi 10 ultra', /120[\s\S]*130/],
    ['is the price, whatever is said behind a comma', 'redmi 9a, spill the price', /EUR 99/],
    [
      'is all that came out on a day',
      'what did xiaomi launch on july 15',
      /Redmi 9A[\s\S]*Mi TV Stick|Mi TV Stick[\s\S]*Redmi 9A/,
    ],
    [
      'is the sentence of the one that a list comes to',
      'which device has a 14.2 mm driver',
      /^The Mi True Wireless.*dynamic driver/,
    ],
    ['is a sum where things are counted by a measure word', '两台红米9A多少欧元', /198 欧元/],
    ['is the difference of two parts of a year', 'internet services revenue h1 minus q2', /RMB 5\.9 billion/],
    ['is what a quoted word says, whatever the sign is a unit of', 'why was 300,000 "astronomical"', /lacked funds/],
    ['is the dearest version, not which versions there are', 'most expensive redmi 9c version', /EUR 139/],
    ['is an attribute itself, whatever small word a neighbour has, too', 'so poco x3 nfc battery', /5,160 mAh/],
  ])('%s: %s', async (_what, question, expected) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
  });
});

it.each(['is the monitor panel ips or va', 'does the redmi 9 come in red or blue'])(
  'a choice of which neither is held is declined: %s',
  async (question) => {
    expect([question, (await own.ask(question)).kind]).toEqual([question, 'abstain']);
  },
);
