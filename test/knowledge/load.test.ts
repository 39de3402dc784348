// Reading a knowledge folder: files that cannot be read, shapes that are wrong, what stops loading, what is linked.
import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { formatFault, KnowledgeError } from '../../src/knowledge/faults.ts';
import { loadKnowledge, readKnowledge } from '../../src/knowledge/load.ts';
import { changed, folderWith, LAMP, markedPlace, removeFolders, SOUND } from '../support/folder.ts';

afterEach(removeFolders);

describe('a file that cannot be read', () => {
  it('for its YAML: the place, and what is wrong', () => {
    const files = { 'company/broken.yaml': 'facts:\n  - subject: acme: again\n' };
    const { faults } = readKnowledge(folderWith(files));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      file: 'company/broken.yaml',
      line: 2,
      message: expect.stringMatching(/^YAML: /),
    });
    expect(faults[0]?.column).toBeGreaterThan(1);
  });

  it('for a key that stands twice', () => {
    const files = changed(LAMP, 'kind: product', 'kind: product\n«kind: person');
    const { faults } = readKnowledge(folderWith(files));
    expect(faults[0]).toEqual({ ...markedPlace(files), message: 'YAML: Map keys must be unique' });
  });

  it('for anchors that multiply an entry without end', () => {
    const rows = Array.from({ length: 12 }, (_, row) => {
      const items = row === 0 ? 'x, x' : Array.from({ length: 12 }, () => `*a${row - 1}`).join(', ');
      return `a${row}: &a${row} [${items}]`;
    });
    const { faults } = readKnowledge(folderWith({ 'company/bomb.yaml': rows.join('\n') }));
    expect(faults).toEqual([
      {
        file: 'company/bomb.yaml',
        line: 1,
        column: 1,
        message: expect.stringMatching(/^YAML: .*alias.*: write entries out$/),
      },
    ]);
  });

  it('for its length', () => {
    const { faults } = readKnowledge(folderWith({ 'company/long.yaml': `# ${'x'.repeat(4_000_000)}\nfacts: []\n` }));
    expect(faults).toEqual([
      { file: 'company/long.yaml', line: 1, column: 1, message: 'longer than 4000000 characters: split it' },
    ]);
  });

  it('tells of that, not of all that depends on it', () => {
    const { faults } = readKnowledge(folderWith({ 'units.yaml': 'g: { dimension: mass\n' }));
    expect(faults.filter(({ message }) => /^unit ".*" is unknown/.test(message))).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  });
});

describe('the shape of a file', () => {
  it.each([
    ['an id with capitals', changed(LAMP, 'id: lamp-one', 'id: «Lamp_One'), /use lower-case words joined by "-"/],
    ['a kind that there is not', changed(LAMP, 'kind: product', 'kind: «gadget'), /kind: .*"product"/],
    [
      'a field that there is not',
      { 'products/lamp.yaml': `«id: lamp-one\nkind: product\nnames: { en: Lamp, zh: 灯 }\ncolour: red\n` },
      /colour/,
    ],
    ['a Chinese name that is missing', changed(LAMP, '{ en: Lamp One, zh: 一号灯 }', '«{ en: Lamp One }'), /names\.zh/],
    ['an asOf that is no date', changed(LAMP, 'period: 2020-Q2', 'asOf: «last week'), /write a date as 2020-09-07/],
    ['an offer that there is not', changed(LAMP, 'period: 2020-Q2', 'offer: «cheap'), /"recommended"/],
  ])('%s', (_what, files, message) => {
    const { faults } = readKnowledge(folderWith(files));
    expect(faults).toEqual([{ ...markedPlace(files), message: expect.stringMatching(message) }]);
  });
});

describe('broken knowledge', () => {
  it('stops loading, and says one line a fault: file, line, column, mend', () => {
    const files = changed(LAMP, 'weight: 1.2 kg', 'weight: «12 mm');
    const folder = folderWith(files);
    const place = markedPlace(files);
    let caught: unknown;
    try {
      loadKnowledge(folder);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(KnowledgeError);
    const { message, faults } = caught as KnowledgeError;
    expect(message.split('\n')).toEqual([`The knowledge in ${folder} has 1 fault(s):`, ...faults.map(formatFault)]);
    expect(formatFault(faults[0] as (typeof faults)[number])).toBe(
      `products/lamp.yaml:${place?.line}:${place?.column}  unit "mm" does not fit: this attribute is measured in g (mass)`,
    );
  });

  it('shows twenty faults, and counts the rest', () => {
    const facts = Array.from({ length: 25 }, (_, index) => `  - { subject: acme, attribute: a${index}, value: 1 }`);
    const folder = folderWith({ 'company/many.yaml': `source: paper\nfacts:\n${facts.join('\n')}\n` });
    expect(() => loadKnowledge(folder)).toThrow(/has 25 fault\(s\)[\s\S]*… and 5 more$/);
  });

  it('or an empty folder is told as such', () => {
    const folder = folderWith({});
    for (const name of Object.keys(SOUND)) rmSync(`${folder}/${name}`);
    expect(() => loadKnowledge(folder)).toThrow('no YAML file here: name a knowledge folder');
  });
});

describe('sound knowledge', () => {
  it('takes source and date of a fact from its subject, its file and its source', () => {
    const { facts, sources } = loadKnowledge(folderWith({}));
    const price = facts.find(({ attribute }) => attribute === 'price');
    expect(price).toMatchObject({
      subject: 'lamp-one',
      source: 'paper',
      asOf: '2020-09-07',
      markets: ['spain'],
      measuredBy: ['acme'],
      value: { kind: 'money', amount: 29, currency: 'EUR' },
    });
    expect(facts.find(({ subject }) => subject === 'acme')).toMatchObject({ source: 'paper', asOf: '2020-09-07' });
    expect(sources.get('paper')?.publisher).toBe('The press');
  });

  it('lets a year be written bare, as people write it', () => {
    const files = changed(LAMP, 'period: 2020-Q2', 'period: 2019, asOf: 2020');
    expect(readKnowledge(folderWith(files)).faults).toEqual([]);
  });

  it('lets a fact say otherwise', () => {
    const files = changed(LAMP, 'value: EUR 29,', 'value: RMB 29, source: book, asOf: 2020-12,');
    const price = loadKnowledge(folderWith(files)).facts.find(({ attribute }) => attribute === 'price');
    expect(price).toMatchObject({ source: 'book', asOf: '2020-12', value: { currency: 'CNY' } });
  });

  it('has a version that changes with any file and with nothing else', () => {
    const first = loadKnowledge(folderWith({})).version;
    expect(loadKnowledge(folderWith({})).version).toBe(first);
    expect(loadKnowledge(folderWith(changed(LAMP, '1.2 kg', '1.3 kg'))).version).not.toBe(first);
  });
});
