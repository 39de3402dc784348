// The terminal: an interactive chat where a person types, one answer a line where a program pipes.
import { createInterface, type Interface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Bot } from '../../bot/contract.ts';
import type { Command } from '../../command.ts';
import type { Adapter, ReportError } from '../contract.ts';
import { completeLine } from './completion.ts';
import { FIRST_EXAMPLES } from './limits.ts';
import { readLines } from './lines.ts';
import { asksToLeave } from './request.ts';
import { createSession, type Session } from './session.ts';
import { paint, type Style, styleFor } from './style.ts';
import { type About, drawWelcome } from './welcome.ts';

export type ConsoleOptions = {
  readonly bot: Bot;
  readonly commands: readonly Command[];
  /** For the first screen. */
  readonly about: About;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly color: boolean;
  readonly columns?: number;
  readonly report: ReportError;
};

/** A chat in the terminal; it has ended when the reader leaves, the input ends, or nobody reads the output any more. */
export function createConsole(options: ConsoleOptions): Adapter {
  const { input, output } = options;
  const interactive = input.isTTY === true && output.isTTY === true;
  const session = createSession(options.bot, options.report);
  let closed = false;
  let leave = (): void => {};
  let ended: Promise<void> = Promise.resolve();

  const room: Room = {
    options,
    session,
    style: () => styleFor(output, options),
    write: (text) => new Promise((done) => void output.write(text, () => done())),
    isClosed: () => closed,
  };
  const close = (): void => {
    closed = true;
    leave();
  };
  return {
    name: 'console',
    get ended() {
      return ended;
    },
    async start() {
      output.on('error', close); // a reader that went away (EPIPE) is no fault
      if (interactive) {
        await room.write(`${await firstScreen(room)}\n\n`);
        const chat = openChat(room);
        leave = () => chat.line.close();
        ended = chat.ended.finally(close);
      } else {
        leave = () => void input.destroy();
        ended = answerPiped(room).finally(close);
      }
    },
    async stop() {
      close();
      await ended;
    },
  };
}

type Room = {
  readonly options: ConsoleOptions;
  readonly session: Session;
  style(): Style;
  write(text: string): Promise<void>;
  isClosed(): boolean;
};

/** The examples are what the bot's help offers, so that they fit what is known; else what the commands show. */
async function firstScreen({ options: { bot, commands, about }, style }: Room): Promise<string> {
  const offered = await bot.ask({ input: { kind: 'help' } }).then(
    ({ choices }) => choices.map(({ ask }) => ask),
    () => [],
  );
  const shown = offered.length >= FIRST_EXAMPLES ? offered : commands.flatMap(({ examples }) => examples.slice(0, 1));
  return drawWelcome(about, shown, commands, style());
}

async function answerPiped(room: Room): Promise<void> {
  let separator = '';
  try {
    for await (const line of readLines(room.options.input)) {
      if (room.isClosed() || asksToLeave(line)) return;
      const drawn = await room.session.answer(line, room.style());
      if (drawn === undefined) continue;
      await room.write(`${separator}${drawn}\n`);
      separator = '\n';
    }
  } catch (error) {
    if (!room.isClosed()) throw error;
  }
}

function openChat(room: Room): { line: Interface; ended: Promise<void> } {
  const { bot, commands, input, output } = room.options;
  const line = createInterface({
    input,
    output,
    terminal: true,
    prompt: paint('cyan', '› ', room.style()),
    removeHistoryDuplicates: true,
    completer: (typed: string) => completeLine(typed, commands, bot.complete) as [string[], string],
  });
  let work = Promise.resolve();
  let open = true;
  let quit = false;
  const onLine = async (typed: string): Promise<void> => {
    quit ||= asksToLeave(typed) || room.isClosed();
    if (quit) return line.close();
    const drawn = await room.session.answer(typed, room.style());
    if (drawn !== undefined) await room.write(`${drawn}\n\n`);
    if (open) line.prompt();
  };
  line.on('line', (typed) => {
    work = work.then(() => onLine(typed));
  });
  line.on('SIGINT', () => {
    if (line.line === '') return line.close();
    line.write(null, { ctrl: true, name: 'e' });
    line.write(null, { ctrl: true, name: 'u' });
  });
  const ended = new Promise<void>((resolve) => {
    line.once('close', () => {
      open = false;
      void room
        .write('\n')
        .then(() => work)
        .then(resolve);
    });
  });
  line.prompt();
  return { line, ended };
}
