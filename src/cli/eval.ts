// `npm run eval`: asks the golden questions; prints the accuracy by kind and tag, and every miss. Exits 1 when below the bar.
import { parseArgs } from 'node:util';
import { plainText } from '../answer.ts';
import type { Bot } from '../bot/contract.ts';
import { failure } from './failure.ts';
import { GoldenError, type PlacedGolden, readGolden } from './golden.ts';
import { openBot } from './open-bot.ts';
import { type Count, isGoodEnough, LEAST_RIGHT, MOST_WRONG, type Outcome, tally, tallyBy } from './tally.ts';
import { judge } from './verdict.ts';

const USAGE = `Usage: npm run eval -- [--only TEXT] [--json]

  --only TEXT   only the questions whose file, tag or id contains TEXT
  --json        print counts and misses as JSON
`;

async function askGolden(bot: Bot, golden: PlacedGolden): Promise<Outcome> {
  const conversation = `eval:${golden.id}`;
  for (const input of golden.turns.slice(0, -1)) await bot.ask({ input, conversation });
  const answer = await bot.ask({ input: golden.turns.at(-1) ?? '', conversation });
  const text = plainText(answer);
  return {
    golden,
    verdict: judge(golden, { kind: answer.kind, text, sources: answer.sources }),
    kind: answer.kind,
    text,
  };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

function drawMiss({ golden: { id, turns, expect, reason }, verdict, kind, text }: Outcome): string {
  return [
    `${verdict.verdict.padEnd(7)} ${id}  ${turns.join(' → ')}`,
    `        expected ${expect.kind}: ${reason}`,
    `        said ${kind}: ${text.replace(/\s+/g, ' ').slice(0, 200)}`,
    `        ${verdict.why}`,
  ].join('\n');
}

const drawCounts = (title: string, counts: readonly [string, Count][]): string[] => [
  `${title.padEnd(18)}     n   right  wrong`,
  ...counts.map(
    ([name, { questions, right, wrong }]) =>
      `${name.padEnd(18)} ${String(questions).padStart(5)}  ${percent(right, questions).padStart(6)} ${String(wrong).padStart(6)}`,
  ),
  '',
];

function print(outcomes: readonly Outcome[], asJson: boolean): void {
  const misses = outcomes
    .filter(({ verdict }) => verdict.verdict !== 'right')
    .sort((a, b) => b.verdict.verdict.localeCompare(a.verdict.verdict));
  const total = tally(outcomes);
  const kinds = tallyBy(outcomes, ({ expect }) => [expect.kind]);
  const tags = tallyBy(outcomes, (golden) => golden.tags);
  if (asJson) {
    const missed = misses.map(({ golden, verdict, kind, text }) => ({ ...golden, ...verdict, kind, text }));
    console.log(
      JSON.stringify(
        { ...total, kinds: Object.fromEntries(kinds), tags: Object.fromEntries(tags), misses: missed },
        null,
        2,
      ),
    );
    return;
  }
  const { questions, right, wrong, missed, dumped, uncited } = total;
  for (const line of [...misses.map(drawMiss), '', ...drawCounts('kind', kinds), ...drawCounts('tag', tags)])
    console.log(line);
  console.log(
    `right ${right}/${questions} (${percent(right, questions)})  wrong ${wrong} (${percent(wrong, questions)})  missed ${missed}  dumped ${dumped}  uncited ${uncited}`,
  );
  if (!isGoodEnough(total))
    console.log(`below the bar: at least ${100 * LEAST_RIGHT}% right, at most ${100 * MOST_WRONG}% wrong`);
}

async function run(only: string, asJson: boolean): Promise<void> {
  const chosen = readGolden().filter(({ id, file, tags }) => [id, file, ...tags].some((name) => name.includes(only)));
  if (chosen.length === 0) throw new GoldenError(`no golden question has "${only}" in its file, tag or id`);
  const { bot } = await openBot();
  const outcomes: Outcome[] = [];
  for (const golden of chosen) outcomes.push(await askGolden(bot, golden));
  print(outcomes, asJson);
  process.exitCode = isGoodEnough(tally(outcomes)) ? 0 : 1;
}

try {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) process.stdout.write(USAGE);
  else await run(values.only ?? '', values.json ?? false);
} catch (error) {
  const misuse = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(
    misuse ? `${error.message}\n\n${USAGE}` : error instanceof GoldenError ? error.message : failure(error),
  );
  process.exitCode = misuse ? 2 : 1;
}
