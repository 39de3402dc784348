// Slack's end of a socket on loopback: says hello, sends deliveries in envelopes, takes acknowledgements.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Delivery } from './deliveries.ts';

export type SocketServer = Awaited<ReturnType<typeof openSocketServer>>;

/** Opens it. */
export async function openSocketServer() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const acknowledgements = new Map<string, (payload: unknown) => void>();
  const arrivals: (() => void)[] = [];
  let current: WebSocket | undefined;
  let connections = 0;
  let envelopes = 0;
  server.on('connection', (socket) => {
    connections++;
    current = socket;
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: unknown };
      acknowledgements.get(id)?.(payload);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0LOOP' } }));
    for (const arrived of arrivals.splice(0)) arrived();
  });
  return {
    url: `ws://127.0.0.1:${port}/link`,
    count: () => connections,
    /** Resolves with the next connection. */
    connected: (): Promise<void> => new Promise((arrived) => arrivals.push(arrived)),
    /** Sends a delivery in an envelope; gives what it was acknowledged with. */
    deliver({ type, payload }: Delivery, retry?: number): Promise<unknown> {
      const id = `envelope-${++envelopes}`;
      const acknowledged = new Promise<unknown>((resolve) => acknowledgements.set(id, resolve));
      const attempts = retry === undefined ? {} : { retry_attempt: retry, retry_reason: 'timeout' };
      const accepts_response_payload = type !== 'events_api';
      current?.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload, ...attempts }));
      return acknowledged;
    },
    /** Asks the app to connect anew, as Slack does every few hours. */
    refresh: () => current?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    /** Breaks the connection without a word. */
    drop: () => current?.terminate(),
    async close(): Promise<void> {
      for (const socket of server.clients) socket.terminate();
      await new Promise((closed) => server.close(closed));
    },
  };
}
