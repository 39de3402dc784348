// `npm run register`: registers the commands with Discord where anything differs. --dry-run shows what would change and sends nothing.
import { REST } from 'discord.js';
import { allCommands } from '../../commands/all.ts';
import { SetupError } from '../adapters/contract.ts';
import type { Drift } from '../adapters/discord/commands.ts';
import { mendable } from '../adapters/discord/faults.ts';
import { DEVELOPER_PORTAL, restOptions } from '../adapters/discord/options.ts';
import { applicationOf, compareCommands, hasDrifted, registerCommands } from '../adapters/discord/register.ts';
import { failure } from './failure.ts';
import { openBot } from './open-bot.ts';

const DRY_RUN = '--dry-run';

/** What differs, a line each. */
const lines = ({ added, changed, removed }: Drift): string[] => [
  ...added.map((name) => `+ ${name}`),
  ...changed.map((name) => `~ ${name}`),
  ...removed.map((name) => `- ${name}`),
];

async function run(args: readonly string[]): Promise<void> {
  const unknown = args.find((argument) => argument !== DRY_RUN);
  if (unknown !== undefined) throw new SetupError(`"${unknown}" is not known. Usage: npm run register [-- ${DRY_RUN}]`);
  const dry = args.includes(DRY_RUN);
  const { bot, config } = await openBot();
  const { discord } = config;
  if (discord?.token === undefined)
    throw new SetupError(`DISCORD_TOKEN is not set. Open ${DEVELOPER_PORTAL}, your application, Bot → Reset Token.`);
  const { guild, token, api } = discord;
  const rest = new REST(restOptions(discord)).setToken(token);
  try {
    const application = discord.applicationId ?? (await applicationOf(rest));
    const place = guild === undefined ? {} : { guild };
    const registration = { rest, application, commands: allCommands, names: bot.localNames(), ...place };
    const drift = await (dry ? compareCommands : registerCommands)(registration);
    const where = guild === undefined ? 'everywhere' : `in server ${guild}`;
    if (!hasDrifted(drift)) console.log(`Nothing differs from what is registered ${where}; nothing was sent.`);
    else console.log([`${dry ? 'Would change' : 'Changed'} ${where}:`, ...lines(drift)].join('\n'));
  } catch (error) {
    throw mendable(error, api);
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof SetupError ? error.message : failure(error));
  process.exitCode = 1;
}
