// Twenty minutes' worth of questions in seconds: when they are over, the process holds no more than it did after the first of them.
import { afterEach, describe, expect, it } from 'vitest';
import { openDeliveries, PUBLIC_KEY, SIGNING_SECRET } from '../../bench/load/deliveries.ts';
import { APPLICATION } from '../adapters/discord/rest.ts';
import { mention } from '../adapters/slack/deliveries.ts';
import { REDIS_TITLE, withoutRedis } from '../support/redis.ts';
import { deliver, type Replicas, startReplicas, TEAM } from '../support/replicas.ts';
import type { TestService } from '../support/service.ts';

/** One question a second for twenty minutes, and what goes before to fill all that is bounded by count. */
const QUESTIONS = 1200;
const WARM_UP = 1200;
const AT_ONCE = 8;
/**
 * A question leaves its claims and what it stated, a few hundred bytes, until their bounds are reached; whatever kept hold of a request,
 * a response or an answer would be many times that. In bytes.
 */
const MOST_GROWTH = 2 * 1024;

/** In the process: on SIGUSR2 it tells what it holds once all garbage is gone. */
const GAUGE = `process.on('SIGUSR2', () => {
  gc(); gc();
  const { heapUsed, external } = process.memoryUsage();
  console.log(JSON.stringify({ event: 'gauged', held: heapUsed + external, handles: process.getActiveResourcesInfo().length }));
});`;
const NODE = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(GAUGE)}`];

describe.skipIf(withoutRedis)(`twenty minutes of questions in Slack and Discord on ${REDIS_TITLE}`, () => {
  let replicas: Replicas | undefined;
  afterEach(() => replicas?.close());

  it('leave heap and handles as they were', async () => {
    const env = {
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      DISCORD_PUBLIC_KEY: PUBLIC_KEY,
      DISCORD_APPLICATION_ID: APPLICATION,
    };
    replicas = await startReplicas(1, { env, node: NODE });
    const { api, services } = replicas;
    const [service] = services as [TestService];
    const deliveries = openDeliveries(api.url.replace('/api/', ''));
    const ask = async (nth: number): Promise<boolean> => {
      if (nth % 3 === 0) {
        const where = { team: TEAM, channel: 'C0PRODUCTS', user: `U${nth}` };
        return deliver(service, mention(where, 'how heavy is the redmi 9a?'), 0, SIGNING_SECRET);
      }
      const { path, body, headers } = deliveries[nth % 3 === 1 ? 'slack' : 'discord'](true);
      const response = await fetch(`http://127.0.0.1:${service.port}${path}`, { method: 'POST', headers, body });
      api.acknowledged(await response.text());
      return response.ok;
    };
    const askAll = async (from: number, to: number): Promise<void> => {
      let next = from;
      const worker = async (): Promise<void> => {
        while (next < to) expect(await ask(next++)).toBe(true);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      // Mentions are answered after they are acknowledged, commands in the acknowledgement or after it.
      await expect.poll(() => api.calls.length, { timeout: 15_000 }).toBe(1 + Math.ceil((2 * to) / 3));
    };
    const gauge = async () => {
      service.child.kill('SIGUSR2');
      return (await service.heard('gauged')) as unknown as { readonly held: number; readonly handles: number };
    };
    await askAll(0, WARM_UP);
    const before = await gauge();
    await askAll(WARM_UP, WARM_UP + QUESTIONS);
    const after = await gauge();
    expect((after.held - before.held) / QUESTIONS).toBeLessThan(MOST_GROWTH);
    // Connections that are kept for the next request vary by a few.
    expect(after.handles).toBeLessThan(before.handles + 2 * AT_ONCE);
    expect(await service.end()).toBe(0);
    expect(await service.stderr).toBe('');
    expect(service.lines.filter(({ level }) => level === 'error')).toEqual([]);
  }, 120_000);
});
