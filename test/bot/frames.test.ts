// What people put around a question changes nothing of its answer, but for "today", which no dated source tells.
import { beforeAll, describe, expect, it } from 'vitest';
import { openContext, openTestBot, type TestBot } from '../support/bot.ts';

let test: TestBot;
beforeAll(async () => {
  test = await openTestBot();
});

const QUESTIONS = [
  'phones with nfc',
  'how much is the redmi 9c',
  'lux oled vs transparent tv price',
  'xiaomi revenue 2018',
  'who founded roborock',
];

describe('a question in a frame', () => {
  for (const question of QUESTIONS)
    for (const framed of [
      `as far as you know, ${question}`,
      `As far as you know: ${question}?`,
      `my boss wants to know for a deck, ${question}`,
      `hi team! quick question: ${question} thanks`,
      `could you please tell me ${question} right now`,
      `${question}, overall`,
      `${question}? need it for my report, thx in advance 🙏`,
      `${question} at the moment, off the top of your head`,
    ])
      it(`has the answer of the bare one: ${framed}`, async () => {
        expect(await test.text(framed)).toBe(await test.text(question));
      });

  it.each([
    ['据你所知，红米9C多少钱', '红米9C多少钱'],
    ['老板想知道红米9C多少钱，谢谢', '红米9C多少钱'],
    ['目前小米手环5续航多久？', '小米手环5续航多久？'],
    ['小米手环5续航多久，写报告要用', '小米手环5续航多久'],
  ])('%s', async (framed, question) => {
    expect(await test.text(framed)).toBe(await test.text(question));
  });

  it('goes on with the turn before', async () => {
    const bare = await test.converse('how much is the redmi 9c', 'and its camera?');
    const framed = await test.converse('how much is the redmi 9c', 'ok thanks, and its camera, if you know?');
    expect(framed.lead).toBe(bare.lead);
    expect(framed.lead).toMatch(/MP/);
  });
});

describe('a source that is cited', () => {
  it.each([
    ['who got the xiaomi phones from xi jinping', 'according to scmp'],
    ['what did the phones have from south korea', 'in the south china morning post article'],
    ['how many partners are new', 'in the open letter'],
    ['when did the ecosystem plan start', "in lei jun's speech"],
    ['xiaomi net profit 2019', 'per the fortune release'],
    ['when did episode two open', 'in the shotbymi post'],
    ['poco x3 nfc battery', 'according to the press release'],
    ['revenue in q2 2020', 'in the interim report'],
  ])('sets no condition where it tells the answer: %s', async (question, cited) => {
    const bare = await test.ask(question);
    expect(bare.kind).toBe('answer');
    for (const framed of [`${question} ${cited}`, `${cited}, ${question}?`])
      expect((await test.ask(framed)).lead).toBe(bare.lead);
  });

  it('is not credited with what another one tells', async () => {
    const answer = await test.ask('poco x3 nfc battery according to scmp');
    expect(answer.kind).not.toBe('answer');
  });

  it('in Chinese', async () => {
    expect(await test.text('据南华早报，谁收到了小米手机')).toBe(await test.text('谁收到了小米手机'));
  });
});

describe('what is no frame', () => {
  it('is all that was said', async () => {
    expect((await test.ask('thanks, mate')).kind).toBe('chat');
    expect((await test.ask('right now')).kind).not.toBe('answer');
  });

  it('needs its sign where the words could begin the question', async () => {
    const { frames } = await openContext();
    expect(frames.without('overall, rank of the firm')?.text).toBe('rank of the firm');
    expect(frames.without('overall rank of the firm')).toBeUndefined();
    expect(frames.without('how big was it, team?')?.text).toBe('how big was it?');
    expect(frames.without('how big was the team?')).toBeUndefined();
  });

  it('is cut a bounded number of times', async () => {
    const { frames } = await openContext();
    expect(frames.without(`${'please '.repeat(5000)}who`)?.text).toMatch(/please who$/);
  });

  it('belongs to what is asked for', async () => {
    expect((await test.ask('what does hong feng do at xiaomi these days')).kind).toBe('abstain');
  });
});

it('says that no value of today is known, whether or not today stands at the edge', async () => {
  for (const question of ['what is the share price right now', 'right now, what is the share price, please']) {
    const answer = await test.ask(question);
    expect(answer.kind).toBe('abstain');
    expect(answer.lead).toMatch(/of today/);
  }
});
