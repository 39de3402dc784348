// Answers cut into pages: whole facts and rows, nothing lost, nothing over the budget.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budget, type Page, pagesOf, split } from '../../src/chat/pages.ts';
import { answerOf } from '../support/answer.ts';

const budget: Budget = { characters: 300, lines: 4, rows: 3, columns: 4, piece: 100 };

/** All that the pages say, in order. */
const told = (pages: readonly Page[]): string[] =>
  pages.flatMap(({ lead, lines, table, notes }) => [lead, ...lines, ...(table?.rows.flat() ?? []), ...notes]);
const letters = (texts: readonly string[]): string => texts.join('').replace(/\s/g, '');
const sorted = (texts: readonly string[]): string => [...letters(texts)].sort().join('');
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `fact ${index + 1}`);

describe('pagesOf', () => {
  it('shows a small answer on one page', () => {
    const answer = answerOf({ lead: 'It is 42 mm.', lines: ['Width: 7 mm'], notes: ['As of May 2020.'] });
    expect(pagesOf(answer, budget)).toEqual([
      { lead: 'It is 42 mm.', lines: ['Width: 7 mm'], notes: ['As of May 2020.'], page: 1, pages: 1 },
    ]);
  });

  it('has one page for an answer that says nothing', () => {
    expect(pagesOf(answerOf({}), budget)).toEqual([{ lead: '', lines: [], notes: [], page: 1, pages: 1 }]);
  });

  it('begins a new page when lines, rows or characters are used up, and never cuts one', () => {
    const lines = numbered(9);
    const pages = pagesOf(answerOf({ lead: 'All.', lines }), budget);
    expect(pages.map((page) => page.lines.length)).toEqual([4, 4, 1]);
    expect(pages.flatMap((page) => page.lines)).toEqual(lines);
    expect(pages.map(({ page, pages: of }) => `${page}/${of}`)).toEqual(['1/3', '2/3', '3/3']);

    const rows = numbered(7).map((name) => [name, 'x'.repeat(20)]);
    const tables = pagesOf(answerOf({ lead: 'All.', table: { columns: ['', 'A'], rows } }), budget);
    expect(tables.map(({ table }) => table?.rows.length)).toEqual([3, 3, 1]);
    expect(tables.every(({ table }) => table?.columns[1] === 'A')).toBe(true);

    const long = numbered(6).map((name) => `${name} ${'y'.repeat(80)}`);
    expect(pagesOf(answerOf({ lines: long }), budget).map((page) => page.lines.length)).toEqual([3, 3]);
  });

  it('keeps caveats with the lead that they belong to', () => {
    const pages = pagesOf(answerOf({ lead: 'All.', lines: numbered(9), notes: ['As of May 2020.'] }), budget);
    expect(pages[0]?.notes).toEqual(['As of May 2020.']);
    expect(pages.slice(1).flatMap(({ notes }) => notes)).toEqual([]);
  });

  it('tells a table that is too wide in lines', () => {
    const table = { columns: ['', 'A', 'B', 'C', 'D'], rows: [['size', '1', '', '3', '4']] };
    const [page] = pagesOf(answerOf({ table }), budget);
    expect(page?.lines).toEqual(['size; A: 1; C: 3; D: 4']);
    expect(page?.table).toBeUndefined();
  });

  it('goes on in the next row where a cell is too long', () => {
    const table = { columns: ['', 'A'], rows: [['story', 'word '.repeat(30).trim()]] };
    const pages = pagesOf(answerOf({ table }), budget);
    const rows = pages.flatMap((page) => page.table?.rows ?? []);
    expect(rows.map(([head]) => head)).toEqual(['story', ...Array(rows.length - 1).fill('')]);
    expect(rows.map(([, cell]) => cell).join(' ')).toBe('word '.repeat(30).trim());
  });

  it('loses nothing and stays within the budget, whatever the answer and however it is drawn', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom('&'.repeat(90), 'word '.repeat(200), '小米集团。'.repeat(99)),
    );
    const cost = (one: string): number => one.replaceAll('&', '&amp;').length;
    const anyAnswer = fc.record({
      lead: text,
      lines: fc.array(text, { maxLength: 12 }),
      notes: fc.array(text, { maxLength: 5 }),
      table: fc.option(
        fc.record({
          columns: fc.array(fc.constantFrom('', 'A'), { maxLength: 4 }),
          rows: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 8 }),
        }),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(anyAnswer, ({ table, ...rest }) => {
        const answer = answerOf(table ? { ...rest, table } : rest);
        const pages = pagesOf(answer, { ...budget, cost });
        const all = [answer.lead, ...answer.lines, ...(table?.rows.flat() ?? []), ...answer.notes];
        expect(sorted(told(pages))).toBe(sorted(all));
        for (const page of pages) {
          expect(page.lines.length + page.notes.length).toBeLessThanOrEqual(Math.max(budget.lines, page.notes.length));
          expect(page.table?.rows.length ?? 0).toBeLessThanOrEqual(budget.rows);
          const spent = told([page]).reduce((sum, one) => sum + cost(one), 0);
          expect(spent).toBeLessThanOrEqual(budget.characters);
        }
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});

describe('split', () => {
  it('breaks after a sentence, else after a word, else between characters', () => {
    expect(split('It is so. It was not so before', 12)).toEqual(['It is so.', 'It was not', 'so before']);
    expect(split('one two three four', 10)).toEqual(['one two', 'three four']);
    expect(split('小米。集团在', 4)).toEqual(['小米。集', '团在']);
    expect(split('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
  });

  it('ends with a text of one endless character, too', () => {
    const parts = split(`e${'\u0301'.repeat(500)}`, 50);
    expect(parts.join('')).toHaveLength(501);
    expect(parts.every((part) => part.length <= 50)).toBe(true);
  });
});
