// A Redis of the tests' own on a free port: stopped, paused, slowed down, filled and wiped by its process id, never by its name.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import { freePort } from '../../bench/free-port.ts';

const installed = spawnSync('redis-server', ['--version']).status === 0;
/** Where redis-server is missing, what needs it is skipped and says so; continuous integration must have it. */
export const withoutRedis = !installed && process.env.CI !== 'true';
export const REDIS_TITLE = withoutRedis ? 'Redis (skipped: redis-server is not installed)' : 'Redis';

export type TestRedis = {
  readonly port: number;
  readonly url: string;
  /** Sends one command and gives back the first line of the reply. */
  command(line: string): Promise<string>;
  pause(): void;
  resume(): void;
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  restart(): Promise<void>;
};

/** Starts a server that keeps nothing on disk. */
export async function startRedis(...settings: string[]): Promise<TestRedis> {
  const port = await freePort();
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn('redis-server', [...fixed, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const chunk of child.stdout as NodeJS.ReadableStream)
      if (String(chunk).includes('Ready to accept connections')) break;
    child.stdout?.resume();
  };
  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    async command(line) {
      const socket = createConnection(port, '127.0.0.1');
      socket.write(`${line}\r\n`);
      const [reply] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      return String(reply).split('\r\n')[0] ?? '';
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    restart: start,
  };
}

/** A way to a server on which each reply takes so many milliseconds longer. */
export async function slowWay(to: number, delay: () => number): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = createConnection(to, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => [near, far].map((one) => one.destroy()));
    }
    near.on('data', (chunk) => void far.write(chunk));
    far.on('data', (chunk) => void setTimeout(() => near.writable && near.write(chunk), delay()));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as { port: number }).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
