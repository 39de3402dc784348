// "Over 5000 mAh", "under 300 euros": which subjects have such an amount.
import type { Fact } from '../knowledge/model.ts';
import type { Context } from './context.ts';
import { eachHeld, type Meeting, markScan, type Scan, scanOf } from './meeting.ts';
import type { Constraint, Query } from './query.ts';
import { isPrice } from './superlative.ts';

/** "About" is as near as this, as a share of the asked amount. */
const ABOUT = 0.1;

/**
 * The subjects that have an amount: of the named attribute where they hold one that is named, else of any that has the unit
 * or currency.
 */
export function meetingAmount(constraint: Constraint, query: Query, context: Context): Meeting {
  const { knowledge, columns } = context;
  const { amount, high } = constraint;
  const unit = amount.unit ? knowledge.units.get(amount.unit) : undefined;
  const top = high
    ? high.value * ((high.unit && knowledge.units.get(high.unit)?.factor) || unit?.factor || 1)
    : undefined;
  const asked = amount.value * (unit?.factor ?? 1);
  const dimension = amount.currency ? `money ${amount.currency}` : unit?.dimension;
  const names = new Set(query.attributes.flatMap((id) => [id, ...(knowledge.attributes.get(id)?.members ?? [])]));
  const scans: (Scan & { readonly isNamed: boolean })[] = [];
  for (const attribute of columns.attributes()) {
    const held = knowledge.attributes.get(attribute);
    const isMeasured = held?.kind === 'quantity' || held?.kind === 'money' || held?.kind === 'date';
    if (!isMeasured || held.general) continue;
    const isNamed = names.has(attribute);
    const column = columns.of(attribute);
    const { low, high: highs, dimensions } = column;
    const scan = scanOf(
      column,
      (value) =>
        !Number.isNaN(low[value]) &&
        (dimension ? dimensions[value] === dimension : isNamed) &&
        isWithin(low[value] as number, highs[value] as number, asked, top, constraint),
    );
    if (scan) scans.push({ ...scan, isNamed });
  }
  const named = [...names].map((id) => columns.of(id)).filter(({ places }) => places.length > 0);
  const holders = new Uint8Array(named.length > 0 ? columns.subjects.length : 0);
  for (const { places } of named) for (const place of places) holders[place] = 1;
  const isMet = ({ column, isNamed }: (typeof scans)[number], at: number): boolean =>
    amount.currency
      ? isPrice(knowledge.facts[column.indexes[at] as number] as Fact, query, context)
      : isNamed || holders[column.places[at] as number] !== 1;
  const isPlain = ({ isNamed }: (typeof scans)[number]): boolean => !amount.currency && (isNamed || named.length === 0);
  const mark = (met: Uint8Array): void => {
    for (const scan of scans) {
      if (isPlain(scan)) {
        markScan(scan, met);
        continue;
      }
      const { column, holds } = scan;
      for (let at = 0; at < column.places.length; at++)
        if (holds[column.valueAt[at] as number] === 1 && isMet(scan, at)) met[column.places[at] as number] = 1;
    }
  };
  const facts = (place: number): Fact[] => {
    const indexes: number[] = [];
    for (const scan of scans)
      eachHeld(scan, place, (at) => {
        if (isMet(scan, at)) indexes.push(scan.column.indexes[at] as number);
      });
    return indexes.sort((a, b) => a - b).map((index) => knowledge.facts[index] as Fact);
  };
  return { mark, facts };
}

function isWithin(
  low: number,
  high: number,
  asked: number,
  top: number | undefined,
  { comparator }: Constraint,
): boolean {
  if (top !== undefined) return low >= asked && high <= top;
  if (comparator === 'lt') return low < asked;
  if (comparator === 'lte') return low <= asked;
  if (comparator === 'gt') return high > asked;
  if (comparator === 'gte') return high >= asked;
  if (comparator === 'about') return Math.abs(low - asked) <= asked * ABOUT;
  return low <= asked && high >= asked;
}
