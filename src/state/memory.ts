// The store of one process: nothing to install, gone when the process ends, and bounded: MOST_VALUES a shelf, MOST_CLAIMS claims.
import Keyv from 'keyv';
import { BoundedMap, MOST_VALUES, OwnClaims } from './bounded.ts';
import type { Shelf, State } from './contract.ts';
import { limiterOf, ownLimiter } from './limits.ts';
import { shelfOf } from './shelf.ts';

/** Opens a store in memory. */
export function openMemory(): State {
  const claims = new OwnClaims();
  const shelves = new Map<string, Map<string, unknown>>();
  return {
    shelf<Value>(namespace: string, lifetime?: number): Shelf<Value> {
      const values = shelves.get(namespace) ?? new BoundedMap<unknown>(MOST_VALUES);
      shelves.set(namespace, values);
      const keyv = new Keyv<Value>({ store: values, useKeyPrefix: false, throwOnErrors: true });
      return shelfOf(keyv, lifetime, 'as they are');
    },
    claim: async (key, lifetime) => claims.claim(key, lifetime),
    limiter: (_namespace, most, seconds) => limiterOf(ownLimiter(most, seconds), most, seconds),
    namespaces: async () => [...shelves].filter(([, values]) => values.size > 0).map(([namespace]) => namespace),
    trouble: () => undefined,
    close: async () => shelves.clear(),
  };
}
