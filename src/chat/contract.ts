// What a chat adapter sees of the program: one service that answers, remembers, limits and reports, whatever the platform.
import type { Answer } from '../answer.ts';
import type { About, Completed, Completion, LocalNames } from '../bot/contract.ts';
import type { Command } from '../command.ts';
import type { Question } from '../question.ts';
import type { Shelf } from '../state/contract.ts';
import type { Log } from './log.ts';

/** Who asks, and where. Ids are the platform's own; the service adds the platform's name. */
export type Asker = {
  readonly platform: string;
  readonly person: string;
  /** Workspace or server; absent in direct messages and where an app is installed by a person alone. */
  readonly workspace?: string;
};

/** What comes of a question: an answer; a limit, told once and then in silence; or a failure in one sentence. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly reference: string }
  | { readonly kind: 'limited'; readonly sentence?: string }
  | { readonly kind: 'failed'; readonly sentence: string; readonly reference: string };

/** What may be set for a workspace or server; what is absent follows the settings of the program. */
export type PlaceSettings = {
  readonly visibility?: 'channel' | 'private';
  readonly reply?: 'thread' | 'channel';
  /** Answer in this language, whatever the question's own is: "en", "zh". */
  readonly language?: string;
};

/** What a person thinks of an answer. */
export type Feedback = {
  readonly asker: Asker;
  /** Of the answer: `Outcome.reference`. */
  readonly reference: string;
  readonly helpful: boolean;
  /** In the person's own words, bounded by the adapter. */
  readonly why?: string;
};

export type Chat = {
  readonly commands: readonly Command[];
  /** Answers, within the limits of the asker. Never throws. A conversation must have the asker's id in it, set off by ":", so that it can be forgotten. */
  ask(question: Question, asker: Asker): Promise<Outcome>;
  /** What a half-typed name may become: at most `limit`, best first, described in English or in `language` where it is held. */
  complete(typed: string, what: Completed, limit: number, language?: string): Completion[];
  about(): About;
  /** A sentence of the bot by its id in knowledge/messages/, with {blanks} filled in; in English where `language` is not held. */
  say(id: string, language: string, blanks?: Readonly<Record<string, string | number>>): string;
  /** What the commands are called in the languages of the vocabulary. */
  localNames(): LocalNames;
  /** True for exactly one caller: an event or a message that was claimed is being handled. Kept for a day. */
  claim(key: string): Promise<boolean>;
  /** Small state of an adapter: threads that it follows, answers behind a "more" button, installations. */
  shelf<Value>(namespace: string, lifetime?: number): Shelf<Value>;
  settings(workspace: string | undefined, platform: string): Promise<PlaceSettings>;
  /** Sets what is given and leaves the rest; a field that is undefined follows the program again. */
  changeSettings(
    workspace: string,
    platform: string,
    change: { readonly [Field in keyof PlaceSettings]?: PlaceSettings[Field] | undefined },
  ): Promise<PlaceSettings>;
  /** Deletes all that is held about a person. @returns how many entries that were */
  forget(person: string): Promise<number>;
  /** Keeps a person's opinion; the last of the same person on the same answer wins. */
  feedback(feedback: Feedback): Promise<void>;
  /** Logs an unexpected error, without anything that a user wrote. @returns the reference that the asker is told */
  report(error: unknown, during: string): string;
  /** One line of the log: an event's name and plain fields; never a user's words, never a token. */
  log: Log;
};
