// Redis (or anything that speaks its protocol) as the store that any number of replicas share.
import KeyvRedis, { createClient } from '@keyv/redis';
import Keyv from 'keyv';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { Shelf } from './contract.ts';
import { limiterOf, ownLimiter } from './limits.ts';
import type { Backend, Guarded } from './shared.ts';
import { shelfOf } from './shelf.ts';

/** Every key begins so; other programs may use the same server. */
const SHELF = 'answers.shelf.';
const CLAIM = 'answers.claim:';
const LIMIT = 'answers.limit.';
/** In milliseconds. A connection on which nothing comes back is given up after SILENCE; pings come before that. */
const CONNECT = 2000;
const PING = 5000;
const SILENCE = 12_000;
/** A start waits so long for the first connection, then goes on without it. */
const FIRST = 1000;
/** Commands that may wait for the socket; beyond them, they fail at once. */
const MOST_QUEUED = 10_000;

/** Between attempts to connect: doubling from 100 ms to 2 s, give or take a tenth. @see https://github.com/redis/node-redis/blob/master/docs/client-configuration.md#reconnect-strategy */
const pause = (attempt: number): number => Math.min(100 * 2 ** Math.min(attempt, 5), 2000) * (0.9 + Math.random() / 5);

/** The same client; only its type parameters differ. */
type KeyvClient = ConstructorParameters<typeof KeyvRedis>[0];

/** What node-redis throws for a word of the server itself, such as "OOM command not allowed", is named so. */
const isReply = (error: unknown): boolean =>
  error instanceof Error &&
  /^(SimpleError|ErrorReply|BlobError)$/.test(error.constructor.name) &&
  !/^(LOADING|NOAUTH|WRONGPASS|NOPERM|MASTERDOWN|CLUSTERDOWN)\b/.test(error.message);

type Script = { keys: string[]; arguments: string[] };
type Scripted = { readonly isReady: boolean; eval(script: string, options: Script): Promise<unknown> };
/** Only what the limiter asks for, so that each question to the server is bounded in time. */
const limiterClient = (client: Scripted, guarded: Guarded): Scripted => ({
  get isReady() {
    return client.isReady;
  },
  eval: (script, options) => guarded('limit', () => client.eval(script, options)),
});

/**
 * Connects, and keeps connecting for as long as it takes.
 * @param url `redis://…` or `rediss://…`
 */
export async function openRedis(url: string): Promise<Backend> {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_QUEUED,
    pingInterval: PING,
    socket: { connectTimeout: CONNECT, socketTimeout: SILENCE, reconnectStrategy: pause },
  });
  client.setMaxListeners(0); // each shelf listens
  let last: unknown;
  client.on('error', (error) => {
    last = error; // whoever asks next hears of it
  });
  const ready = client.connect().then(
    () => {},
    () => {}, // closed before it was ever reached
  );
  await Promise.race([ready, new Promise((done) => setTimeout(done, FIRST).unref())]);

  /** While there is no connection, its last error says more than "offline". */
  const connected = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (!client.isReady) throw last instanceof Error ? last : new Error('no connection yet');
    return work();
  };
  return {
    shelf<Value>(namespace: string, lifetime: number | undefined): Shelf<Value> {
      const name = SHELF + namespace;
      const store = new KeyvRedis(client as unknown as KeyvClient, {
        namespace: name,
        keyPrefixSeparator: ':',
        throwOnErrors: true,
      });
      const shelf = shelfOf(
        new Keyv<Value>({ store, namespace: name, useKeyPrefix: false, throwOnErrors: true }),
        lifetime,
      );
      return {
        get: (key) => connected(() => shelf.get(key)),
        set: (key, value, own) => connected(() => shelf.set(key, value, own)),
        delete: (key) => connected(() => shelf.delete(key)),
        async *entries() {
          await connected(() => client.ping());
          yield* shelf.entries();
        },
      };
    },
    // https://redis.io/docs/latest/commands/set/
    claim: (key, lifetime) =>
      connected(async () => (await client.set(CLAIM + key, '1', { NX: true, PX: lifetime })) !== null),
    limiter(namespace, most, seconds, guarded, alone) {
      const limiter = new RateLimiterRedis({
        storeClient: limiterClient(client, guarded),
        useRedisPackage: true,
        keyPrefix: LIMIT + namespace,
        points: most,
        duration: seconds,
        rejectIfRedisNotReady: true,
        insuranceLimiter: ownLimiter(most, seconds, alone),
      });
      return limiterOf(limiter, most, seconds);
    },
    namespaces: () =>
      connected(async () => {
        const found = new Set<string>();
        for await (const keys of client.scanIterator({ MATCH: `${SHELF}*`, COUNT: 1000 }))
          for (const key of keys) found.add(key.slice(SHELF.length, key.indexOf(':')));
        return [...found];
      }),
    ping: () => connected(() => client.ping()),
    refuses: isReply,
    async close() {
      if (client.isOpen) client.destroy();
      await ready;
    },
  };
}
