// Reads a typed command ("/spec poco-x3") by its definition into a request. Every platform's text commands come this way.
import type { Command } from '../command.ts';
import type { Request } from '../question.ts';

export type ParsedCommand =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'incomplete'; readonly command: Command; readonly missing: string };

/** A line that begins with "/" and a letter is a command; any other line is a question (undefined). */
export function parseCommand(line: string, commands: readonly Command[]): ParsedCommand | undefined {
  const match = /^\/([a-z][\w-]*)\s*([\s\S]*)$/i.exec(line.trim());
  if (!match?.[1]) return undefined;
  const name = match[1].toLowerCase();
  const command = commands.find((one) => one.name === name);
  if (!command) return { kind: 'unknown', name };
  const words = (match[2] ?? '').trim().split(/\s+/).filter(Boolean);
  const values: Record<string, string> = {};
  for (const option of command.options) {
    const value = option.rest ? words.splice(0).join(' ') : words.shift();
    if (value) values[option.name] = value;
    else if (option.required) return { kind: 'incomplete', command, missing: option.name };
  }
  return { kind: 'request', request: command.toRequest(values) };
}
