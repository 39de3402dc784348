// What both ways of using the terminal share: where it reads and draws, and the conversation held there.
import type { Readable, Writable } from 'node:stream';
import type { Bot } from '../../bot/contract.ts';
import type { Command } from '../../command.ts';
import type { ReportError } from '../contract.ts';
import type { Session } from './session.ts';
import type { Style } from './style.ts';

export type ConsoleOptions = {
  readonly bot: Bot;
  readonly commands: readonly Command[];
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly color: boolean;
  readonly columns?: number;
  readonly report: ReportError;
};

export type Room = {
  readonly options: ConsoleOptions;
  readonly session: Session;
  /** As the output is now: a window may be resized. */
  style(): Style;
  /** Resolves once written, or once nobody reads any more. */
  write(text: string): Promise<void>;
  isClosed(): boolean;
};

/** A conversation under way. */
export type Chat = { readonly ended: Promise<void>; leave(): void };
