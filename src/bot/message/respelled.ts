// A question that is not answered, with a word read as another slip of the hand: "thik" is near to "think" and to "thick".
import type { Context } from '../context.ts';
import { tokenize } from '../reading/tokens.ts';

/** A longer message has too many words that may be meant otherwise. In characters. */
const LONGEST = 200;
/** So many readings of one word, and of one message. */
const MOST_OF_WORD = 2;
const MOST = 4;

/** In a message of another language its own words would be slips of these. */
const LANGUAGE = 'en';

/** The message with one mistyped word read otherwise, the likeliest first; none where all are spelled right. */
export function* respelled(text: string, language: string, context: Context): Generator<string> {
  if (language !== LANGUAGE || text.length > LONGEST) return;
  let tried = 0;
  for (const { kind, word } of tokenize(text)) {
    if (kind !== 'word' || !/^[a-z]+$/.test(word)) continue;
    for (const other of context.otherwise(word).slice(0, MOST_OF_WORD)) {
      if (tried === MOST) return;
      tried += 1;
      yield text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu'), other);
    }
  }
}
