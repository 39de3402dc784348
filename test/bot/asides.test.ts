// What stands around a question, and does not change what is asked.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('what is said to be known already', () => {
  it.each([
    ['apart from the fast charging, whats new on the poco x3 nfc', /732G.*240 Hz/s],
    ['besides the camera, what does lei jun say about the 17 series and the iphone', /surpassed/],
  ])('%s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('a remark behind the question', () => {
  it('is not what is asked', async () => {
    expect((await own.ask('what is the bitcoin price? it was on the page')).kind).toBe('abstain');
    expect(await own.text('does the redmi 9 have nfc? it was in my old phone')).toMatch(/^Yes/);
  });
});

describe('a number in words', () => {
  it.each([
    ['phones that sold over five million units', /^Mi 1 and first-generation Redmi\./],
    ['phones under two hundred euros', /^Redmi 9, Redmi 9A and Redmi 9C\./],
  ])('is an amount: %s', async (question, expected) => expect(await own.text(question)).toMatch(expected));
});

describe('a comma ends a name', () => {
  it('what is the company, one sentence', async () =>
    expect(await own.text('what is xiaomi, one sentence')).toMatch(/^Xiaomi is a Beijing-based internet company/));
});

describe('what came out in a month', () => {
  it.each(['what launched in august 2020?', 'what came out in august 2020'])('%s', async (question) =>
    expect(await own.text(question)).toMatch(/^Mi 10 Ultra, Mi TV LUX Transparent Edition and Redmi K30 Ultra\./),
  );
});

describe('a clause with "when"', () => {
  it('tells the time, and asks for none', async () => {
    expect(await own.text('revenue of xiaomi and of gree when they made the bet')).toMatch(/120 billion.*20 billion/);
    expect((await own.ask('what did lei jun think when he heard a billion')).kind).toBe('abstain');
  });
});

describe('what is left out of a list', () => {
  it('is not told', async () => {
    const text = await own.text('what was launched in july 2020 besides the mi band 5');
    expect(text).toMatch(/Redmi 9A/);
    expect(text).not.toMatch(/Band 5/);
  });
});

describe('a number that the question gives', () => {
  it('is not the part that it asks for', async () => {
    const { kind } = await own.ask('how many of the 19000 employees are engineers');
    expect(kind).toBe('abstain');
  });
});

describe('the time between two events', () => {
  it.each([
    "how long between xiaomi's founding and its listing date",
    'years between the founding of xiaomi and its ipo',
  ])('%s', async (question) => expect(await own.text(question)).toMatch(/^8 years and 3 months/));
});
