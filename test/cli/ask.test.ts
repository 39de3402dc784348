// `npm run ask`: what it prints, and that only misuse ends in exit code 2.
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { ask, run } from './run.ts';

describe('ask', () => {
  it('answers with the value, its source and date, without colour through a pipe', async () => {
    const { code, stdout, stderr } = await ask('when was xiaomi founded');
    expect(stdout).toMatch(/2010/);
    expect(stdout).toMatch(/^Source: .+, “.+”, \d{1,2} \w+ \d{4}$/m);
    expect(stdout).not.toContain('\u001b');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('takes several questions as one conversation', async () => {
    const { stdout } = await ask('how heavy is the redmi 9a', 'and the 9c?');
    const alone = await ask('how heavy is the redmi 9c');
    expect(stdout.split('\n\n').at(-1)).toBe(alone.stdout);
  });

  it('exits 0 when it declines, and when nothing was really asked', async () => {
    expect(await ask('price of the iphone 15')).toMatchObject({ code: 0, stderr: '' });
    expect(await ask('')).toMatchObject({ code: 0, stderr: '' });
  });

  it('answers in the language asked for, or else that of the question', async () => {
    expect((await ask('when was xiaomi founded', '--lang', 'zh')).stdout).toMatch(/2010 ?年.*来源：/s);
    expect((await ask('小米是哪年成立的')).stdout).toMatch(/2010 ?年.*来源：/s);
    expect((await ask('小米是哪年成立的', '--lang=en')).stdout).toMatch(/2010.*Source: /s);
  });

  it('prints the last answer as JSON, the same bytes each time', async () => {
    const [first, second] = await Promise.all([
      ask('--json', 'when was xiaomi founded'),
      ask('--json', 'when was xiaomi founded'),
    ]);
    const answer = JSON.parse(first.stdout);
    expect(first.stdout).toBe(second.stdout);
    expect(answer).toMatchObject({ kind: 'answer', locale: 'en', text: expect.stringContaining('2010') });
    expect(answer.sources[0]).toEqual(expect.objectContaining({ id: answer.facts[0].source }));
  });

  it('explains how an answer came about', async () => {
    const { code, stdout } = await ask('--explain', 'how heavy is the redmi 9a');
    expect(code).toBe(0);
    for (const part of ['query: ', 'accounted for: ', 'not accounted for: ', 'candidates:'])
      expect(stdout).toContain(part);
    const { explanation } = JSON.parse((await ask('--explain', '--json', 'how heavy is the redmi 9a')).stdout);
    expect(Object.keys(explanation)).toEqual(
      expect.arrayContaining(['query', 'accounted', 'unaccounted', 'candidates']),
    );
  });

  it('works from any folder', async () => {
    const { code, stdout } = await run('src/cli/ask.ts', ['when was xiaomi founded'], { cwd: tmpdir() });
    expect({ code, founded: stdout.includes('2010') }).toEqual({ code: 0, founded: true });
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
