// What the environment may say, and what is told when it says something else.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError, loadEnvironmentFile, projectRoot, readConfig } from '../../src/config.ts';
import { emptyFolder, removeFolders } from '../support/folder.ts';

const knowledge = join(projectRoot, 'knowledge');

afterEach(removeFolders);

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      knowledge: [knowledge],
      cache: join(knowledge, '..', '.cache'),
      color: true,
      debug: false,
    });
  });

  it('counts what is set to nothing as not set', () => {
    expect(readConfig({ KNOWLEDGE: '', NO_COLOR: '', COLUMNS: '', DEBUG: '' })).toEqual(readConfig({}));
  });

  it('takes colour away for NO_COLOR, whatever its value, and for a dumb terminal', () => {
    expect(readConfig({ NO_COLOR: '0' }).color).toBe(false);
    expect(readConfig({ TERM: 'dumb' }).color).toBe(false);
    expect(readConfig({ TERM: 'xterm' }).color).toBe(true);
  });

  it('takes a width; 0 leaves it to the terminal', () => {
    expect(readConfig({ COLUMNS: '72' }).columns).toBe(72);
    expect(readConfig({ COLUMNS: '0' })).not.toHaveProperty('columns');
  });

  it('finds a relative folder from the project, not from where it is run', () => {
    expect(readConfig({ KNOWLEDGE: './knowledge' }).knowledge).toEqual([knowledge]);
    const folder = emptyFolder();
    mkdirSync(join(folder, 'elsewhere'));
    expect(readConfig({ KNOWLEDGE: 'elsewhere' }, folder).knowledge).toEqual([join(folder, 'elsewhere')]);
  });

  it('takes several packs, each by a name of its own', () => {
    const folder = emptyFolder();
    for (const name of ['one', 'two', 'more/one']) mkdirSync(join(folder, name), { recursive: true });
    expect(readConfig({ KNOWLEDGE: 'one, two' }, folder).knowledge).toEqual([join(folder, 'one'), join(folder, 'two')]);
    expect(() => readConfig({ KNOWLEDGE: 'one,more/one' }, folder)).toThrow(/two folders are called one/);
    expect(() => readConfig({ KNOWLEDGE: 'one,gone' }, folder)).toThrow(/there is no folder .*gone/);
  });

  it('names every variable that cannot be used, what is wrong, and what is accepted', () => {
    const read = (): unknown => readConfig({ KNOWLEDGE: '/no/such/folder', COLUMNS: 'wide' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/KNOWLEDGE: there is no folder \/no\/such\/folder; accepted: a folder of YAML files/);
    expect(read).toThrow(/COLUMNS: "wide" is not a width; accepted: a whole number/);
    expect(() => readConfig({ COLUMNS: '-3' })).toThrow(/COLUMNS/);
    expect(() => readConfig({ KNOWLEDGE: join(projectRoot, 'package.json') })).toThrow(/KNOWLEDGE/);
  });
});

describe('loadEnvironmentFile', () => {
  afterEach(() => {
    delete process.env.TEST_SETTING;
  });

  it('takes what the file sets, unless it is set already; no file is fine', () => {
    const folder = emptyFolder();
    loadEnvironmentFile(folder);
    expect(process.env.TEST_SETTING).toBeUndefined();
    writeFileSync(join(folder, '.env'), 'TEST_SETTING="from file"\n');
    loadEnvironmentFile(folder);
    expect(process.env.TEST_SETTING).toBe('from file');
    process.env.TEST_SETTING = 'from shell';
    loadEnvironmentFile(folder);
    expect(process.env.TEST_SETTING).toBe('from shell');
  });

  it('says when the file cannot be read', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '.env'));
    expect(() => loadEnvironmentFile(folder)).toThrow(/\.env: cannot be read; accepted: /);
  });
});
