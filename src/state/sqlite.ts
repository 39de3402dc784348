// One file of this machine as the store: survives a restart, and several processes on the machine may share it.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import Keyv from 'keyv';
import { type Shelf, StoreError } from './contract.ts';
import { PATIENCE } from './guard.ts';
import { limiterOf, ownLimiter } from './limits.ts';
import type { Backend } from './shared.ts';
import { shelfOf } from './shelf.ts';
import { type Attempt, KeyvSqlite } from './sqlite-store.ts';

/** The file grows to this size at most, in bytes; what comes then is refused, as by a full disk. */
const MOST_BYTES = 1024 ** 3;
const PAGE_BYTES = 4096;
/** A start waits so long for another process that is writing, in milliseconds. */
const START_PATIENCE = 5000;
const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;
/** What has outlived its lifetime is cleared away at the start and this often, in milliseconds. */
const CLEAR_EVERY = 10 * 60 * 1000;

const CLAIMS = `
create table if not exists claims (key text primary key, expires integer not null) without rowid;
create index if not exists claims_expires on claims (expires);
`;

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

/** Another process is writing: tried again after a few milliseconds, for so long in all. No thread waits meanwhile. */
async function attemptFor<Result>(patience: number, statement: () => Result): Promise<Result> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return statement();
    } catch (error) {
      if (codeOf(error) !== SQLITE_BUSY || performance.now() > until) throw error;
      await pause(1 + Math.random() * 9);
    }
  }
}

/** What to do about a file that cannot be opened. */
function mendFor(file: string, error: unknown): string {
  const code = codeOf(error);
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB)
    return `${file} is damaged, or no SQLite database (${reason}). Move it away, or restore a copy, and start again: a missing file is made anew.`;
  if (code === SQLITE_FULL || /ENOSPC|disk I\/O/.test(reason))
    return `${file} cannot be written (${reason}). Make room on its disk and start again.`;
  return `${file} cannot be opened (${reason}). STORE_URL must name a file in a folder that this user may write.`;
}

function openDatabase(file: string, mostBytes: number): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'a', 0o600)); // what people asked is nobody else's business
    database = new DatabaseSync(file, { timeout: 5 });
    database.exec(`pragma journal_mode = wal; pragma synchronous = normal; pragma page_size = ${PAGE_BYTES};`);
    const check = database.prepare('pragma quick_check(1)').get()?.quick_check;
    if (check !== 'ok') throw Object.assign(new Error(String(check)), { errcode: SQLITE_CORRUPT });
    database.exec(`pragma max_page_count = ${Math.ceil(mostBytes / PAGE_BYTES)}; ${CLAIMS}`);
    return database;
  } catch (error) {
    database?.close();
    throw error;
  }
}

export type SqliteOptions = {
  /** Greatest size of the file. */
  readonly mostBytes?: number | undefined;
  /** How long another process that is writing is waited for, in milliseconds. */
  readonly patience?: number | undefined;
};

/**
 * Opens the file, or makes it.
 * @throws StoreError for a file that is damaged, cannot be written, or lies where nothing can be made
 */
export async function openSqlite(file: string, options: SqliteOptions = {}): Promise<Backend> {
  const { mostBytes = MOST_BYTES, patience = PATIENCE } = options;
  const attempt: Attempt = (statement) => attemptFor(patience, statement);
  const database = await attemptFor(START_PATIENCE, () => openDatabase(file, mostBytes)).catch((error: unknown) => {
    throw new StoreError(mendFor(file, error));
  });
  new KeyvSqlite(database); // makes its table
  const claim = database.prepare(
    `insert into claims (key, expires) values (?, ?)
     on conflict (key) do update set expires = excluded.expires where claims.expires <= ?`,
  );
  const clear = (): void => {
    try {
      for (const table of ['entries', 'claims'])
        database.prepare(`delete from ${table} where expires < ?`).run(Date.now());
    } catch {
      // Nothing is lost by clearing later; a fault of the file is told by whoever uses it next.
    }
  };
  clear();
  const clearing = setInterval(clear, CLEAR_EVERY).unref();
  return {
    shelf<Value>(namespace: string, lifetime: number | undefined): Shelf<Value> {
      let made: Shelf<Value> | undefined;
      // Made when it is first used: in a damaged file that fails, and whoever uses it goes on in memory.
      const shelf = (): Shelf<Value> => {
        made ??= shelfOf(
          new Keyv<Value>({
            store: new KeyvSqlite(database, attempt),
            namespace,
            useKeyPrefix: false,
            throwOnErrors: true,
          }),
          lifetime,
        );
        return made;
      };
      return {
        get: async (key) => shelf().get(key),
        set: async (key, value, own) => shelf().set(key, value, own),
        delete: async (key) => shelf().delete(key),
        entries: () => shelf().entries(),
      };
    },
    claim: async (key, lifetime) => {
      const now = Date.now();
      return (await attempt(() => claim.run(key, now + lifetime, now))).changes === 1;
    },
    // Limits need no store that survives a restart: they last a minute.
    limiter: (_namespace, most, seconds) => limiterOf(ownLimiter(most, seconds), most, seconds),
    namespaces: async () =>
      (await attempt(() => database.prepare('select distinct namespace from entries').all())).map(({ namespace }) =>
        String(namespace),
      ),
    ping: async () => database.exec('begin immediate; rollback'),
    refuses: (error) => codeOf(error) !== SQLITE_BUSY,
    async close() {
      clearInterval(clearing);
      database.close();
    },
  };
}
