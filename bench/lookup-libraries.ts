// The libraries that are measured beside our lookup, each as one would set it up for names: tuned by hand at 1,000 products.
import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search } from '@orama/orama';
import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import fuzzysort from 'fuzzysort';
import MiniSearch from 'minisearch';
import type { Engine, NameEntry, Reply } from './lookup-contract.ts';
import { stopWords } from './lookup-words.ts';

/** A product has several names, so more names are asked for than products are wanted. */
const NAMES_EACH = 4;

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\+(?![\p{L}\p{N}])/gu, ' plus')
    .replace(/[-\s]+/g, ' ')
    .trim();

/** Words, numbers and Han characters apart: "x3" is "x 3" to all who cut text into words. More accurate so: measured. */
const words = (text: string): string[] =>
  folded(text).match(/\p{Script=Han}|(?:(?!\p{Script=Han})\p{L})+|\p{N}+/gu) ?? [];

/** What is typed, without the words of questions; no library that is measured takes them out where it must not. */
function bare(typed: string): string {
  const all = folded(typed).split(' ');
  const left = all.filter((word) => !stopWords.has(word));
  return (left.length > 0 ? left : all).join(' ');
}

/** The owners of names, best first, each once. */
function ownersOf(found: Iterable<number>, entries: readonly NameEntry[], limit: number): Reply {
  const products: number[] = [];
  for (const index of found) {
    const { product } = entries[index] as NameEntry;
    if (!products.includes(product)) products.push(product);
    if (products.length === limit) break;
  }
  return products;
}

const fuse: Engine = {
  label: 'fuse.js',
  settings: 'token search in which all words must match, threshold 0.3, ignoreLocation',
  build(entries) {
    const index = new Fuse(
      entries.map(({ name }) => folded(name)),
      {
        threshold: 0.3,
        ignoreLocation: true,
        useTokenSearch: true,
        tokenMatch: 'all',
        tokenize: (text) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''),
      },
    );
    const ask = (typed: string, limit: number): Reply =>
      ownersOf(
        index.search(bare(typed), { limit: limit * NAMES_EACH }).map(({ refIndex }) => refIndex),
        entries,
        limit,
      );
    return { resolve: ask, complete: ask };
  },
};

const minisearch: Engine = {
  label: 'MiniSearch',
  settings:
    'all words must match; letters and digits apart; one slip in words of three letters and more, two from five on; the last word by its beginning while typing',
  build(entries) {
    const index = new MiniSearch<{ id: number; name: string }>({
      fields: ['name'],
      tokenize: words,
      searchOptions: {
        combineWith: 'AND',
        fuzzy: (word) => (/^\d/.test(word) || word.length < 3 ? false : word.length < 5 ? 1 : 2),
      },
    });
    index.addAll(entries.map(({ name }, id) => ({ id, name })));
    const ask = (typed: string, limit: number, prefix: boolean): Reply =>
      ownersOf(
        index
          .search(bare(typed), { prefix: prefix ? (_, at, all) => at === all.length - 1 : false })
          .map(({ id }) => id as number),
        entries,
        limit,
      );
    return { resolve: (typed, limit) => ask(typed, limit, false), complete: (typed, limit) => ask(typed, limit, true) };
  },
};

const orama: Engine = {
  label: 'Orama',
  settings: 'all words must match (threshold 0), first as typed, then with tolerance 1; letters and digits apart',
  async build(entries) {
    const index = create({
      schema: { name: 'string' },
      components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: words } },
    });
    await insertMultiple(
      index,
      entries.map(({ name }, id) => ({ id: `${id}`, name })),
      5000,
    );
    const ask = (typed: string, limit: number): Reply => {
      const find = (tolerance: number) =>
        (
          search(index, { term: bare(typed), threshold: 0, limit: limit * NAMES_EACH, tolerance }) as {
            hits: { id: string }[];
          }
        ).hits;
      const strict = find(0);
      return ownersOf(
        (strict.length > 0 ? strict : find(1)).map(({ id }) => Number(id)),
        entries,
        limit,
      );
    };
    return { resolve: ask, complete: ask };
  },
};

const flexsearch: Engine = {
  label: 'FlexSearch',
  settings: 'tokenize: tolerant for whole names, forward for half-typed ones; letters and digits apart',
  build(entries) {
    const encode = { encode: words };
    const tolerant = new FlexSearch.Index({ tokenize: 'tolerant', ...encode });
    const forward = new FlexSearch.Index({ tokenize: 'forward', ...encode });
    entries.forEach(({ name }, id) => {
      tolerant.add(id, name);
      forward.add(id, name);
    });
    const ask = (index: typeof forward, typed: string, limit: number): Reply =>
      ownersOf(index.search(bare(typed), { limit: limit * NAMES_EACH }) as number[], entries, limit);
    return {
      resolve: (typed, limit) => ask(tolerant, typed, limit),
      complete: (typed, limit) => ask(forward, typed, limit),
    };
  },
};

/** Letters by their ranges: with Unicode's own classes its patterns take milliseconds to compile, at each search. */
const LETTERS = 'a-zа-яё\u4e00-\u9fff';
const UFUZZY = {
  alpha: LETTERS,
  interSplit: `[^${LETTERS}\\d]+`,
  interBound: `[^${LETTERS}\\d]`,
  intraBound: `[${LETTERS}]\\d|\\d[${LETTERS}]`,
  intraChars: `[${LETTERS}\\d]`,
};

const ufuzzy: Engine = {
  label: 'uFuzzy',
  settings: 'one slip a word (intraMode 1), words in any order (up to five), Latin, Cyrillic and Han letters',
  build(entries) {
    const names = entries.map(({ name }) => folded(name));
    const index = new uFuzzy({ ...UFUZZY, intraMode: 1 } as uFuzzy.Options);
    const ask = (typed: string, limit: number): Reply => {
      const [matches, info, order] = index.search(names, bare(typed), 5);
      if (!matches) return [];
      return ownersOf(info && order ? order.map((at) => info.idx[at] as number) : matches, entries, limit);
    };
    return { resolve: ask, complete: ask };
  },
};

const sort: Engine = {
  label: 'fuzzysort',
  settings: 'prepared names, threshold 0.5',
  build(entries) {
    const names = entries.map(({ name }) => folded(name));
    const snapshot = fuzzysort.snapshot(names);
    const places = new Map<string, number>();
    names.forEach((name, at) => {
      if (!places.has(name)) places.set(name, at);
    });
    const ask = (typed: string, limit: number): Reply =>
      ownersOf(
        fuzzysort
          .go(bare(typed), snapshot, { limit: limit * NAMES_EACH })
          .map(({ target }) => places.get(target) as number),
        entries,
        limit,
      );
    return { resolve: ask, complete: ask };
  },
};

export const libraries = { fuse, minisearch, orama, flexsearch, ufuzzy, fuzzysort: sort } as const;
