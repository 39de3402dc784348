// Questions about many products: what is left out, what one variant must meet, which are first, what came out with what.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const first = async (question: string): Promise<string> => (await own.text(question)).split('\n')[0] ?? '';
const listing = (cases: readonly (readonly [string, RegExp, RegExp])[]): void => {
  it.each(cases.map((one) => [...one] as [string, RegExp, RegExp]))('%s', async (question, some, none) => {
    const lead = await first(question);
    expect(lead).toMatch(some);
    expect(lead).not.toMatch(none);
  });
};

describe('a kind that is denied is left out', () =>
  listing([
    ['gadgets below 400 euro that arent phones', /Monitor.*Scooter 1S.*Band 5/, /Redmi|POCO/],
    ['phones without nfc under 150', /^Redmi 9A\./, /9C|POCO/],
    ['anything under 50 euros, no earphones', /Band 5 and Mi TV Stick/, /Earphones/],
    ['products over 300 euro that are not scooters', /Monitor/, /Scooter/],
  ]));

describe('two conditions are met by one and the same variant', () =>
  listing([
    ['phones with 64gb under 145 euro', /Redmi 9C/, /Redmi 9(?!C)/],
    ['phones with 128gb for less than 250 euros', /None/, /POCO/],
    ['phones with 4 gb ram under 170 euro', /Redmi 9\./, /9A|9C/],
  ]));

describe('a bare bound is a price, in the currency that products mostly have', () =>
  listing([
    ['which phone under 130 has nfc', /Redmi 9C/, /POCO|Redmi 9(?!C)/],
    ['phones under 110 with a 5000 mah battery', /Redmi 9A/, /9C/],
    ['phones over 200', /POCO X3/, /9A|Mi 1/],
  ]));

describe('a maker of parts is a condition on what has them', () =>
  listing([
    ['which phones run on a mediatek chip', /Redmi 9, Redmi 9A and Redmi 9C/, /TV|POCO/],
    ['how many tvs have a mediatek chip', /^2: Mi TV/, /Redmi/],
    ['phones that use qualcomm', /POCO X3/, /Redmi/],
  ]));

describe('a kind of thing and a verb are no name of an attribute', () =>
  listing([
    ['how many gadgets cost 39.99 euro', /^3: /, /don't/],
    ['phones ranked by battery', /^4 found, highest battery capacity/, /rank /],
    ['which phone ships with android 10', /POCO X3 NFC, Redmi 9/, /shipments/],
  ]));

describe('a number before what is counted is the number of it', () =>
  listing([
    ['phones with 4 cameras', /POCO X3 NFC and Redmi 9\./, /9A|9C|Mi 10/],
    ['how many phones have more than 2 cameras', /^3: POCO X3 NFC.*Redmi 9C/, /9A|Mi 10/],
    ['phones with five lenses', /None/, /POCO|Redmi/],
    ['phones with a 13mp camera', /Redmi 9, Redmi 9A and Redmi 9C/, /POCO/],
  ]));

describe('so many things are counted, and cost nothing', () =>
  listing([['how many folks have linked 5 or more xiaomi devices', /5\.1 million/, /EUR/]]));

describe('prices in a currency', () =>
  listing([
    ['products over 10000 rmb', /Mi TV Lux.*Transparent/, /Mi 10/],
    ['gadgets priced in rmb', /Mi 1, Mi TV Lux.*Redmi 9A/, /Band|Stick/],
    ['products priced only in rmb', /Mi 1, Mi TV Lux/, /Redmi 9A|Band/],
  ]));

describe('more than the first, or another', () => {
  it.each([
    ['three cheapest phones', /^Redmi 9A.*\nRedmi 9C.*\nRedmi 9:/],
    ['the cheapest two phones', /^Redmi 9A.*\nRedmi 9C(?!.*RMB)/],
    ['second lightest phone', /^Redmi 9C: 196 g/],
    ['most expensive phone under 160 euros', /^Redmi 9: EUR 149/],
    ['two most expensive phones under 250 euro', /^POCO X3 NFC: EUR 229.*\nRedmi 9: EUR 169/],
    ['2nd most expensive redmi 9', /^Redmi 9C: EUR 139/],
    ['priciest phone of the redmi 9 line', /^Redmi 9 .*169/],
    ['thinnest of the redmi 9 series', /^Redmi 9A and Redmi 9C: 9\.0 mm/],
    ['cheapest phone with a fingerprint reader', /^Redmi 9: EUR 149/],
    ['cheapest redmi 9 with nfc', /^Redmi 9C: EUR 119/],
    ['cheapest phone with 4 cameras', /^Redmi 9: EUR 149/],
    ["the cheapest phone's battery capacity", /^Redmi 9A.*5,000/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('of a line, those that have it', () => {
  it.each([
    ['how many of the redmi 9 models have nfc', /^2: Redmi 9 and Redmi 9C/],
    ['which redmi 9 has nfc', /^Redmi 9 and Redmi 9C\./],
    ['how many of the redmi 9 series have a quad camera', /^1: Redmi 9\./],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('what came out with a product, after it or before it', () =>
  listing([
    ['what products were launched alongside the transparent tv', /Mi 10 Ultra and Redmi K30 Ultra/, /Transparent/],
    ['what launched on the same day as the tv stick', /Monitor.*Band 5.*Redmi 9/, /Stick|POCO/],
    ['which phones launched after the redmi 9', /Mi 10 Ultra.*POCO X3/, /Mi MIX|Redmi 9/],
    ['what phones came out before the mi mix', /Mi 1, Mi 4/, /MIX|POCO/],
  ]));

describe('a class of one product stands for it', () => {
  it.each([
    ['monitor vs transparent tv refresh rate', /144 Hz.*120 Hz|120 Hz.*144 Hz/s],
    ['price difference between the monitor and the 1s and in euro', /EUR 0|No difference/],
    ['total for one band 5 and one stick', /EUR 79\.98 together/],
    ['which is cheaper, the earphones or the stick', /39\.99/],
    ['monitor specs', /144 Hz/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('what is asked for without a measure is what is within the bounds', () =>
  listing([
    ['best phone below 140 euro', /Redmi 9A and Redmi 9C/, /POCO|Redmi 9(?!A|C)/],
    ['everything announced on 7 september 2020', /POCO X3/, /Redmi|which/],
  ]));

describe('a wish before a bare question is its condition', () =>
  listing([
    ['i need nfc. which phones do you have?', /POCO X3 NFC, Redmi 9 and Redmi 9C/, /9A/],
    ['I want an ir blaster. Which phones?', /POCO X3 NFC and Redmi 9\./, /9A|9C/],
  ]));

describe('what is not held is not told as something else', () => {
  it.each([
    'average price of the redmi 9 phones',
    'lightest scooter',
    'which tv is the heaviest',
    'which scooter has more power',
  ])('%s', async (question) => {
    const { kind, facts } = await own.ask(question);
    expect([kind, facts]).toEqual(['abstain', []]);
  });
});

describe('the size and the age of two things', () => {
  it.each([
    ["what's bigger, the lux oled or the transparent tv", /65 inches, against.*55 inches/],
    ['which is older, the mi mix or the mi 4', /^Mi 4 was earlier/],
    ['how many years between the mi 1 and the mi mix', /^5 years and 2 months/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

it.each(['sort phones by price descending', 'phones sorted by price from high to low'])(
  'prices are in order, one currency after the other: %s',
  async (question) => {
    const { table } = await own.ask(question);
    const currencies = (table?.rows ?? []).map(([, price]) => String(price).slice(0, 3));
    expect(currencies).toEqual([...currencies].sort());
    expect(new Set(currencies).size).toBe(2);
  },
);

describe('a measure is asked for, and no number or price of things', () => {
  it.each([
    ['how many hours does the mi band last', /^The battery.*14 days/],
    ['how many gb for apps on the streaming dongle', /storage: 8 GB/],
    ['how much money from phones did xiaomi get in the first half of 2020', /61\.952/],
  ])('%s', async (question, told) => expect(await own.text(question)).toMatch(told));
});

it('what an office says and does is its holder’s', async () => {
  expect(await own.text('what did the boss walk in july')).toMatch(/Lei Jun walked 318\.11 km/);
  expect((await own.ask('who started samsung')).kind).toBe('abstain');
});
