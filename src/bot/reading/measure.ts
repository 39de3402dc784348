// Numbers behind values, so that they can be compared, sorted and reckoned with.
import type { Fact, Knowledge, Value } from '../../knowledge/model.ts';
import { periodOf } from './periods.ts';

/** A value as a number on the scale of its dimension: base units, one currency, or days since 1970. */
export type Measure = { readonly low: number; readonly high: number; readonly dimension: string };

const DAY = 86_400_000;

/** The measure of a value, or undefined where it has none (a text, a list). */
export function measure(value: Value, knowledge: Knowledge): Measure | undefined {
  if (value.kind === 'money') return { low: value.amount, high: value.amount, dimension: `money ${value.currency}` };
  if (value.kind === 'date') {
    const { from, to } = periodOf(value.date);
    return { low: Date.parse(from) / DAY, high: Date.parse(to) / DAY, dimension: 'date' };
  }
  if (value.kind !== 'quantity') return undefined;
  const unit = knowledge.units.get(value.unit);
  if (!unit) return undefined;
  return { low: value.min * unit.factor, high: value.max * unit.factor, dimension: unit.dimension };
}

/** Has the attribute values that can be set in an order: figures, sums, days? */
export const isNumeric = (id: string, { attributes }: Pick<Knowledge, 'attributes'>): boolean => {
  const kind = attributes.get(id)?.kind;
  return kind === 'date' || isFigure(kind);
};

/** The kinds of value that are figures: with a unit, or with a currency. */
export const isFigure = (kind: string | undefined): boolean => kind === 'quantity' || kind === 'money';

/** Is the attribute a place on a list? */
export const isRank = (id: string, { attributes, units }: Pick<Knowledge, 'attributes' | 'units'>): boolean =>
  units.get(attributes.get(id)?.unit ?? '')?.dimension === 'rank';

export type Measured = { readonly fact: Fact; readonly measure: Measure };

/** The facts that have a measure of one and the same dimension: that of the first. */
export function measured(facts: readonly Fact[], knowledge: Knowledge): Measured[] {
  const all = facts.flatMap((fact): Measured[] => {
    const own = measure(fact.value, knowledge);
    return own ? [{ fact, measure: own }] : [];
  });
  return all.filter(({ measure: own }) => own.dimension === all[0]?.measure.dimension);
}

/** Writes a number without binary dust and with its thousands grouped. */
export function plainNumber(value: number, digits = 10): string {
  return Number(value.toPrecision(digits)).toLocaleString('en-US', { maximumFractionDigits: 6 });
}
