// Small catalogues of invented devices in the form that the importers read, and a place to import them into.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { allImporters } from '../../src/importers/all.ts';
import type { Brand, Importer } from '../../src/importers/contract.ts';
import { runImport } from '../../src/importers/frame.ts';

/** The phones of the invented brand Nimbus, by the maker Acme. */
export const DEVICES: Readonly<Record<string, string>> = {
  'cirrus.yml': `
battery: {capacity: 4700, removable: false, tech: 'Li-Po'}
bluetooth: {profiles: [A2DP], spec: '5.1'}
cameras:
  - {flash: 'LED', info: '48 MP (main)'}
  - {flash: 'None', info: '12 MP (front)'}
codename: cirrus
cpu: Kappa 5
cpu_cores: '8'
cpu_freq: 2 x 2.4 GHz + 6 x 1.8 GHz
dimensions: {depth: 8.1, height: 160.2, width: 74.5}
gpu: Prism 4
models: [NB2101A, NB2101B]
name: Nimbus 7 Pro
network: [2G GSM, 4G LTE, 5G NR]
peripherals: [3.5mm jack, Accelerometer, GPS, NFC, IR blaster]
ram: 6/8 GB LPDDR4X
release: 2021-03
screen: {refresh_rate: 90, resolution: '1080x2400', size: 6.4, technology: 'AMOLED'}
sdcard: {size_max: '1 TB'}
soc: Corvid C7
storage: 128 / 256 GB
type: phone
vendor: Acme
wifi: 802.11 a/b/g/n/ac
`,
  'cirrus_variant2.yml': `
battery: {capacity: 4700, removable: false, tech: 'Li-Po'}
bluetooth: {profiles: [A2DP], spec: '5.1'}
cameras:
  - {flash: 'LED', info: '48 MP (main)'}
  - {flash: 'None', info: '12 MP (front)'}
codename: cirrus
cpu: Kappa 5
cpu_cores: '8'
cpu_freq: 2 x 2.4 GHz + 6 x 1.8 GHz
dimensions: {depth: 8.1, height: 160.2, width: 74.5}
gpu: Prism 4
models: [NB2101C]
name: Stratus X7
network: [2G GSM, 4G LTE, 5G NR]
peripherals: [3.5mm jack, Accelerometer, GPS, NFC, IR blaster]
ram: 6/8 GB LPDDR4X
release: 2021-05-04
screen: {refresh_rate: 90, resolution: '1080x2400', size: 6.4, technology: 'AMOLED'}
sdcard: {size_max: '1 TB'}
soc: Corvid C7
storage: 128 / 256 GB
type: phone
vendor: Acme
wifi: 802.11 a/b/g/n/ac
`,
  'broken.yml': 'name: [',
  'nameless.yml': 'vendor: Acme\ncodename: fog\ntype: phone\n',
  'vague.yml': `
battery: {capacity: '4000 or 4100', removable: false}
codename: haze
cpu_freq: '2,84 GHz'
name: '9'
ram: 3 GB (small) / 4 GB (large)
release: 2019-13
screen: {size: big}
type: phone
vendor: Acme
`,
  'other.yml': 'name: Rival One\nvendor: Umbra\ncodename: murk\ntype: phone\n',
};

/** The maker's lists, as JSON. */
export const WINDOWS = {
  _source: { date: '2026-05-01' },
  records: [
    {
      name: 'Nimbus 7 Pro',
      released: '2021-03',
      security_updates_until: '2026-03',
      update_every: 'Every 90 days',
      shipped_with: 'Andriod 11',
      promised: ['Android 12', 'Android13'],
      row_updated: '2024-01-15',
    },
    {
      name: 'Nimbus 8',
      released: 'soon',
      security_updates_until: '2031-02',
      shipped_with: 'a system',
      update_every: '',
    },
    { released: '2020-01' },
  ],
};
export const ENDED = {
  _source: { date: '2026-06-01' },
  records: [
    { brand: 'Nimbus', name: 'Nimbus 5', region: 'EEA', rom_codename: 'wisp_eea_global' },
    { brand: 'Nimbus', name: 'Nimbus 5', region: 'in', rom_codename: 'wisp_in_global' },
    { brand: 'Nimbus', name: 'Nimbus 6', region: null, rom_codename: null },
    { brand: 'Nimbus', name: 'Nimbus 4/Nimbus 4 SE', region: 'cn', rom_codename: '' },
    { brand: 'Nimbus', name: 'Nimbus 3', region: 'atlantis', rom_codename: '' },
  ],
};

export const BRANDS: readonly Brand[] = [
  { id: 'nimbus', en: 'Nimbus', zh: '云牌' },
  { id: 'acme', en: 'Acme', zh: '艾克米' },
];

const folders: string[] = [];

/** A fresh folder with these files. */
export function freshFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Removes every folder that was made. */
export function removeFresh(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Imports a path into a folder as the command line would. */
export const importInto = (folder: string, name: string, path: string, today = '2026-10-01') =>
  runImport({
    importer: allImporters.find((one) => one.name === name) as Importer,
    path,
    folderOf: () => folder,
    today,
    vendor: 'Acme',
    brands: BRANDS,
    progress: () => undefined,
  });

export const readIn = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
