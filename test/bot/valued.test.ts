// Conditions that name a value, an offer or a figure: a product meets them by that alone, and where none does, that is said.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const names = async (question: string): Promise<string> => (await own.text(question)).split('\n')[0] ?? '';

describe('products are listed by the value that is named', () => {
  it.each([
    ['phones with fhd+ displays', /POCO X3 NFC and Redmi 9\b/, /9A|9C/],
    ['which phones have a hd+ screen', /Redmi 9A and Redmi 9C/, /POCO|Redmi 9 /],
    ['phones running miui 11', /Redmi 9\b/, /POCO|9A|9C/],
    ['which phones come with miui 12', /POCO X3 NFC, Redmi 9A and Redmi 9C/, /Redmi 9,/],
    ['products with wifi 5', /POCO X3 NFC/, /Redmi/],
    ['which phones come in blue', /POCO X3 NFC, Redmi 9A and Redmi 9C/, /Redmi 9,/],
    ['which phone isnt a redmi', /Mi 1, .*POCO X3 NFC/, /Redmi/],
    ['which gadgets had a launch offer', /Band 5.*Earphones.*POCO X3/, /Stick|Scooter/],
    ['which products have 144hz or more', /Monitor/, /Redmi/],
    ['哪些手机是FHD+屏幕', /POCO X3 NFC和红米 9。/, /9A|9C/],
  ])('%s', async (question, some, none) => {
    const lead = await names(question);
    expect(lead).toMatch(some);
    expect(lead).not.toMatch(none);
  });
});

describe('the cheapest with a size is the variant that has it', () => {
  it.each([
    ['cheapest 64gb phone', /Redmi 9C: EUR 139/],
    ['cheapest phone with 128gb', /POCO X3 NFC: EUR 269/],
    ['cheapest redmi with 4gb ram', /Redmi 9: EUR 169/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('what no product has is not passed over', () => {
  it.each([
    'which phones have gorilla glass 5',
    'which phones have android 11',
    'which devices have bluetooth 4.2',
    'phones with oled screens',
    'phones with wireless charging under 200 euro',
    'phones with a 48mp camera',
  ])('%s', async (question) => {
    const { kind, facts } = await own.ask(question);
    expect([kind, facts]).toEqual(['abstain', []]);
  });
});

describe('two kinds of price that are asked together are both told', () => {
  it.each([
    ['mi band 5 early bird price and normal price', /39\.99.*34\.99/],
    ['tws 2 basic: rrp vs early bird', /39\.99.*29\.99/],
    ['poco x3 nfc 128gb early bird and regular price', /269.*249/],
    ['小米手环5早鸟价和原价', /39\.99.*34\.99/],
  ])('%s', async (question, both) => expect(await own.text(question)).toMatch(both));
});

describe('what is denied is not listed as had', () => {
  it.each([
    ['which redmi 9 has no nfc', /^Redmi 9A\./],
    ['phones without an ir blaster', /^Redmi 9A and Redmi 9C\./],
    ['which redmi 9 member lacks an ultra-wide camera', /Redmi 9A.*not in my sources/s],
    ['哪款红米9没有NFC', /^红米 9A。/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));

  it('and where the products are told of too little, nothing is said', async () => {
    const { kind, facts } = await own.ask('scooters without a display');
    expect([kind, facts]).toEqual(['abstain', []]);
  });
});

describe('a unit that is asked for is that of the value', () => {
  it.each([
    ["lei jun's walking target a day in km", /^Lei Jun's goal was to walk 10 km a day/],
    ['mi pro 2 scooter range in miles', /miles/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});
