// Every answer that the bot gives, and any that it might, is one that Discord takes, with every word of it on some page.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import { drawAnswer, drawSentence } from '../../../src/adapters/discord/reply.ts';
import type { Answer, Related } from '../../../src/answer.ts';
import { cleanAnswer } from '../../../src/chat/clean.ts';
import { readGolden } from '../../../src/cli/golden.ts';
import { openTestBot, type TestBot } from '../../support/bot.ts';
import { anyText } from '../../support/hostile.ts';
import { assertValidBody } from './check.ts';
import { answerOf, asRead, drawAll, drawingOf, textsOf } from './drawn.ts';

/** A text of words without blanks in a row, without what drawing takes out, and as long as it gets. */
const wordsOf = (text: string): string[] =>
  asRead(text)
    .replace(/:(?=\s|$)/g, '')
    .split(/[\s\u00a0]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Letters, digits and signs that change a value, without what sets them off. */
const lettersOf = (text: string): string =>
  asRead(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%.,°×+/-]/gu, '');

describe('the answers to the golden questions', () => {
  let own: TestBot;
  const answers: Answer[] = [];
  beforeAll(async () => {
    own = await openTestBot();
    for (const { turns } of readGolden()) answers.push(await own.converse(...turns));
    for (const { examples } of allCommands) for (const example of examples) answers.push(await own.ask(example, 'zh'));
    for (const { value } of own.bot.complete('', 'product', 100)) answers.push(await own.ask(`/spec ${value}`));
  });

  it.each([true, false])('are ones that Discord takes, page by page (cards: %s)', (rich) => {
    expect(answers.length).toBeGreaterThan(600);
    for (const answer of answers)
      for (const body of drawAll(answer, drawingOf({ rich, say: own.bot.say }))) assertValidBody(body);
  });

  it.each([true, false])('are drawn whole: no cell, line or caveat is cut (cards: %s)', (rich) => {
    for (const answer of answers) {
      const bodies = drawAll(answer, drawingOf({ rich, say: own.bot.say }));
      const text = lettersOf(bodies.map(textsOf).join('\n'));
      const { lead, lines, notes, table } = cleanAnswer(answer);
      const wanted = [lead, ...lines]
        .flatMap((one) => one.split(/ – |[:：;；]/))
        .concat(notes, table?.rows.flat() ?? []);
      expect(wanted.filter((piece) => !text.includes(lettersOf(piece)))).toEqual([]);
    }
  });

  it('say in the message itself what the lead says, and leave no sentence unknown', () => {
    for (const answer of answers) {
      const [body] = drawAll(answer, drawingOf({ say: own.bot.say }));
      const said = lettersOf(body?.content ?? '');
      expect(
        cleanAnswer(answer)
          .lead.split(/ – |[:：;；]/)
          .filter((part) => !said.includes(lettersOf(part))),
      ).toEqual([]);
      expect(JSON.stringify(body)).not.toMatch(/"(discord|compare|full)-[a-z-]+"/);
    }
  });
});

/** The first pages of an answer, and its last. */
const PAGES = [0, 1, 2, 9999];

describe('any other answer', () => {
  const text = fc.oneof(
    anyText,
    fc.string({ maxLength: 40 }),
    fc.constantFrom('', ' ', '@everyone', '```', '\u200b', '‮'),
  );
  const long = fc.tuple(text, fc.integer({ min: 1, max: 60 })).map(([one, times]) => one.repeat(times).slice(0, 9000));
  const texts = (most: number) => fc.array(text, { maxLength: most });
  const related: fc.Arbitrary<Related> = fc.record({
    label: text,
    ask: text,
    leads: fc.constantFrom('sheet' as const, 'compare' as const, 'variant' as const),
  });
  const anyAnswer: fc.Arbitrary<Answer> = fc
    .record({
      kind: fc.constantFrom('answer' as const, 'abstain' as const, 'clarify' as const, 'chat' as const),
      lead: fc.oneof(text, long),
      lines: fc.oneof(
        texts(30),
        texts(3),
        fc.constant(2000).map((count) => Array.from({ length: count }, (_, at) => `Line ${at}`)),
      ),
      notes: fc.oneof(texts(3), fc.array(long, { maxLength: 3 })),
      table: fc.option(
        fc.nat(8).chain((width) =>
          fc.record({
            columns: fc.array(fc.oneof(text, fc.constant('Name')), { minLength: width, maxLength: width }),
            rows: fc.array(fc.array(fc.oneof(text, fc.string({ maxLength: 12 })), { maxLength: width + 1 }), {
              maxLength: 30,
            }),
          }),
        ),
        { nil: undefined },
      ),
      sources: fc.array(
        fc.record({
          id: fc.string(),
          title: text,
          publisher: text,
          date: text,
          url: fc.oneof(text, fc.webUrl()),
          attribution: fc.oneof(text, long),
          licence: text,
        }),
        { maxLength: 8 },
      ),
      choices: fc.array(fc.record({ label: text, ask: text }), { maxLength: 40 }),
      related: fc.array(related, { maxLength: 40 }),
    })
    .map(({ table, ...rest }) => answerOf({ ...rest, ...(table ? { table } : {}) }));

  it('is one that Discord takes, on its first pages and its last', () => {
    fc.assert(
      fc.property(anyAnswer, fc.boolean(), (answer, rich) => {
        for (const page of PAGES) assertValidBody(drawAnswer(answer, drawingOf({ rich, page })));
      }),
      { numRuns: 80, seed: 20261122 },
    );
  });

  it('keeps all of its words, in order', () => {
    const plainText = fc
      .array(fc.stringMatching(/^[a-z0-9*_@#:.-]{1,12}$/), { minLength: 1, maxLength: 80 })
      .map((words) => words.join(' '));
    const told = fc.record({ lead: plainText, lines: fc.array(plainText, { maxLength: 40 }) });
    fc.assert(
      fc.property(told, fc.boolean(), ({ lead, lines }, rich) => {
        const drawing = drawingOf({ rich, say: () => '' });
        const bodies = drawAll(answerOf({ lead, lines }), drawing);
        const drawn = bodies.map((body, at) => {
          const { content, embeds } = body;
          const onCard = textsOf({ ...body, content: '' });
          const title = at > 0 && embeds.length > 0 ? '' : content;
          return `${title.replace(/^\*\*(.*)\*\*$/, '$1')}\n${onCard}`;
        });
        expect(wordsOf(drawn.join('\n').replace(/^- |^-# .*$/gm, ''))).toEqual(wordsOf([lead, ...lines].join('\n')));
      }),
      { numRuns: 100, seed: 20261122 },
    );
  });

  it('may also be a sentence of any kind', () => {
    fc.assert(
      fc.property(fc.oneof(text, long), (sentence) => assertValidBody(drawSentence(sentence))),
      { seed: 20261122 },
    );
  });
});
