// Runs one of the project's programs as a real process, on the real knowledge unless told otherwise.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { COMPILED } from '../support/compiled.ts';

export const root = resolve(import.meta.dirname, '..', '..');

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };
export type RunOptions = {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
};

/** Starts a program, gives it its input, waits for its end. */
export async function run(program: string, args: readonly string[] = [], options: RunOptions = {}): Promise<Ran> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [join(root, program), ...args], {
    cwd: options.cwd ?? root,
    env: { PATH, ...COMPILED, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {}); // it may end without reading
  child.stdin.end(options.input ?? '');
  const code = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

/** `npm run ask`. */
export const ask = (...args: string[]): Promise<Ran> => run('src/cli/ask.ts', args);

/** `npm run ask -- --batch` on given lines. */
export const batch = (input: string, ...args: string[]): Promise<Ran> =>
  run('src/cli/ask.ts', ['--batch', ...args], { input });

/** The lines of an output as JSON. */
export const jsonLines = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
