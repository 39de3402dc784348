// What an option may become while it is typed.
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  InteractionResponseType,
} from 'discord.js';
import { drawChoices, lastName } from './choices.ts';
import type { Respond } from './exchange.ts';
import { AUTOCOMPLETE_CHOICES, OPTION_TEXT } from './limits.ts';
import { askerOf, languageOf } from './request.ts';
import type { Room } from './room.ts';

type Option = APIApplicationCommandInteractionDataOption & { readonly focused?: boolean };

/** Offers what the option in focus may become; nothing where nothing comes near. */
export async function onAutocomplete(
  { chat }: Room,
  interaction: APIApplicationCommandAutocompleteInteraction,
  respond: Respond,
): Promise<void> {
  const { data, locale } = interaction;
  const { workspace, platform } = askerOf(interaction);
  const focused = (data.options as readonly Option[]).find((option) => option.focused === true);
  const command = chat.commands.find(({ name }) => name === data.name);
  const completes = command?.options.find(({ name }) => name === focused?.name)?.completes;
  const typed = focused && 'value' in focused ? String(focused.value).slice(0, OPTION_TEXT) : '';
  const language = (await chat.settings(workspace, platform)).language ?? languageOf(locale);
  const choices = completes
    ? drawChoices(chat.complete(lastName(typed).part, completes, AUTOCOMPLETE_CHOICES, language), typed)
    : [];
  await respond({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
}
