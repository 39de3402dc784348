// The adapter on the real SDK, against a Discord on loopback: one of each per test file.

import type { Adapter } from '../../../src/adapters/contract.ts';
import { createDiscord } from '../../../src/adapters/discord/adapter.ts';
import type { Schedule } from '../../../src/adapters/discord/exchange.ts';
import type { DiscordOptions } from '../../../src/adapters/discord/options.ts';
import { openTestChat, type TestChat } from '../../support/chat.ts';
import { assertValidRequest } from './check.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { CHANNEL, guild, OTHER_CHANNEL, OTHER_SERVER, SERVER } from './payloads.ts';
import { openRest, type Rest, TOKEN } from './rest.ts';

/** Nothing that takes time is ever late. */
export const never: Schedule = () => () => {};

export type Loopback = {
  readonly rest: Rest;
  readonly gateway: Gateway;
  readonly adapter: Adapter;
  readonly test: TestChat;
  /** Ends the adapter and starts another on the same store, as after a restart. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export type LoopbackOptions = Partial<DiscordOptions> & {
  readonly guilds?: readonly { readonly id: string }[];
  readonly test?: TestChat;
  /** Before the adapter starts. */
  prepare?(rest: Rest, gateway: Gateway): void;
};

/** What the adapter needs not to wait for: identifying again is not put off. */
export const quick = {
  ws: { large_threshold: 50, version: 10, buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
} as const;

/** Opens all of it, connected. */
export async function openLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  const { guilds = [guild(SERVER, CHANNEL), guild(OTHER_SERVER, OTHER_CHANNEL)], prepare, ...rest } = options;
  const api = await openRest(assertValidRequest);
  const gateway = openGateway(api.server, guilds);
  const test = options.test ?? (await openTestChat());
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
