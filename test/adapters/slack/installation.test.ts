// Several workspaces from one process: installed by OAuth with its state checked, and blind to each other.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSlack } from '../../../src/adapters/slack/adapter.ts';
import { SCOPES } from '../../../src/adapters/slack/commands.ts';
import type { Bot } from '../../../src/bot/contract.ts';
import { openTestBot } from '../../support/bot.ts';
import { openTestChat } from '../../support/chat.ts';
import {
  bodyOf,
  command,
  type Delivery,
  event,
  freshTs,
  mention,
  message,
  press,
  SIGNING_SECRET,
  signed,
} from './deliveries.ts';
import { type Call, CLIENT, openEmulator, openWebApi } from './web-api.ts';
import { button } from './workspace.ts';

let bot: Bot;
beforeAll(async () => {
  ({ bot } = await openTestBot());
});
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The two workspaces, by the code that an installation brings. */
const TEAMS = { one: { id: 'T0ONE', token: 'xoxb-1-one' }, two: { id: 'T0TWO', token: 'xoxb-2-two' } } as const;
type Name = keyof typeof TEAMS;

async function open() {
  const emulators = {
    one: await openEmulator('One', { token: TEAMS.one.token, user: 'U0BOT', id: 'B0ONE' }),
    two: await openEmulator('Two', { token: TEAMS.two.token, user: 'U0BOT', id: 'B0TWO' }),
  };
  ends.push(emulators.one.close, emulators.two.close);
  const api = await openWebApi(
    new Map([
      [TEAMS.one.token, emulators.one.url],
      [TEAMS.two.token, emulators.two.url],
    ]),
  );
  ends.push(async () => {
    await api.close();
    expect(api.faults).toEqual([]);
  });
  api.always('oauth.v2.access', ({ args }: Call) => {
    const team = TEAMS[args.code as Name];
    const good = team && args.client_id === CLIENT.id && args.client_secret === CLIENT.secret;
    const body = good
      ? {
          ok: true,
          access_token: team.token,
          token_type: 'bot',
          scope: Object.keys(SCOPES).join(','),
          bot_user_id: 'U0BOT',
          app_id: 'A0LOOP',
          team: { id: team.id, name: args.code },
          enterprise: null,
          is_enterprise_install: false,
          authed_user: { id: 'U0ADMIN' },
        }
      : { ok: false, error: 'invalid_code' };
    return { body };
  });
  const { chat, logged } = await openTestChat(bot);
  const connection = {
    kind: 'oauth',
    signingSecret: SIGNING_SECRET,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    stateSecret: 'a secret for states',
  } as const;
  const adapter = createSlack({ connection, visibility: 'channel', reply: 'thread', apiUrl: api.url, chat });
  const server = createServer((request, response) => {
    if (!adapter.handle?.(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ends.push(async () => {
    await adapter.stop();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  await adapter.start();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = (name: Name) => ({
    team: TEAMS[name].id,
    channel: emulators[name].channel,
    user: emulators[name].ann,
  });

  /** Visits the page to install the app; gives the state and the cookie that belong together. */
  async function visit() {
    const page = await fetch(`${origin}/slack/install`);
    const link = /https:\/\/slack\.com\/oauth\/v2\/authorize[^"]+/
      .exec(await page.text())?.[0]
      .replaceAll('&amp;', '&');
    return { link: new URL(link ?? ''), cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '' };
  }
  const comeBack = (code: string, state: string, cookie: string): Promise<Response> =>
    fetch(`${origin}/slack/oauth_redirect?${new URLSearchParams({ code, state })}`, { headers: { cookie } });
  return {
    api,
    logged,
    visit,
    comeBack,
    one: people('one'),
    two: people('two'),
    async install(name: Name): Promise<void> {
      const { link, cookie } = await visit();
      expect((await comeBack(name, link.searchParams.get('state') ?? '', cookie)).status).toBe(200);
    },
    async deliver(delivery: Delivery): Promise<number> {
      const { body, contentType } = bodyOf(delivery);
      const headers = { 'content-type': contentType, ...signed(body) };
      const response = await fetch(`${origin}/slack/events`, { method: 'POST', headers, body });
      api.acknowledged(await response.text());
      return response.status;
    },
    stop: () => adapter.stop(),
  };
}

const PRICE = 'how much is the redmi 9c';

describe('an installation', () => {
  it('asks for the least scopes, and makes the bot answer there', async () => {
    const { visit, install, deliver, api, one } = await open();
    const { link } = await visit();
    expect(link.searchParams.get('client_id')).toBe(CLIENT.id);
    expect(link.searchParams.get('scope')?.split(',').sort()).toEqual(Object.keys(SCOPES).sort());
    expect(link.searchParams.get('user_scope') ?? '').toBe('');
    await install('one');
    await deliver(mention(one, PRICE));
    const { token, args } = await api.next('chat.postMessage');
    expect(token).toBe(TEAMS.one.token);
    expect(args.text).toMatch(/EUR 119/);
  });

  it.each([
    ['of another browser', (state: string) => [state, 'slack-app-oauth-state=other'] as const],
    ['without a cookie', (state: string) => [state, ''] as const],
    ['that was made up', () => ['made.up.state', 'slack-app-oauth-state=made.up.state'] as const],
  ])('with a state %s is refused', async (_how, forge) => {
    const { visit, comeBack, api } = await open();
    const { link } = await visit();
    const [state, cookie] = forge(link.searchParams.get('state') ?? '');
    expect((await comeBack('one', state, cookie)).status).toBeGreaterThanOrEqual(400);
    expect(api.of('oauth.v2.access')).toEqual([]);
  });

  it('ends when the app is removed', async () => {
    const { install, deliver, api, one, logged, stop } = await open();
    await install('one');
    await deliver(event(one.team, { type: 'app_uninstalled' }));
    await deliver(mention(one, PRICE));
    await stop();
    expect(api.of('chat.postMessage')).toEqual([]);
    expect(logged.map((line) => line.event)).toEqual(
      expect.arrayContaining(['slack-uninstalled', 'slack-unknown-workspace']),
    );
  });

  it('ends when its bot token is revoked, and not when a person’s is', async () => {
    const { install, deliver, api, one, stop } = await open();
    await install('one');
    await deliver(event(one.team, { type: 'tokens_revoked', tokens: { oauth: ['U0ADMIN'] } }));
    await deliver(mention(one, PRICE));
    await api.next('chat.postMessage');
    await deliver(event(one.team, { type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } }));
    await deliver(mention(one, PRICE));
    await stop();
    expect(api.of('chat.postMessage')).toHaveLength(1);
  });
});

describe('a workspace that is not known', () => {
  it('gets nothing but, for a command, a word on what to do', async () => {
    const { install, deliver, api, two, logged, stop } = await open();
    await install('one');
    expect(await deliver(mention(two, PRICE))).toBe(200);
    expect(await deliver(command(two, '/price redmi-9c', api.responseUrl('c1')))).toBe(200);
    const { args } = await api.next('response_url');
    expect(args.response_type).toBe('ephemeral');
    expect(args.text).toMatch(/install me again/);
    await stop();
    expect(api.of('chat.postMessage', 'chat.postEphemeral')).toEqual([]);
    expect(logged).toContainEqual(
      expect.objectContaining({ event: 'slack-unknown-workspace', fields: { workspace: 'T0TWO' } }),
    );
  });
});

describe('two workspaces', () => {
  it('are each answered with their own token', async () => {
    const { install, deliver, api, one, two } = await open();
    await install('one');
    await install('two');
    await deliver(mention(two, PRICE));
    expect((await api.next('chat.postMessage')).token).toBe(TEAMS.two.token);
    await deliver(mention(one, PRICE));
    expect((await api.next('chat.postMessage')).token).toBe(TEAMS.one.token);
  });

  it('see nothing of each other, even where channels, people and threads bear the same ids', async () => {
    const { install, deliver, api, one, stop } = await open();
    await install('one');
    await install('two');
    const twin = { ...one, team: TEAMS.two.id };
    const thread = freshTs();
    await deliver(mention(one, PRICE, { ts: thread }));
    await api.next('chat.postMessage');
    // The other workspace has no such thread, no such subject of talk, and no such answer.
    await deliver(message(twin, 'and its battery?', { thread }));
    await deliver(command(one, '/spec redmi 9', api.responseUrl('c1')));
    const answer = await api.next('response_url');
    await deliver(press(twin, button(answer, 'More'), api.responseUrl('p1')));
    expect((await api.next('response_url')).args.text).toMatch(/expired/);
    await deliver(command(twin, '/ask and its battery?', api.responseUrl('c2')));
    // Nothing was spoken of there: it is asked back which product is meant.
    expect((await api.next('response_url', 'acknowledgement')).args.text).toMatch(/^For which product\?/);
    await stop();
    expect(api.of('chat.postMessage')).toHaveLength(1);
  });
});
