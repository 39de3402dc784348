// The connection to Discord: how it begins, what it asks for, how it comes back, and what is said when it cannot.
import { afterEach, describe, expect, it } from 'vitest';
import { SetupError } from '../../../src/adapters/contract.ts';
import { createDiscord } from '../../../src/adapters/discord/adapter.ts';
import { type Loopback, openLastingChat, openLoopback } from './loopback.ts';
import { message } from './payloads.ts';
import { BOT, openRest, quick, TOKEN } from './rest.ts';
import { shown } from './shown.ts';

let loopback: Loopback | undefined;
afterEach(async () => {
  await loopback?.close();
  loopback = undefined;
});
const question = (): ReturnType<typeof message> => message(`<@${BOT}> how much is the redmi 9a?`);
const events = (one: Loopback): string[] => one.test.logged.map(({ event }) => event);

/** Guilds, messages in them, direct messages: https://docs.discord.com/developers/events/gateway#gateway-intents */
const UNPRIVILEGED = (1 << 0) | (1 << 9) | (1 << 12);

describe('the gateway', () => {
  it('is entered with three intents, none of them privileged, and is in order from then on', async () => {
    loopback = await openLoopback();
    expect(loopback.gateway.identified).toEqual([{ intents: UNPRIVILEGED, shard: [0, 1] }]);
    expect(loopback.adapter.trouble?.()).toBeUndefined();
  });

  it('is kept by its heartbeat', async () => {
    loopback = await openLoopback({
      prepare: (_, gateway) => {
        gateway.heartbeat = 20;
      },
    });
    await loopback.gateway.next('heartbeat');
    await loopback.gateway.next('heartbeat');
    expect(shown(await loopback.answerTo(question()))).toContain('EUR 99');
  });

  it('that drops the connection is resumed, and what was asked meanwhile is answered once', async () => {
    loopback = await openLoopback();
    const resumed = loopback.gateway.next('resume');
    const before = question();
    await loopback.answerTo(before);
    loopback.gateway.drop();
    const meanwhile = question();
    const answer = loopback.answerTo(meanwhile);
    await resumed;
    expect(shown(await answer)).toContain('EUR 99');
    expect(loopback.gateway.identified).toHaveLength(1);
    await loopback.answerTo(question());
    expect(loopback.rest.untaken('POST /channels/*/messages')).toEqual([]);
    expect(events(loopback)).toContain('discord-resumed');
    expect(loopback.adapter.trouble?.()).toBeUndefined();
  });

  it('that asks for a new connection gets one', async () => {
    loopback = await openLoopback();
    const resumed = loopback.gateway.next('resume');
    loopback.gateway.askToReconnect();
    await resumed;
    expect(shown(await loopback.answerTo(question()))).toContain('EUR 99');
  });

  it('that has forgotten the session is entered anew', async () => {
    loopback = await openLoopback();
    const again = loopback.gateway.next('identify');
    loopback.gateway.invalidate();
    await again;
    expect(loopback.gateway.identified).toHaveLength(2);
    expect(shown(await loopback.answerTo(question()))).toContain('EUR 99');
  });

  it('that closes for good ends the adapter with what to do', async () => {
    loopback = await openLoopback();
    loopback.gateway.drop(4004);
    await expect(loopback.adapter.ended).rejects.toThrow(/DISCORD_TOKEN.*Bot → Reset Token/);
    expect(events(loopback)).toContain('discord-closed');
  });

  it('of a bot in many servers is entered by as many shards as Discord recommends', async () => {
    let both: Promise<void> | undefined;
    loopback = await openLoopback({
      prepare: (rest, gateway) => {
        rest.gateway.shards = 2;
        both = gateway.next('identify').then(() => gateway.next('identify'));
      },
    });
    await both;
    expect(loopback.gateway.identified.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(shown(await loopback.answerTo(question()))).toContain('EUR 99');
  });
});

describe('REST', () => {
  it('that limits the rate is asked again after the time it names, and the answer appears once', async () => {
    loopback = await openLoopback();
    let refused = 0;
    loopback.rest.except(({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/messages') || refused > 0) return undefined;
      refused += 1;
      const headers = { 'retry-after': '0.2', 'x-ratelimit-scope': 'user', 'x-ratelimit-bucket': 'b' };
      return {
        status: 429,
        body: { message: 'You are being rate limited.', retry_after: 0.2, global: false },
        headers,
      };
    });
    const one = question();
    const first = await loopback.answerTo(one);
    const second = await loopback.rest.take('POST /channels/*/messages');
    expect(second.body).toEqual(first.body);
    expect(second.body).toMatchObject({ nonce: one.id, enforce_nonce: true });
    await loopback.adapter.stop();
    expect(loopback.rest.untaken('POST /channels/*/messages')).toEqual([]);
    expect(loopback.test.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('that fails once is asked again, without the answer appearing twice', async () => {
    loopback = await openLoopback();
    let failed = 0;
    loopback.rest.except(({ path }) =>
      path.endsWith('/messages') && failed++ === 0
        ? { status: 502, body: { message: 'bad gateway', code: 0 } }
        : undefined,
    );
    const first = await loopback.answerTo(question());
    const second = await loopback.rest.take('POST /channels/*/messages');
    expect(second.body).toEqual(first.body);
  });
});

describe('starting', () => {
  const start = async (token: string, api: string): Promise<unknown> => {
    const { chat } = await openLastingChat();
    const adapter = createDiscord({ chat, token, api, reply: 'channel', isShard: false, ...quick });
    const reason = await adapter.start().catch((error: unknown) => error);
    await adapter.stop();
    return reason;
  };

  it('with a wrong token says which variable to set and which page to open, and not the token', async () => {
    const rest = await openRest(() => {});
    const reason = await start('MTIz.wrong.token', rest.api);
    await rest.close();
    expect(reason).toBeInstanceOf(SetupError);
    expect(String(reason)).toMatch(/DISCORD_TOKEN.*https:\/\/discord\.com\/developers\/applications/);
    expect(String(reason)).not.toContain('MTIz');
  });

  it('where nobody listens says where it looked', async () => {
    const rest = await openRest(() => {});
    await rest.close();
    const reason = await start(TOKEN, rest.api);
    expect(String(reason)).toContain(`cannot be reached at ${rest.api} (ECONNREFUSED)`);
    expect(String(reason)).toContain('DISCORD_API_URL');
  });

  it('and stopping may be done twice, after which nothing is answered', async () => {
    loopback = await openLoopback();
    await loopback.adapter.stop();
    await loopback.adapter.stop();
    await loopback.adapter.ended;
    expect(loopback.adapter.trouble?.()).toContain('not connected');
  });
});
