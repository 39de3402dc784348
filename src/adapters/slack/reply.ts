// Answer → a Slack message: the value first, then facts, a table, sources with their dates, and ways on.
import type { Answer } from '../../answer.ts';
import { cleanAnswer, cleanText } from '../../chat/clean.ts';
import type { Chat } from '../../chat/contract.ts';
import { type Budget, type Page, pagesOf, split } from '../../chat/pages.ts';
import { citedBlocks, type SourceLines, sourceLines } from './cited.ts';
import { controlBlocks } from './controls.ts';
import type { Drawing, Message } from './drawing.ts';

import { factBlocks, headingOf } from './facts.ts';
import { LIMITS, READABLE } from './limits.ts';
import { escapeMarkup, mrkdwn, pack } from './mrkdwn.ts';
import { tableBlock } from './table.ts';

export type { Drawing, Message } from './drawing.ts';

const cost = (text: string): number => escapeMarkup(text).length;

const BUDGET: Budget = {
  characters: READABLE.characters,
  lines: READABLE.lines,
  rows: READABLE.rows,
  columns: LIMITS.tableCells.most,
  piece: READABLE.piece,
  cost,
};

/** What is read out and shown in a notification: the page in words, as many whole lines of it as fit. */
function spoken(page: Page, answer: Answer, sources: SourceLines, say: Chat['say']): string {
  const { columns = [], rows = [] } = page.table ?? {};
  const told = rows.map(([head = '', ...cells]) =>
    [head, cells.filter((cell) => cell !== '').join(' | ')].filter((text) => text !== '').join(': '),
  );
  const names = columns.filter((name) => name !== '');
  const unsaid = names.length > 1 && !names.every((name) => answer.lead.includes(name)) ? [names.join(' | ')] : [];
  const place = page.pages > 1 ? [say('slack-page', answer.language, { page: page.page, pages: page.pages })] : [];
  const lines = [page.lead || headingOf(answer), ...place, ...page.lines, ...unsaid, ...told, ...page.notes];
  const [text = ''] = pack(
    [...lines.filter((line) => line !== '').map(escapeMarkup), ...sources.plain],
    READABLE.spoken,
  );
  return text;
}

/** The message that shows one page of an answer; within all of Slack's limits, whatever the answer holds. */
export function drawAnswer(answer: Answer, drawing: Drawing): Message {
  const clean = cleanAnswer(answer);
  const pages = pagesOf(clean, BUDGET);
  const page = pages[Math.min(Math.max(1, Math.trunc(drawing.page)), pages.length) - 1] as Page;
  const sources = sourceLines(clean, drawing.say);
  const text = spoken(page, clean, sources, drawing.say);
  if (text === '') return drawSentence(drawing.say('unknown', clean.language));
  return {
    text,
    blocks: [
      ...factBlocks(page, clean),
      ...(page.table ? [tableBlock(page.table)] : []),
      ...citedBlocks(page, clean.language, sources, drawing),
      ...controlBlocks(page, clean, drawing),
    ],
  };
}

/** The message that says one sentence of the bot: a limit, a failure, a thank you. */
export function drawSentence(sentence: string): Message {
  const text = escapeMarkup(split(cleanText(sentence), READABLE.piece, cost)[0] ?? '…');
  return { text, blocks: [{ type: 'section', text: mrkdwn(text) }] };
}
