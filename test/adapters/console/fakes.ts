// A bot and a terminal that tests hold in their hands.
import { PassThrough } from 'node:stream';
import { createConsole } from '../../../src/adapters/console/adapter.ts';
import type { ConsoleOptions } from '../../../src/adapters/console/room.ts';
import type { Answer } from '../../../src/answer.ts';
import type { Bot } from '../../../src/bot/contract.ts';
import type { Command } from '../../../src/command.ts';
import type { Question } from '../../../src/question.ts';
import { answerOf, source } from '../../support/answer.ts';

const NAMES = ['Alpha One', 'Alpha Two', 'Beta'];

/** Answers by `reply`; keeps what it was asked. */
export function fakeBot(reply: (input: string) => Answer): Bot & { readonly asked: Question[] } {
  const asked: Question[] = [];
  const ask = async (question: Question): Promise<Answer> => {
    asked.push(question);
    return reply(typeof question.input === 'string' ? question.input : `<${question.input.kind}>`);
  };
  return {
    asked,
    ask,
    reply: async (question) => ({ answer: await ask(question) }),
    explain: async (question) => ({
      answer: await ask(question),
      explanation: { way: '', query: {}, accounted: [], unaccounted: [], candidates: [] },
    }),
    complete: (typed, _what, limit) =>
      NAMES.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()))
        .slice(0, limit)
        .map((label) => ({ value: label.toLowerCase().replace(' ', '-'), label, description: '' })),
    about: () => ({
      products: 3,
      subjects: 12,
      facts: 3456,
      sources: Array(7).fill({ ...source, date: '2025-11-03' }),
      recent: [],
    }),
    say: (id) => id,
    localNames: () => ({}),
    knowledgeVersion: 'test',
  };
}

export const echo = (): Bot & { readonly asked: Question[] } => fakeBot((lead) => answerOf({ lead }));

const text = { en: 'text', zh: '文字' };
const option = { name: 'product', description: text, required: true, completes: 'product' } as const;

export const commands: readonly Command[] = [
  {
    name: 'show',
    description: text,
    options: [{ ...option, rest: true }],
    examples: ['/show beta'],
    toRequest: () => ({ kind: 'help' }),
  },
  {
    name: 'set',
    description: text,
    options: [
      { ...option, name: 'first' },
      { ...option, name: 'others', required: false, rest: true },
    ],
    examples: ['/set beta alpha-one'],
    toRequest: () => ({ kind: 'help' }),
  },
  {
    name: 'say',
    description: text,
    options: [{ name: 'words', description: text, required: true, rest: true }],
    examples: ['/say what is it'],
    toRequest: ({ words = '' }) => ({ kind: 'ask', text: words }),
  },
];

/** A console on streams of the test's own: what is typed, and all that was drawn. */
export async function openConsole(bot: Bot, part: Partial<ConsoleOptions> & { readonly terminal?: boolean } = {}) {
  const { terminal = false, ...rest } = part;
  const input = Object.assign(new PassThrough(), { isTTY: terminal, setRawMode: () => {} });
  const output = Object.assign(new PassThrough(), { isTTY: terminal, columns: 80 });
  let drawn = '';
  output.on('data', (chunk) => {
    drawn += chunk;
  });
  const console = createConsole({
    bot,
    commands,
    input,
    output,
    color: false,
    report: () => {},
    ...rest,
  });
  await console.start();
  return { console, input, output, drawn: () => drawn };
}
