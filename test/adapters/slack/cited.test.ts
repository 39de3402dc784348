// Whom an answer's small print credits, and that it stays within Slack's limits whatever the sources are called.
import type { types } from '@slack/bolt';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Drawing, drawAnswer, type Message } from '../../../src/adapters/slack/reply.ts';
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
const smallPrint = ({ blocks }: Message): string =>
  blocks
    .filter((block): block is types.ContextBlock => block.type === 'context')
    .flatMap(({ elements }) => elements.map((one) => ('text' in one ? one.text : '')))
    .join('\n');
const manyRows = (count: number): string[][] => Array.from({ length: count }, (_, index) => [`row ${index + 1}`, 'x']);

describe('the small print', () => {
  it('credits each pack that asks for it once, escaped, in the language of the answer', () => {
    const credit = { attribution: 'The <!channel> & co \u202Eauthors', licence: 'CC BY-SA 3.0' };
    const sources = ['a', 'b', 'c'].map((id) => ({ ...source, ...(id === 'c' ? {} : credit), id, title: `T${id}` }));
    const message = draw({ lead: 'x', sources });
    const credits = /^Credit: The &lt;!channel&gt; &amp; co authors \(CC BY-SA 3\.0\)$/gm;
    expect(smallPrint(message).match(credits)).toHaveLength(1);
    expect(message.text.match(credits)).toHaveLength(1);
    expect(smallPrint(draw({ lead: 'x', language: 'zh', sources }))).toMatch(
      /^署名：The .+ authors（CC BY-SA 3\.0）$/m,
    );
    expect(smallPrint(draw({ lead: 'x', sources: [source] }))).not.toContain('Credit');
    const told = draw({ lead: 'x', lines: [`A pack. ${credit.attribution}`], sources });
    expect(smallPrint(told)).not.toContain('Credit');
  });

  it('credits on every page, and past the sources that are not shown', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ ...source, id: `s${index}`, title: `T${index}` }));
    const last = { ...source, id: 'last', title: 'Last', attribution: 'The authors', licence: 'MIT' };
    const table = { columns: ['', 'Alpha'], rows: manyRows(40) };
    const pages = [1, 2, 3].map((page) => draw({ lead: 'x', table, sources: [...many, last] }, { page }));
    for (const page of pages) expect(smallPrint(page)).toContain('Credit: The authors (MIT)');
  });

  it('is within the limits with the longest names, addresses and credits that there may be', () => {
    const long = '&'.repeat(900);
    const worst = Array.from({ length: 9 }, (_, index) => ({
      id: `${index}`,
      title: `${index}${long}`,
      publisher: long,
      date: long,
      url: `https://example.org/?${'a&'.repeat(200)}`,
      attribution: `${index}${long}`,
      licence: long,
    }));
    const message = draw({ lead: 'x', lines: Array<string>(40).fill('&'.repeat(280)), sources: worst });
    assertWithinLimits(message);
    expect(smallPrint(message)).toMatch(/Source: .+ more sources\n.*Credit: /s);
  });
});
