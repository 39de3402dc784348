// The chat service over the project's own knowledge and a store in memory, for tests of adapters; keeps its log.
import { allCommands } from '../../commands/all.ts';
import type { Bot } from '../../src/bot/contract.ts';
import type { Level } from '../../src/chat/log.ts';
import { type ChatOptions, createChat, type OwnedChat } from '../../src/chat/service.ts';
import type { State } from '../../src/state/contract.ts';
import { openMemory } from '../../src/state/memory.ts';
import { openTestBot } from './bot.ts';

export type Logged = {
  readonly level: Level;
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
};
export type TestChat = { readonly chat: OwnedChat; readonly state: State; readonly logged: Logged[] };

/** A fresh service. @param bot another bot than the real one; @param state a store that outlives this service */
export async function openTestChat(
  bot?: Bot,
  state: State = openMemory(),
  options: Partial<ChatOptions> = {},
): Promise<TestChat> {
  const answering = bot ?? (await openTestBot()).bot;
  const logged: Logged[] = [];
  const chat = createChat({
    bot: () => answering,
    commands: allCommands,
    state,
    log: (level, event, fields = {}) => void logged.push({ level, event, fields }),
    ...options,
  });
  return { chat, state, logged };
}
