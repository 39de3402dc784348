// What the rest of the program sees of the store: shelves of small values that expire, claims that only one replica gets, limits.

/** One namespace of the store. Values are plain JSON, and nobody changes one that was handed over or given back; what has outlived its lifetime is absent. What is set is read from then on; what has a lifetime may still be on its way to a shared store. Nothing here throws, but `entries`. */
export type Shelf<Value> = {
  get(key: string): Promise<Value | undefined>;
  /** @param lifetime in milliseconds; without it, the shelf's own */
  set(key: string, value: Value, lifetime?: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Everything on the shelf, in no order. @throws where the store cannot be read: half a list is none */
  entries(): AsyncIterable<readonly [key: string, value: Value]>;
};

/** What a limit says to one more of something. */
export type Verdict = {
  readonly allowed: boolean;
  /** True for exactly the first that is refused within a period. */
  readonly first: boolean;
  /** Milliseconds until the period ends. */
  readonly wait: number;
};
export type Limiter = { consume(key: string): Promise<Verdict> };

export type State = {
  /** The shelf of a namespace, e.g. "conversation". @param lifetime of its values in milliseconds; absent, they stay */
  shelf<Value>(namespace: string, lifetime?: number): Shelf<Value>;
  /**
   * True for exactly one of all callers with this key within `lifetime` milliseconds, across replicas where the store is shared.
   * While a shared store is away, across this process only.
   * @param key made of letters, digits and ":", at most 200 characters
   */
  claim(key: string, lifetime: number): Promise<boolean>;
  /** So many of something within so many seconds, for each key; counted across replicas where the store is shared. */
  limiter(namespace: string, most: number, seconds: number): Limiter;
  /** The namespaces in which something is kept. @throws where the store cannot be read */
  namespaces(): Promise<string[]>;
  /** What is wrong while the store cannot be used, in a few words; nothing while all is well. */
  trouble(): string | undefined;
  close(): Promise<void>;
};

/** Hears what a store has to tell of itself; whoever opens the store logs and counts it. */
export type StoreEvents = {
  /** An operation failed, or took longer than anybody may wait. */
  failed(operation: string, error: unknown): void;
  /** From now on this process stands alone, or writes are refused. @param reason in a few words, without any password */
  away(reason: string): void;
  /** All is well again. @param kept how many writes were made up for; @param lost how many had no room to wait */
  back(kept: number, lost: number): void;
  /** Something that all replicas should share was decided by this process alone. */
  alone(operation: 'claim' | 'limit'): void;
};

/** A store that cannot be opened or read; the message says what is wrong and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
