// Caveats, sources with their dates, and which page this is → the small print below an answer.
import type { types } from '@slack/bolt';
import type { Answer, CitedSource } from '../../answer.ts';
import { clip } from '../../chat/clean.ts';
import type { Chat } from '../../chat/contract.ts';
import { creditLines } from '../../chat/credits.ts';
import { dateIn } from '../../chat/dates.ts';
import type { Page } from '../../chat/pages.ts';
import { LIMITS, READABLE } from './limits.ts';
import { escapeMarkup, link, mrkdwn, pack, person } from './mrkdwn.ts';

type Cited = { readonly say: Chat['say']; readonly sharedBy?: string };

/** Each source once; one that the answer itself names is not named again. */
const distinct = ({ sources, lines }: Answer): CitedSource[] =>
  [...new Map(sources.map((source) => [source.id, source])).values()].filter(
    ({ title }) => title === '' || !lines.some((line) => line.includes(title)),
  );

/** The lines that say who said it and when, and whom to credit: marked up with links, or escaped alone for the plain text. */
export function sourceLines(answer: Answer, say: Chat['say'], linked: boolean): string[] {
  const { language } = answer;
  const all = distinct(answer);
  const shown = all.slice(0, READABLE.sources).map(({ publisher, title, date, url }) => {
    const name = escapeMarkup(clip(title, READABLE.title));
    return say('source-line', language, {
      publisher: escapeMarkup(clip(publisher, READABLE.publisher)),
      date: escapeMarkup(clip(dateIn(language, date), READABLE.publisher)),
      title: linked ? link(url, name) : name,
    });
  });
  const label = (text: string): string => say('slack-label', language, { label: say('source', language), text });
  const rest = all.length - shown.length;
  const more = rest > 0 ? [say('slack-more-sources', language, { count: rest })] : [];
  return [...shown.map(label), ...more, ...creditLines(answer, say).map(escapeMarkup)];
}

/** Context blocks: caveats first, then sources, then the page and who shared it. */
export function citedBlocks(page: Page, answer: Answer, { say, sharedBy }: Cited): types.ContextBlock[] {
  const { language } = answer;
  const position = page.pages > 1 ? [say('slack-page', language, { page: page.page, pages: page.pages })] : [];
  const shared = sharedBy === undefined ? [] : [say('shared-by', language, { person: person(sharedBy) })];
  const notes = pack(page.notes.map(escapeMarkup), READABLE.notes, ' ');
  const lines = [...notes, ...sourceLines(answer, say, true), ...position, ...shared];
  return pack(lines, LIMITS.text.most).map((text) => ({ type: 'context', elements: [mrkdwn(text)] }));
}
