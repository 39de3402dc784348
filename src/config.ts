// The only reader of the environment: what can be set, what is accepted, and what holds when nothing is set.
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import type { DiscordSettings } from './adapters/discord/options.ts';
import type { SlackSettings } from './adapters/slack/connection.ts';
import { discordEnvironment } from './settings/discord.ts';
import { type ServiceSettings, serviceEnvironment, serviceSettings } from './settings/service.ts';
import { slackSettings, slackVariables } from './settings/slack.ts';

export type Config = {
  /** Absolute paths of the knowledge packs, the first of which holds vocabulary and messages. */
  readonly knowledge: readonly string[];
  /** Where compiled copies of the knowledge are kept. */
  readonly cache: string;
  /** False when colour is unwanted everywhere; true leaves it to whether the output is a terminal. */
  readonly color: boolean;
  /** Width to draw for; absent, the output's own. */
  readonly columns?: number;
  /** Print the cause of an unexpected error. */
  readonly debug: boolean;
  /** The program as a service. */
  readonly service: ServiceSettings;
  /** Absent, the bot is not in Slack. */
  readonly slack?: SlackSettings;
  /** Absent, nothing is set for Discord. */
  readonly discord?: DiscordSettings;
};

/** Something in the environment cannot be used; the message names each variable, what is wrong and what is accepted. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(['The settings cannot be used:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** The project's own folder: what belongs to the project is found from any working directory. */
export const projectRoot = resolve(import.meta.dirname, '..');

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
/** A variable that is set to nothing counts as not set. */
const optional = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const COLUMNS_ACCEPTED = 'a whole number from 1 to 9999, or 0 for the terminal’s own width';
const environment = (root: string) =>
  z.object({
    KNOWLEDGE: optional.transform((value, context) => {
      const folders = (value ?? 'knowledge')
        .split(',')
        .map((folder) => folder.trim())
        .filter((folder) => folder !== '')
        .map((folder) => resolve(root, folder));
      for (const folder of folders)
        if (!isFolder(folder))
          context.addIssue(
            `there is no folder ${folder}; accepted: a folder of YAML files, or several with commas between them`,
          );
      const twice = folders.find((folder, index) =>
        folders.some((other, at) => at < index && basename(other) === basename(folder)),
      );
      if (twice)
        context.addIssue(`two folders are called ${basename(twice)}; accepted: each pack once, by a name of its own`);
      return folders;
    }),
    NO_COLOR: optional,
    TERM: optional,
    COLUMNS: optional
      .refine((value) => value === undefined || /^\d{1,4}$/.test(value), {
        error: ({ input }) => `"${input}" is not a width; accepted: ${COLUMNS_ACCEPTED}`,
      })
      .transform((value) => Number(value ?? 0) || undefined),
    ...serviceEnvironment(root),
    ...slackVariables,
  });

/** Takes the settings of `.env` in the project's folder into the environment; what is set already stays. */
export function loadEnvironmentFile(root = projectRoot): void {
  const file = join(root, '.env');
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch {
    throw new ConfigError([`${file}: cannot be read; accepted: a text file of lines NAME=value`]);
  }
}

/** Whether causes of unexpected errors are to be printed; also while the other settings cannot be read. */
export const wantsDebug = (env: Readonly<Record<string, string | undefined>> = process.env): boolean =>
  Boolean(env.DEBUG);

/**
 * Reads the settings.
 * @throws ConfigError when one of them cannot be used.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  root = projectRoot,
): Config {
  const read = environment(root).safeParse(env);
  const discord = discordEnvironment.safeParse(env);
  if (!read.success || !discord.success) {
    const issues = [read, discord].flatMap(({ error }) => error?.issues ?? []);
    throw new ConfigError(issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const { KNOWLEDGE, NO_COLOR, TERM, COLUMNS } = read.data;
  const slack = slackSettings(read.data);
  if (slack.faults.length > 0) throw new ConfigError(slack.faults);
  return {
    knowledge: KNOWLEDGE,
    cache: join(root, '.cache'),
    color: NO_COLOR === undefined && TERM !== 'dumb',
    debug: wantsDebug(env),
    service: serviceSettings(read.data),
    ...(COLUMNS ? { columns: COLUMNS } : {}),
    ...(slack.settings ? { slack: slack.settings } : {}),
    ...(discord.data ? { discord: discord.data } : {}),
  };
}
