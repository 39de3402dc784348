// Whom a message in a thread is for: the bot follows its asker, and nobody else, until the talk turns elsewhere.
import type { Thread } from './room.ts';

/** A message in a thread that does not mention the bot. */
export type Said = {
  readonly user: string;
  /** Whether it turns to anybody by name. */
  readonly names: boolean;
  /** Whether it sends the bot away. */
  readonly sendsAway: boolean;
};

/**
 * What the bot does about a message in a thread: it answers the person that it last answered there, as long as nobody else has
 * spoken since and the message turns to nobody by name; it leaves when that person says so; it is silent otherwise.
 */
export function heed(thread: Thread | undefined, said: Said): 'answer' | 'leave' | 'turn-away' | 'ignore' {
  if (thread?.with === undefined || thread.left) return 'ignore';
  if (said.user !== thread.with || said.names) return 'turn-away';
  return said.sendsAway ? 'leave' : 'answer';
}

/** Whether words are one of a list, given as one line with commas; case and marks at the end count for nothing. */
export function isAmong(words: string, list: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s.!。！…,，]+$/u, '')
      .trim();
  const said = plain(words);
  return said !== '' && list.split(/[,，、]/).some((one) => plain(one) === said);
}
