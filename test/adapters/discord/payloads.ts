// What Discord sends, in its own form: servers, messages, commands, presses.
import { PermissionFlagsBits } from 'discord.js';
import { APPLICATION, BOT, newId } from './rest.ts';

/** Two servers with a channel each, and people. */
export const SERVER = '200000000000000001';
export const CHANNEL = '210000000000000001';
export const OTHER_SERVER = '200000000000000002';
export const OTHER_CHANNEL = '210000000000000002';
export const ROLE = '220000000000000001';
export const ANN = '300000000000000001';
export const BEN = '300000000000000002';

const user = (id: string, bot = false) => ({ id, username: `u${id.slice(-1)}`, discriminator: '0', avatar: null, bot });
/** The bot's own role in a server. */
const roleIn = (server: string): string => (server === SERVER ? ROLE : `${ROLE.slice(0, -1)}2`);
const member = (permissions = 0n, roles: readonly string[] = []) => ({
  roles,
  joined_at: '2024-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
  permissions: String(permissions),
});

/** What the bot may do unless a test takes it away. */
export const ALL_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory;

/** A server as GUILD_CREATE tells it, with one text channel and the bot's own role. */
export const guild = (id: string, channel: string, permissions = ALL_PERMISSIONS) => ({
  id,
  name: `Server ${id.slice(-1)}`,
  owner_id: BEN,
  icon: null,
  features: [],
  emojis: [],
  stickers: [],
  roles: [
    {
      id,
      name: '@everyone',
      permissions: '0',
      position: 0,
      color: 0,
      colors: { primary_color: 0 },
      hoist: false,
      managed: false,
      mentionable: false,
      flags: 0,
    },
    {
      id: roleIn(id),
      name: 'Answers',
      permissions: String(permissions),
      position: 1,
      color: 0,
      colors: { primary_color: 0 },
      hoist: false,
      managed: true,
      mentionable: true,
      flags: 0,
      tags: { bot_id: BOT },
    },
  ],
  channels: [{ id: channel, type: 0, name: 'general', position: 0, permission_overwrites: [], guild_id: id }],
  threads: [],
  members: [{ ...member(), user: user(BOT, true), roles: [roleIn(id)] }],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  member_count: 3,
  large: false,
  unavailable: false,
});

export type Written = {
  readonly author?: string;
  readonly channel?: string;
  /** Null in direct messages. */
  readonly server?: string | null;
  readonly bot?: boolean;
  readonly roles?: readonly string[];
  readonly id?: string;
  readonly type?: number;
  /** Of the webhook that wrote it. */
  readonly webhook?: string;
  /** Author and text of the message that it replies to. */
  readonly above?: { readonly author: string; readonly content: string };
};

/** A message as MESSAGE_CREATE tells it. */
export const message = (content: string, how: Written = {}) => {
  const {
    author = ANN,
    channel = CHANNEL,
    server = SERVER,
    bot = false,
    roles = [],
    id = newId(),
    above,
    type = above ? 19 : 0,
    webhook,
  } = how;
  const place = server === null ? {} : { guild_id: server, member: member(0n, author === BOT ? [roleIn(server)] : []) };
  const bare = {
    channel_id: channel,
    timestamp: '2026-01-01T00:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    pinned: false,
    mention_everyone: false,
    attachments: [],
    embeds: [],
    components: [],
  };
  return {
    ...bare,
    ...place,
    id,
    content,
    author: user(author, bot),
    type,
    ...(webhook ? { webhook_id: webhook } : {}),
    mentions: [...content.matchAll(/<@!?(\d+)>/g)].map(([, mentioned = '']) => user(mentioned)),
    mention_roles: roles,
    ...(above
      ? {
          message_reference: { message_id: newId(), channel_id: channel },
          referenced_message: {
            ...bare,
            id: newId(),
            type: 0,
            content: above.content,
            author: user(above.author),
            mentions: [],
            mention_roles: [],
          },
        }
      : {}),
  };
};

export type Where = {
  readonly by?: string;
  readonly channel?: string;
  readonly server?: string | null;
  readonly locale?: string;
  /** Installed by the person alone: the bot is not in the server. */
  readonly own?: boolean;
  readonly permissions?: bigint;
  /** What the bot itself may do there. */
  readonly may?: bigint;
  readonly id?: string;
};

const interaction = (type: number, data: unknown, where: Where = {}) => {
  const {
    by = ANN,
    channel = CHANNEL,
    server = SERVER,
    locale = 'en-US',
    own = false,
    permissions = 0n,
    may = ALL_PERMISSIONS,
  } = where;
  const id = where.id ?? newId();
  return {
    id,
    application_id: APPLICATION,
    type,
    data,
    token: `token-${id}`,
    version: 1,
    locale,
    channel_id: channel,
    channel: { id: channel, type: server === null ? 1 : 0 },
    app_permissions: String(may),
    entitlements: [],
    context: server === null ? 1 : 0,
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: own ? { 1: by } : { 0: server ?? '0' },
    ...(server === null
      ? { user: user(by) }
      : { guild_id: server, guild_locale: 'en-US', member: { ...member(permissions), user: user(by) } }),
  };
};

const options = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => ({ name, type: 3, value }));

/** A slash command. */
export const slash = (name: string, values: Readonly<Record<string, string>> = {}, where?: Where) =>
  interaction(2, { id: newId(), type: 1, name, options: options(values) }, where);

/** "Ask about this" on a message of somebody. */
export const onMessage = (content: string, where?: Where) => {
  const target = message(content, { author: BEN });
  const data = {
    id: newId(),
    type: 3,
    name: 'Ask about this',
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  };
  return interaction(2, data, where);
};

/** An option while it is typed. */
export const typing = (name: string, option: string, value: string, where?: Where) =>
  interaction(4, { id: newId(), type: 1, name, options: [{ name: option, type: 3, value, focused: true }] }, where);

/** A press on a button under a message of the bot, or a pick from a menu. */
export const press = (
  customId: string,
  where: Where & { values?: string[]; components?: unknown; flags?: number } = {},
) => {
  const { values, components = [], flags = 0, ...rest } = where;
  const data = values ? { custom_id: customId, component_type: 3, values } : { custom_id: customId, component_type: 2 };
  return { ...interaction(3, data, rest), message: { ...message('', { author: BOT, bot: true }), components, flags } };
};

/** A modal that was sent. */
export const submitted = (customId: string, written: string, where?: Where) => {
  const component = { type: 4, id: 2, custom_id: 'why', value: written };
  return interaction(5, { custom_id: customId, components: [{ type: 18, id: 1, component }] }, where);
};

/** A server in which the bot is not. */
export const newServer = newId;

/** What a moderator may do. */
export const MODERATOR = PermissionFlagsBits.ManageMessages;

/** A public thread of a channel, as THREAD_CREATE tells it. */
export const thread = (id: string, channel: string) => ({
  id,
  type: 11,
  guild_id: SERVER,
  parent_id: channel,
  owner_id: BOT,
  name: 'A thread',
  member_count: 2,
  message_count: 0,
  total_message_sent: 0,
  rate_limit_per_user: 0,
  thread_metadata: {
    archived: false,
    auto_archive_duration: 1440,
    archive_timestamp: '2026-01-01T00:00:00.000Z',
    locked: false,
  },
});
