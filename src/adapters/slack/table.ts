// Rows and columns → Slack's own table: the head and the first column stand out, every cell wraps.
import type { types } from '@slack/bolt';
import type { Table } from '../../answer.ts';
import { capital } from './mrkdwn.ts';

type Cell = types.TableBlock['rows'][number][number];

/** A cell must hold something. */
const EMPTY = ' ';

/** Values of several variants, each short, are told below each other. */
const BETWEEN = /; |；/u;
const SHORT = 80;

const rich = (text: string, bold = false): Cell => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, ...(bold ? { style: { bold } } : {}) }] }],
});

function textCell(text: string): Cell {
  const values = text.split(BETWEEN);
  if (values.length > 1 && values.every((value) => value !== '' && value.length <= SHORT))
    return rich(values.join('\n'));
  return { type: 'raw_text', text: text === '' ? EMPTY : text };
}
const boldCell = (text: string): Cell => (text === '' ? textCell(text) : rich(capital(text), true));

/** The block of a table whose rows are all as wide as its head, within Slack's limits of rows, cells and characters. */
export function tableBlock({ columns, rows }: Table): types.TableBlock {
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  const named = columns.some((name) => name !== '');
  const filled = (row: readonly string[]): string[] => Array.from({ length: width }, (_, index) => row[index] ?? '');
  return {
    type: 'table',
    column_settings: Array.from({ length: width }, () => ({ is_wrapped: true })),
    rows: [
      ...(named ? [filled(columns).map(boldCell)] : []),
      ...rows.map((row) => filled(row).map((text, index) => (index === 0 ? boldCell(text) : textCell(text)))),
    ],
  };
}
