// The rules by which golden questions are judged, and how verdicts are counted.
import { describe, expect, it } from 'vitest';
import { isGoodEnough, type Outcome, tally, tallyBy } from '../../src/cli/tally.ts';
import { type Golden, type Judged, judge } from '../../src/cli/verdict.ts';

const golden = (expect: Golden['expect'], part: Partial<Golden> = {}): Golden => ({
  id: 'x',
  turns: ['what is it'],
  tags: [],
  reason: 'so',
  ...part,
  expect,
});
const said = (text: string, kind: Judged['kind'] = 'answer', sources: readonly unknown[] = [{}]): Judged => ({
  kind,
  text,
  sources,
});
const verdict = (question: Golden, answer: Judged): string => judge(question, answer).verdict;

describe('judge', () => {
  const price = golden({ kind: 'answer', all: ['\\b399\\b'], any: ['EUR', '€'], none: ['499'] });

  it('wants all, one of any, and none of none', () => {
    expect(verdict(price, said('EUR 399'))).toBe('right');
    expect(judge(price, said('399'))).toEqual({ verdict: 'wrong', why: 'none of /EUR/ /€/' });
    expect(judge(price, said('EUR 299'))).toEqual({ verdict: 'wrong', why: 'lacks /\\b399\\b/' });
    expect(judge(price, said('EUR 399 or 499'))).toEqual({ verdict: 'wrong', why: 'says /499/' });
  });

  it('reads quotes, blanks and full-width letters in one form', () => {
    expect(verdict(golden({ kind: 'answer', all: ['it\'s "a b"'] }), said('It’s “Ａ\u00a0b”'))).toBe('right');
  });

  it('takes patterns that are valid only without the u flag', () => {
    expect(verdict(golden({ kind: 'answer', all: ['a\\-b'] }), said('a-b'))).toBe('right');
  });

  it('tells declining, missing sources and walls of text apart', () => {
    expect(verdict(price, said('I do not know', 'abstain'))).toBe('missed');
    expect(verdict(price, said('EUR 399', 'answer', []))).toBe('uncited');
    expect(verdict(price, said(`EUR 399 ${'x'.repeat(600)}`))).toBe('dumped');
  });

  it('lets lists, tables and sheets be long', () => {
    const long = said(`EUR 399 ${'x'.repeat(600)}`);
    expect(verdict({ ...price, tags: ['compare'] }, long)).toBe('right');
    expect(verdict({ ...price, turns: ['/spec x'] }, long)).toBe('right');
    expect(verdict({ ...price, expect: { ...price.expect, kind: 'list' } }, long)).toBe('right');
  });

  it('takes any statement for wrong where nothing is known, unless it is the correction demanded', () => {
    const unknown = golden({ kind: 'abstain', none: ['\\d'] });
    expect(verdict(unknown, said('not known', 'abstain'))).toBe('right');
    expect(verdict(unknown, said('not known, maybe 7', 'abstain'))).toBe('wrong');
    expect(verdict(unknown, said('something'))).toBe('wrong');
    expect(verdict(golden({ kind: 'abstain', all: ['Hong Kong'] }), said('In Hong Kong.'))).toBe('right');
  });

  it('takes asking back, or every value at once, for right where several are meant', () => {
    const several = golden({ kind: 'clarify', all: ['1', '2'], none: ['3'] });
    expect(verdict(several, said('Which?', 'clarify'))).toBe('right');
    expect(verdict(several, said('Is it 3?', 'clarify'))).toBe('wrong');
    expect(verdict(several, said('1 and 2'))).toBe('right');
    expect(verdict(several, said('1'))).toBe('wrong');
    expect(verdict(several, said('1 and 2', 'abstain'))).toBe('missed');
  });

  it('only wants the right words of small talk', () => {
    expect(verdict(golden({ kind: 'chat' }), said('Hello', 'chat', []))).toBe('right');
    expect(verdict(golden({ kind: 'chat', none: ['EUR'] }), said('EUR 1', 'chat', []))).toBe('wrong');
  });
});

describe('tally', () => {
  const outcome = (kind: string, name: Outcome['verdict']['verdict'], tags: string[]): Outcome => ({
    golden: golden({ kind }, { tags }),
    verdict: { verdict: name, why: '' },
    kind: 'answer',
    text: '',
  });
  const outcomes = [
    outcome('answer', 'right', ['a', 'b']),
    outcome('answer', 'wrong', ['b']),
    outcome('abstain', 'missed', []),
  ];

  it('counts in all and by group, the weakest first', () => {
    expect(tally(outcomes)).toEqual({ questions: 3, right: 1, wrong: 1, missed: 1, dumped: 0, uncited: 0 });
    expect(tallyBy(outcomes, ({ tags }) => tags)).toEqual([
      ['b', { questions: 2, right: 1, wrong: 1 }],
      ['a', { questions: 1, right: 1, wrong: 0 }],
    ]);
  });

  it('draws the line at 97 % right and 1 % wrong', () => {
    expect(isGoodEnough({ questions: 100, right: 97, wrong: 1 })).toBe(true);
    expect(isGoodEnough({ questions: 100, right: 96, wrong: 0 })).toBe(false);
    expect(isGoodEnough({ questions: 100, right: 97, wrong: 2 })).toBe(false);
  });
});
