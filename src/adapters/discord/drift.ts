// What is registered with Discord against what is wanted: nothing is to be sent where nothing differs.
import type { ApplicationCommandType } from 'discord.js';
import type { CommandBody } from './commands.ts';

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
