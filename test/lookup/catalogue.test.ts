// The lookup on made-up catalogues and on any names at all: what holds for every one of them.
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCatalogue, namesOf } from '../../bench/lookup-catalogue.ts';
import type { NameEntry } from '../../bench/lookup-contract.ts';
import { judge } from '../../bench/lookup-measure.ts';
import { ours } from '../../bench/lookup-ours.ts';
import { makeQueries } from '../../bench/lookup-queries.ts';
import { buildLookup } from '../../src/lookup/build.ts';
import { Lookup } from '../../src/lookup/lookup.ts';
import { glue, piecesOf } from '../../src/lookup/pieces.ts';
import { anyText } from '../support/hostile.ts';

const SEED = 20_261_122;
const SIZE = 1000;
const EACH = 200;
const LEAST = 0.995;

const products = makeCatalogue(SIZE);
const items = products.map((product) => ({ names: namesOf(product) }));
const data = buildLookup(items);
const lookup = new Lookup(data);

describe('a made-up catalogue', () => {
  it('is the same at every run, whatever its size, and no two products share a name', () => {
    expect(makeCatalogue(SIZE)).toEqual(products);
    expect(makeCatalogue(100)).toEqual(products.slice(0, 100));
    const names = products.flatMap(({ name, chinese }) => [name, chinese]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is asked the same at every run', () => {
    const typed = () => makeQueries(100, 20).classes.map(({ queries }) => queries.map((query) => query.typed));
    expect(typed()).toEqual(typed());
  });

  it.each(makeQueries(SIZE, EACH).classes.map(({ name, queries }) => [name, queries] as const))(
    'is known by: %s',
    async (_, queries) => {
      const entries = items.flatMap(({ names }, product): NameEntry[] => names.map((name) => ({ name, product })));
      const searcher = await ours.build(entries);
      const missed = queries.filter((query) => {
        const reply = (searcher[query.ask] as typeof searcher.resolve)(query.typed, 5);
        const { first, five } = judge(query, reply);
        return query.ask === 'near' ? !five : !first;
      });
      expect(queries.length).toBe(EACH);
      expect(missed.length, missed.map(({ typed }) => typed).join(' | ')).toBeLessThanOrEqual(EACH * (1 - LEAST));
    },
  );

  it('is the same lookup when it was stored and read again', () => {
    const again = new Lookup(deserialize(serialize(data)));
    for (const { queries } of makeQueries(SIZE, 20).classes)
      for (const { typed } of queries) {
        expect(again.resolve(typed)).toEqual(lookup.resolve(typed));
        expect(again.complete(typed, 5)).toEqual(lookup.complete(typed, 5));
        expect(again.near(typed)).toEqual(lookup.near(typed));
      }
  });

  it('holds every product by every name', () => {
    const owners = new Map<string, Set<number>>();
    items.forEach(({ names }, item) => {
      for (const name of names.map((one) => glue(piecesOf(one))))
        owners.set(name, (owners.get(name) ?? new Set()).add(item));
    });
    for (const [name, own] of owners) expect([name, lookup.resolve(name, 50)]).toEqual([name, [...own]]);
  });
});

describe('any names', () => {
  const word = fc.constantFrom('redmi', 'note', 'pro', 'x', 'band', 'ultra', '红米', 'ноут', '9', '12', '5g', 'a');
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const catalogue = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 25 });

  it('are each found, joined as well, by all their owners', () => {
    const property = fc.property(catalogue, (lists) => {
      const own = new Lookup(buildLookup(lists.map((names) => ({ names }))));
      const key = (one: string): string => glue(piecesOf(one));
      lists.forEach((names, item) => {
        for (const one of names) {
          const owners = [...lists.keys()].filter((other) => lists[other]?.some((two) => key(two) === key(one)));
          expect(owners).toContain(item);
          expect(own.resolve(one, 99).sort((a, b) => a - b)).toEqual(owners);
          expect(own.resolve(one.replaceAll(' ', ''), 99).length).toBeGreaterThan(0);
          expect(own.complete(one, 99)).toContain(item);
        }
      });
    });
    fc.assert(property, { seed: SEED, numRuns: 60 });
  });

  it('never resolve to another number', () => {
    const property = fc.property(catalogue, name, fc.integer({ min: 20, max: 99 }), (lists, typed, number) => {
      const own = new Lookup(buildLookup(lists.map((names) => ({ names }))));
      expect(own.resolve(`${typed} ${number}`)).toEqual([]);
      expect(own.resolve(`${number} ${typed}`)).toEqual([]);
    });
    fc.assert(property, { seed: SEED, numRuns: 100 });
  });

  it('take any text, as a name and as what is typed, and give so many at most', () => {
    const property = fc.property(fc.array(anyText, { maxLength: 8 }), anyText, (names, typed) => {
      const own = new Lookup(buildLookup([{ names }, { names: ['Redmi Note 12'] }]));
      for (const found of [own.resolve(typed, 2), own.complete(typed, 2), own.near(typed, 2)]) {
        expect(found.length).toBeLessThanOrEqual(2);
        expect(found.every((item) => item === 0 || item === 1)).toBe(true);
        expect(new Set(found).size).toBe(found.length);
      }
      expect(own.resolve('redmi note 12')).toContain(1);
    });
    fc.assert(property, { seed: SEED, numRuns: 100 });
  });
});
