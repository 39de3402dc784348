// The project's own lookup, and a bare Map of whole names as the floor.
import { buildLookup } from '../src/lookup/build.ts';
import { Lookup } from '../src/lookup/lookup.ts';
import type { Engine, NameEntry, Reply } from './lookup-contract.ts';
import { stopWords, unheardOf } from './lookup-words.ts';

function grouped(entries: readonly NameEntry[]): { names: string[] }[] {
  const items: { names: string[] }[] = [];
  for (const { name, product } of entries) {
    items[product] ??= { names: [] };
    items[product].names.push(name);
  }
  return items;
}

export const ours: Engine = {
  label: 'ours',
  settings: 'filler and words that name variants elsewhere are told to it, as the bot tells it those of its vocabulary',
  build(entries) {
    const words = new Set(unheardOf.map((word) => word.toLowerCase()));
    const lookup = new Lookup(buildLookup(grouped(entries)), { filler: stopWords, isWord: (word) => words.has(word) });
    return {
      resolve: (typed, limit) => lookup.resolve(typed, limit),
      complete: (typed, limit) => lookup.complete(typed, limit),
      near: (typed, limit) => lookup.near(typed, limit),
    };
  },
};

const key = (name: string): string => name.toLowerCase().replace(/[\s-]+/g, ' ');

export const map: Engine = {
  label: 'a bare Map',
  settings: 'folded names; finds what is written exactly so',
  build(entries) {
    const owners = new Map<string, number[]>();
    for (const { name, product } of entries) owners.set(key(name), [...(owners.get(key(name)) ?? []), product]);
    const resolve = (typed: string): Reply => owners.get(key(typed)) ?? [];
    return { resolve, complete: resolve };
  },
};
