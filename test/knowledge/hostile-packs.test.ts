// Packs that are too large, too deep, too clever or that lead elsewhere: refused with file, line and reason, before they cost anything.
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formatFault } from '../../src/knowledge/faults.ts';
import { readKnowledge } from '../../src/knowledge/load.ts';
import { folderWith, LAMP, removeFolders } from '../support/folder.ts';

afterEach(removeFolders);

const faultsOf = (folder: string): string[] => readKnowledge(folder).faults.map(formatFault);
const PRODUCT = 'products/bad.yaml';

describe('a pack is refused', () => {
  it('for a file of a gigabyte, without reading it', () => {
    const folder = folderWith();
    const file = openSync(join(folder, PRODUCT), 'w');
    ftruncateSync(file, 2 ** 30);
    closeSync(file);
    expect(faultsOf(folder)).toEqual([
      'products/bad.yaml:1:1  1073741824 bytes are more than the 512000 that are read: split it',
    ]);
  });

  it('for more other names than a product can have', () => {
    const aliases = Array.from({ length: 50_000 }, (_, place) => `a${place}`).join(', ');
    const folder = folderWith({
      'products/bad.yaml': `id: bad\nkind: product\nnames: { en: Bad, zh: 坏 }\naliases: [${aliases}]\n`,
    });
    expect(faultsOf(folder)).toEqual([expect.stringMatching(/^products\/bad\.yaml:4:10 {2}aliases: .*400/)]);
  });

  it('for a million references to one anchor', () => {
    const text = `a: &a x\nb: [${'*a,'.repeat(1_000_000)}]\n`;
    const folder = folderWith({ 'company/bad.yaml': text });
    expect(faultsOf(folder)).toEqual(['company/bad.yaml:2:1  YAML: more than 10000 references (*): write entries out']);
  });

  it.each([
    ['brackets', `a: b\nc: ${'['.repeat(200_000)}`, 2],
    ['braces', `${'{a: '.repeat(100_000)}`, 1],
    ['indentation', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 402],
    ['lists in lists', `a: b\n${'- '.repeat(100_000)}x`, 2],
  ])('for %s without end', (_what, text, line) => {
    expect(faultsOf(folderWith({ 'company/bad.yaml': text }))).toEqual([
      `company/bad.yaml:${line}:1  YAML: nested more than 100 levels deep: write entries out`,
    ]);
  });

  it.each(['../../evil', 'a/b', '/etc/passwd', '..'])('for an id that is a path: %s', (id) => {
    const folder = folderWith({ [PRODUCT]: `id: ${id}\nkind: product\nnames: { en: Bad, zh: 坏 }\n` });
    expect(faultsOf(folder)).toEqual([expect.stringMatching(/^products\/bad\.yaml:1:5 {2}id: use lower-case words/)]);
  });

  it('for links, that may go round in a circle or out of it', () => {
    const folder = folderWith();
    symlinkSync('..', join(folder, 'products', 'round'));
    symlinkSync('/etc', join(folder, 'outside'));
    symlinkSync(join(folder, LAMP), join(folder, 'products', 'copy.yaml'));
    expect(faultsOf(folder)).toEqual(
      ['outside', 'products/copy.yaml', 'products/round'].map(
        (name) => `${name}:1:1  a symbolic link, which is not followed: put the file itself here`,
      ),
    );
  });

  it('for folders in folders without end', () => {
    const folder = folderWith();
    mkdirSync(join(folder, ...Array.from({ length: 40 }, () => 'deep')), { recursive: true });
    expect(faultsOf(folder)).toEqual([
      expect.stringMatching(/^deep(\/deep){7}:1:1 {2}more than 8 folders deep: move it up$/),
    ]);
  });
});
