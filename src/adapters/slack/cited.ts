// Caveats, sources with their dates, credits, and which page this is → the small print below an answer.
import type { types } from '@slack/bolt';
import type { Answer } from '../../answer.ts';
import { citedSources, creditsOf } from '../../chat/cited.ts';
import type { Chat } from '../../chat/contract.ts';
import { dateIn } from '../../chat/dates.ts';
import type { Page } from '../../chat/pages.ts';
import { LIMITS, READABLE } from './limits.ts';
import { escapeMarkup, escapeWithin, link, mrkdwn, pack, person } from './mrkdwn.ts';

type Cited = { readonly say: Chat['say']; readonly sharedBy?: string };

/** As many lines as there is room for, from the first. */
function fitting(lines: readonly string[]): readonly string[] {
  let left = READABLE.sourceCharacters;
  const over = lines.findIndex((line) => {
    left -= line.length;
    return left < 0;
  });
  return over < 0 ? lines : lines.slice(0, over);
}

/** Whom the packs behind an answer ask to be credited, escaped. */
const creditLines = (answer: Answer, say: Chat['say']): string[] =>
  creditsOf(answer)
    .slice(0, READABLE.credits)
    .map(({ attribution, licence }) =>
      say('credit-line', answer.language, {
        attribution: escapeWithin(attribution, READABLE.credit),
        licence: escapeWithin(licence, READABLE.licence),
      }),
    );

/** The lines that say who said it and when, and whom to credit: marked up with links, and escaped alone for the plain text. */
export type SourceLines = { readonly linked: readonly string[]; readonly plain: readonly string[] };

export function sourceLines(answer: Answer, say: Chat['say']): SourceLines {
  const { language } = answer;
  const all = citedSources(answer);
  const label = say('source', language);
  const named = all.slice(0, READABLE.sources).map(({ publisher, title, date, url }) => {
    const said = {
      publisher: escapeWithin(publisher, READABLE.publisher),
      date: escapeWithin(dateIn(language, date), READABLE.publisher),
    };
    const name = escapeWithin(title, READABLE.title);
    const line = (shown: string): string =>
      say('slack-label', language, { label, text: say('source-line', language, { ...said, title: shown }) });
    return { linked: line(link(url, name)), plain: line(name) };
  });
  const credits = creditLines(answer, say);
  const fitted = (lines: readonly string[]): string[] => {
    const shown = fitting(lines);
    const rest = all.length - shown.length;
    return [...shown, ...(rest > 0 ? [say('slack-more-sources', language, { count: rest })] : []), ...credits];
  };
  return { linked: fitted(named.map(({ linked }) => linked)), plain: fitted(named.map(({ plain }) => plain)) };
}

/** Context blocks: caveats first, then sources and credits, then the page and who shared it. */
export function citedBlocks(
  page: Page,
  language: string,
  sources: SourceLines,
  { say, sharedBy }: Cited,
): types.ContextBlock[] {
  const position = page.pages > 1 ? [say('slack-page', language, { page: page.page, pages: page.pages })] : [];
  const shared = sharedBy === undefined ? [] : [say('shared-by', language, { person: person(sharedBy) })];
  const notes = pack(page.notes.map(escapeMarkup), READABLE.notes, ' ');
  const lines = [...notes, ...sources.linked, ...position, ...shared];
  return pack(lines, LIMITS.text.most).map((text) => ({ type: 'context', elements: [mrkdwn(text)] }));
}
