// A program that was typed wrongly says so and shows how it is typed; any other failure is told as everywhere.
import { failure } from './failure.ts';

/** What is wrong with the command line itself: the only reason for exit code 2. */
export class MisuseError extends Error {}

const isMisuse = (error: unknown): error is Error =>
  error instanceof MisuseError ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

/** Prints why a program ends, and sets its exit code: 2 with the usage for misuse, else 1. @param tell what is said of other errors */
export function endWith(error: unknown, usage: string, tell: (error: unknown) => string = failure): void {
  console.error(isMisuse(error) ? `${error.message}\n\n${usage}` : tell(error));
  process.exitCode = isMisuse(error) ? 2 : 1;
}
