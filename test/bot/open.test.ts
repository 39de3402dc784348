// Compiled copies of the knowledge: used where nothing changed, made anew where something did, and few.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openKnowledge } from '../../src/bot/open.ts';
import { folderWith, removeFolders } from '../support/folder.ts';

const cache = mkdtempSync(join(tmpdir(), 'cache-'));
afterAll(() => {
  removeFolders();
  rmSync(cache, { recursive: true, force: true });
});

const withWeight = (grams: number): string =>
  folderWith({
    'products/other.yaml': `id: other\nkind: product\nclass: lamp\nnames: { en: Other, zh: 另 }\nsource: paper\nspecs: { weight: ${grams} g }\n`,
  });
const copies = (): string[] => readdirSync(cache).sort();

describe('a compiled copy', () => {
  it('gives the same knowledge as the files', async () => {
    const folder = withWeight(11);
    const made = await openKnowledge(folder, cache);
    const read = await openKnowledge(folder, cache);
    expect(read.knowledge).toEqual(made.knowledge);
    expect(read.evidence).toEqual(made.evidence);
    expect(copies()).toHaveLength(1);
  });

  it('that is broken is done without, and made again', async () => {
    const [name = ''] = copies();
    const path = join(cache, name);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    writeFileSync(path, bytes);
    const { knowledge } = await openKnowledge(withWeight(11), cache);
    expect(knowledge.facts.some(({ subject }) => subject === 'other')).toBe(true);
  });

  it('goes when four others were used since', async () => {
    const opened = [12, 13, 14, 15, 16, 17].map(withWeight);
    for (const folder of opened) await openKnowledge(folder, cache);
    expect(copies()).toHaveLength(4);
    const { knowledge } = await openKnowledge(opened[0] as string, cache);
    expect(knowledge.facts.find(({ subject }) => subject === 'other')?.value).toMatchObject({ min: 12 });
  });
});
