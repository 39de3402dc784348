// A Keyv store adapter over Node's own SQLite: nothing to compile, and it passes @keyv/test-suite.
import { EventEmitter } from 'node:events';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { KeyvStoreAdapter } from 'keyv';

const TABLE = `
create table if not exists entries (
  namespace text not null, key text not null, value text not null, expires integer,
  primary key (namespace, key)
) without rowid;
create index if not exists entries_expires on entries (expires) where expires is not null;
`;
/** An iterator reads so many rows at a time, so that others may write meanwhile. */
const PAGE = 500;

/** How a statement is run; a file that another process is writing may need a second attempt. */
export type Attempt = <Result>(statement: () => Result) => Promise<Result>;

type Row = { readonly key: string; readonly value: string };

/** One namespace of a database as a Keyv store. Times are milliseconds of the wall clock; values are Keyv's own strings. */
export class KeyvSqlite extends EventEmitter implements KeyvStoreAdapter {
  /** Keyv reads the dialect to know that this store can be listed. */
  readonly opts: Record<string, unknown> = { dialect: 'sqlite', url: 'sqlite:' };
  namespace: string | undefined;
  readonly #attempt: Attempt;
  readonly #get: StatementSync;
  readonly #set: StatementSync;
  readonly #delete: StatementSync;
  readonly #clear: StatementSync;
  readonly #has: StatementSync;
  readonly #page: StatementSync;

  constructor(database: DatabaseSync, attempt: Attempt = async (statement) => statement()) {
    super();
    this.#attempt = attempt;
    database.exec(TABLE);
    this.#get = database.prepare('select value from entries where namespace = ? and key = ?');
    this.#set = database.prepare(
      `insert into entries (namespace, key, value, expires) values (?, ?, ?, ?)
       on conflict (namespace, key) do update set value = excluded.value, expires = excluded.expires`,
    );
    this.#delete = database.prepare('delete from entries where namespace = ? and key = ?');
    this.#clear = database.prepare('delete from entries where namespace = ?');
    this.#has = database.prepare(
      'select 1 from entries where namespace = ? and key = ? and (expires is null or expires > ?)',
    );
    this.#page = database.prepare(
      'select key, value from entries where namespace = ? and key > ? order by key limit ?',
    );
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    const row = await this.#attempt(() => this.#get.get(this.#space, key));
    return row?.value as Value | undefined;
  }

  async set(key: string, value: unknown, ttl?: number): Promise<boolean> {
    const expires = ttl === undefined ? null : Date.now() + ttl;
    await this.#attempt(() => this.#set.run(this.#space, key, String(value), expires));
    return true;
  }

  async delete(key: string): Promise<boolean> {
    const { changes } = await this.#attempt(() => this.#delete.run(this.#space, key));
    return changes > 0;
  }

  async deleteMany(keys: string[]): Promise<boolean> {
    let any = false;
    for (const key of keys) any = (await this.delete(key)) || any;
    return any;
  }

  async clear(): Promise<void> {
    await this.#attempt(() => this.#clear.run(this.#space));
  }

  async has(key: string): Promise<boolean> {
    return (await this.#attempt(() => this.#has.get(this.#space, key, Date.now()))) !== undefined;
  }

  async *iterator<Value>(namespace = this.#space): AsyncGenerator<Array<string | Awaited<Value> | undefined>, void> {
    let last = '';
    for (;;) {
      const after = last;
      const rows = (await this.#attempt(() => this.#page.all(namespace, after, PAGE))) as unknown as Row[];
      for (const { key, value } of rows) {
        last = key;
        yield [key, value];
      }
      if (rows.length < PAGE) return;
    }
  }

  get #space(): string {
    return this.namespace ?? '';
  }
}
