// `npm run settings`, as a process on a real store: what is set stays, is taken away again, and nonsense is refused.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placesOn } from '../../src/chat/settings.ts';
import { storeAddress } from '../../src/state/address.ts';
import { openState } from '../../src/state/open.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
const url = `sqlite:${join(folder, 'state.db')}`;
const env = { STORE_URL: url };
const open = async () => {
  const address = storeAddress(url, '/');
  if (!address) throw new Error(url);
  return openState(address, { patience: 20_000 });
};
const settings = (...words: string[]) => run('src/cli/settings.ts', words, { env });

beforeAll(async () => {
  const state = await open();
  await placesOn(state).changeSettings('T1', 'slack', { visibility: 'private' });
  await state.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run settings', () => {
  it('shows, changes and takes away what holds for one workspace', async () => {
    expect((await settings('slack:T1')).stdout).toContain('visibility=private');
    expect((await settings('slack:T1', 'language=zh', 'visibility=')).stdout).toMatch(/language=zh/);
    const state = await open();
    expect(await placesOn(state).settings('T1', 'slack')).toEqual({ language: 'zh' });
    expect(await placesOn(state).settings('T2', 'slack')).toEqual({});
    await state.close();
  });

  it.each([
    [['slack'], 'names no workspace'],
    [['slack:T1', 'colour=red'], 'colour'],
    [['slack:T1', 'reply=nowhere'], 'reply'],
    [['slack:T1', 'reply'], 'NAME=VALUE is expected'],
  ])('refuses %j, and shows how it is typed', async (words, said) => {
    const { code, stderr } = await settings(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).toContain('Usage: npm run settings');
  });
});
