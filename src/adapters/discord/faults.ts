// Why Discord turns the program away, in a sentence that says what to do.
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes, HTTPError } from 'discord.js';
import { SetupError } from '../contract.ts';
import { DEVELOPER_PORTAL } from './options.ts';

/** Said wherever a token is not accepted. */
export const WRONG_TOKEN = `Discord does not accept DISCORD_TOKEN. Open ${DEVELOPER_PORTAL}, your application, Bot → Reset Token, and set the new one.`;

/** Closings after which reconnecting would not help. https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSED: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: WRONG_TOKEN,
  [GatewayCloseCodes.InvalidShard]:
    'Discord does not know this shard. Set DISCORD_SHARDS to the same number for every replica, and DISCORD_SHARD_LIST to shards below it.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in too many servers for so few shards. Set DISCORD_SHARDS=auto, or to a greater number.',
  [GatewayCloseCodes.DisallowedIntents]: `Discord refuses the intents of this bot, none of which is privileged. Open ${DEVELOPER_PORTAL} and see whether the application is restricted.`,
};

/** What to do about a connection that Discord has closed for good. */
export const closedFor = (code: number): SetupError =>
  new SetupError(CLOSED[code] ?? `Discord's gateway has closed the connection for good, with code ${code}.`);

/** Codes of network errors: the other side is not there. */
const AWAY = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']);
const networkCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  return AWAY.has(code) ? code : networkCode(error.cause);
};

/** The same error, or where whoever runs the program can mend it, one that says how. */
export function mendable(error: unknown, api = 'https://discord.com/api'): unknown {
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;
  const isInvalid = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isInvalid || status === 401) return new SetupError(WRONG_TOKEN);
  const code = networkCode(error);
  if (code !== undefined)
    return new SetupError(
      `Discord cannot be reached at ${api} (${code}). Check the network, and DISCORD_API_URL if it is set.`,
    );
  if (status !== undefined && status >= 500)
    return new SetupError(
      `Discord at ${api} answers with status ${status}. See https://discordstatus.com, and start again later.`,
    );
  return error;
}
