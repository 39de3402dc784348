// Draws a table so that it fits the width: cells wrap; where columns would get too narrow, rows stand below each other.
import type { Table } from '../../answer.ts';
import { cleanLine } from './clean.ts';
import { MIN_CELL } from './limits.ts';
import { paint, type Style } from './style.ts';
import { displayWidth, padEnd, wrap } from './width.ts';

const GAP = '  ';

/** The widths of the columns, the widest ones lowered until all fit; nothing when that leaves one unreadable. */
export function columnWidths(rows: readonly (readonly string[])[], width: number): number[] | undefined {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  const room = width - GAP.length * (count - 1);
  let cap = Math.max(0, ...natural);
  const lowered = (): number[] => natural.map((one) => Math.min(one, cap));
  while (cap > 0 && lowered().reduce((sum, one) => sum + one, 0) > room) cap--;
  return cap < MIN_CELL && cap < Math.max(0, ...natural) ? undefined : lowered();
}

function drawRow(row: readonly string[], widths: readonly number[]): string[] {
  const cells = widths.map((width, column) => wrap(row[column] ?? '', width));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, column) => padEnd(cell[line] ?? '', widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

function drawBelowEachOther(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  style: Style,
  width: number,
): string[] {
  return rows.flatMap((row) => {
    const [head = '', ...cells] = row;
    const filled = cells
      .map((cell, index) => [columns[index + 1] ?? '', cell] as const)
      .filter(([, cell]) => cell !== '');
    return [
      ...wrap(head, width).map((line) => paint('bold', line, style)),
      ...filled.flatMap(([name, cell]) => wrap(name === '' ? `  ${cell}` : `  ${name}: ${cell}`, width, '    ')),
    ];
  });
}

/** The lines of a table of at most `width` columns. */
export function drawTable(table: Table, style: Style, width: number): string[] {
  const columns = table.columns.map(cleanLine);
  const rows = table.rows.map((row) => row.map(cleanLine));
  const named = columns.some((name) => name !== '');
  const widths = columnWidths(named ? [columns, ...rows] : rows, width);
  if (!widths) return drawBelowEachOther(columns, rows, style, width);
  const head = drawRow(columns, widths).map((line) => paint('bold', line, style));
  const rule = paint('dim', widths.map((one) => '─'.repeat(one)).join(GAP), style);
  return [...(named ? [...head, rule] : []), ...rows.flatMap((row) => drawRow(row, widths))];
}
