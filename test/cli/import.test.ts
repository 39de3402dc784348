// `npm run import` as a person runs it: what it prints, what it writes, and what it says when it is typed wrong.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEVICES, freshFolder, removeFresh } from '../support/catalogue.ts';
import { run } from './run.ts';

afterAll(removeFresh);

const runImport = (...args: string[]) => run('src/cli/import.ts', args);

describe('npm run import', () => {
  it('makes a pack that passes the check, and says what it took and what it left out', async () => {
    const into = join(freshFolder(), 'clouds');
    const devices = freshFolder(DEVICES);
    const args = ['lineageos', devices, '--vendor', 'Acme', '--into', into, '--retrieved', '2026-04-05'];
    const first = await runImport(...args);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('left out (7):');
    expect(first.stdout).toContain('nameless.yml: has no name');
    expect(first.stdout).toMatch(/5 rows, 3 products, \d+ facts; files: 5 new, 0 changed, 0 as they were/);
    expect(first.stdout).toMatch(/Load it with KNOWLEDGE=knowledge,.*clouds\n$/);
    const check = await run('src/cli/check.ts', [into]);
    expect(check).toMatchObject({ code: 0, stdout: expect.stringContaining('knowledge is sound') });
  }, 60_000);

  it.each([
    [['nowhere', '.'], 'there is no import "nowhere"'],
    [['lineageos'], 'lineageos needs one path'],
    [['lineageos', 'a', 'b'], 'lineageos needs one path'],
    [['lineageos', '.', '--retrieved', 'today'], '--retrieved "today" is not a day'],
    [['lineageos', '.', '--wrong'], "Unknown option '--wrong'"],
  ])('says what is wrong with %j, and how it is typed', async (args, message) => {
    const { code, stderr } = await runImport(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).toContain('Usage: npm run import');
  });

  it('says in one line what cannot be imported, and writes nothing', async () => {
    const into = join(freshFolder(), 'none');
    const { code, stderr } = await runImport('lineageos', freshFolder(), '--into', into);
    expect([code, stderr.split('\n').length]).toEqual([1, 2]);
    expect(stderr).toContain('holds no .yml file');
    expect(existsSync(into)).toBe(false);
  }, 60_000);
});
