// What Tab makes of a half-typed line: a command, what its option stands for, or a name within a sentence.
import type { Completion } from '../../bot/contract.ts';
import type { Command } from '../../command.ts';
import { cleanLine } from './clean.ts';
import { QUIT } from './commands.ts';
import { MAX_COMPLETIONS, MAX_NAME_WORDS } from './limits.ts';

/** As the bot completes a name. */
export type CompleteName = (typed: string, what: 'product' | 'subject' | 'topic', limit: number) => Completion[];
/** What may stand instead of `typed`, the end of the line. */
export type Completed = readonly [hits: string[], typed: string];

const unique = (values: readonly string[]): string[] =>
  [...new Set(values.map(cleanLine))].filter((value) => value !== '');

function completeCommand(typed: string, commands: readonly Command[]): Completed {
  const names = [...commands.map(({ name }) => name), QUIT.name].map((name) => `/${name}`);
  return [names.filter((name) => name.startsWith(typed.toLowerCase())).map((name) => `${name} `), typed];
}

/** The part of the line that the option under the cursor stands for. */
function completeOption(command: Command, rest: string, complete: CompleteName): Completed {
  const typedBefore = rest.split(/\s+/).slice(0, -1).length;
  const option = command.options[Math.min(typedBefore, command.options.length - 1)];
  if (!option?.completes) return [[], rest];
  const earlier = command.options.indexOf(option);
  const tail = rest
    .split(/(?<=\s)/)
    .slice(earlier)
    .join('');
  const typed = option.rest ? (tail.split(/,\s*|\s+(?:vs\.?|versus)\s+/i).at(-1) ?? '') : tail;
  return [unique(complete(typed, option.completes, MAX_COMPLETIONS).map(({ value }) => value)), typed];
}

/** In a sentence: the longest run of last words that begins a product's name. */
function completeSentence(line: string, complete: CompleteName): Completed {
  const words = line.split(/(?<=\s)/);
  for (let count = Math.min(MAX_NAME_WORDS, words.length); count > 0; count--) {
    const typed = words.slice(-count).join('');
    if (typed.trim().length < 2) continue;
    const begins = (label: string): boolean => label.toLowerCase().startsWith(typed.toLowerCase());
    const labels = complete(typed, 'product', MAX_COMPLETIONS).map(({ label }) => label);
    const hits = unique(labels.filter(begins));
    if (hits.length > 0) return [hits, typed];
  }
  return [[], line];
}

/** Completes a line that ends at the cursor. */
export function completeLine(line: string, commands: readonly Command[], complete: CompleteName): Completed {
  const [, name, rest] = /^\/(\S*)(?:\s+(.*))?$/su.exec(line) ?? [];
  if (name === undefined) return completeSentence(line, complete);
  if (rest === undefined) return completeCommand(line, commands);
  const command = commands.find((one) => one.name === name.toLowerCase());
  return command ? completeOption(command, rest, complete) : [[], rest];
}
