// What the rest of the program sees of the store: shelves of small values that expire, and claims that only one replica gets.

/** One namespace of the store. Values are plain JSON; what has outlived its lifetime is absent. */
export type Shelf<Value> = {
  get(key: string): Promise<Value | undefined>;
  /** @param lifetime in milliseconds; without it, the shelf's own */
  set(key: string, value: Value, lifetime?: number): Promise<void>;
  delete(key: string): Promise<void>;
};

export type State = {
  /** The shelf of a namespace, e.g. "conversation". @param lifetime of its values in milliseconds; absent, they stay */
  shelf<Value>(namespace: string, lifetime?: number): Shelf<Value>;
  /**
   * True for exactly one of all callers with this key within `lifetime` milliseconds, across replicas where the store is shared.
   * @param key made of letters, digits and ":", at most 200 characters
   */
  claim(key: string, lifetime: number): Promise<boolean>;
  close(): Promise<void>;
};
