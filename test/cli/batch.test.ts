// `npm run ask -- --batch`: the contract by which answers are measured.
import { describe, expect, it } from 'vitest';
import { batch, jsonLines } from './run.ts';

const line = (id: unknown, ...turns: string[]): string => JSON.stringify({ id, turns, tags: ['ignored'] });

describe('--batch', () => {
  it('writes one line each, in order, with every field', async () => {
    const ids = ['c', 'a', 'b', 7];
    const questions = ['when was xiaomi founded', 'price of the iphone 15', 'hello', '小米是哪年成立的'];
    const { code, stdout, stderr } = await batch(
      questions.map((question, index) => line(ids[index], question)).join('\n'),
    );
    const answers = jsonLines(stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect(answers.map(({ kind }) => kind)).toEqual(['answer', 'abstain', 'chat', 'answer']);
    expect(answers.map(({ locale }) => locale)).toEqual(['en', 'en', 'en', 'zh']);
    for (const answer of answers) {
      expect(Object.keys(answer)).toEqual(['id', 'kind', 'text', 'facts', 'sources', 'locale', 'elapsedMs']);
      expect(answer.elapsedMs).toEqual(expect.any(Number));
    }
  });

  it('states facts and sources as data, and the text without its source line', async () => {
    const [answer] = jsonLines((await batch(line('x', 'how heavy is the redmi 9a'))).stdout);
    const { facts, sources, text } = answer as { facts: { source: string }[]; sources: { id: string }[]; text: string };
    expect(facts[0]).toMatchObject({ subject: 'redmi-9a', attribute: expect.any(String), value: expect.any(String) });
    expect(sources[0]).toMatchObject({
      id: facts[0]?.source,
      title: expect.any(String),
      publisher: expect.any(String),
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(text).not.toMatch(/^Source: /m);
  });

  it('asks the turns of a line in order, and judges the last; each line is a conversation of its own', async () => {
    const { stdout } = await batch(
      [
        line('f', 'how heavy is the redmi 9a', 'and the 9c?'),
        line('g', 'and the 9c?'),
        line('h', 'how heavy is the redmi 9c'),
      ].join('\n'),
    );
    const [followed, lost, direct] = jsonLines(stdout);
    expect(followed?.text).toBe(direct?.text);
    expect(lost?.text).not.toBe(direct?.text);
  });

  it('names lines that it cannot read, answers the others, and exits 2', async () => {
    const input = [
      `\ufeff${line('1', 'hello')}`,
      'nonsense',
      '[]',
      '{"id":"x"}',
      '{"id":"x","turns":[]}',
      '',
      line('2', 'hello'),
    ];
    const { code, stdout, stderr } = await batch(input.join('\r\n'));
    expect(code).toBe(2);
    expect(jsonLines(stdout).map(({ id }) => id)).toEqual(['1', '2']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'line 2 is not JSON',
      'line 3 is not an object {"id", "turns"}',
      'line 4 needs "turns", a list of questions',
      'line 5 "turns" is empty: one question at least',
    ]);
  });

  it('keeps one line each, whatever a question holds', async () => {
    const turns = [
      '',
      'a\u2028b\nc',
      '\u0000\u001b[31m',
      '__proto__',
      `${'x'.repeat(100_000)}?`,
      '\\ud800 😀 @everyone <!channel>',
    ];
    const { code, stdout } = await batch(turns.map((turn, index) => line(index, turn)).join('\n'));
    expect(code).toBe(0);
    expect(jsonLines(stdout).map(({ id }) => id)).toEqual(turns.map((_, index) => index));
  });

  it('answers in the language asked for', async () => {
    const [answer] = jsonLines((await batch(line('x', 'when was xiaomi founded'), '--lang', 'zh')).stdout);
    expect(answer).toMatchObject({ locale: 'zh', text: expect.stringMatching(/2010 ?年/) });
  });

  it('answers nothing to nothing', async () => {
    expect(await batch('')).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
