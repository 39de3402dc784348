// How values are written: figures, money, dates and growth, in English and Chinese, and in another unit where asked.
import { beforeAll, describe, expect, it } from 'vitest';
import { Formatter, grouped } from '../../src/bot/telling/format.ts';
import { Messages } from '../../src/bot/telling/messages.ts';
import type { Fact, Value } from '../../src/knowledge/model.ts';
import { parseMoney, parseQuantity, parseValue } from '../../src/knowledge/value.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';

let own: TestBot;
let english: Formatter;
let chinese: Formatter;
beforeAll(async () => {
  own = await openTestBot();
  english = new Formatter(own.knowledge, new Messages(own.knowledge, 'en'));
  chinese = new Formatter(own.knowledge, new Messages(own.knowledge, 'zh'));
});
const quantity = (written: string): Value => parseQuantity(written);
const money = (written: string): Value => {
  const value = parseMoney(written);
  return { ...value, currency: value.currency === 'RMB' ? 'CNY' : value.currency };
};

describe('figures', () => {
  it.each([
    ['5160', '5,160'],
    ['999', '999'],
    ['1234567', '1,234,567'],
    ['103.24 billion', '103.24 billion'],
    ['12–14', '12–14'],
  ])('%s is written %s', (figure, expected) => {
    expect(grouped(figure)).toBe(expected);
  });
});

describe('quantities', () => {
  it.each([
    ['5160 mAh', '5,160 mAh', '5,160 mAh'],
    ['30.7 %', '30.7%', '30.7%'],
    ['6.53 in', '6.53 inches', '6.53 英寸'],
    ['40-120 Hz', '40–120 Hz', '40–120 Hz'],
    ['up to 14 days', 'up to 14 days', '14 天'],
    ['422 rank', 'No. 422', '第 422'],
  ])('%s', (written, en, zh) => {
    expect(english.value(quantity(written))).toBe(en);
    expect(chinese.value(quantity(written))).toContain(zh);
  });

  it('Chinese counts in 万 and 亿, with the figure of the source beside it', () => {
    expect(english.value(quantity('271.0 million units'))).toBe('271.0 million units');
    expect(chinese.value(quantity('271.0 million units'))).toMatch(/^2\.71 亿 台（271\.0 million）$/);
    expect(chinese.value(quantity('50 thousand units'))).toMatch(/^5 万/);
  });
});

describe('sums of money', () => {
  it.each([
    ['EUR 229', 'EUR 229', '229 欧元'],
    ['RMB 1999', 'RMB 1,999', '1,999 元'],
    ['over RMB 400 million', 'over RMB 400 million', '4 亿元（RMB 400 million）'],
    ['RMB 103.24 billion', 'RMB 103.24 billion', '1032.4 亿元（RMB 103.24 billion）'],
  ])('%s', (written, en, zh) => {
    expect(english.value(money(written))).toBe(en);
    expect(chinese.value(money(written))).toContain(zh);
  });
});

describe('dates', () => {
  it.each([
    ['2020-09-07', '7 September 2020', '2020 年 9 月 7 日'],
    ['2020-09', 'September 2020', '2020 年 9 月'],
    ['2020', '2020', '2020 年'],
    ['2020-Q3', 'Q3 2020', '2020 年第三季度'],
    ['2018/2019', '2018 to 2019', '2018 年至 2019 年'],
  ])('%s', (iso, en, zh) => {
    expect(english.date(iso)).toBe(en);
    expect(chinese.date(iso).replaceAll(/第 ?3 ?季度/g, '第三季度')).toBe(zh);
  });

  it('with a time of day', () => {
    expect(english.value(parseValue('2020-08-16 10:00', 'date'))).toBe('16 August 2020 10:00');
  });
});

describe('growth', () => {
  const fact = (growth: NonNullable<Fact['growth']>): Fact => ({ ...(own.knowledge.facts[0] as Fact), growth });
  it('is up or down, against the year or the quarter before', () => {
    expect(english.growth(fact({ yoy: '7.9 %', qoq: '-0.7 %' }))).toEqual([
      'up 7.9% year on year',
      'down 0.7% quarter on quarter',
    ]);
    expect(chinese.growth(fact({ yoy: '-7.9 %' }))).toEqual([expect.stringMatching(/同比.*7\.9%/)]);
  });
});

describe('another unit', () => {
  it.each([
    ['194 g', 'kg', '194 g (≈ 0.194 kg)'],
    ['194 g', 'oz', '194 g (≈ 6.843 oz)'],
    ['6.53 in', 'cm', '6.53 inches (≈ 16.59 cm)'],
    ['25 km/h', 'mph', '25 km/h (≈ 15.53 mph)'],
    ['90 min', 'h', '90 minutes (≈ 1.5 hours)'],
    ['40-120 mm', 'cm', '40–120 mm (≈ 4–12 cm)'],
    ['194 g', 'g', '194 g'],
    ['194 g', 'cm', '194 g'],
  ])('%s in %s', (written, unit, expected) => {
    expect(english.value(quantity(written), [unit])).toBe(expected);
  });

  it('of the measures in a text', () => {
    const value: Value = { kind: 'text', text: { en: '164.9 × 77.07 × 9.0 mm', zh: '164.9 × 77.07 × 9.0 mm' } };
    expect(english.value(value, ['cm'])).toBe('164.9 × 77.07 × 9.0 mm (≈ 16.49 × 7.707 × 0.9 cm)');
    expect(english.value(value, ['kg'])).toBe('164.9 × 77.07 × 9.0 mm');
  });

  it.each([
    ['how much does the redmi 9a weigh in kg', /194 g \(≈ 0\.194 kg\)/],
    ['how thick is the redmi 9a in inches', /9\.0 mm \(≈ 0\.3543 inches\)/],
    ['screen size of the redmi 9 in cm', /6\.53 inches \(≈ 16\.59 cm\)/],
    ['redmi 9a 重多少公斤', /0\.194 kg/],
  ])('as it is asked for: %s', async (question, expected) => {
    expect(await own.text(question)).toMatch(expected);
  });
});

describe('an answer', () => {
  it('gives the value first, then the date it holds for', async () => {
    const answer = await own.ask('redmi 9a battery');
    expect(answer.lead).toContain('5,000 mAh');
    expect(answer.notes.at(-1)).toBe('As of 15 July 2020.');
    const zh = await own.ask('红米9A的电池容量');
    expect(zh.lead).toContain('5,000 mAh');
    expect(zh.notes.at(-1)).toMatch(/2020 年 7 月 15 日/);
  });

  it('keeps kinds of price apart', async () => {
    expect(await own.text('early bird price of the poco x3 nfc 6gb+64gb')).toMatch(/\b199\b/);
    expect(await own.text('recommended price of the poco x3 nfc 6gb+64gb')).toMatch(/\b229\b/);
  });

  it('names what it is about once, where a sentence says it already', async () => {
    expect(await own.text('who is lei jun')).toMatch(/^Lei Jun \(雷军\) is the founder/);
    expect(await own.text('what does omdia do')).toMatch(/^Omdia is a tech consultancy/);
    expect(await own.text('what is the mi tv stick')).toMatch(/^Mi TV Stick: A pocket-sized/);
  });

  it('to a question of two things gives both', async () => {
    const text = await own.text('screen and battery of the redmi 9c');
    expect(text).toContain('6.53 inches');
    expect(text).toContain('5,000 mAh');
  });
});

it('a score is no number of things, nor are things converted into one another', async () => {
  expect(await own.text('how many mi 10 ultra units went in the first 10 mins')).not.toMatch(/130|≈/);
  expect(await own.text('how many people preordered the mi 1')).not.toMatch(/≈/);
});
