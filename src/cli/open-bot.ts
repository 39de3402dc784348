// Settings → knowledge → bot, for commands that ask it without a chat.
import { allCommands } from '../../commands/all.ts';
import { createBot } from '../bot/bot.ts';
import type { Bot } from '../bot/contract.ts';
import { openKnowledge } from '../bot/open.ts';
import { type Config, loadEnvironmentFile, readConfig } from '../config.ts';

/**
 * The bot as the settings want it.
 * @throws ConfigError or KnowledgeError, whose messages say what to mend.
 */
export async function openBot(): Promise<{ bot: Bot; config: Config }> {
  loadEnvironmentFile();
  const config = readConfig();
  return {
    bot: createBot({ opened: await openKnowledge(config.knowledge, config.cache), commands: allCommands }),
    config,
  };
}
