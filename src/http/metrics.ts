// The figures of /metrics, in Prometheus's form.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '../chat/meter.ts';
import type { StoreEvents } from '../state/contract.ts';

/** In seconds: an answer takes well under a millisecond, a store a few, a fault tens of them. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

export type Metrics = {
  readonly meter: Meter;
  readonly store: StoreEvents;
  cache(hit: boolean): void;
  /** The knowledge was loaded, or could not be. */
  knowledge(loaded: boolean): void;
  text(): Promise<string>;
  readonly type: string;
};

/** Makes the counters. Labels are few and fixed: none holds what somebody wrote. */
export function openMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter<Label>({ name, help, labelNames, registers: [register] });
  const questions = counter('answers_questions_total', 'Questions, by what was asked and what came of it.', [
    'platform',
    'kind',
    'outcome',
  ]);
  const declined = counter('answers_declined_total', 'Questions that no source answers.', ['platform']);
  const limited = counter('answers_rate_limited_total', 'Questions beyond a limit.', ['platform', 'scope']);
  const feedback = counter('answers_feedback_total', 'Opinions on answers.', ['platform', 'helpful']);
  const cached = counter('answers_cache_total', 'Questions whose answer was kept, or was not.', ['result']);
  const knowledge = counter('answers_knowledge_loads_total', 'Loads of the knowledge.', ['result']);
  const failed = counter('answers_store_errors_total', 'Operations of the store that failed or took too long.', [
    'operation',
  ]);
  const alone = counter(
    'answers_store_alone_total',
    'Decisions that all replicas should share, taken by this process alone.',
    ['operation'],
  );
  const away = new Gauge({
    name: 'answers_store_away',
    help: '1 while the store cannot be used, or refuses to write.',
    registers: [register],
  });
  const latency = new Histogram({
    name: 'answers_latency_seconds',
    help: 'From a question to its answer, without the platform.',
    labelNames: ['platform'],
    buckets: BUCKETS,
    registers: [register],
  });
  return {
    meter: {
      asked({ platform, kind, outcome, seconds }) {
        questions.inc({ platform, kind, outcome });
        if (outcome === 'abstain') declined.inc({ platform });
        latency.observe({ platform }, seconds);
      },
      limited: (platform, scope) => limited.inc({ platform, scope }),
      feedback: (platform, helpful) => feedback.inc({ platform, helpful: String(helpful) }),
    },
    store: {
      failed: (operation) => failed.inc({ operation }),
      away: () => away.set(1),
      back: () => away.set(0),
      alone: (operation) => alone.inc({ operation }),
    },
    cache: (hit) => cached.inc({ result: hit ? 'hit' : 'miss' }),
    knowledge: (loaded) => knowledge.inc({ result: loaded ? 'loaded' : 'broken' }),
    text: () => register.metrics(),
    type: register.contentType,
  };
}
