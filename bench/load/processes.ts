// Starts what takes part in the load, each as a process on loopback, and ends it all by process id, also when something fails.
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../src/config.ts';
import { freePort } from '../free-port.ts';
import { type Counts, LoadError } from './contract.ts';
import { PUBLIC_KEY, SIGNING_SECRET } from './deliveries.ts';

/** In milliseconds. */
const STARTS_WITHIN = 30_000;
const ENDS_WITHIN = 12_000;

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function keep(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('exit', () => running.delete(child)).once('error', () => running.delete(child));
  return child;
}

/** Ends everything that was started. */
export async function endAll(): Promise<void> {
  const children = [...running];
  const ended = children.map((child) => once(child, 'exit'));
  for (const child of children) child.kill('SIGTERM');
  await Promise.race([Promise.all(ended), pause(ENDS_WITHIN, undefined, { ref: false })]);
  for (const child of running) child.kill('SIGKILL');
}

const ask = async <Reply>(child: ChildProcess): Promise<Reply> => {
  const reply = once(child, 'message');
  child.send('now');
  return ((await reply) as [Reply])[0];
};
async function forked(file: string, ...args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = keep(fork(join(import.meta.dirname, file), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, url: `http://127.0.0.1:${port}` };
}

/** The other side of the platforms. */
export async function startCounterpart() {
  const { child, url } = await forked('counterpart.ts');
  return {
    url,
    /** What was answered since it was asked last. */
    counts: () => ask<Counts>(child),
  };
}

/** A bare app. @param way to answer: by the address that came with a command, as Bolt's documentation shows it, or in the acknowledgement */
export async function startEcho(way: 'respond' | 'acknowledge') {
  const { child, url } = await forked('echo.ts', SIGNING_SECRET, way);
  const cpu = async (): Promise<number> => {
    const used = (await ask<{ cpu: NodeJS.CpuUsage }>(child)).cpu;
    return (used.user + used.system) / 1e6;
  };
  return { url, cpu };
}

/** A Redis that keeps nothing on disk. @throws LoadError where redis-server is not installed */
export async function startRedis(): Promise<string> {
  if (spawnSync('redis-server', ['--version']).status !== 0)
    throw new LoadError(
      'redis-server is missing: install it (apt-get install redis-server), or add --memory to do without.',
    );
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = keep(spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] }));
  for await (const chunk of child.stdout as NodeJS.ReadableStream)
    if (String(chunk).includes('Ready to accept connections')) break;
  child.stdout?.resume();
  return `redis://127.0.0.1:${port}`;
}

/** Settings of another kind that a .env of this folder may hold: set to nothing, they count as not set. */
const NONE = [
  'SLACK_APP_TOKEN',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_VISIBILITY',
  'DISCORD_TOKEN',
  'DISCORD_SHARDS',
  'DISCORD_SHARD_LIST',
  'KNOWLEDGE',
];

/** The program itself, with Slack and Discord over HTTP. @param store as STORE_URL; nothing is memory */
export async function startProgram(counterpart: string, store: string) {
  const url = `http://127.0.0.1:${await freePort()}`;
  const env = {
    ...process.env,
    ...Object.fromEntries(NONE.map((name) => [name, ''])),
    NODE_ENV: 'production',
    PORT: new URL(url).port,
    STORE_URL: store,
    // One token is one workspace, whose limit would be what is measured: it is asked as ever, and allows it all.
    RATE_LIMIT_WORKSPACE: '100000',
    SLACK_BOT_TOKEN: 'xoxb-load',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: `${counterpart}/api/`,
    DISCORD_PUBLIC_KEY: PUBLIC_KEY,
    DISCORD_APPLICATION_ID: '100000000000000001',
    DISCORD_API_URL: `${counterpart}/api`,
  };
  const main = join(projectRoot, 'src', 'main.ts');
  const child = keep(
    spawn(process.execPath, [main], { cwd: projectRoot, env, stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  const until = performance.now() + STARTS_WITHIN;
  /** Every part of it: one adapter alone makes it ready for a load balancer. */
  const ready = async (): Promise<boolean> => {
    const response = await fetch(`${url}/readyz`).catch(() => undefined); // not listening yet
    const { parts = {} } = ((await response?.json()) ?? {}) as { parts?: Record<string, string> };
    return response?.ok === true && Object.values(parts).every((part) => part === 'ready');
  };
  while (!(await ready())) {
    if (child.exitCode !== null || performance.now() > until)
      throw new LoadError(`the program did not become ready (exit code ${child.exitCode}); npm run doctor says more.`);
    await pause(100);
  }
  const cpu = async (): Promise<number> => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    return Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1] ?? Number.NaN);
  };
  return { url, cpu };
}
