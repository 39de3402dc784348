// What a person wrote, and where: told apart from what bots write, and from changes of messages.
import type { webApi } from '@slack/bolt';
import type { Room } from './room.ts';
import { type Outlet, type Place, webOutlet } from './sending.ts';

/** A message as events tell it, whatever its kind. docs.slack.dev/reference/events/message */
export type Written = {
  readonly channel: string;
  readonly channel_type?: string;
  readonly user?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly edited?: unknown;
  readonly client_msg_id?: string;
};

export type Letter = {
  readonly team: string | undefined;
  /** Id of the event that told of it. */
  readonly event: string;
  readonly user: string;
  readonly text: string;
  readonly channel: string;
  readonly ts: string;
  /** The thread that it stands in. */
  readonly thread?: string;
  /** Id that the writer's own client gave it. */
  readonly sent?: string;
  readonly client: webApi.WebClient;
};

/** Kinds of messages that a person writes; all others are events of the channel, or changes of a message. */
const WRITTEN: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

/** A message of a person; nothing where a bot wrote it, or an old one was changed. */
export function letterOf(
  written: Written,
  event: string,
  team: string | undefined,
  client: webApi.WebClient,
): Letter | undefined {
  const { user, text, channel, ts, thread_ts: thread, client_msg_id: sent } = written;
  if (!WRITTEN.has(written.subtype) || written.bot_id !== undefined || written.edited !== undefined) return undefined;
  if (user === undefined || text === undefined) return undefined;
  return { team, event, user, text, channel, ts, client, ...(thread ? { thread } : {}), ...(sent ? { sent } : {}) };
}

/** True once for a message: Slack tells of one in several events, and of one event several times. */
export const isFirst = (room: Room, { team, event, channel, ts, sent }: Letter): Promise<boolean> =>
  room.once(`event:${event}`, `said:${team}:${channel}:${ts}`, sent && `sent:${team}:${sent}`);

/** Where the answer to a letter goes. */
export const outletFor = (room: Room, letter: Letter, place: Place): Outlet =>
  webOutlet(letter.client, place, `event:${letter.event}`, room.chat.log);
