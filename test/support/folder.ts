// A tiny sound knowledge folder, written to a temporary place with some of its files replaced or broken.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What is enough to hold every kind of fact. */
export const SOUND: Readonly<Record<string, string>> = {
  'sources.yaml': `
- { id: paper, title: A paper, publisher: The press, date: 2020-09-07 }
- { id: book, title: A book, publisher: The press, date: 2021-01-02 }
`,
  'units.yaml': `
g: { dimension: mass, factor: 1, base: true, names: { en: [gram], zh: [克] } }
kg: { dimension: mass, factor: 1000, names: { en: [kilogram], zh: [公斤] } }
mm: { dimension: length, factor: 0.001, names: { en: [millimetre], zh: [毫米] } }
items: { dimension: count, factor: 1, base: true, names: { en: [items], zh: [个] } }
`,
  'currencies.yaml': `
EUR: { show: { en: EUR, zh: 欧元 }, names: { en: [euro], zh: [欧元] } }
CNY: { show: { en: RMB, zh: 人民币 }, names: { en: [yuan], zh: [元] } }
`,
  'classes.yaml': `
lamp: { names: { en: [lamp], zh: [灯] } }
`,
  'attributes/all.yaml': `
weight: { kind: quantity, unit: g, range: [10, 5000], names: { en: [weight], zh: [重量] } }
price: { kind: money, range: [1, 1000], names: { en: [price], zh: [价格] } }
launched: { kind: date, names: { en: [launch date], zh: [发布日期] } }
dimmable: { kind: boolean, names: { en: [dimmable], zh: [可调光] } }
maker: { kind: subject, names: { en: [maker], zh: [制造商] } }
story: { kind: text, general: true, names: { en: [story], zh: [故事] } }
size: { kind: group, members: [weight], names: { en: [size], zh: [大小] } }
`,
  'messages/en.yaml': `
language: en
messages: { yes: 'Yes', no: 'No' }
`,
  'messages/zh.yaml': `
language: zh
messages: { yes: 是, no: 否 }
`,
  'company/firm.yaml': `
source: paper
subjects:
  - { id: acme, kind: company, names: { en: Acme, zh: 艾克米 } }
  - { id: spain, kind: place, names: { en: Spain, zh: 西班牙 } }
facts:
  - { subject: acme, attribute: launched, value: 2010-04 }
`,
  'products/lamp.yaml': `
id: lamp-one
kind: product
class: lamp
brand: acme
names: { en: Lamp One, zh: 一号灯 }
aliases: [lamp1]
source: paper
specs: { weight: 1.2 kg, dimmable: true, maker: acme }
facts:
  - { attribute: price, value: EUR 29, market: spain, measuredBy: acme, period: 2020-Q2 }
  - { attribute: story, value: { en: It shone., zh: 它发光。 }, about: { en: how it began, zh: 由来 } }
`,
};

/** Marks, in a file's text, the place where a fault is to be told. */
const MARK = '«';

export type Marked = { readonly file: string; readonly line: number; readonly column: number };

/** Where the mark stands in these files; the first character of a file where there is none. */
export function markedPlace(files: Readonly<Record<string, string>>): Marked | undefined {
  for (const [file, text] of Object.entries(files)) {
    const at = text.indexOf(MARK);
    if (at < 0) continue;
    const before = text.slice(0, at).split('\n');
    return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
  return undefined;
}

const folders: string[] = [];

/** Makes an empty folder. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  folders.push(folder);
  return folder;
}

/** Writes the sound folder with these files in place of its own or beside them; the mark is left out. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries({ ...SOUND, ...files })) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replace(MARK, ''));
  }
  return folder;
}

/** Removes every folder that was made here. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A file of the sound folder with one piece of it replaced; "«" in the replacement marks where the fault is. */
export function changed(file: string, from: string, to: string): Record<string, string> {
  const text = SOUND[file] ?? '';
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold just one "${from}"`);
  return { [file]: text.replace(from, to) };
}

export const LAMP = 'products/lamp.yaml';
export const FIRM = 'company/firm.yaml';
export const ATTRIBUTES = 'attributes/all.yaml';
