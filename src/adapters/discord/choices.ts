// What a half-typed option may become, as Discord lists it.
import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Completion } from '../../bot/contract.ts';

/** At most 25 choices: each with what it is, in short. @param typed so far: what the option already holds before the part that is completed stays */
export function drawChoices(
  completions: readonly Completion[],
  typed: string,
): APIApplicationCommandOptionChoice<string>[] {
  return completions.slice(0, typed === '' ? 25 : 25).map(({ label, value }) => ({ name: label, value }));
}
