// Finds the products that a partial or reordered name can mean: "mi 34 monitor", "x3 poco", "transparent tv".
import type { Knowledge } from '../knowledge/model.ts';
import { type Token, tokenize } from './tokens.ts';

/** A window of words that so many products could mean names none of them. */
const MOST_MEANT = 32;
/** Windows that were looked up are kept: people and texts repeat them. */
const MOST_KEPT = 20_000;

type Run = { readonly length: number; readonly ids: readonly string[] };

export class NameIndex {
  /** Key → the places of the products whose names hold it, rising. */
  readonly #owners = new Map<string, number[]>();
  readonly #ids: string[] = [];
  /** How many words each product's full name has. */
  readonly #sizes: number[] = [];
  readonly #meant = new Map<string, readonly number[]>();
  readonly #common = new Set<string>();
  /** Words of full names; a nickname's words ("first", "original") tell nothing by themselves. */
  readonly #full = new Set<string>();
  /** "First", "generation": words of the language, in a name or not. */
  readonly #everyday = new Set<string>();

  constructor(knowledge: Knowledge) {
    const products = [...knowledge.subjects.values()].filter((subject) => subject.kind === 'product');
    for (const { names } of knowledge.classes.values())
      for (const phrase of Object.values(names).flat())
        for (const token of tokenize(phrase)) this.#common.add(token.key);
    for (const subject of knowledge.subjects.values())
      if (subject.kind === 'company')
        for (const phrase of [subject.names.en, subject.names.zh, ...subject.aliases])
          for (const token of tokenize(phrase)) this.#common.add(token.key);
    for (const { superlatives, operators, light, function: grammar } of knowledge.vocabularies)
      for (const phrase of [
        superlatives.flatMap(({ words }) => words),
        Object.values(operators).flat(),
        light,
        grammar,
      ].flat())
        for (const { key } of tokenize(phrase)) this.#everyday.add(key);
    for (const product of products) {
      // A nickname may bring words that the full name lacks, so each counts; the full name says how long it is.
      const size = tokenize(product.names.en).length;
      for (const { key } of [...tokenize(product.names.en), ...tokenize(product.names.zh)]) this.#full.add(key);
      const keys = new Set(
        [product.names.en, product.names.zh, ...product.aliases].flatMap((name) =>
          tokenize(name).map(({ key }) => key),
        ),
      );
      const place = this.#ids.push(product.id) - 1;
      this.#sizes.push(size);
      for (const key of keys) {
        const owners = this.#owners.get(key);
        if (owners) owners.push(place);
        else this.#owners.set(key, [place]);
      }
    }
  }

  /** Is this a word that tells one product from another, not just a brand, a class or a lone letter? */
  isTelling(key: string): boolean {
    return this.#full.has(key) && !this.#everyday.has(key) && !this.#common.has(key) && !/^([a-z]|\d+)$/.test(key);
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
      const { key, kind } = tokens[at] as Token;
      // Scripts without blanks are cut into characters: those make up too many other words.
      if (kind === 'character' || !this.#owners.has(key) || keys.includes(key)) break;
      if (firstTelling > keys.length && this.isTelling(key)) firstTelling = keys.length;
      keys.push(key);
    }
    for (let length = keys.length; length > 1 && length > firstTelling; length--) {
      const meant = this.#meaning(keys.slice(0, length));
      if (meant.length > MOST_MEANT) return undefined;
      if (meant.length > 0) return { length, ids: meant.map((place) => this.#ids[place] as string) };
    }
    return undefined;
  }

  /** The products with the fewest other words whose names hold all of the keys; one more than may be meant, at most. */
  #meaning(keys: readonly string[]): readonly number[] {
    const window = keys.join(' ');
    const known = this.#meant.get(window);
    if (known) return known;
    const lists = keys.map((key) => this.#owners.get(key) as number[]).sort((a, b) => a.length - b.length);
    const [rarest = [], ...others] = lists;
    const all = rarest.filter((place) => others.every((list) => holds(list, place)));
    const least = all.reduce((size, place) => Math.min(size, this.#sizes[place] as number), Number.POSITIVE_INFINITY);
    const meant = all.filter((place) => this.#sizes[place] === least).slice(0, MOST_MEANT + 1);
    if (this.#meant.size >= MOST_KEPT) this.#meant.clear();
    this.#meant.set(window, meant);
    return meant;
  }
}

/** Is a number in a rising list? */
function holds(list: readonly number[], wanted: number): boolean {
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
