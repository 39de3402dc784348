// Bad input for the bench: what nobody asks in earnest, so that the slowest answer to it is known, too.
import { createRequire } from 'node:module';
import type { Asked } from './contract.ts';

/** More than is read of one message. */
const CHARACTERS = 5000;

/** Said over and over, each of these begins a question, a clause, a sentence, a name or an amount anew. */
const PHRASES = [
  'who. ',
  'what? ',
  'which, ',
  'when ; cheapest ',
  'except when without? ',
  'and ',
  'is and, ',
  'than or if and ',
  'no, i mean ',
  'all " : - or ',
  ', what , and without ',
  'compare and vs ',
  'under 150 euros ',
  'between 5 and ',
  '2020 ',
  '{9,}',
  'what',
  'x',
  ', ',
  '( ',
  '的',
  '多少钱,',
];

const naughty: readonly string[] = createRequire(import.meta.url)('big-list-of-naughty-strings');

/** Every string of the big list of naughty strings, and phrases repeated until the message is too long. */
export const hostileQuestions = (): Asked[] =>
  [...naughty, ...PHRASES.map((phrase) => phrase.repeat(Math.ceil(CHARACTERS / phrase.length)))].map((text, index) => ({
    id: `hostile-${index}`,
    turns: [text],
    language: 'en',
  }));
