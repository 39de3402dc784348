// What a command is: its definition serves the terminal, Slack's manifest, Discord's registration and the README alike.
import type { Request } from './question.ts';

export type CommandOption = {
  /** Lower case, no blanks: platforms show it. */
  readonly name: string;
  readonly description: { readonly en: string; readonly zh: string };
  readonly required: boolean;
  /** What may be completed while it is typed. */
  readonly completes?: 'product' | 'topic';
  /** Takes the rest of the line, blanks included. Only the last option may. */
  readonly rest?: boolean;
};

export type Command = {
  readonly name: string;
  readonly description: { readonly en: string; readonly zh: string };
  readonly options: readonly CommandOption[];
  /** Lines as one types them; a test runs each. */
  readonly examples: readonly string[];
  /** From filled-in options to what is asked. Options that were left out are absent. */
  toRequest(values: Readonly<Record<string, string>>): Request;
};
