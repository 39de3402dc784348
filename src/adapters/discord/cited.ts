// Sources with their dates → the small print below an answer.
import type { Answer, CitedSource } from '../../answer.ts';
import { creditLines } from '../../chat/credits.ts';
import { dateIn } from '../../chat/dates.ts';
import type { Drawing } from './drawing.ts';
import { escapeLine, shorten } from './text.ts';

/** More source lines than this bury the answer; the rest is counted. */
const MOST_SOURCES = 3;
/** Titles and addresses are no longer in earnest; a longer address is left out. */
const TITLE = 160;
const ADDRESS = 200;

/** Each source once; one that the answer itself names is not named again. */
const distinct = ({ sources, lines }: Answer): CitedSource[] =>
  [...new Map(sources.map((source) => [source.id, source])).values()].filter(
    ({ title }) => title === '' || !lines.some((line) => line.includes(title)),
  );

/** An address that can stand in a masked link; nothing where it cannot. */
function address({ url }: CitedSource): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  const safe = href
    .replace(/[()<>\s]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return /^https?:$/.test(protocol) && safe.length <= ADDRESS ? safe : undefined;
}

/** Whether a source among those that are shown can be opened. */
export const hasLinks = (answer: Answer): boolean => distinct(answer).slice(0, MOST_SOURCES).some(address);

/** The lines that say who said it and when, and whom to credit. @param form `linked` and escaped, or plain text where no markup counts */
export function sourceLines(answer: Answer, say: Drawing['say'], form: 'linked' | 'plain'): string[] {
  const { language } = answer;
  const all = distinct(answer);
  const shown = all.slice(0, MOST_SOURCES).map((source) => {
    const [publisher, title] = [source.publisher, source.title].map((text) => shorten(text, TITLE));
    const line = say('source-line', language, {
      publisher: publisher ?? '',
      title: title ?? '',
      date: shorten(dateIn(language, source.date), TITLE),
    });
    if (form === 'plain') return line;
    const link = address(source);
    return link === undefined ? escapeLine(line) : `[${escapeLine(line)}](<${link}>)`;
  });
  const rest = all.length - shown.length;
  const more = rest > 0 ? [say('more-found', language, { count: rest })] : [];
  const credits = creditLines(answer, say);
  return [...shown, ...more, ...(form === 'plain' ? credits : credits.map(escapeLine))];
}
