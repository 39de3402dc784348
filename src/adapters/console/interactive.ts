// A person at a terminal: prompt, history, completion by Tab, Ctrl-C and Ctrl-D.
import { createInterface } from 'node:readline/promises';
import { completeLine } from './completion.ts';
import { asksToLeave } from './request.ts';
import type { Chat, Room } from './room.ts';
import { paint } from './style.ts';

/** Prompts until the reader leaves. */
export function openChat(room: Room): Chat {
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
  return { ended, leave: () => line.close() };
}
