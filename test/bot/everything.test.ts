// Asked of all products without a word for them.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('of everything that there is', () => {
  it.each([
    ['highest refresh rate of anything you sell', /Monitor.*144 Hz/],
    ['biggest screen overall', /65 inches/],
    ['priciest item you list in euros', /Scooter Pro 2.*499/],
    ['anything with bluetooth 5', /^Redmi 9\./],
    ['who has nfc', /POCO X3 NFC, Redmi 9 and Redmi 9C/],
    ['who has usb-c: list', /^POCO X3 NFC\.$/m],
    ['anything with an oled panel', /Lux 65.*Transparent/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('of somebody', () => {
  it.each([
    ['who has been ceo of xiaomi since it began', /Lei Jun/],
    ['who reported the joke about the secure line', /JoongAng/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('all that came out on a day, or sells from a price', () => {
  it.each([
    ['list everything launched on 11 august 2020', /^Mi 10 Ultra, Mi TV LUX Transparent Edition and Redmi K30 Ultra/],
    ['all xiaomi gear from july 15 2020', /Band 5.*Redmi 9A/],
    ['which scooter starts at 399 euro', /^Mi Electric Scooter 1S\./],
    ['phones starting at 149 euros', /^Redmi 9\./],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('what nobody tells', () => {
  it.each([
    [['lux 65 price', 'price in the us?']],
    [['how many people use the band 5']],
    [['when is the next xiaomi launch']],
    [['what new in xiaomi']],
  ])('%j', async (turns) => {
    const { kind, facts } = await own.converse(...turns);
    expect([kind, facts]).toEqual(['abstain', []]);
  });
});

describe('what is best', () => {
  it.each(['which phone has the best camera', 'best camera phone', '哪款手机拍照最好'])(
    'goes by the score that cameras were given: %s',
    async (question) => {
      const { facts } = await own.ask(question);
      expect(facts.map(({ subject, attribute }) => [subject, attribute])).toEqual([['mi-10-ultra', 'dxomark-score']]);
    },
  );

  it.each(['which phone has the best screen', 'best tv for gaming', 'phone with the nicest design'])(
    'by nothing else: %s',
    async (question) => {
      const { kind, facts } = await own.ask(question);
      expect([kind, facts]).toEqual(['abstain', []]);
    },
  );
});

describe('the most of what came out then', () => {
  it.each([
    ['priciest thing in euro from the july 2020 ecosystem launch', /^Mi Electric Scooter Pro 2: EUR 499/],
    ['heaviest phone launched in july 2020', /^Redmi 9: 198 g/],
    ['cheapest product in euros launched in july 2020', /EUR 39\.99/],
  ])('%s', async (question, expected) => {
    expect(await own.text(question)).toMatch(expected);
  });
});
