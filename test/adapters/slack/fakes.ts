// Answers and drawings for tests of what Slack is sent.
import fc from 'fast-check';
import type { Drawing } from '../../../src/adapters/slack/reply.ts';
import type { Answer } from '../../../src/answer.ts';

/** Says the id of a message and its blanks. */
const sayPlainly: Drawing['say'] = (id, _language, blanks = {}) =>
  [id, ...Object.entries(blanks).map(([name, value]) => `${name}=${value}`)].join(' ');

export const drawingOf = (part: Partial<Drawing> = {}): Drawing => ({
  say: sayPlainly,
  asker: 'U0ASKER',
  reference: 'abcd1234',
  page: 1,
  audience: 'all',
  shareable: false,
  feedback: true,
  ...part,
});

const hostile = fc.constantFrom(
  '<!channel>',
  '<!everyone>',
  '<@U123ABC>',
  '<#C123ABC|general>',
  '<https://evil.example|Xiaomi>',
  'https://evil.example/?a=1&b=2',
  '@here @channel #general',
  '*bold* _it_ ~no~ `code`',
  '```',
  '> quote',
  '&lt;!channel&gt; &amp;',
  '\u202Egnp.exe',
  '\u0000\u001b[31m',
  '\ud800',
  '👩‍👩‍👧‍👦',
  'e\u0301\u0301',
  '{page} {pages} {text} {count}',
  ':tada:',
  '\n\n\r\n',
  '\t',
  ' ',
  '<'.repeat(400),
  '&'.repeat(4000),
  'word '.repeat(300),
  '小米集团在二零二零年第二季度的总收入。'.repeat(60),
  'x'.repeat(9000),
);
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 2, arbitrary: hostile },
  { weight: 1, arbitrary: fc.array(hostile, { maxLength: 4 }).map((parts) => parts.join(' ')) },
  { weight: 3, arbitrary: fc.constantFrom('RAM: 6 GB', 'A – weight: 200 g', 'Yes', '', '5,160 mAh') },
);
const texts = (most: number) => fc.oneof(fc.array(text, { maxLength: 12 }), many(most));
/** As many of one text as there may be, to thousands. */
const many = (most: number) =>
  fc.tuple(text, fc.integer({ min: 0, max: most })).map(([one, times]) => Array<string>(times).fill(one.slice(0, 300)));
const table = fc.record({
  columns: fc.array(text, { maxLength: 24 }),
  rows: fc.oneof(
    fc.array(fc.array(text, { maxLength: 24 }), { maxLength: 6 }),
    fc
      .tuple(fc.array(text, { maxLength: 5 }), fc.integer({ min: 0, max: 300 }))
      .map(([row, times]) => Array<string[]>(times).fill(row.map((cell) => cell.slice(0, 200)))),
  ),
});
const choice = fc.record({ label: text, ask: text });
const choices = fc.oneof(fc.array(choice, { maxLength: 8 }), fc.array(choice, { minLength: 90, maxLength: 130 }));
const leads = fc.constantFrom('sheet' as const, 'compare' as const, 'variant' as const);
const url = fc.oneof(text, fc.webUrl(), fc.constant('javascript:alert(1)'), fc.constant('https://a.example/<b>|c&d'));
const cited = fc
  .record({
    id: text,
    title: text,
    publisher: text,
    date: fc.oneof(text, fc.constant('2020-09-07')),
    url,
    credit: text,
  })
  .map(({ url: address, credit, ...rest }) => ({
    ...rest,
    ...(address === '' ? {} : { url: address }),
    ...(credit === '' ? {} : { attribution: credit, licence: credit }),
  }));

/** Any answer at all: long leads, thousands of lines, hostile markup, wide tables, a hundred choices. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    kind: fc.constantFrom('answer' as const, 'abstain' as const, 'clarify' as const, 'chat' as const),
    lead: text,
    lines: texts(2500),
    notes: texts(60),
    table: fc.option(table, { nil: undefined }),
    facts: fc.constant([]),
    sources: fc.array(cited, { maxLength: 12 }),
    choices,
    related: fc.array(fc.record({ label: text, ask: text, leads }), { maxLength: 30 }),
    language: fc.constantFrom('en', 'zh'),
    asked: fc.constantFrom('en', 'zh', 'de'),
  })
  .map(({ table: drawn, ...rest }) => (drawn ? { ...rest, table: drawn } : rest));

export const anyDrawing: fc.Arbitrary<Partial<Drawing>> = fc.record({
  page: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(-1, 0, 999, 1.5)),
  asker: fc.constantFrom('U0ASKER', 'W0ENTERPRISE', '<!channel>', ''),
  audience: fc.constantFrom('all' as const, 'asker' as const),
  shareable: fc.boolean(),
  feedback: fc.boolean(),
});
