// What `npm run doctor` looks at in Discord: the token, the application's settings, the commands, and the way in.
import {
  type APIApplication,
  type APIGatewayBotInfo,
  ApplicationFlags,
  ApplicationIntegrationType,
  DiscordAPIError,
  REST,
  Routes,
} from 'discord.js';
import type { LocalNames } from '../../bot/contract.ts';
import type { Command } from '../../command.ts';
import { type Finding, SetupError } from '../contract.ts';
import { INTERACTIONS_PATH } from './endpoint.ts';
import { mendable } from './faults.ts';
import { inviteLink } from './invite.ts';
import { DEVELOPER_PORTAL, type DiscordOptions, restOptions } from './options.ts';
import { compareCommands, hasDrifted } from './register.ts';

type Settings = Pick<DiscordOptions, 'token' | 'api' | 'guild' | 'reply' | 'publicKey' | 'applicationId' | 'rest'>;
/** The commands as they are to be registered. */
type Wanted = { readonly commands: readonly Command[]; readonly names: LocalNames };

const { GatewayPresence, GatewayPresenceLimited, GatewayGuildMembers, GatewayGuildMembersLimited } = ApplicationFlags;
const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlags;
const PRIVILEGED =
  GatewayPresence |
  GatewayPresenceLimited |
  GatewayGuildMembers |
  GatewayGuildMembersLimited |
  GatewayMessageContent |
  GatewayMessageContentLimited;
/** Fewer connections than this left for today, and something reconnects again and again. */
const FEW_STARTS = 50;

const ok = (what: string): Finding => ({ level: 'ok', what });
const warning = (what: string, mend: string, page?: string): Finding => ({
  level: 'warning',
  what,
  mend,
  ...(page === undefined ? {} : { page }),
});
const fault = (what: string, mend: string, page?: string): Finding => ({
  ...warning(what, mend, page),
  level: 'fault',
});
const pageOf = ({ id }: APIApplication, part: string): string => `${DEVELOPER_PORTAL}/${id}/${part}`;

/** Whether the settings speak of the application that the token belongs to. */
function identity(application: APIApplication, { applicationId, publicKey }: Settings): Finding[] {
  const { id, name, verify_key: key } = application;
  const page = pageOf(application, 'information');
  return [
    ok(`Discord accepts DISCORD_TOKEN: application “${name}”, id ${id}`),
    ...(applicationId !== undefined && applicationId !== id
      ? [fault('DISCORD_APPLICATION_ID is of another application than the token', `Set it to ${id}.`, page)]
      : []),
    ...(publicKey !== undefined && publicKey.toLowerCase() !== key
      ? [fault('DISCORD_PUBLIC_KEY is of another application than the token', 'Copy Public Key from this page.', page)]
      : []),
  ];
}

/** Whether interactions arrive where this program listens. */
function wayIn(application: APIApplication, { publicKey }: Settings): Finding[] {
  const { interactions_endpoint_url: url } = application;
  const page = pageOf(application, 'information');
  if (url && publicKey === undefined)
    return [
      fault(
        `Discord sends commands and buttons to ${url}, not to the gateway`,
        'Clear Interactions Endpoint URL, or set DISCORD_PUBLIC_KEY and serve that address.',
        page,
      ),
    ];
  if (!url && publicKey !== undefined)
    return [
      warning(
        'DISCORD_PUBLIC_KEY is set, but Discord knows no address to call',
        `Set Interactions Endpoint URL to your address, ending in ${INTERACTIONS_PATH}.`,
        page,
      ),
    ];
  return [ok(url ? `Commands and buttons arrive at ${url}` : 'Commands and buttons arrive through the gateway')];
}

/** Whether servers and people can install it. */
function installs(application: APIApplication): Finding[] {
  const types = application.integration_types_config ?? {};
  const page = pageOf(application, 'installation');
  const missing = [
    [ApplicationIntegrationType.GuildInstall, 'Guild Install'] as const,
    [ApplicationIntegrationType.UserInstall, 'User Install'] as const,
  ].filter(([type]) => types[type] === undefined);
  if (missing.length === 0) return [ok('Servers can install it, and people for themselves')];
  const names = missing.map(([, name]) => name).join(' and ');
  return [warning(`${names}: not switched on`, `Tick ${names} under Installation Contexts.`, page)];
}

const intents = (application: APIApplication): Finding =>
  (application.flags & PRIVILEGED) === 0
    ? ok('No privileged intent is granted, and none is needed')
    : warning(
        'A privileged intent is granted that this bot does not use',
        'Switch off the three under Privileged Gateway Intents.',
        pageOf(application, 'bot'),
      );

/** Whether the commands are registered as they are now, and not twice over. */
async function commandsOf(rest: REST, application: APIApplication, diagnosed: Settings & Wanted): Promise<Finding[]> {
  const { commands, names, guild } = diagnosed;
  const { id } = application;
  const where = guild === undefined ? 'everywhere' : `in server ${guild}`;
  try {
    const drift = await compareCommands({ rest, application: id, commands, names, ...(guild ? { guild } : {}) });
    const told = Object.entries(drift).filter(([, list]) => list.length > 0);
    const state = told.map(([kind, list]) => `${kind}: ${list.join(', ')}`).join('; ');
    const registered = hasDrifted(drift)
      ? warning(`Commands registered ${where} differ from those here (${state})`, 'Run npm run register.')
      : ok(`Commands are registered ${where}, as they are here`);
    const global = guild === undefined ? [] : ((await rest.get(Routes.applicationCommands(id))) as unknown[]);
    const twice = warning(
      'Commands are registered in the server and everywhere: they show twice there',
      'Run npm run register without DISCORD_GUILD_ID and leave it unset, or clear the ones registered everywhere.',
    );
    return global.length > 0 ? [registered, twice] : [registered];
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || guild === undefined) throw error;
    const mend = `Add the bot to it with ${inviteLink(id, diagnosed.reply)}, or unset DISCORD_GUILD_ID.`;
    return [fault(`The bot is not in server ${guild} of DISCORD_GUILD_ID`, mend)];
  }
}

async function gateway(rest: REST): Promise<Finding> {
  const { shards, session_start_limit: limit } = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  const state = `Discord recommends ${shards} shard(s); ${limit.remaining} of ${limit.total} connections are left today`;
  return limit.remaining < FEW_STARTS
    ? warning(state, 'Look into the log for what restarts again and again.')
    : ok(state);
}

/** Looks at everything, and changes nothing. @param settings absent, the bot is not in Discord */
export async function diagnose(settings: Settings | undefined, wanted: Wanted): Promise<Finding[]> {
  if (!settings)
    return [
      warning(
        'Discord is not set up',
        'Make an application, and set DISCORD_TOKEN to Bot → Reset Token.',
        DEVELOPER_PORTAL,
      ),
    ];
  const { token, reply, applicationId, api } = settings;
  const link = (id: string): Finding => ok(`Add the bot to a server: ${inviteLink(id, reply)}`);
  if (token === undefined) {
    const mend = 'Set DISCORD_TOKEN to have commands registered and the application looked at.';
    const none = warning(
      'DISCORD_TOKEN is not set: only signed HTTP interactions are answered',
      mend,
      DEVELOPER_PORTAL,
    );
    return applicationId === undefined ? [none] : [none, link(applicationId)];
  }
  const rest = new REST(restOptions(settings)).setToken(token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    return [
      ...identity(application, settings),
      ...wayIn(application, settings),
      ...installs(application),
      intents(application),
      await gateway(rest),
      ...(await commandsOf(rest, application, { ...settings, ...wanted })),
      link(application.id),
    ];
  } catch (error) {
    const known = mendable(error, api);
    if (!(known instanceof SetupError)) throw known;
    return [fault(known.message, 'Then run npm run doctor again.', DEVELOPER_PORTAL)];
  }
}
