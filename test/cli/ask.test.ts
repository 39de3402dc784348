// `npm run ask`: what it prints, and that only misuse ends in exit code 2.
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { ask, run } from './run.ts';

describe('ask', () => {
  it('answers each question of a conversation with its source and date, in its language, without colour', async () => {
    const turns = ['how heavy is the redmi 9a', 'and the 9c?', '小米是哪年成立的'];
    const { code, stdout, stderr } = await ask(...turns);
    const [first, second, third] = stdout.split('\n\n');
    expect(first).toMatch(/194 ?g.*^Source: .+, “.+”, \d{1,2} \w+ \d{4}$/ms);
    expect(second).toMatch(/196 ?g/);
    expect(third).toMatch(/2010 ?年.*^来源：/ms);
    expect(stdout).not.toContain('\u001b');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('exits 0 when it declines, and when nothing was really asked', async () => {
    const { code, stdout, stderr } = await ask('price of the iphone 15', '');
    expect({ code, stderr, answers: stdout.split('\n\n').length }).toEqual({ code: 0, stderr: '', answers: 2 });
  });

  it('answers in the language asked for', async () => {
    expect((await ask('when was xiaomi founded', '--lang', 'zh')).stdout).toMatch(/2010 ?年.*^来源：/ms);
  });

  it('prints the last answer as JSON, the same bytes each time, from any folder', async () => {
    const args = ['--json', 'hello', 'when was xiaomi founded'];
    const [here, elsewhere] = await Promise.all([ask(...args), run('src/cli/ask.ts', args, { cwd: tmpdir() })]);
    const answer = JSON.parse(here.stdout);
    expect(elsewhere).toEqual(here);
    expect(answer).toMatchObject({ kind: 'answer', locale: 'en', text: expect.stringContaining('2010') });
    expect(answer.sources[0]).toMatchObject({ id: answer.facts[0].source });
  });

  it('explains how an answer came about', async () => {
    const question = 'how heavy is the redmi 9a';
    const [drawn, data] = await Promise.all([ask('--explain', question), ask('--explain', '--json', question)]);
    expect(drawn).toMatchObject({ code: 0, stderr: '' });
    for (const part of ['way: facts', 'query: ', 'accounted for: ', 'not accounted for: ', 'candidates:']) {
      expect(drawn.stdout).toContain(part);
    }
    const { explanation } = JSON.parse(data.stdout);
    expect(explanation).toEqual({
      way: 'facts',
      query: expect.anything(),
      accounted: expect.any(Array),
      unaccounted: expect.any(Array),
      candidates: expect.any(Array),
    });
  });

  it('fits the width that is set', async () => {
    const { stdout } = await run('src/cli/ask.ts', ['/compare redmi-9a redmi-9c'], { env: { COLUMNS: '40' } });
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(40);
  });

  it('prints its usage when asked', async () => {
    expect(await ask('--help')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage: /), stderr: '' });
  });

  it.each([
    [[], 'no question'],
    [['--nothing', 'x'], '--nothing'],
    [['--lang'], '--lang'],
    [['--lang', '中文', 'x'], '--lang'],
    [['--batch', 'x'], '--batch'],
    [['--batch', '--json'], '--batch'],
  ])('is misused by %j: says so with the usage, exits 2', async (args, named) => {
    const { code, stdout, stderr } = await ask(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(named);
    expect(stderr).toContain('Usage: ');
  });
});
