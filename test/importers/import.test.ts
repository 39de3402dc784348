// What the importers take from a catalogue, what they leave out and say so, and what a second run does to what people changed.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEVICES, ENDED, freshFolder, importInto, readIn, removeFresh, WINDOWS } from '../support/catalogue.ts';

afterEach(removeFresh);

type Product = {
  names: { en: string; zh: string };
  brand?: string;
  specs: Record<string, unknown>;
  facts: { attribute: string; value: unknown; asOf?: string; say?: { en: string } }[];
};
const product = (folder: string, id: string): Product => parse(readIn(folder, `products/${id}.yaml`)) as Product;

describe('the device files', () => {
  const imported = () => {
    const folder = freshFolder();
    return { folder, summary: importInto(folder, 'lineageos', freshFolder(DEVICES)) };
  };

  it('become products with what they say, in the units that the knowledge has', () => {
    const { folder, summary } = imported();
    expect([summary.rows, summary.products]).toEqual([5, 3]);
    const { names, brand, specs, facts } = product(folder, 'nimbus-7-pro');
    expect([names, brand]).toEqual([{ en: 'Nimbus 7 Pro', zh: '云牌 7 Pro' }, 'nimbus']);
    expect(specs).toMatchObject({
      'launch-date': '2021-03',
      'device-codename': 'cirrus',
      'model-number': ['NB2101A', 'NB2101B'],
      processor: 'Corvid C7',
      cpu: 'Kappa 5, 8 cores',
      'cpu-clock': 'up to 2.4 GHz',
      'expandable-storage': 'up to 1024 GB',
      'display-size': '6.4 in',
      resolution: '1080 × 2400',
      'refresh-rate': '90 Hz',
      'battery-capacity': '4700 mAh',
      'front-camera': '12 MP',
      dimensions: '160.2 × 74.5 × 8.1 mm',
      thickness: '8.1 mm',
      nfc: true,
      'headphone-jack': true,
      'five-g': true,
      'also-sold-as': ['acme-stratus-x7'],
    });
    expect(facts).toEqual([
      { attribute: 'ram', value: '6 GB' },
      { attribute: 'ram', value: '8 GB' },
      { attribute: 'storage', value: '128 GB' },
      { attribute: 'storage', value: '256 GB' },
    ]);
  });

  it('never deny a part that they do not list', () => {
    const { folder } = imported();
    expect(product(folder, 'acme-stratus-x7').specs).not.toHaveProperty('fm-radio');
  });

  it('are left out where they cannot be read, row by row and value by value, each with its reason', () => {
    const { folder, summary } = imported();
    const reasons = summary.skipped.map(({ where, reason }) => `${where}: ${reason}`).sort();
    expect(reasons).toEqual([
      expect.stringMatching(/^broken\.yml: is not YAML/),
      'nameless.yml: has no name',
      expect.stringContaining('vague.yml: battery capacity "4000 or 4100" is not surely one value'),
      expect.stringContaining('vague.yml: cpu_freq "2,84 GHz" is not surely one value'),
      expect.stringContaining('vague.yml: ram "3 GB (small) / 4 GB (large)" is not surely one value'),
      expect.stringContaining('vague.yml: release "2019-13" is not surely one value'),
      expect.stringContaining('vague.yml: screen size "big" is not surely one value'),
    ]);
    expect(Object.keys(product(folder, 'acme-9').specs)).toEqual(['device-codename', 'removable-battery']);
  });

  it('of another vendor are passed over', () => {
    const { folder } = imported();
    expect(readdirSync(join(folder, 'products')).sort()).toEqual([
      'acme-9.yaml',
      'acme-stratus-x7.yaml',
      'nimbus-7-pro.yaml',
    ]);
  });

  it('with a name that points out of the pack stay in it', () => {
    const folder = freshFolder();
    const evil = 'name: ../../../etc/passwd\nvendor: Acme\ncodename: evil\ntype: phone\n';
    importInto(folder, 'lineageos', freshFolder({ 'evil.yml': evil }));
    expect(readdirSync(join(folder, 'products'))).toEqual(['acme-etc-passwd.yaml']);
    expect(existsSync(join(folder, '..', 'etc'))).toBe(false);
  });
});

describe('the support lists', () => {
  const imported = (list: unknown) => {
    const folder = freshFolder();
    const path = join(freshFolder({ 'list.json': JSON.stringify(list) }), 'list.json');
    return { folder, summary: importInto(folder, 'support', path) };
  };

  it('of windows give dates as of the row, and versions in one spelling', () => {
    const { folder, summary } = imported(WINDOWS);
    expect(product(folder, 'nimbus-7-pro').facts).toEqual([
      { attribute: 'launch-date', value: '2021-03', asOf: '2024-01-15' },
      { attribute: 'security-updates-until', value: '2026-03', asOf: '2024-01-15' },
      { attribute: 'os-at-launch', value: 'Android 11', asOf: '2024-01-15' },
      { attribute: 'os-promised', value: ['Android 12', 'Android 13'], asOf: '2024-01-15' },
      { attribute: 'update-interval', value: '90 days', asOf: '2024-01-15' },
    ]);
    expect(summary.skipped.map(({ reason }) => reason)).toEqual([
      'Nimbus 8: released "soon" is not a date',
      'Nimbus 8: shipped with "a system" is no Android version',
      'has no name',
    ]);
    expect(parse(readIn(folder, 'sources.yaml'))).toMatchObject([{ id: 'support-windows', date: '2026-05-01' }]);
  });

  it('of models that are no longer updated become one product each, with every region', () => {
    const { folder, summary } = imported(ENDED);
    const { facts, specs } = product(folder, 'nimbus-5');
    expect(facts[0]?.value).toEqual([
      { en: 'Europe (EEA)', zh: '欧洲（EEA）' },
      { en: 'India', zh: '印度' },
    ]);
    expect(specs).toEqual({ 'device-codename': 'wisp' });
    expect(product(folder, 'nimbus-6').facts[0]?.say?.en).toContain('(listed, no region named)');
    expect(summary.skipped.map(({ reason }) => reason)).toEqual([
      'names two models at once: Nimbus 4/Nimbus 4 SE',
      'Nimbus 3: region "atlantis" is unknown',
      'Nimbus 3: nothing in it could be read',
    ]);
  });

  it.each([
    ['no JSON', '{', /is not JSON/],
    ['no list', '{"records": {}}', /has no "records"/],
  ])('are refused where they are %s', (_what, text, message) => {
    const path = join(freshFolder({ 'list.json': text }), 'list.json');
    expect(() => importInto(freshFolder(), 'support', path)).toThrow(message);
  });
});

describe('a second run', () => {
  const files = (kept: object): Record<string, string[]> => JSON.parse(JSON.stringify(kept));
  const NIMBUS = 'products/nimbus-7-pro.yaml';

  it('changes nothing, on whatever day', () => {
    const [folder, catalogue] = [freshFolder(), freshFolder(DEVICES)];
    importInto(folder, 'lineageos', catalogue, '2026-10-01');
    const before = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readIn(entry.parentPath, entry.name)]);
    const { kept } = importInto(folder, 'lineageos', catalogue, '2027-01-01');
    expect([kept.created, kept.updated, kept.conflicts]).toEqual([[], [], []]);
    for (const [name, text] of before) {
      const path = name?.startsWith('nimbus') || name?.startsWith('acme') ? `products/${name}` : (name as string);
      expect([path, readIn(folder, path)]).toEqual([path, text]);
    }
  });

  it('takes what the catalogue changed, and the day with it', () => {
    const folder = freshFolder();
    importInto(folder, 'lineageos', freshFolder(DEVICES), '2026-10-01');
    const newer = {
      ...DEVICES,
      'cirrus.yml': DEVICES['cirrus.yml']?.replace('release: 2021-03', 'release: 2021-04') ?? '',
    };
    const { kept } = importInto(folder, 'lineageos', freshFolder(newer), '2027-01-01');
    expect(files(kept).updated).toEqual(['pack.yaml', 'sources.yaml', NIMBUS]);
    expect(readIn(folder, 'pack.yaml')).toContain('retrieved: 2027-01-01');
  });

  it('keeps what a person changed, and tells it', () => {
    const [folder, catalogue] = [freshFolder(), freshFolder(DEVICES)];
    importInto(folder, 'lineageos', catalogue);
    const mine = readIn(folder, NIMBUS).replace('Corvid C7', 'Corvid C7 (second edition)');
    writeFileSync(join(folder, NIMBUS), mine);
    rmSync(join(folder, 'products/acme-9.yaml'));
    for (let time = 0; time < 2; time++) {
      const { kept } = importInto(folder, 'lineageos', catalogue);
      expect([kept.edited, kept.removed, kept.conflicts]).toEqual([[NIMBUS], ['products/acme-9.yaml'], []]);
    }
    expect(readIn(folder, NIMBUS)).toBe(mine);
    expect(existsSync(join(folder, 'products/acme-9.yaml'))).toBe(false);
  });

  it('tells a conflict where both changed, until it is settled', () => {
    const folder = freshFolder();
    importInto(folder, 'lineageos', freshFolder(DEVICES));
    const mine = readIn(folder, NIMBUS).replace('Corvid C7', 'Corvid C8');
    writeFileSync(join(folder, NIMBUS), mine);
    const newer = freshFolder({ ...DEVICES, 'cirrus.yml': DEVICES['cirrus.yml']?.replace('C7', 'C9') ?? '' });
    for (let time = 0; time < 2; time++)
      expect(importInto(folder, 'lineageos', newer).kept.conflicts).toEqual([NIMBUS]);
    expect(readIn(folder, NIMBUS)).toBe(mine);
  });

  it('tells what the catalogue no longer has, and leaves it', () => {
    const folder = freshFolder();
    importInto(folder, 'lineageos', freshFolder(DEVICES));
    const { 'vague.yml': _gone, ...fewer } = DEVICES;
    const { kept } = importInto(folder, 'lineageos', freshFolder(fewer));
    expect(kept.gone).toEqual(['products/acme-9.yaml']);
    expect(existsSync(join(folder, 'products/acme-9.yaml'))).toBe(true);
  });

  it('never writes over a pack that another import or a person made', () => {
    const folder = freshFolder({ 'pack.yaml': 'title: mine\n' });
    expect(() => importInto(folder, 'lineageos', freshFolder(DEVICES))).toThrow(/no import made/);
    const other = freshFolder();
    importInto(other, 'lineageos', freshFolder(DEVICES));
    const list = join(freshFolder({ 'list.json': JSON.stringify(ENDED) }), 'list.json');
    expect(() => importInto(other, 'support', list)).toThrow(/made by another import/);
  });
});
