// `npm run eval`: golden questions that can be read, counts that add up, and the bar.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readGolden } from '../../src/cli/golden.ts';
import { emptyFolder, removeFolders } from '../support/folder.ts';
import { run } from './run.ts';

const evaluate = (...args: string[]) => run('src/cli/eval.ts', args);

describe('eval', () => {
  it('prints counts as JSON, and exits by them', async () => {
    const { code, stdout, stderr } = await evaluate('--json');
    const { questions, right, wrong, missed, dumped, uncited, misses } = JSON.parse(stdout);
    expect(stderr).toBe('');
    expect(questions).toBe(readGolden().length);
    expect(right + wrong + missed + dumped + uncited).toBe(questions);
    expect(misses).toHaveLength(questions - right);
    expect(code).toBe(right >= 0.97 * questions && wrong <= 0.01 * questions ? 0 : 1);
  });

  it('asks only what is chosen by id, tag or file', async () => {
    const { id } = readGolden()[0] ?? { id: '' };
    const { stdout } = await evaluate('--only', id);
    expect(stdout).toMatch(/^kind +n +right +wrong$/m);
    expect(stdout).toMatch(/^right [01]\/1 /m);
  });

  it('says when nothing is chosen, and how it is used', async () => {
    expect(await evaluate('--only', 'no such thing')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no golden'),
    });
    expect(await evaluate('--nothing')).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage: ') });
    expect(await evaluate('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage: ') });
  });
});

describe('readGolden', () => {
  afterEach(removeFolders);

  const folderWith = (...lines: string[]): string => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'some.jsonl'), lines.join('\n'));
    return folder;
  };
  const line = JSON.stringify({ id: 'a', turns: ['b'], expect: { kind: 'answer' }, reason: 'c' });

  it('reads every line with its file', () => {
    expect(readGolden(folderWith(line, ''))).toEqual([
      { id: 'a', turns: ['b'], expect: { kind: 'answer' }, tags: [], reason: 'c', file: 'some.jsonl' },
    ]);
  });

  it('names a line that cannot be read', () => {
    expect(() => readGolden(folderWith(line, '{'))).toThrow(/^some\.jsonl:2 /);
    expect(() => readGolden(folderWith('{"id":"a"}'))).toThrow(/^some\.jsonl:1 {2}turns: /);
    expect(() => readGolden(folderWith(line, line))).toThrow('some.jsonl:2  id "a" stands twice');
  });
});
