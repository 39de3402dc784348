// The program as a service: store, knowledge, chat, adapters, port – put together here, and taken apart in order.
import { allCommands } from '../../commands/all.ts';
import { createBot } from '../bot/bot.ts';
import type { Bot } from '../bot/contract.ts';
import { type Opened, openKnowledge } from '../bot/open.ts';
import { Conversations, type Memory } from '../bot/turns/conversation.ts';
import type { Log } from '../chat/log.ts';
import { NAMESPACES } from '../chat/namespaces.ts';
import { createChat } from '../chat/service.ts';
import type { Config } from '../config.ts';
import { healthOf } from '../http/health.ts';
import { openMetrics } from '../http/metrics.ts';
import { openHttp } from '../http/server.ts';
import { digestOf, readRawFiles } from '../knowledge/raw-files.ts';
import { shownAddress } from '../state/address.ts';
import { openState } from '../state/open.ts';
import type { Offered } from './adapters.ts';
import { type Kept, keepAdapter } from './keep.ts';
import { reloadKnowledge } from './reload.ts';
import { bothEvents, storeLog } from './store-log.ts';

/** The port where an adapter needs one and none is set. */
const USUAL_PORT = 3000;
/**
 * Answers kept in the process for the same words asked again, some 2 kB each: a hit takes a hundredth of the time, see bench/cache.ts.
 * Not in Redis: the way there and back takes about as long as answering.
 */
const CACHED = 5000;
/** What is under way may take so long once the program is told to end, in milliseconds. */
const GRACE = 10_000;

export type Service = {
  /** Of the HTTP port, where one is open. */
  readonly port?: number;
  /** Settles when every adapter was given up, or the service was stopped. */
  readonly over: Promise<'given up' | 'stopped'>;
  /** Takes nothing more, ends what is under way, within ten seconds. May be called more than once. */
  stop(): Promise<void>;
  /** Loads the knowledge anew. */
  reload(): Promise<void>;
};

export type ServiceOptions = {
  /** How long one operation of a shared store may take, in milliseconds. */
  readonly patience?: number;
};

/**
 * Starts the service.
 * @throws KnowledgeError, StoreError or PortError, whose messages say what to mend
 */
export async function startService(
  config: Config,
  offered: readonly Offered[],
  log: Log,
  { patience }: ServiceOptions = {},
): Promise<Service> {
  const { service: settings, knowledge: folders, cache } = config;
  const version = digestOf(readRawFiles(folders).files);
  const first = await openKnowledge(folders, cache);
  const metrics = openMetrics();
  const where = shownAddress(settings.store);
  const state = await openState(settings.store, {
    events: bothEvents(metrics.store, storeLog(log, where)),
    ...(patience === undefined ? {} : { patience }),
  });
  const conversations = new Conversations(state.shelf<Memory>('conversation', NAMESPACES.conversation.lifetime));
  const botOver = (opened: Opened): Bot =>
    createBot({ opened, commands: allCommands, conversations, cached: CACHED, onCache: metrics.cache });
  let bot = botOver(first);
  metrics.knowledge(true);
  const { limits, recordQuestions } = settings;
  const chat = createChat({
    bot: () => bot,
    commands: allCommands,
    state,
    log,
    meter: metrics.meter,
    limits,
    recordQuestions,
  });

  let ending = false;
  let kept: readonly Kept[] = [];
  const health = healthOf(
    () => kept,
    [{ name: 'store', trouble: () => state.trouble() }],
    () => ending,
  );
  // A shard is a process beside others of its kind: the port is its manager's.
  const port = config.discord?.isShard
    ? undefined
    : (settings.port ?? (offered.some(({ needsHttp }) => needsHttp) ? USUAL_PORT : undefined));
  const http =
    port === undefined
      ? undefined
      : await openHttp({
          port,
          health,
          metrics,
          adapters: () => (kept.length > 0 ? kept.map((one) => one.current()) : [undefined]), // none is started yet
          report: (error) => chat.report(error, 'http'),
        }).catch(async (error: unknown) => {
          await state.close();
          throw error;
        });
  kept = offered.map(({ name, make }) => keepAdapter({ name, make: () => make(chat), log }));
  const reload = reloadKnowledge({
    folders,
    cache,
    version,
    log,
    take: (opened) => {
      bot = botOver(opened);
    },
    loaded: metrics.knowledge,
  });
  log('info', 'started', {
    knowledge: bot.knowledgeVersion,
    store: where,
    adapters: offered.map(({ name }) => name),
    ...(http ? { port: http.port } : {}),
  });

  const takeApart = async (): Promise<void> => {
    const overHttp = new Set(offered.filter(({ needsHttp }) => needsHttp).map(({ name }) => name));
    const others = kept.filter(({ name }) => !overHttp.has(name)).map((one) => one.stop());
    // What came in over HTTP is answered before the adapters that answer it are stopped.
    await Promise.all([http?.close(), ...others, reload.close()]);
    await Promise.all(kept.map((one) => one.stop()));
    await chat.drain();
    await state.close();
  };
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    ending = true;
    log('info', 'ending', { within: `${GRACE / 1000} s` });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((done) => {
      timer = setTimeout(() => done('late'), GRACE);
    });
    const came = await Promise.race([takeApart(), late]);
    clearTimeout(timer);
    log(came === 'late' ? 'warn' : 'info', 'ended', came === 'late' ? { unfinished: 'given up after 10 s' } : {});
  };
  return {
    ...(http ? { port: http.port } : {}),
    over: Promise.all(kept.map(({ over }) => over)).then((ways) =>
      ways.length > 0 && ways.every((way) => way === 'given up') ? 'given up' : 'stopped',
    ),
    stop() {
      stopped ??= stop();
      return stopped;
    },
    reload: () => reload.now(),
  };
}
