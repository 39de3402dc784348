// What a question says of time, amounts and conditions, in which language it is, and how slips are mended.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/bot/context.ts';
import { overlaps, periodOf, within } from '../../src/bot/reading/periods.ts';
import type { Query } from '../../src/bot/reading/query.ts';
import { Speller } from '../../src/bot/reading/spelling.ts';
import { understand } from '../../src/bot/reading/understand.ts';
import { editDistance } from '../../src/lookup/edit-distance.ts';
import { openContext, openTestBot, type TestBot } from '../support/bot.ts';

let context: Context;
let own: TestBot;
beforeAll(async () => {
  [context, own] = [await openContext(), await openTestBot()];
});
const read = (text: string): Query => understand(text, context);

describe('time', () => {
  it.each([
    ['revenue in 2019', ['2019']],
    ['revenue in Q2 2020', ['2020-Q2']],
    ['revenue q2 of 2020', ['2020-Q2']],
    ['2Q20 revenue', ['2020-Q2']],
    ['revenue in the fourth quarter 2019', ['2019-Q4']],
    ['revenue in 2020, the second quarter', ['2020-Q2']],
    ['1h20 revenue', ['2020-H1']],
    ['first half of 2020', ['2020-H1']],
    ['2020年上半年的收入', ['2020-H1']],
    ['2020年第二季度的收入', ['2020-Q2']],
    ['20年Q2的收入', ['2020-Q2']],
    ['14年第三季度的排名', ['2014-Q3']],
    ['20年后的收入', []],
    ['what happened on August 16, 2011', ['2011-08-16']],
    ['what happened on 16 August 2011', ['2011-08-16']],
    ['what happened on the 16th of august 2011', ['2011-08-16']],
    ['what happened on 2011-08-16', ['2011-08-16']],
    ['what happened on 2011/08/16', ['2011-08-16']],
    ['2011年8月16日发生了什么', ['2011-08-16']],
    ['in may 2020', ['2020-05']],
    ['Sept 2020', ['2020-09']],
    ['revenue 2018 and 2019', ['2018', '2019']],
    ['revenue in Q1 and Q2 2020', ['2020-Q1', '2020-Q2']],
  ])('%s', (text, labels) => {
    expect(
      read(text)
        .periods.map(({ label }) => label)
        .sort(),
    ).toEqual(labels);
  });

  it.each([
    ['revenue in the second quarter', ['Q2']],
    ['what happened on 20 september', ['09-20']],
    ['8月发布了什么', ['08']],
  ])('without its year: %s', (text, parts) => {
    expect(read(text)).toMatchObject({ periods: [], parts });
  });

  it.each(['may I ask', 'a 2020 mAh battery', 'it costs 1999 yuan', 'revenue in the Q9', 'two of them'])(
    'is not told by: %s',
    (text) => {
      expect(read(text)).toMatchObject({ periods: [], parts: [] });
    },
  );

  it.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-Q2', '2020-04-01', '2020-06-30'],
    ['2020-H2', '2020-07-01', '2020-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2020-08-16', '2020-08-16', '2020-08-16'],
    ['2018/2019-Q2', '2018-01-01', '2019-06-30'],
  ])('%s runs from %s to %s', (label, from, to) => {
    expect(periodOf(label)).toEqual({ label, from, to });
  });

  it('knows what lies in what', () => {
    expect(within(periodOf('2020-Q2'), periodOf('2020-H1'))).toBe(true);
    expect(within(periodOf('2020-H1'), periodOf('2020-Q2'))).toBe(false);
    expect(overlaps(periodOf('2020-H1'), periodOf('2020-Q2'))).toBe(true);
    expect(overlaps(periodOf('2020-H2'), periodOf('2020-Q2'))).toBe(false);
  });
});

describe('conditions', () => {
  it.each([
    ['phones under 150 euros', 'lt 150 EUR'],
    ['phones cheaper than 150 euros', 'lt 150 EUR'],
    ['phones over €100', 'gt 100 EUR'],
    ['phones up to 150€', 'lte 150 EUR'],
    ['phones for 150 euros or less', 'lte 150 EUR'],
    ['phones for no more than 150 euros', 'lte 150 EUR'],
    ['phones for at most 150 euros', 'lte 150 EUR'],
    ['phones for max 150 euros', 'lte 150 EUR'],
    ['phones for €300+', 'gte 300 EUR'],
    ['phones around 100 euros', 'about 100 EUR'],
    ['phones with at least 5000 mAh', 'gte 5000 mAh'],
    ['phones with more than 5,000mAh', 'gt 5000 mAh'],
    ['phones with 120 Hz or more', 'gte 120 Hz'],
    ['phones with exactly 33 W', 'eq 33 W'],
    ['phones heavier than 200 g', 'gt 200 g'],
    ['revenue above RMB 1.9bn', 'gt 1900000000 CNY'],
    ['phones between 100 and 200 euros', 'gte 100..200 EUR'],
    ['phones from 100 to 200 euros', 'gte 100..200 EUR'],
    ['150欧元以下的手机', 'lte 150 EUR'],
    ['低于150欧元的手机', 'lt 150 EUR'],
    ['不超过150欧元的手机', 'lte 150 EUR'],
    ['电池超过5000毫安的手机', 'gt 5000 mAh'],
    ['phones under 150 EUR with 5000 mAh or more', 'lt 150 EUR & gte 5000 mAh'],
  ])('%s', (text, expected) => {
    const written = read(text).constraints.map(({ comparator, amount, high }) =>
      [comparator, high ? `${amount.value}..${high.value}` : amount.value, amount.currency ?? amount.unit].join(' '),
    );
    expect(written.join(' & ')).toBe(expected);
  });

  it.each(['a phone with 120 Hz', 'the phone of 1999 yuan', 'RMB 103.24 billion'])('are not in: %s', (text) => {
    expect(read(text).constraints).toEqual([]);
  });
});

describe('amounts', () => {
  const amounts = (text: string) =>
    read(text).spans.flatMap(({ amount }) =>
      amount ? [[amount.value, amount.currency ?? amount.unit].filter((part) => part !== undefined).join(' ')] : [],
    );
  it.each([
    ['$300', '300 USD'],
    ['300 bucks', '300 USD'],
    ['5,160mAh', '5160 mAh'],
    ['RMB 103.24 billion', '103240000000 CNY'],
    ['2 million units', '2000000 units'],
    ['1,999元', '1999 CNY'],
    ['3亿元', '300000000 CNY'],
    ['6.53"', '6.53 in'],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual([expected]);
  });

  it('"in" is a word unless it sticks to its number', () => {
    expect(amounts('9 in 2020')[0]).toBe('9');
    expect(amounts('9in')).toEqual(['9 in']);
  });
});

describe('spelling', () => {
  const WORDS = [
    'battery',
    'processor',
    'weight',
    'charging',
    'revenue',
    'camera',
    'president',
    'price',
    'prime',
    'late',
    'plate',
    'phones',
    'wrote',
    'rank',
    'rink',
    'zoom',
  ];
  const speller = new Speller(new Set(WORDS), () => 1);

  it.each([
    ['batery', 'battery'],
    ['procesor', 'processor'],
    ['wieght', 'weight'],
    ['chargng', 'charging'],
    ['revnue', 'revenue'],
    ['cmaera', 'camera'],
    ['presidnt', 'president'],
    ['prife', 'price'],
    ['fones', 'phones'],
    ['rote', 'wrote'],
    ['rnk', 'rank'],
    ['zom', 'zoom'],
  ])('%s is mended to %s', (typed, meant) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  it.each(['zzzzzz', 'abc', 'q', '', 'x'.repeat(100), 'batttttery'])('"%s" is left alone', (typed) => {
    expect(speller.correct(typed)).toBeUndefined();
  });

  it("knows a verb's form of a word that stands in a name: it is no slip", () => {
    expect(['team', 'teaming', 'teamed'].map((word) => context.isKnown(word))).toEqual([true, true, true]);
    expect(context.isKnown('shotbymis')).toBe(false);
  });

  it('takes the word that is used more where two are as near', () => {
    const often = (word: string) => new Speller(new Set(['price', 'prime']), (one) => (one === word ? 9 : 1));
    expect(often('price').correct('prixe')).toBe('price');
    expect(often('prime').correct('prixe')).toBe('prime');
  });

  it.each([
    ['fouded', 'folded', 'founded'],
    ['curvd', 'curve', 'curved'],
    ['wrold', 'would', 'world'],
  ])(
    'takes a letter left out or a swap for likelier than another letter: %s is not %s but %s',
    (typed, other, meant) => {
      expect(new Speller(new Set([other, meant]), () => 1).correct(typed)).toBe(meant);
    },
  );

  it.each([
    ['redmi 9a batery', 'redmi 9a battery'],
    ['how much does teh redmi 9a wiegh', 'how much does the redmi 9a weigh'],
    ['redmi 9a procesor', 'redmi 9a processor'],
    ['who fouded xiaomy', 'who founded xiaomi'],
    ['redmi 9a sceen size', 'redmi 9a screen size'],
  ])('in a question changes nothing of its answer: %s', async (typed, meant) => {
    const { facts } = await own.ask(typed);
    expect(facts.length).toBeGreaterThan(0);
    expect(facts).toEqual((await own.ask(meant)).facts);
  });

  it('never touches a word with a digit: it tells siblings apart', () => {
    for (const name of ['redmi 8a', 'poco x4', 'mi 11', 'redmi 9d']) {
      const words = read(`${name} battery`).spans.map(({ text }) => text);
      expect(words.join('').replaceAll(' ', '')).toBe(`${name} battery`.replaceAll(' ', ''));
    }
  });

  it.each([
    ['battery', 'battery', 0],
    ['battery', 'batery', 1],
    ['weight', 'wieght', 1],
    ['cat', 'dog', 3],
    ['', 'ab', 2],
  ])('%s and %s are %d apart', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
    expect(editDistance(b, a, 3)).toBe(distance);
  });

  it('counts no further than it is asked to', () => {
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});

describe('language', () => {
  const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
    en: ['when was xiaomi founded', 'redmi 9a', 'battery', '', '123', '🙂'],
    zh: ['小米什么时候成立', 'redmi 9a 多少钱', '电池？'],
    ru: ['когда была основана xiaomi', 'батарея redmi 9a'],
    ja: ['シャオミはいつ設立されましたか', 'redmi 9a の価格'],
    ko: ['샤오미는 언제 설립되었나요', 'redmi 9a 가격'],
    es: ['¿cuándo se fundó xiaomi?', 'cuál es el precio del redmi 9a'],
    de: ['wann wurde xiaomi gegründet', 'was ist der preis vom redmi 9a'],
    fr: ['quand xiaomi a-t-elle été fondée', 'quel est le prix du redmi 9a'],
    pt: ['quando foi fundada a xiaomi', 'qual é o preço do redmi 9a'],
  };
  it('is not told by a name that is a word of another', () => {
    expect(context.language.detect('poco x3 nfc antutu score')).toBe('en');
  });

  it.each(Object.entries(QUESTIONS))('%s', (language, questions) => {
    for (const question of questions)
      expect([question, context.language.detect(question)]).toEqual([question, language]);
  });
});
