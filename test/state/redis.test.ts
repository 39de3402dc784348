// A real Redis: keeps the contract, and is done without when it is dead, paused, slow, full, wiped – until it is back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../bench/free-port.ts';
import { storeAddress } from '../../src/state/address.ts';
import type { State } from '../../src/state/contract.ts';
import { PATIENCE } from '../../src/state/guard.ts';
import { openState } from '../../src/state/open.ts';
import { REDIS_TITLE, slowWay, startRedis, type TestRedis, withoutRedis } from '../support/redis.ts';
import { type HeardStore, hearStore } from '../support/store-events.ts';
import { describeStore } from './store-contract.ts';

const HOUR = 3_600_000;

describe.skipIf(withoutRedis)(REDIS_TITLE, () => {
  let redis: TestRedis;
  const opened: State[] = [];
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    redis?.resume();
    for (const state of opened.splice(0)) await state.close();
    await redis?.kill();
  });
  /** @param patience long where the fault is not about time: a busy machine is no fault */
  const open = async (heard: HeardStore = hearStore(), url = redis.url, patience = 20_000): Promise<State> => {
    const address = storeAddress(url, '/');
    if (!address) throw new Error(url);
    const state = await openState(address, { events: heard.events, patience });
    opened.push(state);
    return state;
  };

  describe('well', () => {
    let own: TestRedis;
    describeStore(async () => {
      own = await startRedis();
      const state = await openState({ kind: 'redis', url: own.url }, { patience: 20_000 });
      return { ...state, close: () => state.close().then(() => own.kill()) };
    });

    it('shares between replicas what is kept, claimed and counted', async () => {
      const [one, other] = [await open(), await open()];
      await one.shelf('conversation').set('thread', { question: 'x' });
      expect(await other.shelf('conversation').get('thread')).toEqual({ question: 'x' });
      expect([await one.claim('e', HOUR), await other.claim('e', HOUR)]).toEqual([true, false]);
      await one.limiter('l', 1, 60).consume('p');
      expect(await other.limiter('l', 1, 60).consume('p')).toMatchObject({ allowed: false, first: true });
    });

    it('lets the server forget what has outlived its lifetime', async () => {
      const state = await open();
      await state.shelf('conversation', HOUR).set('thread', 1);
      await state.claim('event', HOUR);
      const ttl = async (key: string) => Number((await redis.command(`PTTL ${key}`)).slice(1));
      for (const key of ['answers.shelf.conversation:thread', 'answers.claim:event']) {
        expect(await ttl(key)).toBeGreaterThan(0);
        expect(await ttl(key)).toBeLessThanOrEqual(HOUR);
      }
    });
  });

  /** Everything that a question needs of the store; nothing of it may throw. */
  const use = async (state: State, word: string): Promise<unknown[]> => {
    const shelf = state.shelf<string>('shelf', HOUR);
    const first = await state.claim(`event:${word}`, HOUR);
    const again = await state.claim(`event:${word}`, HOUR);
    const { allowed } = await state.limiter('asks', 5, 60).consume(word);
    await shelf.set('word', word);
    return [first, again, allowed, await shelf.get('word')];
  };
  /** Waits until the store has taken what was written behind the answer: until then this process reads its own. */
  const taken = async (state: State): Promise<void> => {
    for await (const _ of state.shelf('shelf').entries());
  };
  const fine = (word: string): unknown[] => [true, false, true, word];

  it('killed: goes on alone, says so, hands over what was written meanwhile when it is back', async () => {
    const heard = hearStore();
    const state = await open(heard);
    expect(await use(state, 'before')).toEqual(fine('before'));
    const settings = state.shelf<string>('settings');
    await (await open()).shelf('settings').set('place', 'private');
    expect(await settings.get('place')).toBe('private');
    await redis.kill();
    expect(await settings.get('place')).toBe('private'); // what stays is known as it was seen last
    expect(await use(state, 'while')).toEqual(fine('while'));
    expect(heard.told).toEqual(expect.arrayContaining(['away', 'alone claim', 'alone limit']));
    expect(state.trouble()).toBeTruthy();
    await redis.restart();
    await heard.heard('back 1 0');
    expect(state.trouble()).toBeUndefined();
    expect(heard.told.filter((one) => one === 'away')).toHaveLength(1);
    expect(await (await open()).shelf('shelf').get('word')).toBe('while');
    expect(await use(state, 'after')).toEqual(fine('after'));
  });

  it('not there at the start: goes on alone until it is', async () => {
    const heard = hearStore();
    await redis.kill();
    const state = await open(heard);
    expect(await use(state, 'early')).toEqual(fine('early'));
    await redis.restart();
    await heard.heard('back');
    expect(await (await open()).shelf('shelf').get('word')).toBe('early');
  });

  it('paused: nobody waits for it, and it is taken up again', async () => {
    const heard = hearStore();
    const state = await open(heard, redis.url, PATIENCE);
    redis.pause();
    expect(await use(state, 'while')).toEqual(fine('while')); // it is still paused: no reply of it was waited for
    expect(state.trouble()).toBe(`no reply within ${PATIENCE} ms`);
    redis.resume();
    await heard.heard('back');
    expect(await use(state, 'after')).toEqual(fine('after'));
  });

  it('two seconds slow: nobody waits for it', async () => {
    let delay = 0;
    let delivered = 0;
    const way = await slowWay(redis.port, () => {
      delivered++;
      return delay;
    });
    const heard = hearStore();
    const state = await open(heard, `redis://127.0.0.1:${way.port}`, PATIENCE);
    delay = 2000;
    delivered = 0;
    expect(await use(state, 'while')).toEqual(fine('while'));
    expect(delivered).toBeLessThanOrEqual(2); // one question was sent; what came later was not even asked
    expect(state.trouble()).toMatch(/no reply/);
    delay = 0;
    await heard.heard('back');
    await state.close();
    await way.close();
  });

  it('full: goes on alone with what is refused, until there is room', async () => {
    const heard = hearStore();
    const state = await open(heard);
    await state.shelf('shelf').set('old', 'kept');
    await redis.command('CONFIG SET maxmemory-policy noeviction');
    await redis.command('CONFIG SET maxmemory 1');
    expect(await use(state, 'while')).toEqual(fine('while'));
    expect(await state.shelf('shelf').get('old')).toBe('kept');
    expect(heard.told.filter((one) => one === 'away')).toHaveLength(1);
    expect(state.trouble()).toMatch(/OOM/);
    await redis.command('CONFIG SET maxmemory 0');
    expect(await use(state, 'after')).toEqual(fine('after'));
    await heard.heard('back');
    expect(state.trouble()).toBeUndefined();
  });

  it('wiped: what was handled by a process is not handled again by it', async () => {
    const state = await open();
    expect(await use(state, 'before')).toEqual(fine('before'));
    await taken(state);
    expect(await redis.command('FLUSHALL')).toBe('+OK');
    expect(await state.claim('event:before', HOUR)).toBe(false);
    expect(await state.shelf('shelf').get('word')).toBeUndefined();
    expect(await use(state, 'after')).toEqual(fine('after'));
  });

  it('deleted while it was away is deleted when it is back', async () => {
    const heard = hearStore();
    const state = await open(heard, redis.url, PATIENCE);
    const shelf = state.shelf<number>('shelf');
    await shelf.set('a', 1);
    redis.pause();
    await shelf.delete('a');
    expect(await shelf.get('a')).toBeUndefined();
    redis.resume();
    await heard.heard('back');
    expect(await (await open()).shelf('shelf').get('a')).toBeUndefined();
  });

  it('cannot be listed while it is away: half a list is none', async () => {
    const port = await freePort();
    const state = await open(hearStore(), `redis://127.0.0.1:${port}`);
    await expect(state.namespaces()).rejects.toThrow(/ECONNREFUSED/);
    await expect(state.shelf('x').entries()[Symbol.asyncIterator]().next()).rejects.toThrow(/ECONNREFUSED/);
  });
});
