// Starts what is measured: a child for each system, and `npm run ask` from cold.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../src/config.ts';
import type { Order, Run } from './contract.ts';

/** A process that was measured came to a bad end. */
export class BenchError extends Error {}

/** Measures one system in a fresh process. */
export async function runChild(order: Order): Promise<Run> {
  const child = fork(join(import.meta.dirname, 'child.ts'), {
    execArgv: ['--expose-gc'],
    serialization: 'advanced', // scores may be infinite
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let run: Run | undefined;
  child.on('message', (message) => {
    run = message as Run;
  });
  child.send(order);
  const [code] = await once(child, 'exit');
  if (!run || code !== 0) throw new BenchError(`the process that measures "${order.system}" ended with code ${code}`);
  return run;
}

/** The search path as it is outside `npm run`: a person's npm is not started by the project's own Node. */
const outerPath = (path = ''): string =>
  path
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin$/.test(folder))
    .join(delimiter);

/** Wall time of `npm run --silent ask -- question`, in milliseconds, as often as asked. */
export async function coldStarts(question: string, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    const child = spawn('npm', ['run', '--silent', 'ask', '--', question], {
      cwd: projectRoot,
      stdio: 'ignore',
      env: { ...process.env, PATH: outerPath(process.env.PATH) },
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new BenchError(`npm run ask -- "${question}" ended with code ${code}`);
    taken.push(performance.now() - began);
  }
  return taken;
}
