// A message that mentions the bot or its role, replies to it, or reaches it directly: answered where it stands.
import type { Client, GatewayMessageCreateDispatchData } from 'discord.js';
import { probableLanguage } from '../../chat/probable.ts';
import { createDelivery, type Place } from './delivery.ts';
import { abilitiesIn } from './permissions.ts';
import { drawSentence } from './reply.ts';
import { addressed, bareText, isWithheld, languageOf, type Me, messageQuestion, PLATFORM } from './request.ts';
import { claimOf, type Room, resultOf } from './room.ts';

/** "is typing …" is shown where an answer takes longer than this many milliseconds. */
const TYPING_AFTER = 1000;

export type HandleMessage = (message: GatewayMessageCreateDispatchData) => Promise<void>;

/** Who the bot is in a server. */
function meIn(client: Client, server: string | undefined): Me | undefined {
  const id = client.user?.id;
  if (id === undefined) return undefined;
  const role = server === undefined ? undefined : client.guilds.cache.get(server)?.roles.botRoleFor(id)?.id;
  return role === undefined ? { id } : { id, role };
}

/** For a sentence that is said before the bot has read the message, or instead of that: its script tells, or else the server's own language. */
function languageHere(client: Client, { content, guild_id: server }: GatewayMessageCreateDispatchData): string {
  const words = bareText(content);
  if (words !== '') return probableLanguage(words);
  return languageOf(server === undefined ? undefined : client.guilds.cache.get(server)?.preferredLocale);
}

/** Makes the one entrance of messages. What it returns never rejects. */
export function createMessages(room: Room, client: Client): HandleMessage {
  const { chat, schedule } = room;
  const delivery = createDelivery(room);

  async function answer(message: GatewayMessageCreateDispatchData, plain: Place): Promise<void> {
    const { server, able, channel, person } = plain;
    const settings = await chat.settings(server, PLATFORM);
    const language = settings.language ?? plain.language;
    if (isWithheld(message))
      return delivery.send({ ...plain, language }, () => drawSentence(chat.say('role-mentioned', language)));
    const name = bareText(message.content);
    const inThread =
      server !== undefined && able.startThread && (settings.reply ?? room.reply) === 'thread' && name !== '';
    // The thread of a message has its id: what follows is asked there.
    const question = messageQuestion(message, inThread ? message.id : channel, settings.language);
    const cancel = schedule(() => void delivery.type(plain), TYPING_AFTER);
    const asker = { platform: PLATFORM, person, ...(server === undefined ? {} : { workspace: server }) };
    const result = await resultOf(room, question, asker).finally(cancel);
    if (!result) return;
    // A failure or a limit is no reason to open a thread.
    const thread = inThread && result.for === 'all' ? { thread: name } : {};
    await delivery.send({ ...plain, ...thread, language: result.language }, result.draw);
  }

  return async (message) => {
    const { id, author, channel_id: channel, guild_id: server } = message;
    const me = meIn(client, server);
    if (!me || !addressed(message, me)) return;
    const place: Place = {
      channel,
      message: id,
      person: author.id,
      able: abilitiesIn(client, server, channel),
      language: languageHere(client, message),
      ...(server === undefined ? {} : { server }),
    };
    try {
      if (await chat.claim(claimOf('message', id))) await answer(message, place);
    } catch (error) {
      const reference = chat.report(error, 'discord-message');
      const sentence = chat.say('failed', place.language, { reference });
      const failed = (again: unknown) => void chat.report(again, 'discord-failure');
      await delivery.send(place, () => drawSentence(sentence)).catch(failed);
    }
  };
}
