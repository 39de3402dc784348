// What `npm run bench:lookup` prints: Markdown tables for the README, and what one must know to read them.

import type { Report } from './lookup-bench.ts';
import type { ClassResult, EngineName, Run } from './lookup-contract.ts';

/** What rests on fewer queries is shown in brackets. */
const FEW = 20;
const NEAR = 'near ones of a mistyped digit';

/** Three figures that matter, not more: 0.0041, 0.62, 18.5, 1,920. */
export function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(2)).toString();
}
/** In percent; 100 only where nothing was missed. */
function percent(share: number): string {
  const shown = (100 * share).toFixed(1);
  return share < 1 && shown === '100.0' ? '99.9' : shown.replace(/\.0$/, '');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(heads),
  row(heads.map((_, column) => (column === 0 ? '---' : '---:'))),
  ...rows.map(row),
];

const asked = ({ classes }: Run): string => {
  const counts = classes.map((one) => one.asked);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? `${least}` : `${least}–${most}`;
};
/** The near ones are a question of their own, which only ours answers. */
const plain = ({ classes }: Run): ClassResult[] => classes.filter(({ name, asked }) => name !== NEAR && asked > 0);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** One size: what an engine costs, and how it does on the whole. */
function overview(runs: readonly Run[]): string[] {
  return table(
    [
      'engine',
      'build s',
      'CPU s',
      'MB',
      'asked per class',
      'median ms',
      'worst p99 ms',
      'top-1 %, mean',
      'top-1 %, worst class',
    ],
    runs.map((run) => {
      const classes = plain(run);
      const shares = classes.map(({ top1 }) => top1);
      return [
        run.label,
        figure(run.buildMs / 1000),
        figure(run.buildCpuMs / 1000),
        figure(run.memoryMb),
        asked(run),
        figure(mean(classes.map(({ medianMs }) => medianMs))),
        figure(Math.max(...classes.map(({ p99Ms }) => p99Ms))),
        percent(mean(shares)),
        percent(Math.min(...shares)),
      ];
    }),
  );
}

function byClass(runs: readonly Run[], cell: (result: ClassResult) => string): string[] {
  const names = runs[0]?.classes.map(({ name }) => name) ?? [];
  return table(
    ['class', ...runs.map(({ label }) => label)],
    names.map((name) => [
      name,
      ...runs.map((run) => {
        const result = run.classes.find((one) => one.name === name);
        if (!result || result.asked === 0 || (name === NEAR && run.engine !== 'ours')) return '';
        const shown = cell(result);
        return result.asked < FEW ? `(${shown})` : shown;
      }),
    ]),
  );
}

/** How the time of a class grows from one size to another: the exponent of the number of products. */
const growth = (small: ClassResult, large: ClassResult, ratio: number): number =>
  Math.log(large.medianMs / small.medianMs) / Math.log(ratio);

function growthOf(runs: readonly Run[], engine: EngineName): string {
  const own = runs.filter((run) => run.engine === engine && run.size >= 1000);
  const [small, large] = [own[0], own.at(-1)];
  if (!small || !large || small === large) return '';
  const exponents = plain(large).flatMap((result) => {
    const same = small.classes.find(({ name }) => name === result.name);
    return same ? [growth(same, result, large.size / small.size)] : [];
  });
  return `${large.label} N^${Math.min(...exponents).toFixed(2)} to N^${Math.max(...exponents).toFixed(2)}`;
}

export function drawLookupReport({ machine, load, runs, seconds }: Report): string {
  const sizes = [...new Set(runs.map(({ size }) => size))];
  const lines = [
    `A value in brackets rests on fewer than ${FEW} queries: who is slow is asked less. Every engine gets the same queries in the same order.`,
    '',
    `${machine}; load ${load.map((value) => value.toFixed(1)).join(' before, ')} after; took ${Math.round(seconds)} s.`,
  ];
  for (const size of sizes) {
    const own = runs.filter((run) => run.size === size);
    lines.push('', `### ${size.toLocaleString('en')} products, ${own[0]?.names.toLocaleString('en')} names`, '');
    lines.push(...overview(own));
    lines.push('', 'Top-1 / top-5 in percent:', '');
    lines.push(...byClass(own, ({ top1, top5 }) => `${percent(top1)} / ${percent(top5)}`));
    lines.push('', 'Median / p99 in ms:', '');
    lines.push(...byClass(own, ({ medianMs, p99Ms }) => `${figure(medianMs)} / ${figure(p99Ms)}`));
  }
  const engines = [...new Set(runs.map(({ engine }) => engine))];
  const grown = engines.map((engine) => growthOf(runs, engine)).filter((text) => text !== '');
  if (grown.length > 0)
    lines.push('', `How the median of a class grows with the number of products, least to most: ${grown.join('; ')}.`);
  lines.push('', 'Settings:', '');
  for (const { label, settings } of runs.filter(({ size }) => size === sizes[0])) lines.push(`- ${label}: ${settings}`);
  return lines.join('\n');
}
