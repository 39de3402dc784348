// What stands beside the thing that is asked for is not told in its place: another measure, another's words, a day for a place.
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const declines = async (question: string): Promise<void> => {
  const { kind, facts } = await own.ask(question);
  expect([question, kind, facts]).toEqual([question, 'abstain', []]);
};
const says = async (question: string, expected: RegExp): Promise<void> =>
  expect(await own.text(question)).toMatch(expected);

describe('what nobody tells is not met by its neighbour', () => {
  it.each([
    ['an attribute by a word of its name', 'color of the mi curved gaming monitor 34'],
    ['a speaker by a place', 'who presented the first redmi'],
    ['a figure by a text without any', 'how many comments did the campus post get'],
    ['a place by a sum', 'where was the mi 1 made'],
    ['a place by a count', 'where was the mi 1 launch event'],
    ['a place by a day', 'which city was the mi 1 launched in'],
    ['a maker by a part', 'who manufactures the speakers of the lux 65 oled'],
    ['somebody’s words by what is told of them', 'what did terry gou think of lei jun'],
    ['somebody’s view by the office held', 'what did wang jianzhou think of xiaomi'],
    ['the cost of an occasion by a price told there', 'how much did the ten year speech cost'],
    ['a count by a list of other things', 'how many rice cookers did the chinese tourists buy'],
    ['a share of one market by another share', 'smartphone market share in china q2 2020'],
    ['a market entry by what televisions did there', 'when did xiaomi enter the french market'],
    ['a count by any figure of the same thing', 'how many units of the transparent tv will be produced'],
    ['a month by a year', 'in which month was the r u ok event'],
    ['an hour by a day', 'what time did the mi mix launch'],
    ['one bet by another that is told of beside it', 'how much did wang jianlin bet'],
  ])('%s: %s', (_, question) => declines(question));
});

describe('what is told is still told', () => {
  it.each([
    ['colors of the poco x3 nfc', /Cobalt Blue/],
    ['when did wang xiang join', /July 2015/],
    ['when did xiaomi enter india', /June 2014/],
    ['where was the first redmi launched', /Kingsoft/],
    ['where is xiaomi on the global 500 of 2020', /422/],
    ['who makes the main camera sensor of the poco x3 nfc', /Sony/],
    ['what did cheng wei say about xiaomi', /thank|owe/],
    ['what did lei jun think of the bet', /surprised (?:Lei Jun|him)/],
    ['brightness of the 34 inch mi monitor', /300 nits/],
    ['was lei jun calm when he said 1,999', /nervous/],
    ['how many co-founders flew to osaka', /three|3/i],
    ['smartphone market share in france q2 2020', /15%/],
    ['in which month did mi 4 come to india', /January 2015/],
    ['what time did the mi 1 launch', /14:00|2 pm/],
    ['who bet with wang jianlin', /Ma/],
    ['what os does the poco x3 nfc run', /MIUI 12/],
  ])('%s', says);
});

it('an article of another language is not the name of a feature', () => declines('what os does the lux 65 oled run'));
