// What `npm run bench` prints: one table, and what one must know to read it.
import type { Counts } from './threshold.ts';

export type Timing = { readonly medianMs: number; readonly p99Ms: number; readonly slowestMs: number };
export type Row = {
  readonly name: string;
  readonly counts: Counts;
  readonly threshold?: number;
  readonly timing?: Timing;
  readonly buildMs?: number;
  readonly heapMb?: number;
};
export type Report = {
  readonly machine: { readonly cores: number; readonly model: string; readonly node: string; readonly load: number };
  readonly knowledge: { readonly version: string; readonly facts: number };
  readonly questions: { readonly all: number; readonly followUps: number };
  readonly rows: readonly Row[];
  /** Of ours, counting each question's fastest round only. */
  readonly calm: Timing;
  /** Of ours, for texts that nobody asks in earnest: each one's fastest round. */
  readonly bad: { readonly texts: number; readonly timing: Timing };
  readonly build: { readonly fromFilesMs: number; readonly fromCopyMs: number };
  readonly cold: {
    readonly question: string;
    readonly medianMs: number;
    readonly slowestMs: number;
    readonly times: number;
  };
  readonly seconds: number;
};

/** Of a list, the value that `share` of it does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const timingOf = (values: readonly number[]): Timing => ({
  medianMs: quantile(values, 0.5),
  p99Ms: quantile(values, 0.99),
  slowestMs: quantile(values, 1),
});

const HEADS = [
  '',
  'asked',
  'right',
  'wrong',
  'missed',
  'dumped',
  'uncited',
  'threshold',
  'median ms',
  'p99 ms',
  'build ms',
  'heap MB',
];

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;
const figure = (value: number | undefined, digits: number): string =>
  value === undefined ? '' : value.toFixed(digits);

function cells({ name, counts, threshold, timing, buildMs, heapMb }: Row): string[] {
  const share = (part: number): string => percent(part, counts.questions);
  return [
    name,
    `${counts.questions}`,
    share(counts.right),
    share(counts.wrong),
    share(counts.missed),
    share(counts.dumped),
    share(counts.uncited),
    threshold === undefined ? '' : Number.isFinite(threshold) ? threshold.toPrecision(3) : 'never',
    figure(timing?.medianMs, 3),
    figure(timing?.p99Ms, 2),
    figure(buildMs, 0),
    figure(heapMb, 1),
  ];
}

function drawTable(rows: readonly string[][]): string[] {
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const draw = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const [head = [], ...body] = rows;
  return [draw(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(draw)];
}

export function drawReport({ machine, knowledge, questions, rows, calm, bad, build, cold, seconds }: Report): string {
  return [
    `machine    ${machine.cores} cores (${machine.model}), Node ${machine.node}, load at the start ${machine.load.toFixed(2)}`,
    `knowledge  ${knowledge.version}, ${knowledge.facts} facts, each one sentence in English and one in Chinese for the baselines`,
    `questions  ${questions.all} golden ones, ${questions.followUps} of them with follow-ups (the baselines get those joined)`,
    '',
    ...drawTable([HEADS, ...rows.map(cells)]),
    '',
    'A baseline answers with its best sentence when that scores at least the threshold. The threshold is the one with the most',
    'right − 2 × wrong on the even-numbered questions; the row is about the odd-numbered ones. "Always": without a threshold.',
    '',
    `speed      ours: ${calm.medianMs.toFixed(3)} ms median, ${calm.p99Ms.toFixed(2)} ms p99, ${calm.slowestMs.toFixed(1)} ms slowest, counting each question's fastest of its rounds`,
    `bad input  ours: ${bad.timing.medianMs.toFixed(3)} ms median, ${bad.timing.p99Ms.toFixed(1)} ms p99, ${bad.timing.slowestMs.toFixed(1)} ms slowest of ${bad.texts} texts (naughty strings, and phrases repeated to 5,000 characters)`,
    `build      ours: ${build.fromFilesMs.toFixed(0)} ms from the files, ${build.fromCopyMs.toFixed(0)} ms from the compiled copy (medians of fresh processes)`,
    `cold start ${cold.medianMs.toFixed(0)} ms, median of ${cold.times} (slowest ${cold.slowestMs.toFixed(0)} ms): npm run --silent ask -- "${cold.question}"`,
    `took       ${seconds.toFixed(0)} s`,
  ].join('\n');
}
