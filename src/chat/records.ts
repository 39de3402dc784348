// What is kept for whoever runs the bot to read: questions that could not be answered, opinions, and how to forget a person.
import type { Answer } from '../answer.ts';
import type { Gist } from '../bot/contract.ts';
import type { State } from '../state/contract.ts';
import type { Feedback } from './contract.ts';
import { isPersonal, NAMESPACES } from './namespaces.ts';

/** A question that could not be answered. */
export type Unanswered = {
  /** ISO time. */
  readonly at: string;
  readonly platform: string;
  readonly gist: Gist;
  /** Only with RECORD_QUESTIONS=on. */
  readonly text?: string;
  readonly person?: string;
};
/** An opinion as it is kept; `about` are the facts that the answer stated, where this replica gave it. */
export type Opinion = Feedback & { readonly at: string; readonly about?: readonly string[] };

const LONGEST_TEXT = 500;
const LONGEST_WHY = 1000;

/** The shelves that `npm run report` reads. */
export const recordsOf = (state: State) => ({
  unanswered: state.shelf<Unanswered>('unanswered', NAMESPACES.unanswered.lifetime),
  opinions: state.shelf<Opinion>('feedback', NAMESPACES.feedback.lifetime),
});

/** What is kept of a question. @param text nothing unless words may be kept */
export const unansweredRecord = (
  platform: string,
  gist: Gist,
  words: { readonly text: string; readonly person: string } | undefined,
): Unanswered => ({
  at: new Date().toISOString(),
  platform,
  gist,
  ...(words ? { text: words.text.slice(0, LONGEST_TEXT), person: words.person } : {}),
});

/** What is kept of an opinion. */
export const opinionRecord = (feedback: Feedback, about: readonly string[] | undefined): Opinion => ({
  ...feedback,
  at: new Date().toISOString(),
  ...(feedback.why === undefined ? {} : { why: feedback.why.slice(0, LONGEST_WHY) }),
  ...(about ? { about } : {}),
});

/** An opinion is about so many facts of an answer at most. */
const MOST_STATED = 8;

/** What an answer stated, as ids. */
export function statedBy({ facts }: Answer): string[] {
  const stated = new Set<string>();
  for (const { subject, attribute } of facts) {
    if (stated.size === MOST_STATED) break;
    stated.add(`${subject}/${attribute}`);
  }
  return [...stated];
}

/** Whether a person's id is a part of a key, or a value somewhere within. */
const names = (id: string, key: string, value: unknown): boolean =>
  key.split(/[^\p{L}\p{N}_-]+/u).includes(id) || holds(value, id);
const holds = (value: unknown, id: string): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some((one) => holds(one, id)) : value === id;

/**
 * Deletes everything that is held about a person: by id, as the platforms give it ("U0123ABC", "80351110224678912").
 * @returns how many entries were deleted
 * @throws where the store cannot be read
 */
export async function forgetPerson(state: State, person: string): Promise<number> {
  let forgotten = 0;
  for (const namespace of (await state.namespaces()).filter(isPersonal)) {
    const shelf = state.shelf<unknown>(namespace);
    const found: string[] = [];
    for await (const [key, value] of shelf.entries()) if (names(person, key, value)) found.push(key);
    for (const key of found) await shelf.delete(key);
    forgotten += found.length;
  }
  return forgotten;
}
