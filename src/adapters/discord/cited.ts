// Sources with their dates, and whom their packs ask to be credited → the small print below an answer.
import type { Answer, CitedSource } from '../../answer.ts';
import { citedSources, creditsOf } from '../../chat/cited.ts';
import { cleanLine } from '../../chat/clean.ts';
import { dateIn } from '../../chat/dates.ts';
import type { Drawing } from './drawing.ts';
import { escapeLine, shorten } from './text.ts';

/** More source lines than this bury the answer; the rest is counted. */
const MOST_SOURCES = 3;
/** Titles and addresses are no longer in earnest; a longer address is left out. */
const TITLE = 160;
const ADDRESS = 200;
const DATE = 40;
/** A credit is short, and few packs are behind one answer: so bounded, they always fit beside the sources. */
const MOST_CREDITS = 3;
const ATTRIBUTION = 120;
const LICENCE = 40;

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
export const hasLinks = (answer: Answer): boolean => citedSources(answer).slice(0, MOST_SOURCES).some(address);

/** The lines that say who said it and when. @param form `linked` and escaped, or plain text where no markup counts */
export function sourceLines(answer: Answer, say: Drawing['say'], form: 'linked' | 'plain'): string[] {
  const { language } = answer;
  const all = citedSources(answer);
  const shown = all.slice(0, MOST_SOURCES).map((source) => {
    const [publisher, title] = [source.publisher, source.title].map((text) => shorten(text, TITLE));
    const line = say('source-line', language, {
      publisher: publisher ?? '',
      title: title ?? '',
      date: shorten(dateIn(language, source.date), DATE),
    });
    if (form === 'plain') return line;
    const link = address(source);
    return link === undefined ? escapeLine(line) : `[${escapeLine(line)}](<${link}>)`;
  });
  const rest = all.length - shown.length;
  return rest > 0 ? [...shown, say('more-found', language, { count: rest })] : shown;
}

/** Whom the packs behind an answer ask to be credited, unescaped. */
export const creditLines = (answer: Answer, say: Drawing['say']): string[] =>
  creditsOf(answer)
    .slice(0, MOST_CREDITS)
    .map(({ attribution, licence }) =>
      say('credit-line', answer.language, {
        attribution: shorten(cleanLine(attribution), ATTRIBUTION),
        licence: shorten(cleanLine(licence), LICENCE),
      }),
    );
