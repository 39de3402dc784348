// Facts as they are stored compiled: what many of them share is held once, the rest are numbers.
import type { Fact, Value } from '../../knowledge/model.ts';

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
  // Alike values are mostly one object: each is written out once.
  const known = new Map<Value, number>();
  const valuePlace = (value: Value): number => {
    let place = known.get(value);
    if (place === undefined) {
      place = values.place(value, JSON.stringify(value));
      known.set(value, place);
    }
    return place;
  };
  let bare: number | undefined;
  const restPlace = (fact: Fact): number => {
    const { index: _i, subject: _s, attribute: _a, value: _v, source: _o, asOf: _d, ...rest } = fact;
    return rests.place(rest, JSON.stringify(rest));
  };
  const column = (of: (fact: Fact) => number): Uint32Array => {
    const places = new Uint32Array(facts.length);
    for (let index = 0; index < places.length; index++) places[index] = of(facts[index] as Fact);
    return places;
  };
  const named = (of: (fact: Fact) => string): Uint32Array => column((fact) => names.place(of(fact), of(fact)));
  return {
    subjects: named(({ subject }) => subject),
    attributes: named(({ attribute }) => attribute),
    sources: named(({ source }) => source),
    dates: named(({ asOf }) => asOf),
    valuePlaces: column(({ value }) => valuePlace(value)),
    restPlaces: column((fact) => {
      if (!isBare(fact)) return restPlace(fact);
      bare ??= restPlace(fact);
      return bare;
    }),
    names: names.items,
    values: values.items,
    rests: rests.items,
  };
}

const BARE = 9;
/** Has no qualifier, cue or text: nothing but what each fact has. */
function isBare(fact: Fact): boolean {
  if (fact.cues.length + fact.markets.length + fact.measuredBy.length > 0) return false;
  let own = 0;
  for (const _ in fact) own += 1;
  return own === BARE;
}

/** What a fact may have besides. */
const EMPTY: Pick<
  Fact,
  'about' | 'say' | 'note' | 'threads' | 'variant' | 'period' | 'offer' | 'growth' | 'alsoFrom' | 'disputed'
> = {
  about: undefined,
  say: undefined,
  note: undefined,
  threads: undefined,
  variant: undefined,
  period: undefined,
  offer: undefined,
  growth: undefined,
  alsoFrom: undefined,
  disputed: undefined,
};

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
    // Two shapes and no more: the engine reads a property of like objects several times as fast.
    facts[index] = plain[restPlaces[index] as number] ? fact : { ...fact, ...EMPTY, ...rest };
  }
  return facts;
}
