// What an answer looks like in a terminal.
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { drawAnswer } from '../../../src/adapters/console/reply.ts';
import { displayWidth } from '../../../src/adapters/console/width.ts';
import { answerOf, source } from '../../support/answer.ts';

const plain = { width: 80, color: false };
const lines = (drawn: string): string[] => drawn.split('\n');

describe('drawAnswer', () => {
  it('gives the value first, then lines, caveats and the source', () => {
    const drawn = drawAnswer(
      answerOf({ lead: 'It is 42 mm.', lines: ['Width: 7 mm'], notes: ['As of May 2020.'], sources: [source] }),
      plain,
    );
    expect(lines(drawn)).toEqual([
      'It is 42 mm.',
      'Width: 7 mm',
      'As of May 2020.',
      'Source: A publisher, “A title”, 7 September 2020',
    ]);
  });

  it('names the source in the language of the answer', () => {
    const drawn = drawAnswer(answerOf({ lead: '42 毫米。', sources: [source], language: 'zh' }), plain);
    expect(lines(drawn)[1]).toBe('来源：A publisher，“A title”，2020年9月7日');
  });

  it('names each source once, a few of them, and counts the rest', () => {
    const sources = Array.from({ length: 9 }, (_, index) => ({
      ...source,
      id: `s${index % 8}`,
      title: `T${index % 8}`,
    }));
    const drawn = drawAnswer(answerOf({ lead: 'x', sources }), plain);
    expect(drawn.match(/^Source: /gm)).toHaveLength(5);
    expect(drawn).toContain('… and 3 more');
  });

  it('does not name a source again that the answer names', () => {
    expect(drawAnswer(answerOf({ lead: 'x', lines: ['2020: A title'], sources: [source] }), plain)).not.toContain(
      'Source: ',
    );
  });

  it('gives a source date no more precise than it is, and a link when there is one', () => {
    const drawn = drawAnswer(
      answerOf({ lead: 'x', sources: [{ ...source, date: '2020-09', url: 'https://example.org/a' }] }),
      plain,
    );
    expect(lines(drawn)[1]).toBe('Source: A publisher, “A title”, September 2020 <https://example.org/a>');
  });

  it('numbers the choices, and says what they are unless the answer asks', () => {
    const choices = [
      { label: 'The first', ask: 'one' },
      { label: 'The second', ask: 'two' },
    ];
    expect(lines(drawAnswer(answerOf({ kind: 'clarify', lead: 'Which?', choices }), plain))).toEqual([
      'Which?',
      '  1  The first',
      '  2  The second',
    ]);
    expect(drawAnswer(answerOf({ lead: 'x', choices }), plain)).toContain('You might ask (type the number):');
    expect(lines(drawAnswer(answerOf({ lead: 'x', choices }), { ...plain, numbered: false }))).toEqual([
      'x',
      'You might ask:',
      '  -  The first',
      '  -  The second',
    ]);
  });

  it('fits every line into the width, also in Chinese', () => {
    const lead = '小米集团在二零二零年第二季度的总收入达到人民币五百三十五亿元，同比增长百分之三点一。'.repeat(3);
    const english = 'The second quarter saw a revenue that was higher than in the year before. '.repeat(4);
    const row = ['屏幕尺寸与分辨率', english, lead];
    const table = { columns: ['Attribute', 'One', 'Two'], rows: [row, row] };
    for (const width of [20, 31, 40, 80, 100]) {
      const drawn = drawAnswer(answerOf({ lead, lines: [english], table, sources: [source] }), { width, color: false });
      for (const line of lines(drawn)) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      expect(drawn.replaceAll(/\s/g, '')).toContain('百分之三点一。'.slice(0, 3));
    }
  });

  it('loses nothing when it wraps', () => {
    const value =
      'Qualcomm-like chip, 6.67" screen, 5,160 mAh, €199, 1080×2400 and a_word_that_is_longer_than_any_line';
    const drawn = drawAnswer(answerOf({ lead: value }), { width: 24, color: false });
    expect(drawn.replaceAll(/\s/g, '')).toBe(value.replaceAll(/\s/g, ''));
  });

  it('does not wrap prose without a width', () => {
    const lead = 'word '.repeat(100).trim();
    expect(drawAnswer(answerOf({ lead }), { color: false })).toBe(lead);
  });

  it('uses colour only when asked to, and then changes no letter', () => {
    const answer = answerOf({
      lead: 'It is 42 mm.',
      notes: ['A note.'],
      table: { columns: ['A', 'B'], rows: [['1', '2']] },
      sources: [source],
      choices: [{ label: 'More', ask: 'more' }],
    });
    const uncolored = drawAnswer(answer, plain);
    const colored = drawAnswer(answer, { width: 80, color: true });
    expect(uncolored).not.toContain('\u001b');
    expect(colored).toContain('\u001b[2mA note.');
    expect(stripVTControlCharacters(colored)).toBe(uncolored);
  });

  it('lets no data steer the terminal', () => {
    const evil = '\u001b[31mred\u001b]0;title\u0007\u009b2J\r\u0008\u202eback\u0000 end\ud800';
    const drawn = drawAnswer(
      answerOf({
        lead: evil,
        lines: [evil],
        notes: [evil],
        table: { columns: [evil, 'b'], rows: [[evil, `a\n${evil}`]] },
        sources: [{ ...source, title: evil, url: `https://example.org/${evil}` }],
        choices: [{ label: evil, ask: evil }],
      }),
      plain,
    );
    expect(drawn).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}|\p{Cs}/u);
    expect(drawn).toContain('red');
    expect(drawn).toContain('end');
  });
});
