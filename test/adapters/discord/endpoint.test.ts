// Interactions over signed HTTP, with no gateway: what Discord signed is answered, and nothing else.

import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter } from '../../../src/adapters/contract.ts';
import { createDiscord } from '../../../src/adapters/discord/adapter.ts';
import type { Schedule } from '../../../src/adapters/discord/exchange.ts';
import { withAsk } from '../../support/answer.ts';
import type { TestChat } from '../../support/chat.ts';
import { assertValidRequest } from './check.ts';
import { openLastingChat } from './loopback.ts';
import { press, slash, submitted, typing } from './payloads.ts';
import { APPLICATION, openRest, type Rest, type Sent } from './rest.ts';
import { pressableAs, shown } from './shown.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const { x = '' } = publicKey.export({ format: 'jwk' });
/** When two seconds pass, tests say. */
let late: (() => void) | undefined;
let withhold: Promise<void> = Promise.resolve();
const schedule: Schedule = (run) => {
  late = run;
  return () => {
    late = undefined;
  };
};

let rest: Rest;
let test: TestChat;
let adapter: Adapter;
let server: Server;
let address: string;
beforeAll(async () => {
  rest = await openRest(assertValidRequest);
  test = await openLastingChat((bot) => withAsk(bot, async (asked) => withhold.then(() => bot.ask(asked))));
  adapter = createDiscord({
    chat: test.chat,
    api: rest.api,
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    applicationId: APPLICATION,
    reply: 'channel',
    isShard: false,
    schedule,
  });
  await adapter.start();
  server = createServer((request, response) => {
    if (!adapter.handle?.(request, response)) response.writeHead(404).end('not found');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/discord/interactions`;
});
afterAll(async () => {
  await adapter.stop();
  server.closeAllConnections();
  server.close();
  await rest.close();
});

const TIME = '1767225600';
const signed = (body: string, time = TIME): string => sign(null, Buffer.from(time + body), privateKey).toString('hex');
const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    body,
    headers: { 'x-signature-ed25519': signed(body), 'x-signature-timestamp': TIME, ...headers },
  });
/** Posts an interaction as Discord does. */
async function call(interaction: object): Promise<Sent> {
  const response = await post(JSON.stringify(interaction));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  const body = await response.json();
  const path = '/interactions/1/token/callback';
  assertValidRequest('POST', path, body);
  return { method: 'POST', path, query: new URLSearchParams(), authorization: undefined, body };
}

describe('what Discord has signed', () => {
  it('is greeted back', async () => {
    expect((await call({ type: 1, id: '1', application_id: APPLICATION, token: 't', version: 1 })).body).toEqual({
      type: 1,
    });
  });

  it('is answered: a command, its completion, a press, a modal', async () => {
    const answer = await call(slash('price', { product: 'redmi-9a' }));
    expect(shown(answer)).toContain('EUR 99');
    expect((await call(typing('spec', 'product', 'redmi 9a'))).body.data.choices[0].value).toBe('redmi-9a');
    expect(shown(await call(press('1:ask:/spec redmi-9a')))).toContain('Redmi 9A');
    const asked = await call(press(pressableAs(answer, 'feedback').replace(':yes', ':no')));
    expect(asked.body.type).toBe(9);
    expect(shown(await call(submitted(asked.body.data.custom_id, 'too old')))).toContain('Thank you');
  });

  it('and asks for an answer to go is done after the response', async () => {
    const one = press(pressableAs(await call(slash('price', { product: 'redmi-9a' })), 'delete'));
    expect((await call(one)).body).toEqual({ type: 6 });
    await rest.take(`DELETE /webhooks/${APPLICATION}/${one.token}/messages/@original`);
  });

  it('and takes long is acknowledged first', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    withhold = promise;
    const one = slash('price', { product: 'redmi-9a' });
    const first = call(one);
    while (!late) await new Promise((done) => void setImmediate(done));
    late();
    expect((await first).body).toEqual({ type: 5 });
    resolve();
    const sent = await rest.take(`PATCH /webhooks/${APPLICATION}/${one.token}/messages/@original`);
    expect(shown(sent)).toContain('EUR 99');
    expect(sent.fault).toBeUndefined();
  });

  it('and is delivered twice is answered once', async () => {
    const one = JSON.stringify(slash('price', { product: 'redmi-9a' }));
    expect((await post(one)).status).toBe(200);
    const again = await post(one);
    expect([again.status, await again.text()]).toEqual([202, '']);
  });

  it('and is not waited for harms nobody else', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    withhold = promise;
    const gone = new AbortController();
    const body = JSON.stringify(slash('price', { product: 'redmi-9a' }));
    const headers = { 'x-signature-ed25519': signed(body), 'x-signature-timestamp': TIME };
    const arrived = once(server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    const first = fetch(address, { method: 'POST', body, headers, signal: gone.signal });
    const [, response] = await arrived;
    while (!late) await new Promise((done) => void setImmediate(done));
    gone.abort();
    await expect(first).rejects.toThrow();
    await expect.poll(() => response.destroyed).toBe(true);
    resolve();
    const failures = () => test.logged.filter(({ fields }) => /did not wait/.test(String(fields?.error)));
    await expect.poll(() => failures().length).toBe(2); // of the answer, and of the word that it failed
    expect(shown(await call(slash('price', { product: 'redmi-9a' })))).toContain('EUR 99');
  });

  it('but is no interaction is refused', async () => {
    for (const body of ['', 'no json', '[]', '7', 'null', '{}']) expect((await post(body)).status).toBe(400);
  });
});

describe('what Discord has not signed', () => {
  const body = JSON.stringify(slash('price', { product: 'redmi-9a' }));
  const forged = generateKeyPairSync('ed25519').privateKey;

  it.each<[string, Record<string, string>]>([
    ['with another key', { 'x-signature-ed25519': sign(null, Buffer.from(TIME + body), forged).toString('hex') }],
    ['of another body', { 'x-signature-ed25519': signed(`${body} `) }],
    ['of another time', { 'x-signature-timestamp': '1767225601' }],
    ['in no form of a signature', { 'x-signature-ed25519': 'zz' }],
    ['cut short', { 'x-signature-ed25519': signed(body).slice(2) }],
    ['empty', { 'x-signature-ed25519': '', 'x-signature-timestamp': '' }],
  ])('%s is turned away, and nothing is done', async (_, headers) => {
    const before = test.logged.length;
    const response = await post(body, headers);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain('EUR');
    expect(test.logged.length).toBe(before);
  });

  it('at all is turned away', async () => {
    expect((await fetch(address, { method: 'POST', body })).status).toBe(401);
  });

  it('and is larger than any interaction is not even read', async () => {
    expect((await post('x'.repeat(600_000))).status).toBe(413);
  });
});

it('other ways and other addresses are not taken for it', async () => {
  const asked = await fetch(address);
  expect([asked.status, asked.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await fetch(address.replace('/discord/', '/slack/'), { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${address}x`, { method: 'POST' })).status).toBe(404);
});

it('needs no gateway and no token, and is in order from the start', () => {
  expect(adapter.trouble?.()).toBeUndefined();
  expect(rest.sent.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
  expect(rest.sent.filter(({ path }) => path === '/gateway/bot')).toEqual([]);
  const failed = test.logged.filter(({ level }) => level === 'error');
  expect(failed.filter(({ fields }) => !/did not wait/.test(String(fields?.error)))).toEqual([]);
});
