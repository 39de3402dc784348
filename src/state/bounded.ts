// Maps that cannot grow without end: what was used least recently goes first.

/** How many values each shelf holds in memory, and how many writes wait for a store that is away. */
export const MOST_VALUES = 10_000;
/** How many claims one process remembers by itself: a day's events of a busy workspace, about 15 MB. */
export const MOST_CLAIMS = 100_000;

/** A map of at most `most` entries; reading an entry counts as using it. */
export class BoundedMap<Value> extends Map<string, Value> {
  readonly #most: number;
  /** Told of every entry that had to go. */
  readonly #dropped: (key: string) => void;
  constructor(most: number, dropped: (key: string) => void = () => {}) {
    super();
    this.#most = most;
    this.#dropped = dropped;
  }

  override get(key: string): Value | undefined {
    const value = super.get(key);
    if (value === undefined) return undefined;
    super.delete(key);
    super.set(key, value);
    return value;
  }

  override set(key: string, value: Value): this {
    super.delete(key);
    super.set(key, value);
    if (this.size <= this.#most) return this;
    const oldest = this.keys().next().value as string;
    super.delete(oldest);
    this.#dropped(oldest);
    return this;
  }
}

/** Claims of this process. They go by a clock that nobody sets: a wall clock that steps back makes no event new again. */
export class OwnClaims {
  readonly #until = new BoundedMap<number>(MOST_CLAIMS);
  readonly #now: () => number;
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether a key is claimed already. */
  holds(key: string): boolean {
    return (this.#until.get(key) ?? 0) > this.#now();
  }

  /** True for the first caller within `lifetime` milliseconds. */
  claim(key: string, lifetime: number): boolean {
    if (this.holds(key)) return false;
    this.#until.set(key, this.#now() + lifetime);
    return true;
  }
}
