// Replicas of the program with its real adapters on one Redis, Slack's Web API before them, and Slack's way of delivering.
import { bodyOf, type Delivery, SIGNING_SECRET, signed } from '../adapters/slack/deliveries.ts';
import { openWebApi, type WebApi } from '../adapters/slack/web-api.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { startTestService, type TestService } from './service.ts';

/** These tests are about many replicas, not about a slow store: a busy machine must not look like one. In milliseconds. */
const PATIENCE = 20_000;
export const TEAM = 'T000000001';

export type Replicas = {
  readonly api: WebApi;
  readonly redis: TestRedis;
  readonly services: readonly TestService[];
  close(): Promise<void>;
};

export type ReplicaOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node. */
  readonly node?: readonly string[];
};

/** Starts them. */
export async function startReplicas(count: number, { env = {}, node = [] }: ReplicaOptions = {}): Promise<Replicas> {
  const redis = await startRedis();
  const api = await openWebApi(new Map());
  api.always('auth.test', () => ({ body: { ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: TEAM } }));
  api.always('chat.postMessage', ({ args }) => ({
    body: { ok: true, channel: args.channel, ts: '1790000000.000100' },
  }));
  api.always('chat.postEphemeral', () => ({ body: { ok: true, message_ts: '1790000000.000100' } }));
  const settings = {
    STORE_URL: redis.url,
    SLACK_BOT_TOKEN: 'xoxb-1-loopback',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: api.url,
    ...env,
  };
  const services = await Promise.all(
    Array.from({ length: count }, () => startTestService(settings, PATIENCE, ['platform-program.ts', ...node])),
  );
  // A service is there with its first adapter.
  if (env.DISCORD_PUBLIC_KEY) await Promise.all(services.map((service) => service.heard('adapter-started')));
  return {
    api,
    redis,
    services,
    async close() {
      for (const service of services) await service.end('SIGKILL');
      await redis.kill();
      await api.close();
    },
  };
}

/** Delivers as Slack does. @param nth time, counted from 0. @returns whether it was acknowledged: if not, Slack comes again */
export const deliver = async (service: TestService, delivery: Delivery, nth = 0, secret = SIGNING_SECRET) =>
  (await acknowledgement(service, delivery, nth, secret)) !== undefined;

/** As `deliver`. @returns what it was acknowledged with */
export async function acknowledgement(
  { port }: TestService,
  delivery: Delivery,
  nth = 0,
  secret = SIGNING_SECRET,
): Promise<string | undefined> {
  const { body, contentType } = bodyOf(delivery);
  const again = nth > 0 ? { 'x-slack-retry-num': String(nth), 'x-slack-retry-reason': 'http_error' } : {};
  try {
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': contentType, ...signed(body, undefined, secret), ...again },
      body,
    });
    const text = await response.text();
    return response.ok ? text : undefined;
  } catch {
    return undefined; // the replica is gone
  }
}
