// Slack's Web API on loopback: `emulate` behind a door that keeps every call, checks its form, and can be slow, busy or closed.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { createEmulator } from 'emulate';
import { faultsOfCall } from './form.ts';

/**
 * One call of the Web API, or one message to an address that came with a command or a press ("response_url"), or in the acknowledgement
 * of a command ("acknowledgement").
 */
export type Call = {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly token?: string;
  /** What it was answered with. */
  readonly result?: unknown;
};
/** What the door answers instead of `emulate`. */
type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown };
type Waiting = { readonly wanted: (call: Call) => boolean; readonly found: (call: Call) => void };

/** Methods that `emulate` does not serve, with what Slack answers. */
const BESIDE: Readonly<Record<string, unknown>> = {
  'assistant.threads.setStatus': { ok: true },
  'assistant.threads.setSuggestedPrompts': { ok: true },
};
/** A test that waits longer than this for a call has failed, in milliseconds. */
const PATIENCE = 8000;

export const CLIENT = { id: '1111111111.2222222222', secret: 'abcdefabcdefabcdefabcdefabcdefab' } as const;

const decoded = (form: URLSearchParams): Record<string, unknown> =>
  Object.fromEntries(
    [...form].map(([key, value]) => {
      try {
        return [key, /^[[{]/.test(value) ? JSON.parse(value) : value];
      } catch {
        return [key, value];
      }
    }),
  );

/** A workspace as `emulate` holds it. */
export async function openEmulator(name: string, bot: { token: string; user: string; id: string }) {
  const { token, user, id } = bot;
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        team: { name, domain: name.toLowerCase() },
        users: [{ name: 'ann' }, { name: 'bob' }],
        oauth_apps: [
          {
            client_id: CLIENT.id,
            client_secret: CLIENT.secret,
            app_id: 'A0LOOP',
            name: 'answers',
            redirect_uris: ['http://localhost/slack/oauth_redirect'],
            scopes: ['chat:write'],
            bot_id: id,
            bot_user_id: user,
            bot_name: 'answers',
          },
        ],
        channels: [{ name: 'products' }],
        tokens: [{ token, user_id: user, type: 'bot', bot_id: id, bot_user_id: user, scopes: ['chat:write'] }],
      },
    },
  });
  const call = async (method: string, args: Record<string, string> = {}): Promise<Record<string, never>> => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(args),
    });
    return (await response.json()) as Record<string, never>;
  };
  const named = (list: readonly { id: string; name: string }[], one: string): string =>
    list.find((item) => item.name === one)?.id ?? one;
  const { channels } = await call('conversations.list');
  const { members } = await call('users.list');
  return {
    url: emulator.url,
    call,
    channel: named(channels ?? [], 'products'),
    ann: named(members ?? [], 'ann'),
    bob: named(members ?? [], 'bob'),
    close: () => emulator.close(),
  };
}

export type WebApi = Awaited<ReturnType<typeof openWebApi>>;

/** Opens the door. @param emulators by the token that leads to each; the first is for calls without one */
export async function openWebApi(emulators: ReadonlyMap<string, string>) {
  const calls: Call[] = [];
  const faults: string[] = [];
  const waiting = new Set<Waiting>();
  const instead = new Map<string, ((call: Call) => Answer | undefined | Promise<Answer | undefined>)[]>();
  const always = new Map<string, (call: Call) => Answer>();
  let taken = 0;

  const keep = (call: Call): void => {
    calls.push(call);
    faults.push(...faultsOfCall(call).map((fault) => `${call.method}: ${fault}`));
    for (const one of waiting) if (one.wanted(call)) one.found(call);
  };
  const send = (response: ServerResponse, { status = 200, headers = {}, body }: Answer): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
  const pass = async (method: string, body: string, type: string, token?: string): Promise<Answer> => {
    const behind = emulators.get(token ?? '') ?? [...emulators.values()][0];
    const headers = { 'content-type': type, ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const passed = await fetch(`${behind}/api/${method}`, { method: 'POST', headers, body });
    return { status: passed.status, body: await passed.json() };
  };
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const [, room, rest = ''] = /^\/(api|response)\/(.+)$/.exec(pathname) ?? [];
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (room === 'response') {
      const call = { method: 'response_url', args: (await json(request)) as Record<string, unknown> };
      const answer = await instead.get('response_url')?.shift()?.(call);
      keep(call);
      return send(response, answer ?? { body: { ok: true } });
    }
    const body = await text(request);
    const call = { method: rest, args: decoded(new URLSearchParams(body)), ...(token ? { token } : {}) };
    const own = (await instead.get(rest)?.shift()?.(call)) ?? always.get(rest)?.(call);
    const beside: Answer | undefined = rest in BESIDE ? { body: BESIDE[rest] } : undefined;
    const answer = own ?? beside ?? (await pass(rest, body, request.headers['content-type'] ?? '', token));
    keep({ ...call, result: answer.body });
    send(response, answer);
  }
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      faults.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/api/`,
    calls,
    /** What was wrong with the form of calls so far. */
    faults,
    /** Keeps what a command was acknowledged with, where it is a message; gives it back. */
    acknowledged<Payload>(payload: Payload): Payload {
      const said: unknown = typeof payload === 'string' && payload.startsWith('{') ? JSON.parse(payload) : payload;
      const args = (said ?? {}) as Readonly<Record<string, unknown>>;
      if (typeof args.text === 'string') keep({ method: 'acknowledgement', args });
      return payload;
    },
    responseUrl: (id: string): string => `http://127.0.0.1:${port}/response/${id}`,
    /** Answers the next call of a method so; undefined leaves it to `emulate`. May wait. */
    once(method: string, answer: (call: Call) => Answer | undefined | Promise<Answer | undefined>): void {
      instead.set(method, [...(instead.get(method) ?? []), answer]);
    },
    /** Answers every call of a method so. */
    always(method: string, answer: (call: Call) => Answer): void {
      always.set(method, answer);
    },
    of: (...methods: string[]): Call[] => calls.filter(({ method }) => methods.includes(method)),
    /** The next call of one of the methods that no test has waited for yet. */
    async next(...methods: string[]): Promise<Call> {
      const wanted = (call: Call): boolean => methods.includes(call.method);
      const at = calls.findIndex((call, index) => index >= taken && wanted(call));
      if (at >= 0) {
        taken = at + 1;
        return calls[at] as Call;
      }
      const { promise, resolve: found, reject } = Promise.withResolvers<Call>();
      const one: Waiting = { wanted, found };
      waiting.add(one);
      const timer = setTimeout(() => {
        reject(new Error(`no ${methods.join(' or ')} came; there were ${calls.map((each) => each.method).join(', ')}`));
      }, PATIENCE);
      const call = await promise.finally(() => waiting.delete(one));
      clearTimeout(timer);
      taken = calls.indexOf(call) + 1;
      return call;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
