// What is under way, so that stopping can wait for it.

/** So long it is waited for, in milliseconds. */
const PATIENCE = 5000;

export type InFlight = {
  /** Remembers a piece of work until it is done; it must not reject. */
  track(work: Promise<void>): void;
  /** Resolves once nothing is under way, or patience is at its end. */
  settled(): Promise<void>;
};

/** Begins with nothing under way. */
export function createInFlight(): InFlight {
  const works = new Set<Promise<void>>();
  return {
    track(work) {
      works.add(work);
      void work.finally(() => works.delete(work));
    },
    async settled() {
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const patience = setTimeout(resolve, PATIENCE);
      await Promise.race([Promise.all(works), late]);
      clearTimeout(patience);
    },
  };
}
