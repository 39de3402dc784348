// Command definitions and the adapter's own needs → Slack's app manifest: the least scopes and events.
import type { webApi } from '@slack/bolt';
import type { Answer } from '../../answer.ts';
import type { About, LocalNames } from '../../bot/contract.ts';
import { clip } from '../../chat/clean.ts';
import type { Chat } from '../../chat/contract.ts';
import type { Command } from '../../command.ts';
import { ASK_ABOUT_SHORTCUT } from './actions.ts';
import { LIMITS } from './limits.ts';
import { promptsFor } from './prompts.ts';

export type Manifest = webApi.AppsManifestCreateArguments['manifest'];
type Scope = NonNullable<NonNullable<NonNullable<Manifest['oauth_config']>['scopes']>['bot']>[number];

/** Where Slack reaches the app over HTTP: everything at one path, installations at two more. */
export const PATHS = { events: '/slack/events', install: '/slack/install', redirect: '/slack/oauth_redirect' } as const;

/** The least that the bot may do, and what for: docs.slack.dev/reference/scopes */
export const SCOPES = {
  'app_mentions:read': 'to be asked by a mention',
  'assistant:write': 'to suggest questions and show that it is at work in the agent view',
  'channels:history': 'to follow on in threads of public channels without a new mention',
  'chat:write': 'to answer',
  commands: 'to be asked by slash commands and the message shortcut',
  'groups:history': 'to follow on in threads of private channels that it was invited to',
  'im:history': 'to be asked in direct messages',
  'mpim:history': 'to follow on in threads of group messages that it was invited to',
} as const satisfies Readonly<Partial<Record<Scope | 'assistant:write', string>>>;

/** The one scope of an app-level token for Socket Mode. */
export const APP_SCOPE = 'connections:write';

/** The events that are listened to: docs.slack.dev/reference/events */
const EVENTS = [
  'app_home_opened',
  'app_mention',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
] as const;
/** The events of the earlier view of assistants, which Slack accepts of existing apps only. */
export const ASSISTANT_EVENTS = ['assistant_thread_started', 'assistant_thread_context_changed'] as const;
/** An installation that ends is forgotten. */
const INSTALLATION_EVENTS = ['app_uninstalled', 'tokens_revoked'] as const;

/** Names that Slack keeps for itself: slack.com/help/articles/201259356-Slash-commands-in-Slack */
export const RESERVED: ReadonlySet<string> = new Set(
  'active apps archive away call collapse dm dnd expand feed help invite join leave me msg mute open prefs remind remove rename search shortcuts shrug star status topic who'.split(
    ' ',
  ),
);

/**
 * How a command's options are typed: "<product>", "[others]"; empty where it takes none.
 * @param names what commands and options are called in the reader's language
 */
export const hintOf = ({ name, options }: Command, names: LocalNames[string] = {}): string =>
  options
    .map(({ name: own, required }) => {
      const called = names[name]?.options?.[own]?.name ?? own;
      return required ? `<${called}>` : `[${called}]`;
    })
    .join(' ');

/** The name of the one command behind which all others are found, as their own may be taken: "/name". */
export function rootCommand({ company }: About, commands: readonly Command[]): string | undefined {
  const name = company?.id.replace(/[^a-z0-9_-]/g, '').slice(0, LIMITS.commandName.most - 1);
  return name && !RESERVED.has(name) && !commands.some((command) => command.name === name) ? `/${name}` : undefined;
}

/** Help as it can be typed in Slack: a command whose name is Slack's own stands behind the root. */
export function typeable(answer: Answer, { about, commands }: Pick<Chat, 'about' | 'commands'>): Answer {
  if (answer.kind !== 'chat') return answer;
  const root = rootCommand(about(), commands);
  const lines = answer.lines.map((line) => {
    const [typed = '', name = ''] = /^\/([a-z0-9_-]+)/.exec(line) ?? [];
    return root && RESERVED.has(name) ? `${root} ${name}${line.slice(typed.length)}` : line;
  });
  return { ...answer, lines };
}

const described = ({ description }: Command, language: string): string =>
  description[/^zh\b/i.test(language) ? 'zh' : 'en'];

export type ManifestOptions = {
  readonly commands: readonly Command[];
  readonly about: About;
  readonly say: Chat['say'];
  /** What options are called in languages other than English. */
  readonly names?: LocalNames;
  /** Language of what users read in Slack's own menus, "en" where absent: Slack has one for all. */
  readonly language?: string;
  /** Origin under which Slack reaches the app over HTTP, such as "https://bot.example.org"; absent for Socket Mode. */
  readonly http?: string;
  /** The earlier view of assistants instead of the agent view; Slack accepts it of existing apps only. */
  readonly assistant?: boolean;
};

/** The manifest of the app: what Slack must know of it, and the least that it asks for. docs.slack.dev/reference/app-manifest */
export function slackManifest(options: ManifestOptions): Manifest {
  const { commands, about, say, names = {}, language = 'en', http, assistant } = options;
  const company = about.company?.name ?? '';
  const told = (id: string, most: number): string => clip(say(id, language, { company }).trim(), most);
  const url = http === undefined ? {} : { url: http + PATHS.events };
  const requestUrl = http === undefined ? {} : { request_url: http + PATHS.events };
  const root = rootCommand(about, commands);
  const own = commands.filter(({ name }) => !RESERVED.has(name) && name.length < LIMITS.commandName.most);
  const slash = (command: string, description: string, usage: string) => ({
    command,
    description: clip(description, LIMITS.commandDescription.most),
    ...(usage === '' ? {} : { usage_hint: clip(usage, LIMITS.commandUsage.most) }),
    should_escape: false,
    ...url,
  });
  const usages = commands.map((command) => `${command.name} ${hintOf(command, names[language])}`.trim()).join(' | ');
  const agent = told('slack-agent-description', LIMITS.agentDescription.most);
  const { prompts } = promptsFor(about, say, language);
  return {
    display_information: {
      name: told('slack-app-name', LIMITS.appName.most),
      description: told('slack-app-description', LIMITS.appDescription.most),
      long_description: told('slack-app-about', LIMITS.appLongDescription.most),
    },
    features: {
      ...(assistant
        ? { assistant_view: { assistant_description: agent, suggested_prompts: prompts } }
        : { agent_view: { agent_description: agent, suggested_prompts: prompts } }),
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: botName(told('slack-app-name', LIMITS.botName.most), root), always_online: true },
      shortcuts: [
        {
          name: told('ask-about-this', LIMITS.shortcutName.most),
          type: 'message',
          callback_id: ASK_ABOUT_SHORTCUT,
          description: told('slack-shortcut-description', LIMITS.shortcutDescription.most),
        },
      ],
      slash_commands: [
        ...(root ? [slash(root, told('slack-root-description', LIMITS.commandDescription.most), usages)] : []),
        ...own.map((command) =>
          slash(`/${command.name}`, described(command, language), hintOf(command, names[language])),
        ),
      ].slice(0, LIMITS.commands.most),
    },
    oauth_config: {
      ...(http === undefined ? {} : { redirect_urls: [http + PATHS.redirect] }),
      scopes: { bot: Object.keys(SCOPES) as Scope[] },
    },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: [
          ...EVENTS,
          ...(assistant ? ASSISTANT_EVENTS : []),
          ...(http === undefined ? [] : INSTALLATION_EVENTS),
        ].sort(),
      },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: http === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** A bot's name has small letters, digits, "-", "_" and "." only. */
const botName = (name: string, root: string | undefined): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^-+|-+$/g, '') ||
  root?.slice(1) ||
  'answers';
