// What is told has the form that is asked for, and is of just what is asked: else it is not told.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('what is told', () => {
  it.each([
    ['is a story where one is asked for', 'tell me the history of the mi mix', /engineers/],
    ['is a story, whatever else is known of its subject', 'the roborock story', /Chang Jing had just resigned/],
    [
      'is no first product where the first of something else is asked',
      'the first setback with the hardware',
      /Sharp|supplier/,
    ],
    ['is no day where it is asked how', 'how was the mi 4 selling in india', /flatlined/],
    ['is no day where "when" tells the circumstance', 'what did lee joke about when he was given the phones', /line/],
    [
      'is of whom it is asked, not of who says it',
      "xiaomi's 2019 revenue in us dollars per fortune",
      /^Xiaomi's revenue.*29\.795/,
    ],
    [
      'begins with no yes where none is asked for',
      'what can the always on display of the transparent tv show',
      /^The Mi TV LUX/,
    ],
    ['is no thanks for a question about thanks', 'how were the first miui testers thanked', /boot screen|names/],
    [
      'is what the question says in full, not what is beside it',
      'the industries changed by the ecosystem model',
      /100/,
    ],
    ['… nor another thing of the same journey', 'names on the passenger list of the flight to osaka', /^Only 3 names/],
    ['is what began there, where nothing but a place is named', 'when did they go to india', /June 2014/],
    ['… in other words, too', 'since when are they officially in spain', /November 2017/],
    ['is the feeling that is named, not what else was done', 'how did lei jun feel in the crisis', /most stress/],
    ['is a rank, not what the list is', "what's the fortune 500 rank of xiaomi", /422nd/],
    [
      'may leave a word open that no fact could hold',
      '¿qué premio agarró michael yamashita?',
      /Photography Appreciation Award/,
    ],
  ])('%s: %s', async (_what, question, expected) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
  });
});

describe('is not told', () => {
  it.each([
    ['who somebody is, for what he did somewhere', 'what did lin bin find when he got to the venue'],
    ['a neighbour of what no source tells', 'which airline carried the fire brigade round the world'],
    ['the whole for what a kind of thing brought in', "xiaomi's revenue from tablets in q2 2020"],
    ['the whole for the part of a kind of thing', 'how much of h1 2020 profit came from tvs'],
    ['one place’s share for another’s', 'xiaomi market share in antarctica q2 2020'],
    ['one employer for another', 'did lu weibing work for gionee'],
    ['a count of people for a sum', 'how much money did the first hundred miui users get'],
    ['a list of things for a number of them', 'how many rice cookers did the tourists carry home'],
    ['where products went for how many there were', 'how many mi 4 phones did the brigade sell in europe'],
  ])('%s: %s', async (_what, question) => {
    const answer = await own.ask(question);
    expect([question, answer.kind]).toEqual([question, 'abstain']);
  });
});

it('where several were introduced is no day', async () => {
  for (const question of ['redmi 9 series introduced where?', 'where were the redmi 9a and 9c launched'])
    expect(await own.text(question)).toMatch(/Beijing/);
});

it('the year of an event is asked for', async () => {
  expect(await own.text('what’s the year of the lei jun vs dong mingzhu wager')).toMatch(/2013/);
});
