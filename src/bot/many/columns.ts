// The facts of each attribute as columns of numbers, so that a condition on a hundred thousand products is one pass over an array.
import type { Fact, Knowledge, Subject, Value } from '../../knowledge/model.ts';
import { measure } from '../reading/measure.ts';

/** The facts of one attribute, in the order of their subjects' places. */
export type Column = {
  /** The place of each fact among all, and of its subject among all subjects. */
  readonly indexes: Uint32Array;
  readonly places: Uint32Array;
  /** The different values, and which of them each fact has: a catalogue gives many products the same. */
  readonly values: readonly Value[];
  readonly valueAt: Uint32Array;
  /** What each of the values measures, see `Measure`: NaN where it has no measure, 1 or 0 where it is true or false. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly dimensions: readonly (string | undefined)[];
};

/** What single products have in common: these decide whether they are asked about. */
export type Shelf = Pick<Subject, 'classes' | 'brand'>;

/** What a fact states of a thing that is there or not. */
export const TRUTH = { none: 0, false: 1, true: 2 } as const;

export class Columns {
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #places: ReadonlyMap<string, number>;
  /** The subjects by their places. */
  readonly subjects: readonly string[];
  /** Of each fact, the place of its subject, and its `TRUTH`. */
  readonly placeOfFact: Uint32Array;
  readonly truthOfFact: Uint8Array;
  /** Of each subject the number of its shelf, counted from 1; 0 for what is no single product. */
  readonly shelfAt: Uint32Array;
  readonly shelves: readonly Shelf[];

  constructor(knowledge: Knowledge) {
    const { facts } = knowledge;
    this.subjects = [...knowledge.subjects.keys()];
    const shelves = new Shelves();
    this.shelfAt = Uint32Array.from(knowledge.subjects.values(), (subject) => shelves.numberOf(subject));
    this.shelves = shelves.all;
    this.#places = new Map(this.subjects.map((id, place) => [id, place]));
    this.placeOfFact = new Uint32Array(facts.length);
    this.truthOfFact = new Uint8Array(facts.length);
    const makers = new Map<string, Maker>();
    let rising = true;
    let subject = '';
    let place = 0;
    facts.forEach((fact, index) => {
      // Facts of one subject mostly stand together.
      if (fact.subject !== subject) {
        const before = place;
        subject = fact.subject;
        place = this.placeOf(subject);
        rising &&= before <= place;
      }
      this.placeOfFact[index] = place;
      if (fact.value.kind === 'boolean') this.truthOfFact[index] = fact.value.value ? TRUTH.true : TRUTH.false;
      let maker = makers.get(fact.attribute);
      if (!maker) {
        maker = new Maker();
        makers.set(fact.attribute, maker);
      }
      maker.indexes.push(index);
    });
    this.#columns = new Map(
      [...makers].map(([attribute, maker]) => [attribute, maker.column(knowledge, this.placeOfFact, rising)]),
    );
  }

  /** The attributes that have facts. */
  attributes(): Iterable<string> {
    return this.#columns.keys();
  }

  /** The place of a subject among all. */
  placeOf(subject: string): number {
    return this.#places.get(subject) ?? 0;
  }

  /** The facts of an attribute, none where nothing has it. */
  of(attribute: string): Column {
    return this.#columns.get(attribute) ?? EMPTY;
  }
}

class Shelves {
  readonly all: Shelf[] = [];
  readonly #numbers = new Map<string | undefined, Map<string, number>>();

  numberOf({ kind, members, classes, brand }: Subject): number {
    if (kind !== 'product' || members.length > 0) return 0;
    let ofBrand = this.#numbers.get(brand);
    if (!ofBrand) {
      ofBrand = new Map();
      this.#numbers.set(brand, ofBrand);
    }
    const key = classes.length === 1 ? (classes[0] as string) : classes.join(' ');
    let number = ofBrand.get(key);
    if (number === undefined) {
      number = this.all.push({ classes, ...(brand === undefined ? {} : { brand }) });
      ofBrand.set(key, number);
    }
    return number;
  }
}

/** Gathers the facts of one attribute. */
class Maker {
  readonly indexes: number[] = [];

  /** @param rising whether the places of all facts rise with their indexes */
  column(knowledge: Knowledge, placeOfFact: Uint32Array, rising: boolean): Column {
    const { facts } = knowledge;
    const placed = (index: number): number => placeOfFact[index] as number;
    if (!rising) this.indexes.sort((a, b) => placed(a) - placed(b) || a - b);
    // Alike values are mostly one object: see `Knowledge`.
    const numbers = new Map<Value, number>();
    const places = new Uint32Array(this.indexes.length);
    const valueAt = new Uint32Array(this.indexes.length);
    this.indexes.forEach((index, at) => {
      const { value } = facts[index] as Fact;
      let number = numbers.get(value);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(value, number);
      }
      valueAt[at] = number;
      places[at] = placed(index);
    });
    const values = [...numbers.keys()];
    const measures = values.map((value) => measureOf(value, knowledge));
    return {
      indexes: Uint32Array.from(this.indexes),
      places,
      values,
      valueAt,
      low: Float64Array.from(measures, ({ low }) => low),
      high: Float64Array.from(measures, ({ high }) => high),
      dimensions: measures.map(({ dimension }) => dimension),
    };
  }
}

const EMPTY: Column = {
  indexes: new Uint32Array(0),
  places: new Uint32Array(0),
  values: [],
  valueAt: new Uint32Array(0),
  low: new Float64Array(0),
  high: new Float64Array(0),
  dimensions: [],
};

const NONE: { low: number; high: number; dimension: string | undefined } = {
  low: Number.NaN,
  high: Number.NaN,
  dimension: undefined,
};

function measureOf(value: Value, knowledge: Knowledge): typeof NONE {
  if (value.kind !== 'boolean') return measure(value, knowledge) ?? NONE;
  const size = value.value ? 1 : 0;
  return { low: size, high: size, dimension: undefined };
}

/** Where the facts of a subject begin in a column. */
export function firstOf({ places }: Column, wanted: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
