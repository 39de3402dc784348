// A typed line → Question. A number stands for one of the choices that the last answer offered.
import type { Choice } from '../../answer.ts';
import type { Question } from '../../question.ts';

/** A line, and what was offered before it. */
export type TypedLine = { readonly line: string; readonly choices: readonly Choice[] };

/** All that is typed in one terminal is one conversation. */
const CONVERSATION = 'terminal';

const isCommand = (line: string, name: string): boolean =>
  line.length < 100 && line.trim().normalize('NFKC').toLowerCase() === `/${name}`;

/** Whether a line asks to leave. */
export const asksToLeave = (line: string): boolean => isCommand(line, 'quit');
/** Whether a line asks for the commands. */
export const asksForHelp = (line: string): boolean => isCommand(line, 'help');

/** The question that a line asks; none when it is blank. */
export function toQuestion({ line, choices }: TypedLine): Question | undefined {
  const typed = line.trim();
  if (typed === '') return undefined;
  const number = /^\d{1,3}$/.exec(typed.slice(0, 8).normalize('NFKC'))?.[0];
  const chosen = number === undefined ? undefined : choices[Number(number) - 1];
  return { input: chosen?.ask ?? typed, conversation: CONVERSATION };
}
