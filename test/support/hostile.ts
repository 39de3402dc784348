// Texts that nobody asks in earnest, made at random but from a fixed seed, and what every answer must hold to.
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type Answer, plainText } from '../../src/answer.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';

/** The strings of the big list. */
export const naughty: readonly string[] = createRequire(import.meta.url)('big-list-of-naughty-strings');

/** More than this is no chat message, unless a table was asked for. */
const MOST_CHARACTERS = 4000;
/** So much of what was typed may stand in an answer. */
const MOST_ECHOED = 80;

/** What shows where a value was left out. */
const BLANK = /undefined|\bNaN\b|\[object|\bfunction \w*\(|\{\w+\}/;
const KINDS = ['answer', 'abstain', 'clarify', 'chat'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const character = fc.constantFrom(...'\u0000\u0007\u001b\u007f\u0085\u200b\u200d\u200e\u202e\u2066\ufeff\ud800\udfff');
const markup = fc.constantFrom(
  '<script>alert(1)</script>',
  '<b>',
  '<!--',
  '**bold**',
  '`code`',
  '```',
  '[a](http://x)',
  '@everyone',
  '@here',
  '<!channel>',
  '<@U123>',
  '<#C1|x>',
  '||spoiler||',
  '&amp;',
  '"; drop table facts; --',
  '#{7*7}',
  '{{7*7}}',
  '%s%n',
  '../../etc/passwd',
);
const pattern = fc.constantFrom(
  '.*',
  '(a+)+$',
  '[',
  '(',
  ')',
  '\\',
  '^',
  '$',
  '{9,}',
  '(?=',
  '|',
  '+',
  '*',
  '?',
  '\\u{1F600}',
);
const key = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  'valueOf',
  'null',
  'undefined',
  'NaN',
);
const script = fc.constantFrom(
  'شاومي',
  'כמה',
  'ราคา',
  '小米',
  '红米9A',
  'シャオミ',
  '샤오미',
  'Ω≈ç√',
  'i̇',
  'ﬃ',
  '１２３',
  '👩‍👩‍👧‍👦',
  '🇨🇳',
  'e\u0301\u0301\u0301',
  '\u202eabc',
);
const word = fc.constantFrom(
  ...'how much is the what who when which phones under over price battery redmi 9a 9c poco x3 nfc note mi 10 ultra band 5 euros 150 mAh 2020 q2 h1 revenue difference between and compare vs list cheapest founder ? , ; / + -'.split(
    ' ',
  ),
);

const phrase = fc.array(fc.oneof(word, pattern, script), { minLength: 1, maxLength: 6 });

/** Any text of up to 5,000 characters: noise, questions gone wrong, and both in one. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(fc.oneof(character, markup, pattern, key, script, word), { minLength: 1, maxLength: 60 })
    .chain((parts) => fc.constantFrom(' ', '', '\n').map((between) => parts.join(between))),
  fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' ')),
  fc
    .tuple(fc.oneof(character, markup, pattern, key, script, word), fc.integer({ min: 1, max: 1000 }))
    .map(([part, times]) => part.repeat(times).slice(0, 5000)),
  fc
    .tuple(phrase, fc.constantFrom(' ', ', ', '. ', '? ', ' and '), fc.integer({ min: 2, max: 400 }))
    .map(([parts, between, times]) => `${parts.join(' ')}${between}`.repeat(times).slice(0, 5000)),
);

/** Any command line, known or not. */
export const anyCommand: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      'spec',
      'price',
      'compare',
      'find',
      'fact',
      'ask',
      'sources',
      'help',
      'constructor',
      '__proto__',
      'x',
    ),
    anyText,
  )
  .map(([name, text]) => `/${name} ${text}`);

/** The longest piece of `typed` that stands in `text`, up to a little more than may. */
function longestEcho(typed: string, text: string): number {
  let longest = 0;
  for (let start = 0; start + longest < typed.length && longest <= MOST_ECHOED; start++) {
    while (
      longest <= MOST_ECHOED &&
      start + longest < typed.length &&
      text.includes(typed.slice(start, start + longest + 1))
    )
      longest++;
  }
  return longest;
}

/** The facts that may be stated, as subject / attribute / source. */
export const heldFacts = ({ facts }: Knowledge): ReadonlySet<string> =>
  new Set(facts.map(({ subject, attribute, source }) => `${subject}/${attribute}/${source}`));

/** What holds of every answer, whatever was typed. */
export function expectSane(typed: string, answer: Answer, held: ReadonlySet<string>): void {
  const text = plainText(answer);
  const shown = [text, ...answer.choices.flatMap(({ label, ask }) => [label, ask])].join('\n');
  expect(KINDS).toContain(answer.kind);
  expect(answer.lead.trim()).not.toBe('');
  if (!answer.table) expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
  expect(shown).not.toMatch(CONTROL);
  expect(shown.isWellFormed()).toBe(true);
  if (!BLANK.test(typed)) expect(shown).not.toMatch(BLANK);
  // What is in the knowledge may happen to be what was typed; only what declines can be an echo.
  if (answer.kind !== 'answer' && typed.length > MOST_ECHOED)
    expect(longestEcho(typed, shown)).toBeLessThanOrEqual(MOST_ECHOED);
  if (answer.kind !== 'answer') expect(answer.facts).toEqual([]);
  else expect(answer.sources.length).toBeGreaterThan(0);
  const cited = new Set(answer.sources.map(({ id }) => id));
  for (const { subject, attribute, source } of answer.facts) {
    expect([subject, attribute, source, held.has(`${subject}/${attribute}/${source}`)]).toEqual([
      subject,
      attribute,
      source,
      true,
    ]);
    expect(cited.has(source)).toBe(true);
  }
}
