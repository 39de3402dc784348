// HTTP: who may deliver, and what becomes of an answer while Slack is busy, slow or refuses it.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/bot/contract.ts';
import { openTestBot } from '../../support/bot.ts';
import { bodyOf, command, mention, signed } from './deliveries.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

let bot: Bot;
let workspace: Workspace;
beforeAll(async () => {
  ({ bot } = await openTestBot());
});
afterEach(() => workspace.close());

const open = async (): Promise<Workspace> => {
  workspace = await openWorkspace({ bot });
  return workspace;
};

const PRICE = 'how much is the redmi 9c';
const now = (): number => Math.floor(Date.now() / 1000);

describe('a delivery', () => {
  it.each([
    ['with a forged signature', (body: string) => signed(body, now(), 'another secret')],
    ['with the signature of another body', () => signed('{}')],
    ['from ten minutes ago', (body: string) => signed(body, now() - 600)],
    ['without a signature', () => ({})],
    ['with half a signature', (body: string) => ({ ...signed(body), 'x-slack-signature': 'v0=' })],
  ])('%s is refused, and nothing is done', async (_how, sign) => {
    const { post, api, ann, close } = await open();
    const { body, contentType } = bodyOf(mention(ann, PRICE));
    const response = await post(body, { 'content-type': contentType, ...sign(body) });
    expect(response.status).toBe(401);
    await close();
    expect(api.of('chat.postMessage')).toEqual([]);
  });

  it('that is no JSON, or too large, is refused', async () => {
    const { post } = await open();
    const type = { 'content-type': 'application/json' };
    expect((await post('{', { ...type, ...signed('{') })).status).toBe(400);
    const large = JSON.stringify({ type: 'event_callback', filler: 'x'.repeat(1_100_000) });
    expect((await post(large, { ...type, ...signed(large) })).status).toBeGreaterThanOrEqual(400);
  });

  it('of nothing that the bot knows is taken without a word', async () => {
    const { deliver, api, ann, close } = await open();
    await deliver(mention(ann, '', { more: { type: 'reaction_added' } }));
    await close();
    expect(api.of('chat.postMessage', 'chat.postEphemeral')).toEqual([]);
  });

  it('to another path, or of another kind, is left to others', async () => {
    const { origin } = await open();
    for (const [path, method] of [
      ['/slack/events', 'GET'],
      ['/slack/install', 'GET'],
      ['/slack/oauth_redirect', 'GET'],
      ['/health', 'GET'],
    ]) {
      expect((await fetch(`${origin}${path}`, { method: method ?? '' })).status).toBe(404);
    }
  });

  it('that checks the address is answered as Slack wants it', async () => {
    const { post } = await open();
    const body = JSON.stringify({ type: 'url_verification', token: 't', challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY' });
    const response = await post(body, { 'content-type': 'application/json', ...signed(body) });
    expect(await response.json()).toEqual({ challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY' });
  });

  it('while the bot stops is left for later, or for another replica', async () => {
    const { post, adapter, ann } = await open();
    await adapter.stop();
    const { body, contentType } = bodyOf(mention(ann, PRICE));
    expect((await post(body, { 'content-type': contentType, ...signed(body) })).status).toBe(503);
  });
});

describe('an answer', () => {
  it('waits as long as Slack asks for (429, Retry-After), and is given once', async () => {
    const { deliver, api, ann, close } = await open();
    api.once('chat.postMessage', () => ({
      status: 429,
      headers: { 'retry-after': '1' },
      body: { ok: false, error: 'ratelimited' },
    }));
    await deliver(mention(ann, PRICE));
    const refused = await api.next('chat.postMessage');
    const given = await api.next('chat.postMessage');
    expect(given.args).toEqual(refused.args);
    expect(given.result).toMatchObject({ ok: true });
    await close();
    expect(api.of('chat.postMessage')).toHaveLength(2);
  });

  it('that fails to be sent is sent again under the same id, so that it appears once', async () => {
    const { deliver, api, ann } = await open();
    api.once('chat.postMessage', () => ({ status: 503, body: {} }));
    await deliver(mention(ann, PRICE));
    const first = await api.next('chat.postMessage');
    const second = await api.next('chat.postMessage');
    expect(second.args.client_msg_id).toBe(first.args.client_msg_id);
    expect(first.args.client_msg_id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('that Slack takes its time to accept holds up neither the acknowledgement nor other answers', async () => {
    const { deliver, api, ann, bob, close } = await open();
    const accepted = Promise.withResolvers<undefined>();
    const arrived = Promise.withResolvers<void>();
    api.once('chat.postMessage', () => {
      arrived.resolve();
      return accepted.promise;
    });
    const slow = mention(ann, PRICE);
    await deliver(slow);
    await arrived.promise;
    await deliver(slow, { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
    await deliver(mention(bob, 'how much is the redmi 9a'));
    expect((await api.next('chat.postMessage')).args.text).toMatch(/Redmi 9A/);
    accepted.resolve(undefined);
    expect((await api.next('chat.postMessage')).args.text).toMatch(/Redmi 9C/);
    await close();
    expect(api.of('chat.postMessage')).toHaveLength(2);
  });

  it('whose form Slack refuses is given in plain text', async () => {
    const { deliver, api, ann, logged } = await open();
    api.once('chat.postMessage', () => ({ body: { ok: false, error: 'invalid_blocks' } }));
    await deliver(mention(ann, PRICE));
    await api.next('chat.postMessage');
    const { args } = await api.next('chat.postMessage');
    expect(args).not.toHaveProperty('blocks');
    expect(args.text).toMatch(/EUR 119/);
    expect(logged.map(({ event }) => event)).toContain('slack-blocks-refused');
  });

  it('that cannot be posted is told as a failure, with the reference that the log has', async () => {
    const { deliver, api, ann, logged } = await open();
    api.once('chat.postMessage', () => ({ body: { ok: false, error: 'channel_is_limited_access' } }));
    await deliver(mention(ann, PRICE));
    const { args } = await api.next('chat.postEphemeral');
    const reference = /[0-9a-f]{8}/.exec(String(args.text))?.[0];
    expect(args.user).toBe(ann.user);
    expect(logged).toContainEqual(expect.objectContaining({ fields: expect.objectContaining({ reference }) }));
  });
});

describe('a token that was revoked', () => {
  it('leaves the log a line for what nobody can be told, and commands their answer', async () => {
    const { deliver, api, ann, logged } = await open();
    for (const method of ['chat.postMessage', 'chat.postEphemeral']) {
      api.always(method, () => ({ body: { ok: false, error: 'token_revoked' } }));
    }
    await deliver(mention(ann, PRICE));
    await api.next('chat.postEphemeral');
    await deliver(command(ann, '/price redmi-9c', api.responseUrl('c1')));
    expect((await api.next('response_url')).args.text).toMatch(/EUR 119/);
    await workspace.close();
    const { fields } = logged.find(({ event }) => event === 'slack-asker-unreachable') ?? {};
    expect(fields?.reference).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.stringify(logged)).not.toMatch(/xoxb|redmi/i);
  });
});
