// Asks one engine everything, the classes in turn, and judges and times each reply.
import type { ClassResult, Reply, Searcher } from './lookup-contract.ts';
import type { Query, QueryClass } from './lookup-queries.ts';
import { quantile } from './report.ts';

const WANTED = 5;
/** Of each class, this share of the queries is asked once before the clock starts, where that is soon done. */
const WARM_UP = 0.2;
const WARM_UP_SECONDS = 2;

const ask = (searcher: Searcher, { typed, ask: how }: Query): Reply =>
  (how === 'near' ? searcher.near : searcher[how])?.call(searcher, typed, WANTED) ?? [];

/** Is the first reply right, and is a right one among the five? Where no product is meant, right is to decline. */
export function judge(query: Query, reply: Reply): { readonly first: boolean; readonly five: boolean } {
  if (query.unknown) return { first: reply.length === 0, five: reply.length === 0 };
  return {
    first: reply[0] !== undefined && query.isRight(reply[0]),
    five: reply.some((product) => query.isRight(product)),
  };
}

/** Everything is asked so often where there is time; of each query the middle of its times counts: the machine is shared. */
const ROUNDS = 3;
const middle = (times: readonly number[]): number => quantile(times, 0.5);

/** Who is so slow that not even one round is done after this many times the seconds is stopped within it. */
const PATIENCE = 3;

/** @param seconds when this is over, the round through the classes that is under way is the last */
export function measure(searcher: Searcher, classes: readonly QueryClass[], seconds: number): ClassResult[] {
  const warmUntil = performance.now() + Math.min(WARM_UP_SECONDS, seconds / 5) * 1000;
  const most = Math.max(...classes.map(({ queries }) => queries.length));
  for (let at = 0; at < most * WARM_UP && performance.now() < warmUntil; at++)
    for (const { queries } of classes) {
      const query = queries[queries.length - 1 - at];
      if (query && performance.now() < warmUntil) ask(searcher, query);
    }
  const until = performance.now() + seconds * 1000;
  const stop = performance.now() + seconds * PATIENCE * 1000;
  const results = classes.map(() => ({ asked: 0, first: 0, five: 0, times: [] as number[][] }));
  for (let round = 0; round < ROUNDS; round++)
    for (let at = 0; at < most && ((round === 0 && at === 0) || performance.now() < until); at++)
      classes.forEach(({ queries }, index) => {
        const query = queries[at];
        const result = results[index];
        if (!query || !result || performance.now() > stop) return;
        const began = performance.now();
        const reply = ask(searcher, query);
        const taken = performance.now() - began;
        if (round > 0) {
          result.times[at]?.push(taken);
          return;
        }
        const { first, five } = judge(query, reply);
        result.times.push([taken]);
        result.asked += 1;
        result.first += first ? 1 : 0;
        result.five += five ? 1 : 0;
      });
  return results.map(({ asked, first, five, times }, index) => ({
    name: classes[index]?.name ?? '',
    asked,
    top1: first / asked,
    top5: five / asked,
    medianMs: quantile(times.map(middle), 0.5),
    p99Ms: quantile(times.map(middle), 0.99),
  }));
}
