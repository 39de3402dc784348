// Command definitions → what the terminal tells of them.
import type { Table } from '../../answer.ts';
import type { Command } from '../../command.ts';

type Language = 'en' | 'zh';

/** Leaving is the terminal's own affair: the bot knows nothing of it. */
export const QUIT = { name: 'quit', description: { en: 'Leave', zh: '退出' } } as const;

const COLUMNS = { en: ['Command', 'What it gives', 'Example'], zh: ['命令', '作用', '例子'] } as const;

/** How a command is typed: "/name <required> [optional]". */
export function usageOf(command: Command): string {
  const options = command.options.map(({ name, required }) => (required ? `<${name}>` : `[${name}]`));
  return [`/${command.name}`, ...options].join(' ');
}

/** Every command with what it is for and an example; the terminal's own last. */
export function helpTable(commands: readonly Command[], language: Language): Table {
  const rows = commands.map((command) => [usageOf(command), command.description[language], command.examples[0] ?? '']);
  return { columns: COLUMNS[language], rows: [...rows, [`/${QUIT.name}`, QUIT.description[language], '']] };
}
