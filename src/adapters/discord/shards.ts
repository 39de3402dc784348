// A process for every shard, started and watched by the SDK's manager; each runs the whole program as that one shard.
import { once } from 'node:events';
import { type APIGatewayBotInfo, REST, Routes, type Shard, ShardEvents, ShardingManager } from 'discord.js';
import { SetupError } from '../contract.ts';
import type { Connection } from './connection.ts';
import { mendable } from './faults.ts';
import { type DiscordOptions, restOptions } from './options.ts';
import { registerAndTell } from './register.ts';

/** Between two shards, in milliseconds: one may identify every 5 seconds. https://docs.discord.com/developers/events/gateway#rate-limiting */
const BETWEEN = 5500;
/** A shard is given so long to become ready, in milliseconds. */
const READY_WITHIN = 60_000;
/** A shard that ends so often without having been ready will not be ready the next time either. */
const MOST_FAILED_STARTS = 3;
/** Before a shard that has ended is started again, in milliseconds. */
const AGAIN_AFTER = 300;
/** A process is given so long to end of itself, in milliseconds. */
const END_WITHIN = 8000;

async function endProcess(shard: Shard): Promise<void> {
  const { process: child } = shard;
  if (!child) return;
  const gone = once(child, 'exit');
  // No signal: a supervisor, or Ctrl-C, may have sent one to the whole group, and a second one would end it at once.
  // One that has left its line to the manager is ending already.
  if (child.connected) child.disconnect();
  const force = setTimeout(() => child.kill('SIGKILL'), END_WITHIN);
  await gone;
  clearTimeout(force);
}

/** Makes the manager. @param between two shards, in milliseconds */
export function createShards(options: DiscordOptions, token: string, between = BETWEEN): Connection {
  const { chat, program, shardList, shards } = options;
  if (program === undefined) throw new Error('No program is named for the processes of the shards');
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<void>();
  ended.catch(() => {}); // whoever waits for the end hears of it
  let manager: ShardingManager | undefined;
  let stopping: Promise<void> | undefined;

  /** Ctrl-C and SIGTERM to all processes may end a shard before its manager hears of it: then none is started in its place. */
  const startAgain = (shard: Shard): void => {
    const again = async (): Promise<void> => {
      if (!stopping) await shard.spawn(READY_WITHIN);
    };
    const failed = (error: unknown): void => chat.log('error', 'discord-shard', { shard: shard.id, error });
    setTimeout(() => void again().catch(failed), AGAIN_AFTER).unref();
  };
  const watch = (shard: Shard): void => {
    const { id } = shard;
    if (stopping) shard.once(ShardEvents.Spawn, () => shard.kill());
    let failed = 0;
    shard.on(ShardEvents.Ready, () => {
      failed = 0;
    });
    shard.on(ShardEvents.Error, (error) => chat.log('error', 'discord-shard', { shard: id, error }));
    shard.on(ShardEvents.Death, () => {
      if (stopping) return;
      chat.log('warn', 'discord-shard-ended', { shard: id });
      failed += 1;
      if (failed < MOST_FAILED_STARTS) {
        startAgain(shard);
        return;
      }
      fail(new SetupError(`Shard ${id} ends again and again before it is ready; what it printed says why.`));
      void stop();
    });
  };
  async function endAll(): Promise<void> {
    await Promise.all([...(manager?.shards.values() ?? [])].map(endProcess));
    end();
  }
  const stop = (): Promise<void> => {
    stopping ??= Promise.resolve().then(endAll);
    return stopping;
  };
  return {
    ended,
    stop,
    async start() {
      const rest = new REST(restOptions(options)).setToken(token);
      try {
        // Asked here as well: the SDK's own asking knows no other address, and would not tell a wrong token.
        const recommended = ((await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo).shards;
        if (stopping) return;
        await registerAndTell({ ...options, rest });
        manager = new ShardingManager(program, {
          token,
          totalShards: typeof shards === 'number' ? shards : recommended,
          ...(shardList ? { shardList: [...shardList] } : {}),
          execArgv: process.execArgv,
          respawn: false, // startAgain does
        });
        manager.on('shardCreate', watch);
        // A bot of many shards takes minutes; it can be spoken to, and is told of as not all there, from the first on.
        const first = Promise.withResolvers<void>();
        manager.once('shardCreate', (shard) => void shard.once(ShardEvents.Ready, () => first.resolve()));
        const all = manager.spawn({ delay: between, timeout: READY_WITHIN });
        all.catch((error: unknown) => {
          if (stopping) return;
          fail(error); // the manager starts none of those that would have followed
          void stop();
        });
        await Promise.race([first.promise, all, ended]);
      } catch (error) {
        await stop();
        throw mendable(error, options.api);
      }
    },
    trouble() {
      const total = manager?.shardList.length ?? 0;
      const ready = manager?.shards.filter((shard) => shard.ready).size ?? 0;
      return total > 0 && ready === total ? undefined : `${ready} of ${total || 'the'} Discord shards are ready`;
    },
  };
}
