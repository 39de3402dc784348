// "Ask about this": a shortcut on any message, answered to the one who asked, who may share it.
import type { App, MessageShortcut } from '@slack/bolt';
import { ASK_ABOUT_SHORTCUT } from './actions.ts';
import { type Asked, ask, askerOf, tell } from './answering.ts';
import { messageQuestion } from './request.ts';
import type { Room } from './room.ts';
import { responder, respondOutlet, webOutlet } from './sending.ts';

/** Answers the shortcut. */
export function onShortcuts(app: App, room: Room): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: ASK_ABOUT_SHORTCUT },
    async ({ ack, shortcut, client, context, respond }) => {
      await ack();
      const { teamId: team } = context;
      const { message } = shortcut;
      const channel = shortcut.channel.id;
      const user = shortcut.user.id;
      const thread: unknown = message.thread_ts;
      const inThread = typeof thread === 'string' ? { thread, threadBegun: true } : {};
      const place = { channel, user, direct: false, ...inThread };
      const otherwise = webOutlet(client, place, `shortcut:${shortcut.trigger_id}`, room.chat.log);
      const outlet = respondOutlet(responder(respond, room.proof), otherwise, room.chat.log, inThread.thread);
      await room.guard('slack-shortcut', outlet, team, message.text ?? '', async () => {
        if (!(await room.once(`shortcut:${shortcut.trigger_id}`))) return;
        const question = messageQuestion(message.text ?? '');
        if (!question) return outlet.whisper(await room.say('no-question', team));
        const conversation = `slack:${team}:${channel}:${user}`;
        const asked: Asked = { question, asker: askerOf(team, user), conversation, direct: false, smallTalk: 'asker' };
        const { outcome } = await room.inTurn(conversation, () => ask(room, asked));
        await tell(room, { outcome, audience: 'asker' }, asked, outlet);
      });
    },
  );
}
