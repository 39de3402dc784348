// Gathers the layers of the evidence index while it is built: what each fact, subject and attribute leads from.
import type { Knowledge } from '../../knowledge/model.ts';
import { Numbers } from '../../lookup/packed.ts';
import type { EvidenceData, Layer, Members } from './evidence.ts';

export type Keys = ReadonlyMap<string, number>;
/** Keys by their numbers, each with its strength: what alike facts share. */
export type Numbered = { readonly ids: readonly number[]; readonly strengths: readonly number[] };

/** The three layers of one index, over one numbering of keys. */
export class Layers {
  readonly #ids = new Map<string, number>();
  readonly #own = new Gathered();
  readonly #bySubject = new Gathered();
  readonly #byAttribute = new Gathered();
  readonly #subjects: Members;
  readonly #attributes: Members;
  readonly #subjectPlaces: ReadonlyMap<string, number>;
  readonly #attributePlaces: ReadonlyMap<string, number>;

  constructor({ subjects, attributes, facts }: Knowledge) {
    this.#subjectPlaces = placesOf(subjects.keys());
    this.#attributePlaces = placesOf(attributes.keys());
    const placed = (places: ReadonlyMap<string, number>, of: (index: number) => string): Uint32Array => {
      const found = new Uint32Array(facts.length);
      for (let index = 0; index < found.length; index++) found[index] = places.get(of(index)) as number;
      return found;
    };
    this.#subjects = membersOf(
      placed(this.#subjectPlaces, (index) => facts[index]?.subject as string),
      subjects.size,
    );
    this.#attributes = membersOf(
      placed(this.#attributePlaces, (index) => facts[index]?.attribute as string),
      attributes.size,
    );
  }

  /** What all facts of a subject lead from. A subject without facts leads to none. */
  addSubject(id: string, keys: Keys): void {
    this.#add(this.#bySubject, this.#subjects, this.#subjectPlaces.get(id) as number, keys);
  }

  /** What all facts of an attribute lead from. */
  addAttribute(id: string, keys: Keys): void {
    this.#add(this.#byAttribute, this.#attributes, this.#attributePlaces.get(id) as number, keys);
  }

  /** What a fact leads from by itself. */
  addOwn(fact: number, { ids, strengths }: Numbered): void {
    for (let at = 0; at < ids.length; at++) this.#own.add(ids[at] as number, fact, strengths[at] as number);
  }

  /** Numbers the keys. */
  numbered(keys: Keys): Numbered {
    return { ids: [...keys.keys()].map((key) => this.#numberOf(key)), strengths: [...keys.values()] };
  }

  #add(into: Gathered, members: Members, place: number, keys: Keys): void {
    if (members.offsets[place] === members.offsets[place + 1]) return;
    for (const [key, strength] of keys) into.add(this.#numberOf(key), place, strength);
  }

  #numberOf(key: string): number {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(key, id);
    }
    return id;
  }

  data(): Omit<EvidenceData, 'traits' | 'traitsOf' | 'words'> {
    const keys = [...this.#ids.keys()];
    const [own, bySubject, byAttribute] = [this.#own, this.#bySubject, this.#byAttribute].map((gathered) =>
      gathered.layer(keys.length),
    ) as [Layer, Layer, Layer];
    const [subjects, attributes] = [this.#subjects, this.#attributes];
    const counts = countsOf(own, [bySubject, subjects], [byAttribute, attributes]);
    return { keys, counts, own, bySubject, byAttribute, subjects, attributes };
  }
}

/** Entries with the keys that they lead from, in the order in which they were met. */
class Gathered {
  readonly #ids = new Numbers();
  readonly #entries = new Numbers();
  /** Strengths are few: each is told by its number. */
  readonly #strengths = new Numbers();
  readonly #known: number[] = [];

  add(id: number, entry: number, strength: number): void {
    let number = this.#known.indexOf(strength);
    if (number < 0) number = this.#known.push(strength) - 1;
    this.#ids.push(id);
    this.#entries.push(entry);
    this.#strengths.push(number);
  }

  /** By key; the entries of a key stand in rising order. */
  layer(keys: number): Layer {
    const [ids, met, numbers] = [this.#ids.packed(), this.#entries.packed(), this.#strengths.packed()];
    const { offsets, facts: order } = membersOf(ids, keys);
    const entries = new Uint32Array(ids.length);
    const strengths = new Float32Array(ids.length);
    for (let id = 0; id < keys; id++) {
      const [from, to] = [offsets[id] as number, offsets[id + 1] as number];
      const own = order.subarray(from, to);
      if (!isRising(own, met)) own.sort((a, b) => (met[a] as number) - (met[b] as number));
      for (let at = from; at < to; at++) {
        entries[at] = met[order[at] as number] as number;
        strengths[at] = this.#known[numbers[order[at] as number] as number] as number;
      }
    }
    return { offsets, entries, strengths };
  }
}

function isRising(places: Uint32Array, values: Uint32Array): boolean {
  for (let at = 1; at < places.length; at++)
    if ((values[places[at - 1] as number] as number) > (values[places[at] as number] as number)) return false;
  return true;
}

/** How many facts each key leads to, each counted once. */
function countsOf(own: Layer, ...above: readonly (readonly [Layer, Members])[]): Uint32Array {
  const keys = own.offsets.length - 1;
  const counts = new Uint32Array(keys);
  /** Of each fact, the last key by which it was counted, and 1. */
  const counted = new Uint32Array(above[0]?.[1].of.length ?? 0);
  for (let id = 0; id < keys; id++) {
    let count = 0;
    const add = (fact: number): void => {
      if (counted[fact] === id + 1) return;
      counted[fact] = id + 1;
      count += 1;
    };
    for (const [{ offsets, entries }, members] of above)
      for (let at = offsets[id] as number; at < (offsets[id + 1] as number); at++) {
        const entry = entries[at] as number;
        const end = members.offsets[entry + 1] as number;
        for (let member = members.offsets[entry] as number; member < end; member++)
          add(members.facts[member] as number);
      }
    for (let at = own.offsets[id] as number; at < (own.offsets[id + 1] as number); at++) add(own.entries[at] as number);
    counts[id] = count;
  }
  return counts;
}

const placesOf = (ids: Iterable<string>): ReadonlyMap<string, number> =>
  new Map([...ids].map((id, place) => [id, place]));

/** Sorts facts by what they belong to. */
function membersOf(of: Uint32Array, count: number): Members {
  const offsets = new Uint32Array(count + 1);
  for (const place of of) offsets[place + 1] = (offsets[place + 1] as number) + 1;
  for (let place = 0; place < count; place++)
    offsets[place + 1] = (offsets[place + 1] as number) + (offsets[place] as number);
  const next = offsets.slice();
  const facts = new Uint32Array(of.length);
  of.forEach((place, fact) => {
    facts[next[place] as number] = fact;
    next[place] = (next[place] as number) + 1;
  });
  return { of, offsets, facts };
}
