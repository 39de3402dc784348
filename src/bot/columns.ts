// The facts of each attribute as columns of numbers, so that a condition on a hundred thousand products is one pass over an array.
import type { Fact, Knowledge, Value } from '../knowledge/model.ts';
import { measure } from './measure.ts';

/**
 * The facts of one attribute by the place of their subject; `low` and `high` are NaN where a value has no measure, and 1 or 0
 * where it is true or false.
 */
export type Column = {
  readonly facts: readonly Fact[];
  /** The place of each fact among all, and of its subject among all subjects. */
  readonly indexes: Uint32Array;
  readonly places: Uint32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The different values, and which of them each fact has: a catalogue gives many products the same. */
  readonly values: readonly Value[];
  readonly valueAt: Uint32Array;
  /** What each of the values measures: see `Measure`. */
  readonly dimensions: readonly (string | undefined)[];
};

export class Columns {
  readonly #knowledge: Knowledge;
  readonly #facts: ReadonlyMap<string, readonly Fact[]>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #made = new Map<string, Column>();
  /** The subjects by their places. */
  readonly subjects: readonly string[];

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#facts = Map.groupBy(knowledge.facts, ({ attribute }) => attribute);
    this.subjects = [...knowledge.subjects.keys()];
    this.#places = new Map(this.subjects.map((id, place) => [id, place]));
  }

  /** The attributes that have facts. */
  attributes(): Iterable<string> {
    return this.#facts.keys();
  }

  /** The place of a subject among all. */
  placeOf(subject: string): number {
    return this.#places.get(subject) ?? 0;
  }

  /** The facts of an attribute, none where nothing has it; made when it is first asked for. */
  of(attribute: string): Column {
    const known = this.#made.get(attribute);
    if (known) return known;
    const column = this.#make(this.#facts.get(attribute) ?? []);
    this.#made.set(attribute, column);
    return column;
  }

  #make(held: readonly Fact[]): Column {
    let facts = held;
    let places = Uint32Array.from(held, ({ subject }) => this.placeOf(subject));
    if (places.some((place, at) => at > 0 && (places[at - 1] as number) > place)) {
      const order = [...places.keys()].sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
      facts = order.map((at) => held[at] as Fact);
      places = Uint32Array.from(order, (at) => places[at] as number);
    }
    // Alike values are one object where they come from the compiled copy, and many where they come from the files.
    const numbers = new Map<Value | string, number>();
    const values: Value[] = [];
    const valueAt = Uint32Array.from(facts, ({ value }) => {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      const written = JSON.stringify(value);
      const number = numbers.get(written) ?? values.push(value) - 1;
      numbers.set(value, number).set(written, number);
      return number;
    });
    const measures = values.map((value) => measureOf(value, this.#knowledge));
    return {
      facts,
      indexes: Uint32Array.from(facts, ({ index }) => index),
      places,
      low: Float64Array.from(valueAt, (at) => (measures[at] as typeof NONE).low),
      high: Float64Array.from(valueAt, (at) => (measures[at] as typeof NONE).high),
      values,
      valueAt,
      dimensions: measures.map(({ dimension }) => dimension),
    };
  }
}

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
