// Drives one target for some seconds, and counts every answer against the request that was accepted.
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { Counts, Figures, Target } from './contract.ts';
import type { Deliveries } from './deliveries.ts';

/** Requests under way at once. */
const CONNECTIONS = 16;
/** Answers that come later than this after the last request are lost; in milliseconds. */
const PATIENCE = 4_000;
/** Between two looks at what came; in milliseconds. */
const SETTLED = 100;
/** An answer in the response itself: Discord's has this type, Slack's a text where an acknowledgement alone has none. */
const ANSWER = { discord: '{"type":4,', slack: '"text":"' } as const;

export type DriveOptions = {
  readonly target: Target;
  readonly deliveries: Deliveries;
  readonly counts: () => Promise<Counts>;
  /** In seconds. */
  readonly duration: number;
  /** Requests a second; absent, as many as there are answers. */
  readonly rate?: number;
};

/**
 * Waits until every name came, in a response or at the counterpart, and counts how often. What was answered in the response is looked for
 * at the counterpart all the same, once more after the last: an answer that comes there, too, is one too many.
 */
async function answersTo(
  accepted: ReadonlySet<string>,
  responded: ReadonlySet<string>,
  counts: () => Promise<Counts>,
): Promise<Map<string, number>> {
  const came = new Map([...responded].map((id) => [id, 1]));
  const until = performance.now() + PATIENCE;
  for (let complete = false; ; ) {
    for (const id of (await counts()).answered) came.set(id, (came.get(id) ?? 0) + 1);
    if (complete || performance.now() > until) return came;
    complete = [...accepted].every((id) => came.has(id));
    await pause(SETTLED);
  }
}

/** Drives it. */
export async function drive({ target, deliveries, counts, duration, rate }: DriveOptions): Promise<Figures> {
  const accepted = new Set<string>();
  const responded = new Set<string>();
  await counts();
  const before = await target.cpu();
  const result = await autocannon({
    url: target.urls,
    connections: CONNECTIONS,
    duration,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [
      {
        setupRequest(request, context) {
          const { id, path, body, headers } = deliveries[target.platform](target.again);
          context.id = id;
          return { ...request, method: 'POST', path, body, headers };
        },
        onResponse(status, body, { id = '' }) {
          if (status < 200 || status > 299) return;
          accepted.add(id);
          if (body.includes(ANSWER[target.platform])) responded.add(id);
        },
      },
    ],
  });
  const answers = await answersTo(accepted, responded, counts);
  const used = (await target.cpu()) - before;
  return {
    rate: accepted.size / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
    accepted: accepted.size,
    lost: [...accepted].filter((id) => !answers.has(id)).length,
    doubled: [...answers.values()].filter((times) => times > 1).length,
    cpu: (used * 1000) / Math.max(accepted.size, 1),
  };
}
