// Mentions, and the threads in which the bot goes on after one.
import { type Asked, ask, askerOf, tell } from './answering.ts';
import { isFirst, type Letter, outletFor } from './letter.ts';
import { mentionsIn, messageQuestion, plainWords } from './request.ts';
import type { Room } from './room.ts';
import type { Outlet } from './sending.ts';
import { heed, isAmong } from './threads.ts';

/** The language in which the words send the bot away; none when they do not. */
const sentAwayIn = (room: Room, text: string): string | undefined =>
  ['en', 'zh'].find((language) => isAmong(plainWords(text), room.chat.say('slack-leave-words', language)));

const threadKey = ({ team, channel }: Letter, thread: string): string => `slack:${team}:${channel}:${thread}`;

/** All who speak in a thread speak of the same things; it bears the name of who asked first, to be forgotten with that person. */
const conversationIn = (key: string, by: string): string => `${key}:${by}`;

async function leave(room: Room, letter: Letter, key: string, outlet: Outlet): Promise<void> {
  await room.threads.set(key, { by: letter.user, left: true });
  await outlet.say(await room.say('left-thread', letter.team, sentAwayIn(room, letter.text)));
}

/** Answers a mention: in a thread under it, in the thread where it stands, or in the channel where that is wished. */
export async function answerMention(room: Room, letter: Letter): Promise<void> {
  const { channel, user, team, thread: begun } = letter;
  const place = { channel, user, direct: false, threadBegun: begun !== undefined };
  await room.guard('slack-mention', outletFor(room, letter, place), team, letter.text, async () => {
    if (!(await isFirst(room, letter))) return;
    const { reply } = await room.settings(team);
    const thread = begun ?? (reply === 'thread' ? letter.ts : undefined);
    const outlet = outletFor(room, letter, { ...place, ...(thread ? { thread } : {}) });
    const key = thread ? threadKey(letter, thread) : `slack:${team}:${channel}`;
    await room.inTurn(key, async () => {
      if (begun && sentAwayIn(room, letter.text)) return leave(room, letter, key, outlet);
      const { by = user } = (begun && (await room.threads.get(key))) || {};
      const question = messageQuestion(letter.text);
      const asked: Asked = {
        question: question ?? { input: '/help' },
        asker: askerOf(team, user),
        conversation: conversationIn(key, by),
        direct: false,
        smallTalk: question ? 'all' : 'asker',
      };
      const told = await ask(room, asked);
      await tell(room, told, asked, outlet);
      if (thread && (told.audience === 'all' || begun)) await room.threads.set(key, { by, with: user });
    });
  });
}

/** Goes on in a thread with the one that the bot speaks with there; says nothing to anybody else. */
export async function followThread(room: Room, letter: Letter, thread: string): Promise<void> {
  const { channel, user, team, text } = letter;
  const key = threadKey(letter, thread);
  const outlet = outletFor(room, letter, { channel, user, thread, threadBegun: true, direct: false });
  const goOn = async (): Promise<void> => {
    const state = await room.threads.get(key);
    const names = mentionsIn(text).length > 0;
    const way = heed(state, { user, names, sendsAway: sentAwayIn(room, text) !== undefined });
    if (!state || way === 'ignore') return;
    if (way === 'turn-away') return room.threads.set(key, { by: state.by });
    const question = messageQuestion(text);
    if (!question || !(await isFirst(room, letter))) return;
    if (way === 'leave') return leave(room, letter, key, outlet);
    const conversation = conversationIn(key, state.by);
    const asked: Asked = { question, asker: askerOf(team, user), conversation, direct: false, smallTalk: 'asker' };
    await tell(room, await ask(room, asked), asked, outlet);
    await room.threads.set(key, { by: state.by, with: user });
  };
  await room.guard('slack-thread', outlet, team, text, () => room.inTurn(key, goOn));
}
