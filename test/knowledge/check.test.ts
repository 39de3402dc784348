// Every rule of the knowledge: a tiny folder that breaks just one gives just one fault, at its place, with the mend.
import { afterEach, describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/knowledge/load.ts';
import { ATTRIBUTES, changed, FIRM, folderWith, LAMP, markedPlace, removeFolders } from '../support/folder.ts';

afterEach(removeFolders);

/** What is broken, the files that break it, and what the fault says of it and of its mend. */
const RULES: readonly (readonly [string, Record<string, string>, string])[] = [
  [
    'unknown subject of a fact',
    changed(FIRM, 'subject: acme,', 'subject: «acne,'),
    'subject "acne" is unknown: add it or mend the spelling',
  ],
  [
    'unknown subject as a value',
    changed(LAMP, 'maker: acme', 'maker: «acne'),
    'subject "acne" is unknown: add it or mend the spelling',
  ],
  [
    'unknown attribute',
    changed(LAMP, 'attribute: price', 'attribute: «prize'),
    'attribute "prize" is unknown: define it in attributes/ or mend the spelling',
  ],
  [
    'unknown attribute in short form',
    changed(LAMP, 'dimmable: true', 'dimable: «true'),
    'attribute "dimable" is unknown: define it in attributes/ or mend the spelling',
  ],
  [
    'unknown source of a fact',
    changed(LAMP, 'value: EUR 29,', 'value: EUR 29, source: «papper,'),
    'source "papper" is unknown: add it to sources.yaml or mend the spelling',
  ],
  [
    'unknown share of an attribute',
    changed(
      ATTRIBUTES,
      'dimmable: {',
      'part: { kind: quantity, unit: g, shareOf: «[weight, wait], names: { en: [part], zh: [部分] } }\ndimmable: {',
    ),
    'shareOf "wait" is not an attribute: mend the spelling',
  ],
  [
    'unknown beginning of an age',
    changed(
      ATTRIBUTES,
      'dimmable: {',
      'age: { kind: quantity, unit: g, since: «built, names: { en: [age], zh: [年龄] } }\ndimmable: {',
    ),
    'since "built" is not an attribute: mend the spelling',
  ],
  [
    'unknown slot of a frame',
    {
      'vocabulary/en.yaml': `
language: en
name: English
function: [the]
light: []
frames: { slots: { paper: [report] }, around: ['for my {paper}', «'for my {papper}'] }
questions: {}
comparators: {}
superlatives: []
operators: {}
scales: {}
months: [[january], [february], [march], [april], [may], [june], [july], [august], [september], [october], [november], [december]]
periods: {}
pronouns: {}
followups: []
smalltalk: {}
concepts: {}
`,
    },
    'frames.around.1: no slot is called "papper": name one of "slots"',
  ],
  [
    'unknown unit',
    changed(LAMP, 'weight: 1.2 kg', 'weight: «1.2 stone'),
    'unit "stone" is unknown: add it to units.yaml or mend the spelling',
  ],
  [
    'unknown unit of an attribute',
    changed(ATTRIBUTES, 'unit: g, range: [10, 5000],', 'unit: «stone,'),
    'unit "stone" is unknown: add it to units.yaml',
  ],
  [
    'unknown currency',
    changed(LAMP, 'value: EUR 29', 'value: «XYZ 29'),
    'currency "XYZ" is unknown: add it to currencies.yaml',
  ],
  [
    'unknown market',
    changed(LAMP, 'market: spain', 'market: «spane'),
    'market "spane" is not a subject: add it or mend the spelling',
  ],
  [
    'unknown measurer',
    changed(LAMP, 'measuredBy: acme', 'measuredBy: «acne'),
    'measuredBy "acne" is not a subject: add it or mend the spelling',
  ],
  [
    'unknown class',
    changed(LAMP, 'class: lamp', 'class: «lump'),
    'class "lump" is unknown: add it to classes.yaml or mend the spelling',
  ],
  [
    'unknown brand',
    changed(LAMP, 'brand: acme', 'brand: «acne'),
    'brand "acne" is unknown: add it to the subjects or mend the spelling',
  ],
  [
    'unknown member of a family',
    changed(LAMP, 'brand: acme', 'brand: acme\nmembers: «[lamp-two]'),
    'members "lamp-two" is unknown: add it to the subjects or mend the spelling',
  ],
  [
    'unknown member of a group',
    changed(ATTRIBUTES, 'members: [weight]', 'members: «[wait]'),
    'members "wait" is not an attribute: mend the spelling',
  ],
  [
    'unknown parent of a class',
    changed('classes.yaml', 'lamp: {', 'lamp: «{ parent: light,'),
    'class "lamp" has an unknown parent "light"',
  ],
  [
    'duplicate fact',
    changed(
      LAMP,
      'facts:',
      'facts:\n  - { attribute: launched, value: 2020 }\n  - «{ attribute: launched, value: 2020 }',
    ),
    'duplicate fact lamp-one / launched: the same stands in products/lamp.yaml:11; keep one',
  ],
  [
    'a thread of one fact',
    changed(LAMP, 'facts:', 'facts:\n  - { attribute: launched, value: 2020, thread: «the-lamp }'),
    'thread "the-lamp" has no other fact: mend the spelling or leave it out',
  ],
  [
    'duplicate id of a source',
    changed('sources.yaml', '- { id: book', '- «{ id: paper'),
    'duplicate id "paper": it stands in sources.yaml:2 too; keep one',
  ],
  [
    'duplicate id of a subject',
    { 'products/other.yaml': '«id: lamp-one\nkind: product\nnames: { en: Lamp Two, zh: 二号灯 }\n' },
    'duplicate id "lamp-one": it stands in products/lamp.yaml:2 too; keep one',
  ],
  [
    'duplicate id of an attribute',
    { 'attributes/more.yaml': 'weight: «{ kind: text, names: { en: [heft], zh: [份量] } }\n' },
    'duplicate id "weight": it stands in attributes/all.yaml:2 too; keep one',
  ],
  [
    'a unit that does not fit',
    changed(LAMP, 'weight: 1.2 kg', 'weight: «12 mm'),
    'unit "mm" does not fit: this attribute is measured in g (mass)',
  ],
  [
    'a value out of range, in the unit of the attribute',
    changed(LAMP, 'weight: 1.2 kg', 'weight: «12 kg'),
    '12000 is out of the plausible range 10–5000: mend the value, or the range in attributes/',
  ],
  [
    'a sum out of range',
    changed(LAMP, 'value: EUR 29', 'value: «EUR 2693'),
    '2693 is out of the plausible range 1–1000: mend the value, or the range in attributes/',
  ],
  [
    'a value of another form',
    changed(LAMP, 'value: EUR 29', 'value: «29 euros'),
    'price: "29 euros" is not a sum of money: write currency and amount, e.g. "EUR 229"',
  ],
  [
    'an alias that two subjects share',
    changed(LAMP, 'aliases: [lamp1]', 'aliases: [lamp1, «acme]'),
    'name "acme" belongs to "acme" too: make it longer, or give it to a family that has both as members',
  ],
  [
    'a fact without source',
    {
      'company/bare.yaml': 'facts:\n  - «{ subject: acme, attribute: dimmable, value: true, asOf: 2020-09 }\n',
    },
    'fact without source: name one in the fact, its subject or its file',
  ],
  [
    'a general fact without "about" or "cues"',
    changed(
      LAMP,
      'attribute: story, value: { en: It shone., zh: 它发光。 }, about: { en: how it began, zh: 由来 }',
      'attribute: «story, value: { en: It shone., zh: 它发光。 }',
    ),
    '"story" is general: add "about" (and "cues"), so that the fact can be found',
  ],
  [
    'a period that is none',
    changed(LAMP, 'period: 2020-Q2', 'period: «spring 2020'),
    'period "spring 2020" is not one: write 2020, 2020-Q2, 2020-H1, 2020-06 or 2018/2019',
  ],
  [
    'an attribute without Chinese name',
    changed(
      ATTRIBUTES,
      'dimmable: { kind: boolean, names: { en: [dimmable], zh: [可调光] } }',
      'dimmable: «{ kind: boolean, names: { en: [dimmable] } }',
    ),
    'attribute "dimmable" has no name in "zh": add names.zh',
  ],
  [
    'a message that one language lacks',
    changed('messages/zh.yaml', 'messages: { yes: 是, no: 否 }', 'messages: «{ yes: 是 }'),
    'message "no" is missing: add it, as messages/en.yaml has it',
  ],
];

describe('a rule of the knowledge', () => {
  it('is not broken by the folder that these tests start from', () => {
    const { faults, entries } = readKnowledge(folderWith({}));
    expect(faults).toEqual([]);
    expect(entries.facts).toHaveLength(6);
  });

  it.each(RULES)('%s', (_rule, files, message) => {
    const { faults } = readKnowledge(folderWith(files));
    expect(faults).toEqual([{ ...markedPlace(files), message }]);
  });

  it('a shared name, however it is written', () => {
    const files = changed(LAMP, 'aliases: [lamp1]', 'aliases: [lamp1, «ＡＣＭＥ]');
    const { faults } = readKnowledge(folderWith(files));
    expect(faults).toEqual([
      { ...markedPlace(files), message: expect.stringContaining('"ＡＣＭＥ" belongs to "acme" too') },
    ]);
  });
});

describe('a fact without date', () => {
  it('is told: a source must have one', () => {
    const files = changed(
      'sources.yaml',
      '{ id: paper, title: A paper, publisher: The press, date: 2020-09-07 }',
      '«{ id: paper, title: A paper, publisher: The press }',
    );
    const { faults } = readKnowledge(folderWith(files));
    expect(faults[0]).toMatchObject({ ...markedPlace(files), message: expect.stringMatching(/date/) });
  });

  it.each([
    ['a source of 31 February', changed('sources.yaml', 'date: 2020-09-07', 'date: «2020-02-31')],
    ['a source of the thirteenth month', changed('sources.yaml', 'date: 2020-09-07', 'date: «2020-13-01')],
    ['asOf in the thirteenth month', changed(LAMP, 'period: 2020-Q2', 'asOf: «2020-13')],
    ['a period in the thirteenth month', changed(LAMP, 'period: 2020-Q2', 'period: «2020-13')],
    ['a period that runs backwards', changed(LAMP, 'period: 2020-Q2', 'period: «2020/2018')],
  ])('nor one that no calendar has: %s', (_what, files) => {
    const place = markedPlace(files);
    const { faults } = readKnowledge(folderWith(files));
    expect(faults.filter(({ file }) => file === place?.file)).toEqual([{ ...place, message: expect.any(String) }]);
  });
});
