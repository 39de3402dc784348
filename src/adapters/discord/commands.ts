// Command definitions → what is registered with Discord, in every language that it has and the vocabulary holds.
import type {
  APIApplicationCommandStringOption,
  ApplicationCommandType,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
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

/** What differs between what is registered and what is wanted, as people see it ("/name"); nothing in it where nothing is to be sent. */
export type Drift = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

type Loose = { readonly [key: string]: unknown };
/** An activity's own command; Discord makes it, and it is not ours to take away. */
const ENTRY_POINT: ApplicationCommandType = 4;
/** What Discord takes a command, or an option of one, to be where nothing is said. */
const DEFAULTS: Loose = {
  type: 1,
  description: '',
  nsfw: false,
  required: false,
  autocomplete: false,
  integration_types: [0],
};
/** All that can be set; what else Discord tells of a command is its own. */
const SET = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'contexts',
  'integration_types',
  'default_member_permissions',
  'nsfw',
  'required',
  'autocomplete',
  'choices',
  'min_length',
  'max_length',
  'min_value',
  'max_value',
  'channel_types',
] as const;

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** A command as it counts: in one order, without what Discord adds or what says the same as nothing. */
function essence(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'number') ? [...value].sort((a, b) => a - b) : value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => !isNothing(one));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, essence(one)]));
}

function settings(command: Loose): Loose {
  const held = SET.flatMap((key): [string, unknown][] => {
    const value = command[key];
    if (key === 'options' && Array.isArray(value)) return [[key, value.map((one) => settings(one as Loose))]];
    return [[key, isNothing(value) ? DEFAULTS[key] : value]];
  });
  return essence(Object.fromEntries(held)) as Loose;
}

const typeOf = (command: Loose): unknown => command.type ?? DEFAULTS.type;
const shown = (command: Loose): string => (typeOf(command) === 1 ? `/${command.name}` : String(command.name));

/** Compares; what Discord adds of itself (ids, versions, defaults) is no difference. @param registered as Discord lists them, with localizations */
export function diffCommands(registered: readonly unknown[], wanted: readonly CommandBody[]): Drift {
  const keyed = (commands: readonly unknown[]): Map<string, Loose> =>
    new Map((commands as readonly Loose[]).map((one) => [`${typeOf(one)}/${one.name}`, one]));
  const before = keyed(registered);
  const after = keyed(wanted);
  const differs = (key: string, one: Loose): boolean =>
    JSON.stringify(settings(before.get(key) as Loose)) !== JSON.stringify(settings(one));
  return {
    added: [...after].filter(([key]) => !before.has(key)).map(([, one]) => shown(one)),
    changed: [...after].filter(([key, one]) => before.has(key) && differs(key, one)).map(([, one]) => shown(one)),
    removed: [...before]
      .filter(([key, one]) => !after.has(key) && typeOf(one) !== ENTRY_POINT)
      .map(([, one]) => shown(one)),
  };
}
