// A shelf over any Keyv.
import type { Keyv } from 'keyv';
import type { Shelf } from './contract.ts';

/** How values are kept: as JSON, or as they are where they never leave the process. */
type Form = 'json' | 'as they are';

/** Wraps a Keyv; its errors are thrown. @param lifetime of values in milliseconds; absent, they stay */
export function shelfOf<Value>(keyv: Keyv<Value>, lifetime: number | undefined, form: Form = 'json'): Shelf<Value> {
  keyv.on('error', () => {}); // the same error is thrown to whoever asked
  // Values are plain JSON: Keyv's own way knows more kinds, and takes several times as long for an answer.
  keyv.serialize = form === 'json' ? JSON.stringify : undefined;
  keyv.deserialize = form === 'json' ? JSON.parse : undefined;
  return {
    get: (key) => keyv.get(key),
    async set(key, value, own = lifetime) {
      await keyv.set(key, value, own);
    },
    async delete(key) {
      await keyv.delete(key);
    },
    async *entries() {
      // Every store that is opened here can list what it holds.
      for await (const entry of keyv.iterator?.(undefined) ?? []) yield entry as [string, Value];
    },
  };
}
