// Keeps an adapter running: started again, by itself, when it fails to start or ends; given up where only a person can mend it.
import { type Adapter, SetupError } from '../adapters/contract.ts';
import type { Log } from '../chat/log.ts';

/** Before the next attempt, in milliseconds: doubled each time, give or take a fifth. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 5 * 60_000;
/** A start that takes longer has failed, in milliseconds. */
const START_WITHIN = 60_000;
/** After so long without a failure the pauses are short again, in milliseconds. */
const STEADY = 10 * 60_000;

export type Kept = {
  readonly name: string;
  /** The adapter while it runs. */
  current(): Adapter | undefined;
  /** What is wrong while it cannot be spoken to. */
  trouble(): string | undefined;
  /** Settles when it is given up, or stopped. */
  readonly over: Promise<'given up' | 'stopped'>;
  /** Takes nothing more and ends what is under way. */
  stop(): Promise<void>;
};

export type KeepOptions = {
  readonly name: string;
  /** Makes a fresh adapter: one that has ended is not started again. */
  readonly make: () => Promise<Adapter>;
  readonly log: Log;
  /** In milliseconds; of the first pause. */
  readonly pause?: number;
};

const within = async (work: Promise<void>, limit: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not start within ${limit / 1000} seconds`)), limit);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Starts an adapter and keeps it. */
export function keepAdapter({ name, make, log, pause = FIRST_PAUSE }: KeepOptions): Kept {
  let adapter: Adapter | undefined;
  let wrong: string | undefined = 'starting';
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));

  const rest = async (time: number): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const slept = new Promise<void>((done) => {
      timer = setTimeout(done, time * (0.8 + Math.random() * 0.4));
    });
    await Promise.race([slept, stopped]);
    clearTimeout(timer);
  };
  const end = async (one: Adapter): Promise<void> => {
    await one.stop().catch((error: unknown) => log('warn', 'adapter-stop-failed', { adapter: name, error }));
  };
  /** One life of an adapter. @throws why it did not start, or why it ended */
  const live = async (): Promise<void> => {
    const one = await make();
    try {
      if (!signal.aborted) await within(one.start(), START_WITHIN);
    } catch (error) {
      await end(one);
      throw error;
    }
    adapter = one;
    wrong = undefined;
    log('info', 'adapter-started', { adapter: name });
    try {
      await Promise.race([one.ended, stopped]);
    } finally {
      adapter = undefined;
      await end(one);
    }
  };
  const keep = async (): Promise<'given up' | 'stopped'> => {
    let next = pause;
    while (!signal.aborted) {
      const born = performance.now();
      try {
        await live();
        if (signal.aborted) break;
        wrong = 'it ended by itself and is started again';
        log('warn', 'adapter-ended', { adapter: name });
      } catch (error) {
        wrong = error instanceof Error ? error.message : String(error);
        if (error instanceof SetupError) {
          log('error', 'adapter-given-up', { adapter: name, reason: error.message });
          return 'given up';
        }
        log('error', 'adapter-failed', { adapter: name, again: `in ${Math.ceil(next / 1000)} s`, error });
      }
      if (performance.now() - born > STEADY) next = pause;
      await rest(next);
      next = Math.min(next * 2, LONGEST_PAUSE);
    }
    wrong = 'stopped';
    return 'stopped';
  };
  const over = keep();
  return {
    name,
    current: () => adapter,
    trouble: () => wrong ?? adapter?.trouble?.(),
    over,
    async stop() {
      stopping.abort();
      await over;
    },
  };
}
