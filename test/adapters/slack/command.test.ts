// Slash commands: each by its own name and behind the root, seen by all or by the asker alone.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import type { Bot } from '../../../src/bot/contract.ts';
import { openTestBot } from '../../support/bot.ts';
import { command } from './deliveries.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

let bot: Bot;
let workspace: Workspace;
beforeAll(async () => {
  ({ bot } = await openTestBot());
});
afterEach(() => workspace.close());

/** Types a command as Ann; gives what was acknowledged with, and what was answered. */
async function type(line: string, options: WorkspaceOptions = {}) {
  workspace = await openWorkspace({ bot, ...options });
  const { deliver, api, ann } = workspace;
  const acknowledged = await deliver(command(ann, line, api.responseUrl('c1')));
  const { args } = await api.next('response_url', 'chat.postMessage', 'chat.postEphemeral');
  return { acknowledged, args, text: String(args.text) };
}

describe('a command', () => {
  it.each(
    allCommands.filter(({ options }) => options.length > 0).map(({ name, examples }) => [name, examples[0] ?? '']),
  )('/%s answers its example', async (_name, example) => {
    const { args, text } = await type(example);
    const { lead } = await bot.ask({ input: example });
    expect(text).toContain(lead.split('\n')[0]?.slice(0, 30).replaceAll('&', '&amp;') ?? '-');
    expect(args).toMatchObject({ response_type: 'in_channel', replace_original: false });
  });

  it('is shown to all with its answer', async () => {
    const { acknowledged } = await type('/price redmi-9c');
    expect(JSON.parse(acknowledged)).toEqual({ response_type: 'in_channel' });
  });

  it('is answered to the asker alone where that is wished, and is not shown', async () => {
    const { acknowledged, args, text } = await type('/price redmi-9c', { visibility: 'private' });
    expect(acknowledged).toBe('');
    expect(args.response_type).toBe('ephemeral');
    expect(text).toMatch(/EUR 119/);
  });

  it.each([
    ['what is not known', '/price redmi-9t', /don't know a product/],
    ['what may mean several things', '/ask which screen size', /which product/i],
    ['a missing argument', '/compare redmi-9a', /needs one thing more/],
    ['no argument at all', '/spec', /needs one thing more/],
    ['help', '/help', /ask about/i],
  ])('%s is told to the asker alone', async (_what, line, told) => {
    const { acknowledged, args, text } = await type(line);
    expect(acknowledged).toBe('');
    expect(args.response_type).toBe('ephemeral');
    expect(text).toMatch(told);
  });
});

describe('the root', () => {
  it.each([
    ['/xiaomi price redmi-9c', /EUR 119/],
    ['/xiaomi PRICE redmi 9c', /EUR 119/],
    ['/xiaomi /price redmi-9c', /EUR 119/],
    ['/xiaomi how much is the redmi 9c', /EUR 119/],
    ['/answers price redmi-9c', /EUR 119/],
    ['/xiaomi help', /ask about/i],
    ['/xiaomi', /ask about/i],
  ])('%s', async (line, told) => {
    expect((await type(line)).text).toMatch(told);
  });
});

describe('what a person writes', () => {
  it('may be marked up as Slack does it', async () => {
    const { text } = await type('/ask how much is the <https://mi.example/9c|redmi 9c> &amp; the <#C1|redmi 9a>');
    expect(text).toMatch(/EUR 119/);
    expect(text).toMatch(/EUR 99/);
  });

  it('never comes back as a mention, a crowd or a link', async () => {
    const { args } = await type(
      '/ask price of the <!channel> <@U0OTHER> galaxy <https://evil.example|xiaomi> &lt;!here&gt;',
    );
    expect(JSON.stringify(args)).not.toMatch(/<!|<@U0OTHER|<https:\/\/evil/);
  });
});

describe('the address that came with a command', () => {
  it('that has expired is no end: the answer comes by the Web API', async () => {
    workspace = await openWorkspace({ bot });
    const { deliver, api, ann } = workspace;
    api.once('response_url', () => ({ status: 404, body: { ok: false, error: 'expired_url' } }));
    await deliver(command(ann, '/price redmi-9c', api.responseUrl('c1')));
    const { args } = await api.next('chat.postMessage');
    expect(args).toMatchObject({ channel: ann.channel });
    expect(args.text).toMatch(/EUR 119/);
  });
});

describe('a channel that the bot is not in', () => {
  it('is no end either: the answer comes as a direct message', async () => {
    workspace = await openWorkspace({ bot });
    const { deliver, api, ann } = workspace;
    api.once('response_url', () => ({ status: 404, body: 'expired_url' }));
    api.once('chat.postMessage', () => ({ body: { ok: false, error: 'not_in_channel' } }));
    await deliver(command(ann, '/price redmi-9c', api.responseUrl('c1')));
    await api.next('chat.postMessage');
    const { args } = await api.next('chat.postMessage');
    expect(args.channel).toBe(ann.user);
    expect(args.text).toMatch(/EUR 119/);
  });
});

describe('a person who asks too much', () => {
  it('is told once, alone, and then not answered', async () => {
    workspace = await openWorkspace({ bot });
    const { deliver, api, ann, chat, close } = workspace;
    const outcomes = [{ kind: 'limited', sentence: 'Too many.' } as const, { kind: 'limited' } as const];
    chat.ask = async () => outcomes.shift() ?? { kind: 'limited' };
    await deliver(command(ann, '/price redmi-9c', api.responseUrl('c1')));
    expect(await deliver(command(ann, '/price redmi-9c', api.responseUrl('c2')))).toBe('');
    await close();
    const told = api.of('response_url').map(({ args }) => [args.response_type, args.text]);
    expect(told).toEqual([['ephemeral', 'Too many.']]);
  });
});

describe('a bot that fails', () => {
  it('tells the asker a reference that the log has, too', async () => {
    const failing: Bot = {
      ...bot,
      reply: async () => {
        throw new Error('a fault');
      },
    };
    const { acknowledged, args, text } = await type('/price redmi-9c', { bot: failing });
    expect([acknowledged, args.response_type]).toEqual(['', 'ephemeral']);
    const reference = /[0-9a-f]{8}/.exec(text)?.[0];
    expect(workspace.logged).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ reference }) }),
    );
  });
});
