// One run of the bench: the bot and plain libraries on the same facts and the same questions.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGolden } from '../src/cli/golden.ts';
import type { Golden } from '../src/cli/verdict.ts';
import { readConfig } from '../src/config.ts';
import { type Asked, DECLINED, type Language, type Run, type SystemName } from './contract.ts';
import { hostileQuestions } from './hostile.ts';
import { BenchError, coldStarts, runChild } from './processes.ts';
import { quantile, type Report, type Row, timingOf } from './report.ts';
import { bestThreshold, countFrom, type Pair } from './threshold.ts';

const BASELINES = { minisearch: 'MiniSearch', fuse: 'fuse.js', nlp: 'node-nlp (NLP.js)' } as const;
const BUILDS = 3;
const COLD_STARTS = 5;

/** The language of the sentences that a baseline searches; what is neither English nor Chinese is asked of the English ones. */
const languageOf = (text: string): Language =>
  /\p{Script=Han}/u.test(text) && !/[\u3040-\u30ff]/.test(text) ? 'zh' : 'en';

const asked = ({ id, turns }: Golden): Asked => ({ id, turns, language: languageOf(turns.join(' ')) });

/** Numbered from zero, in the order of the files. */
const odd = <T>(items: readonly T[]): T[] => items.filter((_, index) => index % 2 === 1);
const even = <T>(items: readonly T[]): T[] => items.filter((_, index) => index % 2 === 0);

const pairsOf = (golden: readonly Golden[], { replies }: Run): Pair[] =>
  golden.flatMap((question, index) => {
    const reply = replies[index];
    return reply ? [{ golden: question, reply }] : [];
  });

function rowsOfOurs(golden: readonly Golden[], run: Run): Row[] {
  const pairs = pairsOf(golden, run);
  const { buildMs, heapMb } = run;
  return [
    { name: 'ours, all questions', counts: countFrom(pairs), timing: timingOf(run.rounds.flat()), buildMs, heapMb },
    { name: 'ours, odd questions', counts: countFrom(odd(pairs)) },
  ];
}

function rowsOfBaseline(name: string, golden: readonly Golden[], run: Run): Row[] {
  const pairs = pairsOf(golden, run);
  const threshold = bestThreshold(even(pairs));
  const { buildMs, heapMb } = run;
  return [
    {
      name: `${name}, odd`,
      counts: countFrom(odd(pairs), threshold),
      threshold,
      timing: timingOf(run.rounds.flat()),
      buildMs,
      heapMb,
    },
    { name: `${name}, odd, always`, counts: countFrom(odd(pairs)) },
  ];
}

const never = (golden: readonly Golden[]): Row => ({
  name: 'never answering, odd',
  counts: countFrom(odd(golden).map((question) => ({ golden: question, reply: DECLINED }))),
});

/** Each question at its fastest round: what is left is the question's own, not the machine's or the collector's. */
const fastest = ([first = [], ...rounds]: Run['rounds']): number[] =>
  first.map((value, index) => Math.min(value, ...rounds.map((round) => round[index] ?? value)));

/** A question that a person might start with: the first with one turn and an answer. */
const firstPlain = (golden: readonly Golden[]): string =>
  golden.find(({ turns, expect }) => turns.length === 1 && expect.kind === 'answer')?.turns[0] ?? '';

/**
 * Measures everything; `progress` hears what is under way.
 * @throws BenchError when a measured process fails, or the knowledge changes meanwhile
 */
export async function bench(progress: (doing: string) => void): Promise<Report> {
  const began = performance.now();
  const load = loadavg()[0] ?? 0;
  const golden = readGolden();
  const questions = golden.map(asked);
  const [knowledge = ''] = readConfig().knowledge;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const shared = join(folder, 'cache');
  const build = async (cache: string): Promise<number> =>
    (await runChild({ system: 'ours', knowledge, cache, questions: [] })).buildMs;
  const run = (system: SystemName): Promise<Run> => {
    progress(system);
    return runChild({ system, knowledge, cache: shared, questions });
  };
  try {
    progress('building');
    const fromFiles: number[] = [];
    for (let time = 0; time < BUILDS; time++) fromFiles.push(await build(join(folder, `fresh-${time}`)));
    await build(shared);
    const fromCopy: number[] = [];
    for (let time = 0; time < BUILDS; time++) fromCopy.push(await build(shared));
    const ours = await run('ours');
    const rows = rowsOfOurs(golden, ours);
    for (const system of ['minisearch', 'fuse', 'nlp'] as const) {
      const measured = await run(system);
      if (measured.knowledgeVersion !== ours.knowledgeVersion)
        throw new BenchError('the knowledge changed during the run: run it again');
      rows.push(...rowsOfBaseline(BASELINES[system], golden, measured));
    }
    progress('bad input');
    const hostile = hostileQuestions();
    const bad = await runChild({ system: 'ours', knowledge, cache: shared, questions: hostile });
    progress('cold starts');
    const question = firstPlain(golden);
    const cold = await coldStarts(question, COLD_STARTS);
    return {
      machine: { cores: availableParallelism(), model: cpus()[0]?.model ?? 'unknown', node: process.version, load },
      knowledge: { version: ours.knowledgeVersion, facts: ours.size },
      questions: { all: golden.length, followUps: golden.filter(({ turns }) => turns.length > 1).length },
      rows: [...rows, never(golden)],
      calm: timingOf(fastest(ours.rounds)),
      bad: { texts: hostile.length, timing: timingOf(fastest(bad.rounds)) },
      build: { fromFilesMs: quantile(fromFiles, 0.5), fromCopyMs: quantile(fromCopy, 0.5) },
      cold: { question, times: COLD_STARTS, medianMs: quantile(cold, 0.5), slowestMs: quantile(cold, 1) },
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
