// What is registered with Discord: valid in every language, and sent only when something changed.
import { beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import { drawChoices, lastName } from '../../../src/adapters/discord/choices.ts';
import { type CommandBody, drawCommands } from '../../../src/adapters/discord/commands.ts';
import { diffCommands } from '../../../src/adapters/discord/drift.ts';
import type { LocalNames } from '../../../src/bot/contract.ts';
import { openTestBot, type TestBot } from '../../support/bot.ts';
import { assertValidCommands, assertValidResponse } from './check.ts';

let own: TestBot;
let names: LocalNames;
let drawn: CommandBody[];
beforeAll(async () => {
  own = await openTestBot();
  names = own.bot.localNames();
  drawn = drawCommands(allCommands, names);
});

const named = (name: string): CommandBody & Record<string, unknown> =>
  drawn.find((one) => one.name === name) as CommandBody & Record<string, unknown>;

describe('the commands', () => {
  it('are ones that Discord takes, in every locale', () => {
    expect(drawn).toHaveLength(allCommands.length + 1);
    assertValidCommands(drawn);
  });

  it('work in servers, in direct messages and wherever a person has the app', () => {
    for (const one of drawn) expect(one).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  it('have a name and a description in each language of the vocabulary', () => {
    const languages = Object.keys(names).filter((language) => language !== 'en');
    expect(languages.length).toBeGreaterThanOrEqual(10);
    for (const { name, options } of allCommands)
      for (const language of languages) {
        const held = names[language]?.[name];
        expect([language, name, held?.name]).toEqual([language, name, expect.any(String)]);
        expect(options.filter((option) => held?.options?.[option.name] === undefined)).toEqual([]);
      }
    const { name_localizations: own, description_localizations: told } = named('spec') as never as Record<
      string,
      Record<string, string>
    >;
    expect(Object.keys(own ?? {}).sort()).toEqual('de es-419 es-ES fr id it ja ko pt-BR ru zh-CN zh-TW'.split(' '));
    expect(Object.keys(told ?? {}).sort()).toEqual(Object.keys(own ?? {}).sort());
    expect(own?.de).toBe('daten');
    expect(told?.['zh-CN']).toBe('产品的完整参数');
  });

  it('name nothing that is no command', () => {
    const known = new Set([...allCommands.map(({ name }) => name), 'ask-about-this']);
    expect(Object.values(names).flatMap((held) => Object.keys(held).filter((name) => !known.has(name)))).toEqual([]);
  });

  it('complete products while they are typed, and take a question as it comes', () => {
    expect(named('spec').options).toMatchObject([{ type: 3, name: 'product', required: true, autocomplete: true }]);
    expect(named('ask').options).toMatchObject([{ type: 3, name: 'question', required: true }]);
    expect(JSON.stringify(named('ask').options)).not.toContain('autocomplete');
  });

  it('offer "Ask about this" on a message', () => {
    expect(named('Ask about this')).toMatchObject({ type: 3, name_localizations: { de: 'Dazu fragen' } });
    expect(named('Ask about this')).not.toHaveProperty('description');
  });
});

/** As Discord lists a command: with ids, versions and defaults, and nothing where nothing was said. */
const asListed = (body: CommandBody): unknown => {
  const { options, ...rest } = JSON.parse(JSON.stringify(body)) as Record<string, unknown> & { options?: object[] };
  return {
    id: '900000000000000001',
    application_id: '100000000000000001',
    version: '900000000000000002',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    description: '',
    description_localizations: null,
    ...rest,
    integration_types: [1, 0],
    ...(options?.length ? { options: options.map((one) => ({ ...one, choices: [] })) } : {}),
  };
};

describe('what is registered', () => {
  it('is left alone where it is what is wanted, whatever Discord adds', () => {
    expect(diffCommands(drawn.map(asListed).reverse(), drawn)).toEqual({ added: [], changed: [], removed: [] });
  });

  it('is told apart by what is new, what is other and what is gone', () => {
    const [first, second, ...rest] = drawn.map(asListed) as [{ name: string }, { name: string }, ...object[]];
    const others = [
      { ...second, description: 'Another' },
      ...rest,
      { ...first, name: 'old' },
      { type: 4, name: 'launch' },
    ];
    expect(diffCommands(others, drawn)).toEqual({
      added: [`/${first.name}`],
      changed: [`/${second.name}`],
      removed: ['/old'],
    });
  });

  it.each([
    [
      'a name in one locale',
      (one: CommandBody) => ({ ...one, name_localizations: { ...one.name_localizations, de: 'anders' } }),
    ],
    ['where it may be used', (one: CommandBody) => ({ ...one, contexts: [0] })],
    ['an option', (one: CommandBody) => ({ ...one, options: [] })],
    ['who may use it', (one: CommandBody) => ({ ...one, default_member_permissions: '0' })],
  ])('has changed when %s has', (_, change) => {
    const wanted = drawn.map((one) => (one.name === 'spec' ? (change(one) as CommandBody) : one));
    expect(diffCommands(drawn.map(asListed), wanted)).toEqual({ added: [], changed: ['/spec'], removed: [] });
  });
});

describe('what an option may become', () => {
  const choicesFor = (typed: string) => drawChoices(own.bot.complete(lastName(typed).part, 'product', 25), typed);

  it('is listed with what it is, cut after a word', () => {
    const choices = choicesFor('poco x3');
    expect(choices[0]?.value).toBe('poco-x3-nfc');
    expect(choices[0]?.name).toMatch(/^POCO X3 NFC – A mid-range 4G phone of September 2020/);
    assertValidResponse({ type: 8, data: { choices } });
  });

  it.each(['', 'r', '红米', '小米手环', 'pocox3', 'xiomi', 'zzzzzz', '@everyone', 'x'.repeat(5000)])(
    'is what Discord takes for %j',
    (typed) => {
      assertValidResponse({ type: 8, data: { choices: choicesFor(typed) } });
      for (const { name, value } of choicesFor(typed))
        expect([name.length, value.length].every((length) => length <= 100 && length > 0)).toBe(true);
    },
  );

  it('completes the last of several names, and keeps the others', () => {
    expect(lastName('redmi 9a vs redmi 9')).toEqual({ before: 'redmi 9a vs ', part: 'redmi 9' });
    expect(choicesFor('redmi-9a, poco x3')[0]).toMatchObject({
      value: 'redmi-9a, poco-x3-nfc',
      name: expect.stringMatching(/^redmi-9a, POCO X3 NFC – /),
    });
  });

  it('is left out where it would be longer than Discord takes', () => {
    expect(choicesFor(`${'redmi 9a, '.repeat(10)}poco`)).toEqual([]);
  });

  it('is nothing where nothing comes near', () => {
    expect(choicesFor('zzzzzz')).toEqual([]);
  });
});
