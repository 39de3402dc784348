// The store of one process: nothing to install, gone when the process ends.
import Keyv from 'keyv';
import type { Shelf, State } from './contract.ts';

/** Opens a store in memory. */
export function openMemory(): State {
  const claims = new Map<string, number>();
  const forget = (now: number): void => {
    for (const [key, until] of claims) {
      if (until > now) return; // claims live alike long, so that the oldest end first
      claims.delete(key);
    }
  };
  return {
    shelf<Value>(namespace: string, lifetime?: number): Shelf<Value> {
      const keyv = new Keyv<Value>({ namespace, ...(lifetime === undefined ? {} : { ttl: lifetime }) });
      return {
        get: (key) => keyv.get(key),
        async set(key, value, own = lifetime) {
          await keyv.set(key, value, own);
        },
        async delete(key) {
          await keyv.delete(key);
        },
      };
    },
    async claim(key, lifetime) {
      const now = Date.now();
      forget(now);
      if ((claims.get(key) ?? 0) > now) return false;
      claims.set(key, now + lifetime);
      return true;
    },
    async close() {
      claims.clear();
    },
  };
}
