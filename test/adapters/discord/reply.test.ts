// What a reader in Discord sees of an answer: the value first, facts on a card, nothing cut, nothing that pings or formats.
import { describe, expect, it } from 'vitest';
import { drawAnswer, drawSentence } from '../../../src/adapters/discord/reply.ts';
import { assertValidBody } from './check.ts';
import { answerOf, asRead, componentsOf, drawAll, drawingOf, textsOf } from './drawn.ts';

const SOURCE = { id: 'a', title: 'A title', publisher: 'A publisher', date: '2020-09-07' };
const HOSTILE =
  '@everyone <@123> **bold** __under__ ~~s~~ ||spoiler|| `code` [link](http://evil.example) # no\n# heading\n> quote\n-# small';

const sheet = (rows: number) =>
  answerOf({
    lead: 'Alpha – sheet',
    table: { columns: ['', 'Alpha'], rows: Array.from({ length: rows }, (_, at) => [`label ${at}`, `value ${at}`]) },
    sources: [SOURCE],
  });
const side = (...cells: string[]) =>
  answerOf({
    lead: 'Alpha / Beta',
    table: { columns: ['', 'Alpha', 'Beta Two'], rows: [['weight', ...cells]] },
    sources: [SOURCE],
  });

describe('an answer of one sentence', () => {
  const body = drawAnswer(answerOf({ notes: ['As of then.'], sources: [SOURCE] }), drawingOf());

  it('is a message without a card: the value, then in small print when it was so and who said it', () => {
    expect(body.content.split('\n')).toEqual([
      'A value.',
      '-# As of then.',
      '-# source-line A publisher A title 7 September 2020',
    ]);
    expect(body.embeds).toEqual([]);
  });

  it('credits whom its pack asks to be credited, without markup', () => {
    const sources = [{ ...SOURCE, attribution: 'Lamp *wiki*', licence: 'CC BY-SA 3.0' }];
    const { content } = drawAnswer(answerOf({ sources }), drawingOf());
    expect(content.split('\n').slice(2)).toEqual(['-# credit-line Lamp \\*wiki\\* CC BY-SA 3.0']);
    const card = drawAnswer({ ...sheet(2), sources }, drawingOf()).embeds[0];
    expect(card?.footer?.text).toContain('credit-line Lamp *wiki* CC BY-SA 3.0');
  });

  it('makes Discord show no previews of links', () => {
    expect(body.flags).toBe(4);
  });

  it('pings nobody', () => {
    expect(body.allowed_mentions).toEqual({ parse: [] });
  });

  it('is said with a dash where there is nothing to say', () => {
    expect(drawAnswer(answerOf({ lead: ' ' }), drawingOf({ feedback: false })).content).toBe('–');
    expect(drawSentence('').content).toBe('–');
  });
});

describe('facts of one product', () => {
  it('stand on a card, each label with its value on a line, the source in the footer', () => {
    const body = drawAnswer(sheet(2), drawingOf());
    expect(body.content).toBe('**Alpha – sheet**');
    expect(body.embeds[0]?.description).toBe('- **Label 0** value 0\n- **Label 1** value 1');
    expect(body.embeds[0]?.footer?.text).toBe('source-line A publisher A title 7 September 2020');
    expect(body.flags).toBe(0);
  });

  it('have their caveats in the footer, before the source', () => {
    const footer = drawAnswer({ ...sheet(2), notes: ['As of then.'] }, drawingOf()).embeds[0]?.footer?.text;
    expect(footer).toBe('As of then.\nsource-line A publisher A title 7 September 2020');
  });

  it('go over several pages, under the same title, with every fact on one of them', () => {
    const bodies = drawAll(sheet(70), drawingOf());
    expect(bodies.length).toBeGreaterThan(2);
    const lines = bodies.flatMap(({ embeds }) => embeds[0]?.description?.split('\n') ?? []);
    expect(lines).toEqual(Array.from({ length: 70 }, (_, at) => `- **Label ${at}** value ${at}`));
    expect(new Set(bodies.map(({ content }) => content))).toEqual(new Set(['**Alpha – sheet**']));
    expect(bodies[1]?.embeds[0]?.footer?.text).toContain(`page 2 ${bodies.length}`);
  });

  it('follow on a page of their own where a long lead fills the first', () => {
    const [first, second] = drawAll(answerOf({ lead: 'word '.repeat(300), lines: ['One', 'Two'] }), drawingOf());
    expect(first?.embeds).toEqual([]);
    expect(first?.content).toMatch(/^word /);
    expect(second?.embeds[0]?.description).toBe('- One\n- Two');
  });

  it('are on the last page where one beyond it is asked for', () => {
    const last = drawAll(sheet(70), drawingOf()).at(-1);
    expect(drawAnswer(sheet(70), drawingOf({ page: 999 }))).toEqual(last);
  });

  it('are told in plain text where cards are not permitted, with the same buttons', () => {
    const [first, ...more] = drawAll(sheet(70), drawingOf({ rich: false }));
    expect(first?.embeds).toEqual([]);
    expect(first?.content).toContain('- discord-row label 0 value 0\n');
    expect(first && componentsOf(first).length).toBeGreaterThan(2);
    expect(more.at(-1)?.content).toContain('discord-row label 69 value 69');
  });
});

describe('a measured fact', () => {
  const price = 'Alpha – price: EUR 9 (recommended, small); EUR 10 (recommended, big)';

  it('has its value first, each variant on a line of its own', () => {
    expect(drawAnswer(answerOf({ lead: price }), drawingOf()).content.split('\n')).toEqual([
      '**EUR 9** (recommended, small)',
      '**EUR 10** (recommended, big)',
      'Alpha – price',
    ]);
    const chinese = drawAnswer(answerOf({ lead: '甲 – 价格：9 欧元（建议）；10 欧元' }), drawingOf()).content;
    expect(chinese).toBe('**9 欧元**（建议）\n**10 欧元**\n甲 – 价格');
  });

  it('that is a sentence stays one', () => {
    const lead = `Alpha – cooling: ${'a pipe of copper that '.repeat(5)}cools it`;
    expect(drawAnswer(answerOf({ lead }), drawingOf()).content).toBe(lead);
  });

  it('is followed by the others in fields of a card, which do not name the product again', () => {
    const lines = ['Alpha – RAM: 2 GB', 'Alpha – weight: 194 g', 'Alpha – eSIM: no'];
    const body = drawAnswer(answerOf({ lead: 'Alpha – SoC: Helio', lines }), drawingOf());
    expect(body.content).toBe('**Helio**\nAlpha – SoC');
    expect(body.embeds[0]?.fields).toEqual([
      { name: 'RAM', value: '2 GB', inline: true },
      { name: 'Weight', value: '194 g', inline: true },
      { name: 'eSIM', value: 'no', inline: true },
    ]);
  });

  it('of each of several products is a field under its name', () => {
    const lines = ['Alpha: EUR 9 (recommended price, small)', 'Beta: EUR 10; EUR 12'];
    const fields = drawAnswer(answerOf({ lead: 'Alpha and Beta.', lines }), drawingOf()).embeds[0]?.fields;
    expect(fields?.map(({ name, value }) => [name, value])).toEqual([
      ['Alpha', 'EUR 9 (recommended price, small)'],
      ['Beta', 'EUR 10\nEUR 12'],
    ]);
  });
});

describe('products side by side', () => {
  it('have a field for each attribute and a line for each product, under tags of one width', () => {
    const [field] = drawAnswer(side('194 g', '196 g'), drawingOf()).embeds[0]?.fields ?? [];
    expect(field).toEqual({ name: 'Weight', value: '`Alpha\u00a0\u00a0\u00a0` 194 g\n`Beta Two` 196 g' });
  });

  it('say once what is the same for all', () => {
    const [field] = drawAnswer(side('194 g', '194 g'), drawingOf()).embeds[0]?.fields ?? [];
    expect(field?.value).toBe('discord-same 194 g');
  });

  it('are told in lines where there are too many to set side by side', () => {
    const columns = ['', ...Array.from({ length: 9 }, (_, at) => `Product ${at}`)];
    const wide = answerOf({ table: { columns, rows: [['weight', ...columns.slice(1).map((name) => `of ${name}`)]] } });
    const body = drawAnswer(wide, drawingOf());
    expect(body.embeds[0]?.fields).toEqual([]);
    expect(body.embeds[0]?.description).toContain('Product 8: of Product 8');
  });
});

describe('sources', () => {
  const many = [1, 2, 3, 4, 5].map((at) => ({ ...SOURCE, id: `s${at}`, title: `Title ${at}` }));

  it('are counted where they are many', () => {
    expect(drawAnswer(answerOf({ sources: many }), drawingOf()).content).toMatch(/Title 3.*\n-# more-found 2$/);
  });

  it('are not told again where the answer names them', () => {
    const body = drawAnswer(answerOf({ lines: ['One: Title 1', 'Two'], sources: many.slice(0, 1) }), drawingOf());
    expect(body.embeds[0]?.footer).toBeUndefined();
  });

  it('are links that open and show no preview, in plain text and on a card', () => {
    const sources = [{ ...SOURCE, url: 'https://example.org/a_(b)' }];
    const link = '[source-line A publisher A title 7 September 2020](<https://example.org/a_%28b%29>)';
    expect(drawAnswer(answerOf({ sources }), drawingOf()).content).toContain(`-# ${link}`);
    const card = drawAnswer(answerOf({ lines: ['One', 'Two'], sources }), drawingOf()).embeds[0];
    expect(card?.fields).toEqual([{ name: 'sources', value: link }]);
  });

  it('link to nothing but web pages', () => {
    const sources = [{ ...SOURCE, url: 'javascript:alert(1)' }];
    expect(drawAnswer(answerOf({ sources }), drawingOf()).content).not.toContain('](');
  });
});

describe('what people and data write', () => {
  it('is shown as it was written, and means nothing to Discord', () => {
    for (const rich of [true, false]) {
      const body = drawAnswer(
        answerOf({ lead: HOSTILE, lines: [HOSTILE, HOSTILE], notes: [HOSTILE] }),
        drawingOf({ rich }),
      );
      // A footer knows no markup: there it stands as it is.
      const text = textsOf({ ...body, embeds: body.embeds.map(({ footer: _, ...rest }) => rest) });
      expect(asRead(text)).toContain(HOSTILE.split('\n')[0]);
      expect(text).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@|(?<!\\)\|\||(?<!\\)`|(?<!\\)\[link|http:\/\/|(?<!\\)__/);
      expect(text).not.toMatch(/^(# heading|> quote|-# small)/m);
      assertValidBody(body);
    }
  });

  it('cannot leave the tag of a product’s name', () => {
    const body = drawAnswer(
      answerOf({ table: { columns: ['', '`@everyone`', 'b'], rows: [['x', '1', '2']] } }),
      drawingOf(),
    );
    expect(body.embeds[0]?.fields?.[0]?.value).toBe(
      '`ˋ@everyoneˋ` 1\n`b\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0` 2',
    );
  });

  it('has its moments in the reader’s own time zone, and leaves calendar days alone', () => {
    const body = drawAnswer(answerOf({ lead: 'On 2020-09-08 at 2020-09-08T12:00:00+08:00.' }), drawingOf());
    expect(body.content).toBe('On 2020-09-08 at <t:1599537600:f>.');
  });
});
