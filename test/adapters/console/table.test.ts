// Tables that fit.
import { describe, expect, it } from 'vitest';
import { columnWidths, drawTable } from '../../../src/adapters/console/table.ts';
import { displayWidth, padEnd, wrap } from '../../../src/adapters/console/width.ts';

const plain = { color: false };

describe('drawTable', () => {
  it('aligns columns, wide characters counted as two', () => {
    const table = {
      columns: ['名称', 'Weight'],
      rows: [
        ['红米', '198 g'],
        ['Band', '12 g'],
      ],
    };
    expect(drawTable(table, plain, 80)).toEqual(['名称  Weight', '────  ──────', '红米  198 g', 'Band  12 g']);
  });

  it('wraps cells of the widest columns and leaves narrow ones whole', () => {
    const table = { columns: ['Key', 'Value'], rows: [['RAM', 'one two three four five six seven']] };
    expect(drawTable(table, plain, 20)).toEqual([
      'Key  Value',
      '───  ───────────────',
      'RAM  one two three',
      '     four five six',
      '     seven',
    ]);
  });

  it('puts rows below each other where columns would be unreadable', () => {
    const columns = ['Product', 'A long column', 'B long column', 'C long column'];
    const rows = [['Thing number one', 'value of a that is long', '', 'value of c that is long']];
    expect(columnWidths([columns, ...rows], 30)).toBeUndefined();
    expect(drawTable({ columns, rows }, plain, 30)).toEqual([
      'Thing number one',
      '  A long column: value of a',
      '    that is long',
      '  C long column: value of c',
      '    that is long',
    ]);
  });

  it('copes with ragged rows, no rows and no column names', () => {
    expect(drawTable({ columns: ['A'], rows: [['1', '2'], []] }, plain, 40)).toHaveLength(4);
    expect(drawTable({ columns: ['A', 'B'], rows: [] }, plain, 40)).toEqual(['A  B', '─  ─']);
    expect(drawTable({ columns: ['', ''], rows: [['a', 'b']] }, plain, 40)).toEqual(['a  b']);
  });
});

describe('width', () => {
  it('counts columns, not code units', () => {
    const widths = { abc: 3, 小米: 4, é: 1, 'e\u0301': 1, '👍🏽': 2, '👨‍👩‍👧': 2, '①': 1, ﾊﾝ: 2, '，': 2, 한글: 4 };
    for (const [text, width] of Object.entries(widths)) expect(displayWidth(text), text).toBe(width);
    expect(padEnd('小米', 6)).toBe('小米  ');
  });

  it('breaks at blanks, between wide characters, never before closing marks', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('小米公司成立。', 8)).toEqual(['小米公司', '成立。']);
    expect(wrap('小米公司。成立', 8)).toEqual(['小米公', '司。成立']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('one two three', 8, '  ')).toEqual(['one two', '  three']);
    expect(wrap('a\n\nb', 8)).toEqual(['a', '', 'b']);
  });
});
