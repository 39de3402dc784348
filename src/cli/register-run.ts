// What `npm run register` does: compares the commands with what Discord holds, and registers them where anything differs.
import { REST } from 'discord.js';
import { SetupError } from '../adapters/contract.ts';
import type { Drift } from '../adapters/discord/drift.ts';
import { mendable } from '../adapters/discord/faults.ts';
import type { DiscordSettings } from '../adapters/discord/options.ts';
import { DEVELOPER_PORTAL, restOptions } from '../adapters/discord/options.ts';
import { applicationOf, compareCommands, hasDrifted, registerCommands } from '../adapters/discord/register.ts';
import type { LocalNames } from '../bot/contract.ts';
import type { Command } from '../command.ts';

const DRY_RUN = '--dry-run';

/** What differs, a line each. */
const lines = ({ added, changed, removed }: Drift): string[] => [
  ...added.map((name) => `+ ${name}`),
  ...changed.map((name) => `~ ${name}`),
  ...removed.map((name) => `- ${name}`),
];

/** What is to be registered, and how it is called in each language. */
export type Wanted = { readonly commands: readonly Command[]; readonly names: LocalNames };

/**
 * Registers; with `--dry-run` among the arguments it sends nothing.
 * @returns what was done, or would be, as text
 * @throws SetupError, whose message says what to mend
 */
export async function runRegister(
  args: readonly string[],
  settings: DiscordSettings | undefined,
  wanted: () => Promise<Wanted>,
): Promise<string> {
  const unknown = args.find((argument) => argument !== DRY_RUN);
  if (unknown !== undefined) throw new SetupError(`"${unknown}" is not known. Usage: npm run register [-- ${DRY_RUN}]`);
  if (settings?.token === undefined)
    throw new SetupError(`DISCORD_TOKEN is not set. Open ${DEVELOPER_PORTAL}, your application, Bot → Reset Token.`);
  const { guild, token, api, applicationId } = settings;
  const rest = new REST(restOptions(settings)).setToken(token);
  try {
    const application = applicationId ?? (await applicationOf(rest));
    const registration = { rest, application, ...(await wanted()), ...(guild === undefined ? {} : { guild }) };
    const isDry = args.includes(DRY_RUN);
    const drift = await (isDry ? compareCommands : registerCommands)(registration);
    const where = guild === undefined ? 'everywhere' : `in server ${guild}`;
    if (!hasDrifted(drift)) return `Nothing differs from what is registered ${where}; nothing was sent.`;
    return [`${isDry ? 'Would change' : 'Changed'} ${where}:`, ...lines(drift)].join('\n');
  } catch (error) {
    throw mendable(error, api);
  }
}
