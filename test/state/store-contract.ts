// What every store must do, whatever it is: each store's own test runs this.
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { State } from '../../src/state/contract.ts';

/** Runs the contract against a store that is opened fresh and empty. */
export function describeStore(open: () => Promise<State>): void {
  describe('as any store', () => {
    let state: State;
    beforeAll(async () => {
      state = await open();
    });
    afterAll(() => state.close());

    it('gives back what was put in, apart by namespace, until it is taken out', async () => {
      const one = state.shelf<{ words: string[] }>('one');
      const other = state.shelf<{ words: string[] }>('other');
      const value = { words: ['"', "'", '小米', '\u0000', '👩‍👩‍👧'] };
      await one.set('a:b', value);
      expect(await one.get('a:b')).toEqual(value);
      expect(await state.shelf('one').get('a:b')).toEqual(value);
      expect(await other.get('a:b')).toBeUndefined();
      await one.set('a:b', { words: [] });
      expect(await one.get('a:b')).toEqual({ words: [] });
      await one.delete('a:b');
      expect(await one.get('a:b')).toBeUndefined();
      await one.delete('never there');
    });

    it('takes a key that begins with the name of its namespace for what it is', async () => {
      const shelf = state.shelf<number>('same');
      await shelf.set('same:x', 1);
      await shelf.set('x', 2);
      expect([await shelf.get('same:x'), await shelf.get('x')]).toEqual([1, 2]);
    });

    it('forgets what has outlived its lifetime, the shelf’s or its own', async () => {
      const shelf = state.shelf<number>('short', 60_000);
      await shelf.set('stays', 1);
      await shelf.set('goes', 2, 1);
      await expect.poll(() => shelf.get('goes')).toBeUndefined();
      expect(await shelf.get('stays')).toBe(1);
    });

    it('lists what it holds, and where', async () => {
      const shelf = state.shelf<number>('listed');
      const expected = Array.from({ length: 1200 }, (_, index): [string, number] => [`key:${index}`, index]);
      await Promise.all(expected.map(([key, value]) => shelf.set(key, value)));
      await state.shelf('listed-too').set('x', 1);
      const found: (readonly [string, number])[] = [];
      for await (const entry of shelf.entries()) found.push(entry);
      expect(found.sort(([, a], [, b]) => a - b)).toEqual(expected);
      expect(await state.namespaces()).toEqual(expect.arrayContaining(['listed', 'listed-too']));
    });

    it('grants a claim to one of many callers at once, and again after its lifetime', async () => {
      const won = await Promise.all(Array.from({ length: 50 }, () => state.claim('event:1', 60_000)));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await state.claim('event:1', 60_000)).toBe(false);
      expect(await state.claim('event:2', 60_000)).toBe(true);
      expect(await state.claim('event:3', 1)).toBe(true);
      await setTimeout(50); // nothing tells when a lifetime is over, and asking too early takes the claim again
      expect(await state.claim('event:3', 60_000)).toBe(true);
      expect(await state.claim('event:3', 60_000)).toBe(false);
    });

    it('limits each key by itself, and says once that it does', async () => {
      const limiter = state.limiter('asks', 3, 60);
      const verdicts = [];
      for (let time = 0; time < 6; time++) verdicts.push(await limiter.consume('person'));
      expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, true, false, false, false]);
      expect(verdicts.map(({ first }) => first)).toEqual([false, false, false, true, false, false]);
      expect(verdicts.every(({ wait }) => wait > 0 && wait <= 60_000)).toBe(true);
      expect(await limiter.consume('somebody else')).toMatchObject({ allowed: true });
    });

    it('has no trouble', () => {
      expect(state.trouble()).toBeUndefined();
    });
  });
}
