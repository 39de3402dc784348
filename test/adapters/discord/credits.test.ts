// Whom a knowledge pack asks to be credited stands once in the small print of each answer from it, in the answer's language.
import { describe, expect, it } from 'vitest';
import { drawAnswer } from '../../../src/adapters/discord/reply.ts';
import { openTestBot } from '../../support/bot.ts';
import { assertValidBody } from './check.ts';
import { answerOf, asRead, drawAll, drawingOf, textsOf } from './drawn.ts';

const { bot } = await openTestBot();
const drawing = drawingOf({ say: bot.say });
const plain = { ...drawing, rich: false };
const SOURCE = {
  id: 'a',
  title: 'Devices',
  publisher: 'A wiki',
  date: '2026-11-22',
  attribution: 'Wiki writers, https://wiki.example.org',
  licence: 'CC BY-SA 3.0',
};
const CREDIT = 'Credit: Wiki writers, https://wiki.example.org (CC BY-SA 3.0)';
const two = [SOURCE, { ...SOURCE, id: 'b', title: 'More devices' }];
const timesIn = (text: string, part: string): number => text.split(part).length - 1;

describe('the credit that a pack asks for', () => {
  it('stands once below a sentence, though several sources are of the pack, and links nowhere', () => {
    const { content } = drawAnswer(answerOf({ sources: two }), drawing);
    expect(content.split('\n').at(-1)).toBe('-# Credit: Wiki writers, https:\\//wiki.example.org (CC BY-SA 3.0)');
    expect(timesIn(content, 'Credit')).toBe(1);
  });

  it('stands in the footer of a card, on each of its pages, whether its sources are links or not', () => {
    const lines = Array.from({ length: 60 }, (_, at) => `Device ${at}`);
    for (const sources of [two, two.map((one) => ({ ...one, url: 'https://wiki.example.org/devices' }))]) {
      const bodies = drawAll(answerOf({ lines, sources }), drawing);
      expect(bodies.length).toBeGreaterThan(2);
      for (const body of bodies) {
        expect(body.embeds[0]?.footer?.text.split('\n')).toContain(CREDIT);
        expect(timesIn(textsOf(body), 'Credit')).toBe(1);
      }
    }
  });

  it('is in Chinese below an answer in Chinese, with the marks of Chinese', () => {
    const { content } = drawAnswer(answerOf({ language: 'zh', sources: [SOURCE] }), drawing);
    expect(asRead(content)).toContain('署名：Wiki writers, https://wiki.example.org（CC BY-SA 3.0）');
    expect(content).not.toContain('Credit');
  });

  it('of several packs is one line for each', () => {
    const other = { ...SOURCE, id: 'c', attribution: 'Others', licence: 'CC0' };
    const { content } = drawAnswer(answerOf({ sources: [...two, other] }), drawing);
    expect(asRead(content).split('\n').slice(-2)).toEqual([`-# ${CREDIT}`, '-# Credit: Others (CC0)']);
  });

  it('is there before the sources are, where a text leaves no room for all', () => {
    const lead = '*'.repeat(590);
    const sources = [1, 2, 3].map((at) => ({ ...SOURCE, id: `${at}`, title: `${at} ${'_'.repeat(150)}` }));
    const body = drawAnswer(answerOf({ lead, sources }), plain);
    expect(asRead(body.content)).toContain(CREDIT);
    expect(body.content).not.toContain('3 \\_');
    assertValidBody(body);
  });

  it('formats, pings and links nothing, and is bounded', () => {
    const sources = [{ ...SOURCE, attribution: `@everyone **[x](http://evil.example)** ${'<@1> '.repeat(400)}` }];
    const { content } = drawAnswer(answerOf({ sources }), drawing);
    expect(content).not.toMatch(/(?<!\\)@everyone|(?<!\\)\*\*|(?<!\\)\[x|(?<!\\)<@|http:\/\//);
    const card = drawAnswer(answerOf({ sources, lines: ['One', 'Two'] }), drawing);
    const credit = card.embeds[0]?.footer?.text.split('\n').at(-1) ?? '';
    expect(credit).toMatch(/^Credit: @everyone .*… \(CC BY-SA 3\.0\)$/);
    expect(credit.length).toBeLessThan(200);
  });

  it('is not said again where the answer names it, nor where no pack asks for one', () => {
    const lines = [`Devices – CC BY-SA 3.0. ${SOURCE.attribution}`, 'Another'];
    expect(textsOf(drawAnswer(answerOf({ lines, sources: two }), drawing))).not.toContain('Credit');
    const { attribution: _, licence: __, ...own } = SOURCE;
    expect(drawAnswer(answerOf({ sources: [own] }), drawing).content).not.toContain('Credit');
  });
});
