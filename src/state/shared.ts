// A store outside this process, made safe to stand on: where it fails, this process goes on alone, and makes up for it later.
import { BoundedMap, MOST_VALUES, OwnClaims } from './bounded.ts';
import type { Limiter, Shelf, State, StoreEvents } from './contract.ts';
import { createGuard } from './guard.ts';

/** What a store must be able to do. Everything here may throw. */
export type Backend = {
  shelf<Value>(namespace: string, lifetime: number | undefined): Shelf<Value>;
  /** True for one caller, decided by the store in one step. */
  claim(key: string, lifetime: number): Promise<boolean>;
  /** @param guarded runs what is asked of the store; @param alone is called where this process decides by itself */
  limiter(namespace: string, most: number, seconds: number, guarded: Guarded, alone: () => void): Limiter;
  namespaces(): Promise<string[]>;
  ping(): Promise<unknown>;
  refuses(error: unknown): boolean;
  close(): Promise<void>;
};
export type Guarded = <Result>(operation: string, work: () => Promise<Result>) => Promise<Result>;

/** A write that the store has not taken yet: it is what this process reads meanwhile. `due` is a write that failed and is made up for. */
type Waiting = {
  readonly value: unknown;
  readonly until: number;
  readonly work: () => Promise<void>;
  readonly due: boolean;
};
/** Of what stays (settings, installations), so many values of a shelf as they were seen last serve while the store is away. */
const MOST_KNOWN = 1000;
/** Where a value was deleted. */
const GONE = Symbol('gone');

/** @param patience in milliseconds for one operation; infinite where the store answers within the call */
export function shareState(backend: Backend, events: StoreEvents, patience?: number): State {
  const claims = new OwnClaims();
  let lost = 0;
  const waiting = new BoundedMap<Waiting>(MOST_VALUES, () => lost++);
  const underWay = new Set<Promise<void>>();

  /** Hands over, one after the other, what could not be written; what fails again goes on waiting. */
  const makeUp = async (): Promise<void> => {
    let kept = 0;
    for (const [id, write] of [...waiting].filter(([, { due }]) => due)) {
      const done =
        write.until <= performance.now() ||
        (await guard.run('set', write.work).then(
          () => ++kept > 0,
          () => false,
        ));
      if (!done) return;
      if (waiting.get(id) === write) waiting.delete(id); // else it was written anew meanwhile
    }
    events.back(kept, lost);
    lost = 0;
  };
  const guard = createGuard({
    events,
    ping: () => backend.ping(),
    refuses: (error) => backend.refuses(error),
    back: () => void makeUp(),
    ...(patience === undefined ? {} : { patience }),
  });
  return {
    shelf<Value>(namespace: string, lifetime?: number): Shelf<Value> {
      const shelf = backend.shelf<Value>(namespace, lifetime);
      const known = lifetime === undefined ? new BoundedMap<Value>(MOST_KNOWN) : undefined;
      /** Nobody waits until the store has taken what goes by itself one day; what stays is written when this resolves. */
      const write = async (key: string, value: unknown, own: number | undefined, work: () => Promise<void>) => {
        const id = `${namespace}:${key}`;
        const until = performance.now() + (own ?? Number.POSITIVE_INFINITY);
        // What came before is written no more, neither now nor later.
        const latest: Waiting = { value, until, work, due: waiting.get(id)?.due ?? false };
        waiting.set(id, latest);
        const written = guard.run('set', work).then(
          () => {
            if (waiting.get(id) === latest) waiting.delete(id);
          },
          () => {
            if (waiting.get(id) === latest) waiting.set(id, { ...latest, due: true }); // told by the guard
          },
        );
        underWay.add(written);
        void written.then(() => underWay.delete(written));
        if (own === undefined) await written;
      };
      return {
        async get(key) {
          const ours = waiting.get(`${namespace}:${key}`);
          if (ours && ours.until > performance.now()) return ours.value === GONE ? undefined : (ours.value as Value);
          try {
            const value = await guard.run('get', () => shelf.get(key));
            if (value === undefined) known?.delete(key);
            else known?.set(key, value);
            return value;
          } catch {
            return known?.get(key); // told by the guard
          }
        },
        set(key, value, own = lifetime) {
          if (own === undefined) known?.set(key, value);
          return write(key, value, own, () => shelf.set(key, value, own));
        },
        delete(key) {
          known?.delete(key);
          return write(key, GONE, undefined, () => shelf.delete(key));
        },
        async *entries() {
          await Promise.all(underWay);
          yield* shelf.entries();
        },
      };
    },
    async claim(key, lifetime) {
      // Ours already: nothing to ask. It also keeps an event from being new again where the store was wiped.
      if (claims.holds(key)) return false;
      const own = claims.claim(key, lifetime);
      try {
        return await guard.run('claim', () => backend.claim(key, lifetime));
      } catch {
        events.alone('claim');
        return own;
      }
    },
    limiter: (namespace, most, seconds) =>
      backend.limiter(
        namespace,
        most,
        seconds,
        (operation, work) => guard.run(operation, work),
        () => events.alone('limit'),
      ),
    namespaces: () => backend.namespaces(),
    trouble: () => guard.trouble(),
    async close() {
      await Promise.all(underWay);
      if (waiting.size > 0 && guard.trouble() === undefined) await makeUp();
      guard.close();
      await backend.close();
    },
  };
}
