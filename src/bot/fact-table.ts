// Facts as they are stored compiled: what many of them share is held once, the rest are numbers.
import type { Fact, Value } from '../knowledge/model.ts';

type Rest = Omit<Fact, 'index' | 'subject' | 'attribute' | 'value' | 'source' | 'asOf'>;

/** Each column holds, fact by fact, a place in the list beside it. */
export type FactTable = {
  readonly names: readonly string[];
  readonly subjects: Uint32Array;
  readonly attributes: Uint32Array;
  readonly sources: Uint32Array;
  readonly dates: Uint32Array;
  readonly values: readonly Value[];
  readonly valuePlaces: Uint32Array;
  /** Qualifiers, cues, texts: most facts of a catalogue have none. */
  readonly rests: readonly Rest[];
  readonly restPlaces: Uint32Array;
};

/** Numbers what is the same. */
class Shared<T> {
  readonly items: T[] = [];
  readonly #places = new Map<string, number>();
  place(item: T, key: string): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}

/** Takes facts apart for storing. */
export function packFacts(facts: readonly Fact[]): FactTable {
  const names = new Shared<string>();
  const values = new Shared<Value>();
  const rests = new Shared<Rest>();
  const column = (of: (fact: Fact) => number): Uint32Array => Uint32Array.from(facts, of);
  const named = (of: (fact: Fact) => string): Uint32Array => column((fact) => names.place(of(fact), of(fact)));
  return {
    subjects: named(({ subject }) => subject),
    attributes: named(({ attribute }) => attribute),
    sources: named(({ source }) => source),
    dates: named(({ asOf }) => asOf),
    valuePlaces: column(({ value }) => values.place(value, JSON.stringify(value))),
    restPlaces: column(({ index: _i, subject: _s, attribute: _a, value: _v, source: _o, asOf: _d, ...rest }) =>
      rests.place(rest, JSON.stringify(rest)),
    ),
    names: names.items,
    values: values.items,
    rests: rests.items,
  };
}

/** Puts stored facts together again. */
export function unpackFacts(table: FactTable): Fact[] {
  const { names, subjects, attributes, sources, dates, values, valuePlaces, rests, restPlaces } = table;
  const plain = rests.map((rest) => Object.keys(rest).length === 3);
  const facts: Fact[] = new Array(subjects.length);
  for (let index = 0; index < facts.length; index++) {
    const rest = rests[restPlaces[index] as number] as Rest;
    const { cues, markets, measuredBy } = rest;
    const fact: Fact = {
      index,
      subject: names[subjects[index] as number] as string,
      attribute: names[attributes[index] as number] as string,
      value: values[valuePlaces[index] as number] as Value,
      source: names[sources[index] as number] as string,
      asOf: names[dates[index] as number] as string,
      cues,
      markets,
      measuredBy,
    };
    facts[index] = plain[restPlaces[index] as number] ? fact : { ...fact, ...rest };
  }
  return facts;
}
