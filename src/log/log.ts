// The log: pino, one line an event; JSON for machines, plain lines in a terminal. Written by this thread, so that no line is lost at the end.
import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import type { Log } from '../chat/log.ts';
import type { LogLevel } from '../settings/service.ts';
import { plainError, redacted, scrub } from './scrub.ts';

export type LogOptions = {
  readonly level: LogLevel;
  /** Lines for a person instead of JSON. */
  readonly pretty: boolean;
  readonly color: boolean;
  /** Where lines go instead of standard output. */
  readonly to?: DestinationStream;
};

async function prettyStream(color: boolean, to: DestinationStream | undefined): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({
    colorize: color,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
    sync: true,
    ...(to ? { destination: to as unknown as NodeJS.WritableStream } : {}),
  });
}

/** Opens the log. */
export async function openLog({ level, pretty, color, to }: LogOptions): Promise<Log> {
  const stream = pretty ? await prettyStream(color, to) : (to ?? destination({ dest: 1, sync: true }));
  const logger = pino(
    {
      level,
      messageKey: 'event',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (fields) => redacted(fields) },
      serializers: { error: plainError },
      hooks: { streamWrite: scrub },
    },
    stream,
  );
  return (at, event, fields = {}) => logger[at](fields, event);
}
