// Discord's gateway on loopback: hello, identify, heartbeat, resume, invalid sessions and dispatches.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { APPLICATION, BOT, newId, TOKEN } from './rest.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads of every form
type Payload = { op: number; d: any; s?: number; t?: string };
type Session = {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly events: Payload[];
  socket: WebSocket | undefined;
};
export type Identified = { readonly intents: number; readonly shard: readonly [number, number] };
type Happening = 'identify' | 'resume' | 'heartbeat';

export type Gateway = {
  readonly identified: readonly Identified[];
  /** Resolves when the next of its kind has happened. */
  next(happening: Happening): Promise<void>;
  /** Sends an event to every session, connected or not. @param shard to this one only */
  dispatch(type: string, data: unknown, shard?: number): void;
  /** Ends every connection. @param code of the closing */
  drop(code?: number): void;
  /** Asks every connection to reconnect (opcode 7). */
  askToReconnect(): void;
  /** Tells every connection that its session is gone (opcode 9). */
  invalidate(): void;
  /** While true, resuming is answered with an invalid session. */
  forgetful: boolean;
  heartbeat: number;
  close(): void;
};

/** Opens the gateway on the server of the REST API. @param guilds as GUILD_CREATE tells them */
export function openGateway(server: Server, guilds: readonly { readonly id: string }[]): Gateway {
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<string, Session>();
  const identified: Identified[] = [];
  const awaited = new Map<Happening, (() => void)[]>();
  const happened = (what: Happening): void => {
    for (const resolve of awaited.get(what)?.splice(0) ?? []) resolve();
  };
  const send = (socket: WebSocket | undefined, payload: Payload): void => socket?.send(JSON.stringify(payload));
  const emit = (session: Session, t: string, d: unknown): void => {
    const payload = { op: 0, t, d, s: session.events.length + 1 };
    session.events.push(payload);
    if (session.socket?.readyState === 1) send(session.socket, payload);
  };
  const isOf = (guild: string, [shard, count]: readonly [number, number]): boolean =>
    Number((BigInt(guild) >> 22n) % BigInt(count)) === shard;

  function identify(socket: WebSocket, d: Payload['d']): void {
    identified.push({ intents: d.intents, shard: d.shard });
    if (d.token !== TOKEN) {
      socket.close(4004, 'Authentication failed.');
      return;
    }
    const session: Session = { id: newId(), shard: d.shard, events: [], socket };
    sessions.set(session.id, session);
    const own = guilds.filter(({ id }) => isOf(id, d.shard));
    emit(session, 'READY', {
      v: 10,
      user: { id: BOT, username: 'answers', discriminator: '0', avatar: null, bot: true },
      application: { id: APPLICATION, flags: 0 },
      guilds: own.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
      shard: d.shard,
    });
    for (const guild of own) emit(session, 'GUILD_CREATE', guild);
    happened('identify');
  }
  function resume(socket: WebSocket, d: Payload['d']): void {
    const session = sessions.get(d.session_id);
    if (!session || gateway.forgetful) {
      send(socket, { op: 9, d: false });
      return;
    }
    session.socket = socket;
    for (const event of session.events.slice(d.seq)) send(socket, event);
    emit(session, 'RESUMED', {});
    happened('resume');
  }
  sockets.on('connection', (socket) => {
    send(socket, { op: 10, d: { heartbeat_interval: gateway.heartbeat } });
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw)) as Payload;
      if (op === 1) {
        send(socket, { op: 11, d: null });
        happened('heartbeat');
      } else if (op === 2) identify(socket, d);
      else if (op === 6) resume(socket, d);
    });
  });
  const gateway: Gateway = {
    identified,
    forgetful: false,
    heartbeat: 41_250,
    next: (happening) =>
      new Promise((resolve) => {
        const list = awaited.get(happening) ?? [];
        awaited.set(happening, [...list, resolve]);
      }),
    dispatch(type, data, shard) {
      for (const session of sessions.values())
        if (shard === undefined || session.shard[0] === shard) emit(session, type, data);
    },
    drop(code = 4000) {
      for (const socket of sockets.clients) socket.close(code);
    },
    askToReconnect() {
      for (const socket of sockets.clients) send(socket, { op: 7, d: null });
    },
    invalidate() {
      sessions.clear();
      for (const socket of sockets.clients) send(socket, { op: 9, d: false });
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
  return gateway;
}
