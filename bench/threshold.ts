// Chooses from which score on a baseline answers: what is best on one half of the questions is reported on the other.
import { type Golden, judge } from '../src/cli/verdict.ts';
import { DECLINED, type Reply } from './contract.ts';

/** How a wrong answer weighs against a right one. */
const COST_OF_WRONG = 2;

const verdicts = ['right', 'wrong', 'missed', 'dumped', 'uncited'] as const;
export type Counts = Readonly<Record<(typeof verdicts)[number] | 'questions' | 'answered', number>>;

/** A question with what was said to it. */
export type Pair = { readonly golden: Golden; readonly reply: Reply };

/** Verdicts when only replies with at least `threshold` are given. */
export function countFrom(pairs: readonly Pair[], threshold = Number.NEGATIVE_INFINITY): Counts {
  const given = pairs.map(({ golden, reply }) => ({ golden, reply: reply.score >= threshold ? reply : DECLINED }));
  const judged = given.map(({ golden, reply }) => judge(golden, reply).verdict);
  const count = Object.fromEntries(verdicts.map((name) => [name, judged.filter((verdict) => verdict === name).length]));
  const answered = given.filter(({ reply }) => reply.kind !== 'abstain').length;
  return { ...(count as Record<(typeof verdicts)[number], number>), questions: pairs.length, answered };
}

const worth = ({ right, wrong }: Counts): number => right - COST_OF_WRONG * wrong;

/** The threshold with the most right − 2 × wrong; of equals the highest. Infinity: best is never to answer. */
export function bestThreshold(pairs: readonly Pair[]): number {
  const scores = [...new Set(pairs.map(({ reply }) => reply.score))].sort((a, b) => b - a);
  let best = { threshold: Number.POSITIVE_INFINITY, worth: worth(countFrom(pairs, Number.POSITIVE_INFINITY)) };
  for (const threshold of scores) {
    const value = worth(countFrom(pairs, threshold));
    if (value > best.worth) best = { threshold, worth: value };
  }
  return best.threshold;
}
