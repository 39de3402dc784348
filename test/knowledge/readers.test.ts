// YAML is read by a fast reader, and by one that knows every place where the fast one finds a fault: both must read the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseFile } from '../../src/knowledge/files.ts';
import { projectFolder } from '../support/source-files.ts';

const read = (text: string) => parseFile({ name: 'a.yaml', kind: 'theme', pack: 0, text });

describe('a YAML file', () => {
  const folder = join(projectFolder, 'knowledge');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

  it.each(names)('of the project means the same to both readers: %s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(read(text)).toMatchObject({ data: parse(text), faults: [] });
  });

  it.each([
    ...['a: 1_000', 'a: 0o17', 'a: 0x1F', 'a: .5', 'a: 5.', 'a: 1e3', 'a: +1', 'a: ~', 'a: yes', 'a: 2020-01-02', 'a:'],
    ...['a: True', 'a: tRue', 'a: 012', 'a: 1:30', 'a: "x\\u00e9"', "a: 'it''s'", 'a: 1,000', 'a: 0.10', 'true: 1'],
    ...[
      'a: |\n  x\n  y',
      'a: >-\n  x\n  y',
      'a: x#y',
      'a: 1 # c',
      'a: [1, {b: c}]',
      '{ a: { en: x, zh: 甲 } }',
      '2020: 5',
    ],
    ...['a: &x 1\nb: *x', 'a: 9007199254740993', 'a: -0', '? a\n: b', '# nothing', '', '%YAML 1.2\n---\na: 1'],
  ])('means the same to both readers: %j', (text) => {
    expect(read(text)).toMatchObject({ data: parse(text), faults: [] });
  });

  it.each(['a: 1\na: 2', 'a: b: c', 'a: "x', 'a: [1, 2', '\ta: 1', 'a: @x', '---\na: 1\n---\nb: 2', '{a: 1, a: 2}'])(
    'is refused with its place: %j',
    (text) => {
      const { faults } = read(text);
      expect(faults[0]).toMatchObject({ file: 'a.yaml', message: expect.stringContaining('YAML: ') });
      expect(faults[0]?.line).toBeGreaterThan(0);
    },
  );
});
