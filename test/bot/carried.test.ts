// What a short follow-up takes over of the turn before it, and how the parts of one message are told apart.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const said = async (turns: readonly string[]): Promise<[string, string]> => {
  const answer = await own.converse(...turns);
  return [answer.kind, plainText(answer).replaceAll('\n', ' | ')];
};

describe('a follow-up takes over', () => {
  it.each([
    ['the place', ['market share in ukraine?', 'and the rank?'], /No\. 1.*Ukraine/],
    ['the place that is left for another', ['rank in spain', 'and in france?'], /2nd in France/],
    [
      'whom a pronoun means beside another name',
      ['who is hong feng?', 'how did lei jun persuade him?'],
      /three questions/,
    ],
    ['the winner of a superlative', ['which redmi is the cheapest?', 'what chip does it have?'], /Redmi 9A.*G25/],
    ['the kind of price', ['early-bird price of the poco x3 nfc 6GB+64GB', 'and 6GB+128GB?'], /249/],
    ['what was asked, for the one of a class', ['how much is the redmi 9c?', 'and the band?'], /Band 5.*39\.99/],
    ['what was asked, for all of a class', ['how much is the redmi 9c?', 'and the tvs?'], /12,999.*49,999/],
    ['the matter, asked when', ['who thought up the mi mix?', 'and when?'], /2014/],
    ['the matter, asked where', ['what is the gree bet?', 'where?'], /gala/],
    [
      'the thing, asked how long',
      ['who is the author of the biography?', 'how long did it take?'],
      /1\.5 years|18 months/,
    ],
    [
      'the plan of which things came',
      ['tell me about the ecosystem plan', 'how many of its products came out of it?'],
      /1,000/,
    ],
    ['the time', ['revenue in the second quarter of 2020?', 'and the profit?'], /second quarter.*4\.49/],
    ['the figure, asked how it changed', ['gross profit q2 2020', 'up or down?'], /up 6\.1%/],
    ['the question, after one that was not answered', ['gross profit q2 2020', 'where?', 'and in h1?'], /15\.26/],
    ['the products compared', ['redmi 9a vs redmi 9c', 'which one is lighter?'], /Redmi 9A.*194 g.*196 g/],
    ['what was asked, in Chinese', ['红米9C多少钱', '那显示器呢'], /显示器.*399/],
    ['the question before a word that said nothing', ['redmi 9a weight', 'where?', 'and the 9c?'], /Redmi 9C.*196/],
  ])('%s', async (_what, turns, expected) => {
    expect(await said(turns)).toEqual(['answer', expect.stringMatching(expected)]);
  });

  it('is not answered of another product or matter than the one spoken of', async () => {
    const tv = await own.converse('redmi 9a weight', 'and the tv?');
    expect(tv.facts.map(({ subject }) => subject)).not.toContain('redmi-9a');
    for (const turns of [
      ['how much is the mi tv stick?', 'why?'],
      ['tell me about the xiaomi car', 'name?'],
    ])
      expect([turns, (await own.converse(...turns)).facts]).toEqual([turns, []]);
  });
});

describe('a message in parts', () => {
  it.each([
    ['names joined before one verb', 'what did dong mingzhu and lei jun bet on', /revenue would surpass|RMB 1 billion/],
    ['a choice of names', 'qualcomm or mediatek in the redmi 9c', /Helio G35/],
    ['two who are introduced', 'who is hong feng and who is lin bin', /Hong Feng.*Lin Bin/],
    ['who, and when', 'who founded roborock and when did it go public', /Chang Jing.*2020/],
  ])('%s', async (_what, question, expected) => {
    expect(await said([question])).toEqual(['answer', expect.stringMatching(expected)]);
  });

  it('is not answered by who the joined are', async () => {
    const [, text] = await said(['what did dong mingzhu and lei jun bet on']);
    expect(text).not.toMatch(/is the founder, chairman/);
  });
});

describe('what is said before the question', () => {
  it.each([
    ['my sister dropped hers, how much is the redmi 9c?', /^Redmi 9C/],
    ['we are writing a report - when was xiaomi founded', /^Xiaomi was founded/],
    ['ich suche etwas leichtes, wie schwer ist das redmi 9a?', /^Redmi 9A.*194/],
    ['i ordered the wrong charger, how fast does the mi 10 ultra charge', /^The Mi 10 Ultra charges/],
    ['我想换手机，红米9A多少钱', /^红米 9A.*99/],
  ])('is left out: %s', async (question, expected) => {
    expect(await said([question])).toEqual(['answer', expect.stringMatching(expected)]);
  });

  it.each([
    ['i have the redmi 9a, is the 9c heavier?', /196 g.*194 g/],
    ['i want a phone under 120 euros, which ones does xiaomi have?', /Redmi 9A and Redmi 9C/],
  ])('is kept where it sets a condition: %s', async (question, expected) => {
    expect(await said([question])).toEqual(['answer', expect.stringMatching(expected)]);
  });
});
