// Imports the device files of the LineageOS wiki (_data/devices/*.yml): names, parts, sensors and variants.
// The form of a file: https://github.com/LineageOS/lineage_wiki/blob/main/test/schema.json
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  type Draft,
  type DraftFact,
  ImportError,
  type Importer,
  type Row,
  type Skipped,
  type Taken,
} from './contract.ts';
import { brandOf, chineseNames, idOf } from './naming.ts';
import { dateWords, isoDate, line, lines, numberIn, record, sizes } from './reading.ts';
import { sameHardware } from './twins.ts';

const MAX_BYTES = 100_000;
const MAX_FILES = 20_000;

const pack = {
  id: 'lineageos',
  title: { en: 'Device data of the LineageOS wiki', zh: 'LineageOS 维基的设备数据' },
  licence: 'CC BY-SA 3.0',
  attribution: {
    en: 'LineageOS wiki contributors, https://wiki.lineageos.org; reworded and converted',
    zh: 'LineageOS 维基贡献者，https://wiki.lineageos.org；经改写与转换',
  },
  source: {
    title: 'LineageOS wiki, device data',
    publisher: 'LineageOS wiki',
    url: 'https://wiki.lineageos.org/devices/',
  },
};

/** Peripherals that have an attribute of their own; a list that lacks one does not say that the device does. */
const FLAGS: Readonly<Record<string, string>> = {
  nfc: 'nfc',
  'ir blaster': 'ir-blaster',
  '3.5mm jack': 'headphone-jack',
  'fm radio': 'fm-radio',
  'dual sim': 'dual-sim',
  'usb otg': 'usb-otg',
  'stereo speakers': 'stereo-speakers',
  'qi wireless charging': 'qi-charging',
  'qi reverse wireless charging': 'reverse-charging',
  esim: 'esim',
  gps: 'gps',
};
const POSITIONING = /^(gps|a-gps|beidou|galileo|glonass|navic|qzss|sbas|dual-frequency gnss)$/i;
const SENSOR = /sensor|accelerometer|compass|gyroscope|barometer|pedometer|ir camera|light$/i;

function read(path: string) {
  const names = lstatSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(path)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
    : [];
  if (names.length === 0)
    throw new ImportError(`${path} holds no .yml file: name the folder _data/devices of a copy of the wiki`);
  const rows: Row[] = [];
  const skipped: Skipped[] = [];
  for (const name of names.slice(0, MAX_FILES)) {
    const stat = lstatSync(join(path, name));
    if (!stat.isFile()) skipped.push({ where: name, reason: 'is no plain file' });
    else if (stat.size > MAX_BYTES) skipped.push({ where: name, reason: `is larger than ${MAX_BYTES} bytes` });
    else {
      try {
        const data: unknown = parse(readFileSync(join(path, name), 'utf8'), { maxAliasCount: 20 });
        rows.push({ where: name, data });
      } catch (error) {
        skipped.push({ where: name, reason: `is not YAML: ${(error as Error).message.split('\n')[0]}` });
      }
    }
  }
  return { pack, rows, skipped };
}

/** Gathers facts, and what could not be read. */
class Reading {
  readonly facts: DraftFact[] = [];
  readonly skipped: Skipped[] = [];
  readonly #where: string;
  constructor(where: string) {
    this.#where = where;
  }

  /** Takes the value where it could be read; tells where it is there but could not. */
  add(attribute: string, value: DraftFact['value'] | undefined, raw: unknown, field = attribute): void {
    if (value !== undefined) this.facts.push({ attribute, value });
    else if (raw !== undefined && raw !== null && raw !== '') this.skip(field, raw);
  }

  skip(field: string, raw: unknown): void {
    const shown = (JSON.stringify(raw) ?? String(raw)).slice(0, 120);
    this.#noteOnce(`${field} ${shown} is not surely one value: left out`);
  }

  #noteOnce(reason: string): void {
    if (!this.skipped.some((one) => one.reason === reason)) this.skipped.push({ where: this.#where, reason });
  }
}

const unit = (value: number | undefined, symbol: string): string | undefined =>
  value === undefined ? undefined : `${value} ${symbol}`;

function screenFacts(raw: unknown, into: Reading): void {
  // A foldable lists its screens by name; the inner one is the screen, the other the cover's.
  const many = Array.isArray(raw) ? Object.assign({}, ...raw.map((one) => record(one) ?? {})) : undefined;
  const inner = record(many ? many.Inner : raw);
  if (!inner) {
    into.skip('screen', raw);
    return;
  }
  into.add('display-size', unit(numberIn(inner.size, 0.5, 20), 'in'), inner.size, 'screen size');
  into.add('resolution', line(inner.resolution)?.replace(/^(\d+)x(\d+)$/, '$1 × $2'), inner.resolution);
  into.add('display-type', line(inner.technology), inner.technology);
  into.add('refresh-rate', unit(numberIn(inner.refresh_rate, 20, 500), 'Hz'), inner.refresh_rate, 'refresh rate');
  const cover = record(many?.Cover);
  const size = numberIn(cover?.size, 0.5, 20);
  if (cover && size)
    into.add(
      'cover-display',
      [`${size} in`, line(cover.technology), line(cover.resolution)].filter(Boolean).join(', '),
      cover,
    );
}

function memoryFacts(data: Readonly<Record<string, unknown>>, into: Reading): void {
  for (const [field, kindOf] of [
    ['ram', 'ram-type'],
    ['storage', 'storage-type'],
  ] as const) {
    const held = sizes(data[field]);
    if (!held) {
      if (data[field] !== undefined) into.skip(field, data[field]);
      continue;
    }
    for (const size of held.sizes) into.add(field, `${size} GB`, size);
    if (held.kind) into.add(kindOf, held.kind, held.kind);
  }
  const card = line(record(data.sdcard)?.size_max);
  const match = /^(\d+) ?(GB|TB)$/.exec(card ?? '');
  if (card)
    into.add(
      'expandable-storage',
      match ? `up to ${Number(match[1]) * (match[2] === 'TB' ? 1024 : 1)} GB` : undefined,
      card,
      'sdcard',
    );
}

function cameraFacts(raw: unknown, into: Reading): void {
  const all = (Array.isArray(raw) ? raw : []).flatMap((one) => line(record(one)?.info) ?? []).slice(0, 20);
  if (all.length === 0) return;
  into.add('cameras', all, raw);
  // Which of them looks to the front is known only where the row says so.
  const front = all.filter((info) => /\bfront\b|selfie/i.test(info));
  const [only] = front;
  const pixels = /^(\d+(?:\.\d+)?) MP/.exec(only ?? '')?.[1];
  if (front.length !== 1 || !only || !pixels) return;
  into.add('front-camera', `${pixels} MP`, only);
  into.add(
    'rear-camera',
    all.filter((info) => info !== only),
    raw,
  );
}

function cpuFacts(data: Readonly<Record<string, unknown>>, into: Reading): void {
  const cores = numberIn(data.cpu_cores, 1, 64);
  const cpu = line(data.cpu);
  into.add('cpu', cpu && cores ? `${cpu}, ${cores} cores` : cpu, data.cpu);
  const clocks = line(data.cpu_freq);
  const speeds = [...(clocks ?? '').matchAll(/(\d+(?:\.\d+)?) ?GHz/g)].map(([, ghz]) => Number(ghz));
  const plain = clocks !== undefined && /^(?:(?:\d+ x )?\d+(?:\.\d+)? ?GHz(?: [+&] |$))+$/.test(clocks);
  into.add(
    'cpu-clock',
    plain && speeds.length > 0 ? `up to ${Math.max(...speeds)} GHz` : undefined,
    clocks,
    'cpu_freq',
  );
}

function bodyFacts(raw: unknown, into: Reading): void {
  const data = record(raw);
  const [height, width, depth] = [data?.height, data?.width, data?.depth].map((side) => numberIn(side, 1, 500));
  if (!height || !width || !depth) {
    if (raw !== undefined) into.skip('dimensions', raw);
    return;
  }
  into.add('dimensions', `${height} × ${width} × ${depth} mm`, raw);
  into.add('thickness', `${depth} mm`, raw);
}

function linkFacts(data: Readonly<Record<string, unknown>>, into: Reading): void {
  const networks = lines(data.network);
  if (networks.length > 0) into.add('network', networks.join(', '), networks);
  if (networks.includes('5G NR')) into.add('five-g', true, networks);
  into.add('wifi', line(data.wifi)?.replace(/^802/, 'Wi-Fi 802'), data.wifi);
  const bluetooth = record(data.bluetooth);
  const spec = line(bluetooth?.spec);
  const profiles = lines(bluetooth?.profiles);
  into.add(
    'bluetooth',
    spec && `Bluetooth ${spec}${profiles.length > 0 ? ` (${profiles.join(', ')})` : ''}`,
    data.bluetooth,
  );
  const parts = Array.isArray(data.peripherals) ? lines(data.peripherals) : [];
  for (const part of parts) {
    const flag = FLAGS[part.toLowerCase()];
    if (flag) into.add(flag, true, part);
  }
  if (parts.includes('Fingerprint reader'))
    into.add('unlocking', [{ en: 'fingerprint reader', zh: '指纹识别' }], parts);
  const sensors = parts.filter((part) => SENSOR.test(part));
  const positioning = parts.filter((part) => POSITIONING.test(part));
  if (sensors.length > 0) into.add('sensors', sensors, parts);
  if (positioning.length > 0) into.add('gnss', positioning, parts);
}

function batteryFacts(raw: unknown, into: Reading): void {
  const data = record(raw);
  if (!data) {
    into.add('battery-capacity', undefined, raw, 'battery');
    return;
  }
  into.add('battery-capacity', unit(numberIn(data.capacity, 10, 50_000), 'mAh'), data.capacity, 'battery capacity');
  into.add('battery-type', line(data.tech), data.tech);
  if (typeof data.removable === 'boolean') into.add('removable-battery', data.removable, data.removable);
}

/** One device file → one product. */
function take({ where, data: raw }: Row, { vendor, brands }: Parameters<Importer['take']>[1]): Taken {
  const none = (reason: string): Taken => ({ skipped: [{ where, reason }] });
  const data = record(raw);
  if (!data) return none('is no device: a map of fields was expected');
  const made = line(data.vendor);
  if (made?.toLowerCase() !== vendor.toLowerCase()) return { skipped: [] };
  const written = line(data.name);
  const codename = line(data.codename);
  if (!written) return none('has no name');
  if (!codename || !/^[\w.+-]{1,40}$/.test(codename)) return none('has no codename');
  // The wiki leaves the maker's name out where the model has no other brand: "12" is the maker's 12.
  const name = brandOf(written, brands) ? written : `${made} ${written}`;
  if (idOf(name) === '') return none(`has a name without letters: ${written}`);
  const into = new Reading(where);
  const released = isoDate(data.release);
  into.add('launch-date', released, data.release, 'release');
  into.add('device-codename', codename, codename);
  const models = lines(data.models).filter((model) => /^[\w-]{2,30}$/.test(model));
  if (models.length > 0) into.add('model-number', models, models);
  into.add('processor', line(data.soc), data.soc);
  cpuFacts(data, into);
  into.add('gpu', line(data.gpu), data.gpu);
  memoryFacts(data, into);
  screenFacts(data.screen, into);
  batteryFacts(data.battery, into);
  cameraFacts(data.cameras, into);
  bodyFacts(data.dimensions, into);
  linkFacts(data, into);
  const type = line(data.type);
  if (type === 'foldable') into.add('foldable', true, type);
  const classes = type === 'phone' || type === 'foldable' ? ['phone'] : type === 'tablet' ? ['tablet'] : [];
  if (classes.length === 0) return none(`is of a type that is not held: ${type ?? 'none'}`);
  const brand = brandOf(name, brands)?.brand.id ?? brands.find(({ en }) => en.toLowerCase() === made.toLowerCase())?.id;
  const date = released && dateWords(released);
  const intro = {
    en: `A ${classes[0]}${date ? ` released in ${date.en}` : ''}; codename ${codename}.`.replace(
      / in (\d+ [A-Z])/,
      ' on $1',
    ),
    zh: `${date ? `${date.zh}发布的` : ''}${classes[0] === 'phone' ? '手机' : '平板'}，代号 ${codename}。`,
  };
  return {
    draft: { name, ...chineseNames(name, brands), classes, ...(brand ? { brand } : {}), intro, facts: into.facts },
    skipped: into.skipped,
  };
}

/** Devices of one codename whose every part is the same are one device under several names. */
function relate(drafts: readonly Draft[]): ReadonlyMap<number, readonly DraftFact[]> {
  return new Map(
    [...sameHardware(drafts)].map(([place, others]) => [
      place,
      [{ attribute: 'also-sold-as', value: others.map((other) => idOf((drafts[other] as Draft).name)) }],
    ]),
  );
}

export const lineageos: Importer = {
  name: 'lineageos',
  input: 'the folder _data/devices of a copy of the LineageOS wiki',
  read,
  take,
  relate,
};
