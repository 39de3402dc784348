// The terminal: an interactive chat where a person types, one answer a line where a program pipes.
import type { Adapter } from '../contract.ts';
import { exampleQuestions } from './commands.ts';
import { openChat } from './interactive.ts';
import { FIRST_EXAMPLES } from './limits.ts';
import { openPipe } from './piped.ts';
import type { ConsoleOptions, Room } from './room.ts';
import { createSession } from './session.ts';
import { styleFor } from './style.ts';
import { drawWelcome } from './welcome.ts';

/** A chat in the terminal; it has ended when the reader leaves, the input ends, or nobody reads the output any more. */
export function createConsole(options: ConsoleOptions): Adapter {
  const { bot, commands, input, output, report } = options;
  const interactive = input.isTTY === true && output.isTTY === true;
  const offered = interactive ? exampleQuestions(commands, FIRST_EXAMPLES) : [];
  let closed = false;
  let leave = (): void => {};
  let ended: Promise<void> = Promise.resolve();

  const room: Room = {
    options,
    session: createSession({ bot, commands, offered, report }),
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
      if (interactive) await room.write(`${drawWelcome(bot.about(), offered, commands, room.style())}\n\n`);
      const chat = interactive ? openChat(room) : openPipe(room);
      leave = chat.leave;
      ended = chat.ended.finally(close);
    },
    async stop() {
      close();
      await ended;
    },
  };
}
