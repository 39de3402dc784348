// Whom the packs behind an answer ask to be credited: said below it on every platform, as their licences ask for it.
import type { Answer } from '../answer.ts';
import { cleanLine, clip } from './clean.ts';
import type { Chat } from './contract.ts';

/** So many credits are shown, each of at most so many characters: no answer draws on more packs in earnest. */
const MOST = 3;
const CREDIT = 200;

/** One line a pack, each once; none where no pack asks for it. Not escaped. */
export function creditLines({ sources, language }: Answer, say: Chat['say']): string[] {
  const credits = sources.flatMap(({ attribution, licence }) =>
    attribution
      ? [clip(cleanLine(say('credit-line', language, { attribution, licence: licence ?? '–' })), CREDIT)]
      : [],
  );
  return [...new Set(credits)].slice(0, MOST);
}
