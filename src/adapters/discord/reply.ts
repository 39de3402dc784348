// Answer → what Discord draws, in the form of its REST API: the value as text, which is what a notification shows, what belongs to it as a card.
import type { Answer } from '../../answer.ts';
import { cleanAnswer, cleanText, clip } from '../../chat/clean.ts';
import { type Budget, type Page, pagesOf } from '../../chat/pages.ts';
import { drawCard, listed } from './card.ts';
import { creditLines, sourceLines } from './cited.ts';
import { drawControls } from './controls.ts';
import type { Body, Drawing } from './drawing.ts';
import { drawLead } from './facts.ts';
import { CONTENT } from './limits.ts';
import { escapeLine, escapeText } from './text.ts';

export type { Body, Drawing } from './drawing.ts';

/** https://docs.discord.com/developers/resources/message#message-object-message-flags; it would hide our own cards too */
const SUPPRESS_EMBEDS = 4;
/** Said where an answer is empty, as Discord takes no empty message. */
const EMPTY = '–';
/** A lead up to this long is a title: it stands above each page. */
const TITLE = 100;
const cost = (text: string): number => escapeText(text).length;

/** A page that is read without scrolling on a phone, more or less. */
const CARD: Budget = { characters: 1100, lines: 15, rows: 18, columns: 5, piece: 1600, cost };
/** Values side by side take a line each. */
const SIDE_BY_SIDE: Budget = { ...CARD, characters: 900, rows: 9 };
/** Column names that would leave no room for the values; a table with such is told in lines. */
const HEADER = 240;
/** All in one text: what is left of 2,000 characters is for labels and sources. */
const PLAIN: Budget = { characters: 1200, lines: 15, rows: 0, columns: 0, piece: 1000, cost };

/** Whether there is more than a sentence to show: facts in a list or a table. */
const hasCard = ({ kind, lines, table }: Answer): boolean =>
  kind === 'answer' && (lines.length > 0 || (table?.rows.length ?? 0) > 0);

/** A table told in lines, where there is no card to draw it on, or where it is too wide for one. */
function withoutTable(answer: Answer, say: Drawing['say']): Answer {
  const { table, language, ...rest } = answer;
  if (!table) return answer;
  const [, ...names] = table.columns;
  const told = table.rows.map(([label = '', ...values]) => {
    const value = values.map((one, index) => (values.length > 1 ? `${names[index] ?? ''}: ${one}` : one)).join('; ');
    return label === '' ? value : say('discord-row', language, { label, value });
  });
  return { ...rest, language, lines: [...answer.lines, ...told] };
}

/** A table of columns that fit a card, each row as wide as its head. */
function drawable({ table }: Answer): boolean {
  if (!table) return true;
  const { columns, rows } = table;
  return (
    columns.length >= 2 &&
    columns.length <= CARD.columns &&
    rows.every((row) => row.length <= columns.length) &&
    columns.reduce((sum, name) => sum + name.length, 0) <= HEADER
  );
}

function pagesFor(answer: Answer, asCard: boolean): Page[] {
  if (!asCard) return pagesOf(answer, PLAIN);
  return pagesOf(answer, (answer.table?.columns.length ?? 0) > 2 ? SIDE_BY_SIDE : CARD);
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0);

/** As many lines of small print as there is room for. */
function smallPrint(lines: readonly string[], room: number): string[] {
  const drawn = lines.map((line) => `-# ${line}`);
  while (lengthOf(drawn) > room) drawn.pop();
  return drawn;
}

function plainContent(answer: Answer, page: Page, { say }: Drawing): string {
  const { language } = answer;
  const position = page.pages > 1 ? [say('page', language, { page: page.page, pages: page.pages })] : [];
  const said = [
    drawLead(page.lead, answer.kind),
    ...listed(page.lines),
    ...page.notes.map((note) => `-# ${escapeLine(note)}`),
  ];
  const text = said.filter((line) => line !== '').join('\n');
  const room = CONTENT - text.length - 1;
  // A credit is owed: it has its room before the sources have theirs.
  const credits = smallPrint(creditLines(answer, say).map(escapeLine), room);
  const small = smallPrint([...position, ...sourceLines(answer, say, 'linked')], room - lengthOf(credits));
  return [text || EMPTY, ...small, ...credits].join('\n');
}

/** The lead on the first page; above a card a title is set off, and stands above its further pages too. */
function title({ lead, kind }: Answer, page: Page): string {
  const drawn = drawLead(lead, kind);
  const isTitle = lead.length <= TITLE && !lead.includes('\n');
  if (!isTitle) return drawLead(page.lead, kind);
  return drawn === escapeText(lead) ? `**${drawn}**` : drawn;
}

/** Draws an answer, or one page of a long one; no fact is left out or cut. */
export function drawAnswer(given: Answer, drawing: Drawing): Body {
  const cleaned = cleanAnswer(given);
  const asCard = drawing.rich && hasCard(cleaned);
  const answer = asCard && drawable(cleaned) ? cleaned : withoutTable(cleaned, drawing.say);
  const pages = pagesFor(answer, asCard);
  const index = Math.min(Math.max(0, drawing.page ?? 0), pages.length - 1);
  const page = pages[index] as Page;
  // A page that a long lead fills has nothing for a card.
  const fills = page.lines.length + page.notes.length + (page.table?.rows.length ?? 0) > 0;
  return {
    content: asCard && fills ? title(answer, page) : plainContent(answer, page, drawing),
    embeds: asCard && fills ? [drawCard(answer, page, drawing)] : [],
    components: drawControls(answer, drawing, index, pages.length),
    flags: asCard && fills ? 0 : SUPPRESS_EMBEDS,
    allowed_mentions: { parse: [] },
  };
}

/** A sentence of the bot's own: a limit, a failure, an expired button. */
export function drawSentence(sentence: string): Body {
  return {
    content: escapeText(clip(cleanText(sentence), CONTENT / 2)) || EMPTY,
    embeds: [],
    components: [],
    flags: SUPPRESS_EMBEDS,
    allowed_mentions: { parse: [] },
  };
}
