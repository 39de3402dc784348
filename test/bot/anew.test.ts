// A turn that asks something else than the question before it, and takes over no more of that than it means.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a turn', () => {
  it.each([
    [
      'with a name and a question word of its own',
      ['how did lei jun feel about the mi mix', 'and when was the mi 4 out'],
      /Mi 4.*2014/,
    ],
    ['that counts those who were told', ['who were the judges of shotbymi', 'and how many are they'], /\b4\b/],
    ['that names the sibling of what was asked', ['iot revenue h1 2020', 'and the phones?'], /61\.952 billion/],
    ['that names another sibling', ['smartphone revenue h1 2020', 'what about internet services?'], /11\.808 billion/],
    ['that asks how a figure changed', ['xiao ai users june 2020', 'how much was that up'], /57\.1%/],
    ['that asks whether a figure rose', ['miui users q2 2020', 'is that up'], /23\.3%/],
  ])('%s: %j', async (_what, turns, expected) => {
    const answer = await own.converse(...turns);
    expect([turns, answer.kind, plainText(answer)]).toEqual([turns, 'answer', expect.stringMatching(expected)]);
  });
});

describe('what somebody said or did', () => {
  it.each([
    ['is told in the words of whoever describes it', 'how does lei jun describe the mi 1 sales', /miracle/],
    ['is no count, where what was done is asked', 'what did lei jun write on weibo about the campus', /drifting/],
  ])('%s: %s', async (_what, question, expected) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
  });

  it('is asked for by no "describe" at the head of a message', async () => {
    expect(plainText(await own.ask('describe the launch event of the first redmi'))).toMatch(/frugal|borrowed/);
  });

  it('is no reason, where the question itself says it', async () => {
    expect(plainText(await own.ask('why was the first redmi codenamed h2'))).not.toMatch(
      /^The first Redmi.*was codenamed H2/,
    );
  });
});

describe('a form', () => {
  it('is a pace, where it is asked how long', async () => {
    expect(plainText(await own.ask('how long did lin bin hesitate'))).toMatch(/before long/);
  });
  it('is no rank, where things are counted', async () => {
    expect(plainText(await own.ask('how many phones did samsung ship q3 2025'))).not.toMatch(/No\. ?3/);
  });
});

describe('a time', () => {
  it.each([
    ['is counted by the name of no battery’s', 'how many days after the earthquake was the sharp meeting', /15 days/],
    ['is no count of things', 'for how many years has xiaomi been going global', /six years/],
    ['is the month in which a figure of the year was told', 'xiaomi rank in europe august 2020', /No\. 3/],
    ['makes the name of a list the place on it', 'forbes 2020', /384th/],
  ])('%s: %s', async (_what, question, expected) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
  });

  it.each([
    ['by a list of places', 'how many days did the firefighting brigade travel'],
    ['by how long the audience applauded, where a price is asked in another currency', 'mi 1 price in pounds'],
    ['by the day itself, where it is asked why', 'why was the xiaomi campus opened'],
  ])('is not told %s: %s', async (_what, question) => {
    expect([question, (await own.ask(question)).kind]).toEqual([question, 'abstain']);
  });
});

describe('a choice', () => {
  it.each([
    ['of two networks', 'mi 10 5g or 4g', /5G/],
    ['of two figures of one measure', 'does the transparent tv have an 8 bit or 10 bit panel', /10-bit/],
  ])('%s is of what a product has, and names no other: %s', async (_what, question, expected) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
  });

  it('of two models that nobody knows is not answered of a third', async () => {
    expect((await own.ask('redmi 7 or 8')).kind).toBe('abstain');
  });
});

it('the company is asked of behind a person who founded it', async () => {
  expect(plainText(await own.converse('who is lei jun', 'when did he found xiaomi'))).toMatch(/April 2010/);
});

it('nothing is carried over from a greeting', async () => {
  const answer = await own.converse('hi', 'redmi 9 vs 9a');
  expect(plainText(answer)).toMatch(/EUR 149(?:.|\n)*EUR 99/);
});

it('a kind that was asked about is not listed whole', async () => {
  const text = plainText(await own.converse('xi gave phones to whom', 'which phones'));
  expect(text).not.toMatch(/POCO|Redmi/);
});

it('of two that were compared, a third of their family is not spoken of', async () => {
  const turns = ['compare redmi 9 and redmi 9c', 'which has the bigger battery', 'which is cheaper'];
  for (const asked of [turns.slice(0, 2), turns]) expect(plainText(await own.converse(...asked))).not.toMatch(/9A/);
});

describe('a whole question behind "and"', () => {
  it.each([
    [['when was xiaomi founded', 'and how much is the redmi 9c'], /EUR 119/],
    [['redmi 9 battery', 'and how much is the redmi 9c?'], /EUR 119/],
    [['when was xiaomi founded', 'and what did the redmi 9a start at in yuan'], /499/],
    [['when was xiaomi founded', 'and which came first, mi mix or mi 4'], /Mi 4/],
    [['when was xiaomi founded', 'and when did lei jun give his ten-year speech'], /11 August 2020/],
    [['xiaomi revenue in q2 2020', 'and how many extra km do i get from the pro 2 over the 1s'], /15 km/],
  ])('is asked by itself: %s', async (turns, told) => {
    expect(plainText(await own.converse(...turns))).toMatch(told);
  });

  it('goes on where it asks the same of another', async () => {
    expect(plainText(await own.converse('redmi 9 battery', 'and the redmi 9c?'))).toMatch(/5,000 mAh/);
    expect(plainText(await own.converse('how much is the redmi 9', 'and how much for the redmi 9a?'))).toMatch(
      /EUR 99/,
    );
  });
});
