// A process for every shard: started, restarted and ended by the manager; a part of them where there are several replicas.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordOptions } from '../../../src/adapters/discord/options.ts';
import { createShards } from '../../../src/adapters/discord/shards.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { openLastingChat } from './loopback.ts';
import { guild, message } from './payloads.ts';
import { BOT, newId, openRest, type Rest, TOKEN } from './rest.ts';
import { shown } from './shown.ts';

/** A server of this shard, where there are two. https://docs.discord.com/developers/events/gateway#sharding */
const serverOf = (shard: 0 | 1): string => String(((100_000_000n + BigInt(shard)) << 22n) + 1n);
const channelOf = (shard: 0 | 1): string => String(((200_000_000n + BigInt(shard)) << 22n) + 1n);

let rest: Rest;
let gateway: Gateway;
let shards: ReturnType<typeof createShards>;
let environment: Record<string, string | undefined>;
beforeEach(async () => {
  rest = await openRest(() => {});
  gateway = openGateway(rest.server, [guild(serverOf(0), channelOf(0)), guild(serverOf(1), channelOf(1))]);
  environment = { ...process.env };
});
afterEach(async () => {
  await shards.stop();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  gateway.close();
  await rest.close();
});

const make = async (own: Partial<DiscordOptions> = {}, token = TOKEN): Promise<void> => {
  process.env.DISCORD_API_URL = rest.api;
  const { chat } = await openLastingChat();
  const program = join(import.meta.dirname, 'shard-program.ts');
  const options: DiscordOptions = { chat, token, api: rest.api, shards: 2, reply: 'channel', isShard: false, program };
  shards = createShards({ ...options, ...own }, token, 0);
};
const ask = async (shard: 0 | 1, words = 'hello'): Promise<string> => {
  const one = message(`<@${BOT}> ${words}`, { server: serverOf(shard), channel: channelOf(shard), id: newId() });
  gateway.dispatch('MESSAGE_CREATE', one, shard);
  return shown(await rest.take('POST /channels/*/messages', ({ body }) => body.nonce === one.id));
};
const isRunning = (told: string): boolean => {
  try {
    return process.kill(Number(/process (\d+)/.exec(told)?.[1]), 0);
  } catch {
    return false;
  }
};
const identified = (): number[] => gateway.identified.map(({ shard }) => shard[0]).sort();

describe('with DISCORD_SHARDS', () => {
  it('set to auto, each shard that Discord recommends is a process of its own, which ends with the manager', async () => {
    rest.gateway.shards = 2;
    await make({ shards: 'auto' });
    const second = gateway.next('identify').then(() => gateway.next('identify'));
    await shards.start();
    await second;
    expect(gateway.identified.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    const told = [await ask(0), await ask(1)];
    expect(told).toEqual([expect.stringMatching(/^shard 0, process/), expect.stringMatching(/^shard 1, process/)]);
    expect(new Set(told.map((one) => one.split(' ').at(-1))).size).toBe(2);
    expect(shards.trouble()).toBeUndefined();
    // The manager alone registers the commands.
    expect(rest.sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    await shards.stop();
    expect(told.map(isRunning)).toEqual([false, false]);
    await shards.ended;
  });

  it('and a list, this replica runs those alone, and starts one that ends again', async () => {
    await make({ shardList: [1] });
    await shards.start();
    const before = await ask(1);
    const again = gateway.next('identify');
    gateway.dispatch('MESSAGE_CREATE', message(`<@${BOT}> end`, { server: serverOf(1), channel: channelOf(1) }), 1);
    await again;
    expect(isRunning(before)).toBe(false);
    expect(identified()).toEqual([1, 1]);
  });

  it('and a shard that does not become ready, starting fails with its number', async () => {
    process.env.SHARD_FAILS = '1';
    await make({ shardList: [0] });
    await expect(shards.start()).rejects.toThrow(/Shard 0's process exited before its Client became ready/);
    expect(gateway.identified).toEqual([]);
  });

  it('and a wrong token no process is started', async () => {
    await make({}, 'wrong.token');
    await expect(shards.start()).rejects.toThrow(/DISCORD_TOKEN.*developers\/applications/);
    expect(gateway.identified).toEqual([]);
  });
});
