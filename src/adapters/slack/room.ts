// What every handler of Slack works with, and the small things that they all do: once only, in turn, and never in silence.
import type { Answer } from '../../answer.ts';
import type { Asker, Chat, PlaceSettings } from '../../chat/contract.ts';
import { probableLanguage } from '../../chat/probable.ts';
import type { Shelf } from '../../state/contract.ts';
import type { SlackSettings } from './connection.ts';
import { createProof, type Proof } from './proof.ts';
import { drawSentence, type Message } from './reply.ts';
import type { Outlet } from './sending.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Buttons work as long, in milliseconds. */
const ANSWER_LIFETIME = 30 * DAY;
/** A thread is followed as long after the last answer in it, in milliseconds. */
const THREAD_LIFETIME = DAY;

/** An answer that was given: what its buttons stand on. */
export type Kept = { readonly answer: Answer; readonly asker: Asker; readonly conversation: string };

/** What is known of a thread: who asked first in it, whom the bot speaks with, if anybody, and whether it was sent away. */
export type Thread = { readonly by: string; readonly with?: string; readonly left?: boolean };

export type Room = {
  readonly chat: Chat;
  readonly answers: Shelf<Kept>;
  readonly threads: Shelf<Thread>;
  readonly proof: Proof;
  /** The settings of a workspace, and the program's own where it has none. */
  settings(team: string | undefined): Promise<Required<Omit<PlaceSettings, 'language'>> & PlaceSettings>;
  /** A sentence of the bot, in the workspace's own language if it has one, else in `language`. */
  say(id: string, team: string | undefined, language?: string): Promise<Message>;
  /** True for one caller alone: nobody else handles what has these names. */
  once(...names: readonly (string | undefined)[]): Promise<boolean>;
  /** Runs work of one key one after another, in the order of the calls. */
  inTurn<Value>(key: string, work: () => Promise<Value>): Promise<Value>;
  /** Runs work; when it fails, tells the asker a reference and the log the same. @param written what the asker wrote or read */
  guard(
    during: string,
    outlet: Outlet,
    team: string | undefined,
    written: string,
    work: () => Promise<void>,
  ): Promise<void>;
};

/** Claims allow letters, digits and ":". */
const claimKey = (name: string): string => `slack:${name.replace(/[^A-Za-z0-9]/g, ':')}`.slice(0, 200);

/** Furnishes it. */
export function openRoom(
  chat: Chat,
  { connection, visibility, reply }: Pick<SlackSettings, 'connection' | 'visibility' | 'reply'>,
): Room {
  const turns = new Map<string, Promise<unknown>>();
  const settings = async (team: string | undefined) => ({ visibility, reply, ...(await chat.settings(team, 'slack')) });
  const languageOf = async (team: string | undefined, otherwise = 'en'): Promise<string> => {
    try {
      return (await settings(team)).language ?? otherwise;
    } catch {
      return otherwise; // the store is out of reach: whatever failed because of it must be told all the same
    }
  };
  return {
    chat,
    answers: chat.shelf<Kept>('slack-answer', ANSWER_LIFETIME),
    threads: chat.shelf<Thread>('slack-thread', THREAD_LIFETIME),
    proof: createProof(connection.kind === 'socket'),
    settings,
    say: async (id, team, language) => drawSentence(chat.say(id, await languageOf(team, language))),
    async once(...names) {
      for (const name of names) {
        if (name !== undefined && !(await chat.claim(claimKey(name)))) return false;
      }
      return true;
    },
    async inTurn(key, work) {
      const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
      turns.set(key, turn);
      try {
        return await turn;
      } finally {
        if (turns.get(key) === turn) turns.delete(key);
      }
    },
    async guard(during, outlet, team, written, work) {
      try {
        await work();
      } catch (error) {
        const reference = chat.report(error, during);
        try {
          await outlet.whisper(
            drawSentence(chat.say('failed', await languageOf(team, probableLanguage(written)), { reference })),
          );
        } catch (unreachable) {
          chat.log('error', 'slack-asker-unreachable', { reference, error: unreachable });
        }
      }
    },
  };
}
