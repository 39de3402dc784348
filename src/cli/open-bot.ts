// Settings → knowledge → bot, for commands that ask it without a chat.
import { allCommands } from '../../commands/all.ts';
import { createBot } from '../bot/bot.ts';
import type { Bot } from '../bot/contract.ts';
import { type Config, loadEnvironmentFile, readConfig } from '../config.ts';
import { loadKnowledge } from '../knowledge/load.ts';

/**
 * The bot as the settings want it.
 * @throws ConfigError or KnowledgeError, whose messages say what to mend.
 */
export function openBot(): { bot: Bot; config: Config } {
  loadEnvironmentFile();
  const config = readConfig();
  return { bot: createBot({ knowledge: loadKnowledge(config.knowledge), commands: allCommands }), config };
}
