// What every handler of the Discord adapter works with, and the way from a question to what is said.
import type { REST } from 'discord.js';
import type { Answer } from '../../answer.ts';
import { keptForm } from '../../chat/clean.ts';
import type { Asker, Chat } from '../../chat/contract.ts';
import type { Question } from '../../question.ts';
import type { Shelf } from '../../state/contract.ts';
import type { Schedule } from './exchange.ts';
import { type Body, drawAnswer, drawSentence } from './reply.ts';
import { PLATFORM } from './request.ts';

export type Room = {
  readonly chat: Chat;
  readonly rest: REST;
  /** Answers by their references, so that buttons work after a restart. */
  readonly answers: Shelf<Answer>;
  readonly schedule: Schedule;
  /** Where a mention is answered, unless a server has set it otherwise. */
  readonly reply: 'thread' | 'channel';
};

export type RoomFor = (rest: REST) => Room;

/** Buttons that need the answer they stand under work this long: 14 days, in milliseconds. */
const ANSWER_LIFETIME = 14 * 24 * 60 * 60 * 1000;

/** The shelf of the answers. */
export const answerShelf = (chat: Chat): Shelf<Answer> => chat.shelf('discord-answer', ANSWER_LIFETIME);

/** What comes of a question: an answer for all, a sentence for the asker, or nothing where a limit was told already. */
export type Result =
  | {
      /** @param rich whether embeds and components may be shown */
      draw(rich: boolean): Body;
      readonly for: 'all' | 'asker';
      readonly language: string;
    }
  | undefined;

/** Kinds of answers that one may find helpful or not. */
const RATED: ReadonlySet<string> = new Set(['answer', 'abstain']);

/** Asks, and keeps the answer for its buttons. */
export async function resultOf(room: Room, question: Question, asker: Asker): Promise<Result> {
  const { chat, answers } = room;
  const outcome = await chat.ask(question, asker);
  if (outcome.kind === 'answer') {
    const { answer, reference } = outcome;
    await answers.set(reference, keptForm(answer));
    const draw = (rich: boolean): Body => drawKept(room, answer, { reference, asker: asker.person, rich });
    return { draw, for: 'all', language: answer.language };
  }
  const { sentence } = outcome;
  if (sentence === undefined) return undefined;
  return { draw: () => drawSentence(sentence), for: 'asker', language: question.language ?? 'en' };
}

export type Kept = {
  readonly reference: string;
  readonly asker: string;
  readonly page?: number;
  readonly rich?: boolean;
};

/** Draws an answer that is kept under a reference, or a page of it. */
export const drawKept = ({ chat }: Room, answer: Answer, { rich = true, ...kept }: Kept): Body =>
  drawAnswer(answer, { say: chat.say, feedback: RATED.has(answer.kind), rich, ...kept });

/** Key of the claim on an event: the same one is answered once, across replicas too. */
export const claimOf = (kind: 'message' | 'interaction', id: string): string => `${PLATFORM}:${kind}:${id}`;
