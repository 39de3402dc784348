// What is not known stays so in the next sentence and the next turn, and beside a sibling that is known: no other product stands in for it.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});
const declines = async (...turns: string[]): Promise<void> => {
  const { kind, facts } = await own.converse(...turns);
  expect([turns, kind, facts]).toEqual([turns, 'abstain', []]);
};

describe('a product that is not known is declined', () => {
  it.each([
    ['my sister got a poco m3. how much does it cost?'],
    ['poco m3! what does it weigh?'],
    ["i'm looking at the mi 11. what's the battery?"],
    ['we saw the mi band 6. how long does its battery last?'],
    ['红米10怎么样？它多重？'],
  ])('in the sentence behind it: %s', (text) => declines(text));

  it.each([
    [['what does the poco m3 cost', 'and its camera?', 'and the battery?']],
    [['redmi 9a weight', 'redmi 9d weight', 'and its screen size?']],
    [['how much is the galaxy s20', 'what about its camera?']],
    [['mi 10 ultra camera', 'and the mi 11 ultra?', 'what does it weigh?']],
    [['小米手环6多少钱', '它的续航呢']],
  ])('in the turn behind it: %j', (turns) => declines(...turns));

  it.each([
    'compare the redmi 9a, 9c and 9d',
    'weight of the redmi 9a and 9d',
    'redmi 9a/9d weight',
    'is the poco m3 lighter than the poco x3',
    'price of the redmi 9 and 10',
    'battery life of the mi band 5 vs 6',
    'is the scooter 1s or the 2s faster',
    '小米手环5和6哪个重',
  ])('beside a sibling that is known: %s', (text) => declines(text));
});

describe('what is known is answered', () => {
  it.each([
    [['what does the poco m3 cost', 'and the poco x3?'], /POCO X3 NFC.*229/],
    [['what does the poco m3 cost', 'when was xiaomi founded?'], /2010/],
    [['what does the poco m3 cost', 'which phones have nfc?'], /Redmi 9C/],
    [['galaxy s20 weight', 'and the redmi 9?'], /Redmi 9 .*198 g/],
    [['how many employees does apple have', 'and xiaomi?'], /19,000/],
    [['who founded samsung', 'and xiaomi?'], /Lei Jun/],
    [['my mi 9 is slow. how much ram does the redmi 9a have?'], /2 GB/],
    [['weight of the redmi 9 and 9a'], /Redmi 9A 194 g/],
    [['does the poco x3 have nfc and 5g?'], /NFC/],
    [['redmi 9 battery and 4 cameras?'], /5,020 mAh/],
  ])('%j', async (turns, expected) => {
    const answer = await own.converse(...turns);
    expect([answer.kind, plainText(answer)]).toEqual(['answer', expect.stringMatching(expected)]);
  });
});
