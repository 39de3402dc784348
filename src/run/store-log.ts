// What a store tells of itself, as lines of the log: one when it goes, one when it is back, however much happens in between.
import type { Log } from '../chat/log.ts';
import type { StoreEvents } from '../state/contract.ts';

/** @param where the store is, without any password */
export function storeLog(log: Log, where: string): StoreEvents {
  let alone = false;
  return {
    failed() {}, // counted; the log tells of the beginning and the end
    away(reason) {
      log('error', 'store-away', {
        store: where,
        reason,
        meanwhile: 'every question is answered; follow-ups, limits and "handled once" hold within this process only',
      });
    },
    back(kept, lost) {
      alone = false;
      log('info', 'store-back', { store: where, writesMadeUpFor: kept, writesLost: lost });
    },
    alone(operation) {
      if (alone) return;
      alone = true;
      log('warn', 'store-alone', { operation, meaning: 'an event may be handled by more than one replica' });
    },
  };
}

/** Tells several. */
export const bothEvents = (one: StoreEvents, other: StoreEvents): StoreEvents => ({
  failed(operation, error) {
    one.failed(operation, error);
    other.failed(operation, error);
  },
  away(reason) {
    one.away(reason);
    other.away(reason);
  },
  back(kept, lost) {
    one.back(kept, lost);
    other.back(kept, lost);
  },
  alone(operation) {
    one.alone(operation);
    other.alone(operation);
  },
});
