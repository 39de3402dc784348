// Discord's REST API on loopback: records what is sent, checks every body against the official specification, answers like Discord.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Sent = {
  readonly method: string;
  /** Without "/api/v10" and the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every form
  readonly body: any;
  readonly authorization: string | undefined;
  /** Why the body is not valid; nothing when it is. */
  readonly fault?: string;
};
export type Answered = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };
/** An answer of another kind than usual; nothing leaves it to the usual one. */
export type Exception = (sent: Sent) => Answered | undefined;

export const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAx.test.loopback-token';
export const APPLICATION = '100000000000000001';
/** The bot's own user. */
export const BOT = APPLICATION;

/** Connects without waiting: identifying again is not put off. */
export const quick = {
  ws: { large_threshold: 50, version: 10, buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
} as const;

/** How long a test waits for what must come. */
const PATIENCE = 10_000;

export type Rest = {
  /** What DISCORD_API_URL is set to. */
  readonly api: string;
  readonly server: Server;
  readonly sent: readonly Sent[];
  /** The first request so far unseen that matches; waits for it. */
  take(what: string, match?: (sent: Sent) => boolean): Promise<Sent>;
  /** The requests that match and were not taken. */
  untaken(what: string): Sent[];
  except(exception: Exception): void;
  /** Commands that are registered, by route. */
  readonly commands: Map<string, unknown[]>;
  /** How many shards /gateway/bot recommends, and how many may identify at once. */
  gateway: { shards: number; concurrency: number };
  close(): Promise<void>;
};

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

let ids = 500_000_000_000_000_000n;
/** A new id. */
export const newId = (): string => String(ids++);

/** Whether "POST /channels/*\/messages" is what was sent. */
const isRoute = (what: string, { method, path }: Sent): boolean => {
  const [wanted, pattern = ''] = what.split(' ');
  const parts = pattern.split('/');
  const own = path.split('/');
  return (
    method === wanted && parts.length === own.length && parts.every((part, at) => part === '*' || part === own[at])
  );
};

/** Opens the API. @param check of every body that arrives; throws where it is not valid */
export async function openRest(check: (method: string, path: string, body: unknown) => void): Promise<Rest> {
  const sent: Sent[] = [];
  const taken = new Set<Sent>();
  const waiting = new Set<() => void>();
  const exceptions: Exception[] = [];
  const commands = new Map<string, unknown[]>();
  const nonces = new Map<string, unknown>();
  const gateway = { shards: 1, concurrency: 16 };

  const usual = (one: Sent): Answered => {
    const { method, path, body } = one;
    const needsToken = !/^\/(interactions|webhooks)\//.test(path);
    if (needsToken && one.authorization !== `Bot ${TOKEN}`)
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    if (path === '/gateway/bot') {
      const limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: gateway.concurrency };
      const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return { status: 200, body: { url, shards: gateway.shards, session_start_limit: limit } };
    }
    if (path === '/applications/@me') return { status: 200, body: { id: APPLICATION, name: 'Answers', flags: 0 } };
    if (isRoute('POST /interactions/*/*/callback', one)) return { status: 204 };
    if (/\/commands$/.test(path)) {
      if (method === 'PUT')
        commands.set(
          path,
          (body as object[]).map((command) => ({ ...command, id: newId() })),
        );
      return { status: 200, body: commands.get(path) ?? [] };
    }
    if (path === '/users/@me/channels') return { status: 200, body: { id: newId(), type: 1 } };
    if (isRoute('POST /channels/*/messages/*/threads', one))
      return { status: 201, body: { id: path.split('/')[4], type: 11, name: body.name } };
    if (isRoute('POST /channels/*/messages', one)) {
      const key = `${path} ${body.nonce}`;
      const message = nonces.get(key) ?? { id: newId(), channel_id: path.split('/')[2], ...body };
      if (body.enforce_nonce) nonces.set(key, message);
      return { status: 200, body: message };
    }
    if (method === 'DELETE' || path.endsWith('/typing')) return { status: 204 };
    if (path.startsWith('/webhooks/')) return { status: 200, body: { id: newId(), ...body } };
    return { status: 404, body: { message: '404: Not Found', code: 0 } };
  };
  const validityOf = (method: string, path: string, body: unknown): string | undefined => {
    try {
      if (body !== undefined) check(method, path, body);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '');
    const body = await readJson(request);
    const method = request.method ?? '';
    const fault = validityOf(method, path, body);
    const { authorization } = request.headers;
    const one: Sent = { method, path, query: url.searchParams, body, authorization, ...(fault ? { fault } : {}) };
    const invalid: Answered | undefined = fault ? { status: 400, body: { message: fault, code: 50035 } } : undefined;
    const answered = exceptions.map((exception) => exception(one)).find(Boolean) ?? invalid ?? usual(one);
    const type = answered.body === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(answered.status, { ...type, ...answered.headers });
    response.end(answered.body === undefined ? undefined : JSON.stringify(answered.body));
    sent.push(one);
    for (const look of waiting) look();
  }
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));

  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    server,
    sent,
    commands,
    gateway,
    take(what, match = () => true) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const found = sent.find((one) => !taken.has(one) && isRoute(what, one) && match(one));
          if (!found) return;
          taken.add(found);
          waiting.delete(look);
          clearTimeout(late);
          resolve(found);
        };
        const late = setTimeout(() => {
          waiting.delete(look);
          const came = sent.map(({ method, path, fault }) => `${method} ${path}${fault ? ` – ${fault}` : ''}`);
          reject(new Error(`"${what}" was not sent; what was:\n${came.join('\n')}`));
        }, PATIENCE);
        waiting.add(look);
        look();
      });
    },
    untaken: (what) => sent.filter((one) => !taken.has(one) && isRoute(what, one)),
    except: (exception) => void exceptions.push(exception),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
