// Registering commands sends what differs and nothing else; the doctor says what is wrong and where to mend it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import type { Finding } from '../../../src/adapters/contract.ts';
import { diagnose } from '../../../src/adapters/discord/doctor.ts';
import type { DiscordSettings } from '../../../src/adapters/discord/options.ts';
import { runRegister } from '../../../src/cli/register-run.ts';
import { projectFolder } from '../../support/source-files.ts';
import { assertValidRequest } from './check.ts';
import { openLastingChat, openLoopback } from './loopback.ts';
import { SERVER } from './payloads.ts';
import { APPLICATION, openRest, type Rest, TOKEN } from './rest.ts';

const EVERYWHERE = `/applications/${APPLICATION}/commands`;
const IN_SERVER = `/applications/${APPLICATION}/guilds/${SERVER}/commands`;

describe('at start-up', () => {
  it('commands are registered everywhere; after a restart nothing is sent', async () => {
    const loopback = await openLoopback();
    const first = await loopback.rest.take(`PUT ${EVERYWHERE}`);
    await loopback.restart();
    await loopback.close();
    expect(first.fault).toBeUndefined();
    const names = first.body.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining([...allCommands.map(({ name }) => name)]));
    expect(loopback.rest.untaken(`PUT ${EVERYWHERE}`)).toEqual([]);
    expect(loopback.test.logged.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['discord-commands-registered', 'discord-commands-unchanged']),
    );
  });

  it('they are registered to one server alone where one is set', async () => {
    const loopback = await openLoopback({ guild: SERVER });
    await loopback.rest.take(`PUT ${IN_SERVER}`);
    await loopback.close();
    expect(loopback.rest.sent.filter(({ path }) => path === EVERYWHERE)).toEqual([]);
  });

  it('where Discord refuses, the bot starts all the same and the log says what to do', async () => {
    const refuse = { status: 403, body: { message: 'Missing Access', code: 50001 } };
    const loopback = await openLoopback({
      guild: SERVER,
      prepare: (rest) => rest.except(({ path }) => (path === IN_SERVER ? refuse : undefined)),
    });
    expect(loopback.adapter.trouble?.()).toBeUndefined();
    await loopback.close();
    const told = loopback.test.logged.find(({ event }) => event === 'discord-commands-not-registered');
    expect(told?.fields.mend).toMatch(/invite the bot to the server of DISCORD_GUILD_ID/);
  });
});

let rest: Rest;
beforeEach(async () => {
  rest = await openRest(assertValidRequest);
});
afterEach(() => rest.close());

describe('npm run register', () => {
  const run = async (args: readonly string[], own: Partial<DiscordSettings> = {}): Promise<string> => {
    const { chat } = await openLastingChat();
    const wanted = async () => ({ commands: chat.commands, names: chat.localNames() });
    const settings = { token: TOKEN, api: rest.api, reply: 'channel', isShard: false, ...own } as const;
    return runRegister(args, settings, wanted);
  };
  const sent = (): string[] => rest.sent.map(({ method }) => method).filter((method) => method !== 'GET');

  it('shows what would change with --dry-run, does it without, and has nothing to do then', async () => {
    const dry = await run(['--dry-run']);
    expect(dry).toMatch(/^Would change everywhere:\n\+ \/spec\n/);
    expect(sent()).toEqual([]);
    expect(await run([])).toBe(dry.replace('Would change', 'Changed'));
    expect(sent()).toEqual(['PUT']);
    expect(await run([])).toContain('nothing was sent');
    expect(sent()).toEqual(['PUT']);
    rest.commands.get(EVERYWHERE)?.pop();
    expect(await run(['--dry-run'])).toBe('Would change everywhere:\n+ Ask about this');
  });

  it('names what is missing or wrong, and not the token', async () => {
    const wrong = String(await run([], { token: 'wrong.token' }).catch((error: unknown) => error));
    expect(wrong).toMatch(/does not accept DISCORD_TOKEN.*developers\/applications/);
    expect(wrong).not.toContain('wrong.token');
    await expect(run(['--now'])).rejects.toThrow('"--now" is not known');
    await expect(runRegister([], undefined, () => expect.unreachable())).rejects.toThrow(/DISCORD_TOKEN is not set/);
  });

  it('runs as a program', async () => {
    const env = { PATH: process.env.PATH, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: rest.api };
    const child = spawn(process.execPath, ['src/cli/register.ts', '--dry-run'], { cwd: projectFolder, env });
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    expect({ output, errors, status: child.exitCode }).toMatchObject({
      output: expect.stringMatching(/^Would change everywhere:\n\+ \/spec\n/),
      errors: '',
      status: 0,
    });
  });
});

describe('the doctor', () => {
  const KEY = 'ab'.repeat(32);
  const application = {
    id: APPLICATION,
    name: 'Answers',
    flags: 0,
    verify_key: KEY,
    interactions_endpoint_url: null,
    integration_types_config: { 0: {}, 1: {} },
  };
  const findings = async (of: Partial<DiscordSettings> = {}, own: object = {}): Promise<Finding[]> => {
    rest.except(({ path, authorization }) =>
      path === '/applications/@me' && authorization === `Bot ${TOKEN}`
        ? { status: 200, body: { ...application, ...own } }
        : undefined,
    );
    const { chat } = await openLastingChat();
    const commands = { commands: chat.commands, names: chat.localNames() };
    return diagnose({ token: TOKEN, api: rest.api, reply: 'channel', ...of }, commands);
  };
  const wrong = (all: readonly Finding[]): string[] =>
    all.filter(({ level }) => level !== 'ok').map(({ what, mend, page }) => `${what} → ${mend} ${page ?? ''}`);

  it('finds nothing wrong where all is well, and gives the link with the least permissions', async () => {
    const loopback = await openLoopback();
    rest.commands.set(EVERYWHERE, loopback.rest.commands.get(EVERYWHERE) ?? []);
    await loopback.close();
    const all = await findings();
    expect(wrong(all)).toEqual([]);
    const link = new URL(/https:\S+/.exec(all.at(-1)?.what ?? '')?.[0] ?? '');
    expect(link.searchParams.get('client_id')).toBe(APPLICATION);
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
    // See the channel, write, write in threads, embed links, read history.
    expect(link.searchParams.get('permissions')).toBe(
      String((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 38n)),
    );
  });

  it('names the page for each thing that is wrong', async () => {
    const told = wrong(
      await findings(
        { applicationId: '999999999999999999', publicKey: 'cd'.repeat(32) },
        { flags: 1 << 18, integration_types_config: { 0: {} } },
      ),
    ).join('\n');
    expect(told).toMatch(/DISCORD_APPLICATION_ID is of another application .*\/information/);
    expect(told).toMatch(/DISCORD_PUBLIC_KEY is of another application .*\/information/);
    expect(told).toMatch(/Discord knows no address to call .*\/discord\/interactions/);
    expect(told).toMatch(/User Install: not switched on .*\/installation/);
    expect(told).toMatch(/privileged intent is granted .*\/bot/);
    expect(told).toMatch(/Commands registered everywhere differ .*added: \/spec, \/price.*npm run register/);
    expect(told).not.toContain(TOKEN);
  });

  it('sees commands that go elsewhere, are registered twice, or to a server that the bot is not in', async () => {
    const elsewhere = await findings({}, { interactions_endpoint_url: 'https://old.example.org' });
    expect(wrong(elsewhere).join()).toContain('Discord sends commands and buttons to https://old.example.org');
    rest.commands.set(EVERYWHERE, [{ name: 'old' }]);
    expect(wrong(await findings({ guild: SERVER })).join()).toContain('show twice');
    rest.except(({ path }) =>
      path === IN_SERVER ? { status: 403, body: { message: 'Missing Access', code: 50001 } } : undefined,
    );
    expect(wrong(await findings({ guild: SERVER })).join()).toMatch(
      /not in server 2\d+ of DISCORD_GUILD_ID → Add the bot/,
    );
  });

  it('says that a token is wrong, or that there is none', async () => {
    const [only, ...others] = await findings({ token: 'wrong.token' });
    expect(only).toMatchObject({ level: 'fault', page: 'https://discord.com/developers/applications' });
    expect(only?.what).toMatch(/does not accept DISCORD_TOKEN/);
    expect(others).toEqual([]);
    const { chat } = await openLastingChat();
    const none = await diagnose(
      { applicationId: APPLICATION, reply: 'thread' },
      { commands: chat.commands, names: {} },
    );
    expect(wrong(none)).toEqual([expect.stringContaining('DISCORD_TOKEN is not set')]);
    expect(none.at(-1)?.what).toContain(`client_id=${APPLICATION}`);
    const nothing = wrong(await diagnose(undefined, { commands: [], names: {} }));
    expect(nothing).toEqual([expect.stringMatching(/not set up → .*set DISCORD_TOKEN/)]);
  });
});
