// `npm run ask -- --batch`: one conversation a line in, its last answer a line out, in the same order.
import { z } from 'zod';
import type { Answer } from '../answer.ts';
import type { Bot } from '../bot/contract.ts';
import { toRecord } from './record.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()], { error: 'needs an "id"' }),
  turns: z
    .array(z.string(), { error: 'needs "turns", a list of questions' })
    .min(1, { error: '"turns" is empty: one question at least' }),
});
type BatchLine = z.infer<typeof lineSchema>;

export type BatchIo = {
  readonly lines: AsyncIterable<string>;
  write(line: string): Promise<void>;
  /** Hears of a line that cannot be answered. */
  fault(message: string): void;
};

function parse(line: string): BatchLine | string {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  const read = lineSchema.safeParse(data);
  if (read.success) return read.data;
  return read.error.issues[0]?.code === 'invalid_type' && read.error.issues[0].path.length === 0
    ? 'is not an object {"id", "turns"}'
    : (read.error.issues[0]?.message ?? 'cannot be read');
}

const milliseconds = (since: number): number => Math.round((performance.now() - since) * 1000) / 1000;

async function converse(bot: Bot, turns: readonly string[], conversation: string, language: { language?: string }) {
  let answer: Answer | undefined;
  let began = 0;
  for (const input of turns) {
    began = performance.now();
    answer = await bot.ask({ input, conversation, ...language });
  }
  return { ...toRecord(answer as Answer), elapsedMs: milliseconds(began) };
}

/** Answers every line that can be read; says how many could not. */
export async function runBatch(bot: Bot, io: BatchIo, language: { language?: string } = {}): Promise<number> {
  let number = 0;
  let faults = 0;
  for await (const line of io.lines) {
    number++;
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '') continue;
    const read = parse(text);
    if (typeof read === 'string') {
      faults++;
      io.fault(`line ${number} ${read}`);
      continue;
    }
    const record = await converse(bot, read.turns, `batch:${number}`, language);
    await io.write(JSON.stringify({ id: read.id, ...record }));
  }
  return faults;
}
