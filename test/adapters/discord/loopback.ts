// The adapter on the real SDK, against a Discord on loopback: one of each per test file.

import type { Adapter } from '../../../src/adapters/contract.ts';
import { createDiscord } from '../../../src/adapters/discord/adapter.ts';
import type { Schedule } from '../../../src/adapters/discord/exchange.ts';
import type { DiscordOptions } from '../../../src/adapters/discord/options.ts';
import type { Bot } from '../../../src/bot/contract.ts';
import { openTestBot } from '../../support/bot.ts';
import { openTestChat, type TestChat } from '../../support/chat.ts';
import { assertValidRequest } from './check.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { CHANNEL, guild, OTHER_CHANNEL, OTHER_SERVER, SERVER } from './payloads.ts';
import { openRest, quick, type Rest, type Sent, TOKEN } from './rest.ts';

/** Nothing that takes time is ever late. */
export const never: Schedule = () => () => {};

type Message = { readonly id: string };
type Interaction = { readonly id: string; readonly token: string };

export type Loopback = {
  readonly rest: Rest;
  readonly gateway: Gateway;
  readonly adapter: Adapter;
  readonly test: TestChat;
  /** Sends a message and waits for the answer to it. */
  answerTo(one: Message): Promise<Sent>;
  /** Sends an interaction and waits for the first response to it. */
  interact(one: Interaction): Promise<Sent>;
  /** Ends the adapter and starts another on the same store, as after a restart. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export type LoopbackOptions = Partial<DiscordOptions> & {
  readonly guilds?: readonly { readonly id: string; readonly preferred_locale?: string }[];
  readonly test?: TestChat;
  /** Before the adapter starts. */
  prepare?(rest: Rest, gateway: Gateway): void;
};

let opened: ReturnType<typeof openTestBot> | undefined;

/** The service over the real knowledge, which is read once a file. @param change of the bot that answers */
export async function openLastingChat(change: (bot: Bot) => Bot = (bot) => bot): Promise<TestChat> {
  opened ??= openTestBot();
  const { bot } = await opened;
  return openTestChat(change(bot));
}

/** Opens all of it, connected. */
export async function openLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  const { guilds = [guild(SERVER, CHANNEL), guild(OTHER_SERVER, OTHER_CHANNEL)], prepare, ...rest } = options;
  const api = await openRest(assertValidRequest);
  const gateway = openGateway(api.server, guilds);
  const test = options.test ?? (await openLastingChat());
  const { chat } = test;
  prepare?.(api, gateway);
  const start = async (): Promise<Adapter> => {
    const adapter = createDiscord({
      chat,
      token: TOKEN,
      api: api.api,
      reply: 'channel',
      isShard: false,
      schedule: never,
      ...quick,
      ...rest,
    });
    await adapter.start();
    return adapter;
  };
  let adapter = await start();
  return {
    rest: api,
    gateway,
    test,
    get adapter() {
      return adapter;
    },
    answerTo(one) {
      gateway.dispatch('MESSAGE_CREATE', one);
      return api.take('POST /channels/*/messages', ({ body }) => body.message_reference?.message_id === one.id);
    },
    interact(one) {
      gateway.dispatch('INTERACTION_CREATE', one);
      return api.take(`POST /interactions/${one.id}/*/callback`);
    },
    async restart() {
      await adapter.stop();
      adapter = await start();
    },
    async close() {
      await adapter.stop();
      gateway.close();
      await api.close();
    },
  };
}
