// What can be set for Discord: each variable, what is accepted, and the page where its value is found.
import { z } from 'zod';
import { DEVELOPER_PORTAL, type DiscordSettings } from '../adapters/discord/options.ts';

/** More shards than this no bot has been given; a mistyped number must not start them. */
const MOST_SHARDS = 10_000;

/** A variable that is set to nothing counts as not set. */
const optional = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

const snowflake = (what: string, page: string) =>
  optional.refine((value) => value === undefined || /^\d{15,22}$/.test(value), {
    error: `is not ${what}; accepted: the digits of an id. ${page}`,
  });

/** "0-3,6" → 0, 1, 2, 3, 6; nothing when it is no such list. */
function parseList(list: string): number[] | undefined {
  const numbers = new Set<number>();
  for (const piece of list.split(',')) {
    const range = /^\s*(\d{1,4})(?:\s*-\s*(\d{1,4}))?\s*$/.exec(piece);
    if (!range) return undefined;
    const first = Number(range[1]);
    const last = Number(range[2] ?? first);
    if (last < first) return undefined;
    for (let shard = first; shard <= last; shard++) numbers.add(shard);
  }
  return [...numbers].sort((a, b) => a - b);
}

const isWebAddress = (value: string): boolean => {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === '';
};
const isShards = (value: string): boolean =>
  value === 'auto' || (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_SHARDS);

const variables = z.object({
  DISCORD_TOKEN: optional
    .transform((value) => value?.replace(/^Bot\s+/i, ''))
    .refine((value) => value === undefined || /^[\x21-\x7e]{1,200}$/.test(value), {
      error: `is not a bot token; accepted: the token alone, without quotes or blanks. Bot → Reset Token on ${DEVELOPER_PORTAL}`,
    }),
  DISCORD_API_URL: optional
    .refine((value) => value === undefined || isWebAddress(value), {
      error: 'is not a web address; accepted: one such as https://discord.com/api, without user, query or fragment',
    })
    .transform((value) => value?.replace(/\/+$/, '').replace(/\/v\d+$/, '')),
  DISCORD_GUILD_ID: snowflake('a server’s id', 'In Discord: Settings → Advanced → Developer Mode, then Copy Server ID'),
  DISCORD_REPLY: optional.pipe(
    z.enum(['thread', 'channel'], { error: 'accepted: thread or channel' }).default('channel'),
  ),
  DISCORD_SHARDS: optional
    .refine((value) => value === undefined || isShards(value), {
      error: `is no number of shards; accepted: auto, or a whole number from 1 to ${MOST_SHARDS}`,
    })
    .transform((value) => (value === undefined || value === 'auto' ? value : Number(value))),
  DISCORD_SHARD_LIST: optional,
  DISCORD_PUBLIC_KEY: optional.refine((value) => value === undefined || /^[0-9a-f]{64}$/i.test(value), {
    error: `is not a public key; accepted: 64 hexadecimal digits. General Information → Public Key on ${DEVELOPER_PORTAL}`,
  }),
  DISCORD_APPLICATION_ID: snowflake(
    'an application’s id',
    `General Information → Application ID on ${DEVELOPER_PORTAL}`,
  ),
  SHARDING_MANAGER: optional,
});

/** The variables' values → settings; nothing when neither a token nor a public key is set. */
export const discordEnvironment = variables.transform((values, context): DiscordSettings | undefined => {
  const fault = (path: string, message: string): void => {
    context.addIssue({ code: 'custom', path: [path], message });
  };
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey, DISCORD_APPLICATION_ID: applicationId } = values;
  const { DISCORD_SHARDS: shards, DISCORD_SHARD_LIST: listed } = values;
  const shardList = listed === undefined ? undefined : parseList(listed);
  if (listed !== undefined && !shardList)
    fault('DISCORD_SHARD_LIST', 'is no list of shards; accepted: numbers from 0 and ranges, such as "0-3" or "0,2"');
  if (listed !== undefined && typeof shards !== 'number')
    fault('DISCORD_SHARDS', 'must be a number where DISCORD_SHARD_LIST is set, the same for every replica');
  if (shardList && typeof shards === 'number' && shardList.some((shard) => shard >= shards))
    fault(
      'DISCORD_SHARD_LIST',
      `names a shard that there is not; accepted: 0 to ${shards - 1}, as DISCORD_SHARDS says`,
    );
  if (publicKey && !token && !applicationId)
    fault(
      'DISCORD_APPLICATION_ID',
      `is needed where DISCORD_PUBLIC_KEY stands without DISCORD_TOKEN. General Information → Application ID on ${DEVELOPER_PORTAL}`,
    );
  if (!token && !publicKey) return undefined;
  const { DISCORD_API_URL: api, DISCORD_GUILD_ID: guild } = values;
  return {
    reply: values.DISCORD_REPLY,
    isShard: values.SHARDING_MANAGER !== undefined,
    ...(token ? { token } : {}),
    ...(api ? { api } : {}),
    ...(guild ? { guild } : {}),
    ...(shards ? { shards } : {}),
    ...(shardList ? { shardList } : {}),
    ...(publicKey ? { publicKey } : {}),
    ...(applicationId ? { applicationId } : {}),
  };
});
