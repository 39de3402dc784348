// What a person at a terminal reads when something fails: what to mend, or a reference; never a stack trace.
import { type ReportError, referenceOf } from '../adapters/contract.ts';
import { ConfigError, wantsDebug } from '../config.ts';
import { KnowledgeError } from '../knowledge/faults.ts';

/** Prints the cause of an unexpected error when `debug` is wanted, else nothing. */
export const reporter =
  (debug: boolean): ReportError =>
  (reference, error) => {
    if (debug) console.error(`[${reference}]`, error);
  };

/** Errors of rooms that the terminal does without, known by name so that they need not be loaded. */
const isSaid = (error: unknown): error is Error =>
  error instanceof Error && ['StoreError', 'PortError', 'SetupError'].includes(error.name);

/** The message of an error that someone can mend; of any other, one sentence with a reference. */
export function failure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof KnowledgeError || isSaid(error)) return error.message;
  const reference = referenceOf(error);
  reporter(wantsDebug())(reference, error);
  return `Something went wrong, and the program stops (reference ${reference}). Set DEBUG=1 to see the cause.`;
}
