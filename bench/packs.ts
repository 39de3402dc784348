// Measures the bot with synthetic packs of growing size: start-up from files and from the compiled copy, and questions.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGolden } from '../src/cli/golden.ts';
import { readConfig } from '../src/config.ts';
import type { PacksOrder, PacksRun, Spread } from './packs-child.ts';
import { makePack } from './packs-make.ts';
import { BenchError } from './processes.ts';

const SEED = 42;
/** So many of the project's own questions are asked as well. */
const GOLDEN = 300;

export type PacksRow = PacksRun & { readonly products: number; readonly compileMs: number };

async function runChild(order: PacksOrder): Promise<PacksRun> {
  const child = fork(join(import.meta.dirname, 'packs-child.ts'), {
    execArgv: ['--max-old-space-size=8192'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let run: PacksRun | undefined;
  child.on('message', (message) => {
    run = message as PacksRun;
  });
  child.send(order);
  const [code] = await once(child, 'exit');
  if (!run || code !== 0) throw new BenchError(`the process that measures packs ended with code ${code}`);
  return run;
}

/**
 * Measures each size in two fresh processes: one that compiles, one that starts from the copy and is asked.
 * @throws BenchError when a measured process fails
 */
export async function benchPacks(sizes: readonly number[], progress: (doing: string) => void): Promise<PacksRow[]> {
  const [knowledge = ''] = readConfig().knowledge;
  const golden = readGolden()
    .slice(0, GOLDEN)
    .map(({ turns }) => turns[0] as string);
  const folder = mkdtempSync(join(tmpdir(), 'bench-packs-'));
  const rows: PacksRow[] = [];
  try {
    for (const products of sizes) {
      progress(`${products} products`);
      const pack = join(folder, `made-${products}`);
      const made = makePack(pack, products, SEED);
      // As many as are asked about: the rest would only travel.
      const some = made.filter((_, place) => place % Math.ceil(made.length / 1000) === 0);
      const order = { folders: [knowledge, pack], cache: join(folder, 'cache'), golden, seed: SEED };
      const { startMs: compileMs } = await runChild({ ...order, made: [] });
      rows.push({ ...(await runChild({ ...order, made: some })), products, compileMs });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

/** The measurements as a Markdown table. */
export function drawPacks(rows: readonly PacksRow[]): string {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  const spread = (one: Spread | undefined): string =>
    one
      ? `${one.medianMs.toFixed(2)} / ${one.p99Ms.toFixed(1)} (${one.calmP99Ms.toFixed(1)}) / ${one.coldMs.toFixed(0)} ms`
      : '';
  return [
    '| products | facts | from files, once | start | memory | free text: median / p99 (calm) / first time | about many: median / p99 (calm) / first time |',
    '|---|---|---|---|---|---|---|',
    ...rows
      .map(({ products, facts, compileMs, startMs, rssMb, free, many }) =>
        [products, facts, seconds(compileMs), seconds(startMs), `${rssMb} MB`, spread(free), spread(many)].join(' | '),
      )
      .map((cells) => `| ${cells} |`),
    '',
    '"Calm" counts each question’s fastest of four rounds only: what the machine does besides is left out.',
    '"First time" is the slowest of all questions when nobody had asked it since the start.',
    ...rows.flatMap(({ products, many }) =>
      many ? [`Slowest about many at ${products} products: ${many.slowest}`] : [],
    ),
  ].join('\n');
}
