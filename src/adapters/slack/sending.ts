// Sends messages: by the Web API, or by the address that came with a command or a press, which needs no membership of a channel.
import { createHash } from 'node:crypto';
import type { RespondFn, webApi } from '@slack/bolt';
import type { Log } from '../../chat/log.ts';
import type { Proof } from './proof.ts';
import type { Message } from './reply.ts';

/** Where words can go from here. Both reject when Slack takes the message in no way. */
export type Outlet = {
  /** To everybody who reads the place. */
  say(message: Message): Promise<void>;
  /** To the asker alone. */
  whisper(message: Message): Promise<void>;
};

/** A place in Slack, as the Web API names it. */
export type Place = {
  readonly channel: string;
  /** Who asks. */
  readonly user: string;
  /** The thread to write in; absent, the channel itself. */
  readonly thread?: string;
  /** Whether that thread has replies: where it has none, Slack shows nobody what is whispered in it. */
  readonly threadBegun?: boolean;
  /** Whether the asker alone reads the place. */
  readonly direct: boolean;
};

/** What Slack answers where blocks are its trouble: the text alone still says it. */
const REFUSED_BLOCKS =
  /^(invalid_blocks|invalid_blocks_format|msg_blocks_too_long|msg_too_long|only_one_table_allowed)$/;
/** What Slack answers where a person or the bot cannot be reached in a channel. */
const OUT_OF_REACH = /^(user_not_in_channel|not_in_channel|channel_not_found|is_archived|restricted_action\w*)$/;

/** No previews of links: they bury the answer. */
export const PLAIN = { unfurl_links: false, unfurl_media: false } as const;

/** Slack's own name of what went wrong in a call of its Web API, such as "channel_not_found". */
export function platformError(error: unknown): string | undefined {
  const { data } = (error ?? {}) as { data?: { error?: unknown } };
  return typeof data?.error === 'string' ? data.error : undefined;
}

/** The same key gives the same id, so that a message that is sent again appears once. */
export function messageId(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Runs `send` with the message, and where Slack refuses its blocks, with the text alone. */
async function withOrWithoutBlocks(
  message: Message,
  log: Log,
  send: (message: Record<string, unknown>) => Promise<unknown>,
): Promise<void> {
  try {
    await send({ text: message.text, blocks: message.blocks });
  } catch (error) {
    const refused = platformError(error);
    if (refused === undefined || !REFUSED_BLOCKS.test(refused)) throw error;
    log('error', 'slack-blocks-refused', { error: refused, blocks: message.blocks.length });
    await send({ text: message.text });
  }
}

/**
 * Writes by the Web API.
 * @param key names the event that is answered: what is sent for it twice appears once
 */
export function webOutlet(client: webApi.WebClient, place: Place, key: string, log: Log): Outlet {
  let sent = 0;
  const post = (message: Message, to: { channel: string; thread_ts?: string }) => {
    const client_msg_id = messageId(`${key}:${sent++}`);
    return withOrWithoutBlocks(message, log, (content) =>
      client.apiCall('chat.postMessage', { ...to, ...PLAIN, client_msg_id, ...content }),
    );
  };
  const here = { channel: place.channel, ...(place.thread ? { thread_ts: place.thread } : {}) };
  /** Where the channel is closed to the bot, or the asker is not in it, the asker is written to directly. */
  const orDirectly = async (message: Message, sending: Promise<void>): Promise<void> => {
    try {
      await sending;
    } catch (error) {
      if (!OUT_OF_REACH.test(platformError(error) ?? '')) throw error;
      await post(message, { channel: place.user });
    }
  };
  const say = (message: Message): Promise<void> => orDirectly(message, post(message, here));
  const whisper = (message: Message): Promise<void> => {
    const { channel, user, thread } = place;
    const to = { channel, user, ...(thread && place.threadBegun ? { thread_ts: thread } : {}) };
    const unseen = (content: object) => client.apiCall('chat.postEphemeral', { ...to, ...content });
    return orDirectly(message, withOrWithoutBlocks(message, log, unseen));
  };
  return { say, whisper: place.direct ? say : whisper };
}

/** What an address of a command or a press takes besides a message. */
type Manner = { response_type: 'in_channel' | 'ephemeral'; replace_original: boolean; thread_ts?: string };
export type Respond = (message: Message, manner: Manner) => Promise<void>;

/** Writes by the address that came with a command or a press. @param proof hears of what Slack takes there */
export const responder =
  (respond: RespondFn, proof: Proof): Respond =>
  async (message, manner) => {
    await respond({ ...message, ...PLAIN, ...manner });
    proof.taken(message, manner.response_type === 'in_channel' ? 'all' : 'asker');
  };

/**
 * Writes by the address that came with a command or a press; when Slack takes no more there (after five messages, or half an
 * hour), by the Web API.
 */
export function respondOutlet(respond: Respond, otherwise: Outlet, log: Log, thread?: string): Outlet {
  const to = thread ? { thread_ts: thread } : {};
  const orElse = async (first: Promise<void>, second: () => Promise<void>): Promise<void> => {
    try {
      await first;
    } catch (error) {
      log('warn', 'slack-response-url-refused', { error });
      await second();
    }
  };
  return {
    say: (message) =>
      orElse(respond(message, { response_type: 'in_channel', replace_original: false, ...to }), () =>
        otherwise.say(message),
      ),
    whisper: (message) =>
      orElse(respond(message, { response_type: 'ephemeral', replace_original: false, ...to }), () =>
        otherwise.whisper(message),
      ),
  };
}
