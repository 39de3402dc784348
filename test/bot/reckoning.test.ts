// Questions over several facts: comparison, filter, superlative, count, difference, ratio and time between,
// each checked against the knowledge itself and with its operands shown.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer.ts';
import type { Fact } from '../../src/knowledge/model.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
beforeAll(async () => {
  own = await openTestBot();
});

const factsOf = (subject: string, attribute: string): Fact[] =>
  own.knowledge.facts.filter((fact) => fact.subject === subject && fact.attribute === attribute);
const figure = (subject: string, attribute: string): number => {
  const value = factsOf(subject, attribute)[0]?.value;
  if (value?.kind !== 'quantity') throw new Error(`${subject} / ${attribute} is no quantity`);
  return value.min;
};
const phones = () =>
  [...own.knowledge.subjects.values()].filter(
    ({ kind, classes, members }) => kind === 'product' && members.length === 0 && classes.includes('phone'),
  );
/** English names of the phones of which some fact holds. */
const phonesWith = (attribute: string, test: (fact: Fact) => boolean): string[] =>
  phones()
    .filter(({ id }) => factsOf(id, attribute).some(test))
    .map(({ names }) => names.en);
/** Is just this name in the text, not as the beginning of a longer one ("Redmi 9" of "Redmi 9A")? */
const names = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'u').test(text);

async function expectJust(question: string, expected: readonly string[]): Promise<void> {
  const answer = await own.ask(question);
  const text = plainText(answer);
  const found = phones()
    .map(({ names: { en } }) => en)
    .filter((name) => names(text, name));
  expect([question, answer.kind, found.sort()]).toEqual([question, 'answer', [...expected].sort()]);
  expect(answer.sources.length).toBeGreaterThan(0);
}

const inEuros = ({ value, offer }: Fact, test: (amount: number) => boolean): boolean =>
  value.kind === 'money' && value.currency === 'EUR' && offer !== 'early-bird' && test(value.amount);

describe('a filter lists just the products that meet it', () => {
  it.each([
    'phones under 150 euros',
    'which phones cost less than 150 euros?',
    'list phones cheaper than €150',
    '150欧元以下的手机有哪些',
  ])('by money: %s', async (question) => {
    const text = plainText(await own.ask(question, 'en'));
    const cheap = phonesWith('price', (fact) => inEuros(fact, (amount) => amount < 150));
    expect(cheap.length).toBeGreaterThan(1);
    for (const {
      names: { en },
    } of phones())
      expect([en, names(text, en)]).toEqual([en, cheap.includes(en)]);
  });

  it('by money, between two sums', async () => {
    const expected = phonesWith('price', (fact) => inEuros(fact, (amount) => amount >= 100 && amount <= 150));
    await expectJust('phones between 100 and 150 euros', expected);
    await expectJust('phones from 100 to 150 euros', expected);
  });

  it('by a feature', async () => {
    const withNfc = phonesWith('nfc', ({ value }) => value.kind === 'boolean' && value.value);
    expect(withNfc.length).toBeGreaterThan(1);
    await expectJust('which phones have nfc', withNfc);
    await expectJust('list all phones with nfc', withNfc);
  });

  it('by a figure', async () => {
    const big = phonesWith('battery-capacity', ({ value }) => value.kind === 'quantity' && value.min > 5000);
    await expectJust('phones with more than 5000 mAh', big);
    const light = phonesWith('weight', ({ value }) => value.kind === 'quantity' && value.min < 195);
    await expectJust('which phones weigh less than 195 g', light);
  });

  it('by time', async () => {
    const july = phonesWith('launch-date', ({ value }) => value.kind === 'date' && value.date.startsWith('2020-07'));
    await expectJust('which phones were launched in july 2020', july);
  });

  it('and says so where none does', async () => {
    const answer = await own.ask('phones under 20 euros');
    expect(answer.facts).toEqual([]);
    expect(['abstain', 'answer']).toContain(answer.kind);
    expect(plainText(answer)).not.toMatch(/EUR (99|1\d\d)/);
  });
});

describe('a superlative names the product with the value', () => {
  it.each([
    ['cheapest phone', 'Redmi 9A', /EUR 99/],
    ['what is the heaviest phone', 'POCO X3 NFC', /215 g/],
    ['which phone has the biggest battery', 'POCO X3 NFC', /5,160 mAh/],
    ['lightest phone', 'Redmi 9A', /194 g/],
  ])('%s', async (question, winner, value) => {
    const answer = await own.ask(question);
    expect(answer.kind).toBe('answer');
    expect(names(answer.lead, winner)).toBe(true);
    expect(answer.lead).toMatch(value);
    expect(answer.sources.length).toBeGreaterThan(0);
  });

  it('in Chinese', async () => {
    const answer = await own.ask('哪款手机最便宜');
    expect(answer.lead).toMatch(/红米 ?9A/);
    expect(answer.lead).toContain('99');
  });
});

describe('a count', () => {
  it('gives the number, and what was counted', async () => {
    const withNfc = phonesWith('nfc', ({ value }) => value.kind === 'boolean' && value.value);
    const text = await own.text('how many phones have nfc');
    expect(text).toMatch(new RegExp(`\\b${withNfc.length}\\b`));
    for (const name of withNfc) expect(names(text, name)).toBe(true);
  });

  it('with a condition on the price', async () => {
    const cheap = phonesWith('price', (fact) => inEuros(fact, (amount) => amount < 150));
    const text = await own.text('how many phones cost less than 150 euros');
    expect(text).toMatch(new RegExp(`\\b${cheap.length}\\b`));
    for (const name of cheap) expect(names(text, name)).toBe(true);
  });
});

describe('a comparison', () => {
  it('says which is more, with both values', async () => {
    const [a, c] = [figure('redmi-9a', 'weight'), figure('redmi-9c', 'weight')];
    expect(a).toBeLessThan(c);
    for (const question of ['which is heavier, the redmi 9a or the redmi 9c?', '红米9A和红米9C哪个更重']) {
      const { lead, kind } = await own.ask(question);
      expect([question, kind, lead]).toEqual([question, 'answer', expect.stringMatching(/9C/)]);
      expect(lead.indexOf('9C')).toBeLessThan(lead.indexOf('9A'));
      expect(lead).toContain(String(a));
      expect(lead).toContain(String(c));
    }
  });

  it('says that there is no difference', async () => {
    const text = await own.text('redmi 9a or redmi 9c, which has the bigger battery?');
    expect(text).toMatch(/no difference/i);
    expect(text).toContain('5,000 mAh');
  });

  it('is none by a date that only narrows what is asked', async () => {
    expect(await own.text('shipments of the mi 10 and mi 10 pro in the first two months')).toMatch(/one million/);
  });

  it('of dates says which was earlier', async () => {
    const { lead } = await own.ask('which was launched earlier, the poco x3 nfc or the redmi 9?');
    expect(lead).toMatch(/^Redmi 9 .*15 July 2020.*7 September 2020/);
  });

  it('of everything is a table with a column for each', async () => {
    const { table, kind } = await own.ask('/compare redmi 9a vs redmi 9c vs redmi 9');
    expect(kind).toBe('answer');
    expect(table?.columns.slice(1)).toEqual(['Redmi 9A', 'Redmi 9C', 'Redmi 9']);
    const weights = table?.rows.find(([label]) => label === 'weight');
    expect(weights?.slice(1)).toEqual(['194 g', '196 g', '198 g']);
    for (const row of table?.rows ?? []) expect(row).toHaveLength(4);
  });
});

describe('arithmetic shows its operands', () => {
  it.each([
    ['what is the price difference between the redmi 9a and the redmi 9c?', [/\b20\b/, /\b99\b/, /\b119\b/]],
    ['how much heavier is the redmi 9c than the redmi 9a?', [/\b2 g\b/, /\b194\b/, /\b196\b/]],
    ['how much cheaper is the early bird price of the 6gb+64gb poco x3 nfc?', [/\b30\b/, /\b199\b/, /\b229\b/]],
    [
      'difference between the smartphone revenue of the first half of 2020 and of Q2 2020',
      [/30\.324/, /61\.952/, /31\.628/],
    ],
    ['ratio of the redmi 9c price to the redmi 9a price', [/\b1\.2/, /\b99\b/, /\b119\b/]],
    ['how many times more expensive is the redmi 9c than the redmi 9a?', [/\b1\.2/, /\b99\b/, /\b119\b/]],
    ['how many years passed between the founding of xiaomi and its listing?', [/\b8 years\b/, /2010/, /2018/]],
    [
      'how many days between the launch of the redmi 9 and the launch of the poco x3 nfc?',
      [/\b54\b/, /15 July 2020/, /7 September 2020/],
    ],
    [
      'how many days after it was presented could the mi tv lux 65 oled be bought?',
      [/^1 day \(/, /2 July 2020/, /3 July 2020/],
    ],
    ['how long after entering the ev market did the first xiaomi car come out?', [/^2 years/, /2021/, /December 2023/]],
    ['how long between the launch of the mi 4 and its launch in india?', [/^6 months/, /July 2014/, /January 2015/]],
    ['MIUI发布多久之后小米1发布', [/^1 年/, /2010/, /2011/]],
    ['how old was xiaomi when the mi 1 came out?', [/^1 year and 4 months/, /6 April 2010/, /16 August 2011/]],
    ['how old was xiaomi when it went public', [/^8 years and 3 months/, /6 April 2010/, /9 July 2018/]],
    ['how many years after miui did the first xiaomi phone show up', [/^1 year/, /2010/, /2011/]],
  ])('%s', async (question, parts) => {
    const answer = await own.ask(question);
    const text = plainText(answer);
    expect([answer.kind, text]).toEqual(['answer', expect.any(String)]);
    for (const part of parts) expect(text).toMatch(part);
    expect(answer.facts.length).toBeGreaterThanOrEqual(2);
    expect(answer.sources.length).toBeGreaterThan(0);
  });

  it.each([
    ['how much was knocked off the bigger poco x3 in its introductory offer', /^EUR 20 .*269.*249/],
    ['how much cheaper was the smaller poco x3 nfc for early birds', /^EUR 30 .*229.*199/],
  ])('sets offers of one variant against each other: %s', async (question, told) => {
    expect(await own.text(question)).toMatch(told);
  });

  it('and no age of another time than the one that is named', async () => {
    expect((await own.ask('how old was xiaomi when lei jun resigned')).kind).toBe('abstain');
  });

  it('tells a figure of the time of an event, with the event', async () => {
    const { facts, ...answer } = await own.ask('how many people worked at xiaomi when it turned 10');
    expect(plainText({ facts, ...answer })).toMatch(/19,000/);
    expect(facts.map(({ attribute }) => attribute)).toContain('employees');
    expect(facts).toHaveLength(2);
  });

  it('and leaves a time that is told to what tells it', async () => {
    const { facts } = await own.ask('how long before the planned start was lei jun seated?');
    expect(facts).toHaveLength(1);
  });

  it('and is not done on two kinds of thing', async () => {
    const text = await own.text(
      'what is the difference between the weight of the redmi 9a and the price of the redmi 9c?',
    );
    expect(text).not.toMatch(/\b(75|95)\b/);
  });
});
