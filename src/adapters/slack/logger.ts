// What the SDK has to say goes to the program's own log: warnings and errors only, shortened, without anything like a token.
import type { Logger, LogLevel } from '@slack/bolt';
import type { Level, Log } from '../../chat/log.ts';

/** Longest message of the SDK in the log, in characters. */
const MOST = 300;

/** A text in which whatever looks like one of Slack's tokens is blotted out. */
export const withoutTokens = (text: string): string => text.replace(/\bxox[a-z]?[-.][\w.-]+|\bxapp-[\w-]+/g, 'xox…');

const line = (parts: readonly unknown[]): string =>
  withoutTokens(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')).slice(0, MOST);

/** A logger for the SDK. It never asks for details: those hold what people write. */
export function loggerFor(log: Log): Logger {
  const write =
    (level: Level) =>
    (...parts: unknown[]): void =>
      log(level, 'slack-sdk', { message: line(parts) });
  return {
    debug() {},
    info() {},
    warn: write('warn'),
    error: write('error'),
    setLevel() {},
    getLevel: () => 'warn' as LogLevel,
    setName() {},
  };
}
