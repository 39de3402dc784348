// A turn that puts something in the place of a part of the last question, or only asks who says so.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a turn', () => {
  it.each([
    ['that asks for the smaller variant', ['redmi 9c price', 'and the smaller one?'], /EUR 119/],
    ['that asks for the bigger variant', ['redmi 9c price', 'and the bigger one?'], /EUR 139/],
    ['that counts in another place', ['miui users', 'how many in china'], /109\.7 million/],
    ['that asks how much it was in another time', ['gross profit q2 2020', 'how much in h1?'], /15\.26 billion/],
    [
      'that asks for the other side of a day',
      ['how many partners were there before', 'and after'],
      /there are 9|9 people/,
    ],
    ['that asks who says so', ['xiaomi rank q3 2025?', 'according to whom'], /IDC/],
    ['that asks where it was, of what was asked', ['when did xiaomi ipo', 'where'], /Hong Kong/],
    ['of one of those that a list told of', ['phones with nfc', 'which of those is cheapest'], /^Redmi 9C.*EUR 119/],
    [
      'after another time was put in',
      ['adjusted net profit 1h 2020', 'and q2?', 'did it grow?'],
      /second quarter of 2020/,
    ],
    ['that asks no more than when', ['where did lei jun say are you ok', 'which year was that'], /2015/],
    ['that asks when a row began', ['how many quarters in a row was mi tv on top', 'starting when?'], /Q1 2019/],
    [
      'that asks for the year beside the one that was told',
      ["xiaomi's fortune global 500 rank", 'and the year before?'],
      /^Xiaomi ranked 468th/,
    ],
    ['that asks how much, of the price named before', ['was there an early price for the band 5? how much?'], /34\.99/],
    ['that asks when somebody joined', ['who is zhang feng', 'when did he join'], /September 2016/],
  ])('%s: %j', async (_what, turns, expected) => {
    const answer = await own.converse(...turns);
    expect([turns, answer.kind, plainText(answer)]).toEqual([turns, 'answer', expect.stringMatching(expected)]);
  });

  it('tells a time of no question, but which case is asked', async () => {
    expect(plainText(await own.converse('do the earbuds pause when i take one out'))).toMatch(/^Yes\..*pause/);
  });

  it('sets those side by side that the list before told, and not what came before the list', async () => {
    const text = plainText(await own.converse('redmi 9a price', 'which phones have nfc', 'which of those is cheapest'));
    expect(text).toMatch(/^Redmi 9C/);
    expect(text).not.toContain('Redmi 9A');
  });

  it('is of the product before, and of no other that has what is asked', async () => {
    expect((await own.converse('what does the lux 65 oled cost', 'how many nits at peak?')).kind).toBe('abstain');
  });

  it('asks for no other price than the one that was named', async () => {
    expect((await own.converse('was there an early bird price for the mi tv stick? how much')).kind).toBe('abstain');
  });

  it('is of the thing that its phrase refers to, and of no other', async () => {
    expect((await own.converse('lux transparent tv', 'is it 8k?')).kind).toBe('abstain');
  });
});
