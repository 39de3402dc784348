// Clean text, made fit to stand in a Discord message: nothing in it formats, links, pings or turns into a picture.
import { clip } from '../../chat/clean.ts';

/** Marks of https://support.discord.com/hc/en-us/articles/210298617 that count wherever they stand, and names that call everybody. */
const MARKS = /[\\*_~`|<[\]]|@(?=everyone|here)/g;
/** Marks that count where a line begins: headings, small print, quotes, lists. */
const LINE_MARKS = /^(\s*)(#{1,3}(?=\s)|-#|>|[-+](?=\s)|\d+(?=[.)]\s))/gm;
/** A moment with its time zone: each reader sees it in their own. A calendar day is the same everywhere and stays as it is. */
const MOMENT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)(?!\d)/g;

const stamp = (moment: string): string => {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? moment : `<t:${Math.floor(time / 1000)}:f>`;
};

/**
 * Text that Discord shows as it is; an ISO moment with its zone becomes a timestamp of
 * https://docs.discord.com/developers/reference#message-formatting
 */
export const escapeText = (text: string): string =>
  text
    .replace(MARKS, '\\$&')
    .replaceAll('://', ':\\//')
    .replace(LINE_MARKS, (_, before: string, mark: string) =>
      /\d/.test(mark) ? `${before}${mark}\\` : `${before}\\${mark}`,
    )
    .replace(MOMENT, stamp);

/** As `escapeText`, on one line. */
export const escapeLine = (text: string): string => escapeText(text.replace(/\s+/g, ' '));

/** A name as a tag of code, where nothing can be escaped; filled up to a width, so that tags below each other are alike wide. */
export const tag = (name: string, width: number): string =>
  `\`${name.replaceAll('`', 'ˋ').replace(/\s+/g, ' ').padEnd(width, '\u00a0')}\``;

/** A label that begins with a plain word, with a capital; "eSIM" stays as it is. */
export const capital = (label: string): string =>
  label.replace(/^\p{Ll}+(?![\p{L}\p{N}])/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));

/** At most so many characters, cut after a word; for labels only, whose full text stands elsewhere. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const words = line.slice(0, most - 1).replace(/\s+\S*$/u, '');
  return words.length >= most / 2 && words.length < most - 1
    ? `${words.replace(/[\s,;:(–-]+$/u, '')}…`
    : clip(line, most);
}
