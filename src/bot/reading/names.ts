// Finds the products that a partial or reordered name can mean: "mi 34 monitor", "x3 poco", "transparent tv".
import type { Knowledge } from '../../knowledge/model.ts';
import { type Token, tokenize } from './tokens.ts';

/** A window of words that so many products could mean names none of them. */
const MOST_MEANT = 32;
/** Windows that were looked up are kept: people and texts repeat them. */
const MOST_KEPT = 20_000;

type Run = { readonly length: number; readonly ids: readonly string[] };

/** The index as it is stored: the products whose names hold `keys[i]` lie from `offsets[i]` to `offsets[i + 1]`, rising. */
export type NameData = {
  readonly keys: readonly string[];
  readonly offsets: Uint32Array;
  readonly places: Uint32Array;
  readonly ids: readonly string[];
  /** How many words each product's full name has. */
  readonly sizes: Uint32Array;
  /** Words of classes and companies. */
  readonly common: ReadonlySet<string>;
  /** Words of full names; a nickname's words ("first", "original") tell nothing by themselves. */
  readonly full: ReadonlySet<string>;
  /** "First", "generation": words of the language, in a name or not. */
  readonly everyday: ReadonlySet<string>;
};

const keysIn = (phrases: Iterable<string>): Set<string> =>
  new Set([...phrases].flatMap((phrase) => tokenize(phrase).map(({ key }) => key)));

/** Reads the names of a knowledge base. */
export function buildNames(knowledge: Knowledge): NameData {
  const subjects = [...knowledge.subjects.values()];
  const products = subjects.filter(({ kind }) => kind === 'product');
  const companies = subjects.filter(({ kind }) => kind === 'company');
  const owners = new Map<string, number[]>();
  const full = new Set<string>();
  const sizes = products.map(({ names, aliases }, place) => {
    // A nickname may bring words that the full name lacks, so each counts; the full name says how long it is.
    const own = tokenize(names.en).flatMap(({ key, kind }) => (kind === 'symbol' ? [] : [key]));
    const whole = names.zh === names.en ? own : [...own, ...tokenize(names.zh).map(({ key }) => key)];
    for (const key of whole) full.add(key);
    for (const key of new Set([...whole, ...keysIn(aliases)])) {
      const list = owners.get(key);
      if (list) list.push(place);
      else owners.set(key, [place]);
    }
    return own.length;
  });
  const lists = [...owners.values()];
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, id) => {
    offsets[id + 1] = (offsets[id] as number) + list.length;
  });
  return {
    keys: [...owners.keys()],
    offsets,
    places: Uint32Array.from(lists.flat()),
    ids: products.map(({ id }) => id),
    sizes: Uint32Array.from(sizes),
    common: keysIn([
      ...[...knowledge.classes.values()].flatMap(({ names }) => Object.values(names).flat()),
      ...companies.flatMap(({ names, aliases }) => [names.en, names.zh, ...aliases]),
    ]),
    full,
    everyday: keysIn(
      knowledge.vocabularies.flatMap(({ superlatives, operators, light, function: grammar }) => [
        ...superlatives.flatMap(({ words }) => words),
        ...Object.values(operators).flat(),
        ...light,
        ...grammar,
      ]),
    ),
  };
}

export class NameIndex {
  readonly #data: NameData;
  readonly #owners: ReadonlyMap<string, number>;
  readonly #meant = new Map<string, readonly number[]>();

  constructor(data: NameData) {
    this.#data = data;
    this.#owners = new Map(data.keys.map((key, id) => [key, id]));
  }

  /** Is this a word that tells one product from another, not just a brand, a class or a lone letter? */
  isTelling(key: string): boolean {
    const { full, everyday, common } = this.#data;
    return full.has(key) && !everyday.has(key) && !common.has(key) && !/^([a-z]|\d+)$/.test(key);
  }

  #isEveryday(key = ''): boolean {
    const { full, everyday } = this.#data;
    return everyday.has(key) && !full.has(key);
  }

  hasWord(key: string): boolean {
    return this.#owners.has(key);
  }

  /**
   * The longest run of two or more tokens from `start` that all belong to the names of one product, and which products
   * those are: the ones with the fewest other words.
   */
  run(tokens: readonly Token[], start: number): Run | undefined {
    const keys: string[] = [];
    let firstTelling = Number.POSITIVE_INFINITY;
    for (let at = start; at < tokens.length; at++) {
      const { key, kind, pause } = tokens[at] as Token;
      if (pause && at > start) break;
      // Scripts without blanks are cut into characters: those make up too many other words.
      if (kind === 'character' || !this.#owners.has(key) || keys.includes(key)) break;
      if (firstTelling > keys.length && this.isTelling(key)) firstTelling = keys.length;
      keys.push(key);
    }
    // "Through" and "set" of a nickname are words like others where a name begins or ends with them.
    if (this.#isEveryday(keys[0])) return undefined;
    for (let length = keys.length; length > 1 && length > firstTelling; length--) {
      if (this.#isEveryday(keys[length - 1])) continue;
      const meant = this.#meaning(keys.slice(0, length));
      if (meant.length > MOST_MEANT) return undefined;
      if (meant.length > 0) return { length, ids: meant.map((place) => this.#data.ids[place] as string) };
    }
    return undefined;
  }

  /** The products with the fewest other words whose names hold all of the keys; one more than may be meant, at most. */
  #meaning(keys: readonly string[]): readonly number[] {
    const window = keys.join(' ');
    const known = this.#meant.get(window);
    if (known) return known;
    const lists = keys.map((key) => this.#ownersOf(key)).sort((a, b) => a.length - b.length);
    const [rarest, ...others] = lists;
    const all = [...(rarest ?? [])].filter((place) => others.every((list) => holds(list, place)));
    const least = all.reduce(
      (size, place) => Math.min(size, this.#data.sizes[place] as number),
      Number.POSITIVE_INFINITY,
    );
    const meant = all.filter((place) => this.#data.sizes[place] === least).slice(0, MOST_MEANT + 1);
    if (this.#meant.size >= MOST_KEPT) this.#meant.clear();
    this.#meant.set(window, meant);
    return meant;
  }

  #ownersOf(key: string): Uint32Array {
    const id = this.#owners.get(key) as number;
    return this.#data.places.subarray(this.#data.offsets[id], this.#data.offsets[id + 1]);
  }
}

/** Is a number in a rising list? */
function holds(list: Uint32Array, wanted: number): boolean {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle] as number;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
