// Starts the service as a real process on a free port, speaks to it, waits for lines of its log, ends it by its id.
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { COMPILED } from './compiled.ts';
import type { Got, Sent } from './http-adapter.ts';

export type Line = Readonly<Record<string, unknown>> & { readonly event: string };
export type TestService = {
  readonly port: number;
  readonly child: ChildProcess;
  readonly lines: Line[];
  ask(sent: Sent): Promise<Got>;
  /** The value of a metric's line, 0 where there is none. */
  metric(line: string): Promise<number>;
  /** The next line of the log with this event, or one that came since it was asked for last. */
  heard(event: string): Promise<Line>;
  /** Sends SIGTERM unless told otherwise. @returns the exit code, or the signal that ended it */
  end(signal?: NodeJS.Signals): Promise<number | string | null>;
  readonly stderr: Promise<string>;
};

/**
 * @param env settings of the service; PORT is a free one
 * @param patience with the store in milliseconds, where a test is not about time
 * @param program of this folder or with its whole path, and options of Node
 */
export async function startTestService(
  env: Readonly<Record<string, string>> = {},
  patience = 0,
  [program = 'service-program.ts', ...options]: readonly string[] = [],
): Promise<TestService> {
  const child = spawn(process.execPath, [...options, resolve(import.meta.dirname, program), String(patience)], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      RATE_LIMIT_PERSON: '0',
      RATE_LIMIT_WORKSPACE: '0',
      ...COMPILED,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stderr = text(child.stderr);
  const lines: Line[] = [];
  const fresh: Line[] = [];
  const bell = new EventEmitter().setMaxListeners(0);
  createInterface(child.stdout).on('line', (written) => {
    const line = JSON.parse(written) as Line;
    lines.push(line);
    fresh.push(line);
    bell.emit('line');
  });
  const heard = async (event: string): Promise<Line> => {
    for (;;) {
      const at = fresh.findIndex((line) => line.event === event);
      const [line] = at < 0 ? [] : fresh.splice(at, 1);
      if (line) return line;
      await once(bell, 'line');
    }
  };
  const exit = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const early = exit.then(async (code) => {
    throw new Error(`the service ended with ${code}: ${await stderr}`);
  });
  early.catch(() => {});
  const { port } = (await Promise.race([heard('started'), early])) as Line & { readonly port: number };
  await Promise.race([heard('adapter-started'), early]);
  const address = `http://127.0.0.1:${port}`;
  return {
    port,
    child,
    lines,
    stderr,
    heard: (event) => Promise.race([heard(event), early]),
    async ask(sent) {
      const response = await fetch(`${address}/ask`, { method: 'POST', body: JSON.stringify(sent) });
      return (await response.json()) as Got;
    },
    async metric(name) {
      const shown = await (await fetch(`${address}/metrics`)).text();
      return Number(
        shown
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.slice(name.length) ?? 0,
      );
    },
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return exit;
    },
  };
}
