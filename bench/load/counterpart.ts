// Slack and Discord as the driven programs see them, in a process of its own: answers at once, and keeps the names of what was answered.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Counts } from './contract.ts';

const OK = JSON.stringify({ ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0' });
let answered: string[] = [];

const server = createServer((request, response) => {
  // Paths are /response/<name of the delivery> and /api/<method of the Web API>.
  const [, room, name = ''] = (request.url ?? '').split('/');
  if (room === 'response') answered.push(name);
  request.resume().once('end', () => response.setHeader('content-type', 'application/json').end(OK));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => {
  process.send?.({ answered } satisfies Counts);
  answered = [];
});
process.on('disconnect', () => process.exit());
