// What carries on from turn to turn in one conversation, and that the same question always gives the same bytes.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { readGolden } from '../../src/cli/golden.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

describe('a follow-up', () => {
  it.each([
    [['how much is the redmi 9a?', 'and its battery?'], /Redmi 9A.*5,000 mAh/],
    [['how much is the redmi 9a?', 'what about the screen?'], /6\.53/],
    [['redmi 9a weight', 'and the 9c?'], /Redmi 9C.*196 g/],
    [['redmi 9a weight', 'how about the poco x3 nfc?'], /POCO X3 NFC.*215 g/],
    [['how much does the redmi 9a weigh?', 'in ounces?'], /6\.8\d* oz/],
    [['smartphone revenue in the first half of 2020?', 'and in Q2?'], /31\.628/],
    [['who founded xiaomi?', 'when?'], /2010/],
    [['红米9A多少钱？', '电池呢？'], /红米 ?9A.*5,000 mAh/],
    [['红米9A的重量', '9C呢？'], /红米 ?9C.*196/],
    [['redmi 9a price', 'thanks!', 'and its weight?'], /Redmi 9A.*194 g/],
    [['/spec redmi 9a', 'how much does it weigh?'], /Redmi 9A.*194 g/],
    [['how thick is the transparent tv?', 'how much?'], /price: RMB 49,999/],
    [['redmi 9a battery', 'price in china?'], /RMB 499/],
    [['how old is xiaomi?', 'who runs it?'], /Lei Jun.*CEO/],
    [['who runs xiaomi?', 'and the international business?', 'since when is he there?'], /Chew Shou Zi.*July 2015/],
  ])('%j', async (turns, expected) => {
    const answer = await own.converse(...turns);
    expect([answer.kind, plainText(answer).replaceAll('\n', ' | ')]).toEqual([
      'answer',
      expect.stringMatching(expected),
    ]);
    expect(answer.sources.length).toBeGreaterThan(0);
  });

  it('with a subject of its own is about that, not about what was before', async () => {
    const answer = await own.converse('how much is the redmi 9a?', 'how much is the redmi 9c?');
    expect(plainText(answer)).toMatch(/9C.*119/);
    expect(plainText(answer)).not.toMatch(/\b99\b/);
  });

  it('that asks for what is not held is declined', async () => {
    const answer = await own.converse('how much is the redmi 9a?', 'and its wireless charging power?');
    expect([answer.kind, answer.facts]).toEqual(['abstain', []]);
  });

  it.each([
    [['mi tv stick ram', 'price in china?']],
    [['what did xi jinping give to lee?', 'which phone was it?']],
    [['mi tv stick price', 'and how many nits?']],
    [['how big is the screen of the redmi 9c?', 'is xiaomi bigger than tesla?']],
  ])('is told of nothing else: %j', async (turns) => {
    const { kind, facts } = await own.converse(...turns);
    expect([kind, facts]).toEqual(['abstain', []]);
  });

  it('for a time that is not held is not answered with another figure of that time', async () => {
    const answer = await own.converse('what was the total revenue in Q2 2020?', 'and in Q1?');
    expect([answer.kind, answer.facts]).toEqual(['abstain', []]);
  });

  it('takes nothing from another conversation, nor from a question outside of any', async () => {
    await own.bot.ask({ input: 'redmi 9a price', conversation: 'one' });
    const other = await own.bot.ask({ input: 'and its battery?', conversation: 'two' });
    const none = await own.bot.ask({ input: 'and its battery?' });
    for (const { facts } of [other, none]) expect(facts.map(({ subject }) => subject)).not.toContain('redmi-9a');
    const same = await own.bot.ask({ input: 'and its battery?', conversation: 'one' });
    expect(same.facts.map(({ subject }) => subject)).toEqual(['redmi-9a']);
  });
});

describe('the same question', () => {
  const QUESTIONS = [
    'redmi 9a price',
    'compare redmi 9a and redmi 9c',
    'phones under 150 euros',
    'who founded xiaomi?',
    '小米什么时候成立的',
    'redmi note 8 battery',
    'hello',
    '/spec poco-x3',
    '/sources',
    'why does the phone cost 1999 yuan?',
  ];
  it('gives the same bytes, twice and from a fresh bot', async () => {
    const fresh = await openTestBot();
    for (const question of QUESTIONS) {
      const [first, second, third] = [await own.ask(question), await own.ask(question), await fresh.ask(question)];
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
      expect(JSON.stringify(third)).toBe(JSON.stringify(first));
    }
    expect(fresh.bot.knowledgeVersion).toBe(own.bot.knowledgeVersion);
  });

  it('gives the same bytes whatever was asked before it in other conversations', async () => {
    const fresh = await openTestBot();
    const forwards = new Map<string, string>();
    for (const question of QUESTIONS) forwards.set(question, JSON.stringify(await own.ask(question)));
    for (const question of QUESTIONS.toReversed()) {
      expect(JSON.stringify(await fresh.ask(question))).toBe(forwards.get(question));
    }
  });
});

/** One golden question of so many is enough here: test/golden asks them all. */
const EVERY = 3;

describe('every answer', () => {
  it('has a source that exists, and states only facts that are held, each cited', async () => {
    const { facts, sources } = own.knowledge;
    const held = new Set(facts.map(({ subject, attribute, source }) => `${subject}/${attribute}/${source}`));
    let answers = 0;
    const asked = readGolden().filter((_golden, index) => index % EVERY === 0);
    for (const { turns } of asked) {
      const answer = await own.converse(...turns);
      const question = turns.at(-1);
      if (answer.kind !== 'answer') {
        expect([question, answer.facts]).toEqual([question, []]);
        continue;
      }
      answers++;
      expect([question, answer.sources.length > 0]).toEqual([question, true]);
      const cited = new Set(answer.sources.map(({ id }) => id));
      for (const source of answer.sources) expect(sources.get(source.id)).toMatchObject(source);
      for (const { subject, attribute, source } of answer.facts) {
        expect([question, held.has(`${subject}/${attribute}/${source}`), cited.has(source)]).toEqual([
          question,
          true,
          true,
        ]);
      }
    }
    expect(answers).toBeGreaterThan(asked.length / 2);
  });
});
