// The program in a terminal: no store, no port, no log.
import { allCommands } from '../../commands/all.ts';
import { createConsole } from '../adapters/console/adapter.ts';
import { createBot } from '../bot/bot.ts';
import { openKnowledge } from '../bot/open.ts';
import { reporter } from '../cli/failure.ts';
import type { Config } from '../config.ts';

/** Chats until the reader leaves. @throws KnowledgeError, whose message says what to mend */
export async function runConsole({ knowledge, cache, color, columns, debug }: Config): Promise<void> {
  const opened = await openKnowledge(knowledge, cache);
  const console = createConsole({
    bot: createBot({ opened, commands: allCommands }),
    commands: allCommands,
    input: process.stdin,
    output: process.stdout,
    color,
    ...(columns ? { columns } : {}),
    report: reporter(debug),
  });
  const stop = () => void console.stop();
  process.once('SIGTERM', stop).once('SIGINT', stop).once('SIGHUP', stop);
  await console.start();
  await console.ended;
}
