// A report as tables for a reader, and as CSV for a spreadsheet.
import type { Style } from '../adapters/console/style.ts';
import { drawTable } from '../adapters/console/table.ts';
import type { Report } from './report-data.ts';

const USUAL_WIDTH = 120;
const NOTHING = '  nothing so far';

const inAll = (when: Readonly<Record<string, number>>): string =>
  Object.entries(when)
    .map(([key, count]) => `${key}: ${count}`)
    .join(', ');

/** Three tables: by week, questions, answers that did not help. */
export function drawReport({ unanswered, unhelpful, totals }: Report, style: Style): string {
  const table = (title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string =>
    [title, ...(rows.length === 0 ? [NOTHING] : drawTable({ columns, rows }, style, style.width ?? USUAL_WIDTH))].join(
      '\n',
    );
  const hasTexts = unanswered.some(({ texts }) => texts.length > 0);
  return [
    table(
      'By week',
      ['week', 'platform', 'unanswered', 'helpful', 'unhelpful'],
      totals.map((one) => [one.week, one.platform, ...[one.unanswered, one.helpful, one.unhelpful].map(String)]),
    ),
    table(
      'Could not be answered, most frequent first',
      ['times', 'read as', 'where and when', ...(hasTexts ? ['for example'] : [])],
      unanswered.map(({ count, read, when, texts }) => [
        String(count),
        read,
        inAll(when),
        ...(hasTexts ? [texts.join(' | ')] : []),
      ]),
    ),
    table(
      'Marked as not helpful, latest first',
      ['week', 'platform', 'reference', 'why', 'the answer stated'],
      unhelpful.map(({ week, platform, reference, why, about }) => [week, platform, reference, why, about.join(', ')]),
    ),
  ].join('\n\n');
}

/** A cell that a spreadsheet takes for text, whatever somebody wrote into it. @see https://owasp.org/www-community/attacks/CSV_Injection */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One row each: unanswered questions by platform and week, then opinions. */
export function toCsv({ unanswered, unhelpful, totals }: Report): string {
  const rows: (readonly (string | number)[])[] = [
    ['section', 'week', 'platform', 'count', 'what', 'why', 'reference'],
    ...totals.map(({ week, platform, helpful }) => ['helpful', week, platform, helpful, '', '', '']),
    ...unanswered.flatMap(({ read, when, texts }) =>
      Object.entries(when).map(([key, count]) => {
        const [platform = '', week = ''] = key.split(' ');
        return ['unanswered', week, platform, count, read, texts.join(' | '), ''];
      }),
    ),
    ...unhelpful.map(({ week, platform, about, why, reference }) => [
      'unhelpful',
      week,
      platform,
      1,
      about.join(', '),
      why,
      reference,
    ]),
  ];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
