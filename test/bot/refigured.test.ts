// A turn of a figure alone: the last question, with that figure.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a figure alone', () => {
  it.each([
    ['is another amount', ['when did xiaomi reach 10bn revenue', '100bn?'], 'answer', /2017/],
    ['is the size of a variant', ['redmi 9 price', 'and 4gb version?'], 'answer', /^(?!.*149).*169/s],
    ['is another size', ['x3 128gb price', 'and 64gb?'], 'answer', /^(?!.*269).*229/s],
    ['is a size without its unit', ['poco x3 128gb price', 'and the 64?'], 'answer', /^(?!.*269).*229/s],
    [
      'is a size without its unit, where none was asked',
      ['poco x3 price', 'for the 128 version?'],
      'answer',
      /^(?!.*229).*269/s,
    ],
    ['is a size that there is none of', ['redmi 9 price', '128gb?'], 'abstain', /Redmi 9 with 128/],
    ['is another model', ['redmi 9a weight', 'in comparison the 9?'], 'answer', /198 g/],
    ['is a model that is not known, and no day', ['xiaomi 17 launch date', 'and the 16?'], 'abstain', /xiaomi 16/],
    ['is spoken of on', ['xiaomi 17 launch date', 'and the 16?', 'its price?'], 'abstain', /xiaomi 16/],
    ['is a model that is known, after one that is not', ['xiaomi 14 launch date', 'and the 17?'], 'answer', /2025/],
    ['is a size in another language', ['redmi 9多少钱', '4GB的呢'], 'answer', /^(?!.*149).*169/s],
  ])('%s: %j', async (_what, turns, kind, expected) => {
    const answer = await own.converse(...turns);
    expect([turns, answer.kind, plainText(answer)]).toEqual([turns, kind, expect.stringMatching(expected)]);
  });
});

describe('a name or a place alone', () => {
  it.each([
    ['is not introduced, where a feature was asked', ['redmi 9 nfc?', '9a?'], /NFC/],
    ['is not listed, where a feature was asked', ['redmi 9 waterproof?', 'and the scooter?'], /water/],
    ['is told nothing else of', ['xiaomi market share in india', 'and in japan?'], /Japan/],
  ])('%s: %j', async (_what, turns, expected) => {
    const answer = await own.converse(...turns);
    expect([turns, answer.kind, plainText(answer)]).toEqual([turns, 'abstain', expect.stringMatching(expected)]);
  });
});

it('two figures between which a stroke stands are another variant', async () => {
  expect((await own.converse('redmi 9 price for 3/32', 'and the 4/64 one?')).lead).toMatch(/169/);
  expect((await own.converse('redmi 9c price', 'and 6/256')).kind).toBe('abstain');
});

it('a sum without its currency has that of the sum before', async () => {
  const turns = ['in which year did xiaomi hit 10 billion rmb in sales', 'and 100 billion?'];
  expect((await own.converse(...turns)).lead).toMatch(/2017/);
});

it('an offer that is asked for is told its price', async () => {
  expect((await own.converse('mi smart band 5 price', 'is there an early bird offer?')).lead).toMatch(/34\.99/);
});

it('two that were asked of one after the other are set side by side, in Chinese, too', async () => {
  expect((await own.converse('红米9A电池多大', '那9C呢', '哪个更便宜')).lead).toMatch(/红米 9A.*99.*119/);
  expect((await own.converse('红米9A电池多大', '那9C呢', '哪个更贵')).lead).toMatch(/红米 9C/);
});

it('another number behind the kind of the only one is another product', async () => {
  const turns = ['mi band 5 battery', 'what about the band 8'];
  expect([turns, (await own.converse(...turns)).kind]).toEqual([turns, 'abstain']);
});

it('a name behind the question is whom it is of', async () => {
  expect(await own.text('how heavy? poco x3 nfc')).toMatch(/^POCO X3 NFC – weight: 215 g(?!.*Redmi)/s);
  expect(await own.text('colours? redmi 9c')).toMatch(/^Redmi 9C/);
});
