// `npm start` with piped input, and start-up that fails with what to mend.
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root, run } from './run.ts';

const chat = (input: string | Uint8Array, env: Record<string, string> = {}) => run('src/main.ts', [], { input, env });

describe('npm start, piped', () => {
  it('answers each line, follow-ups and commands included, until /quit', async () => {
    const lines = [
      'how heavy is the redmi 9a?',
      'and the 9c?',
      '/price redmi-9a',
      '/help',
      '/quit',
      'when was xiaomi founded',
    ];
    const { code, stdout, stderr } = await chat(lines.join('\n'));
    const [first, second, price, ...help] = stdout.split('\n\n');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(first).toMatch(/194 ?g\b.*^Source: /ms);
    expect(second).toMatch(/196 ?g\b/);
    expect(price).toMatch(/(EUR|€).*^Source: /ms);
    expect(help.join('\n\n')).toMatch(/^\/spec <product>.*^\/quit /ms);
    expect(stdout).not.toMatch(/\p{Cc}(?<!\n)|›|2010/u);
  });

  it('has an answer for lines that are no text', async () => {
    const { code, stdout, stderr } = await chat(Buffer.from([0xff, 0xfe, 0x00, 0x1b, 0x5b, 0x32, 0x4a, 0x0a, 0x80]));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(stdout.trim()).not.toBe('');
  });
});

describe('start-up', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
    cpSync(join(root, 'knowledge'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('runs on another knowledge folder', async () => {
    expect(await chat('when was xiaomi founded', { KNOWLEDGE: folder })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2010'),
    });
  });

  it.each(['src/main.ts', 'src/cli/ask.ts'])(
    'of %s stops at broken knowledge, with the place and the mend',
    async (program) => {
      appendFileSync(join(folder, 'sources.yaml'), '- id: nameless\n  publisher: Nobody\n  date: 2020-13-45\n');
      const { code, stdout, stderr } = await run(program, ['hello'], { env: { KNOWLEDGE: folder } });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^sources\.yaml:\d+:\d+ {2}\S.+/m);
      expect(stderr).not.toMatch(/^ {4}at /m);
    },
  );

  it('stops at YAML that cannot be read', async () => {
    appendFileSync(join(folder, 'sources.yaml'), '- id: "open\n');
    const { code, stderr } = await chat('hello', { KNOWLEDGE: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^sources\.yaml:\d+:\d+ {2}YAML: /m);
  });

  it('stops at an empty or missing folder, and says what is accepted', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(await chat('hello', { KNOWLEDGE: empty })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('name a knowledge folder'),
    });
    const missing = await chat('hello', { KNOWLEDGE: join(folder, 'missing') });
    expect(missing).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/KNOWLEDGE: there is no folder .*accepted: /),
    });
    expect(missing.stderr).not.toMatch(/^ {4}at /m);
  });
});
