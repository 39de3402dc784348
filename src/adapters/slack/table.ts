// Rows and columns → Slack's own table: the head and the first column stand out, every cell wraps.
import type { types } from '@slack/bolt';
import type { Table } from '../../answer.ts';

type Cell = types.TableBlock['rows'][number][number];

/** A cell must hold something. */
const EMPTY = ' ';

const textCell = (text: string): Cell => ({ type: 'raw_text', text: text === '' ? EMPTY : text });
const boldCell = (text: string): Cell =>
  text === ''
    ? textCell(text)
    : {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }],
      };

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
