// What people write: a mention, a message in a thread, or a direct message.
import type { App } from '@slack/bolt';
import { letterOf, type Written } from './letter.ts';
import { answerDirect } from './on-direct.ts';
import { answerMention, followThread } from './on-thread.ts';
import { mentionsIn } from './request.ts';
import type { Room } from './room.ts';

/** Hears it. */
export function onMessages(app: App, room: Room): void {
  app.event('app_mention', async ({ event, body, context, client }) => {
    const letter = letterOf(event, body.event_id, context.teamId, client);
    if (letter) await answerMention(room, letter);
  });
  app.event('message', async ({ event, body, context, client }) => {
    const letter = letterOf(event as Written, body.event_id, context.teamId, client);
    if (!letter) return;
    if (event.channel_type === 'im') return answerDirect(room, letter);
    const toBot = context.botUserId !== undefined && mentionsIn(letter.text).includes(context.botUserId);
    if (letter.thread && !toBot) await followThread(room, letter, letter.thread); // a mention comes as an event of its own
  });
}
