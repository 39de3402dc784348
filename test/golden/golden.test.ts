// The project's own golden questions, each with its reason: how many may be wrong and must be right, file by file.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import { type PlacedGolden, readGolden } from '../../src/cli/golden.ts';
import { judge, type Verdict } from '../../src/cli/verdict.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

/** The share of a file's questions that may be wrong at most: a wrong value is the costliest thing to say. */
const MOST_WRONG = 0.03;
/** The share of a file's questions that must be right at least. */
const LEAST_RIGHT = 0.95;

type Judged = {
  readonly golden: PlacedGolden;
  readonly verdict: Verdict;
  readonly text: string;
  readonly kind: string;
};

const golden = readGolden();
const files = [...new Set(golden.map(({ file }) => file))];

describe.each(files)('%s', (file) => {
  let own: TestBot;
  const judged: Judged[] = [];
  beforeAll(async () => {
    own = await openTestBot();
    for (const one of golden.filter((placed) => placed.file === file)) {
      const answer = await own.converse(...one.turns);
      const text = plainText(answer);
      const verdict = judge(one, { kind: answer.kind, text, sources: answer.sources });
      judged.push({ golden: one, verdict, text, kind: answer.kind });
    }
  });

  const of = (name: Verdict['verdict']): Judged[] => judged.filter(({ verdict }) => verdict.verdict === name);
  const drawn = (misses: readonly Judged[]): string =>
    misses
      .map(({ golden: { id, turns }, verdict, kind, text }) =>
        [
          `${id}  ${verdict.verdict}: ${verdict.why}`,
          `  ${turns.join(' ▸ ')}`,
          `  [${kind}] ${text.slice(0, 160).replaceAll('\n', ' | ')}`,
        ].join('\n'),
      )
      .join('\n');

  it(`is wrong on ${100 * MOST_WRONG} % at most`, () => {
    const wrong = of('wrong');
    expect(wrong.length / judged.length, drawn(wrong)).toBeLessThanOrEqual(MOST_WRONG);
  });

  it(`is right on ${100 * LEAST_RIGHT} % at least`, () => {
    const misses = judged.filter(({ verdict }) => verdict.verdict !== 'right');
    expect(judged.length - misses.length, drawn(misses)).toBeGreaterThanOrEqual(LEAST_RIGHT * judged.length);
  });

  it('answers nothing without a source', () => {
    expect(of('uncited').length, drawn(of('uncited'))).toBe(0);
  });

  it('expects by patterns that can be read and do not fit just anything', () => {
    const loose = judged.flatMap(({ golden: { id, expect: expected } }) =>
      [...(expected.all ?? []), ...(expected.any ?? []), ...(expected.none ?? [])]
        .filter((pattern) => new RegExp(pattern, 'i').test(''))
        .map((pattern) => `${id}: ${pattern}`),
    );
    expect(loose).toEqual([]);
  });
});

describe('the golden questions', () => {
  it('are of the project: several files, several kinds, each question once', () => {
    expect(files.length).toBeGreaterThan(1);
    expect(golden.length).toBeGreaterThan(300);
    expect(new Set(golden.map(({ expect: { kind } }) => kind)).size).toBeGreaterThan(2);
    const turns = golden.map((one) => one.turns.join('\n'));
    expect(turns.filter((text, index) => turns.indexOf(text) !== index)).toEqual([]);
  });
});
