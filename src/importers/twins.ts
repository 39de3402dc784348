// Finds the products of a catalogue that are one device sold under several names.
import type { Draft } from './contract.ts';

/** What may differ between two names of one device: when, where and under which number each was sold. */
const OWN = new Set(['launch-date', 'model-number', 'ram', 'storage', 'ram-type', 'storage-type']);
/** Too few shared facts say nothing. */
const LEAST = 8;

/** For each product that has twins, the places of the others: of one codename, and alike in every part. */
export function sameHardware(drafts: readonly Draft[]): ReadonlyMap<number, readonly number[]> {
  const groups = Map.groupBy(drafts.keys(), (place) => hardwareOf(drafts[place] as Draft) ?? `alone ${place}`);
  return new Map(
    [...groups.values()].flatMap((own) =>
      own.length < 2 ? [] : own.map((place) => [place, own.filter((other) => other !== place)] as const),
    ),
  );
}

function hardwareOf({ facts }: Draft): string | undefined {
  const parts = facts.filter(({ attribute }) => !OWN.has(attribute));
  const codename = parts.some(({ attribute }) => attribute === 'device-codename');
  return codename && parts.length >= LEAST
    ? JSON.stringify(parts.map(({ attribute, value }) => [attribute, value]))
    : undefined;
}
