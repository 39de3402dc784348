// One size of pack in a process of its own: how long a start takes, and each kind of question.
import { allCommands } from '../commands/all.ts';
import { createBot } from '../src/bot/bot.ts';
import { openKnowledge } from '../src/bot/open.ts';
import { type Made, randomFrom } from './packs-make.ts';
import { ABOUT_MANY } from './packs-questions.ts';

export type PacksOrder = {
  readonly folders: readonly string[];
  readonly cache: string;
  readonly made: readonly Made[];
  /** Questions about what the project's own knowledge holds. */
  readonly golden: readonly string[];
  readonly seed: number;
};
export type Spread = {
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly calmP99Ms: number;
  /** Of all questions asked for the first time, the slowest. */
  readonly coldMs: number;
  /** The question whose fastest round took the longest. */
  readonly slowest: string;
};
export type PacksRun = {
  readonly startMs: number;
  readonly facts: number;
  readonly rssMb: number;
  readonly free?: Spread;
  readonly many?: Spread;
};

const ROUNDS = 4;
const ABOUT = 150;

function freeText(made: readonly Made[], seed: number): string[] {
  const random = randomFrom(seed);
  const one = (): Made => made[Math.floor(random() * made.length)] as Made;
  return Array.from({ length: ABOUT }, () => [
    `how big is the battery of the ${one().name}`,
    `${one().name.toLowerCase()} screen`,
    `what is ${one().codename}`,
    `which phone is ${one().model}`,
    `${one().name} vs ${one().name} battery`,
    `does the ${one().name} have nfc`,
  ]).flat();
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

async function measure({ folders, cache, made, golden, seed }: PacksOrder): Promise<PacksRun> {
  const began = performance.now();
  const opened = await openKnowledge(folders, cache);
  const bot = createBot({ opened, commands: allCommands });
  const startMs = performance.now() - began;
  const spread = async (questions: readonly string[]): Promise<Spread> => {
    // The first round finds everything cold; it is counted by itself.
    const all: number[] = [];
    const calm = new Map<string, number>();
    let coldMs = 0;
    for (let round = 0; round <= ROUNDS; round++)
      for (const input of questions) {
        const asked = performance.now();
        await bot.ask({ input });
        const took = performance.now() - asked;
        if (round === 0) {
          coldMs = Math.max(coldMs, took);
          continue;
        }
        all.push(took);
        calm.set(input, Math.min(calm.get(input) ?? Number.POSITIVE_INFINITY, took));
      }
    const sorted = all.sort((a, b) => a - b);
    const calmest = [...calm].sort(([, a], [, b]) => a - b);
    return {
      medianMs: at(sorted, 0.5),
      p99Ms: at(sorted, 0.99),
      calmP99Ms: at(
        calmest.map(([, took]) => took),
        0.99,
      ),
      coldMs,
      slowest: calmest.at(-1)?.[0] ?? '',
    };
  };
  const asks =
    made.length > 0 ? { free: await spread([...freeText(made, seed), ...golden]), many: await spread(ABOUT_MANY) } : {};
  return {
    startMs,
    facts: opened.knowledge.facts.length,
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
    ...asks,
  };
}

process.once('message', (order) => {
  measure(order as PacksOrder).then(
    (run) => process.send?.(run, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
