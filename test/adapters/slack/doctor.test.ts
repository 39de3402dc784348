// What the doctor finds, for each thing that can be wrong, and what it says to do.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import type { Finding } from '../../../src/adapters/contract.ts';
import { type Manifest, SCOPES, slackManifest } from '../../../src/adapters/slack/commands.ts';
import type { Connection, SlackSettings } from '../../../src/adapters/slack/connection.ts';
import { diagnose } from '../../../src/adapters/slack/doctor.ts';
import type { Bot } from '../../../src/bot/contract.ts';
import { run } from '../../cli/run.ts';
import { openTestBot } from '../../support/bot.ts';
import { openSocketServer } from './socket-server.ts';
import { CLIENT, openEmulator, openWebApi, type WebApi } from './web-api.ts';
import { TOKEN } from './workspace.ts';

const APP_TOKEN = 'xapp-1-A0LOOP-loopback';
const SOCKET: Connection = { kind: 'socket', botToken: TOKEN, appToken: APP_TOKEN };
const ALL = Object.keys(SCOPES).join(',');

let bot: Bot;
let wanted: Manifest;
let api: WebApi;
let close: () => Promise<void>;
let socketsOpened: () => number;
const manifestFor = (more: { http?: string; assistant?: boolean } = {}): Manifest =>
  slackManifest({ commands: allCommands, about: bot.about(), say: bot.say, ...more });
beforeAll(async () => {
  ({ bot } = await openTestBot());
  wanted = manifestFor();
});
beforeEach(async () => {
  const emulator = await openEmulator('One', { token: TOKEN, user: 'U0BOT', id: 'B0BOT' });
  api = await openWebApi(new Map([[TOKEN, emulator.url]]));
  const socket = await openSocketServer();
  socketsOpened = socket.count;
  close = async () => {
    await socket.close();
    await api.close();
    await emulator.close();
  };
  accept(ALL);
  api.always('apps.connections.open', () => ({ body: { ok: true, url: socket.url } }));
});
afterEach(() => close());

/** Accepts the bot token, with these scopes. */
const accept = (scopes: string): void =>
  api.always('auth.test', () => ({
    headers: { 'x-oauth-scopes': scopes },
    body: { ok: true, team: 'One', user: 'answers', bot_id: 'B0BOT', user_id: 'U0BOT', team_id: 'T1' },
  }));
const refuse = (method: string, error: string): void => api.always(method, () => ({ body: { ok: false, error } }));

async function look(more: Partial<SlackSettings> = {}, manifest = wanted): Promise<Finding[]> {
  const settings: SlackSettings = {
    connection: SOCKET,
    visibility: 'channel',
    reply: 'thread',
    apiUrl: api.url,
    ...more,
  };
  const found = await diagnose(settings, manifest);
  expect(JSON.stringify(found)).not.toMatch(/loopback|xox[a-z]-/);
  return found;
}
const faults = (found: readonly Finding[]): Finding[] => found.filter(({ level }) => level === 'fault');

describe('the doctor', () => {
  it('says how to begin where Slack is not set up', async () => {
    const [finding, ...rest] = await diagnose(undefined, wanted);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ level: 'warning', page: 'https://api.slack.com/apps?new_app=1' });
    expect(finding?.mend).toMatch(/npm run manifest -- slack.*SLACK_BOT_TOKEN.*SLACK_APP_TOKEN/);
  });

  it('finds nothing wrong where nothing is', async () => {
    const found = await look();
    expect(found.map(({ level }) => level)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(found[0]?.what).toContain('answers in One');
    expect(found[2]?.what).toMatch(/^SLACK_APP_TOKEN is accepted, and 127\.0\.0\.1:\d+ can be reached/);
    expect(socketsOpened()).toBe(0); // a bot that runs loses nothing to the doctor
  });

  it('names each scope that is missing, what it is for, and the page to add it on', async () => {
    accept('chat:write,commands,files:write');
    const found = await look();
    const missing = faults(found);
    expect(missing).toHaveLength(Object.keys(SCOPES).length - 2);
    expect(missing[0]).toMatchObject({
      what: expect.stringMatching(/app_mentions:read is missing.*to be asked by a mention/),
      mend: expect.stringContaining('Bot Token Scopes'),
      page: 'https://api.slack.com/apps/A0LOOP/oauth',
    });
    expect(found).toContainEqual(
      expect.objectContaining({ level: 'warning', what: expect.stringContaining('files:write') }),
    );
  });

  it.each(['invalid_auth', 'token_revoked', 'account_inactive'])(
    'tells a bot token that is refused (%s)',
    async (error) => {
      refuse('auth.test', error);
      const [fault, ...rest] = faults(await look());
      expect(rest).toEqual([]);
      expect(fault).toMatchObject({
        what: `SLACK_BOT_TOKEN is refused (${error})`,
        mend: expect.stringContaining('Bot User OAuth Token'),
        page: 'https://api.slack.com/apps/A0LOOP/oauth',
      });
    },
  );

  it('tells a person’s token from a bot’s', async () => {
    api.always('auth.test', () => ({ body: { ok: true, team: 'One', user: 'ann', user_id: 'U1' } }));
    expect(faults(await look())[0]?.what).toMatch(/belongs to a person/);
  });

  it.each([
    ['missing_scope', /connections:write/, 'https://api.slack.com/apps/A0LOOP/general'],
    ['not_allowed_token_type', /App-Level Token/, 'https://api.slack.com/apps/A0LOOP/general'],
    ['socket_mode_not_enabled', /Enable Socket Mode/, 'https://api.slack.com/apps/A0LOOP/socket-mode'],
  ])('tells why no socket can be opened (%s)', async (error, mend, page) => {
    refuse('apps.connections.open', error);
    expect(faults(await look())).toEqual([
      { level: 'fault', what: `no socket can be opened (${error})`, mend: expect.stringMatching(mend), page },
    ]);
  });

  it('tells that the socket’s host cannot be reached, and which', async () => {
    api.always('apps.connections.open', () => ({ body: { ok: true, url: 'ws://127.0.0.1:9/link/?ticket=loopback' } }));
    const [fault, ...rest] = faults(await look());
    expect(rest).toEqual([]);
    expect(fault).toMatchObject({ mend: expect.stringContaining('127.0.0.1:9') });
  });

  it('tells that Slack cannot be reached', async () => {
    const [fault] = faults(await look({ apiUrl: 'http://127.0.0.1:9/api/' }));
    expect(fault).toMatchObject({ what: 'Slack cannot be reached', mend: expect.stringContaining('SLACK_API_URL') });
  });

  it.each([
    ['invalid_code', 0],
    ['bad_client_secret', 1],
    ['invalid_client_id', 1],
  ])('checks the app’s own secret where many workspaces are served (%s)', async (error, count) => {
    refuse('oauth.v2.access', error);
    const connection: Connection = {
      kind: 'oauth',
      signingSecret: 's'.repeat(32),
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      stateSecret: 't'.repeat(32),
    };
    const found = await look({ connection });
    expect(faults(found)).toHaveLength(count);
    expect(JSON.stringify(found)).not.toContain(CLIENT.secret);
  });
});

describe('the manifest', () => {
  const configurationToken = 'xoxe.xoxp-1-loopback';
  const hold = (manifest: unknown): void =>
    api.always('apps.manifest.export', () => ({ body: { ok: true, manifest } }));

  it('that is as it should be is no matter', async () => {
    hold(structuredClone(wanted));
    const found = await look({ configurationToken });
    expect(found.at(-1)).toEqual({ level: 'ok', what: 'the app’s manifest is as it should be' });
    expect(api.of('apps.manifest.export')[0]?.args.app_id).toBe('A0LOOP');
  });

  it('that has drifted is told, difference by difference', async () => {
    type Held = { features: { slash_commands: object[] }; settings: object };
    const { features, settings, ...rest } = structuredClone(wanted) as unknown as Held;
    const commands = features.slash_commands.slice(1);
    hold({
      ...rest,
      features: { ...features, slash_commands: [...commands, { command: '/old' }], shortcuts: [] },
      settings: { ...settings, socket_mode_enabled: false, event_subscriptions: { bot_events: ['app_mention'] } },
    });
    const found = await look({ configurationToken });
    const drifted = found.filter(({ level }) => level === 'warning');
    const told = drifted.map(({ what }) => what).join('\n');
    for (const difference of [
      'the slash command /xiaomi is missing',
      'the slash command /old is not needed',
      'the shortcut ask-about-this is missing',
      'the bot event message.im is missing',
      'Socket Mode must be on',
    ]) {
      expect(told).toContain(difference);
    }
    expect(drifted[0]).toMatchObject({
      mend: expect.stringContaining('npm run manifest -- slack'),
      page: 'https://api.slack.com/apps/A0LOOP/app-manifest',
    });
  });

  it('may still be of the earlier view of assistants', async () => {
    hold(manifestFor({ assistant: true }));
    expect((await look({ configurationToken })).at(-1)).toMatchObject({ level: 'ok' });
  });

  it('over HTTP must lead to the one path', async () => {
    const manifest = manifestFor({ http: 'https://bot.example.org' });
    hold(JSON.parse(JSON.stringify(manifest).replaceAll('/slack/events', '/hook')));
    const connection: Connection = { kind: 'http', botToken: TOKEN, signingSecret: 's'.repeat(32) };
    const told = (await look({ configurationToken, appId: 'A0LOOP', connection }, manifest)).map(({ what }) => what);
    expect(told.filter((what) => /request URL.*\/hook.*must end in \/slack\/events/.test(what))).toHaveLength(2);
  });

  it('cannot be seen with a token that has run out', async () => {
    refuse('apps.manifest.export', 'token_expired');
    expect((await look({ configurationToken })).at(-1)).toMatchObject({
      level: 'warning',
      what: 'SLACK_CONFIG_TOKEN is refused (token_expired)',
    });
  });
});

describe('npm run doctor', () => {
  const doctor = (env: Record<string, string>) => run('src/cli/doctor.ts', [], { env });

  it('ends with 1 on a fault and on half a configuration, and well where nothing is set', async () => {
    refuse('auth.test', 'invalid_auth');
    const set = { SLACK_BOT_TOKEN: TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: api.url };
    const [none, half, sick] = await Promise.all([doctor({}), doctor({ SLACK_BOT_TOKEN: TOKEN }), doctor(set)]);
    expect([none.code, half.code, sick.code]).toEqual([0, 1, 1]);
    expect(none.stdout).toMatch(/Slack\n {2}! Slack is not set up\n.*npm run manifest/);
    expect(half.stderr).toMatch(/SLACK_APP_TOKEN: missing/);
    expect(sick.stdout).toMatch(/✗ SLACK_BOT_TOKEN is refused \(invalid_auth\)/);
    expect(sick.stdout + sick.stderr + half.stderr).not.toMatch(/loopback/);
  });
});
