// For every fact, the keys that can account for a word of a question, and how strongly: an inverted index in flat arrays,
// so that it is read back from a file as it is.
import type { Span } from './annotate.ts';

/** How well a key accounts for a word, by where in the fact it stands. Tuned on the project's golden questions. */
export const STRENGTH = {
  subject: 1,
  attribute: 1,
  qualifier: 1,
  cue: 1,
  about: 1,
  group: 0.9,
  attributeWord: 0.95,
  nameWord: 0.8,
  mention: 0.7,
  class: 0.7,
  brand: 0.6,
  /** Who has a part in an event is meant by each of its facts, named there or not. */
  involved: 0.5,
  value: 0.6,
  note: 0.4,
  passing: 0.75,
  /** Another name of an attribute that a cue names: two steps away from the word that was asked. */
  related: 0.6,
} as const;

/** What a fact's value holds, whatever its kind. `dimensions` are those of its amounts, `years` the ones it names. */
export type Traits = {
  date: boolean;
  number: boolean;
  money: boolean;
  person: boolean;
  place: boolean;
  readonly dimensions: string[];
  readonly years: string[];
};

/** The facts that a key leads to, rising; `strengths` (0 to 1) stand beside them. */
export type Postings = { readonly facts: Uint32Array; readonly strengths: Float32Array };

/** The index as it is stored: the postings of `keys[i]` lie from `offsets[i]` to `offsets[i + 1]`. */
export type EvidenceData = {
  readonly keys: readonly string[];
  readonly offsets: Uint32Array;
  readonly facts: Uint32Array;
  readonly strengths: Float32Array;
  readonly traits: readonly Traits[];
  readonly words: readonly string[];
};

/** Keys of a span when it stands in a fact: what it means, and each of its words. */
export function keysOf(span: Span): string[] {
  const keys = [...span.words];
  for (const meaning of span.meanings) {
    if (meaning.kind === 'subject') keys.push(`s:${meaning.id}`);
    else if (meaning.kind === 'attribute') keys.push(`a:${meaning.id}`);
    else if (meaning.kind === 'class') keys.push(`k:${meaning.id}`);
    else if (meaning.kind === 'concept') keys.push(`c:${meaning.id}`);
    else if (meaning.kind === 'place') keys.push(`s:${meaning.id}`);
  }
  if (span.amount) keys.push(`n:${span.amount.value}`);
  return keys;
}

const NONE: Postings = { facts: new Uint32Array(0), strengths: new Float32Array(0) };

export class Evidence {
  readonly #data: EvidenceData;
  readonly #ids: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;

  constructor(data: EvidenceData) {
    this.#data = data;
    this.#ids = new Map(data.keys.map((key, id) => [key, id]));
    this.words = new Set(data.words);
  }

  /** Facts that a key leads to. */
  postings(key: string): Postings {
    const id = this.#ids.get(key);
    if (id === undefined) return NONE;
    const { offsets, facts, strengths } = this.#data;
    const [from, to] = [offsets[id] as number, offsets[id + 1] as number];
    return { facts: facts.subarray(from, to), strengths: strengths.subarray(from, to) };
  }

  /** How many facts a key leads to. */
  count(key: string): number {
    const id = this.#ids.get(key);
    return id === undefined ? 0 : (this.#data.offsets[id + 1] as number) - (this.#data.offsets[id] as number);
  }

  /** How strongly a fact accounts for a key: 0 to 1. */
  strength(fact: number, key: string): number {
    const id = this.#ids.get(key);
    if (id === undefined) return 0;
    const { offsets, facts, strengths } = this.#data;
    let low = offsets[id] as number;
    let high = (offsets[id + 1] as number) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = facts[middle] as number;
      if (found === fact) return strengths[middle] as number;
      if (found < fact) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }

  /** Facts that any of the keys leads to, or all of the words together could, rising. */
  reaching(keys: readonly string[], words: readonly string[]): number[] {
    const rarest = words.reduce<string | undefined>(
      (least, word) => (least !== undefined && this.count(least) <= this.count(word) ? least : word),
      undefined,
    );
    const found = new Set<number>();
    for (const key of rarest === undefined ? keys : [...keys, rarest])
      for (const fact of this.postings(key).facts) found.add(fact);
    return [...found].sort((a, b) => a - b);
  }

  traits(fact: number): Traits {
    return this.#data.traits[fact] as Traits;
  }
}
