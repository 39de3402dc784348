// `npm start` with Slack's settings: the whole program as a process, spoken to as Slack does it, ended, started again, and pressed on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  bodyOf,
  command,
  type Delivery,
  mention,
  press,
  SIGNING_SECRET,
  signed,
} from '../adapters/slack/deliveries.ts';
import { openSocketServer } from '../adapters/slack/socket-server.ts';
import { openEmulator, openWebApi } from '../adapters/slack/web-api.ts';
import { button, TEAM, TOKEN } from '../adapters/slack/workspace.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { projectFolder } from '../support/source-files.ts';

/** What a developer's own .env may set, and must not be used here. */
const UNSET = Object.fromEntries(
  ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'DISCORD_TOKEN']
    .concat(['DISCORD_PUBLIC_KEY', 'DISCORD_APPLICATION_ID', 'KNOWLEDGE', 'STORE_URL'])
    .map((name) => [name, '']),
);
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Slack's side, and the program as `npm start` runs it. */
async function prepare() {
  const emulator = await openEmulator('One', { token: TOKEN, user: 'U0BOT', id: 'B0BOT' });
  ends.push(emulator.close);
  const api = await openWebApi(new Map([[TOKEN, emulator.url]]));
  ends.push(api.close, () => expect(api.faults).toEqual([]));
  const set = { ...UNSET, SLACK_BOT_TOKEN: TOKEN, SLACK_API_URL: api.url };
  const start = async (env: Readonly<Record<string, string>>): Promise<TestService> => {
    const service = await startTestService({ ...set, ...env }, 0, [join(projectFolder, 'src', 'main.ts')]);
    ends.push(() => service.end('SIGKILL'));
    return service;
  };
  return { api, start, ann: { team: TEAM, channel: emulator.channel, user: emulator.ann } };
}

async function deliver({ port }: TestService, delivery: Delivery): Promise<Response> {
  const { body, contentType } = bodyOf(delivery);
  const headers = { 'content-type': contentType, ...signed(body) };
  return fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body });
}

describe('npm start with Slack’s settings', () => {
  it('answers over HTTP, ends with 0, and its buttons work in the next run', async () => {
    const { api, start, ann } = await prepare();
    const folder = mkdtempSync(join(tmpdir(), 'slack-run-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const env = { SLACK_SIGNING_SECRET: SIGNING_SECRET, STORE_URL: `sqlite:${join(folder, 'state.db')}` };
    const first = await start(env);
    expect((await deliver(first, command(ann, '/spec poco-x3', api.responseUrl('c1')))).status).toBe(200);
    const sheet = await api.next('response_url');
    expect(sheet.args.response_type).toBe('in_channel');
    expect(await first.end()).toBe(0);
    const second = await start(env);
    expect((await deliver(second, press(ann, button(sheet, 'More'), api.responseUrl('p1')))).status).toBe(200);
    expect((await api.next('response_url')).args.text).toContain('Page 2 of');
    expect(await second.end()).toBe(0);
    expect(JSON.stringify([...first.lines, ...second.lines])).not.toContain(TOKEN);
  }, 30_000);

  it('answers over a socket, privately and in the channel where that is set', async () => {
    const { api, start, ann } = await prepare();
    const socket = await openSocketServer();
    ends.push(socket.close);
    api.always('apps.connections.open', () => ({ body: { ok: true, url: socket.url } }));
    const wished = { SLACK_VISIBILITY: 'private', SLACK_REPLY: 'channel' };
    const service = await start({ SLACK_APP_TOKEN: 'xapp-1-A0LOOP-loopback', ...wished });
    await socket.deliver(command(ann, '/price redmi-9c', api.responseUrl('c1')));
    const { args } = await api.next('response_url');
    expect(args).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('EUR 119') });
    await socket.deliver(mention(ann, 'how much is the redmi 9c'));
    const whispered = await api.next('chat.postEphemeral');
    expect(whispered.args).toMatchObject({ user: ann.user, text: expect.stringContaining('EUR 119') });
    expect(whispered.args.thread_ts).toBeUndefined();
    expect(await service.end()).toBe(0);
  }, 30_000);
});
