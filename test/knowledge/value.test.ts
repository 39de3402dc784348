// How a value is read as it is written in a knowledge file: every kind, bound and scale, and what is refused.
import { describe, expect, it } from 'vitest';
import { parseMoney, parseQuantity, parseValue, ValueError } from '../../src/knowledge/value.ts';

describe('a quantity', () => {
  it.each([
    ['5160 mAh', { min: 5160, max: 5160, unit: 'mAh', figure: '5160' }],
    ['5160mAh', { min: 5160, max: 5160, unit: 'mAh', figure: '5160' }],
    ['6.53 in', { min: 6.53, max: 6.53, unit: 'in', figure: '6.53' }],
    ['30.7 %', { min: 30.7, max: 30.7, unit: '%', figure: '30.7' }],
    ['-0.7 %', { min: -0.7, max: -0.7, unit: '%', figure: '-0.7' }],
    ['1,999 items', { min: 1999, max: 1999, unit: 'items', figure: '1,999' }],
    ['3', { min: 3, max: 3, unit: 'items', figure: '3' }],
    ['  12 nm ', { min: 12, max: 12, unit: 'nm', figure: '12' }],
    ['25 km/h', { min: 25, max: 25, unit: 'km/h', figure: '25' }],
  ])('%s', (written, expected) => {
    expect(parseQuantity(written)).toEqual({ kind: 'quantity', ...expected });
  });

  it.each([
    ['40-120 Hz', 40, 120, '40–120'],
    ['40–120 Hz', 40, 120, '40–120'],
    ['2 - 3 million units', 2e6, 3e6, '2–3 million'],
  ])('with two ends: %s', (written, min, max, figure) => {
    expect(parseQuantity(written)).toMatchObject({ min, max, figure });
  });

  it.each([
    ['4 thousand units', 4000],
    ['271.0 million units', 271e6],
    ['7.70 billion units', 7.7e9],
    ['1.2 trillion units', 1.2e12],
    ['271.0million units', 271e6],
  ])('with a scale, free of binary dust: %s', (written, value) => {
    expect(parseQuantity(written)).toMatchObject({ min: value, max: value, unit: 'units' });
  });

  it('keeps the digits of its source', () => {
    expect(parseQuantity('about 271.0 million units').figure).toBe('271.0 million');
  });

  it.each([
    ['up to 14 days', 'up-to'],
    ['over 65 items', 'over'],
    ['more than 65 items', 'over'],
    ['at least 2 days', 'at-least'],
    ['from 2 days', 'at-least'],
    ['under 8 mm', 'under'],
    ['less than 8 mm', 'under'],
    ['about 252 million units', 'about'],
    ['around 252 million units', 'about'],
    ['nearly 100 items', 'nearly'],
    ['only 4.6 mm', 'only'],
  ])('with a bound: %s', (written, bound) => {
    expect(parseQuantity(written)).toMatchObject({ bound });
  });

  it.each(['', 'mAh', 'many days', 'up to', 'roughly 5 days', '½ day', '五 天'])('is not: "%s"', (written) => {
    expect(() => parseQuantity(written)).toThrow(ValueError);
    expect(() => parseQuantity(written)).toThrow('write a number and a unit, e.g. "5160 mAh"');
  });

  it('does not run backwards', () => {
    expect(() => parseQuantity('120-40 Hz')).toThrow('write the smaller figure first');
  });

  it('is never read ten or a hundred times too large: a decimal comma is refused', () => {
    expect(() => parseQuantity('6,53 in')).toThrow(ValueError);
    expect(() => parseQuantity('1,5 mm')).toThrow(ValueError);
  });
});

describe('a sum of money', () => {
  it.each([
    ['EUR 229', { amount: 229, currency: 'EUR', figure: '229' }],
    ['RMB 1,999', { amount: 1999, currency: 'RMB', figure: '1,999' }],
    ['EUR 39.99', { amount: 39.99, currency: 'EUR', figure: '39.99' }],
    ['RMB 103.24 billion', { amount: 103_240_000_000, currency: 'RMB', figure: '103.24 billion' }],
    ['over RMB 400 million', { amount: 400_000_000, currency: 'RMB', figure: '400 million', bound: 'over' }],
    ['HK$ 44.72', { amount: 44.72, currency: 'HK$', figure: '44.72' }],
    ['EUR229', { amount: 229, currency: 'EUR', figure: '229' }],
  ])('%s', (written, expected) => {
    expect(parseMoney(written)).toEqual({ kind: 'money', ...expected });
  });

  it.each(['229', 'EUR', '229 EUR', 'eur 229', 'EUR 229 each', 'EUR 229-269', '€229', 'EUR many'])(
    'is not: "%s"',
    (written) => {
      expect(() => parseMoney(written)).toThrow(ValueError);
      expect(() => parseMoney(written)).toThrow('write currency and amount, e.g. "EUR 229"');
    },
  );
});

describe('a date', () => {
  it.each(['2020', '2020-09', '2020-09-08', '2020-02-29', '2020-Q3'])('%s', (written) => {
    expect(parseValue(written, 'date')).toEqual({ kind: 'date', date: written });
  });

  it('as YAML reads a bare year', () => {
    expect(parseValue(2020, 'date')).toEqual({ kind: 'date', date: '2020' });
  });

  it('with a time of day', () => {
    expect(parseValue('2020-08-16 10:00', 'date')).toEqual({ kind: 'date', date: '2020-08-16', time: '10:00' });
  });

  it.each(['2020-13', '2020-00', '2020-02-30', '2019-02-29', '2020-04-31'])(
    'is one of the calendar: not %s',
    (written) => {
      expect(() => parseValue(written, 'date')).toThrow('is not a day of the calendar');
    },
  );

  it.each(['', '8 September 2020', '2020/09/08', '20-09-08', '2020-9-8', '2020-Q5', '2020-09-08T10:00'])(
    'is not: "%s"',
    (written) => {
      expect(() => parseValue(written, 'date')).toThrow('write 2020-09-08, 2020-09, 2020 or 2020-08-16 10:00');
    },
  );
});

describe('the other kinds', () => {
  it('boolean: true and false, and no word for them', () => {
    expect(parseValue(true, 'boolean')).toEqual({ kind: 'boolean', value: true });
    expect(parseValue(false, 'boolean')).toEqual({ kind: 'boolean', value: false });
    expect(() => parseValue('yes', 'boolean')).toThrow('"yes" is not true or false');
    expect(() => parseValue(1, 'boolean')).toThrow(ValueError);
  });

  it('text: one for all languages, or one for each', () => {
    expect(parseValue('HD+', 'text')).toEqual({ kind: 'text', text: { en: 'HD+', zh: 'HD+' } });
    expect(parseValue({ en: 'grey', zh: '灰色' }, 'text')).toEqual({ kind: 'text', text: { en: 'grey', zh: '灰色' } });
    expect(() => parseValue(['a', 'b'], 'text')).toThrow('write one string or { en, zh }');
  });

  it('list: each item like a text; one item needs no brackets', () => {
    expect(parseValue(['A', { en: 'b', zh: '乙' }], 'list')).toEqual({
      kind: 'list',
      items: [
        { en: 'A', zh: 'A' },
        { en: 'b', zh: '乙' },
      ],
    });
    expect(parseValue('A', 'list')).toEqual({ kind: 'list', items: [{ en: 'A', zh: 'A' }] });
  });

  it('subject: one id or several', () => {
    expect(parseValue('a-firm', 'subject')).toEqual({ kind: 'subject', ids: ['a-firm'] });
    expect(parseValue(['a-firm', 'b-firm'], 'subject')).toEqual({ kind: 'subject', ids: ['a-firm', 'b-firm'] });
  });

  it('group: holds no value of its own', () => {
    expect(() => parseValue('x', 'group')).toThrow('name one of its members');
  });
});
