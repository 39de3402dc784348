// Composition root: settings → knowledge → bot → adapters → shutdown.
import { allCommands } from '../commands/all.ts';
import { createConsole } from './adapters/console/adapter.ts';
import type { Adapter } from './adapters/contract.ts';
import { createDiscord } from './adapters/discord/adapter.ts';
import { createBot } from './bot/bot.ts';
import { openKnowledge } from './bot/open.ts';
import { createChat } from './chat/service.ts';
import { failure, reporter } from './cli/failure.ts';
import { type Config, loadEnvironmentFile, readConfig } from './config.ts';
import { openMemory } from './state/memory.ts';

/** The adapters that the settings ask for; without any token, the terminal. */
async function adaptersFor(config: Config): Promise<Adapter[]> {
  const opened = await openKnowledge(config.knowledge, config.cache);
  const bot = createBot({ opened, commands: allCommands });
  if (config.discord) {
    const log = (...line: unknown[]): void => console.error(...line);
    const chat = createChat({ bot: () => bot, commands: allCommands, state: openMemory(), log });
    return [createDiscord({ ...config.discord, chat, program: import.meta.filename })];
  }
  const { stdin: input, stdout: output } = process;
  const { color, columns } = config;
  return [
    createConsole({
      bot,
      commands: allCommands,
      input,
      output,
      color,
      ...(columns ? { columns } : {}),
      report: reporter(config.debug),
    }),
  ];
}

try {
  loadEnvironmentFile();
  const adapters = await adaptersFor(readConfig());
  const stop = () => void Promise.allSettled(adapters.map((adapter) => adapter.stop()));
  process.once('SIGTERM', stop).once('SIGINT', stop).once('SIGHUP', stop);
  await Promise.all(adapters.map((adapter) => adapter.start()));
  await Promise.all(adapters.map((adapter) => adapter.ended));
} catch (error) {
  console.error(failure(error));
  process.exitCode = 1;
}
