// Finds the products that a partial or reordered name can mean: "mi 34 monitor", "x3 poco", "transparent tv".
import type { Knowledge } from '../knowledge/model.ts';
import { type Token, tokenize } from './tokens.ts';

type NameSet = { readonly id: string; readonly size: number };

export class NameIndex {
  readonly #owners = new Map<string, NameSet[]>();
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
      for (const key of keys) {
        const owners = this.#owners.get(key);
        if (owners) owners.push({ id: product.id, size });
        else this.#owners.set(key, [{ id: product.id, size }]);
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
  run(
    tokens: readonly Token[],
    start: number,
  ): { readonly length: number; readonly ids: readonly string[] } | undefined {
    let alive: readonly NameSet[] | undefined;
    let best: { length: number; ids: readonly string[] } | undefined;
    let telling = 0;
    const seen = new Set<string>();
    for (let at = start; at < tokens.length; at++) {
      const { key, kind } = tokens[at] as Token;
      // Scripts without blanks are cut into characters: those make up too many other words.
      if (kind === 'character') break;
      const owners = this.#owners.get(key);
      if (!owners || seen.has(key)) break;
      seen.add(key);
      const ids = new Set(owners.map(({ id }) => id));
      alive = alive ? alive.filter(({ id }) => ids.has(id)) : owners;
      if (alive.length === 0) break;
      if (this.isTelling(key)) telling += 1;
      if (at > start && telling > 0) {
        const least = Math.min(...alive.map(({ size }) => size));
        best = { length: at - start + 1, ids: alive.filter(({ size }) => size === least).map(({ id }) => id) };
      }
    }
    return best;
  }
}
