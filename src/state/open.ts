// Opens the store that an address names. What an address does not need is not loaded.
import { type StoreAddress, shownAddress } from './address.ts';
import { type State, StoreError, type StoreEvents } from './contract.ts';
import { openMemory } from './memory.ts';

export type StoreOptions = {
  readonly events?: StoreEvents;
  /** How long one operation may take, in milliseconds; PATIENCE unless told otherwise. */
  readonly patience?: number;
  /** Greatest size of an SQLite file in bytes; 1 GiB unless told otherwise. */
  readonly mostBytes?: number;
};

const SILENT: StoreEvents = { failed() {}, away() {}, back() {}, alone() {} };

/**
 * Opens a store. One that is not there yet is gone on without, and taken up when it is; only a file that cannot be used is an error.
 * @throws StoreError whose message names the file and the mend
 */
export async function openState(address: StoreAddress, options: StoreOptions = {}): Promise<State> {
  const { events = SILENT, patience, mostBytes } = options;
  if (address.kind === 'memory') return openMemory();
  const { shareState } = await import('./shared.ts');
  if (address.kind === 'redis') {
    const { openRedis } = await import('./redis.ts');
    return shareState(await openRedis(address.url), events, patience);
  }
  const { openSqlite } = await import('./sqlite.ts');
  return shareState(await openSqlite(address.file, { mostBytes, patience }), events, Number.POSITIVE_INFINITY);
}

/**
 * As `openState`, for a reader that needs what is in there: memory holds nothing, and a store that is away cannot be read.
 * @throws StoreError
 */
export async function openForReading(address: StoreAddress): Promise<State> {
  if (address.kind === 'memory')
    throw new StoreError(
      'There is nothing to read: STORE_URL is not set, so that everything is kept in the memory of the running program.',
    );
  if (address.kind === 'sqlite') {
    const { existsSync } = await import('node:fs');
    if (!existsSync(address.file)) throw new StoreError(`There is nothing to read: ${address.file} does not exist.`);
  }
  const state = await openState(address, { patience: 10_000 });
  try {
    await state.namespaces();
    return state;
  } catch (error) {
    await state.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      `${shownAddress(address)} cannot be read (${reason}). Is it running, and does STORE_URL name it?`,
    );
  }
}
