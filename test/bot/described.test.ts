// One product called by what it has: "the phone with that chip".
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a product that is only described', () => {
  it.each([
    ['how big is the display of the phone with the snapdragon 732g', /6\.67 inches/],
    ['what does the phone with the helio g35 weigh', /196 g/],
    ['when did the phone with the helio g80 come out', /15 July 2020/],
    ['price of the phone that has 33 w charging', /^POCO X3 NFC – price/],
    ['how much does the phone with a 5160 mah battery cost', /^POCO X3 NFC – price/],
    ['what colours does the phone with the helio g25 come in', /Granite Gray/],
    ['how much does the redmi with the helio g35 weigh', /196 g/],
  ])('is the one that has all of it: %s', async (question, expected) => {
    expect(await own.text(question)).toMatch(expected);
  });

  it.each(['weight of the tv with dolby vision', 'weight of the phone with the snapdragon 999'])(
    'is nothing where none has both what is said and what is asked: %s',
    async (question) => {
      expect((await own.ask(question)).kind).not.toBe('answer');
    },
  );
});

describe('who makes it', () => {
  it.each([
    ['who makes the poco x3', /POCO, a brand of Xiaomi/],
    ['what brand is the redmi 9', /Redmi, a brand of Xiaomi/],
    ['红米9什么牌子', /红米/],
  ])('is the brand of a product: %s', async (question, expected) => {
    expect(await own.text(question)).toMatch(expected);
  });
});

it('what one fact tells of two is not compared', async () => {
  expect(await own.text('how long did the mi 10 and mi 10 pro take to ship a million')).toMatch(/two months/);
});

it('a letter typed twice makes no other model', async () => {
  expect(await own.text('when was the mi mixx launched')).toMatch(/2016/);
});

it('a slip of swapped letters goes before a letter too many', async () => {
  expect(await own.text('how many sprots modes does the mi band 5 have')).toMatch(/11/);
});

it('of a family that is named, each member has its own date', async () => {
  const text = await own.text('when did sales of the lux tv start');
  expect(text).toMatch(/16 August 2020/);
  expect(text).toMatch(/3 July 2020/);
});

it('what changes daily is not foretold', async () => {
  expect((await own.ask('what will xiaomi shares trade at next christmas')).kind).not.toBe('answer');
});

describe('a statement before a question', () => {
  it.each([
    ['Broke student here: what is the lowest priced phone in euros?', /^Redmi 9A: EUR 99/],
    ['Su Lian Jye is quoted on the gift. Which firm is he chief analyst at?', /Omdia/],
  ])('sets no condition: %s', async (question, expected) => {
    expect(await own.text(question)).toMatch(expected);
  });

  it('that says what is asked of does', async () => {
    expect(await own.text('redmi 9a: battery?')).toMatch(/5,000 mAh/);
  });
});

it('a city is asked for behind the country that it is in', async () => {
  expect(await own.text('in which south korean city did xi hand lee the phones')).not.toMatch(/gave the Xiaomi phones/);
});

describe('a word that may end a model’s name', () => {
  it.each(['is the poco x3 nfc 5g?', 'redmi 9c 5g', 'is 5g supported on the redmi 9a'])(
    'is asked for where the product is said not to have it: %s',
    async (question) => {
      expect(await own.text(question)).toMatch(/lists no 5G/);
    },
  );

  it('is a bound behind the name of what has one', async () => {
    expect(await own.text('clock speed of the redmi 9c max')).toMatch(/up to 2\.3 GHz/);
    expect((await own.ask('redmi 9c max')).kind).toBe('abstain');
  });

  it('names another model where something else is asked', async () => {
    expect((await own.ask('poco x3 5g price')).kind).toBe('abstain');
  });
});

it('the place of a launch is told beside its day', async () => {
  expect(await own.text('on what date was the redmi 9 series announced in beijing')).toMatch(/15 July 2020/);
  expect((await own.ask('when was the redmi 9 announced in paris')).kind).toBe('abstain');
});

it('a brand of a few products is told the prices of all', async () => {
  expect(await own.text('i want to know the price of the redmi')).toMatch(/149[\s\S]*99[\s\S]*119/);
});
