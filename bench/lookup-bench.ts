// One run of the lookup bench: every engine at every size, each in a process of its own, one after the other.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { engineNames, type Order, type Run } from './lookup-contract.ts';
import { BenchError } from './processes.ts';

export const SIZES = [30, 1_000, 10_000, 100_000];
/** Of each class, at most. */
const QUERIES = 1000;
/** Seconds that an engine may ask: then the round through the classes that is under way is its last. */
const SECONDS: Readonly<Record<number, number>> = { 30: 1.5, 1000: 3, 10000: 7, 100000: 18 };
const HEAP_MB = 8192;

export type Report = {
  readonly machine: string;
  readonly load: readonly number[];
  readonly runs: readonly Run[];
  readonly seconds: number;
};

async function runChild(order: Order): Promise<Run> {
  const child = fork(join(import.meta.dirname, 'lookup-child.ts'), {
    execArgv: ['--expose-gc', `--max-old-space-size=${HEAP_MB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let run: Run | undefined;
  child.on('message', (message) => {
    run = message as Run;
  });
  child.send(order);
  const [code] = await once(child, 'exit');
  if (!run || code !== 0)
    throw new BenchError(`measuring "${order.engine}" at ${order.size} products ended with code ${code}`);
  return run;
}

/**
 * Measures everything; `progress` hears what is under way.
 * @param sizes how many products, each
 * @throws BenchError when a measured process fails
 */
export async function benchLookup(sizes: readonly number[], progress: (doing: string) => void): Promise<Report> {
  const began = performance.now();
  const before = loadavg()[0] ?? 0;
  const runs: Run[] = [];
  for (const size of sizes)
    for (const engine of engineNames) {
      progress(`${engine}, ${size} products`);
      runs.push(await runChild({ engine, size, queries: QUERIES, seconds: SECONDS[size] ?? 10 }));
    }
  return {
    machine: `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}`,
    load: [before, loadavg()[0] ?? 0],
    runs,
    seconds: (performance.now() - began) / 1000,
  };
}
