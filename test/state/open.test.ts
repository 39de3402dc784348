// STORE_URL: what is accepted, what is shown of it, and what a reader is told where there is nothing to read.
import { describe, expect, it } from 'vitest';
import { freePort } from '../../bench/free-port.ts';
import { shownAddress, storeAddress } from '../../src/state/address.ts';
import { openForReading } from '../../src/state/open.ts';

describe('storeAddress', () => {
  it.each([
    [undefined, { kind: 'memory' }],
    ['', { kind: 'memory' }],
    ['sqlite:state.db', { kind: 'sqlite', file: '/root/state.db' }],
    ['sqlite:///var/lib/state.db', { kind: 'sqlite', file: '/var/lib/state.db' }],
    ['SQLITE:/var/a b.db', { kind: 'sqlite', file: '/var/a b.db' }],
    ['redis://host', { kind: 'redis', url: 'redis://host' }],
    ['rediss://me:secret@host:6380/2', { kind: 'redis', url: 'rediss://me:secret@host:6380/2' }],
  ])('takes %j', (text, address) => {
    expect(storeAddress(text, '/root')).toEqual(address);
  });

  it.each(['memory', 'sqlite:', 'redis://', 'redis:host', 'redis://host/name', 'postgres://host', 'host:6379'])(
    'refuses %j',
    (text) => {
      expect(storeAddress(text, '/root')).toBeUndefined();
    },
  );

  it('is shown without user and password', () => {
    expect(shownAddress({ kind: 'redis', url: 'rediss://me:secret@host:6380/2' })).toBe('rediss://host:6380/2');
  });
});

describe('reading', () => {
  it('says where there is nothing to read, and why', async () => {
    await expect(openForReading({ kind: 'memory' })).rejects.toThrow(/nothing to read: STORE_URL is not set/);
    await expect(openForReading({ kind: 'sqlite', file: '/no/such.db' })).rejects.toThrow(/such\.db does not exist/);
    const url = `redis://me:secret@127.0.0.1:${await freePort()}`;
    await expect(openForReading({ kind: 'redis', url })).rejects.toThrow(
      /^redis:\/\/127\.0\.0\.1:\d+ cannot be read \(.*ECONNREFUSED.*Is it running/,
    );
  });
});
