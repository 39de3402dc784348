// A workspace with the bot in it, over HTTP on loopback: real SDK, real knowledge, Slack's side held by the test.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { createSlack } from '../../../src/adapters/slack/adapter.ts';
import type { Connection, SlackSettings } from '../../../src/adapters/slack/connection.ts';
import type { Bot } from '../../../src/bot/contract.ts';
import type { State } from '../../../src/state/contract.ts';
import { openTestChat } from '../../support/chat.ts';
import { bodyOf, type Delivery, type Element, SIGNING_SECRET, signed } from './deliveries.ts';
import { type Call, openEmulator, openWebApi } from './web-api.ts';

export const TOKEN = 'xoxb-1-loopback';
export const TEAM = 'T000000001';
const BOT = { token: TOKEN, user: 'U0BOT', id: 'B0BOT' };

/** Something that can be pressed in a message or a view, with the block that it stands in. */
export function elementsOf(blocks: unknown): Element[] {
  return (blocks as Record<string, unknown>[]).flatMap((block) => {
    const { elements, accessory, block_id } = block as { elements?: Element[]; accessory?: Element; block_id?: string };
    const within = [...(Array.isArray(elements) ? elements : []), ...(accessory ? [accessory] : [])];
    return within
      .filter(({ action_id }) => action_id !== undefined)
      .map((one) => ({ ...(block_id ? { block_id } : {}), ...one }));
  });
}

const labelOf = (element: Element): string => (element.text as { text?: string } | undefined)?.text ?? '';

/** The button of a message that bears a label. */
export function button({ args }: Call, label: string | RegExp): Element {
  const elements = elementsOf(args.blocks);
  const found = elements.find((one) => (typeof label === 'string' ? labelOf(one) === label : label.test(labelOf(one))));
  if (!found)
    throw new Error(`no button "${label}" among ${elements.map((one) => labelOf(one) || one.type).join(', ')}`);
  return found;
}

export type WorkspaceOptions = Partial<Pick<SlackSettings, 'visibility' | 'reply'>> & {
  readonly bot?: Bot;
  readonly state?: State;
  readonly connection?: Connection;
};
export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

/** Opens it; `close` asserts that nothing of a bad form ever left. */
export async function openWorkspace({ bot, state, connection, ...settings }: WorkspaceOptions = {}) {
  const emulator = await openEmulator('One', BOT);
  const api = await openWebApi(new Map([[TOKEN, emulator.url]]));
  const { chat, logged } = await openTestChat(bot, state);
  const adapter = createSlack({
    visibility: 'channel',
    reply: 'thread',
    connection: connection ?? { kind: 'http', botToken: TOKEN, signingSecret: SIGNING_SECRET },
    apiUrl: api.url,
    chat,
    ...settings,
  });
  const server = createServer((request, response) => {
    if (!adapter.handle?.(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  await adapter.start();
  const post = (body: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${origin}/slack/events`, { method: 'POST', headers, body });
  let closed: Promise<void> | undefined;
  return {
    origin,
    adapter,
    api,
    chat,
    logged,
    emulator,
    ann: { team: TEAM, channel: emulator.channel, user: emulator.ann },
    bob: { team: TEAM, channel: emulator.channel, user: emulator.bob },
    post,
    /** Delivers as Slack does, and gives what the app acknowledged with. */
    async deliver(delivery: Delivery, headers: Record<string, string> = {}): Promise<string> {
      const { body, contentType } = bodyOf(delivery);
      const response = await post(body, { 'content-type': contentType, ...signed(body), ...headers });
      expect(response.status).toBe(200);
      return api.acknowledged(await response.text());
    },
    /** Waits until nothing is under way any more, then ends everything. */
    close(): Promise<void> {
      closed ??= (async () => {
        await adapter.stop();
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
        await api.close();
        await emulator.close();
        expect(api.faults).toEqual([]);
      })();
      return closed;
    },
  };
}
