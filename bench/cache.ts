// `npm run bench:cache`: what an answer costs that is made anew, kept in this process, or kept in Redis. Argument: redis://…
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allCommands } from '../commands/all.ts';
import type { Answer } from '../src/answer.ts';
import { createBot } from '../src/bot/bot.ts';
import { openKnowledge } from '../src/bot/open.ts';
import { failure } from '../src/cli/failure.ts';
import { readGolden } from '../src/cli/golden.ts';
import { projectRoot } from '../src/config.ts';
import { storeAddress } from '../src/state/address.ts';
import { openState } from '../src/state/open.ts';

const ROUNDS = 5;
const HEADER = 'median, ms   p99, ms   mean, ms';

type Ask = (question: string) => Promise<unknown>;

/** Times of each question, in milliseconds, after one round to warm up. */
async function measure(questions: readonly string[], ask: Ask): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    for (const question of questions) {
      const start = performance.now();
      await ask(question);
      if (round > 0) times.push(performance.now() - start);
    }
  return times.sort((a, b) => a - b);
}

function draw(name: string, times: readonly number[]): string {
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return [name.padEnd(28), ...[at(0.5), at(0.99), mean].map((time) => time.toFixed(4).padStart(10))].join('');
}

async function bench(url: string | undefined): Promise<void> {
  const opened = await openKnowledge(join(projectRoot, 'knowledge'), join(projectRoot, '.cache'));
  const questions = readGolden().map(({ turns: [first = ''] }) => first);
  const plain = createBot({ opened, commands: allCommands });
  const keeping = createBot({ opened, commands: allCommands, cached: questions.length });
  console.log(`${questions.length} questions, each ${ROUNDS} times\n${' '.repeat(28)}${HEADER}`);
  console.log(draw('made anew', await measure(questions, (input) => plain.ask({ input }))));
  console.log(draw('kept in this process', await measure(questions, (input) => keeping.ask({ input }))));
  const address = storeAddress(url, projectRoot);
  if (address?.kind !== 'redis') return console.log('kept in Redis: name one, redis://…');
  const state = await openState(address, { patience: 10_000 });
  const shelf = state.shelf<Answer>(`bench-${randomUUID()}`, 60_000);
  for (const question of questions) await shelf.set(question, await plain.ask({ input: question }));
  console.log(draw('kept in Redis, a hit', await measure(questions, (question) => shelf.get(question))));
  await state.close();
}

try {
  await bench(parseArgs({ allowPositionals: true }).positionals[0]);
} catch (error) {
  console.error(failure(error));
  process.exitCode = 1;
}
