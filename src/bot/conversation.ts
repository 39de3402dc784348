// What is remembered between the turns of one conversation, so that "and its camera?" and "how about the 9C?" make sense.
import Keyv from 'keyv';
import type { AnswerKind } from '../answer.ts';
import type { Fact } from '../knowledge/model.ts';
import type { Query } from './query.ts';

export type Memory = {
  /** What was spoken of last: subjects of the question first, then of the answer. */
  readonly subjects: readonly string[];
  /** The last question, to carry on when only its subject, place or time changes. */
  readonly question: string;
  /** Conversation-wide language of the last question. */
  readonly language: string;
};

/** A conversation that rests this long starts anew: 30 minutes, in milliseconds. */
const LIFETIME = 30 * 60 * 1000;
const MOST_SUBJECTS = 4;

/** Remembers conversations in a Keyv store: in memory by default, any Keyv adapter otherwise. */
export class Conversations {
  readonly #store: Keyv<Memory>;
  constructor(store: Keyv<Memory> = new Keyv<Memory>({ namespace: 'conversation', ttl: LIFETIME })) {
    this.#store = store;
  }

  async recall(conversation: string | undefined): Promise<Memory | undefined> {
    return conversation === undefined ? undefined : await this.#store.get(conversation);
  }

  async remember(conversation: string | undefined, memory: Memory): Promise<void> {
    if (conversation !== undefined) await this.#store.set(conversation, memory, LIFETIME);
  }
}

/** What to keep after a turn; a turn that named nothing keeps what was there. */
export function memorize(
  query: Query,
  kind: AnswerKind,
  stating: readonly Fact[],
  scope: readonly string[],
  before: Memory | undefined,
  root: string,
): Memory {
  const named = query.mentions.flatMap(({ ids }) => ids.slice(0, 1)).filter((id) => id !== root);
  const answered = stating.flatMap(({ value }) => (value.kind === 'subject' ? value.ids : []));
  const stated = [...new Set([...answered, ...stating.map(({ subject }) => subject)])].filter((id) => id !== root);
  const about = named.length > 0 ? named : scope.length > 0 ? scope : stated.slice(0, 1);
  const extra = stated.filter((id) => !about.includes(id)).slice(0, 1);
  const subjects = [...new Set([...about, ...(named.length > 0 ? extra : [])])].slice(0, MOST_SUBJECTS);
  const chat = kind === 'chat';
  return {
    subjects: subjects.length > 0 ? subjects : (before?.subjects ?? []),
    question: chat && before ? before.question : query.text,
    language: query.language,
  };
}
