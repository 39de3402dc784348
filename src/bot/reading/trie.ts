// Phrases by their tokens: a trie that grows while a knowledge base is compiled, and the same one packed into flat arrays, which
// is read back from a file as it is: a hundred thousand small maps would take longer to read than all facts.
import type { Meaning } from './meaning.ts';

/** The words of a name, as written. */
type Name = readonly string[];

/** A trie whose places are numbers, the root 0. */
export type PhraseTrie = {
  /** The place to which a token leads; undefined where no phrase goes on with it. */
  next(place: number, key: string): number | undefined;
  /** What the phrase that ends here can mean; undefined where none ends. */
  meanings(place: number): readonly Meaning[] | undefined;
  /** The names of subjects that end here. */
  names(place: number): readonly Name[] | undefined;
};

/** The packed trie as it is stored. */
export type TrieData = {
  readonly keys: readonly string[];
  /** The edges of place `i` lie from `offsets[i]` to `offsets[i + 1]`, by rising key; `via` is a key, `to` the place it leads to. */
  readonly offsets: Uint32Array;
  readonly via: Uint32Array;
  readonly to: Uint32Array;
  /** Places that can mean the same share one entry; 0 is none. */
  readonly senses: readonly (readonly Meaning[])[];
  readonly senseOf: Uint32Array;
  readonly names: ReadonlyMap<number, readonly Name[]>;
};

export class GrowingTrie implements PhraseTrie {
  readonly #next: (Map<string, number> | undefined)[] = [undefined];
  readonly #meanings = new Map<number, Meaning[]>();
  readonly #names = new Map<number, Name[]>();

  next(place: number, key: string): number | undefined {
    return this.#next[place]?.get(key);
  }

  meanings(place: number): readonly Meaning[] | undefined {
    return this.#meanings.get(place);
  }

  names(place: number): readonly Name[] | undefined {
    return this.#names.get(place);
  }

  /** The place at the end of a phrase, made where there is none. */
  reach(keys: readonly string[]): number {
    let place = 0;
    for (const key of keys) {
      let edges = this.#next[place];
      if (!edges) {
        edges = new Map();
        this.#next[place] = edges;
      }
      let next = edges.get(key);
      if (next === undefined) {
        next = this.#next.push(undefined) - 1;
        edges.set(key, next);
      }
      place = next;
    }
    return place;
  }

  mean(place: number, meaning: Meaning): void {
    const known = this.#meanings.get(place);
    if (!known) this.#meanings.set(place, [meaning]);
    else if (!known.includes(meaning)) known.push(meaning);
  }

  name(place: number, words: Name): void {
    this.#names.set(place, [...(this.#names.get(place) ?? []), words]);
  }

  pack(): TrieData {
    const ids = new Map<string, number>();
    const idOf = (key: string): number => {
      const id = ids.get(key) ?? ids.size;
      ids.set(key, id);
      return id;
    };
    // Each place but the root has one edge that leads to it.
    const offsets = new Uint32Array(this.#next.length + 1);
    const via = new Uint32Array(this.#next.length - 1);
    const to = new Uint32Array(this.#next.length - 1);
    let edges = 0;
    for (const [place, own] of this.#next.entries()) {
      for (const [id, next] of [...(own ?? [])]
        .map(([key, at]) => [idOf(key), at] as const)
        .sort(([x], [y]) => x - y)) {
        via[edges] = id;
        to[edges++] = next;
      }
      offsets[place + 1] = edges;
    }
    const senses = new Shared<Meaning>();
    const senseOf = new Uint32Array(this.#next.length);
    for (const [place, meanings] of this.#meanings) senseOf[place] = senses.place(meanings);
    return {
      keys: [...ids.keys()],
      offsets,
      via,
      to,
      senses: senses.all,
      senseOf,
      names: this.#names,
    };
  }
}

/** Lists of the same things, each kept once; the first is the empty one. */
class Shared<T extends object> {
  readonly all: (readonly T[])[] = [[]];
  readonly #numbers = new Map<T, number>();
  readonly #places = new Map<string, number>();

  place(items: readonly T[]): number {
    const key = items.map((item) => this.#number(item)).join(' ');
    const place = this.#places.get(key) ?? this.all.push(items) - 1;
    this.#places.set(key, place);
    return place;
  }

  #number(item: T): number {
    const number = this.#numbers.get(item) ?? this.#numbers.size;
    this.#numbers.set(item, number);
    return number;
  }
}

export class PackedTrie implements PhraseTrie {
  readonly #data: TrieData;
  readonly #ids: ReadonlyMap<string, number>;
  /** The root has nearly as many edges as there are keys: by key, the place plus one. */
  readonly #first: Uint32Array;

  constructor(data: TrieData) {
    this.#data = data;
    this.#ids = new Map(data.keys.map((key, id) => [key, id]));
    this.#first = new Uint32Array(data.keys.length);
    for (let at = 0; at < (data.offsets[1] ?? 0); at++) this.#first[data.via[at] as number] = data.to[at] as number;
  }

  next(place: number, key: string): number | undefined {
    const id = this.#ids.get(key);
    if (id === undefined) return undefined;
    // Nothing leads back to the root.
    if (place === 0) return this.#first[id] || undefined;
    const { offsets, via, to } = this.#data;
    let low = offsets[place] as number;
    let high = (offsets[place + 1] as number) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = via[middle] as number;
      if (found === id) return to[middle];
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  meanings(place: number): readonly Meaning[] | undefined {
    const sense = this.#data.senseOf[place];
    return sense ? this.#data.senses[sense] : undefined;
  }

  names(place: number): readonly Name[] | undefined {
    return this.#data.names.get(place);
  }
}
