// Socket Mode against a socket on loopback: the same handlers, and a connection that comes back.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter } from '../../../src/adapters/contract.ts';
import { createSlack } from '../../../src/adapters/slack/adapter.ts';
import type { Bot } from '../../../src/bot/contract.ts';
import { answerOf, withAsk } from '../../support/answer.ts';
import { openTestBot } from '../../support/bot.ts';
import { openTestChat } from '../../support/chat.ts';
import { command, direct, mention, press } from './deliveries.ts';
import { openSocketServer } from './socket-server.ts';
import { openEmulator, openWebApi, type WebApi } from './web-api.ts';
import { button, TEAM, TOKEN } from './workspace.ts';

let bot: Bot;
beforeAll(async () => {
  ({ bot } = await openTestBot());
});
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A workspace that the bot reaches by a socket; it is not started yet. */
async function prepare(answering: Bot = bot) {
  const emulator = await openEmulator('One', { token: TOKEN, user: 'U0BOT', id: 'B0BOT' });
  ends.push(emulator.close);
  const api = await openWebApi(new Map([[TOKEN, emulator.url]]));
  ends.push(async () => {
    await api.close();
    expect(api.faults).toEqual([]);
  });
  const server = await openSocketServer();
  ends.push(server.close);
  api.always('apps.connections.open', () => ({ body: { ok: true, url: server.url } }));
  const { chat, logged } = await openTestChat(answering);
  const adapter = createSlack({
    connection: { kind: 'socket', botToken: TOKEN, appToken: 'xapp-1-A0LOOP-loopback' },
    visibility: 'channel',
    reply: 'thread',
    apiUrl: api.url,
    chat,
  });
  ends.push(() => adapter.stop());
  const ann = { team: TEAM, channel: emulator.channel, user: emulator.ann };
  return { emulator, api, server, adapter, logged, ann };
}
async function start(answering?: Bot) {
  const prepared = await prepare(answering);
  await prepared.adapter.start();
  return prepared;
}

const PRICE = 'how much is the redmi 9c';
const text = async (api: WebApi): Promise<string> => String((await api.next('chat.postMessage')).args.text);
/** What the log says of a start that must fail. */
async function refusedStart(adapter: Adapter): Promise<string> {
  return adapter.start().then(
    () => 'it started',
    (error: Error) => error.message,
  );
}

describe('over a socket', () => {
  it('mentions and direct messages are answered', async () => {
    const { api, server, ann, adapter } = await start();
    expect(adapter.trouble?.()).toBeUndefined();
    await server.deliver(mention(ann, PRICE));
    expect(await text(api)).toMatch(/EUR 119/);
    await server.deliver(direct(ann, PRICE));
    expect(await text(api)).toMatch(/EUR 119/);
  });

  it('commands are answered in the acknowledgement, once Slack has taken such an answer, and pressed on', async () => {
    const { api, server, ann, adapter } = await start();
    const type = async () => server.deliver(command(ann, '/spec poco-x3', api.responseUrl('c1')));
    expect(await type()).toEqual({ response_type: 'in_channel' });
    const { args } = await api.next('response_url');
    const acknowledged = api.acknowledged(await type());
    expect(acknowledged).toMatchObject({ response_type: 'in_channel', text: args.text });
    const answer = await api.next('acknowledgement');
    await server.deliver(press(ann, button(answer, 'More'), api.responseUrl('p1')));
    expect((await api.next('response_url')).args.replace_original).toBe(true);
    await adapter.stop();
    expect(api.of('response_url', 'chat.postMessage')).toHaveLength(2);
  });

  it('a command that is delivered twice is answered once, in one of the acknowledgements', async () => {
    const { api, server, ann, adapter } = await start();
    await server.deliver(command(ann, '/price redmi-9c', api.responseUrl('c1')));
    await api.next('response_url');
    const twice = command(ann, '/price redmi-9c', api.responseUrl('c2'));
    const payloads = await Promise.all([server.deliver(twice), server.deliver(twice, 1)]);
    expect(payloads).toContainEqual(expect.objectContaining({ text: expect.stringContaining('EUR 119') }));
    expect(payloads).toContainEqual({});
    await adapter.stop();
    expect(api.of('response_url', 'chat.postMessage')).toHaveLength(1);
  });

  it('an answer that is too large for a frame of Slack’s comes after the acknowledgement', async () => {
    const lines = Array.from({ length: 3 }, (_, nth) => `${nth}${'小米集团在二零二零年第二季度的总收入。'.repeat(70)}`);
    const large = answerOf({ lead: '一二三四五', lines });
    const { api, server, ann } = await start(withAsk(bot, async () => large));
    for (const id of ['c1', 'c2']) {
      const acknowledged = await server.deliver(command(ann, '/ask all of it', api.responseUrl(id)));
      expect(acknowledged).toEqual({ response_type: 'in_channel' });
      expect(JSON.stringify((await api.next('response_url')).args)).toContain('总收入');
    }
  });

  it('an answer whose acknowledgement finds the socket closed comes all the same', async () => {
    const asked = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    let count = 0;
    const reply: Bot['reply'] = async (question) => {
      if (++count > 1) {
        asked.resolve();
        await closed.promise;
      }
      return bot.reply(question);
    };
    const { api, server, ann, logged } = await start({ ...bot, reply });
    await server.deliver(command(ann, '/price redmi-9c', api.responseUrl('c1')));
    await api.next('response_url');
    void server.deliver(command(ann, '/price redmi-9c', api.responseUrl('c2')));
    await asked.promise;
    api.always('apps.connections.open', () => ({ body: { ok: false, error: 'internal_error' } }));
    server.drop();
    await api.next('apps.connections.open');
    closed.resolve();
    expect((await api.next('response_url')).args.text).toMatch(/EUR 119/);
    expect(logged.map(({ event }) => event)).toContain('slack-unacknowledged');
  });

  it('what is delivered three times is answered once', async () => {
    const { api, server, ann, adapter } = await start();
    const delivery = mention(ann, PRICE);
    for (const retry of [0, 1, 2]) await server.deliver(delivery, retry);
    await adapter.stop();
    expect(api.of('chat.postMessage')).toHaveLength(1);
  });
});

describe('the connection', () => {
  it('that is dropped comes back, and answers go on', async () => {
    const { api, server, ann } = await start();
    const again = server.connected();
    server.drop();
    await again;
    await server.deliver(mention(ann, PRICE));
    expect(await text(api)).toMatch(/EUR 119/);
  });

  it('is opened anew when Slack asks for it', async () => {
    const { api, server, ann } = await start();
    const again = server.connected();
    server.refresh();
    await again;
    await server.deliver(mention(ann, PRICE));
    expect(await text(api)).toMatch(/EUR 119/);
    expect(server.count()).toBe(2);
  });

  it('that cannot be opened is tried anew, and the trouble told meanwhile', async () => {
    const { adapter, api, logged } = await prepare();
    api.once('apps.connections.open', () => ({ body: { ok: false, error: 'internal_error' } }));
    const starting = adapter.start();
    await api.next('apps.connections.open');
    expect(adapter.trouble?.()).toMatch(/not connected/);
    await starting;
    expect(adapter.trouble?.()).toBeUndefined();
    expect(logged.map(({ event }) => event)).toEqual(['slack-sdk', 'slack-unconnected', 'slack-connected']);
  });

  it('whose token is revoked meanwhile is told of, and ends nothing', async () => {
    const { adapter, api, server, logged } = await start();
    api.always('apps.connections.open', () => ({ body: { ok: false, error: 'token_revoked' } }));
    server.drop();
    for (const _ of ['the start', 'after the drop', 'once more']) await api.next('apps.connections.open');
    expect(adapter.trouble?.()).toMatch(/not connected/);
    await adapter.stop();
    const told = logged.find(({ level, event }) => level === 'error' && event === 'slack-unconnected');
    expect(told?.fields.error).toMatch(/SLACK_APP_TOKEN.*token_revoked/);
  });

  it('ends when it is told to, also while it is being tried', async () => {
    const { adapter, api } = await prepare();
    api.always('apps.connections.open', () => ({ body: { ok: false, error: 'internal_error' } }));
    const starting = adapter.start();
    await api.next('apps.connections.open');
    await adapter.stop();
    await Promise.all([starting, adapter.ended]);
  });
});

describe('a start', () => {
  it.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'with a bot token that is refused (%s) says so',
    async (error) => {
      const { adapter, api, logged } = await prepare();
      api.always('auth.test', () => ({ body: { ok: false, error } }));
      expect(await refusedStart(adapter)).toMatch(
        new RegExp(`SLACK_BOT_TOKEN.*${error}.*npm run doctor.*api\\.slack\\.com/apps`),
      );
      expect(JSON.stringify(logged)).not.toContain('loopback');
    },
  );

  it.each(['invalid_auth', 'missing_scope', 'socket_mode_not_enabled'])(
    'with an app token that is refused (%s) says so',
    async (error) => {
      const { adapter, api } = await prepare();
      api.always('apps.connections.open', () => ({ body: { ok: false, error } }));
      expect(await refusedStart(adapter)).toMatch(new RegExp(`SLACK_APP_TOKEN.*${error}.*npm run doctor`));
    },
  );

  it('while Slack has trouble of its own with the bot token goes on', async () => {
    const { adapter, api, ann, server } = await prepare();
    api.once('auth.test', () => ({ body: { ok: false, error: 'internal_error' } }));
    await adapter.start();
    await server.deliver(mention(ann, PRICE));
    expect(await text(api)).toMatch(/EUR 119/);
  });
});
