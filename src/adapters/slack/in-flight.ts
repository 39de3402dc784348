// What is under way, so that stopping can wait for it.

/** So long it is waited for, in milliseconds. */
const PATIENCE = 5000;

export type InFlight = {
  track(work: Promise<void>): Promise<void>;
  /** Resolves once nothing is under way, or patience is at its end. */
  settled(): Promise<void>;
};

export function createInFlight(): InFlight {
  const works = new Set<Promise<void>>();
  return {
    async track(work) {
      works.add(work);
      try {
        await work;
      } finally {
        works.delete(work);
      }
    },
    async settled() {
      let late: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        late = setTimeout(resolve, PATIENCE);
      });
      await Promise.race([Promise.allSettled(works), patience]);
      clearTimeout(late);
    },
  };
}
