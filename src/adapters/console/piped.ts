// Piped input: one question a line, an answer each, nothing else.
import { readLines } from './lines.ts';
import { asksToLeave } from './request.ts';
import type { Chat, Room } from './room.ts';

async function answerLines(room: Room): Promise<void> {
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

/** Answers until the input ends. */
export const openPipe = (room: Room): Chat => ({
  ended: answerLines(room),
  leave: () => void room.options.input.destroy(),
});
