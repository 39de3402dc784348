// Registers the commands: compares what Discord holds with what is wanted, and sends nothing where nothing differs.
import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { LocalNames } from '../../bot/contract.ts';
import type { Chat } from '../../chat/contract.ts';
import type { Command } from '../../command.ts';
import { drawCommands } from './commands.ts';
import { type Drift, diffCommands } from './drift.ts';

export type Registration = {
  readonly rest: REST;
  /** Id of the application. */
  readonly application: string;
  /** To this server alone; absent, everywhere. */
  readonly guild?: string;
  readonly commands: readonly Command[];
  readonly names: LocalNames;
};

const routeOf = ({ application, guild }: Registration): `/${string}` =>
  guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);

/** Whether anything differs. */
export const hasDrifted = ({ added, changed, removed }: Drift): boolean =>
  added.length + changed.length + removed.length > 0;

/** What differs between what Discord holds and what is wanted. @throws DiscordAPIError */
export async function compareCommands(registration: Registration): Promise<Drift> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await registration.rest.get(routeOf(registration), { query });
  return diffCommands(registered as readonly unknown[], drawCommands(registration.commands, registration.names));
}

/** Registers what is wanted where anything differs. @returns what did. @throws DiscordAPIError */
export async function registerCommands(registration: Registration): Promise<Drift> {
  const drift = await compareCommands(registration);
  if (hasDrifted(drift)) {
    const body = drawCommands(registration.commands, registration.names);
    await registration.rest.put(routeOf(registration), { body });
  }
  return drift;
}

/** Id of the application that a token belongs to. @throws DiscordAPIError */
export async function applicationOf(rest: REST): Promise<string> {
  const { id } = (await rest.get(Routes.currentApplication())) as { readonly id: string };
  return id;
}

/** Registers at start-up. What goes wrong is told in the log: people can still mention the bot. */
export async function registerAndTell(
  of: Pick<Registration, 'rest' | 'guild'> & { readonly application?: string; readonly chat: Chat },
): Promise<void> {
  const { rest, guild, chat } = of;
  try {
    const application = of.application ?? (await applicationOf(rest));
    const place = guild === undefined ? {} : { guild };
    const drift = await registerCommands({
      rest,
      application,
      ...place,
      commands: chat.commands,
      names: chat.localNames(),
    });
    chat.log('info', hasDrifted(drift) ? 'discord-commands-registered' : 'discord-commands-unchanged', {
      ...place,
      ...drift,
    });
  } catch (error) {
    const isOutside = error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess;
    const mend = isOutside
      ? 'invite the bot to the server of DISCORD_GUILD_ID; npm run doctor prints the link'
      : 'run npm run doctor';
    chat.log('error', 'discord-commands-not-registered', { guild, mend, error });
  }
}
