// The store in a file: Keyv's own suite, the contract, a restart, and files that are damaged, full or foreign.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import Keyv from 'keyv';
import * as vitest from 'vitest';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openState } from '../../src/state/open.ts';
import { KeyvSqlite } from '../../src/state/sqlite-store.ts';
import { hearStore } from '../support/store-events.ts';
import { describeStore } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileNamed = (name: string): string => join(folder, name);
const open = (name: string, options = {}) => openState({ kind: 'sqlite', file: fileNamed(name) }, options);

describe('@keyv/test-suite', () => {
  const database = new DatabaseSync(':memory:');
  afterAll(() => database.close());
  const store = () => new KeyvSqlite(database);
  keyvTestSuite(vitest, Keyv, store);
  keyvIteratorTests(vitest, Keyv, store);
});

describe('the store in a file', () => {
  describeStore(() => open('contract.db'));

  it('survives a restart, in a folder that it makes, readable by its owner alone', async () => {
    const first = await open('new/folder/state.db');
    await first.shelf('settings').set('place', { language: 'zh' });
    await first.shelf('short').set('gone', 1, 1);
    expect(await first.claim('event', 60_000)).toBe(true);
    await first.close();
    await new Promise((done) => setTimeout(done, 5)); // longer than the short one lives
    const second = await open('new/folder/state.db');
    expect(await second.shelf('settings').get('place')).toEqual({ language: 'zh' });
    expect(await second.shelf('short').get('gone')).toBeUndefined();
    expect(await second.claim('event', 60_000)).toBe(false);
    await second.close();
    expect(statSync(fileNamed('new/folder/state.db')).mode & 0o077).toBe(0);
  });

  it('is cleared of what has outlived its lifetime when it is opened', async () => {
    const first = await open('cleared.db');
    await first.shelf('short').set('a', 1, 1);
    await first.claim('event', 1);
    await first.close();
    await new Promise((done) => setTimeout(done, 5));
    await (await open('cleared.db')).close();
    const database = new DatabaseSync(fileNamed('cleared.db'));
    const count = (table: string) => database.prepare(`select count(*) as n from ${table}`).get()?.n;
    expect([count('entries'), count('claims')]).toEqual([0, 0]);
    database.close();
  });

  it('does not take an event for new when the wall clock steps back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const first = await open('clock.db');
      expect(await first.claim('event', 60_000)).toBe(true);
      await first.close();
      vi.setSystemTime(Date.now() - 3_600_000);
      const second = await open('clock.db'); // without what the first process knew itself
      expect(await second.claim('event', 60_000)).toBe(false);
      await second.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['no database', () => writeFileSync(fileNamed('bad.db'), 'not a database, but quite a long text\n'.repeat(500))],
    [
      'a damaged one',
      async () => {
        const state = await open('bad.db');
        for (let index = 0; index < 300; index++) await state.shelf('x').set(`k${index}`, 'v'.repeat(200));
        await state.close();
        const bytes = readFileSync(fileNamed('bad.db'));
        writeFileSync(fileNamed('bad.db'), bytes.fill(0x5a, 4096, bytes.length - 4096));
      },
    ],
  ])('that is %s is named, with what to do', async (_, make) => {
    rmSync(fileNamed('bad.db'), { force: true });
    await make();
    await expect(open('bad.db')).rejects.toThrow(/bad\.db is damaged, or no SQLite database .*Move it away/);
  });

  it('that cannot be made is named, with what to do', async () => {
    mkdirSync(fileNamed('folder.db'));
    await expect(open('folder.db')).rejects.toThrow(/folder\.db cannot be opened .*STORE_URL must name a file/);
  });

  it('carries on in memory while the disk is full, says so, and makes up for it when there is room', async () => {
    const { events, told } = hearStore();
    const state = await open('full.db', { events, mostBytes: 200_000 });
    const shelf = state.shelf<string>('shelf');
    await shelf.set('before', 'kept');
    for (let index = 0; index < 100; index++) await shelf.set(`big${index}`, 'x'.repeat(5000));
    expect(told.filter((one) => one === 'away')).toHaveLength(1);
    expect(state.trouble()).toMatch(/full/);
    await shelf.set('late', 'also kept');
    expect([await shelf.get('before'), await shelf.get('late'), await shelf.get('big99')]).toEqual([
      'kept',
      'also kept',
      'x'.repeat(5000),
    ]);
    expect([await state.claim('event', 1000), await state.claim('event', 1000)]).toEqual([true, false]);
    for (let index = 0; index < 100; index++) await shelf.delete(`big${index}`);
    await shelf.set('again', 'x');
    expect(await state.claim('event-2', 1000)).toBe(true);
    await expect.poll(() => state.trouble()).toBeUndefined();
    await state.close();
    const again = await open('full.db');
    expect(await again.shelf('shelf').get('late')).toBe('also kept');
    await again.close();
  });

  it('waits once for another program that keeps the file locked, then carries on in memory until it is free', async () => {
    const { events, told, heard } = hearStore();
    const state = await open('locked.db', { events });
    const other = new DatabaseSync(fileNamed('locked.db'));
    other.exec('begin immediate');
    const shelf = state.shelf<number>('shelf');
    for (let index = 0; index < 20; index++) await shelf.set(`key${index}`, index);
    expect([await state.claim('event', 1000), await state.claim('event', 1000)]).toEqual([true, false]);
    expect(await shelf.get('key19')).toBe(19);
    expect(told).toEqual(['failed set', 'away', 'alone claim']);
    expect(state.trouble()).toMatch(/locked/);
    other.exec('rollback');
    await heard('back 20 0');
    expect(other.prepare('select count(*) as n from entries').get()?.n).toBe(20);
    other.close();
    await state.close();
  });

  it('carries on in memory when the file breaks while it is open', async () => {
    const { events, told } = hearStore();
    const state = await open('breaks.db', { events });
    const shelf = state.shelf<number>('y');
    await shelf.set('a', 1);
    const other = new DatabaseSync(fileNamed('breaks.db'));
    other.exec('drop table entries; drop table claims;');
    other.close();
    await shelf.set('b', 2);
    expect(await shelf.get('b')).toBe(2);
    expect([await state.claim('event', 1000), await state.claim('event', 1000)]).toEqual([true, false]);
    expect(told).toEqual(expect.arrayContaining(['away', 'failed set', 'alone claim']));
    await state.close();
  });
});
