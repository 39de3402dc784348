// The bot itself, as one of the measured systems.
import { allCommands } from '../commands/all.ts';
import { plainText } from '../src/answer.ts';
import { createBot } from '../src/bot/bot.ts';
import { openKnowledge } from '../src/bot/open.ts';
import type { System } from './contract.ts';

export const ours: System = {
  remembers: true,
  // The engine goes on compiling what is used often for some thousands of questions; no answer is remembered from one question to the next.
  warmUp: 6000,
  rounds: 3,
  prepare:
    async ({ knowledge, cache }) =>
    async () => {
      const opened = await openKnowledge(knowledge, cache);
      const bot = createBot({ opened, commands: allCommands });
      return {
        knowledgeVersion: bot.knowledgeVersion,
        size: opened.knowledge.facts.length,
        async ask(input, _language, conversation) {
          const answer = await bot.ask({ input, conversation });
          // The bot decides by itself when to decline: no threshold comes after it.
          return {
            kind: answer.kind,
            text: plainText(answer),
            sources: answer.sources,
            score: Number.POSITIVE_INFINITY,
          };
        },
      };
    },
};
