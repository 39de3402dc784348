// The app manifest: what Slack accepts, all that the adapter uses, and nothing beyond.
import { beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import { type Manifest, rootCommand, SCOPES, slackManifest, typeable } from '../../../src/adapters/slack/commands.ts';
import { promptsFor } from '../../../src/adapters/slack/prompts.ts';
import type { Command } from '../../../src/command.ts';
import { openTestBot, type TestBot } from '../../support/bot.ts';
import { sourceFiles, withoutComments } from '../../support/source-files.ts';
import { manifestBreaches } from './check.ts';

/** What each Web API method needs: docs.slack.dev/reference/methods. An empty list: any token will do. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  'apps.connections.open': [],
  'apps.manifest.export': [],
  'assistant.threads.setStatus': ['assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'views.open': [],
  'views.publish': [],
};
/** What each event needs: docs.slack.dev/reference/events */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  assistant_thread_context_changed: ['assistant:write'],
  assistant_thread_started: ['assistant:write'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  tokens_revoked: [],
};
const ORIGIN = 'https://bot.example.org';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});
const manifest = (part: Partial<Parameters<typeof slackManifest>[0]> = {}): Manifest =>
  slackManifest({
    commands: allCommands,
    about: own.bot.about(),
    say: own.bot.say,
    names: own.bot.localNames(),
    ...part,
  });
const scopesOf = ({ oauth_config: oauth }: Manifest): string[] => [...(oauth?.scopes?.bot ?? [])];
const eventsOf = ({ settings }: Manifest): string[] => [...(settings?.event_subscriptions?.bot_events ?? [])];
const slash = ({ features }: Manifest) => features?.slash_commands ?? [];

/** The Web API methods that the adapter's code calls. */
const called = (): string[] => {
  const code = sourceFiles('src/adapters/slack').map(({ text }) => withoutComments(text));
  const calls = code.flatMap((text) => [
    ...[...text.matchAll(/\bclient\.((?:[a-z]+\.)+[a-zA-Z]+)\(/g)].map(([, method = '']) => method),
    ...[...text.matchAll(/\bapiCall\(\s*'([^']+)'/g)].map(([, method = '']) => method),
  ]);
  return [...new Set(calls)];
};

describe('the manifest', () => {
  it.each([{}, { http: ORIGIN }, { assistant: true }, { language: 'zh' }])('is within Slack’s limits: %o', (part) => {
    expect(manifestBreaches(manifest(part))).toEqual([]);
    expect(manifest(part).display_information.long_description?.length).toBeGreaterThanOrEqual(174);
  });

  it('says in the language of the menus what to type behind a command', () => {
    const hints = slash(manifest({ language: 'zh' })).map(({ usage_hint: hint = '' }) => hint);
    expect(hints).toContain('<产品>');
    for (const hint of hints) expect(hint).not.toMatch(/<[a-z]|\[[a-z]/);
    expect(slash(manifest()).map(({ usage_hint: hint }) => hint)).toContain('<product>');
  });

  it('offers each command with its usage, and one root behind which all are found', () => {
    const [root, ...others] = slash(manifest());
    expect(root?.command).toBe('/xiaomi');
    for (const { name } of allCommands) expect(root?.usage_hint).toMatch(new RegExp(`(^|\\| )${name}\\b`));
    // "/help" is Slack's own; behind the root it is ours.
    expect(others.map(({ command }) => command)).toEqual(
      allCommands.filter(({ name }) => name !== 'help').map(({ name }) => `/${name}`),
    );
    expect(others.find(({ command }) => command === '/compare')?.usage_hint).toBe('<first> <others>');
  });

  it('names the root after the company that the knowledge is about', () => {
    const { company: _, ...about } = own.bot.about();
    const root = (id: string) => rootCommand({ ...about, company: { id, name: 'X' } }, allCommands);
    expect(root('acme-works')).toBe('/acme-works');
    expect(root('x'.repeat(60))).toHaveLength(32);
    expect(root('spec')).toBeUndefined();
    expect(root('help')).toBeUndefined();
    expect(rootCommand(about, allCommands)).toBeUndefined();
  });

  it('cuts what is too long, and never offers more commands than Slack takes', () => {
    const [first] = allCommands as [Command];
    const long = { en: 'x'.repeat(3000), zh: 'x' };
    const commands = Array.from({ length: 80 }, (_, index) => ({ ...first, name: `c${index}`, description: long }));
    expect(manifestBreaches(manifest({ commands }))).toEqual([]);
  });

  it('asks for the scopes of what the adapter calls and hears, and for no other', () => {
    const methods = called();
    expect(methods).toContain('chat.postMessage');
    expect(methods.filter((method) => METHODS[method] === undefined)).toEqual([]);
    for (const part of [{}, { http: ORIGIN }, { assistant: true }]) {
      const made = manifest(part);
      const events = eventsOf(made);
      expect(events.filter((event) => EVENTS[event] === undefined)).toEqual([]);
      const needed = [
        ...methods.flatMap((method) => METHODS[method] ?? []),
        ...events.flatMap((event) => EVENTS[event] ?? []),
        'commands',
      ];
      expect(scopesOf(made).sort()).toEqual([...new Set(needed)].sort());
      expect(scopesOf(made)).toEqual(Object.keys(SCOPES));
    }
  });

  it('is for Socket Mode, or for HTTP with every address', () => {
    expect(manifest().settings?.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest())).not.toContain('http');
    const made = manifest({ http: ORIGIN });
    expect(made.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: `${ORIGIN}/slack/events` },
      interactivity: { is_enabled: true, request_url: `${ORIGIN}/slack/events` },
    });
    expect(slash(made).map(({ url }) => url)).toEqual(slash(made).map(() => `${ORIGIN}/slack/events`));
    expect(made.oauth_config?.redirect_urls).toEqual([`${ORIGIN}/slack/oauth_redirect`]);
    expect(eventsOf(made)).toEqual(expect.arrayContaining(['app_uninstalled', 'tokens_revoked']));
  });

  it('has the agent view, or the earlier one with its events, never both', () => {
    expect(manifest().features).toHaveProperty('agent_view');
    expect(manifest().features).not.toHaveProperty('assistant_view');
    expect(eventsOf(manifest())).toContain('app_home_opened');
    const earlier = manifest({ assistant: true });
    expect(earlier.features).not.toHaveProperty('agent_view');
    expect(earlier.features).toHaveProperty('assistant_view');
    expect(eventsOf(earlier)).toEqual(expect.arrayContaining(['assistant_thread_started', 'message.im']));
  });

  it('opens the home and the messages, and has the shortcut for messages', () => {
    expect(manifest().features?.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest().features?.shortcuts).toMatchObject([{ type: 'message', callback_id: 'ask-about-this' }]);
  });
});

describe('help', () => {
  it('shows commands as they can be typed: Slack’s own names behind the root', async () => {
    const help = await own.ask('/help');
    const chat = { about: () => own.bot.about(), commands: allCommands };
    const { lines } = typeable(help, chat);
    expect(lines.find((line) => line.includes(' help'))).toMatch(/^\/xiaomi help – /);
    expect(lines.filter((line) => line.startsWith('/spec '))).toHaveLength(1);
    const { company: _, ...about } = own.bot.about();
    expect(typeable(help, { ...chat, about: () => about }).lines).toEqual(help.lines);
  });
});

describe('the prompts of the agent view', () => {
  it.each(['en', 'zh'])('are each answered: %s', async (language) => {
    const { prompts, title } = promptsFor(own.bot.about(), own.bot.say, language);
    expect(title).not.toBe('');
    expect(prompts).toHaveLength(4);
    for (const { message } of prompts) {
      const { kind } = await own.ask(message);
      expect([message, kind]).toEqual([message, 'answer']);
    }
  });

  it('are there without a product or a company, too', () => {
    const { company: _, ...about } = own.bot.about();
    expect(promptsFor({ ...about, recent: [] }, own.bot.say, 'en').prompts).toHaveLength(2);
  });
});
