// The one way from a question to an answer in Slack: ask, keep what the buttons need, show it to whom it concerns.
import { keptForm } from '../../chat/clean.ts';
import type { Asker, Outcome } from '../../chat/contract.ts';
import type { Question } from '../../question.ts';
import { typeable } from './commands.ts';
import type { Audience } from './proof.ts';
import { type Drawing, drawAnswer, drawSentence, type Message } from './reply.ts';
import type { Kept, Room } from './room.ts';
import type { Outlet } from './sending.ts';

export type Asked = {
  readonly question: Question;
  readonly asker: Asker;
  readonly conversation: string;
  /** Whether the asker alone reads the place anyway. */
  readonly direct: boolean;
  /** Small talk and help are for all only where somebody turned to the bot for all to see. */
  readonly smallTalk: 'all' | 'asker';
};

/** A person of a workspace, as the chat service knows people. */
export const askerOf = (team: string | undefined, person: string): Asker => ({
  platform: 'slack',
  person,
  ...(team === undefined ? {} : { workspace: team }),
});

/** What came of a question, and who is to see it. */
export type Told = { readonly outcome: Outcome; readonly audience: Audience };

/** Asks. @param settings of the asker's workspace, where they were read beside something else */
export async function ask(
  room: Room,
  asked: Asked,
  settings: ReturnType<Room['settings']> = room.settings(asked.asker.workspace),
): Promise<Told> {
  const { visibility, language } = await settings;
  const question = { ...asked.question, ...(language ? { language } : {}), conversation: asked.conversation };
  const outcome = await room.chat.ask(question, asked.asker);
  if (outcome.kind !== 'answer') return { outcome, audience: 'asker' };
  await room.answers.set(outcome.reference, {
    answer: keptForm(outcome.answer),
    asker: asked.asker,
    conversation: asked.conversation,
  });
  const forAll = { answer: true, chat: asked.smallTalk === 'all', abstain: false, clarify: false };
  const open = asked.direct || (visibility === 'channel' && forAll[outcome.answer.kind]);
  return { outcome, audience: open ? 'all' : 'asker' };
}

/** What an answer looks like to those who see it. */
export function draw(
  room: Room,
  kept: Pick<Kept, 'answer' | 'asker'>,
  drawing: Pick<Drawing, 'reference' | 'audience'> & Partial<Drawing> & { readonly direct: boolean },
): Message {
  const { direct, ...rest } = drawing;
  return drawAnswer(typeable(kept.answer, room.chat), {
    say: room.chat.say,
    asker: kept.asker.person,
    page: 1,
    shareable: drawing.audience === 'asker' && !direct,
    feedback: kept.answer.kind === 'answer' || kept.answer.kind === 'abstain',
    ...rest,
  });
}

/** The message for what came of a question; nothing where silence was agreed on. */
export function messageFor(room: Room, { outcome, audience }: Told, asked: Asked): Message | undefined {
  if (outcome.kind !== 'answer') return outcome.sentence === undefined ? undefined : drawSentence(outcome.sentence);
  const { asker, direct } = asked;
  return draw(room, { answer: outcome.answer, asker }, { reference: outcome.reference, audience, direct });
}

/** Sends a message to whom it concerns. */
export const send = (message: Message, audience: Audience, outlet: Outlet): Promise<void> =>
  audience === 'all' ? outlet.say(message) : outlet.whisper(message);

/** Tells whom it concerns. */
export async function tell(room: Room, told: Told, asked: Asked, outlet: Outlet): Promise<void> {
  const message = messageFor(room, told, asked);
  if (message) await send(message, told.audience, outlet);
}
