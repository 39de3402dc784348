// One size of pack in a process of its own: how long a start takes, and each kind of question.
import { allCommands } from '../commands/all.ts';
import { createBot } from '../src/bot/bot.ts';
import { openKnowledge } from '../src/bot/open.ts';
import { type Made, randomFrom } from './packs-make.ts';

export type PacksOrder = {
  readonly folders: readonly string[];
  readonly cache: string;
  readonly made: readonly Made[];
  /** Questions about what the project's own knowledge holds. */
  readonly golden: readonly string[];
  readonly seed: number;
};
export type Spread = { readonly medianMs: number; readonly p99Ms: number; readonly calmP99Ms: number };
export type PacksRun = {
  readonly startMs: number;
  readonly facts: number;
  readonly rssMb: number;
  readonly free?: Spread;
  readonly many?: Spread;
};

const ROUNDS = 4;
const ABOUT = 150;

/** Questions about many: filters, superlatives, orders, counts. */
const MANY = [
  'phones with nfc and a headphone jack since 2021, biggest battery first',
  'which phone has the biggest battery',
  'lightest phone with nfc',
  'phones over 5500 mah',
  'how many phones have nfc',
  'which redmi phones weigh under 160 g',
  'poco phones with 5g sorted by weight',
  'phones with an amoled screen',
  'newest phone with a headphone jack',
  'phones with at least 512 GB storage before 2018',
  '2021年以后支持NFC的手机，按电池从大到小排序',
];

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
    // The first round finds everything cold; it is not counted.
    const all: number[] = [];
    const calm = new Map<string, number>();
    for (let round = 0; round <= ROUNDS; round++)
      for (const input of questions) {
        const asked = performance.now();
        await bot.ask({ input });
        const took = performance.now() - asked;
        if (round === 0) continue;
        all.push(took);
        calm.set(input, Math.min(calm.get(input) ?? Number.POSITIVE_INFINITY, took));
      }
    const sorted = all.sort((a, b) => a - b);
    const calmest = [...calm.values()].sort((a, b) => a - b);
    return { medianMs: at(sorted, 0.5), p99Ms: at(sorted, 0.99), calmP99Ms: at(calmest, 0.99) };
  };
  const asks =
    made.length > 0 ? { free: await spread([...freeText(made, seed), ...golden]), many: await spread(MANY) } : {};
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
