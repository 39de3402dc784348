// For every fact, the keys that can account for a word of a question, and how strongly: an inverted index in flat arrays,
// so that it is read back from a file as it is. What a fact has from its subject and from its attribute is held once for
// each of these, not once a fact: a catalogue has a hundred thousand subjects, and two dozen facts of each.
import type { Span } from '../reading/annotate.ts';

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
  /** Whose words a source is, may be named with anything that is said in it. */
  author: 0.45,
  value: 0.6,
  note: 0.4,
  passing: 0.75,
  /** An attribute that the fact is about without being it: the promise that a launch date may be asked of. */
  topic: 0.73,
  /** Another name of an attribute that a cue names: two steps away from the word that was asked. */
  related: 0.6,
} as const;

/** What a fact's value holds, whatever its kind. `dimensions` are those of its amounts, `times` the periods it names, by their labels. */
export type Traits = {
  date: boolean;
  number: boolean;
  money: boolean;
  person: boolean;
  place: boolean;
  /** Another company than the one that it is told of, or whose product. */
  company: boolean;
  readonly dimensions: string[];
  readonly times: string[];
};

/** The facts that a key leads to, rising; `strengths` (0 to 1) stand beside them. */
export type Postings = { readonly facts: Uint32Array; readonly strengths: Float32Array };

/** The entries that each key leads to: those of `keys[i]` lie from `offsets[i]` to `offsets[i + 1]`, rising. */
export type Layer = {
  readonly offsets: Uint32Array;
  readonly entries: Uint32Array;
  readonly strengths: Float32Array;
};
/** Which facts belong to a subject or an attribute: those of `i` lie from `offsets[i]` to `offsets[i + 1]`, rising. */
export type Members = { readonly of: Uint32Array; readonly offsets: Uint32Array; readonly facts: Uint32Array };

/** The index as it is stored. */
export type EvidenceData = {
  readonly keys: readonly string[];
  /** How many facts each key leads to. */
  readonly counts: Uint32Array;
  /** By fact, by subject and by attribute: of the three, the strongest counts. */
  readonly own: Layer;
  readonly bySubject: Layer;
  readonly byAttribute: Layer;
  readonly subjects: Members;
  readonly attributes: Members;
  /** Facts that hold the same share one entry. */
  readonly traits: readonly Traits[];
  readonly traitsOf: Uint32Array;
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
    else if (meaning.kind === 'numeral') keys.push(`n:${meaning.value}`);
  }
  if (span.amount) keys.push(`n:${span.amount.value}`);
  return keys;
}

/** The key of a letter and a figure that stick together without being a phrase: "G25", "x6"; undefined for anything else. */
export function codeKey(spans: readonly Span[], at: number): string | undefined {
  const [first, second] = [spans[at], spans[at + 1]];
  if (!first || !second?.glued || (first.amount === undefined) === (second.amount === undefined)) return undefined;
  const letters = first.amount ? second : first;
  return /^\p{Script=Latin}$/u.test(letters.text) ? `w:${first.text}${second.text}` : undefined;
}

const NONE: Postings = { facts: new Uint32Array(0), strengths: new Float32Array(0) };
/** Keys that were put together are kept, up to so many facts in all. */
const MOST_KEPT = 2_000_000;

export class Evidence {
  readonly #data: EvidenceData;
  readonly #ids: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;
  readonly #joined = new Map<number, Postings>();
  /** While keys are put together: the greatest strength of each fact, 0 in between. */
  #strongest: Float32Array | undefined;
  #kept = 0;

  constructor(data: EvidenceData) {
    this.#data = data;
    this.#ids = new Map(data.keys.map((key, id) => [key, id]));
    this.words = new Set(data.words);
  }

  /** How many facts there are. */
  get size(): number {
    return this.#data.subjects.of.length;
  }

  /** Facts that a key leads to. */
  postings(key: string): Postings {
    const id = this.#ids.get(key);
    if (id === undefined) return NONE;
    const { own, bySubject, byAttribute } = this.#data;
    if (isEmpty(bySubject, id) && isEmpty(byAttribute, id)) {
      const [from, to] = [own.offsets[id] as number, own.offsets[id + 1] as number];
      return { facts: own.entries.subarray(from, to), strengths: own.strengths.subarray(from, to) };
    }
    const known = this.#joined.get(id);
    if (known) return known;
    const joined = this.#join(id);
    if (this.#kept + joined.facts.length > MOST_KEPT) {
      this.#joined.clear();
      this.#kept = 0;
    }
    this.#joined.set(id, joined);
    this.#kept += joined.facts.length;
    return joined;
  }

  /** The facts of all layers in one, each with its greatest strength. */
  #join(id: number): Postings {
    const { own, bySubject, byAttribute, subjects, attributes } = this.#data;
    this.#strongest ??= new Float32Array(subjects.of.length);
    const strongest = this.#strongest;
    const facts = new Uint32Array(this.#data.counts[id] as number);
    let count = 0;
    let rising = true;
    const add = (fact: number, strength: number): void => {
      const known = strongest[fact] as number;
      if (known === 0) {
        rising &&= count === 0 || (facts[count - 1] as number) < fact;
        facts[count++] = fact;
      }
      if (known < strength) strongest[fact] = strength;
    };
    for (const [layer, members] of [
      [bySubject, subjects],
      [byAttribute, attributes],
    ] as const)
      each(layer, id, (entry, strength) => {
        for (let at = members.offsets[entry] as number; at < (members.offsets[entry + 1] as number); at++)
          add(members.facts[at] as number, strength);
      });
    each(own, id, add);
    if (!rising) facts.sort();
    const strengths = new Float32Array(facts.length);
    for (let at = 0; at < facts.length; at++) {
      strengths[at] = strongest[facts[at] as number] as number;
      strongest[facts[at] as number] = 0;
    }
    return { facts, strengths };
  }

  /** How many facts a key leads to. */
  count(key: string): number {
    const id = this.#ids.get(key);
    return id === undefined ? 0 : (this.#data.counts[id] as number);
  }

  /** How strongly a fact accounts for a key: 0 to 1. */
  strength(fact: number, key: string): number {
    const id = this.#ids.get(key);
    return id === undefined ? 0 : this.strengthById(fact, id);
  }

  /** The number of a key, for `strengthById`; undefined where no fact holds it. */
  idOf(key: string): number | undefined {
    return this.#ids.get(key);
  }

  strengthById(fact: number, id: number): number {
    const { own, bySubject, byAttribute, subjects, attributes } = this.#data;
    return Math.max(
      strengthOf(own, id, fact),
      strengthOf(bySubject, id, subjects.of[fact] as number),
      strengthOf(byAttribute, id, attributes.of[fact] as number),
    );
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
    return this.#data.traits[this.#data.traitsOf[fact] as number] as Traits;
  }
}

const isEmpty = ({ offsets }: Layer, id: number): boolean => offsets[id] === offsets[id + 1];

function each(
  { offsets, entries, strengths }: Layer,
  id: number,
  visit: (entry: number, strength: number) => void,
): void {
  for (let at = offsets[id] as number; at < (offsets[id + 1] as number); at++)
    visit(entries[at] as number, strengths[at] as number);
}

function strengthOf({ offsets, entries, strengths }: Layer, id: number, wanted: number): number {
  let low = offsets[id] as number;
  let high = (offsets[id + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = entries[middle] as number;
    if (found === wanted) return strengths[middle] as number;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
