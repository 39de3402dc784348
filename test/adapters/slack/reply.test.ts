// What an answer looks like in Slack, and that nobody's words become markup there.
import type { types } from '@slack/bolt';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRESSES, readPress } from '../../../src/adapters/slack/actions.ts';
import { type Drawing, drawAnswer, drawSentence, type Message } from '../../../src/adapters/slack/reply.ts';
import type { Answer } from '../../../src/answer.ts';
import { answerOf, source } from '../../support/answer.ts';
import { openTestChat } from '../../support/chat.ts';
import { assertWithinLimits } from './check.ts';
import { drawingOf } from './fakes.ts';

let say: Drawing['say'];
beforeAll(async () => {
  ({ say } = (await openTestChat()).chat);
});
const draw = (part: Partial<Answer>, drawing: Partial<Drawing> = {}): Message =>
  drawAnswer(answerOf(part), drawingOf({ say, ...drawing }));

const blocksOf = <Type extends types.KnownBlock['type']>(message: Message, type: Type) =>
  message.blocks.filter((block): block is Extract<types.KnownBlock, { type: Type }> => block.type === type);
const sections = (message: Message): string[] =>
  blocksOf(message, 'section').flatMap(({ text, fields = [] }) => [text?.text ?? '', ...fields.map((one) => one.text)]);
const smallPrint = (message: Message): string =>
  blocksOf(message, 'context')
    .flatMap(({ elements }) => elements.map((one) => ('text' in one ? one.text : '')))
    .join('\n');
type Control = { readonly type: string; readonly text?: { readonly text: string } } & Record<string, unknown>;
const controls = (message: Message): Control[] =>
  message.blocks.flatMap((block) =>
    block.type === 'actions' || block.type === 'context_actions' ? (block.elements as unknown as Control[]) : [],
  );
const labels = (message: Message): string[] => controls(message).map(({ type, text }) => text?.text ?? type);
const control = (message: Message, label: string): Control => {
  const found = controls(message).find(({ text }) => text?.text === label);
  if (!found) throw new Error(`no button "${label}" among: ${labels(message).join(', ')}`);
  return found;
};
const manyRows = (count: number): string[][] => Array.from({ length: count }, (_, index) => [`row ${index + 1}`, 'x']);

describe('the value', () => {
  it('stands first, in bold, each variant’s on its own line', () => {
    expect(sections(draw({ lead: 'Alpha – weight: 200 g' }))).toEqual(['*200 g*\nAlpha – weight']);
    expect(sections(draw({ lead: 'Alpha – price: EUR 149 (3GB+32GB); EUR 169 (4GB+64GB)' }))).toEqual([
      '*EUR 149* (3GB+32GB)\n*EUR 169* (4GB+64GB)\nAlpha – price',
    ]);
  });

  it('is not looked for in what only declines, nor in a sentence', () => {
    const lead = "My sources don't say this about Alpha – Beta: price.";
    expect(sections(draw({ kind: 'abstain', lead }))).toEqual([lead]);
    expect(sections(draw({ lead: 'Alpha was founded in 2010.' }))).toEqual(['Alpha was founded in 2010.']);
  });

  it('is in the top-level text with all the rest, so that it is read out and shown in a notification', () => {
    const { text } = draw({
      lead: 'Alpha – weight: 200 g',
      lines: ['Beta – weight: 300 g'],
      table: { columns: ['', 'Alpha', 'Beta'], rows: [['RAM', '2 GB', '3 GB']] },
      notes: ['As of May 2020.'],
      sources: [source],
    });
    expect(text.split('\n')).toEqual([
      'Alpha – weight: 200 g',
      'Beta – weight: 300 g',
      'Alpha | Beta',
      'RAM: 2 GB | 3 GB',
      'As of May 2020.',
      'Source: A publisher, 7 September 2020: A title',
    ]);
  });
});

describe('facts and tables', () => {
  it('draws several short facts beside each other, without saying their subject again', () => {
    const message = draw({ lead: 'Alpha – weight: 200 g', lines: ['Alpha – RAM: 2 GB', 'Alpha – colours: 3'] });
    expect(blocksOf(message, 'section')[1]?.fields?.map(({ text }) => text)).toEqual(['*2 GB*\nRAM', '*3*\ncolours']);
  });

  it('draws one short fact likewise where its subject was named', () => {
    const message = draw({ lead: '甲 – 重量：200 克', lines: ['甲 – 内存：2 GB'], language: 'zh' });
    expect(sections(message).filter((text) => text !== '')).toEqual(['*200 克*\n甲 – 重量', '*2 GB*\n内存']);
  });

  it('does not show a list of names twice, but reads it out', () => {
    const listed = { lead: 'Alpha, Alpha X and Beta.', lines: ['Alpha: 7 May', 'Alpha X: 8 May', 'Beta: 9 May'] };
    const message = draw(listed);
    expect(sections(message)).not.toContain(listed.lead);
    expect(message.text).toContain(listed.lead);
    const told = { ...listed, lead: 'Three were launched: Alpha, Alpha X and Beta.' };
    expect(sections(draw(told))).toContain(told.lead);
  });

  it('tells the values of several variants below each other in a cell', () => {
    const message = draw({ lead: 'x', table: { columns: ['', 'A'], rows: [['price', 'EUR 1 (a); EUR 2 (b)']] } });
    expect(JSON.stringify(blocksOf(message, 'table'))).toContain('EUR 1 (a)\\nEUR 2 (b)');
  });

  it('lists longer ones below each other', () => {
    const lines = ['Alpha can be folded and unfolded as often as one likes, says its maker.', 'RAM: 2 GB'];
    expect(sections(draw({ lead: 'x', lines }))[1]).toBe(lines.map((line) => `• ${line}`).join('\n'));
  });

  it('draws a table as Slack’s own, with no empty cell', () => {
    const message = draw({
      lead: 'Alpha / Beta',
      table: { columns: ['', 'Alpha', 'Beta'], rows: [['RAM', '2 GB', '']] },
    });
    const [table] = blocksOf(message, 'table');
    expect(table?.rows).toHaveLength(2);
    expect(table?.rows[1]?.slice(1)).toEqual([
      { type: 'raw_text', text: '2 GB' },
      { type: 'raw_text', text: ' ' },
    ]);
    expect(JSON.stringify(table?.rows[1]?.[0])).toContain('"style":{"bold":true}');
  });

  it('pages a long table by whole rows, back and forth, and says which page it is', () => {
    const answer = { lead: 'Alpha – specifications', table: { columns: ['', 'Alpha'], rows: manyRows(45) } };
    const [first, second, last] = [1, 2, 9].map((page) => draw(answer, { page })) as [Message, Message, Message];
    const shown = [first, second, last].flatMap((message) =>
      (blocksOf(message, 'table')[0]?.rows ?? []).slice(1).map((row) => JSON.stringify(row).match(/row \d+/i)?.[0]),
    );
    expect(shown).toEqual(manyRows(45).map(([name]) => name?.replace('row', 'Row')));
    expect(first.text).toContain('Page 1 of 3');
    expect(smallPrint(second)).toContain('Page 2 of 3');
    expect(second.text).toMatch(/^Alpha – specifications\nPage 2 of 3\n/);
    expect(labels(first)).toContain('More');
    expect(labels(first)).not.toContain('Back');
    expect(labels(last)).not.toContain('More');
    expect(readPress(control(second, 'More'))).toMatchObject({ kind: 'more', page: 3, reference: 'abcd1234' });
    expect(readPress(control(second, 'Back'))).toMatchObject({ kind: 'more', page: 1 });
  });
});

describe('small print', () => {
  it('names caveats, then each source once with its date, a few of them, and counts the rest', () => {
    const sources = Array.from({ length: 9 }, (_, index) => ({
      ...source,
      id: `s${index % 8}`,
      title: `T${index % 8}`,
    }));
    const text = smallPrint(draw({ lead: 'x', notes: ['As of May 2020.'], sources }));
    expect(text.split('\n')[0]).toBe('As of May 2020.');
    expect(text.match(/^Source: A publisher, 7 September 2020: T\d$/gm)).toHaveLength(5);
    expect(text).toContain('3 more sources');
  });

  it('links a source that has an address, and only a web address', () => {
    const linked = (url: string): string => smallPrint(draw({ lead: 'x', sources: [{ ...source, url }] }));
    expect(linked('https://example.org/a?b=1&c=2')).toContain('<https://example.org/a?b=1&amp;c=2|A title>');
    expect(linked('https://example.org/|<!channel>')).not.toContain('<!channel>');
    for (const url of ['javascript:alert(1)', 'no address', `https://example.org/${'a'.repeat(900)}`])
      expect(linked(url)).toContain('2020: A title');
  });

  it('speaks the language of the answer', () => {
    expect(smallPrint(draw({ lead: '42 毫米。', language: 'zh', sources: [source] }))).toBe(
      '来源：A publisher，2020 年 9 月 7 日：A title',
    );
  });

  it('credits whom the packs ask to be credited, each once, escaped', () => {
    const pack = { attribution: 'Lamp wiki <!channel>', licence: 'CC BY-SA 3.0' };
    const drawn = draw({
      lead: 'x',
      sources: [source, { ...source, ...pack, id: 'b' }, { ...source, ...pack, id: 'c' }],
    });
    const credits = smallPrint(drawn).match(/^Credit: .*$/gm);
    expect(credits).toEqual(['Credit: Lamp wiki &lt;!channel&gt; (CC BY-SA 3.0)']);
    expect(drawn.text).toContain('Credit: Lamp wiki');
  });

  it('says who shared it', () => {
    expect(smallPrint(draw({ lead: 'x' }, { sharedBy: 'U0SHARER' }))).toContain('<@U0SHARER>');
    expect(smallPrint(draw({ lead: 'x' }, { sharedBy: '!channel' }))).not.toContain('<');
  });
});

describe('ways on', () => {
  const related = [
    { label: 'Alpha', ask: '/spec alpha', leads: 'sheet' },
    { label: 'Beta', ask: '/compare alpha beta', leads: 'compare' },
    { label: 'Gamma', ask: '/compare alpha gamma', leads: 'compare' },
  ] as const;

  it('offers the full sheet and products to compare with', () => {
    const message = draw({ lead: 'x', related });
    expect(readPress(control(message, 'Full specs'))).toEqual({
      kind: 'ask',
      leads: 'sheet',
      ask: '/spec alpha',
      asker: 'U0ASKER',
      reference: 'abcd1234',
    });
    const actions = blocksOf(message, 'actions')[0];
    const menu = actions?.elements.find((one) => one.type === 'static_select');
    expect(menu?.placeholder?.text).toBe('Compare with …');
    expect(menu?.options?.map(({ text }) => text.text)).toEqual(['Beta', 'Gamma']);
    const chosen = { ...menu, block_id: actions?.block_id, selected_option: menu?.options?.[1] };
    expect(readPress(chosen)).toMatchObject({ kind: 'ask', leads: 'compare', ask: '/compare alpha gamma' });
  });

  it('offers what may have been meant: as buttons, as a menu where there are many', () => {
    const choices = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ label: `Model ${index}`, ask: `Model ${index} price` }));
    const few = draw({ kind: 'clarify', lead: 'Which one?', choices: choices(3) });
    expect(labels(few).slice(0, 3)).toEqual(['Model 0', 'Model 1', 'Model 2']);
    expect(
      blocksOf(
        draw({ kind: 'clarify', lead: 'x', choices: choices(3) }, { audience: 'asker', shareable: true }),
        'actions',
      ),
    ).toHaveLength(1);
    expect(readPress(control(few, 'Model 1'))).toMatchObject({ kind: 'ask', leads: 'choice', ask: 'Model 1 price' });
    expect(labels(draw({ kind: 'clarify', lead: 'Which one?', choices: choices(10) }))[0]).toBe('static_select');
    const wordy = choices(10).map(({ label, ask }) => ({ label, ask: ask.padEnd(120, ' please') }));
    const buttons = draw({ kind: 'clarify', lead: 'Which one?', choices: wordy });
    expect(labels(buttons).slice(0, 10)).toEqual(wordy.map(({ label }) => label));
  });

  it('offers to share only what the asker alone sees', () => {
    const shared = (audience: 'all' | 'asker', shareable: boolean) =>
      labels(draw({ lead: 'x' }, { audience, shareable })).includes('Share');
    expect(shared('asker', true)).toBe(true);
    expect(shared('asker', false)).toBe(false);
    expect(shared('all', true)).toBe(false);
  });

  it('shows the bin to the asker alone, and asks for an opinion where wanted', () => {
    const message = draw({ lead: 'x' });
    expect(control(message, 'Delete')).toMatchObject({ icon: 'trash', visible_to_user_ids: ['U0ASKER'] });
    expect(readPress(control(message, 'Delete'))).toMatchObject({ kind: 'delete', asker: 'U0ASKER' });
    expect(labels(message)).toContain('feedback_buttons');
    expect(labels(draw({ lead: 'x' }, { feedback: false, audience: 'asker' }))).toEqual([]);
    expect(labels(draw({ kind: 'clarify', lead: 'Which one?' }))).toEqual(['Delete']);
  });

  it('has an id for each control that the adapter listens to', () => {
    const ids = controls(draw({ lead: 'x', related })).map(({ action_id: id }) => String(id));
    expect(ids.filter((id) => !PRESSES.test(id))).toEqual([]);
  });
});

describe('escaping', () => {
  const evil = '<!channel> <@U1> <#C1|x> <https://evil.example|A> & "\' *';

  it('lets nobody’s words become a mention, a channel or a link', () => {
    const message = draw({
      lead: evil,
      lines: [evil, `${evil} 2`],
      notes: [evil],
      table: { columns: ['', evil], rows: [[evil, evil]] },
      sources: [{ ...source, title: evil, publisher: evil, date: evil }],
    });
    assertWithinLimits(message);
    const marked = [message.text, ...sections(message), smallPrint(message)].join('\n');
    expect(marked).not.toMatch(/<[!@#h]/);
    expect(marked).toContain('&lt;!channel&gt;');
    expect(marked).toContain('&amp; "\' *');
  });

  it('has Slack look for no names and addresses in it', () => {
    const message = draw({ lead: '@here #general https://evil.example', lines: ['@channel'] });
    for (const { text } of blocksOf(message, 'section')) expect(text).toMatchObject({ verbatim: true });
  });

  it('escapes a sentence, too', () => {
    expect(drawSentence('a < b & <!here>').text).toBe('a &lt; b &amp; &lt;!here&gt;');
  });

  it('says something even where an answer says nothing', () => {
    expect(draw({ lead: ' ' }).text).toBe("I don't have that in my sources.");
  });
});
