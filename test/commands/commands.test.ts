// Every command: well formed, listed in the help, its examples answered.
import { beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import { helpTable, usageOf } from '../../src/adapters/console/commands.ts';
import { plainText } from '../../src/answer.ts';
import type { Bot } from '../../src/bot/contract.ts';
import { openBot } from '../../src/cli/open-bot.ts';

let bot: Bot;
beforeAll(async () => {
  ({ bot } = await openBot());
});

describe.each(allCommands.map((command) => [command.name, command] as const))('/%s', (name, command) => {
  it('is defined as platforms accept it', () => {
    expect(name).toMatch(/^[a-z]{1,32}$/);
    for (const text of [command, ...command.options].map(({ description }) => description)) {
      expect(text.en.length).toBeLessThanOrEqual(100);
      expect(text.zh).toMatch(/\p{Script=Han}/u);
    }
    for (const option of command.options) expect(option.name).toMatch(/^[a-z]{1,32}$/);
    const optionalFrom = command.options.findIndex(({ required }) => !required);
    expect(command.options.findLastIndex(({ required }) => required) < optionalFrom || optionalFrom === -1).toBe(true);
    expect(command.options.slice(0, -1).some(({ rest }) => rest)).toBe(false);
  });

  it('has examples, each of which begins with its name and is answered', async () => {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) {
      expect(example).toMatch(new RegExp(`^/${name}( |$)`));
      const answer = await bot.ask({ input: example });
      expect([example, answer.kind]).toEqual([example, name === 'help' ? 'chat' : 'answer']);
      expect(plainText(answer)).not.toBe('');
      if (answer.kind === 'answer') expect(answer.sources.length).toBeGreaterThan(0);
    }
  });

  it('copes with no option at all', async () => {
    const answer = await bot.ask({ input: `/${name}` });
    expect(plainText(answer)).not.toBe('');
  });
});

describe('help', () => {
  it('lists every command with what it does and an example', () => {
    for (const language of ['en', 'zh'] as const) {
      const { rows } = helpTable(allCommands, language);
      for (const command of allCommands) {
        expect(rows).toContainEqual([usageOf(command), command.description[language], command.examples[0]]);
      }
      expect(rows.at(-1)?.[0]).toBe('/quit');
    }
  });

  it('of the bot names every command', async () => {
    const text = plainText(await bot.ask({ input: '/help' }));
    for (const { name } of allCommands) expect(text).toContain(`/${name}`);
  });

  it('names are unique', () => {
    expect(new Set(allCommands.map(({ name }) => name)).size).toBe(allCommands.length);
  });
});
