// Writes a synthetic pack of any size: invented phones with the facts that a catalogue tells, the same for the same seed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Products in one file: a pack of a hundred thousand files would measure the file system. */
const PER_FILE = 500;
const LINES = ['Redmi', 'POCO', 'Xiaomi', 'Redmi Note', 'POCO X', 'POCO F', 'Redmi K', 'Xiaomi Pad', 'Mi'];
const SUFFIXES = ['', ' Pro', ' Pro+', ' Lite', ' Max', ' Ultra', ' SE', ' Prime', ' Neo', ' Turbo', ' Plus', ' Youth'];
const BRANDS: Readonly<Record<string, string>> = { Redmi: 'redmi', POCO: 'poco' };
const CHIPS = ['Orion 7', 'Orion 8', 'Vega 400', 'Vega 600', 'Lyra 1', 'Lyra 2'];
const PANELS = ['IPS LCD', 'AMOLED', 'OLED', 'Super AMOLED'];
const SYLLABLES = ['ka', 'lo', 'mi', 'ra', 'tu', 'ven', 'sor', 'eth', 'ion', 'qua', 'zil', 'bor', 'nym', 'fex'];

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export type Made = { readonly name: string; readonly codename: string; readonly model: string };

/**
 * Writes the pack.
 * @returns its products, in order
 */
export function makePack(folder: string, products: number, seed: number): Made[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  mkdirSync(join(folder, 'phones'), { recursive: true });
  writeFileSync(
    join(folder, 'pack.yaml'),
    'title: Invented phones\nlicence: CC0\nattribution: The bench\nsource: a seed\nretrieved: 2026-01-01\n',
  );
  writeFileSync(
    join(folder, 'sources.yaml'),
    '- { id: invented, title: Invented phones, publisher: The bench, date: 2026-01-01 }\n',
  );
  const made: Made[] = [];
  let text = '';
  for (let place = 0; place < products; place++) {
    const line = LINES[place % LINES.length] as string;
    const suffix = SUFFIXES[Math.floor(place / LINES.length) % SUFFIXES.length] as string;
    const number = 100 + Math.floor(place / (LINES.length * SUFFIXES.length));
    const name = `${line} ${number}${suffix}`;
    const codename = `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}${place.toString(36)}`;
    const model = `${2300 + (place % 400)}${String(place).padStart(6, '0')}X`;
    made.push({ name, codename, model });
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
    text += `- id: made-${place}
  kind: product
  class: phone
  brand: ${BRANDS[line.split(' ')[0] as string] ?? 'xiaomi'}
  names: { en: ${name}, zh: ${name} }
  source: invented
  specs:
    launch-date: ${2014 + Math.floor(random() * 12)}-${month}
    device-codename: ${codename}
    model-number: [${model}]
    processor: ${pick(CHIPS)}
    ram: ${pick([4, 6, 8, 12])} GB
    storage: ${pick([64, 128, 256, 512])} GB
    display-size: ${(5 + random() * 2).toFixed(2)} in
    display-type: ${pick(PANELS)}
    battery-capacity: ${3000 + Math.floor(random() * 3000)} mAh
    weight: ${150 + Math.floor(random() * 90)} g
${random() < 0.5 ? '    nfc: true\n' : ''}${random() < 0.4 ? '    headphone-jack: true\n' : ''}${random() < 0.3 ? '    five-g: true\n' : ''}`;
    if ((place + 1) % PER_FILE === 0 || place + 1 === products) {
      writeFileSync(
        join(folder, 'phones', `part-${String(Math.floor(place / PER_FILE)).padStart(4, '0')}.yaml`),
        `subjects:\n${text}`,
      );
      text = '';
    }
  }
  return made;
}
