// Loads the knowledge anew when its files change: checked first, swapped whole; while the new one is broken, the old one answers.
import { watch } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { type Opened, openedFrom } from '../bot/open.ts';
import type { Log } from '../chat/log.ts';
import { digestOf, readRawFiles } from '../knowledge/raw-files.ts';
import type { Loaded } from './compile-worker.ts';

/** Files are written one after the other: so long nothing may change before they are read, in milliseconds. */
const SETTLED = 500;
/** Some file systems tell nothing of changes: so often the files are compared, in milliseconds. */
const LOOK_EVERY = 60_000;

export type ReloadOptions = {
  /** Of the packs. */
  readonly folders: readonly string[];
  readonly cache: string;
  /** Of the knowledge that answers now, see `digestOf`. */
  readonly version: string;
  readonly log: Log;
  /** Takes over a knowledge that was checked. */
  take(opened: Opened): void;
  /** Hears how each load went. */
  loaded(well: boolean): void;
};
export type Reload = { now(): Promise<void>; close(): Promise<void> };

/** Compiles in a thread of its own, which takes seconds: questions are answered meanwhile. */
function compile(folders: readonly string[], cache: string): { worker: Worker; loaded: Promise<Loaded> } {
  const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), { workerData: { folders, cache } });
  const loaded = new Promise<Loaded>((done, fail) => {
    worker.once('message', done).once('error', fail);
    worker.once('exit', () => fail(new Error('the thread that compiles ended early')));
  });
  return { worker, loaded };
}

/** Watches the files of the packs. */
export function reloadKnowledge({ folders, cache, version, log, take, loaded }: ReloadOptions): Reload {
  /** Of the files as they were read last, sound or broken. */
  let last = version;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let worker: Worker | undefined;
  let closed = false;

  const load = async (asked: boolean): Promise<void> => {
    if (closed) return;
    try {
      if (!asked && digestOf(readRawFiles(folders).files) === last) return;
      const job = compile(folders, cache);
      worker = job.worker;
      const { digest, faults, bytes } = await job.loaded;
      if (closed) return;
      last = digest;
      if (bytes === undefined) {
        loaded(false);
        log('error', 'knowledge-broken', { folders, answering: 'the knowledge as it was before', faults });
        return;
      }
      const opened = openedFrom(bytes);
      take(opened);
      loaded(true);
      log('info', 'knowledge-loaded', { version: opened.knowledge.version, facts: opened.knowledge.facts.length });
    } catch (error) {
      if (!closed)
        log('error', 'knowledge-not-loaded', { folders, answering: 'the knowledge as it was before', error });
    } finally {
      worker = undefined;
    }
  };
  const enqueue = (asked: boolean): Promise<void> => {
    running = running.then(() => load(asked));
    return running;
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void enqueue(false), SETTLED).unref();
  };
  const look = setInterval(() => void enqueue(false), LOOK_EVERY).unref();
  const watchers = folders.flatMap((folder) => {
    try {
      return [watch(folder, { recursive: true, persistent: false }, changed).on('error', () => {})]; // it is looked at anyhow
    } catch (error) {
      log('warn', 'knowledge-not-watched', { folder, instead: `looked at every ${LOOK_EVERY / 1000} s`, error });
      return [];
    }
  });
  return {
    now: () => enqueue(true),
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(look);
      for (const watcher of watchers) watcher.close();
      await worker?.terminate();
      await running;
    },
  };
}
