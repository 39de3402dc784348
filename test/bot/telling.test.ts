// Which fact is told where several come near, and when none of them may be.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('of facts that come near', () => {
  it.each([
    [
      'the one that has what may not be passed over',
      'how many views did lei jun’s weibo post on the campus get',
      /33 million/,
    ],
    ['the one that has the everyday words of the question, too', 'which proverb is about going together', /go far/],
    [
      'the one that is about what is asked, though it is no value of it',
      'wann wurde das 5-%-Versprechen angekündigt',
      /25 April 2018/,
    ],
    [
      'the one in which an attribute’s name is but a word',
      'was there any upside to the failed india launch',
      /foundation of Xiaomi's global expansion/,
    ],
    [
      'what was said in a speech, where the speech is named',
      'what does lei jun say about quality in the ten-year speech',
      /how far/,
    ],
    [
      'what an author says of other things, where enough of it is named',
      'when did lei jun promise the 5% hardware margin',
      /25 April 2018/,
    ],
    ['the one that counts what is asked', 'how many handsets did xi give', /\(2\)/],
    ['the place on a list, beside the company’s own name', 'brandz xiaomi', /No\. 81/],
    [
      'the half-year, set against another year',
      'how much bigger was gross profit in the first half of 2020 compared to 2019',
      /15\.26.*22\.3%/,
    ],
    ['for whom a thing is made, asked with “who”', 'who is the poco x3 nfc made for', /young fans/],
  ])('%s is told: %s', async (_which, question, expected) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
  });
});

describe('is not told', () => {
  it.each([
    ['a quarter for the half-year', 'advertising revenue in the first half of 2020'],
    ['a figure of televisions for one of phones', 'where does xiaomi rank in china phones in q2 2020'],
    ['what touches on the asked word alone', 'what is the salary of the new partners'],
    ['what has the words of an unheld attribute’s name', 'which flight number did lei jun take to osaka'],
    ['a model that stands behind a comma', 'price of the redmi 9, 9t'],
    ['a model with an “s” for the one without', 'redmi 9s camera'],
    ['who a person is, for what the person uses', 'what phone does wang xiang use'],
  ])('%s: %s', async (_what, question) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, answer.facts]).toEqual([question, 'abstain', []]);
  });
});

describe('a name', () => {
  it.each([
    ['in the plural', 'how many mi 4s did the india team ask for', /500,000/],
    ['in the plural', 'what good came of the unsold mi 4s', /foundation/],
    ['in the possessive', 'redmi 9a’s weight', /194 g/],
    ['in the possessive', 'redmi 9’s weight', /198 g/],
    ['of the company, twice', 'tell me about xiaomi the company', /Beijing/],
  ])('%s is that name: %s', async (_how, question, expected) => {
    const answer = await own.ask(question);
    expect([question, answer.kind, plainText(answer)]).toEqual([question, 'answer', expect.stringMatching(expected)]);
  });

  it('ends at a comma: of several, each is meant', async () => {
    const answer = await own.ask('weight of the redmi 9, redmi 9a, redmi 9c');
    expect(new Set(answer.facts.map(({ subject }) => subject))).toEqual(new Set(['redmi-9', 'redmi-9a', 'redmi-9c']));
  });
});

describe('two questions in one', () => {
  it.each([
    ['who founded xiaomi and when', [/Lei Jun/, /2010/]],
    ['most frugal launch that xiaomi ever did, where was it', [/most frugal/, /Kingsoft/]],
  ])('are both answered: %s', async (question, expected) => {
    const text = await own.text(question);
    for (const one of expected) expect(text).toMatch(one);
  });

  it('keep what they are about over three turns', async () => {
    const answer = await own.converse('what is the 5% promise', 'when did they say that', 'where');
    expect(plainText(answer)).toContain('Wuhan University');
  });

  it('take “she” for the person, not for the thing, that was spoken of', async () => {
    const answer = await own.converse('who wrote the xiaomi biography', 'when did she start');
    expect(plainText(answer)).toContain('2018');
  });

  it('tell nothing of another that the person spoken of only told', async () => {
    const answer = await own.converse('who founded xiaomi', 'is he married');
    expect([answer.kind, answer.facts]).toEqual(['abstain', []]);
  });

  it('go on in two words', async () => {
    const answer = await own.converse('how many monthly active users does xiaoai have', 'growth?');
    expect(plainText(answer)).toContain('57.1%');
  });
});

describe('a family is introduced where its name is all that is said', () => {
  it.each(['what is the redmi 9 series', 'tell me about the redmi 9 series', 'redmi 9 series'])(
    '%s',
    async (question) => {
      expect(await own.text(question)).toMatch(/^Redmi 9 series: /);
    },
  );
  it('and its members are told where they are asked for', async () => {
    expect(await own.text('mi tv lux: which ones')).toMatch(/Mi TV Lux 65.*Transparent/);
  });
});

describe('where no product was spoken of', () => {
  it.each(['what about the battery?', '电池呢？'])('it is asked back which of many is meant: %s', async (question) => {
    const { kind, facts, choices } = await own.ask(question);
    expect([kind, facts]).toEqual(['clarify', []]);
    expect(choices.map(({ label }) => label).join()).toMatch(/POCO X3 NFC/);
  });

  it.each([
    ['does it have nfc?', ['poco-x3-nfc', 'redmi-9', 'redmi-9c']],
    ['camera?', ['poco-x3-nfc', 'redmi-9', 'redmi-9a', 'redmi-9c']],
  ])('those few that have it are told: %s', async (question, expected) => {
    const { facts } = await own.ask(question);
    expect([...new Set(facts.map(({ subject }) => subject))]).toEqual(expected);
  });
});
