// What the SDK has to say goes to the program's own log: warnings and errors only, shortened, without anything like a token.
// All of it as warnings: what fails for an asker, or for good, the adapter tells itself.
import type { Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../chat/log.ts';

/** Longest message of the SDK in the log, in characters. */
const MOST = 300;

/** A text in which whatever looks like one of Slack's tokens is blotted out. */
const withoutTokens = (text: string): string => text.replace(/\bxox[a-z]?[-.][\w.-]+|\bxapp-[\w-]+/g, 'xox…');

const line = (parts: readonly unknown[]): string =>
  withoutTokens(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')).slice(0, MOST);

/** A logger for the SDK. It never asks for details: those hold what people write. */
export function loggerFor(log: Log): Logger {
  const write = (...parts: unknown[]): void => log('warn', 'slack-sdk', { message: line(parts) });
  return {
    debug() {},
    info() {},
    warn: write,
    error: write,
    setLevel() {},
    getLevel: () => 'warn' as LogLevel,
    setName() {},
  };
}
