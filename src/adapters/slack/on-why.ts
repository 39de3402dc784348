// A thumbs-down opens a modal that asks why; what is written there joins the opinion.
import type { App, webApi } from '@slack/bolt';
import { probableLanguage } from '../../chat/probable.ts';
import { decodeWhy, encodeWhy, type Press, WHY_INPUT, WHY_MODAL, type Why } from './actions.ts';
import { askerOf } from './answering.ts';
import { READABLE } from './limits.ts';
import { drawWhy } from './modals.ts';
import type { Room } from './room.ts';
import { webOutlet } from './sending.ts';
import type { Spot } from './spot.ts';

/** A thumbs-down, and where it was given. */
export type Disliked = {
  readonly press: Pick<Press, 'reference'>;
  readonly trigger: string;
  readonly team: string | undefined;
  readonly spot: Spot;
  readonly client: webApi.WebClient;
};

/** Opens the modal. The opinion itself is kept already: where Slack opens none, a thank you is enough. */
export async function askWhy(room: Room, disliked: Disliked, language: string): Promise<void> {
  const { spot, client, team } = disliked;
  const { channel, thread } = spot;
  const why = {
    reference: disliked.press.reference,
    language,
    ...(channel === undefined ? {} : { channel }),
    ...(thread === undefined ? {} : { thread }),
  };
  try {
    await client.views.open({ trigger_id: disliked.trigger, view: drawWhy(room.chat.say, language, encodeWhy(why)) });
  } catch (error) {
    room.chat.log('warn', 'slack-modal-refused', { error });
    await spot.outlet.whisper(await room.say('feedback-thanks', team, language));
  }
}

/** Takes what was written in the modal. */
export function onWhy(app: App, room: Room): void {
  app.view(WHY_MODAL, async ({ ack, body, view, client, context }) => {
    await ack();
    const why = decodeWhy(view.private_metadata);
    const { teamId: team } = context;
    const user = body.user.id;
    const { channel = user, thread, language }: Partial<Why> = why ?? {};
    const direct = channel === user || channel.startsWith('D');
    const place = { channel, user, direct, ...(thread ? { thread, threadBegun: true } : {}) };
    const outlet = webOutlet(client, place, `view:${view.id}`, room.chat.log);
    const words = view.state.values[WHY_INPUT.block]?.[WHY_INPUT.action]?.value?.trim().slice(0, READABLE.why);
    await room.guard('slack-why', outlet, team, words ?? '', async () => {
      if (!(await room.once(`view:${view.id}:${view.hash}`))) return;
      if (!why) return outlet.whisper(await room.say('expired', team, probableLanguage(words ?? '')));
      const opinion = { asker: askerOf(team, user), reference: why.reference, helpful: false };
      if (words) await room.chat.feedback({ ...opinion, why: words });
      await outlet.whisper(await room.say('feedback-thanks', team, language));
    });
  });
}
