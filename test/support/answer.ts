// Answers made up for tests of what draws them: nothing in them but what is given.
import type { Answer } from '../../src/answer.ts';
import type { Bot } from '../../src/bot/contract.ts';

/** An answer that says nothing, but for what is given. */
export const answerOf = (part: Partial<Answer> = {}): Answer => ({
  kind: 'answer',
  lead: '',
  lines: [],
  notes: [],
  facts: [],
  sources: [],
  choices: [],
  related: [],
  language: 'en',
  asked: 'en',
  ...part,
});

export const source = { id: 'a', title: 'A title', publisher: 'A publisher', date: '2020-09-07' };

/** The bot, answering in another way. */
export const withAsk = (bot: Bot, ask: Bot['ask']): Bot => ({
  ...bot,
  ask,
  reply: async (question) => ({ answer: await ask(question) }),
});
