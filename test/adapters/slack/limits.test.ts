// Nothing leaves that Slack would refuse: checked over the answers to all golden questions and over random ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/adapters/slack/limits.ts';
import { drawAnswer, drawSentence, type Message } from '../../../src/adapters/slack/reply.ts';
import type { Answer } from '../../../src/answer.ts';
import { readGolden } from '../../../src/cli/golden.ts';
import { answerOf } from '../../support/answer.ts';
import { openTestBot } from '../../support/bot.ts';
import { openTestChat } from '../../support/chat.ts';
import { readText } from '../../support/source-files.ts';
import { assertWithinLimits, messageBreaches } from './check.ts';
import { anyAnswer, anyDrawing, drawingOf } from './fakes.ts';

const RUNS = 100;

describe('the check', () => {
  const sound: Message = drawAnswer(
    answerOf({
      lead: 'It is 42 mm.',
      lines: ['RAM: 6 GB', 'Weight: 200 g'],
      table: { columns: ['', 'A'], rows: [['b', 'c']] },
      related: [
        { label: 'One', ask: '/compare a b', leads: 'compare' },
        { label: 'Two', ask: '/compare a c', leads: 'compare' },
      ],
    }),
    drawingOf(),
  );
  const plain = (text: string) => ({ type: 'plain_text', text });
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  const button = (part: object) => ({ type: 'actions', elements: [{ type: 'button', text: plain('x'), ...part }] });
  const menu = (options: object[]) => ({
    type: 'actions',
    elements: [{ type: 'static_select', placeholder: plain('x'), options }],
  });
  const cell = (text: string) => ({ type: 'raw_text', text });
  const long = (name: keyof typeof LIMITS): string => 'x'.repeat(LIMITS[name].most + 1);
  const more = <Value>(name: keyof typeof LIMITS, value: Value): Value[] => Array(LIMITS[name].most + 1).fill(value);

  it('finds nothing in a sound message', () => {
    expect(messageBreaches(sound)).toEqual([]);
  });

  it.each<[keyof typeof LIMITS, unknown[]]>([
    ['messageBlocks', more('messageBlocks', { type: 'divider' })],
    ['messageCharacters', Array(5).fill(section('x'.repeat(2900)))],
    ['messageTables', Array(2).fill({ type: 'table', rows: [[cell('x')]] })],
    ['blockId', [{ ...section('x'), block_id: long('blockId') }]],
    ['actionId', [button({ action_id: long('actionId') })]],
    ['text', [{ type: 'context', elements: [{ type: 'mrkdwn', text: long('text') }] }]],
    ['sectionText', [section(long('sectionText'))]],
    ['sectionText', [section('')]],
    ['sectionFields', [{ type: 'section', fields: more('sectionFields', plain('x')) }]],
    ['fieldText', [{ type: 'section', fields: [plain(long('fieldText'))] }]],
    ['headerText', [{ type: 'header', text: plain(long('headerText')) }]],
    ['contextElements', [{ type: 'context', elements: more('contextElements', plain('x')) }]],
    ['actionsElements', [{ type: 'actions', elements: more('actionsElements', { type: 'button', text: plain('x') }) }]],
    [
      'contextActionsElements',
      [
        {
          type: 'context_actions',
          elements: more('contextActionsElements', { type: 'icon_button', text: plain('x') }),
        },
      ],
    ],
    ['buttonText', [button({ text: plain(long('buttonText')) })]],
    ['buttonValue', [button({ value: long('buttonValue') })]],
    ['buttonUrl', [button({ url: long('buttonUrl') })]],
    ['accessibilityLabel', [button({ accessibility_label: long('accessibilityLabel') })]],
    ['confirmTitle', [button({ confirm: { title: plain(long('confirmTitle')), text: plain('x') } })]],
    ['confirmText', [button({ confirm: { title: plain('x'), text: plain(long('confirmText')) } })]],
    [
      'confirmButton',
      [button({ confirm: { title: plain('x'), text: plain('x'), deny: plain(long('confirmButton')) } })],
    ],
    ['selectOptions', [menu(more('selectOptions', { text: plain('x'), value: 'x' }))]],
    ['optionText', [menu([{ text: plain(long('optionText')), value: 'x' }])]],
    ['optionValue', [menu([{ text: plain('x'), value: long('optionValue') }])]],
    ['tableRows', [{ type: 'table', rows: more('tableRows', [cell('x')]) }]],
    ['tableCells', [{ type: 'table', rows: [more('tableCells', cell('x'))] }]],
    ['tableCells', [{ type: 'table', rows: [[cell('')]] }]],
    ['tableCharacters', [{ type: 'table', rows: [[cell(long('tableCharacters'))]] }]],
  ])('finds a breach of %s', (name, blocks) => {
    expect(messageBreaches({ text: 'x', blocks }).join('\n')).toContain(`${name}: `);
  });

  it('looks at every limit of what is drawn', () => {
    const check = readText('test/adapters/slack/check.ts');
    const unseen = Object.keys(LIMITS).filter((name) => !check.includes(`'${name}'`));
    expect(unseen).toEqual(['acknowledge', 'socketFrame']);
  });

  it('finds a text that is too long or says nothing, and markup that is not ours', () => {
    expect(messageBreaches({ ...sound, text: long('messageText') }).join()).toContain('messageText');
    expect(messageBreaches({ ...sound, text: ' ' }).join()).toContain('messageText');
    for (const text of ['<!channel>', '<@here>', '<#C1|x>', 'a & b', 'a < b'])
      expect(messageBreaches({ text: 'x', blocks: [section(text)] }).join()).toMatch(/markup|entity/);
  });
});

/** The message of every page of an answer, as Slack would get it. */
function pagesOf(answer: Answer, say: Parameters<typeof drawAnswer>[1]['say']): Message[] {
  const drawn: Message[] = [];
  for (let page = 1; page < 100; page++) {
    const message = drawAnswer(answer, drawingOf({ page, say }));
    if (drawn.at(-1)?.text === message.text) return drawn;
    drawn.push(message);
  }
  throw new Error('more than 100 pages');
}

describe('every limit holds', () => {
  it('for the answers to all golden questions, page by page', async () => {
    const { converse } = await openTestBot();
    const { chat } = await openTestChat();
    const golden = readGolden();
    expect(golden.length).toBeGreaterThan(300);
    for (const { turns } of golden) {
      const answer = await converse(...turns);
      for (const message of pagesOf(answer, chat.say)) assertWithinLimits(message);
      for (const audience of ['all', 'asker'] as const)
        assertWithinLimits(drawAnswer(answer, drawingOf({ say: chat.say, audience, shareable: true, sharedBy: 'U1' })));
    }
  });

  it('for any answer at all', async () => {
    const { chat } = await openTestChat();
    fc.assert(
      fc.property(anyAnswer, anyDrawing, (answer, drawing) => {
        assertWithinLimits(drawAnswer(answer, drawingOf({ ...drawing, say: chat.say })));
      }),
      { numRuns: RUNS, seed: 3 },
    );
  });

  it('for any sentence', () => {
    for (const sentence of ['', 'Sorry.', '<!channel> & co', '&'.repeat(5000), 'x'.repeat(50_000), '\ud800'])
      assertWithinLimits(drawSentence(sentence));
  });
});
