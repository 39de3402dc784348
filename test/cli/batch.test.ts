// `npm run ask -- --batch`: the contract by which answers are measured.
import { beforeAll, describe, expect, it } from 'vitest';
import { batch, jsonLines, type Ran } from './run.ts';

const line = (id: unknown, ...turns: string[]): string => JSON.stringify({ id, turns, tags: ['ignored'] });

describe('--batch', () => {
  const questions: [id: string | number, kind: string, locale: string, ...turns: string[]][] = [
    ['c', 'answer', 'en', 'how heavy is the redmi 9a'],
    ['a', 'abstain', 'en', 'price of the iphone 15'],
    ['b', 'chat', 'en', 'hello'],
    [7, 'answer', 'zh', '小米是哪年成立的'],
    ['followed', 'answer', 'en', 'how heavy is the redmi 9a', 'and the 9c?'],
    ['direct', 'answer', 'en', 'how heavy is the redmi 9c'],
  ];
  let ran: Ran;
  let answers: Record<string, unknown>[];
  beforeAll(async () => {
    const lost = line('lost', 'and the 9c?');
    ran = await batch([...questions.map(([id, , , ...turns]) => line(id, ...turns)), lost].join('\n'));
    answers = jsonLines(ran.stdout);
  });

  it('writes one line each, in order, with every field', () => {
    const { code, stderr } = ran;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(answers.map(({ id, kind, locale }) => [id, kind, locale]).slice(0, -1)).toEqual(
      questions.map(([id, kind, locale]) => [id, kind, locale]),
    );
    for (const answer of answers) {
      expect(Object.keys(answer)).toEqual(['id', 'kind', 'text', 'facts', 'sources', 'locale', 'elapsedMs']);
      expect(answer.elapsedMs).toEqual(expect.any(Number));
    }
  });

  it('states facts and sources as data, and the text without its source line', () => {
    const { facts, sources, text } = answers[0] as { facts: { source: string }[]; sources: unknown[]; text: string };
    expect(facts[0]).toMatchObject({
      subject: 'redmi-9a',
      attribute: expect.any(String),
      value: expect.stringContaining('194'),
      source: expect.any(String),
    });
    expect(sources[0]).toMatchObject({
      id: facts[0]?.source,
      title: expect.any(String),
      publisher: expect.any(String),
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(text).not.toMatch(/^Source: /m);
  });

  it('asks the turns of a line in order and gives the last answer; each line is a conversation of its own', () => {
    const textOf = (wanted: string): unknown => answers.find(({ id }) => id === wanted)?.text;
    expect(textOf('followed')).toBe(textOf('direct'));
    expect(textOf('lost')).not.toBe(textOf('direct'));
  });

  it('names lines that it cannot read, answers the others, and exits 2', async () => {
    const turns = [
      '',
      'a\u2028b\nc',
      '\u0000\u001b[31m',
      '__proto__',
      `${'x'.repeat(100_000)}?`,
      '😀 @everyone <!channel>',
    ];
    const malformed = ['nonsense', '[]', '{"id":"x"}', '{"id":"x","turns":[]}', ''];
    const input = [`\ufeff${line('first', 'hello')}`, ...malformed, ...turns.map((turn, index) => line(index, turn))];
    const { code, stdout, stderr } = await batch(input.join('\r\n'));
    expect(code).toBe(2);
    expect(jsonLines(stdout).map(({ id }) => id)).toEqual(['first', ...turns.keys()]);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'line 2 is not JSON',
      'line 3 is not an object {"id", "turns"}',
      'line 4 needs "turns", a list of questions',
      'line 5 "turns" is empty: one question at least',
    ]);
  });

  it('answers in the language asked for', async () => {
    const [answer] = jsonLines((await batch(line('x', 'when was xiaomi founded'), '--lang', 'zh')).stdout);
    expect(answer).toMatchObject({ locale: 'zh', text: expect.stringMatching(/2010 ?年/) });
  });

  it('answers nothing to nothing', async () => {
    expect(await batch('')).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
