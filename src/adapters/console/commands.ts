// Command definitions → what the terminal tells of them.
import type { Answer, Choice, Table } from '../../answer.ts';
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

/** An answer to "/help" with the terminal's own table instead of the plain list of commands. */
export const withHelpTable = (answer: Answer, commands: readonly Command[]): Answer => ({
  ...answer,
  lines: [],
  table: helpTable(commands, /^zh\b/i.test(answer.language) ? 'zh' : 'en'),
});

/** Questions in plain words to begin with: the examples of the commands that take such, one of each. */
export function exampleQuestions(commands: readonly Command[], most: number): Choice[] {
  const questions = commands.flatMap(({ name, options: [option], examples: [example = ''], toRequest }) => {
    const typed = example.slice(name.length + 2).trim();
    const request = option?.rest ? toRequest({ [option.name]: typed }) : undefined;
    return request?.kind === 'ask' ? [{ label: request.text, ask: request.text }] : [];
  });
  return questions.slice(0, most);
}
