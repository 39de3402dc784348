// What a half-typed option may become, as Discord lists it: each name with what it is.
import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Completion } from '../../bot/contract.ts';
import { cleanLine } from '../../chat/clean.ts';
import { AUTOCOMPLETE_CHOICES, CHOICE_NAME, CHOICE_VALUE } from './limits.ts';
import { shorten } from './text.ts';

/** Of names in a row ("a, b vs c"), the last is the one that is being typed; what stands before it stays. */
export function lastName(typed: string): { readonly before: string; readonly part: string } {
  const part = typed.split(/\s*,\s*|\s+(?:vs\.?|versus)\s+/i).at(-1) ?? '';
  return { before: typed.slice(0, typed.length - part.length), part };
}

/** At most 25 choices. @param completions of the last name in `typed` @param typed all that the option holds so far */
export function drawChoices(
  completions: readonly Completion[],
  typed: string,
): APIApplicationCommandOptionChoice<string>[] {
  const before = cleanLine(lastName(typed).before);
  const lead = before === '' ? '' : `${before} `;
  const choices = completions.map(({ label, value, description }) => {
    const named = `${lead}${cleanLine(label)}`;
    const described = description.trim() === '' ? named : `${named} – ${cleanLine(description)}`;
    return { name: shorten(described, CHOICE_NAME), value: `${lead}${value}` };
  });
  const fitting = choices.filter(({ name, value }) => name !== '' && value.length <= CHOICE_VALUE);
  return [...new Map(fitting.map((choice) => [choice.value, choice])).values()].slice(0, AUTOCOMPLETE_CHOICES);
}
