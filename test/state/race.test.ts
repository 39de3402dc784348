// Four processes race for the same 10,000 events: each event is handled by exactly one. Limits hold in sum.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { race } from '../support/race.ts';
import { REDIS_TITLE, startRedis, type TestRedis, withoutRedis } from '../support/redis.ts';

const PROCESSES = 4;
const EVENTS = 10_000;
const MOST = 50;

async function expectFair(url: string): Promise<{ allowed: number[]; told: number[] }> {
  const raced = await race(url, PROCESSES, EVENTS, MOST);
  const handled = raced.flatMap(({ won }) => won).sort((a, b) => a - b);
  expect(handled).toEqual(Array.from({ length: EVENTS }, (_, event) => event));
  // None did all of the work alone: it was a race.
  expect(raced.filter(({ won }) => won.length > 0)).toHaveLength(PROCESSES);
  return { allowed: raced.map(({ allowed }) => allowed), told: raced.map(({ told }) => told) };
}
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe.skipIf(withoutRedis)(REDIS_TITLE, () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.kill());

  it('gives each event to one of four processes, and holds a limit in sum, told once', async () => {
    const { allowed, told } = await expectFair(redis.url);
    expect([sum(allowed), sum(told)]).toEqual([MOST, 1]);
  });
});

describe('SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'race-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives each event to one of four processes on one machine', async () => {
    await expectFair(`sqlite:${join(folder, 'race.db')}`);
  });
});
