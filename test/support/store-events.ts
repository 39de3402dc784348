// Hears a store, and lets a test wait for what it tells.
import { EventEmitter, once } from 'node:events';
import type { StoreEvents } from '../../src/state/contract.ts';

export type HeardStore = {
  readonly events: StoreEvents;
  /** Everything told so far: "away", "back", "alone claim", "failed set" … */
  readonly told: string[];
  /** Resolves when this is told next, or was told since the last time that it was waited for. */
  heard(what: string): Promise<void>;
};

export function hearStore(): HeardStore {
  const told: string[] = [];
  const fresh: string[] = [];
  const bell = new EventEmitter();
  const tell = (what: string): void => {
    told.push(what);
    fresh.push(what);
    bell.emit('told');
  };
  return {
    told,
    events: {
      failed: (operation) => tell(`failed ${operation}`),
      away: () => tell('away'),
      back: (kept, lost) => tell(`back ${kept} ${lost}`),
      alone: (operation) => tell(`alone ${operation}`),
    },
    async heard(what) {
      for (;;) {
        const at = fresh.findIndex((one) => one.startsWith(what));
        if (at >= 0) {
          fresh.splice(0, at + 1);
          return;
        }
        await once(bell, 'told');
      }
    },
  };
}
