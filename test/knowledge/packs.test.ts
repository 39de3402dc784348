// Several packs read as one: what is the same product, where they agree and differ, and whose each value is.
import { afterEach, describe, expect, it } from 'vitest';
import { formatFault } from '../../src/knowledge/faults.ts';
import { loadKnowledge, readKnowledge } from '../../src/knowledge/load.ts';
import { freshFolder, removeFresh } from '../support/catalogue.ts';
import { folderWith, removeFolders } from '../support/folder.ts';

afterEach(() => {
  removeFolders();
  removeFresh();
});

const PACK = `
title: { en: Other lamps, zh: 别家的灯 }
licence: CC BY-SA 3.0
attribution: The lamp wiki
source: https://example.org
retrieved: 2026-02-03
`;
const SOURCES = '- { id: wiki, title: Lamp wiki, publisher: The wiki, date: 2026-02-03 }\n';
/** What identifies a lamp, and what a suffix is. */
const BASE = {
  'attributes/marks.yaml': `
codename: { kind: text, identifies: true, names: { en: [codename], zh: [代号] } }
model: { kind: list, identifies: true, names: { en: [model number], zh: [型号] } }
`,
  'vocabulary/en.yaml': `
language: en
name: English
function: []
light: []
questions: {}
comparators: {}
superlatives: []
operators: {}
scales: {}
months: [[jan], [feb], [mar], [apr], [may], [jun], [jul], [aug], [sep], [oct], [nov], [dec]]
periods: {}
pronouns: {}
followups: []
smalltalk: {}
suffixes: [pro]
concepts: {}
`,
};

type Lamp = { id: string; en: string; zh?: string; specs?: string; facts?: string; aliases?: string };
const lamp = ({ id, en, zh = en, specs = '{}', facts = '[]', aliases = '[]' }: Lamp): string =>
  `- { id: ${id}, kind: product, class: lamp, names: { en: ${en}, zh: ${zh} }, aliases: ${aliases}, source: wiki, specs: ${specs}, facts: ${facts} }\n`;
const packOf = (...lamps: Lamp[]): string =>
  freshFolder({ 'pack.yaml': PACK, 'sources.yaml': SOURCES, 'lamps.yaml': `subjects:\n${lamps.map(lamp).join('')}` });
const base = (files: Record<string, string> = {}): string => folderWith({ ...BASE, ...files });
const ids = (folders: string[]): string[] =>
  [...loadKnowledge(folders).subjects.values()].filter(({ kind }) => kind === 'product').map(({ id }) => id);

describe('a product in two packs', () => {
  it.each<[string, Lamp]>([
    ['its id', { id: 'lamp-one', en: 'The first lamp' }],
    ['its full name, however it is spaced', { id: 'l1', en: 'LAMP-ONE' }],
    ['its Chinese name', { id: 'l1', en: 'Lamp Uno', zh: '一号灯' }],
  ])('is one by %s', (_by, other) => {
    const folders = [base(), packOf({ ...other, specs: '{ launched: 2020-01 }' })];
    expect(ids(folders)).toEqual(['lamp-one']);
    const own = loadKnowledge(folders).facts.filter(({ subject }) => subject === 'lamp-one');
    expect(own.map(({ attribute }) => attribute)).toContain('launched');
  });

  it.each([
    ['a codename', 'codename: glow', 'Lamp Eins 1', 'Lampe 1'],
    ['a model number', 'model: [LMP1]', 'Lamp Eins 1', 'Lampe 1'],
  ])('is one by %s that it alone bears, with the same figures in its name', (_by, specs, one, other) => {
    const first = packOf({ id: 'eins', en: one, specs: `{ ${specs} }` });
    const second = freshFolder({
      'pack.yaml': PACK,
      'sources.yaml': SOURCES.replace('wiki', 'book2'),
      'lamps.yaml': `subjects:\n${lamp({ id: 'ein', en: other, specs: `{ ${specs} }` }).replace('wiki', 'book2')}`,
    });
    expect(ids([base(), first, second])).toEqual(['lamp-one', 'eins']);
  });

  it.each<[string, Lamp[]]>([
    ['a nickname', [{ id: 'l1', en: 'Lamp1' }]],
    ['a suffix more', [{ id: 'l1', en: 'Lamp One Pro' }]],
    [
      'a codename that several share',
      [
        { id: 'a', en: 'Lamp 7', specs: '{ codename: glow }' },
        { id: 'b', en: 'Lumen 7', specs: '{ codename: glow }' },
      ],
    ],
  ])('is never one by %s', (_by, lamps) => {
    const folder = base({ 'products/lamp.yaml': lampFile });
    expect(ids([folder, packOf(...lamps)])).toEqual(['lamp-one', ...lamps.map(({ id }) => id)]);
  });

  it('keeps a full name from another’s nickname', () => {
    const { subjects } = loadKnowledge([base(), packOf({ id: 'l1', en: 'Lamp1' })]);
    expect(subjects.get('lamp-one')?.aliases).toEqual([]);
  });

  it('lends its other names, and takes what it lacked', () => {
    const folders = [base(), packOf({ id: 'lamp-one', en: 'Lampe Un', aliases: '[lampe une]' })];
    expect(loadKnowledge(folders).subjects.get('lamp-one')?.aliases).toEqual(['lamp1', 'Lampe Un', 'lampe une']);
  });
});

const lampFile = `
id: lamp-one
kind: product
class: lamp
names: { en: Lamp One 7, zh: 一号灯 }
aliases: [lamp1]
source: paper
specs: { weight: 1.2 kg, codename: glow }
`;

describe('what two packs say of one thing', () => {
  const weights = (specs: string, facts = '[]') =>
    loadKnowledge([base(), packOf({ id: 'lamp-one', en: 'Lamp One', specs, facts })]).facts.filter(
      ({ subject, attribute }) => subject === 'lamp-one' && attribute === 'weight',
    );

  it('is one value with both sources where they agree, in whatever unit', () => {
    expect(weights('{ weight: 1200 g }')).toMatchObject([
      { value: { figure: '1.2' }, source: 'paper', alsoFrom: ['wiki'] },
    ]);
    expect(weights('{ weight: 1200 g }')[0]).not.toHaveProperty('disputed');
  });

  it('is both values, each marked, where they differ', () => {
    expect(weights('{ weight: 1300 g }')).toMatchObject([
      { source: 'paper', disputed: true },
      { source: 'wiki', disputed: true },
    ]);
  });

  it('is the more exact date where one only is less so', () => {
    const folders = [
      base({
        'company/firm.yaml': `${FIRM}  - { subject: lamp-one, attribute: launched, value: 2020-09-07, source: paper }\n`,
      }),
      packOf({ id: 'lamp-one', en: 'Lamp One', specs: '{ launched: 2020-09 }' }),
    ];
    const dates = loadKnowledge(folders).facts.filter(
      ({ subject, attribute }) => subject === 'lamp-one' && attribute === 'launched',
    );
    expect(dates).toMatchObject([{ value: { date: '2020-09-07' }, alsoFrom: ['wiki'] }]);
  });
});

const FIRM = `
source: paper
subjects:
  - { id: acme, kind: company, names: { en: Acme, zh: 艾克米 } }
  - { id: spain, kind: place, names: { en: Spain, zh: 西班牙 } }
facts:
  - { subject: acme, attribute: launched, value: 2010-04 }
`;

describe('a pack', () => {
  it('says whose it is, and its sources belong to it', () => {
    const { packs, sources } = loadKnowledge([base(), packOf({ id: 'l2', en: 'Lamp Two' })]);
    expect(packs).toMatchObject([
      {
        title: { zh: '别家的灯' },
        licence: { en: 'CC BY-SA 3.0', zh: 'CC BY-SA 3.0' },
        attribution: { en: 'The lamp wiki' },
        inAnswers: true,
      },
    ]);
    expect(sources.get('wiki')?.pack).toBe(packs[0]?.id);
    expect(sources.get('paper')?.pack).not.toBe(packs[0]?.id);
  });

  it('beyond the first must say so in a pack.yaml', () => {
    const bare = freshFolder({ 'sources.yaml': SOURCES });
    expect(readKnowledge([base(), bare]).faults.map(formatFault)).toEqual([
      expect.stringMatching(/pack\.yaml:1:1 {2}is missing: say title, licence, attribution, source and retrieved/),
    ]);
  });

  it('is told of with its name before the file where something in it is wrong', () => {
    const folder = packOf({ id: 'l2', en: 'Lamp Two', specs: '{ weight: heavy }' });
    const [fault, ...more] = readKnowledge([base(), folder]).faults.map(formatFault);
    expect(more).toEqual([]);
    expect(fault).toMatch(/^catalogue-\w+\/lamps\.yaml:2:\d+ {2}weight: "heavy" is not a quantity/);
  });
});
