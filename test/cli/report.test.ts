// `npm run report` and `npm run forget`, as processes on a real store: what is counted, how it is drawn, what is gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gist } from '../../src/bot/contract.ts';
import { recordsOf } from '../../src/chat/records.ts';
import { weekOf } from '../../src/cli/report-data.ts';
import { storeAddress } from '../../src/state/address.ts';
import { openState } from '../../src/state/open.ts';
import { REDIS_TITLE, startRedis, type TestRedis, withoutRedis } from '../support/redis.ts';
import { run } from './run.ts';

const gist: Gist = {
  language: 'en',
  asks: ['how-much'],
  subjects: [],
  attributes: ['price'],
  classes: [],
  words: [],
  unread: 0,
};
const LAMP: Gist = { ...gist, product: 'lamp 9000' };

async function fill(url: string): Promise<void> {
  const address = storeAddress(url, '/');
  if (!address) throw new Error(url);
  const state = await openState(address, { patience: 20_000 });
  const { unanswered, opinions } = recordsOf(state);
  const at = '2026-11-18T10:00:00.000Z';
  await unanswered.set('slack:1', { at, platform: 'slack', gist });
  for (let time = 2; time < 5; time++) await unanswered.set(`slack:${time}`, { at, platform: 'slack', gist: LAMP });
  const zh = { ...LAMP, language: 'zh' };
  await unanswered.set('discord:5', {
    at: '2026-11-23T00:00:00.000Z',
    platform: 'discord',
    gist: zh,
    text: '=lamp, "9000"',
    person: 'D5',
  });
  const opinion = (person: string, reference: string, helpful: boolean, why?: string) =>
    opinions.set(`slack:${person}:${reference}`, {
      asker: { platform: 'slack', person },
      at,
      reference,
      helpful,
      about: ['redmi/price'],
      ...(why === undefined ? {} : { why }),
    });
  await opinion('U1', 'aa11', false, 'old price\u001b[2J');
  await opinion('U2', 'bb22', false);
  await opinion('U2', 'cc33', true);
  await state.shelf('conversation').set('slack:T:C:U2', { question: 'x' });
  await state.close();
}

describe('the ISO week', () => {
  it.each([
    ['2026-11-22T23:59:59Z', '2026-W47'],
    ['2026-11-23T00:00:00Z', '2026-W48'],
    ['2027-01-03T12:00:00Z', '2026-W53'],
    ['2024-12-30T12:00:00Z', '2025-W01'],
  ])('of %s is %s', (time, week) => {
    expect(weekOf(time)).toBe(week);
  });
});

function describeReports(urlOf: () => string): void {
  const report = (...args: string[]) => run('src/cli/report.ts', args, { env: { STORE_URL: urlOf(), COLUMNS: '160' } });
  const forget = (...args: string[]) => run('src/cli/forget.ts', args, { env: { STORE_URL: urlOf() } });

  it('groups what could not be answered, most frequent first, and tells what did not help', async () => {
    const { code, stdout, stderr } = await report();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^2026-W48 +discord +1 +0 +0$/m);
    expect(stdout).toMatch(/^2026-W47 +slack +4 +1 +2$/m);
    expect(stdout).toMatch(/^4 +unknown model “lamp 9000” · price · how-much\? +.*slack 2026-W47: 3/m);
    expect(stdout.indexOf('lamp 9000')).toBeLessThan(stdout.indexOf('1      price · how-much?'));
    expect(stdout).toMatch(/^2026-W47 +slack +aa11 +old price +redmi\/price$/m);
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}|U1|U2/u);
  });

  it('gives all of it as JSON, by week and platform', async () => {
    const { stdout } = await report('--json');
    expect(JSON.parse(stdout)).toMatchObject({
      unanswered: [
        { count: 4, gist: LAMP, when: { 'slack 2026-W47': 3, 'discord 2026-W48': 1 }, texts: ['=lamp, "9000"'] },
        { count: 1, gist },
      ],
      unhelpful: [{ reference: expect.any(String) }, { reference: expect.any(String) }],
      totals: [{ week: '2026-W48' }, { week: '2026-W47', unanswered: 4, helpful: 1, unhelpful: 2 }],
    });
  });

  it('gives rows for a spreadsheet, in which nothing is a formula', async () => {
    const { stdout } = await report('--csv');
    const rows = stdout.split('\r\n');
    expect(rows[0]).toBe('section,week,platform,count,what,why,reference');
    expect(rows).toContain(
      `unanswered,2026-W48,discord,1,unknown model “lamp 9000” · price · how-much?,"'=lamp, ""9000""",`,
    );
    expect(rows.filter((row) => row.startsWith('unhelpful,'))).toHaveLength(2);
  });

  it('forgets a person, and says how much that was', async () => {
    expect(await forget('slack:U2')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^3 entries about slack:U2/),
    });
    expect(await forget('slack:U2')).toMatchObject({ code: 0, stdout: expect.stringMatching(/holds nothing about/) });
    expect(await forget('discord:D5')).toMatchObject({ stdout: expect.stringMatching(/^1 entry about discord:D5/) });
    const { stdout } = await report('--json');
    expect(JSON.parse(stdout)).toMatchObject({ unhelpful: [{ reference: 'aa11' }], totals: [{ unanswered: 4 }] });
  });
}

describe('reports on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const url = `sqlite:${join(folder, 'state.db')}`;
  beforeAll(() => fill(url));
  afterAll(() => rmSync(folder, { recursive: true }));
  describeReports(() => url);
});

describe.skipIf(withoutRedis)(`reports on ${REDIS_TITLE}`, () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
    await fill(redis.url);
  });
  afterAll(() => redis?.kill());
  describeReports(() => redis.url);
});

describe('reports without a store', () => {
  it.each([['src/cli/report.ts'], ['src/cli/forget.ts', 'slack:U1']])('by %s say so', async (program, ...args) => {
    expect(await run(program, args)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^There is nothing to read: STORE_URL is not set/),
    });
  });

  it.each([[['somebody']], [['slack:U1', 'slack:U2']]])('nobody is forgotten by mistake: %j', async (args) => {
    expect(await run('src/cli/forget.ts', args)).toMatchObject({ code: 2, stderr: expect.stringMatching(/Usage: /) });
  });
});
