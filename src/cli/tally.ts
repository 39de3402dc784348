// Counts verdicts: in all, and by kind and tag.
import type { Golden, Verdict } from './verdict.ts';

export type Count = { readonly questions: number; readonly right: number; readonly wrong: number };
export type Outcome = {
  readonly golden: Golden;
  readonly verdict: Verdict;
  readonly kind: string;
  readonly text: string;
};

/** At least this share must be right … */
export const LEAST_RIGHT = 0.97;
/** … and at most this share wrong. */
export const MOST_WRONG = 0.01;

const count = (outcomes: readonly Outcome[]): Count => ({
  questions: outcomes.length,
  right: outcomes.filter(({ verdict }) => verdict.verdict === 'right').length,
  wrong: outcomes.filter(({ verdict }) => verdict.verdict === 'wrong').length,
});

/** All verdicts together. */
export function tally(outcomes: readonly Outcome[]) {
  const verdicts = Object.groupBy(outcomes, ({ verdict }) => verdict.verdict);
  const { questions, right, wrong } = count(outcomes);
  const others = {
    missed: verdicts.missed?.length ?? 0,
    dumped: verdicts.dumped?.length ?? 0,
    uncited: verdicts.uncited?.length ?? 0,
  };
  return { questions, right, wrong, ...others };
}

/** Counts by a property of the questions, the weakest first. */
export function tallyBy(
  outcomes: readonly Outcome[],
  groupsOf: (golden: Golden) => readonly string[],
): [string, Count][] {
  const groups = Map.groupBy(
    outcomes.flatMap((outcome) => groupsOf(outcome.golden).map((group) => ({ group, outcome }))),
    ({ group }) => group,
  );
  const counts = [...groups].map(([group, members]): [string, Count] => [
    group,
    count(members.map(({ outcome }) => outcome)),
  ]);
  const share = ({ right, questions }: Count): number => right / questions;
  return counts.sort(([a, left], [b, right]) => share(left) - share(right) || (a < b ? -1 : 1));
}

/** Whether enough is right and little enough wrong. */
export const isGoodEnough = ({ questions, right, wrong }: Count): boolean =>
  right >= LEAST_RIGHT * questions && wrong <= MOST_WRONG * questions;
