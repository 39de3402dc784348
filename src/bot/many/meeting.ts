// What a condition of a question about many is held against: columns, and which of their values meet it.
import type { Fact } from '../../knowledge/model.ts';
import { type Column, firstOf } from './columns.ts';

/** One condition. */
export type Meeting = {
  /** Sets the flag of each subject, by its place, that meets it. */
  mark(met: Uint8Array): void;
  /** The facts by which a subject meets it. */
  facts(place: number): readonly Fact[];
};

/**
 * A column, and a 1 for each of its values that meets a condition. `unless` has a 1 for each subject that does not meet it by
 * this column, whatever it has there.
 */
export type Scan = { readonly column: Column; readonly holds: Uint8Array; readonly unless?: Uint8Array };

/** The scan of a column by a test of its values, told by their numbers; undefined where none meets it. */
export function scanOf(column: Column, test: (value: number) => boolean): Scan | undefined {
  const holds = new Uint8Array(column.values.length);
  for (let value = 0; value < holds.length; value++) if (test(value)) holds[value] = 1;
  return holds.includes(1) ? { column, holds } : undefined;
}

/** Sets the flags of the subjects that have a value which a scan holds. */
export function markScan({ column: { places, valueAt }, holds, unless }: Scan, met: Uint8Array): void {
  if (unless && unless.length > 0) {
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number;
      if (holds[valueAt[at] as number] === 1 && unless[place] === 0) met[place] = 1;
    }
    return;
  }
  // Half of the values may be held, and which is chance: without a branch it is several times faster.
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    met[place] = (met[place] as number) | (holds[valueAt[at] as number] as number);
  }
}

/** Visits the places in a column at which a subject has a value that a scan holds, in the order of the facts. */
export function eachHeld({ column, holds, unless }: Scan, place: number, visit: (at: number) => void): void {
  const { places, valueAt } = column;
  if (unless?.[place] === 1) return;
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
