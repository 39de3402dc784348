// Starts several processes that race for the same events of one store, and gathers what each got.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Raced = { readonly won: number[]; readonly allowed: number; readonly told: number };

/** @param most of a limit that each process tries to use up alone */
export async function race(url: string, processes: number, events: number, most: number): Promise<Raced[]> {
  const runners = Array.from({ length: processes }, (_, nth) => {
    const begin = Math.floor((nth * events) / processes);
    const args = [join(import.meta.dirname, 'claimer.ts'), url, String(events), String(most), String(begin)];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env: {} });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    return { child, line: async () => String((await lines.next()).value) };
  });
  // All are ready, then all have begun, each at a place of its own: only then do they race for the same ones.
  for (const _ of ['ready', 'begun']) {
    await Promise.all(runners.map(({ line }) => line()));
    for (const { child } of runners) child.stdin.write('go\n');
  }
  return Promise.all(
    runners.map(async ({ child, line }) => {
      const ended = once(child, 'exit');
      const raced = JSON.parse(await line()) as Raced;
      await ended;
      return raced;
    }),
  );
}
