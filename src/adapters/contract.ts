// What an adapter is: the wiring of one platform around one call of the bot, with a pure conversion on either side.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../answer.ts';
import type { Question } from '../question.ts';

/** The two pure conversions: what the platform says → Question, Answer → what the platform draws. */
export type Conversions<Event, Place, Payload> = {
  /** Nothing when the event asks nothing. */
  toQuestion(event: Event): Question | undefined;
  toPayload(answer: Answer, place: Place): Payload;
};

export type Adapter = {
  readonly name: string;
  /** Connects; resolves once it can be spoken to. */
  start(): Promise<void>;
  /** Takes no further questions, ends what is under way, disconnects. May be called more than once. */
  stop(): Promise<void>;
  /** Settles when the adapter has ended, of itself or by `stop`. */
  readonly ended: Promise<void>;
  /** What is wrong while it cannot be spoken to, in a few words; nothing while all is well. Absent, all is well once started. */
  trouble?(): string | undefined;
  /** Answers a request of the program's one HTTP port if it is this adapter's; false leaves it to others. */
  handle?(request: IncomingMessage, response: ServerResponse): boolean;
};

/**
 * Thrown by `start` where no waiting helps: a wrong token, a permission that was not given. The message is for whoever runs the
 * program: which variable, and the page where its value is. An adapter that throws it is not started again; all others are.
 */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/** What an adapter tells of an unexpected error: the reader gets the reference, this gets the cause. */
export type ReportError = (reference: string, error: unknown) => void;

/** Eight hexadecimal digits for an error; the same fault has the same reference. */
export function referenceOf(error: unknown): string {
  const cause = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  return createHash('sha256').update(cause).digest('hex').slice(0, 8);
}

/** One thing that `npm run doctor` looked at: what it is, and where something is wrong, what to do and on which page. Never a token. */
export type Finding = {
  readonly level: 'ok' | 'warning' | 'fault';
  readonly what: string;
  readonly mend?: string;
  /** Address of the page to open. */
  readonly page?: string;
};
