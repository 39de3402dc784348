// What a person types for a name, and what is found for it: right, or nothing with the near ones offered.
import { describe, expect, it } from 'vitest';
import { buildLookup } from '../../src/lookup/build.ts';
import type { Everyday } from '../../src/lookup/contract.ts';
import { Lookup } from '../../src/lookup/lookup.ts';

const CATALOGUE = [
  ['POCO X3 NFC', 'poco-x3-nfc', '波可 X3 NFC', 'поко x3 nfc', 'surya'],
  ['POCO X3', 'poco-x3', '波可 X3', 'karna'],
  ['POCO X3 Pro', 'poco-x3-pro', '波可 X3 Pro', 'поко x3 про', 'vayu'],
  ['POCO C25 5G', 'poco-c25-5g'],
  ['Redmi 9', 'redmi-9', '红米 9', 'редми 9', 'lancelot'],
  ['Redmi 9A', 'redmi-9a', '红米 9A', 'редми 9a', 'dandelion'],
  ['Redmi 9C', 'redmi-9c', '红米 9C'],
  ['Redmi Note 12 Pro', 'redmi-note-12-pro', '红米 Note 12 Pro', 'редми ноут 12 про', 'ruby', '22101316C'],
  ['Redmi Note 12 Pro+', 'redmi-note-12-pro-plus', '红米 Note 12 Pro+'],
  ['Redmi Note 13 Pro', 'redmi-note-13-pro', '红米 Note 13 Pro', 'редми ноут 13 про'],
  ['Redmi Note 12 Lite', 'redmi-note-12-lite'],
  ['Mi Smart Band 5', 'mi-smart-band-5', '小米手环 5', 'mi band 5'],
  ['Mi Smart Band 6', 'mi-smart-band-6', '小米手环 6'],
  ['Mi Robot Vacuum Mop', 'mi-robot-vacuum-mop', '米家扫拖机器人'],
  ['Mi Pad 4', 'mi-pad-4', '小米平板 4'],
];
const everyday: Everyday = {
  filler: new Set(['the', 'a', 'is', 'price', 'of', 'please', 'i']),
  isWord: (word) => word === 'max' || word === 'air' || word === 'lite',
};
const lookup = new Lookup(buildLookup(CATALOGUE.map((names) => ({ names }))), everyday);
const nameOf = (item: number): string => CATALOGUE[item]?.[0] ?? '';
const resolved = (typed: string): string[] => lookup.resolve(typed).map(nameOf);
const completed = (typed: string): string[] => lookup.complete(typed, 5).map(nameOf);
const near = (typed: string): string[] => lookup.near(typed).map(nameOf);

describe('a name is resolved', () => {
  it.each([
    ['as it is', 'POCO X3 NFC', 'POCO X3 NFC'],
    ['in small letters', 'redmi note 12 pro', 'Redmi Note 12 Pro'],
    ['by its slug', 'redmi-note-12-pro-plus', 'Redmi Note 12 Pro+'],
    ['by its codename', 'vayu', 'POCO X3 Pro'],
    ['by its model number', '22101316c', 'Redmi Note 12 Pro'],
    ['by an alias', 'mi band 5', 'Mi Smart Band 5'],
    ['with one slip', 'pocco x3', 'POCO X3'],
    ['with a letter lost', 'mi smrt band 5', 'Mi Smart Band 5'],
    ['with a letter of a short word lost', 'redmi nte 12 pro', 'Redmi Note 12 Pro'],
    ['with neighbours swapped', 'redim 9a', 'Redmi 9A'],
    ['with two slips', 'rdmi noet 12 pro', 'Redmi Note 12 Pro'],
    ['with its words swapped', 'x3 poco nfc', 'POCO X3 NFC'],
    ['joined', 'redminote12pro', 'Redmi Note 12 Pro'],
    ['joined, with two numbers made one', 'pococ255g', 'POCO C25 5G'],
    ['joined, with a plus sign', 'redminote12pro+', 'Redmi Note 12 Pro+'],
    ['joined and mistyped', 'redmnote 12 pro', 'Redmi Note 12 Pro'],
    ['with a glued pair, in another order', '12pro redminote', 'Redmi Note 12 Pro'],
    ['with a letter split from its digit', 'redmi 9 a', 'Redmi 9A'],
    ['with another dash', 'redmi‑note‑12‑pro', 'Redmi Note 12 Pro'],
    ['in full width', 'ＲＥＤＭＩ ９Ａ', 'Redmi 9A'],
    ['without its brand', 'note 13 pro', 'Redmi Note 13 Pro'],
    ['among other words', 'the price of the redmi note 12 lite please', 'Redmi Note 12 Lite'],
    ['with a possessive', "poco x3 pro's", 'POCO X3 Pro'],
    ['in Chinese', '红米note12pro', 'Redmi Note 12 Pro'],
    ['in Chinese, with blanks', '小米 手环 6', 'Mi Smart Band 6'],
    ['in Cyrillic', 'редми ноут 13 про', 'Redmi Note 13 Pro'],
    ['in two scripts', 'редми note 13 про', 'Redmi Note 13 Pro'],
  ])('%s: %s', (_, typed, name) => {
    expect(resolved(typed)[0]).toBe(name);
  });

  it('to all its owners', () => {
    const twins = new Lookup(buildLookup([{ names: ['Alpha One', 'ruby'] }, { names: ['Beta Two', 'ruby'] }]));
    expect(twins.resolve('ruby')).toEqual([0, 1]);
    expect(twins.resolve('ruby', 1)).toEqual([0]);
  });

  it('with the words in their order first', () => {
    const both = new Lookup(buildLookup([{ names: ['Mi Max 18'] }, { names: ['Mi 18 Max'] }]));
    expect(both.resolve('18 max')).toEqual([1, 0]);
    expect(both.resolve('max 18')).toEqual([0, 1]);
  });
});

describe('numbers and suffixes decide between siblings', () => {
  it.each([
    ['redmi 9', 'Redmi 9'],
    ['redmi 9a', 'Redmi 9A'],
    ['redmi 9c', 'Redmi 9C'],
    ['poco x3', 'POCO X3'],
    ['x3 pro', 'POCO X3 Pro'],
    ['the price of a redmi 9 a', 'Redmi 9A'],
    ['redmi note 12 pro', 'Redmi Note 12 Pro'],
    ['redmi note 12 pro+', 'Redmi Note 12 Pro+'],
    ['redmi note 12 pro plus', 'Redmi Note 12 Pro+'],
  ])('%s is %s alone', (typed, name) => {
    expect(resolved(typed)).toEqual([name]);
  });

  it.each([
    ['redmi 9t', 'Redmi 9'],
    ['redmi 9i', 'Redmi 9'],
    ['redmi 9a max', 'Redmi 9A'],
    ['poco 3x', 'POCO X3'],
    ['poco x4', 'POCO X3'],
    ['poco x3 air', 'POCO X3'],
    ['redmi note 72 pro', 'Redmi Note 12 Pro'],
    ['redmi note 122 pro', 'Redmi Note 12 Pro'],
    ['redmi note 13 lite', 'Redmi Note 12 Lite'],
    ['mi smart band 7', 'Mi Smart Band 6'],
    ['mi pad 5', 'Mi Pad 4'],
    ['redmi note 1 2 pro', 'Redmi Note 12 Pro'],
    ['红米 9i', 'Redmi 9'],
  ])('%s is not known, and %s is offered', (typed, sibling) => {
    expect(resolved(typed)).toEqual([]);
    expect(near(typed)).toContain(sibling);
  });

  it.each(['galaxy s20', 'ipad air 5', 'iphone 15', 'zzzz', '', '   ', '???', 'the', '🤖', '9', 'pro'])(
    '%j is nothing',
    (typed) => {
      expect(resolved(typed)).toEqual([]);
    },
  );

  it('offers a longer name with all that was typed beside those of other numbers', () => {
    const names = ['7 Max', ...'12345689'].map((rest) => ({ names: [`Alpha ${rest}`] }));
    const alphas = new Lookup(buildLookup(names), everyday);
    expect(alphas.resolve('alpha 7')).toEqual([]);
    expect(alphas.near('alpha 7')).toHaveLength(5);
    expect(alphas.near('alpha 7')).toContain(0);
  });

  it('offers nothing where only a number is alike', () => {
    expect(near('galaxy 9')).toEqual([]);
    expect(near('')).toEqual([]);
  });
});

describe('a half-typed name is completed', () => {
  it.each([
    ['redmi no', 'Redmi Note 12 Pro'],
    ['redmino', 'Redmi Note 12 Pro'],
    ['REDMI NOTE 13', 'Redmi Note 13 Pro'],
    ['sur', 'POCO X3 NFC'],
    ['小米手', 'Mi Smart Band 5'],
    ['редми н', 'Redmi Note 12 Pro'],
    ['x3 poco n', 'POCO X3 NFC'],
    ['note 13 p', 'Redmi Note 13 Pro'],
    ['band', 'Mi Smart Band 5'],
    ['the redmi note 12 l', 'Redmi Note 12 Lite'],
    ['rdmi no', 'Redmi Note 12 Pro'],
    ['redmi nte', 'Redmi Note 12 Pro'],
    ['smart bnd', 'Mi Smart Band 5'],
    ['mi vaccu', 'Mi Robot Vacuum Mop'],
  ])('%s', (typed, name) => {
    expect(completed(typed)).toContain(name);
  });

  it('to the shortest first: the name itself, then its siblings', () => {
    expect(completed('redmi 9')).toEqual(['Redmi 9', 'Redmi 9A', 'Redmi 9C']);
    expect(completed('poco x3')[0]).toBe('POCO X3');
  });

  it('to what may be offered only', () => {
    expect(lookup.complete('redmi 9', 5, (item) => nameOf(item) !== 'Redmi 9').map(nameOf)).toEqual([
      'Redmi 9A',
      'Redmi 9C',
    ]);
    expect(lookup.near('redmi 9t', 5, (item) => nameOf(item) === 'Redmi 9C').map(nameOf)).toEqual(['Redmi 9C']);
  });

  it('to as many as are wanted, from nothing as well', () => {
    expect(lookup.complete('', 3)).toHaveLength(3);
    expect(lookup.complete('re', 2)).toHaveLength(2);
    expect(lookup.complete('zzzzz', 5)).toEqual([]);
  });
});
