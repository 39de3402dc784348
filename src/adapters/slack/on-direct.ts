// A direct message, today's agent view and the earlier one: answered where it was written, with a status meanwhile.
import { type Asked, ask, askerOf, tell } from './answering.ts';
import { isFirst, type Letter, outletFor } from './letter.ts';
import { messageQuestion } from './request.ts';
import type { Room } from './room.ts';
import { withStatus } from './status.ts';

/** Answers it. */
export async function answerDirect(room: Room, letter: Letter): Promise<void> {
  const question = messageQuestion(letter.text);
  if (!question) return;
  const { channel, user, thread, team } = letter;
  const outlet = outletFor(room, letter, { channel, user, direct: true, ...(thread ? { thread } : {}) });
  const conversation = ['slack', team, 'direct', user, ...(thread ? [thread] : [])].join(':');
  const asked: Asked = { question, asker: askerOf(team, user), conversation, direct: true, smallTalk: 'all' };
  await room.guard('slack-direct', outlet, team, letter.text, async () => {
    if (!(await isFirst(room, letter))) return;
    await withStatus(room, letter, () =>
      room.inTurn(conversation, async () => tell(room, await ask(room, asked), asked, outlet)),
    );
  });
}
