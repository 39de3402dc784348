// Replicas behind a round-robin with Slack's own events: one reply each under retries, threads that go on anywhere, a replica that goes.
import { afterEach, describe, expect, it } from 'vitest';
import { command, mention, message } from '../adapters/slack/deliveries.ts';
import type { Call } from '../adapters/slack/web-api.ts';
import { REDIS_TITLE, withoutRedis } from '../support/redis.ts';
import { acknowledgement, deliver, type Replicas, startReplicas, TEAM } from '../support/replicas.ts';
import type { TestService } from '../support/service.ts';

const HEAVY = 'how heavy is the redmi 9a?';
const PATIENCE = { timeout: 15_000 };

/** The nth person, in the channel of all. */
const by = (nth: number) => ({ team: TEAM, channel: 'C0PRODUCTS', user: `U${nth}` });
const tsOf = (nth: number): string => `1790000${String(nth).padStart(3, '0')}.000100`;
const asked = (nth: number) => mention(by(nth), HEAVY, { ts: tsOf(nth) });
const numbers = (count: number): number[] => [...Array(count).keys()];

describe.skipIf(withoutRedis)(`Slack before replicas on ${REDIS_TITLE}`, () => {
  let replicas: Replicas | undefined;
  afterEach(() => replicas?.close());
  const start = async (count: number, env?: Record<string, string>) => {
    replicas = await startReplicas(count, env ? { env } : {});
    const { services } = replicas;
    return { ...replicas, turn: (nth: number) => services[nth % services.length] as TestService };
  };
  /** Tells all to end, so that nothing is under way any more. */
  const settle = async ({ services, api }: Replicas): Promise<void> => {
    for (const code of await Promise.all(services.map((service) => service.end()))) expect(code).toBe(0);
    expect(api.faults).toEqual([]);
  };
  const inThread = (calls: readonly Call[], nth: number, text: RegExp): Call[] =>
    calls.filter(({ args }) => args.thread_ts === tsOf(nth) && text.test(String(args.text)));

  it.each([2, 4])('%i of them answer each event once, go on in its thread, and hold a limit in sum', async (count) => {
    const started = await start(count, { RATE_LIMIT_PERSON: '10' });
    const { api, redis, turn } = started;
    const posts = () => api.of('chat.postMessage');
    const all = numbers(30);

    // Three deliveries of each event, and the message event that Slack sends beside every mention.
    const deliveries = all.flatMap((nth) => {
      const one = asked(nth);
      const beside = message(by(nth), `<@U0BOT> ${HEAVY}`, { ts: tsOf(nth) });
      return [...[0, 1, 2].map((time) => deliver(turn(nth + time), one, time)), deliver(turn(nth + 1), beside)];
    });
    expect(await Promise.all(deliveries)).not.toContain(false);
    await expect.poll(() => posts().length, PATIENCE).toBe(all.length);
    const threads = () => redis.command(`EVAL "return #redis.call('keys','*slack-thread*')" 0`);
    await expect.poll(threads, PATIENCE).toBe(`:${all.length}`);

    // Without the bot's name, to the replicas in another order.
    const onward = all.flatMap((nth) => {
      const one = message(by(nth), 'and the 9c?', { thread: tsOf(nth) });
      return [1, 2, 3].map((time) => deliver(turn(nth + time), one, time - 1));
    });
    expect(await Promise.all(onward)).not.toContain(false);
    await expect.poll(() => posts().length, PATIENCE).toBe(2 * all.length);

    const loud = numbers(24).map((nth) => deliver(turn(nth), mention(by(900), 'hi', { ts: tsOf(900 + nth) })));
    expect(await Promise.all(loud)).not.toContain(false);
    await settle(started);

    for (const nth of all) {
      expect(inThread(posts(), nth, /194 ?g/)).toHaveLength(1);
      expect(inThread(posts(), nth, /196 ?g/)).toHaveLength(1);
    }
    expect(posts()).toHaveLength(2 * all.length + 10);
    const told = api.of('chat.postEphemeral').map(({ args }) => args.text);
    expect(told).toEqual([expect.stringMatching(/try again in \d+ seconds/)]);
  });

  it('of which two get the same command answer it once, in an acknowledgement or after it', async () => {
    const started = await start(2);
    const { api, turn } = started;
    const answersTo = async (nth: number): Promise<number> => {
      const address = api.responseUrl(`c${nth}`);
      const one = command(by(nth), '/ask how heavy is the redmi 9a?', address);
      const bodies = await Promise.all([0, 1].map((time) => acknowledgement(turn(nth + time), one)));
      expect(bodies).not.toContain(undefined);
      return bodies.filter((body) => /"text":.*194 ?g/.test(body ?? '')).length;
    };
    // The first of each replica comes after its acknowledgement: what Slack takes of this bot is not known there yet.
    const first = numbers(2);
    let acknowledged = 0;
    for (const nth of first) acknowledged += await answersTo(nth);
    const later = () => api.of('response_url').filter(({ args }) => /194 ?g/.test(String(args.text))).length;
    await expect.poll(() => acknowledged + later(), PATIENCE).toBe(first.length);
    const rest = await Promise.all(numbers(32).slice(first.length).map(answersTo));
    await settle(started);
    for (const count of rest) expect(count).toBeLessThan(2);
    expect(rest.filter((count) => count === 1).length).toBeGreaterThan(0);
    expect(acknowledged + rest.reduce((sum, count) => sum + count, 0) + later()).toBe(32);
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'lose nothing that Slack delivers again when one ends by %s under load',
    async (signal) => {
      const started = await start(3);
      const { api, services, turn } = started;
      const all = numbers(120);
      const events = all.map(asked);
      const [gone, ...others] = services as [TestService, TestService, TestService];
      const first = all.slice(0, 90).map((nth) => deliver(turn(nth), events[nth] as (typeof events)[0]));
      await api.next('chat.postMessage');
      const ended = gone.end(signal);
      const taken = await Promise.all(first);
      expect(await ended).toBe(signal === 'SIGTERM' ? 0 : signal);
      // It is not known at once that a replica is gone.
      for (const nth of all.slice(90)) taken.push(await deliver(turn(nth), events[nth] as (typeof events)[0]));
      const again = all.filter((nth) => !taken[nth]);
      expect(again.length).toBeGreaterThanOrEqual(10);
      for (const nth of again) {
        const other = others[nth % others.length] as TestService;
        expect(await deliver(other, events[nth] as (typeof events)[0], 1)).toBe(true);
      }
      for (const service of others) expect(await service.end()).toBe(0);

      const answers = all.map((nth) => inThread(api.of('chat.postMessage'), nth, /194 ?g/).length);
      // What a replica had taken and was answering dies with it only where nobody let it finish.
      const atRisk = (nth: number): boolean => signal === 'SIGKILL' && turn(nth) === gone && taken[nth] === true;
      expect(all.filter((nth) => !atRisk(nth) && answers[nth] !== 1)).toEqual([]);
      expect(all.filter((nth) => atRisk(nth) && (answers[nth] ?? 0) > 1)).toEqual([]);
    },
  );
});
