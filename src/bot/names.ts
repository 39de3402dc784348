// Finds the products that a partial or reordered name can mean: "mi 34 monitor", "x3 poco", "transparent tv".
import type { Knowledge } from '../knowledge/model.ts';
import { Numbers, packLists } from '../lookup/packed.ts';
import { Postings } from '../lookup/postings.ts';
import { type Token, tokenize } from './tokens.ts';

/** Words that so many products could mean name none of them. */
const MOST_MEANT = 32;

type Run = { readonly length: number; readonly ids: readonly string[] };

export class NameIndex {
  /** The keys of all names, numbered. */
  readonly #keys = new Map<string, number>();
  /** Products, those with the shortest full names first, with how many words those have. */
  readonly #products: readonly { readonly id: string; readonly size: number }[];
  /** By key, the products whose names hold it. */
  readonly #holders: Postings;
  readonly #common = new Set<string>();
  /** Words of full names; a nickname's words ("first", "original") tell nothing by themselves. */
  readonly #full = new Set<string>();
  /** "First", "generation": words of the language, in a name or not. */
  readonly #everyday = new Set<string>();

  constructor(knowledge: Knowledge) {
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
    const products = [...knowledge.subjects.values()]
      .filter(({ kind }) => kind === 'product')
      .map((product) => {
        const full = tokenize(product.names.en);
        return { product, id: product.id, size: full.length, full };
      })
      .sort((a, b) => a.size - b.size);
    this.#products = products.map(({ id, size }) => ({ id, size }));
    const held = new Numbers();
    const places = new Numbers();
    products.forEach(({ product, full }, place) => {
      // A nickname may bring words that the full name lacks, so each counts; the full name says how long it is.
      const named = [...full, ...tokenize(product.names.zh)];
      for (const { key } of named) this.#full.add(key);
      for (const key of new Set(
        [...named, ...product.aliases.flatMap((name) => tokenize(name))].map(({ key }) => key),
      )) {
        held.push(this.#numberOf(key));
        places.push(place);
      }
    });
    const lists = packLists(held.packed(), this.#keys.size, 0xffffffff, places.packed());
    this.#holders = new Postings(lists, products.length);
  }

  #numberOf(key: string): number {
    const number = this.#keys.get(key) ?? this.#keys.size;
    this.#keys.set(key, number);
    return number;
  }

  /** Is this a word that tells one product from another, not just a brand, a class or a lone letter? */
  isTelling(key: string): boolean {
    return this.#full.has(key) && !this.#everyday.has(key) && !this.#common.has(key) && !/^([a-z]|\d+)$/.test(key);
  }

  hasWord(key: string): boolean {
    return this.#keys.has(key);
  }

  /**
   * The longest run of two or more tokens from `start` that all belong to the names of one product, and which products
   * those are: the ones with the fewest other words.
   */
  run(tokens: readonly Token[], start: number): Run | undefined {
    const words: number[] = [];
    let firstTelling = Number.POSITIVE_INFINITY;
    for (let at = start; at < tokens.length; at++) {
      const { key, kind } = tokens[at] as Token;
      const word = this.#keys.get(key);
      // Scripts without blanks are cut into characters: those make up too many other words.
      if (kind === 'character' || word === undefined || words.includes(word)) break;
      if (firstTelling > words.length && this.isTelling(key)) firstTelling = words.length;
      words.push(word);
    }
    for (let length = words.length; length > 1 && length > firstTelling; length--) {
      const ids = this.#meant(words.slice(0, length));
      if (ids.length > MOST_MEANT) return undefined;
      if (ids.length > 0) return { length, ids };
    }
    return undefined;
  }

  /** The products with the fewest other words whose names hold all of the words; one more than may be meant, at most. */
  #meant(words: readonly number[]): string[] {
    const ids: string[] = [];
    let least = 0;
    this.#holders.eachWithAll(words, (place) => {
      const { id, size } = this.#products[place] as { id: string; size: number };
      if (ids.length > 0 && size > least) return true;
      least = size;
      return ids.push(id) > MOST_MEANT;
    });
    return ids;
  }
}
