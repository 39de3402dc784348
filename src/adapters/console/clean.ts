// Nothing that comes from a reader or from data may steer the terminal: what is not text is taken out before drawing.
import { stripVTControlCharacters } from 'node:util';

/** Text without escape sequences, control and direction characters, and lone surrogates; line breaks stay. */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text.toWellFormed())
    .replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)\p{Cc}|\p{Bidi_Control}/gu, '');
}

/** As `cleanText`, on one line. */
export const cleanLine = (text: string): string =>
  cleanText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
