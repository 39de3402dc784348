// Questions that a catalogue opens, over the project's knowledge and two imported packs of invented devices.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import { drawAnswer } from '../../src/adapters/console/reply.ts';
import { type Answer, plainText } from '../../src/answer.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { Bot } from '../../src/bot/contract.ts';
import { openKnowledge } from '../../src/bot/open.ts';
import { DEVICES, ENDED, freshFolder, importInto, removeFresh, WINDOWS } from '../support/catalogue.ts';
import { projectFolder } from '../support/source-files.ts';

const COMPANIES = `
source: lineageos
subjects:
  - { id: acme, kind: company, names: { en: Acme, zh: 艾克米 } }
  - { id: nimbus, kind: company, names: { en: Nimbus, zh: 云牌 } }
`;
/** Three more phones, so that there is something to rank. */
const MORE = Object.fromEntries(
  [
    ['gale', 'Nimbus 8', '2022-02', 5200, '3.5mm jack, NFC, GPS'],
    ['gust', 'Nimbus 8 Lite', '2020-06', 6000, '3.5mm jack, NFC'],
    ['water', 'Nimbus 9', '2023-09', 4100, 'NFC'],
    ['mistral', 'Nimbus Z2 (India)', '2019-03', 3100, 'GPS'],
    ['mistral', 'Nimbus Z2 (Global)', '2019-03', 3200, 'GPS'],
    ['sirocco', 'Nimbus Z3 (2021)', '2021-03', 3300, 'GPS'],
  ].map(([codename, name, release, capacity, parts], place) => [
    `${codename}${place}.yml`,
    `name: ${name}\ncodename: ${codename}\nvendor: Acme\ntype: phone\nrelease: ${release}\nbattery: {capacity: ${capacity}}\nperipherals: [${parts}]\n`,
  ]),
);

let bot: Bot;
let cache: string;
beforeAll(async () => {
  const list = (data: unknown): string => join(freshFolder({ 'list.json': JSON.stringify(data) }), 'list.json');
  const devices = freshFolder();
  importInto(devices, 'lineageos', freshFolder({ ...DEVICES, ...MORE }));
  writeFileSync(join(devices, 'companies.yaml'), COMPANIES);
  const windows = freshFolder();
  // The list says another month of release than the device files do.
  const [first, ...rest] = WINDOWS.records;
  importInto(windows, 'support', list({ ...WINDOWS, records: [{ ...first, released: '2021-04' }, ...rest] }));
  const ended = freshFolder();
  importInto(ended, 'support', list(ENDED));
  cache = mkdtempSync(join(tmpdir(), 'cache-'));
  const folders = [join(projectFolder, 'knowledge'), devices, windows, ended];
  await openKnowledge(folders, cache);
  // From the compiled copy, as every later start reads it.
  bot = createBot({ opened: await openKnowledge(folders, cache), commands: allCommands });
}, 60_000);
afterAll(() => {
  removeFresh();
  rmSync(cache, { recursive: true, force: true });
});

const ask = (input: string): Promise<Answer> => bot.ask({ input });
const said = async (input: string): Promise<string> => plainText(await ask(input));

describe('a codename or model number', () => {
  it.each([
    ['what is cirrus', 'cirrus – codename: Stratus X7 and Nimbus 7 Pro'],
    ['which phone is NB2101A', 'NB2101A – model numbers: Nimbus 7 Pro'],
    ['what phone has the codename water', 'water – codename: Nimbus 9'],
    ['gale是什么手机', 'gale – 代号：云牌 8'],
    ['codename of the nimbus 8 lite', 'Nimbus 8 Lite – codename: gust'],
    ['云牌 8 Lite 的代号', '云牌 8 Lite – 代号：gust'],
    ['model number of the nimbus 7 pro', 'Nimbus 7 Pro – model numbers: NB2101A, NB2101B'],
  ])('%s', async (question, answer) => {
    expect((await said(question)).replace(/Acme Stratus/, 'Stratus')).toContain(answer);
  });

  it('that several share is asked of all of them, and what is not known is told of all of them', async () => {
    const { kind, lead } = await ask('/price cirrus');
    expect(kind).toBe('abstain');
    for (const name of ['Stratus X7', 'Nimbus 7 Pro']) expect(lead).toContain(name);
  });

  it('asks of its product as the name does', async () => {
    expect(await said('battery capacity of gale')).toContain('5,200 mAh');
    expect((await ask('/spec gust')).table?.rows).toContainEqual(['battery capacity', '6,000 mAh']);
  });

  it('that is a word stays one, unless it is called a codename', async () => {
    expect((await said('water')).includes('Nimbus 9')).toBe(false);
  });
});

describe('a catalogue', () => {
  it('tells what else a device is sold as', async () => {
    expect(await said('is the nimbus 7 pro sold under another name')).toContain('also sold as: Acme Stratus X7');
  });

  it('tells how long a device is looked after, and as of when', async () => {
    const answer = await ask('is the nimbus 7 pro still supported, until when');
    expect(plainText(answer)).toContain('security updates until: March 2026');
    expect(plainText(answer)).toContain('As of 15 January 2024.');
    expect(await said('is the nimbus 5 still supported')).toContain(
      'among the devices that no longer get security updates (Europe (EEA), India)',
    );
  });

  it('does not list who has a promise as who is looked after now', async () => {
    for (const question of ['phones still supported', 'which phones still get security updates']) {
      const { kind, facts } = await ask(question);
      expect([question, kind, facts]).toEqual([question, 'abstain', []]);
    }
    expect(await said('which phones are no longer supported')).toContain('Nimbus 5');
  });

  it('is told whole in words', async () => {
    expect((await ask('full specs of gust')).table?.columns).toEqual(['', 'Nimbus 8 Lite']);
    expect((await ask('云牌 8 Lite 的完整参数')).table?.rows).toContainEqual(['电池容量', '6,000 mAh']);
    expect((await ask('specs of the nimbus 8 and the nimbus 9')).table?.columns).toEqual(['', 'Nimbus 8', 'Nimbus 9']);
    expect((await ask('specs of the nimbus 11')).kind).toBe('abstain');
  });

  it('is compared with the project’s own products', async () => {
    const { table } = await ask('/compare nimbus-8 redmi-9a');
    expect(table?.rows.find(([label]) => label === 'battery capacity')).toEqual([
      'battery capacity',
      '5,200 mAh',
      '5,000 mAh',
    ]);
  });

  it('shows who says what where packs differ', async () => {
    const text = await said('when was the nimbus 7 pro released');
    expect(text).toContain('March 2021 (according to LineageOS wiki)');
    expect(text).toContain('April 2021 (according to Xiaomi Security Center)');
  });

  it('is credited in each answer from it, in the answer’s language, and in no other', async () => {
    const [own, other] = [await ask('battery of the nimbus 8'), await ask('battery of the redmi 9a')];
    expect(own.sources).toMatchObject([
      { attribution: expect.stringContaining('LineageOS wiki contributors'), licence: 'CC BY-SA 3.0' },
    ]);
    expect(other.sources.map((source) => 'attribution' in source)).toEqual([false]);
    expect(drawAnswer(own, { color: false })).toContain(
      'Credit: LineageOS wiki contributors, https://wiki.lineageos.org',
    );
    const { sources } = await bot.ask({ input: 'battery of the nimbus 8', language: 'zh' });
    expect(sources[0]?.attribution).toContain('维基贡献者');
    const support = await bot.ask({ input: 'is the nimbus 7 pro still supported', language: 'zh' });
    expect(support.sources.map(({ licence }) => licence)).toContain('小米公布的事实');
  });

  it('is listed with its licence and date', async () => {
    expect((await ask('/sources')).lines.slice(0, 4)).toEqual([
      expect.stringMatching(/Apache-2\.0, as of 22 November 2026\./),
      expect.stringMatching(
        /^Device data of the LineageOS wiki – CC BY-SA 3\.0, as of 1 October 2026\. LineageOS wiki contributors/,
      ),
      expect.stringMatching(/as of 1 May 2026/),
      expect.stringMatching(/as of 1 June 2026/),
    ]);
  });
});

describe('a name that is not written in full', () => {
  it('is met by its command without the brand, and never as a sibling', async () => {
    expect((await ask('/spec 8 lite')).table?.columns).toEqual(['', 'Nimbus 8 Lite']);
    expect((await ask('/compare 7 pro vs 8 lite')).table?.columns).toEqual(['', 'Nimbus 7 Pro', 'Nimbus 8 Lite']);
    expect((await ask('/price 8 lite')).lead).toContain('Nimbus 8 Lite');
    for (const name of ['8 max', '9 lite', 'umbra 8 lite']) {
      expect((await ask(`/spec ${name}`)).kind).toBe('abstain');
      expect((await ask(`/price ${name}`)).kind).not.toBe('answer');
    }
  });

  it('means those of all markets without its market, but not that of a year without the year', async () => {
    const text = await said('battery of the nimbus z2');
    expect(text).toContain('Nimbus Z2 (India) – battery capacity: 3,100 mAh');
    expect(text).toContain('Nimbus Z2 (Global) – battery capacity: 3,200 mAh');
    expect((await ask('battery of the nimbus z3')).kind).toBe('abstain');
  });
});

describe('many products', () => {
  const nimbus = ({ table }: Answer): string[] =>
    (table?.rows ?? []).map(([name = '']) => name).filter((name) => name.startsWith('Nimbus'));

  it.each([
    ['nimbus phones with nfc and a headphone jack since 2021, biggest battery first', ['Nimbus 8', 'Nimbus 7 Pro']],
    ['nimbus phones with nfc, smallest battery first', ['Nimbus 9', 'Nimbus 7 Pro', 'Nimbus 8', 'Nimbus 8 Lite']],
    ['nimbus phones with nfc sorted by battery capacity', ['Nimbus 8 Lite', 'Nimbus 8', 'Nimbus 7 Pro', 'Nimbus 9']],
    ['nimbus phones with nfc, newest first', ['Nimbus 9', 'Nimbus 8', 'Nimbus 7 Pro', 'Nimbus 8 Lite']],
    ['nimbus phones with nfc before 2021, biggest battery first', ['Nimbus 8 Lite']],
    ['nimbus phones with nfc and at least 5100 mah, newest first', ['Nimbus 8', 'Nimbus 8 Lite']],
  ])('%s', async (question, names) => {
    expect(nimbus(await ask(question))).toEqual(names);
  });

  it('say in which order they are: a date is later, not higher', async () => {
    expect((await ask('nimbus phones with nfc, newest first')).lead).toBe('4 found, latest launch date first:');
    expect((await ask('支持NFC的手机，按发布日期从小到大排序')).lead).toMatch(/^共 \d+ 款，按发布日期从早到晚：$/);
  });

  it('are not put in an order that nothing is known for, and this is said', async () => {
    const { lead, lines, table } = await ask('nimbus phones with nfc, lightest first');
    expect([lead, table]).toEqual([expect.stringContaining('Nimbus 8 Lite'), undefined]);
    expect(lines).toContain('Not in that order: I know no weight of them.');
  });

  it('have a top', async () => {
    expect(await said('which nimbus phone has the biggest battery')).toContain('Nimbus 8 Lite: 6,000 mAh');
  });

  it('are filtered by what a value says, not by the name of its attribute', async () => {
    const text = await said('which nimbus phones have an amoled screen');
    expect(text).toContain('Nimbus 7 Pro');
    expect(text).not.toContain('Nimbus 8');
  });

  it.each([
    ['nimbus phones with a bigger battery than the nimbus 7 pro', ['Nimbus 8 Lite: 6,000 mAh', 'Nimbus 8: 5,200 mAh']],
    [
      'which nimbus phones were launched before 2020',
      ['Nimbus Z2 (India): March 2019', 'Nimbus Z2 (Global): March 2019'],
    ],
  ])('%s', async (question, lines) => {
    const answer = await ask(question);
    expect(answer.lines.filter((line) => line.startsWith('Nimbus'))).toEqual(expect.arrayContaining(lines));
    expect(answer.lines.join('\n')).not.toContain('Nimbus 9');
  });

  it('are listed whole, a line each, however many they are', async () => {
    const { lead, lines } = await ask('list all phones');
    expect(lead).toMatch(/^\d+ found:$/);
    expect(lines).toContain('Nimbus 8 Lite');
    expect(lines.length).toBe(Number.parseInt(lead, 10));
  });
});
