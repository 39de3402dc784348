// What people write: mentions, threads that the bot follows, and direct messages.
import type { App, webApi } from '@slack/bolt';
import { type Asked, ask, askerOf, tell } from './answering.ts';
import { mentionsIn, messageQuestion, plainWords } from './request.ts';
import type { Room } from './room.ts';
import { type Place, webOutlet } from './sending.ts';
import { withStatus } from './status.ts';
import { heed, isAmong } from './threads.ts';

/** A message as events tell it, whatever its kind. */
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
/** What a person wrote, and where. */
export type Letter = {
  readonly team: string | undefined;
  readonly event: string;
  readonly user: string;
  readonly text: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
  readonly sent?: string;
  readonly client: webApi.WebClient;
};

/** Kinds of messages that a person writes; all others are events of the channel, or changes of a message. */
const WRITTEN: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

/** A message of a person as a letter; nothing where a bot wrote it, or an old one was changed. */
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

/** Slack tells of one message in several events, and of one event several times. */
const first = (room: Room, { team, event, channel, ts, sent }: Letter): Promise<boolean> =>
  room.once(`event:${event}`, `said:${team}:${channel}:${ts}`, sent && `sent:${team}:${sent}`);

const outletFor = (room: Room, letter: Letter, place: Place) =>
  webOutlet(letter.client, place, `event:${letter.event}`, room.chat.log);

/** The language in which the words send the bot away; none when they do not. */
const sentAwayIn = (room: Room, text: string): string | undefined =>
  ['en', 'zh'].find((language) => isAmong(plainWords(text), room.chat.say('slack-leave-words', language)));

/** Answers in a direct message: where it was written, with a status while the answer is sought. */
export async function answerDirect(room: Room, letter: Letter): Promise<void> {
  const question = messageQuestion(letter.text);
  if (!question) return;
  const { channel, user, thread, team } = letter;
  const outlet = outletFor(room, letter, { channel, user, direct: true, ...(thread ? { thread } : {}) });
  const conversation = ['slack', team, 'direct', user, ...(thread ? [thread] : [])].join(':');
  const asked: Asked = {
    question,
    asker: askerOf(letter.team, letter.user),
    conversation,
    direct: true,
    smallTalk: 'all',
  };
  await room.guard('slack-direct', outlet, team, async () => {
    if (!(await first(room, letter))) return;
    await withStatus(room, letter.client, { channel, thread: thread ?? letter.ts }, () =>
      room.inTurn(conversation, async () => tell(room, await ask(room, asked), asked, outlet)),
    );
  });
}

/** The key of a thread, and the conversation in it: all who speak in a thread speak of the same things. */
const threadKey = ({ team, channel }: Letter, thread: string): string => `slack:${team}:${channel}:${thread}`;

async function leave(room: Room, letter: Letter, key: string, thread: string): Promise<void> {
  const { channel, user } = letter;
  const outlet = outletFor(room, letter, { channel, user, thread, threadBegun: true, direct: false });
  await room.threads.set(key, { left: true });
  await outlet.say(await room.say('left-thread', letter.team, sentAwayIn(room, letter.text)));
}

/** Answers a mention: in a thread under it, in the thread where it stands, or in the channel where that is wished. */
async function answerMention(room: Room, letter: Letter): Promise<void> {
  const { channel, user, team, thread: begun } = letter;
  const place = { channel, user, direct: false, threadBegun: begun !== undefined };
  await room.guard('slack-mention', outletFor(room, letter, place), team, async () => {
    if (!(await first(room, letter))) return;
    const { reply } = await room.settings(team);
    const thread = begun ?? (reply === 'thread' ? letter.ts : undefined);
    const conversation = thread ? threadKey(letter, thread) : `slack:${team}:${channel}:${user}`;
    const outlet = outletFor(room, letter, { ...place, ...(thread ? { thread } : {}) });
    const question = messageQuestion(letter.text);
    const asked: Asked = {
      question: question ?? { input: '/help' },
      asker: askerOf(team, user),
      conversation,
      direct: false,
      smallTalk: question ? 'all' : 'asker',
    };
    await room.inTurn(conversation, async () => {
      if (begun && sentAwayIn(room, letter.text)) return leave(room, letter, conversation, begun);
      const told = await ask(room, asked);
      await tell(room, told, asked, outlet);
      if (thread && (told.audience === 'all' || begun)) await room.threads.set(conversation, { with: user });
    });
  });
}

/** Goes on in a thread with the one that the bot speaks with there; says nothing to anybody else. */
async function followThread(room: Room, letter: Letter, thread: string): Promise<void> {
  const { channel, user, team } = letter;
  const key = threadKey(letter, thread);
  const outlet = outletFor(room, letter, { channel, user, thread, threadBegun: true, direct: false });
  const goOn = async (): Promise<void> => {
    const said = {
      user,
      names: mentionsIn(letter.text).length > 0,
      sendsAway: sentAwayIn(room, letter.text) !== undefined,
    };
    const way = heed(await room.threads.get(key), said);
    if (way === 'turn-away') return room.threads.set(key, {});
    const question = messageQuestion(letter.text);
    if (way === 'ignore' || !question || !(await first(room, letter))) return;
    if (way === 'leave') return leave(room, letter, key, thread);
    const asked: Asked = { question, asker: askerOf(team, user), conversation: key, direct: false, smallTalk: 'asker' };
    await tell(room, await ask(room, asked), asked, outlet);
    await room.threads.set(key, { with: user });
  };
  await room.guard('slack-thread', outlet, team, () => room.inTurn(key, goOn));
}

/** Hears what people write. */
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
