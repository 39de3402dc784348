// Two replicas on one Redis: what is asked at one goes on at the other, and each question is answered whatever becomes of Redis.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REDIS_TITLE, startRedis, type TestRedis, withoutRedis } from '../support/redis.ts';
import { startTestService, type TestService } from '../support/service.ts';

const HEAVY = 'how heavy is the redmi 9a?';

describe.skipIf(withoutRedis)(`two replicas on ${REDIS_TITLE}`, () => {
  let redis: TestRedis;
  let replicas: TestService[] = [];
  const start = async (env: Record<string, string> = {}, patience?: number) => {
    replicas = await Promise.all([1, 2].map(() => startTestService({ STORE_URL: redis.url, ...env }, patience)));
    return replicas as [TestService, TestService];
  };
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    redis?.resume();
    for (const service of replicas.splice(0)) await service.end('SIGKILL');
    await redis?.kill();
  });

  it('answer each event once, go on with a conversation, and hold a limit in sum, told once', async () => {
    const [one, other] = await start({ RATE_LIMIT_PERSON: '10' }, 20_000);
    const events = Array.from({ length: 30 }, (_, index) => `E${index}`);
    const send = (service: TestService, event: string) => service.ask({ event, person: event, input: HEAVY });
    const got = await Promise.all(events.flatMap((event) => [one, other, one].map((service) => send(service, event))));
    expect(got.filter(({ kind }) => kind === 'answer')).toHaveLength(events.length);
    expect(got.filter(({ kind }) => kind === 'duplicate')).toHaveLength(2 * events.length);

    await one.ask({ person: 'U1', conversation: 'C', input: HEAVY });
    // What is remembered is written behind the answer, and nobody types as fast as this test.
    await expect.poll(() => redis.command('KEYS answers.shelf.conversation:*')).toBe('*1');
    expect((await other.ask({ person: 'U1', conversation: 'C', input: 'and the 9c?' })).text).toMatch(/196 ?g/);

    const many = Array.from({ length: 24 }, (_, index) => (index % 2 ? one : other).ask({ person: 'U2', input: 'hi' }));
    const came = await Promise.all(many);
    expect(came.filter(({ kind }) => kind === 'chat')).toHaveLength(10);
    expect(came.filter(({ kind, text }) => kind === 'limited' && text)).toHaveLength(1);
  });

  it('answer every question while Redis is paused, killed, full, wiped and back again, and say so', async () => {
    const [one, other] = await start();
    let round = 0;
    /** New events, delivered twice to the same replica: each is answered once, whatever the store does. */
    const askAll = async (): Promise<void> => {
      round++;
      for (const service of [one, other])
        for (let index = 0; index < 5; index++) {
          const event = `${service.port}:${round}:${index}`;
          const sent = { event, person: `U${index}`, conversation: `C${round}`, input: HEAVY };
          expect((await service.ask(sent)).text).toMatch(/194 ?g/);
          expect(await service.ask(sent)).toEqual({ kind: 'duplicate' });
          expect((await service.ask({ ...sent, event: `${event}:next`, input: 'and the 9c?' })).text).toMatch(/196 ?g/);
        }
    };
    const isAway = async (away: 0 | 1): Promise<void> => {
      for (const service of [one, other])
        await expect.poll(() => service.metric('answers_store_away'), { timeout: 10_000 }).toBe(away);
    };
    await askAll();

    redis.pause();
    await askAll();
    await isAway(1);
    redis.resume();
    await isAway(0);

    await redis.kill();
    await askAll();
    await isAway(1);
    expect(await one.metric('answers_store_alone_total{operation="claim"}')).toBeGreaterThan(0);
    await redis.restart();
    await isAway(0);

    await redis.command('CONFIG SET maxmemory 1');
    await askAll();
    await isAway(1);
    await redis.command('CONFIG SET maxmemory 0');
    await askAll();
    await isAway(0);

    await redis.command('FLUSHALL');
    await askAll();
    for (const service of [one, other]) {
      const told = service.lines.map(({ event }) => event);
      for (const event of ['store-away', 'store-back'])
        expect(told.filter((one) => one === event).length).toBeGreaterThan(2);
      expect(await service.end()).toBe(0);
      expect(await service.stderr).toBe('');
      expect(service.lines.filter(({ event }) => event === 'crashed' || event === 'failed')).toEqual([]);
    }
  });
});
