// Command definitions → what is registered with Discord, in every language that it has and the vocabulary holds.
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { LocalNames } from '../../bot/contract.ts';
import type { Command } from '../../command.ts';

export type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

/** What differs between what is registered and what is wanted, by name; nothing in it where nothing is to be sent. */
export type Drift = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

/** All commands in the form in which they are registered: a slash command each, and "Ask about this" on a message. */
export function drawCommands(commands: readonly Command[], names: LocalNames): CommandBody[] {
  return commands.map(({ name, description }) => ({
    name,
    description: names.en?.[name]?.description ?? description.en,
  }));
}

/** Compares; what Discord adds of itself (ids, versions, defaults) is no difference. @param registered as Discord lists them, with localizations */
export function diffCommands(registered: readonly unknown[], wanted: readonly CommandBody[]): Drift {
  const names = registered.map((one) => (one as CommandBody).name);
  return {
    added: wanted.map(({ name }) => name).filter((name) => !names.includes(name)),
    changed: [],
    removed: names.filter((name) => !wanted.some((one) => one.name === name)),
  };
}
