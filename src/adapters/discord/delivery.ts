// Where the answer to a message goes: a thread, a reply, a plain message, or in the end the person's own direct messages.
import { DiscordAPIError, RESTJSONErrorCodes, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord.js';
import { THREAD_NAME } from './limits.ts';
import type { Abilities } from './permissions.ts';
import { drawSentence } from './reply.ts';
import type { Result, Room } from './room.ts';

/** The message that is answered, and what the bot may do there. */
export type Place = {
  readonly channel: string;
  readonly message: string;
  readonly person: string;
  /** Absent in direct messages. */
  readonly server?: string;
  readonly able: Abilities;
  /** Name of the thread in which to answer; absent, no thread is wanted. */
  readonly thread?: string;
  readonly language: string;
};

export type Delivery = {
  /** Sends; what is not allowed there is done without. @throws DiscordAPIError for all but missing permissions */
  send(place: Place, draw: NonNullable<Result>['draw']): Promise<void>;
  /** Shows "is typing …". */
  type(place: Place): Promise<void>;
};

/** Threads without new messages are put away after a day, in minutes. https://docs.discord.com/developers/resources/channel#start-thread-from-message */
const ARCHIVE_AFTER = 1440;

const { MissingAccess, MissingPermissions, CannotSendMessagesToThisUser } = RESTJSONErrorCodes;
const { CannotReplyWithoutPermissionToReadMessageHistory: NoHistory } = RESTJSONErrorCodes;
const { ThreadAlreadyCreatedForMessage: ThreadThere } = RESTJSONErrorCodes;
const NOT_ALLOWED: ReadonlySet<unknown> = new Set([MissingAccess, MissingPermissions, NoHistory]);

const codeOf = (error: unknown): unknown => (error instanceof DiscordAPIError ? error.code : undefined);

/** Makes the way of answers to messages. */
export function createDelivery({ chat, rest }: Room): Delivery {
  const post = (channel: string, body: RESTPostAPIChannelMessageJSONBody, nonce: string): Promise<unknown> =>
    rest.post(Routes.channelMessages(channel), { body: { ...body, nonce, enforce_nonce: true } });

  /** The thread of a message; nothing where there can be none. */
  async function threadOf({ channel, message, thread }: Place): Promise<string | undefined> {
    if (thread === undefined) return undefined;
    try {
      const body = { name: thread.slice(0, THREAD_NAME), auto_archive_duration: ARCHIVE_AFTER };
      await rest.post(Routes.threads(channel, message), { body });
    } catch (error) {
      if (codeOf(error) === ThreadThere) return message;
      if (!(error instanceof DiscordAPIError)) throw error;
      chat.log('warn', 'discord-thread-not-started', { channel, code: error.code });
      return undefined;
    }
    return message;
  }

  /** Sends in the most that is allowed; false where nothing is. */
  async function sendThere(place: Place, draw: (rich: boolean) => RESTPostAPIChannelMessageJSONBody): Promise<boolean> {
    const { able, channel, message } = place;
    if (!able.write) return false;
    const thread = await threadOf(place);
    const reference = { message_id: message, fail_if_not_exists: false };
    const isReply = able.reply && thread === undefined;
    const first = { ...draw(able.rich), ...(isReply ? { message_reference: reference } : {}) };
    for (const body of [first, draw(false)]) {
      try {
        await post(thread ?? channel, body, message);
        return true;
      } catch (error) {
        if (!NOT_ALLOWED.has(codeOf(error))) throw error;
      }
    }
    return false;
  }

  async function sendDirectly({ person, channel, message, language }: Place, body: RESTPostAPIChannelMessageJSONBody) {
    const direct = (await rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as { id: string };
    // The mark of a channel is not to be escaped: it shows as a link to it.
    const why = chat.say('may-not-write', language, { channel: `<#${channel}>` });
    await post(direct.id, { ...drawSentence(why), content: why }, `${message}-why`);
    await post(direct.id, body, message);
  }

  return {
    async send(place, draw) {
      if (await sendThere(place, draw)) return;
      const { channel, server } = place;
      chat.log('warn', 'discord-may-not-write', { channel, server });
      if (server === undefined) return;
      try {
        await sendDirectly(place, draw(true));
      } catch (error) {
        if (codeOf(error) !== CannotSendMessagesToThisUser) throw error;
        chat.log('warn', 'discord-person-takes-no-messages', { channel, server });
      }
    },
    async type({ channel, able }) {
      if (!able.write) return;
      await rest
        .post(Routes.channelTyping(channel))
        .catch((error: unknown) => void chat.report(error, 'discord-typing'));
    },
  };
}
