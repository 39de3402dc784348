// The facts of each attribute as columns of numbers, so that a condition on a hundred thousand products is one pass over an array.
import type { Fact, Knowledge } from '../knowledge/model.ts';
import { measure } from './measure.ts';

/** The facts of one attribute, in the order of their files; `low` and `high` are NaN where a value has no measure. */
export type Column = {
  readonly facts: readonly Fact[];
  /** The place of each fact's subject among all subjects. */
  readonly places: Uint32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** What is measured, fact by fact: see `Measure`. */
  readonly dimensions: readonly (string | undefined)[];
};

const EMPTY: Column = {
  facts: [],
  places: new Uint32Array(0),
  low: new Float64Array(0),
  high: new Float64Array(0),
  dimensions: [],
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

  /** The facts of an attribute; made when it is first asked for. */
  of(attribute: string): Column {
    const known = this.#made.get(attribute);
    if (known) return known;
    const facts = this.#facts.get(attribute);
    if (!facts) return EMPTY;
    const measures = facts.map(({ value }) => measure(value, this.#knowledge));
    const column: Column = {
      facts,
      places: Uint32Array.from(facts, ({ subject }) => this.placeOf(subject)),
      low: Float64Array.from(measures, (one) => one?.low ?? Number.NaN),
      high: Float64Array.from(measures, (one) => one?.high ?? Number.NaN),
      dimensions: measures.map((one) => one?.dimension),
    };
    this.#made.set(attribute, column);
    return column;
  }
}
