// What `npm run ask` does: answers one question, or one conversation; or many of them with --batch.
import { parseArgs } from 'node:util';
import { readLines } from '../adapters/console/lines.ts';
import { drawAnswer } from '../adapters/console/reply.ts';
import { styleFor } from '../adapters/console/style.ts';
import type { Explained, Explanation } from '../bot/contract.ts';
import { runBatch } from './batch.ts';
import { endWith, MisuseError } from './misuse.ts';
import { openBot } from './open-bot.ts';
import { toRecord } from './record.ts';

const USAGE = `Usage: npm run ask -- "question" ["follow-up" …] [--json] [--explain] [--lang en|zh]
       npm run --silent ask -- --batch < questions.jsonl > answers.jsonl

Several questions are the turns of one conversation.
  --json      print the last answer as JSON
  --explain   print also how it came about: the way that answered, the query, the words accounted for, the candidates
  --lang L    answer in language L instead of the question's own
  --batch     read lines {"id", "turns": ["…", …]}, write one line of JSON each
  --help      print this
`;

function readArguments() {
  try {
    const boolean = { type: 'boolean', default: false } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: boolean, explain: boolean, batch: boolean, help: boolean, lang: { type: 'string' } },
    });
    return { ...values, turns: positionals };
  } catch (error) {
    throw new MisuseError((error as Error).message);
  }
}

type Arguments = ReturnType<typeof readArguments>;

function checkArguments({ batch, json, explain, help, lang, turns }: Arguments): void {
  if (help) return;
  if (lang !== undefined && !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang)) {
    throw new MisuseError(`--lang "${lang}" is not a language; accepted: a code such as en or zh`);
  }
  if (batch && (json || explain || turns.length > 0)) {
    throw new MisuseError('--batch reads the questions from its input and goes with --lang only');
  }
  if (!batch && turns.length === 0) throw new MisuseError('no question');
}

const write = (text: string): Promise<void> => new Promise((done) => void process.stdout.write(text, () => done()));

/** How an answer came about, for a reader. */
function drawExplanation({ way, query, accounted, unaccounted, candidates }: Explanation): string {
  const words = (list: readonly string[]): string => (list.length === 0 ? '-' : list.join(' · '));
  const scored = candidates.map(({ score, fact }) => `  ${score.toFixed(2).padStart(8)}  ${fact}`);
  return [
    `way: ${way || '-'}`,
    `query: ${JSON.stringify(query, null, 2)}`,
    `accounted for: ${words(accounted)}`,
    `not accounted for: ${words(unaccounted)}`,
    `candidates:${scored.length === 0 ? ' -' : ''}`,
    ...scored,
  ].join('\n');
}

async function answerTurns({ turns, json, explain }: Arguments, language: { language?: string }): Promise<void> {
  const { bot, config } = await openBot();
  const style = { ...styleFor(process.stdout, config), numbered: false };
  const replies: Explained[] = [];
  for (const input of turns) replies.push(await bot.explain({ input, conversation: 'ask', ...language }));
  if (json) {
    const { answer, gist, explanation } = replies.at(-1) as Explained;
    const { choices, notes } = answer;
    const record = { ...toRecord(answer), notes, choices, ...(explain ? { explanation, gist } : {}) };
    return write(`${JSON.stringify(record, null, 2)}\n`);
  }
  const drawn = replies.map(({ answer, explanation }) =>
    [drawAnswer(answer, style), ...(explain ? [drawExplanation(explanation)] : [])].join('\n\n'),
  );
  return write(`${drawn.join('\n\n')}\n`);
}

async function answerBatch(language: { language?: string }): Promise<void> {
  const { bot } = await openBot();
  const faults = await runBatch(
    bot,
    {
      lines: readLines(process.stdin),
      write: (line) => write(`${line}\n`),
      fault: (message) => console.error(message),
    },
    language,
  );
  if (faults > 0) process.exitCode = 2;
}

/** Reads the command line and does what it says; sets the exit code. */
export async function runAsk(): Promise<void> {
  process.stdout.on('error', () => process.exit()); // nobody reads any more
  try {
    const given = readArguments();
    checkArguments(given);
    const language = given.lang === undefined ? {} : { language: given.lang };
    if (given.help) await write(USAGE);
    else await (given.batch ? answerBatch(language) : answerTurns(given, language));
  } catch (error) {
    endWith(error, USAGE);
  }
}
