// Imports the maker's own support lists (JSON): how long a model gets updates, and which no longer get any.
// The lists: https://trust.mi.com/misrc/updates/phone, as https://github.com/XiaomiFirmwareUpdater/xiaomi_devices collects them.
import { lstatSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type DraftFact,
  ImportError,
  type Importer,
  type PackText,
  type Row,
  type Skipped,
  type Taken,
} from './contract.ts';
import { brandOf, chineseNames, idOf } from './naming.ts';
import { isoDate, line, record } from './reading.ts';

const MAX_BYTES = 20_000_000;
const MAX_ROWS = 100_000;

const publisher = 'Xiaomi Security Center';
const credit = {
  licence: { en: 'facts published by Xiaomi', zh: '小米公布的事实' },
  attribution: { en: 'Xiaomi, trust.mi.com', zh: '小米安全中心，trust.mi.com' },
} as const;
const url = 'https://trust.mi.com/misrc/updates/phone';
const PACKS: Readonly<Record<'window' | 'ended', PackText>> = {
  window: {
    id: 'support-windows',
    title: { en: 'How long models get security updates', zh: '机型安全更新期限' },
    ...credit,
    source: { title: 'Enterprise recommended devices: security updates', publisher, url },
  },
  ended: {
    id: 'support-ended',
    title: { en: 'Models that no longer get security updates', zh: '停止安全更新的机型' },
    ...credit,
    source: { title: 'List of devices no longer updated', publisher, url },
  },
};

/** How the lists abbreviate where a build of the system is for. */
const REGIONS: Readonly<Record<string, { en: string; zh: string }>> = {
  cn: { en: 'mainland China', zh: '中国大陆' },
  global: { en: 'Global', zh: '国际版' },
  eea: { en: 'Europe (EEA)', zh: '欧洲（EEA）' },
  in: { en: 'India', zh: '印度' },
  id: { en: 'Indonesia', zh: '印度尼西亚' },
  ru: { en: 'Russia', zh: '俄罗斯' },
  tr: { en: 'Türkiye', zh: '土耳其' },
  tw: { en: 'Taiwan', zh: '台湾' },
  jp: { en: 'Japan', zh: '日本' },
  mx: { en: 'Mexico', zh: '墨西哥' },
  za: { en: 'South Africa', zh: '南非' },
  cl: { en: 'Chile', zh: '智利' },
  lm: { en: 'Latin America', zh: '拉丁美洲' },
  'android one': { en: 'Android One', zh: 'Android One' },
};
const ANY = { en: 'listed, no region named', zh: '已列入，未注明地区' };

function read(path: string) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new ImportError(`${path} is no file: name a JSON file with "records"`);
  if (stat.size > MAX_BYTES)
    throw new ImportError(`${path} has ${stat.size} bytes; more than ${MAX_BYTES} are not read`);
  let data: Readonly<Record<string, unknown>> | undefined;
  try {
    data = record(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new ImportError(`${path} is not JSON: ${(error as Error).message}`);
  }
  const records = Array.isArray(data?.records) ? data.records.slice(0, MAX_ROWS) : [];
  if (records.length === 0) throw new ImportError(`${path} has no "records": a list of models was expected`);
  const kind = records.some((one) => record(one)?.security_updates_until !== undefined) ? 'window' : 'ended';
  const where = (index: number): string => `${basename(path)} record ${index + 1}`;
  const all = records.map((row: unknown, index): Row => ({ where: where(index), data: row }));
  const date = isoDate(record(data?._source)?.date);
  const { rows, skipped } = kind === 'ended' ? byModel(all) : { rows: all, skipped: [] };
  return { pack: PACKS[kind], rows, skipped, ...(date ? { date } : {}) };
}

/** The list of models that are no longer updated has one row for each region: they become one. */
function byModel(rows: readonly Row[]): { rows: Row[]; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const named = rows.filter(({ where, data }) => {
    const name = line(record(data)?.name);
    const reason =
      name === undefined ? 'has no name' : name.includes('/') ? `names two models at once: ${name}` : undefined;
    if (reason) skipped.push({ where, reason });
    return reason === undefined;
  });
  const groups = Map.groupBy(named, ({ data }) => idOf(line(record(data)?.name) as string));
  return {
    rows: [...groups.values()].map((own) => ({ where: (own[0] as Row).where, data: own.map(({ data }) => data) })),
    skipped,
  };
}

const androids = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const version = /^and[a-z]*\s*(\d{1,2})[\s,;，]*$/i.exec(line(one) ?? '')?.[1];
    return version ? [`Android ${version}`] : [];
  });

function take(row: Row, { brands }: Parameters<Importer['take']>[1]): Taken {
  const first = record(Array.isArray(row.data) ? row.data[0] : row.data);
  const skipped: Skipped[] = [];
  const leave = (reason: string): void => void skipped.push({ where: row.where, reason });
  const name = line(first?.name);
  if (!first || !name || idOf(name) === '') return { skipped: [{ where: row.where, reason: 'has no name' }] };
  const facts = Array.isArray(row.data)
    ? ended(row.data, name, chineseNames(name, brands).zh, leave)
    : windowOf(first, name, leave);
  if (facts.length === 0)
    return { skipped: [...skipped, { where: row.where, reason: `${name}: nothing in it could be read` }] };
  const found = brandOf(name, brands);
  const device = /\bpads?\b/i.test(name) ? 'tablet' : 'phone';
  const intro = {
    en: `A ${device} on the maker's list of security updates.`,
    zh: `官方安全更新名单所列的${device === 'tablet' ? '平板' : '手机'}。`,
  };
  return {
    draft: {
      name,
      ...chineseNames(name, brands),
      classes: [device],
      ...(found ? { brand: found.brand.id } : {}),
      intro,
      facts,
    },
    skipped,
  };
}

/** What the maker promises for a model. */
function windowOf(row: Readonly<Record<string, unknown>>, name: string, leave: (reason: string) => void): DraftFact[] {
  const facts: DraftFact[] = [];
  const asOf = isoDate(row.row_updated);
  const add = (attribute: string, value: DraftFact['value']): void =>
    void facts.push({ attribute, value, ...(asOf ? { asOf } : {}) });
  const released = isoDate(row.released);
  if (released) add('launch-date', released);
  else if (row.released) leave(`${name}: released "${line(row.released)}" is not a date`);
  const until = isoDate(row.security_updates_until);
  if (until) add('security-updates-until', until);
  else if (row.security_updates_until)
    leave(`${name}: security updates until "${line(row.security_updates_until)}" is not a date`);
  const [shipped] = androids(row.shipped_with);
  if (shipped) add('os-at-launch', shipped);
  else if (row.shipped_with) leave(`${name}: shipped with "${line(row.shipped_with)}" is no Android version`);
  const promised = androids(row.promised);
  if (promised.length > 0) add('os-promised', [...new Set(promised)]);
  const days = /(\d{1,3}) days$/i.exec(line(row.update_every) ?? '')?.[1];
  if (days) add('update-interval', `${days} days`);
  else if (row.update_every) leave(`${name}: updated every "${line(row.update_every)}" is no number of days`);
  return facts;
}

/** That a model stands on the list of those that are no longer updated, and for where. */
function ended(rows: readonly unknown[], name: string, chinese: string, leave: (reason: string) => void): DraftFact[] {
  const regions = new Map<string, { en: string; zh: string }>();
  const codenames = new Set<string>();
  for (const row of rows) {
    const data = record(row);
    const region = line(data?.region)?.toLowerCase();
    const known = region === undefined ? ANY : REGIONS[region];
    if (known) regions.set(known.en, known);
    else leave(`${name}: region "${region}" is unknown`);
    // "surya_in_global" is the device surya, built for India.
    const codename = /^([a-z][a-z0-9]*)(?:_[a-z0-9_]*)?$/.exec(line(data?.rom_codename) ?? '')?.[1];
    if (codename) codenames.add(codename);
  }
  if (regions.size === 0) return [];
  const list = [...regions.values()];
  const where = (language: 'en' | 'zh', separator: string): string => list.map((one) => one[language]).join(separator);
  const say = {
    en: `${name} – Xiaomi's list has it among the devices that no longer get security updates (${where('en', ', ')}).`,
    zh: `${chinese}：小米官方名单将其列为不再获得安全更新的机型（${where('zh', '、')}）。`,
  };
  return [
    { attribute: 'support-ended', value: list, say },
    ...(codenames.size === 1 ? [{ attribute: 'device-codename', value: [...codenames][0] as string }] : []),
  ];
}

export const support: Importer = {
  name: 'support',
  input: 'a JSON file of support windows, or of models that are no longer updated',
  read,
  take,
};
