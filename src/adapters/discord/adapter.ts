// Discord: messages and interactions through the gateway, interactions over signed HTTP, or both.
import { REST } from 'discord.js';
import type { Adapter } from '../contract.ts';
import type { Connection } from './connection.ts';
import { createEndpoint } from './endpoint.ts';
import type { Schedule } from './exchange.ts';
import { createGateway } from './gateway.ts';
import { createInFlight } from './in-flight.ts';
import { createInteractions } from './interactions.ts';
import { type DiscordOptions, restOptions } from './options.ts';
import { answerShelf, type RoomFor } from './room.ts';
import { createShards } from './shards.ts';

const later: Schedule = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** Nothing to connect to: only HTTP requests are answered. */
function createListener(): Connection {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  return { ended, start: async () => {}, stop: async () => resolve(), trouble: () => undefined };
}

/**
 * Makes the adapter. With a token it connects to the gateway, or where `shards` is set starts a process for every shard; with
 * a public key it answers POST /discord/interactions.
 */
export function createDiscord(options: DiscordOptions): Adapter {
  const { chat, token, publicKey, reply, shards, isShard, schedule = later } = options;
  const inFlight = createInFlight();
  const answers = answerShelf(chat);
  const roomFor: RoomFor = (rest) => ({ chat, rest, answers, schedule, reply });
  const connect = (): Connection => {
    if (token === undefined) return createListener();
    if (shards !== undefined && !isShard) return createShards(options, token);
    return createGateway(options, token, roomFor, inFlight);
  };
  const connection = connect();
  const adapter: Adapter = {
    name: 'discord',
    ended: connection.ended,
    start: connection.start,
    trouble: connection.trouble,
    async stop() {
      await Promise.all([connection.stop(), inFlight.settled()]);
    },
  };
  if (publicKey === undefined || isShard) return adapter;
  const onInteraction = createInteractions(roomFor(new REST(restOptions(options))));
  return { ...adapter, handle: createEndpoint(publicKey, { chat, inFlight, onInteraction }) };
}
