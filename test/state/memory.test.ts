// The store in memory: keeps the contract, and stays within its bounds.
import { describe, expect, it, vi } from 'vitest';
import { BoundedMap, MOST_VALUES, OwnClaims } from '../../src/state/bounded.ts';
import { openMemory } from '../../src/state/memory.ts';
import { describeStore } from './store-contract.ts';

describe('the store in memory', () => {
  describeStore(async () => openMemory());

  it(`holds ${MOST_VALUES} values a shelf; what was used least recently goes first`, async () => {
    const shelf = openMemory().shelf<number>('many');
    await shelf.set('used', -1);
    for (let index = 0; index < MOST_VALUES + 500; index++) {
      await shelf.set(`key:${index}`, index);
      if (index % 1000 === 0) expect(await shelf.get('used')).toBe(-1);
    }
    let count = 0;
    for await (const _ of shelf.entries()) count++;
    expect(count).toBe(MOST_VALUES);
    expect(await shelf.get('key:0')).toBeUndefined();
    expect(await shelf.get(`key:${MOST_VALUES + 499}`)).toBe(MOST_VALUES + 499);
  });

  it('drops the oldest entry of a bounded map, and tells', () => {
    const dropped: string[] = [];
    const map = new BoundedMap<number>(2, (key) => dropped.push(key));
    map.set('a', 1).set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([[...map.keys()], dropped]).toEqual([['a', 'c'], ['b']]);
  });

  it('does not take an event for new when the wall clock steps back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const state = openMemory();
      const limiter = state.limiter('asks', 1, 60);
      expect(await state.claim('event', 60_000)).toBe(true);
      await limiter.consume('person');
      vi.setSystemTime(Date.now() - 3_600_000);
      expect(await state.claim('event', 60_000)).toBe(false);
      const refused = await limiter.consume('person');
      expect(refused).toMatchObject({ allowed: false, first: true });
      expect(refused.wait).toBeLessThanOrEqual(60_000);
      vi.setSystemTime(Date.now() + 7 * 86_400_000);
      expect(await state.claim('event', 60_000)).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('lets a claim go when its time by the steady clock is over', () => {
    let now = 0;
    const claims = new OwnClaims(() => now);
    expect([claims.claim('a', 10), claims.claim('a', 10), claims.holds('a')]).toEqual([true, false, true]);
    now = 11;
    expect([claims.holds('a'), claims.claim('a', 10)]).toEqual([false, true]);
  });
});
