// The limits of commands that the official specification does not hold.
import {
  COMMAND_DESCRIPTION,
  COMMAND_NAME_PATTERN,
  COMMAND_OPTIONS,
  COMMAND_TOGETHER,
  COMMANDS,
  MESSAGE_COMMANDS,
} from '../../../src/adapters/discord/limits.ts';

type Localized = Readonly<Record<string, string>>;
type Named = {
  readonly type?: number;
  readonly name: string;
  readonly name_localizations?: Localized;
  readonly description?: string;
  readonly description_localizations?: Localized;
  readonly required?: boolean;
  readonly options?: readonly Named[];
};

/** https://docs.discord.com/developers/reference#locales */
const LOCALES = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

const texts = ({ name_localizations: names = {}, description_localizations: told = {} }: Named): Localized[] => [
  names,
  told,
];

function faultsOfNames(one: Named, where: string, isMenu: boolean): string[] {
  const names = [one.name, ...Object.values(one.name_localizations ?? {})];
  const wrong = isMenu
    ? names.filter((name) => name.trim() === '' || name.length > 32)
    : names.filter((name) => !COMMAND_NAME_PATTERN.test(name) || name !== name.toLowerCase());
  const told = [one.description ?? '', ...Object.values(one.description_localizations ?? {})];
  return [
    ...wrong.map((name) => `${where}: the name "${name}"`),
    ...texts(one).flatMap((held) =>
      Object.keys(held)
        .filter((locale) => !LOCALES.has(locale))
        .map((locale) => `${where}: no locale ${locale}`),
    ),
    ...(isMenu ? (told.some(Boolean) ? [`${where}: a menu has no description`] : []) : []),
    ...(!isMenu && told.some((text) => text === '' || text.length > COMMAND_DESCRIPTION)
      ? [`${where}: a description`]
      : []),
  ];
}

/** Characters that count towards the 8,000 of a command: of each text its longest form. */
const weight = (one: Named): number =>
  Math.max(one.name.length, ...Object.values(one.name_localizations ?? {}).map((name) => name.length)) +
  Math.max(
    (one.description ?? '').length,
    ...Object.values(one.description_localizations ?? {}).map((text) => text.length),
  ) +
  (one.options ?? []).reduce((sum, option) => sum + weight(option), 0);

/** Names that two of them have in one locale. */
function clashes(all: readonly Named[], where: string): string[] {
  const seen = new Set<string>();
  return ['', ...LOCALES].flatMap((locale) =>
    all.flatMap((one) => {
      const name = one.name_localizations?.[locale] ?? one.name;
      const key = `${locale}/${one.type ?? 1}/${name}`;
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [`${where}: two are called "${name}" in ${locale || 'English'}`];
    }),
  );
}

/** What is wrong with a list of commands beyond their form. */
export function faultsOfCommands(commands: readonly unknown[]): string[] {
  const all = commands as readonly Named[];
  return [
    ...(all.filter(({ type = 1 }) => type === 1).length > COMMANDS ? ['too many slash commands'] : []),
    ...(all.filter(({ type }) => type === 3).length > MESSAGE_COMMANDS ? ['too many message commands'] : []),
    ...clashes(all, 'commands'),
    ...all.flatMap((one) => {
      const { name, type = 1, options = [] } = one;
      const required = options.map((option) => option.required === true);
      return [
        ...faultsOfNames(one, name, type !== 1),
        ...options.flatMap((option) => faultsOfNames(option, `${name} ${option.name}`, false)),
        ...clashes(options, name),
        ...(options.length > COMMAND_OPTIONS ? [`${name}: too many options`] : []),
        ...(required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)
          ? [`${name}: a required option after one that is not`]
          : []),
        ...(weight(one) > COMMAND_TOGETHER ? [`${name}: ${weight(one)} characters`] : []),
      ];
    }),
  ];
}
