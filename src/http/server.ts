// The program's one HTTP port: health, metrics, and what adapters are told over HTTP.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Adapter } from '../adapters/contract.ts';
import type { Health } from './health.ts';

/** In milliseconds; platforms send a few kilobytes at once. @see https://nodejs.org/api/http.html#serverheaderstimeout */
const HEADERS_WITHIN = 5_000;
const REQUEST_WITHIN = 10_000;
/** Longer than a load balancer keeps a connection that rests (60 s), so that it is the one to close it. */
const KEEP_ALIVE = 65_000;
const MOST_HEADER_BYTES = 16 * 1024;
const MOST_CONNECTIONS = 5_000;
/** What a connection may still take when the port closes, in milliseconds. */
const GRACE = 5_000;

/** The port cannot be opened; the message says why and what to do. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

export type HttpOptions = {
  /** 0 for any free one. */
  readonly port: number;
  readonly health: Health;
  readonly metrics: { text(): Promise<string>; readonly type: string };
  /** Those that are configured; nothing in the place of one that does not run at present. */
  readonly adapters: () => readonly (Adapter | undefined)[];
  /** Hears of an error that nobody expected. */
  readonly report: (error: unknown) => void;
};
export type Http = { readonly port: number; close(): Promise<void> };

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/**
 * Opens the port.
 * @throws PortError
 */
export async function openHttp({ port, health, metrics, adapters, report }: HttpOptions): Promise<Http> {
  const own: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
    '/healthz': (response) => reply(response, 200, 'text/plain', 'ok\n'),
    '/readyz': (response) => {
      const state = health();
      reply(response, state.ready ? 200 : 503, 'application/json', `${JSON.stringify(state)}\n`);
    },
    '/metrics': async (response) => reply(response, 200, metrics.type, await metrics.text()),
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = ''] = (request.url ?? '').split('?');
    const route = Object.hasOwn(own, path) ? own[path] : undefined;
    if (route && (request.method === 'GET' || request.method === 'HEAD')) await route(response);
    else if (route) reply(response.setHeader('allow', 'GET, HEAD'), 405, 'text/plain', 'method not allowed\n');
    else if (!adapters().some((adapter) => adapter?.handle?.(request, response))) {
      // It may be meant for one that comes back: whoever sends it is to try again.
      if (adapters().includes(undefined))
        reply(response.setHeader('retry-after', '5'), 503, 'text/plain', 'not ready\n');
      else reply(response, 404, 'text/plain', 'not found\n');
    }
  };
  const server = createServer({
    headersTimeout: HEADERS_WITHIN,
    requestTimeout: REQUEST_WITHIN,
    keepAliveTimeout: KEEP_ALIVE,
    maxHeaderSize: MOST_HEADER_BYTES,
    connectionsCheckingInterval: 1000,
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      report(error);
      if (response.headersSent) response.destroy();
      else reply(response, 500, 'text/plain', 'failed\n');
    });
  });
  try {
    server.listen(port);
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const mend =
      code === 'EADDRINUSE'
        ? 'another program has it: end that one, or set PORT to another'
        : code === 'EACCES'
          ? 'this user may not open it: set PORT to one above 1023'
          : message;
    throw new PortError(`PORT ${port} cannot be opened: ${mend}.`);
  }
  server.on('error', report);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      // A connection that has got its answer is not kept for another request.
      const idle = setInterval(() => server.closeIdleConnections(), 50).unref();
      const force = setTimeout(() => server.closeAllConnections(), GRACE).unref();
      await closed;
      clearInterval(idle);
      clearTimeout(force);
    },
  };
}
