// The whole program with DISCORD_SHARDS: the manager has the port and the other platforms, a shard's process has Discord alone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { freePort } from '../../bench/free-port.ts';
import { openGateway } from '../adapters/discord/gateway.ts';
import { CHANNEL, guild, message, SERVER } from '../adapters/discord/payloads.ts';
import { BOT, openRest, TOKEN } from '../adapters/discord/rest.ts';
import { shown } from '../adapters/discord/shown.ts';

const PROJECT = join(import.meta.dirname, '..', '..');

type Line = { readonly event: string; readonly pid: number; readonly adapters?: string[]; readonly port?: number };

/** Slack as far as an app token that it refuses. @returns its address, and what was asked of it */
async function openSlack() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":false,"error":"invalid_auth"}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { asked, server, api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` };
}

const WAYS = [
  ['SIGTERM', (pid: number) => process.kill(pid, 'SIGTERM'), [0, null]],
  // As a supervisor does, or Ctrl-C: nobody is told to end at once because it is told twice.
  ['SIGTERM to all processes', (pid: number) => process.kill(-pid, 'SIGTERM'), [0, null]],
  ['SIGKILL', (pid: number) => process.kill(pid, 'SIGKILL'), [null, 'SIGKILL']],
] as const;

it.each(WAYS)(
  'a shard opens no port, runs no other platform, and ends in order with its manager on %s',
  async (_, end, came) => {
    const rest = await openRest(() => {});
    const gateway = openGateway(rest.server, [guild(SERVER, CHANNEL)]);
    const slack = await openSlack();
    const port = await freePort();
    const env = {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: rest.api,
      DISCORD_SHARDS: '1',
      DISCORD_PUBLIC_KEY: 'ab'.repeat(32),
      SLACK_BOT_TOKEN: 'xoxb-1-2-loopback',
      SLACK_APP_TOKEN: 'xapp-1-2-loopback',
      SLACK_API_URL: slack.api,
    };
    const child = spawn(process.execPath, ['src/main.ts'], {
      cwd: PROJECT,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const gone = once(child, 'exit');
    const errors = text(child.stderr);
    const lines: Line[] = [];
    createInterface(child.stdout).on('line', (line) => lines.push(JSON.parse(line) as Line));
    try {
      await gateway.next('identify');
      const one = message(`<@${BOT}> weight of the redmi 9a`);
      gateway.dispatch('MESSAGE_CREATE', one);
      expect(shown(await rest.take('POST /channels/*/messages'))).toContain('194 g');

      const started = lines.filter(({ event }) => event === 'started');
      expect(started.map(({ pid, adapters, port }) => ({ isManager: pid === child.pid, adapters, port }))).toEqual([
        { isManager: true, adapters: ['slack', 'discord'], port },
        { isManager: false, adapters: ['discord'], port: undefined },
      ]);
      // Both have the same PORT in their environment: it is the manager that answers there.
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
      expect(slack.asked).toHaveLength(1);

      const shard = started.map(({ pid }) => pid).find((pid) => pid !== child.pid) ?? 0;
      end(child.pid ?? 0);
      expect(await gone).toEqual(came);
      // It ends only when the last process that writes to it has.
      expect(await errors).toBe('');
      const ended = lines.filter(({ event }) => event === 'ended').map(({ pid }) => pid);
      expect(ended.sort()).toEqual((came[0] === 0 ? [child.pid, shard] : [shard]).sort());
      expect(gateway.identified).toHaveLength(1);
    } finally {
      child.kill('SIGKILL');
      gateway.close();
      slack.server.close();
      await rest.close();
    }
  },
);
