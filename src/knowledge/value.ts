// Reads a value as it is written in a knowledge file ("up to 14 days", "RMB 103.24 billion") into its type.
import { isDate } from './calendar.ts';
import type { AttributeKind, Bound, Money, Quantity, Text, Value } from './model.ts';
import type { ValueEntry } from './schema.ts';

const BOUNDS: Readonly<Record<string, Bound>> = {
  'up to': 'up-to',
  over: 'over',
  'more than': 'over',
  'at least': 'at-least',
  from: 'at-least',
  under: 'under',
  'less than': 'under',
  about: 'about',
  around: 'about',
  nearly: 'nearly',
  only: 'only',
};
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
/** A comma parts thousands only: "6,53" and "0,653" are no numbers here, rather than 653. */
const NUMBER = String.raw`-?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d.,])`;
const BOUND = `(?:(${Object.keys(BOUNDS).join('|')})\\s+)?`;
const SCALE = `(?:\\s*(${Object.keys(SCALES).join('|')}))?`;
const QUANTITY = new RegExp(`^${BOUND}(${NUMBER})(?:\\s*[-–]\\s*(${NUMBER}))?${SCALE}\\s*(.*)$`);
const MONEY = new RegExp(`^${BOUND}([A-Z]{3}|[A-Z]{2}\\$)\\s*(${NUMBER})${SCALE}$`);
const DATE = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{4}-Q[1-4])(?:\s+(\d{1,2}:\d{2}))?$/;

/** A value that could not be read; `message` says what form was expected. */
export class ValueError extends Error {}

const number = (digits: string): number => Number(digits.replaceAll(',', ''));
const toText = (entry: unknown): Text => {
  if (typeof entry === 'object' && entry !== null && 'en' in entry && 'zh' in entry)
    return { en: String(entry.en), zh: String(entry.zh) };
  return { en: String(entry), zh: String(entry) };
};
/** Multiplying 7.70 by 1e9 must not leave binary dust behind. */
const scaled = (value: number, scale: string | undefined): number =>
  Number((value * (scale ? (SCALES[scale] ?? 1) : 1)).toPrecision(15));

/**
 * Reads "5160 mAh", "over 65 items", "40-120 Hz", "271.0 million units".
 * @throws ValueError when the form is another.
 */
export function parseQuantity(written: string): Quantity {
  const match = QUANTITY.exec(written.trim());
  if (!match?.[2])
    throw new ValueError(`"${written}" is not a quantity: write a number and a unit, e.g. "5160 mAh" or "6.53 in"`);
  const [, bound, low, high, scale, unit = ''] = match;
  const figure = [high ? `${low}–${high}` : low, scale].filter(Boolean).join(' ');
  const min = scaled(number(low), scale);
  const max = high ? scaled(number(high), scale) : min;
  if (max < min) throw new ValueError(`"${written}" runs backwards: write the smaller figure first`);
  return {
    kind: 'quantity',
    min,
    max,
    unit: unit.trim() || 'items',
    figure,
    ...(bound ? { bound: BOUNDS[bound] as Bound } : {}),
  };
}

/**
 * Reads "EUR 229", "over RMB 400 million", "USD 29.795 billion". The currency is kept as written: the loader links it.
 * @throws ValueError when the form is another.
 */
export function parseMoney(written: string): Money {
  const match = MONEY.exec(written.trim());
  if (!match?.[2] || !match[3])
    throw new ValueError(`"${written}" is not a sum of money: write currency and amount, e.g. "EUR 229"`);
  const [, bound, code, amount, scale] = match;
  return {
    kind: 'money',
    amount: scaled(number(amount), scale),
    currency: code,
    figure: [amount, scale].filter(Boolean).join(' '),
    ...(bound ? { bound: BOUNDS[bound] as Bound } : {}),
  };
}

function parseDate(written: string): Value {
  const match = DATE.exec(written.trim());
  if (!match?.[1])
    throw new ValueError(`"${written}" is not a date: write 2020-09-08, 2020-09, 2020 or 2020-08-16 10:00`);
  if (!match[1].includes('Q') && !isDate(match[1])) throw new ValueError(`"${written}" is not a day of the calendar`);
  return { kind: 'date', date: match[1], ...(match[2] ? { time: match[2] } : {}) };
}

/**
 * Turns what a file says into the typed value that its attribute calls for.
 * @throws ValueError with the form that was expected.
 */
export function parseValue(entry: ValueEntry, kind: AttributeKind): Value {
  switch (kind) {
    case 'quantity':
      return parseQuantity(String(entry));
    case 'money':
      return parseMoney(String(entry));
    case 'date':
      return parseDate(String(entry));
    case 'boolean':
      if (typeof entry !== 'boolean') throw new ValueError(`"${String(entry)}" is not true or false`);
      return { kind: 'boolean', value: entry };
    case 'list':
      return { kind: 'list', items: (Array.isArray(entry) ? entry : [entry]).map(toText) };
    case 'subject':
      return { kind: 'subject', ids: (Array.isArray(entry) ? entry : [entry]).map(String) };
    case 'text':
      if (Array.isArray(entry))
        throw new ValueError('a list stands where a text belongs: write one string or { en, zh }');
      return { kind: 'text', text: toText(entry) };
    case 'group':
      throw new ValueError('the attribute is a group and cannot hold a value: name one of its members');
  }
}

/** Reads values as `parseValue` does. What is written alike is read once, and is one object: a catalogue repeats itself. */
export class ValueReader {
  readonly #known = new Map<AttributeKind, Map<ValueEntry, Value>>();

  /** @throws ValueError with the form that was expected */
  read(entry: ValueEntry, kind: AttributeKind): Value {
    if (typeof entry === 'object') return parseValue(entry, kind);
    let ofKind = this.#known.get(kind);
    if (!ofKind) {
      ofKind = new Map();
      this.#known.set(kind, ofKind);
    }
    const known = ofKind.get(entry);
    if (known) return known;
    const value = parseValue(entry, kind);
    ofKind.set(entry, value);
    return value;
  }
}
