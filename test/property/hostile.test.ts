// Whatever is typed, the answer is bounded, clean, cited and of a known kind, and nothing throws.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';
import { anyCommand, anyText, expectSane, heldFacts, naughty } from '../support/hostile.ts';

/** The same texts in every run. */
const SEED = 20_200_907;

let own: TestBot;
let held: ReadonlySet<string>;
beforeAll(async () => {
  own = await openTestBot();
  held = heldFacts(own.knowledge);
});
const expectSaneAnswer = async (typed: string): Promise<void> => expectSane(typed, await own.ask(typed), held);

/** Each text that fails, with why: a list says more than the first of many. */
async function failures(texts: readonly string[]): Promise<string[]> {
  const failed: string[] = [];
  for (const text of texts) {
    try {
      await expectSaneAnswer(text);
    } catch (error) {
      failed.push(`${JSON.stringify(text.slice(0, 60))}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  return failed;
}

describe('a sane answer is given', () => {
  it('to any text', async () => {
    await fc.assert(fc.asyncProperty(anyText, expectSaneAnswer), { seed: SEED, numRuns: 300 });
  });

  it('to any command line', async () => {
    await fc.assert(fc.asyncProperty(anyCommand, expectSaneAnswer), { seed: SEED, numRuns: 300 });
  });

  it('to any two turns of one conversation', async () => {
    let conversations = 0;
    const property = fc.asyncProperty(anyText, anyText, async (first, second) => {
      const conversation = `hostile:${conversations++}`;
      await own.bot.ask({ input: first, conversation });
      expectSane(second, await own.bot.ask({ input: second, conversation }), held);
    });
    await fc.assert(property, { seed: SEED, numRuns: 100 });
  });

  it('in any language and any conversation by name', async () => {
    const property = fc.asyncProperty(anyText, fc.string(), fc.string(), async (input, language, conversation) => {
      expectSane(input, await own.bot.ask({ input, language, conversation }), held);
    });
    await fc.assert(property, { seed: SEED, numRuns: 100 });
  });

  it('to every string of the big list of naughty strings, alone and as a product', async () => {
    expect(naughty.length).toBeGreaterThan(400);
    expect(await failures(naughty)).toEqual([]);
    expect(await failures(naughty.map((text) => `how much is the redmi ${text}?`))).toEqual([]);
    expect(await failures(naughty.map((text) => `/spec ${text}`))).toEqual([]);
  });

  it.each([
    ['letters', 'a'],
    ['words', 'redmi '],
    ['numbers', '9'],
    ['digits and points', '1.'],
    ['Han', '红'],
    ['emoji', '👩‍👩‍👧‍👦'],
    ['lone surrogates', '\ud800'],
    ['opening brackets', '(['],
    ['tags that never end', '<a '],
    ['tags in tags', '<script>'],
    ['question marks', '? '],
    ['commas', 'redmi 9a, '],
    ['"and"', 'battery and '],
    ['slashes', '/'],
    ['blanks', ' '],
    ['line breaks', '\n'],
    ['combining marks', 'e\u0301'],
    ['years', '2020 '],
    ['amounts', '150 euros '],
    ['pattern signs', '(a+)+$'],
    ['apostrophes', "'s"],
  ])('to 100,000 characters of %s', async (_what, piece) => {
    await expectSaneAnswer(piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000));
  });

  it('to a command with 100,000 characters behind it', async () => {
    for (const name of ['spec', 'compare', 'price', 'find', 'ask']) {
      await expectSaneAnswer(`/${name} ${'redmi 9a vs '.repeat(9000)}`);
      await expectSaneAnswer(`/${name} ${'x'.repeat(100_000)}`);
    }
  });
});

describe('what was typed', () => {
  it.each([
    '@everyone',
    '@here',
    '<!channel>',
    '<@U024BE7LH>',
    '<script>alert(1)</script>',
    '[x](http://evil.example)',
  ])('%s is not passed on as the name of a product', async (text) => {
    for (const question of [`redmi ${text} 8 price`, `/spec redmi 77 ${text}`, text]) {
      const answer = await own.ask(question);
      const shown = [plainText(answer), ...answer.choices.map(({ label }) => label)].join('\n');
      expect([question, shown.includes(text)]).toEqual([question, false]);
    }
  });

  it('does not reach into objects: names of their own properties are words like any other', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      for (const question of [name, `redmi 9a ${name}`, `what is the ${name} of xiaomi`, `/spec ${name}`]) {
        const answer = await own.ask(question);
        expect([question, plainText(answer)]).toEqual([question, expect.not.stringMatching(/native code|\[object/)]);
      }
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is the same question with blanks, case and full width changed', async () => {
    const plain = await own.ask('how much is the redmi 9a?');
    for (const same of [
      '  HOW   much is the REDMI 9A ? ',
      'Ｈｏｗ ｍｕｃｈ ｉｓ ｔｈｅ Ｒｅｄｍｉ ９Ａ？',
      'how much is the redmi\u00a09a?',
    ]) {
      expect([same, (await own.ask(same)).facts]).toEqual([same, plain.facts]);
    }
    expect(plain.facts.length).toBeGreaterThan(0);
  });
});

describe('completion', () => {
  it('gives so many at most, of what there is, for any text', () => {
    const property = fc.property(anyText, fc.constantFrom('product', 'attribute', 'subject'), (typed, what) => {
      const found = own.bot.complete(typed, what, 5);
      expect(found.length).toBeLessThanOrEqual(5);
      const known = what === 'attribute' ? own.knowledge.attributes : own.knowledge.subjects;
      for (const { value } of found) expect(known.has(value)).toBe(true);
    });
    fc.assert(property, { seed: SEED, numRuns: 25 });
  });
});
