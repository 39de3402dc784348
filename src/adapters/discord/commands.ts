// Command definitions → what is registered with Discord, in every language that it has and the vocabulary holds.
import type { APIApplicationCommandStringOption, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { LocalNames } from '../../bot/contract.ts';
import type { Command, CommandOption } from '../../command.ts';
import { OPTION_TEXT } from './limits.ts';

export type CommandBody = RESTPostAPIApplicationCommandsJSONBody;
type Localized = { [locale: string]: string };

/** Under this name the vocabulary holds what "Ask about this" on a message is called. */
const ASK_ABOUT = 'ask-about-this';
/** Discord's locales of a language, https://docs.discord.com/developers/reference#locales; English is what all others fall back to. */
const LOCALES: Readonly<Record<string, readonly string[]>> = {
  de: ['de'],
  es: ['es-ES', 'es-419'],
  fr: ['fr'],
  id: ['id'],
  it: ['it'],
  ja: ['ja'],
  ko: ['ko'],
  pt: ['pt-BR'],
  ru: ['ru'],
  zh: ['zh-CN', 'zh-TW'],
};
/** In servers, in direct messages with the bot, and in those among people. */
const CONTEXTS = [0, 1, 2];
/** Added to a server, or to a person's own account. */
const INTEGRATIONS = [0, 1];

/** A text by locale, from one by language. */
function byLocale(textIn: (language: string) => string | undefined): Localized {
  const pairs = Object.entries(LOCALES).flatMap(([language, locales]) => {
    const text = textIn(language);
    return text === undefined ? [] : locales.map((locale): [string, string] => [locale, text]);
  });
  return Object.fromEntries(pairs);
}

const inBoth = ({ zh }: { readonly zh: string }, language: string): string | undefined =>
  language === 'zh' ? zh : undefined;

function drawOption(command: string, option: CommandOption, names: LocalNames): APIApplicationCommandStringOption {
  const { name, description, required, completes, rest } = option;
  const held = (language: string) => names[language]?.[command]?.options?.[name];
  return {
    type: 3,
    name,
    name_localizations: byLocale((language) => held(language)?.name),
    description: description.en,
    description_localizations: byLocale((language) => held(language)?.description ?? inBoth(description, language)),
    required,
    max_length: rest ? OPTION_TEXT : 100,
    ...(completes ? { autocomplete: true as const } : {}),
  };
}

function drawCommand({ name, description, options }: Command, names: LocalNames): CommandBody {
  const held = (language: string) => names[language]?.[name];
  return {
    type: 1,
    name,
    name_localizations: byLocale((language) => held(language)?.name),
    description: description.en,
    description_localizations: byLocale((language) => held(language)?.description ?? inBoth(description, language)),
    options: options.map((option) => drawOption(name, option, names)),
    contexts: CONTEXTS,
    integration_types: INTEGRATIONS,
  };
}

/** All commands in the form in which they are registered: a slash command each, and "Ask about this" on a message. */
export function drawCommands(commands: readonly Command[], names: LocalNames): CommandBody[] {
  const held = (language: string): string | undefined => names[language]?.[ASK_ABOUT]?.name;
  const name = held('en');
  const menu: CommandBody[] =
    name === undefined
      ? []
      : [{ type: 3, name, name_localizations: byLocale(held), contexts: CONTEXTS, integration_types: INTEGRATIONS }];
  return [...commands.map((command) => drawCommand(command, names)), ...menu];
}
