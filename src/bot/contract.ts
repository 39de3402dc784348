// What the rest of the program sees of the bot.
import type { Answer, CitedSource } from '../answer.ts';
import type { Question } from '../question.ts';

/** How a question was read, without its wording: ids of the knowledge, a model that is not known, words that the knowledge uses. */
export type Gist = {
  readonly language: string;
  readonly asks: readonly string[];
  readonly subjects: readonly string[];
  readonly attributes: readonly string[];
  readonly classes: readonly string[];
  readonly words: readonly string[];
  /** How many words that nothing here knows. */
  readonly unread: number;
  readonly product?: string;
};

/** How an answer came about, for `--explain`. */
export type Explanation = {
  /** The way that answered, by its name in `src/bot/ways.ts`; empty for what is not free text. */
  readonly way: string;
  readonly query: unknown;
  readonly accounted: readonly string[];
  readonly unaccounted: readonly string[];
  readonly candidates: readonly { readonly fact: string; readonly score: number }[];
};
export type Reply = {
  readonly answer: Answer;
  /** Of a question in free words that could not be answered. */
  readonly gist?: Gist;
};
export type Explained = Reply & { readonly explanation: Explanation };
/** What may be completed: a topic is a subject, or what is known of the company that most facts are about. */
export type Completed = 'product' | 'attribute' | 'subject' | 'topic';
export type Completion = { readonly value: string; readonly label: string; readonly description: string };

/** What a command, or something else that is offered by name, is called in one language. */
export type LocalName = {
  readonly name: string;
  readonly description?: string;
  /** By the option's own name. */
  readonly options?: Readonly<Record<string, { readonly name: string; readonly description?: string }>>;
};
/** By language ("en", "zh", …), then by the command's own name; "ask-about-this" is what a message is asked about with. */
export type LocalNames = Readonly<Record<string, Readonly<Record<string, LocalName>>>>;

/** What the knowledge holds, for a first screen. */
export type About = {
  /** The company that most facts are about: the one that the bot is asked of. */
  readonly company?: { readonly id: string; readonly name: string };
  readonly products: number;
  readonly subjects: number;
  readonly facts: number;
  /** Newest first. */
  readonly sources: readonly CitedSource[];
  /** The products that were announced last, newest first, at most eight. */
  readonly recent: readonly Completion[];
};

export type Bot = {
  /** Answers one question. The same question, knowledge and conversation give the same bytes. Never throws for what a user typed. */
  ask(question: Question): Promise<Answer>;
  /** As `ask`, with what may be kept of a question that could not be answered. */
  reply(question: Question): Promise<Reply>;
  /** As `reply`, with how the answer came about. */
  explain(question: Question): Promise<Explained>;
  /** What a half-typed name may become: at most `limit`, best first, described in English or in `language` where it is held. */
  complete(typed: string, what: Completed, limit: number, language?: string): Completion[];
  about(): About;
  /** A sentence of the bot by its id in knowledge/messages/, with {blanks} filled in; in English where `language` is not held. */
  say(id: string, language: string, blanks?: Readonly<Record<string, string | number>>): string;
  /** What the commands are called in the languages of the vocabulary. */
  localNames(): LocalNames;
  /** Digest of the knowledge that answers. */
  readonly knowledgeVersion: string;
};
