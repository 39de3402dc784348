// Gathers the layers of the evidence index while it is built: what each fact, subject and attribute leads from.
import type { Knowledge } from '../knowledge/model.ts';
import type { EvidenceData, Layer, Members } from './evidence.ts';

type Keys = ReadonlyMap<string, number>;
/** Key → entry, strength, entry, strength … */
type Gathered = number[][];

/** The three layers of one index, over one numbering of keys. */
export class Layers {
  readonly #ids = new Map<string, number>();
  readonly #own: Gathered = [];
  readonly #bySubject: Gathered = [];
  readonly #byAttribute: Gathered = [];
  readonly #subjects: Members;
  readonly #attributes: Members;
  readonly #subjectPlaces: ReadonlyMap<string, number>;
  readonly #attributePlaces: ReadonlyMap<string, number>;

  constructor({ subjects, attributes, facts }: Knowledge) {
    this.#subjectPlaces = placesOf(subjects.keys());
    this.#attributePlaces = placesOf(attributes.keys());
    this.#subjects = membersOf(
      facts.map(({ subject }) => this.#subjectPlaces.get(subject) as number),
      subjects.size,
    );
    this.#attributes = membersOf(
      facts.map(({ attribute }) => this.#attributePlaces.get(attribute) as number),
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
  addOwn(fact: number, keys: Keys): void {
    this.#note(this.#own, fact, keys);
  }

  #add(into: Gathered, members: Members, place: number, keys: Keys): void {
    if (members.offsets[place] !== members.offsets[place + 1]) this.#note(into, place, keys);
  }

  #note(into: Gathered, entry: number, keys: Keys): void {
    for (const [key, strength] of keys) {
      let id = this.#ids.get(key);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(key, id);
      }
      const list = into[id];
      if (list) list.push(entry, strength);
      else into[id] = [entry, strength];
    }
  }

  data(): Omit<EvidenceData, 'traits' | 'traitsOf' | 'words'> {
    const size = this.#ids.size;
    return {
      keys: [...this.#ids.keys()],
      counts: Uint32Array.from({ length: size }, (_, id) => this.#count(id)),
      own: layerOf(this.#own, size),
      bySubject: layerOf(this.#bySubject, size),
      byAttribute: layerOf(this.#byAttribute, size),
      subjects: this.#subjects,
      attributes: this.#attributes,
    };
  }

  /** How many facts a key leads to, each counted once. */
  #count(id: number): number {
    const subjects = entriesOf(this.#bySubject[id]);
    const attributes = entriesOf(this.#byAttribute[id]);
    const own = entriesOf(this.#own[id]);
    const sizeOf = (members: Members, place: number): number =>
      (members.offsets[place + 1] as number) - (members.offsets[place] as number);
    let count = 0;
    for (const place of subjects) count += sizeOf(this.#subjects, place);
    for (const place of attributes) count += sizeOf(this.#attributes, place);
    if (subjects.size > 0 && attributes.size > 0)
      for (const place of subjects)
        for (let at = this.#subjects.offsets[place] as number; at < (this.#subjects.offsets[place + 1] as number); at++)
          if (attributes.has(this.#attributes.of[this.#subjects.facts[at] as number] as number)) count -= 1;
    for (const fact of own)
      if (!subjects.has(this.#subjects.of[fact] as number) && !attributes.has(this.#attributes.of[fact] as number))
        count += 1;
    return count;
  }
}

const placesOf = (ids: Iterable<string>): ReadonlyMap<string, number> =>
  new Map([...ids].map((id, place) => [id, place]));
const entriesOf = (gathered: readonly number[] | undefined): ReadonlySet<number> =>
  new Set(gathered?.filter((_, index) => index % 2 === 0));

/** Sorts facts by what they belong to. */
function membersOf(places: readonly number[], count: number): Members {
  const of = Uint32Array.from(places);
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

/** Flattens a layer; the entries of a key stand in rising order. */
function layerOf(gathered: Gathered, size: number): Layer {
  const offsets = new Uint32Array(size + 1);
  for (let id = 0; id < size; id++) offsets[id + 1] = (offsets[id] as number) + (gathered[id]?.length ?? 0) / 2;
  const entries = new Uint32Array(offsets[size] as number);
  const strengths = new Float32Array(offsets[size] as number);
  for (let id = 0; id < size; id++) {
    const list = gathered[id] ?? [];
    let at = offsets[id] as number;
    for (const place of rising(list)) {
      entries[at] = list[place] as number;
      strengths[at] = list[place + 1] as number;
      at += 1;
    }
  }
  return { offsets, entries, strengths };
}

/** The places of the entries in a gathered list, by entry: they mostly rise as they are. */
function rising(list: readonly number[]): number[] {
  const places = Array.from({ length: list.length / 2 }, (_, index) => index * 2);
  return places.sort((a, b) => (list[a] as number) - (list[b] as number));
}
