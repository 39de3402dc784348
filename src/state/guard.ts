// Stands between an answer and a store that may be dead, paused, slow or full: bounds what is waited for, and stops asking for a while.
import type { StoreEvents } from './contract.ts';

/** Nobody waits longer than this for one operation, in milliseconds; the first that takes longer is the last one asked for. */
export const PATIENCE = 80;
/** A store that is away is looked at again after so long, in milliseconds. */
const LOOK_AGAIN = 500;

/** The store is not asked at present. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
}
class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

export type Guard = {
  /** Does the work, or throws: at once while the store is away, after `patience` where it does not answer. */
  run<Result>(operation: string, work: () => Promise<Result>): Promise<Result>;
  trouble(): string | undefined;
  close(): void;
};

export type GuardOptions = {
  readonly events: Pick<StoreEvents, 'failed' | 'away'>;
  /** Settles well when the store can be asked again. */
  ping(): Promise<unknown>;
  /** Whether an error is the store's own word on this one operation (it is full, say), so that others may still be asked. */
  refuses(error: unknown): boolean;
  /** Called when all is well again. */
  back(): void;
  /** In milliseconds. */
  readonly patience?: number;
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

/** Makes a guard; the store counts as well until an operation fails. */
export function createGuard({ events, ping, refuses, back, patience = PATIENCE }: GuardOptions): Guard {
  /** Made once an outage, and thrown to everybody who asks meanwhile: each error of its own would cost more than the answer's drawing. */
  let away: StoreAway | undefined;
  /** Operations that the store refused last time, with its reason. */
  const refused = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const lookAgain = (): void => {
    if (closed) return;
    timer = setTimeout(() => {
      within(ping(), patience).then(
        () => {
          away = undefined;
          if (!closed && refused.size === 0) back();
        },
        () => lookAgain(), // still away: told once already
      );
    }, LOOK_AGAIN).unref();
  };

  const fail = (operation: string, error: unknown): void => {
    events.failed(operation, error);
    const told = away !== undefined || refused.size > 0;
    if (refuses(error)) refused.set(operation, reasonOf(error));
    else if (away === undefined) {
      away = new StoreAway(reasonOf(error), { cause: error });
      lookAgain();
    }
    if (!told) events.away(reasonOf(error));
  };

  return {
    async run(operation, work) {
      if (closed) throw new StoreAway('the store is closed');
      if (away !== undefined) throw away;
      try {
        const result = await within(work(), patience);
        if (refused.delete(operation) && refused.size === 0 && away === undefined) back();
        return result;
      } catch (error) {
        if (!closed) fail(operation, error);
        throw error;
      }
    },
    trouble: () => away?.message ?? refused.values().next().value,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** What `work` comes to, unless it takes longer than `patience` milliseconds. */
async function within<Result>(work: Promise<Result>, patience: number): Promise<Result> {
  if (!Number.isFinite(patience)) return work;
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(
      // A reply that came while this process was busy itself is read before the time is called.
      () => setImmediate(() => setImmediate(() => reject(new TooSlow(`no reply within ${patience} ms`)))),
      patience,
    );
  });
  work.catch(() => {}); // it may fail after nobody waits any more
  try {
    return await Promise.race([work, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}
