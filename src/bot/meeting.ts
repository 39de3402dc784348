// What a condition of a question about many is held against: columns, and which of their values meet it.
import type { Fact } from '../knowledge/model.ts';
import { type Column, firstOf } from './columns.ts';

/** One condition. */
export type Meeting = {
  /** Sets the flag of each subject, by its place, that meets it. */
  mark(met: Uint8Array): void;
  /** The facts by which a subject meets it. */
  facts(place: number): readonly Fact[];
};

/** A column, and a 1 for each of its values that meets a condition. */
export type Scan = { readonly column: Column; readonly holds: Uint8Array };

/** The scan of a column by a test of its values, told by their numbers; undefined where none meets it. */
export function scanOf(column: Column, test: (value: number) => boolean): Scan | undefined {
  const holds = new Uint8Array(column.values.length);
  for (let value = 0; value < holds.length; value++) if (test(value)) holds[value] = 1;
  return holds.includes(1) ? { column, holds } : undefined;
}

/** Sets the flags of the subjects that have a value which a scan holds. */
export function markScan({ column: { places, valueAt }, holds }: Scan, met: Uint8Array): void {
  for (let at = 0; at < places.length; at++) if (holds[valueAt[at] as number] === 1) met[places[at] as number] = 1;
}

/** Visits the places in a column at which a subject has a value that a scan holds, in the order of the facts. */
export function eachHeld({ column, holds }: Scan, place: number, visit: (at: number) => void): void {
  const { places, valueAt } = column;
  for (let at = firstOf(column, place); places[at] === place; at++) if (holds[valueAt[at] as number] === 1) visit(at);
}

/** A condition that a subject meets by any held value of any scan. @param tells which of the facts that meet it, by index, is told */
export function meeting(scans: readonly Scan[], tells: 'first' | 'last' | 'earliest', facts: readonly Fact[]): Meeting {
  return {
    mark: (met) => {
      for (const scan of scans) markScan(scan, met);
    },
    facts: (place) => {
      const held: number[] = [];
      for (const scan of scans) eachHeld(scan, place, (at) => held.push(scan.column.indexes[at] as number));
      const index = tells === 'first' ? held[0] : tells === 'last' ? held.at(-1) : Math.min(...held);
      return held.length === 0 ? [] : [facts[index as number] as Fact];
    },
  };
}
