// Drives one target for some seconds, and counts every answer against the request that was accepted.
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { Counts, Figures, Target } from './contract.ts';
import type { Deliveries } from './deliveries.ts';

/** Requests under way at once. */
const CONNECTIONS = 16;
/** Answers that come later than this after the last request are lost; in milliseconds. */
const PATIENCE = 4_000;
/** What Discord's answer to a command begins with: it stands in the response itself. */
const ANSWER = '{"type":4,';

export type DriveOptions = {
  readonly target: Target;
  readonly deliveries: Deliveries;
  readonly counts: () => Promise<Counts>;
  /** In seconds. */
  readonly duration: number;
  /** Requests a second; absent, as many as there are answers. */
  readonly rate?: number;
};

/** Waits until every name came; what has come so often is counted. */
async function answersTo(accepted: ReadonlySet<string>, counts: () => Promise<Counts>): Promise<Map<string, number>> {
  const came = new Map<string, number>();
  const until = performance.now() + PATIENCE;
  let open = accepted.size;
  while (open > 0 && performance.now() < until) {
    for (const id of (await counts()).answered) {
      const times = (came.get(id) ?? 0) + 1;
      came.set(id, times);
      if (times === 1 && accepted.has(id)) open--;
    }
    if (open > 0) await pause(50);
  }
  return came;
}

/** Drives it. */
export async function drive({ target, deliveries, counts, duration, rate }: DriveOptions): Promise<Figures> {
  const accepted = new Set<string>();
  const bodies = new Map<string, number>();
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
          if (body.startsWith(ANSWER)) bodies.set(id, 1);
        },
      },
    ],
  });
  const answers = target.platform === 'slack' ? await answersTo(accepted, counts) : bodies;
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
