// The bot over the project's own knowledge, and what tests look at behind it: one of each per test file.
import { join } from 'node:path';
import { allCommands } from '../../commands/all.ts';
import { type Answer, plainText } from '../../src/answer.ts';
import { buildContext, createBot } from '../../src/bot/bot.ts';
import type { Context } from '../../src/bot/context.ts';
import type { Bot } from '../../src/bot/contract.ts';
import { openKnowledge } from '../../src/bot/open.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { projectFolder } from './source-files.ts';

export type TestBot = {
  readonly bot: Bot;
  readonly knowledge: Knowledge;
  /** Answers a question that stands by itself. */
  ask(input: string, language?: string): Promise<Answer>;
  /** The plain text of the answer to it. */
  text(input: string, language?: string): Promise<string>;
  /** Answers the last turn of a conversation of its own. */
  converse(...turns: string[]): Promise<Answer>;
};

const open = () => openKnowledge(join(projectFolder, 'knowledge'), join(projectFolder, '.cache'));

/** A fresh bot. */
export async function openTestBot(): Promise<TestBot> {
  const opened = await open();
  const bot = createBot({ opened, commands: allCommands });
  const ask = (input: string, language?: string): Promise<Answer> =>
    bot.ask({ input, ...(language === undefined ? {} : { language }) });
  let conversations = 0;
  return {
    bot,
    knowledge: opened.knowledge,
    ask,
    text: async (input, language) => plainText(await ask(input, language)),
    converse: async (...turns) => {
      const conversation = `test:${conversations++}`;
      let answer: Answer | undefined;
      for (const input of turns) answer = await bot.ask({ input, conversation });
      return answer as Answer;
    },
  };
}

/** What understanding stands on, for tests of its parts. */
export const openContext = async (): Promise<Context> => buildContext(await open());
