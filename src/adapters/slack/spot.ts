// The message that was pressed: what can be said beside it, put in its place, or taken away.
import type { BlockAction, RespondFn, webApi } from '@slack/bolt';
import type { Message } from './reply.ts';
import type { Room } from './room.ts';
import { type Outlet, responder, respondOutlet, webOutlet } from './sending.ts';

export type Spot = {
  /** Absent on the App Home, which is no message. */
  readonly channel?: string;
  readonly thread?: string;
  /** Whether only one person sees the message. */
  readonly ephemeral: boolean;
  /** Whether it is a direct message, or the App Home. */
  readonly direct: boolean;
  /** Beside the message. */
  readonly outlet: Outlet;
  /** Puts another message in its place; beside it where that can no longer be done. */
  replace(message: Message): Promise<void>;
  /** Takes it away, if that can still be done. */
  remove(): Promise<void>;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Finds it. @param respond the address that came with the press, if one did */
export function spotOf(room: Room, body: BlockAction, client: webApi.WebClient, respond?: RespondFn): Spot {
  const { log } = room.chat;
  const user = body.user.id;
  const channel = body.channel?.id;
  const container: Readonly<Record<string, unknown>> = body.container ?? {};
  const ts = text(container.message_ts) ?? body.message?.ts;
  const thread = text(container.thread_ts) ?? text(body.message?.thread_ts);
  const ephemeral = container.is_ephemeral === true;
  const direct = channel === undefined || channel.startsWith('D');
  const place = { channel: channel ?? user, user, direct, ...(thread ? { thread, threadBegun: true } : {}) };
  const web = webOutlet(client, place, `press:${body.trigger_id}`, log);
  const address = respond && responder(respond, room.proof);
  const outlet = address ? respondOutlet(address, web, log, thread) : web;
  const ofAll = !ephemeral && channel !== undefined && ts !== undefined ? { channel, ts } : undefined;
  const refused = (error: unknown): void => log('warn', 'slack-response-url-refused', { error });
  return {
    ephemeral,
    direct,
    outlet,
    ...(channel === undefined ? {} : { channel }),
    ...(thread === undefined ? {} : { thread }),
    async replace(message) {
      if (!address) return outlet.say(message);
      try {
        await address(message, { response_type: ephemeral ? 'ephemeral' : 'in_channel', replace_original: true });
      } catch (error) {
        refused(error);
        if (!ofAll) return outlet.whisper(message);
        await client.chat.update({ ...ofAll, text: message.text, blocks: message.blocks });
      }
    },
    async remove() {
      try {
        await respond?.({ delete_original: true });
      } catch (error) {
        refused(error);
        if (ofAll) await client.chat.delete(ofAll);
      }
    },
  };
}
