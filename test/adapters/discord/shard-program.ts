// What the processes of the shards run in the tests: the adapter as the environment wants it, over a bot that says who it is.

import { createDiscord } from '../../../src/adapters/discord/adapter.ts';
import type { Bot } from '../../../src/bot/contract.ts';
import { createChat } from '../../../src/chat/service.ts';
import { readConfig } from '../../../src/config.ts';
import { openMemory } from '../../../src/state/memory.ts';
import { answerOf } from '../../support/answer.ts';
import { quick } from './rest.ts';

if (process.env.SHARD_FAILS) process.exit(1);
const answer = answerOf({ kind: 'chat', lead: `shard ${process.env.SHARDS}, process ${process.pid}` });
const said = { answer };
const bot = {
  reply: async ({ input }) => (JSON.stringify(input).includes('end') ? process.exit(1) : said),
  say: (id) => id,
  localNames: () => ({}),
} as Partial<Bot> as Bot;
const { discord } = readConfig();
if (!discord?.isShard) throw new Error('This is to be started by a sharding manager');
const chat = createChat({ bot: () => bot, commands: [], state: openMemory(), log: () => {} });
const adapter = createDiscord({ ...discord, ...quick, chat });
process.once('SIGTERM', () => void adapter.stop());
await adapter.start();
await adapter.ended;
