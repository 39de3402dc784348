// The facts of each attribute as columns of numbers, so that a condition on a hundred thousand products is one pass over an array.
import type { Fact, Knowledge } from '../knowledge/model.ts';
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
  /** What is measured, fact by fact: see `Measure`. */
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
    const facts = [...(this.#facts.get(attribute) ?? [])]
      .map((fact) => ({ fact, place: this.placeOf(fact.subject) }))
      .sort((a, b) => a.place - b.place || a.fact.index - b.fact.index);
    // A catalogue gives many products the same value.
    const read = new Map<Fact['value'], ReturnType<typeof measureOf>>();
    const measures = facts.map(({ fact: { value } }) => {
      const own = read.get(value) ?? measureOf(value, this.#knowledge);
      read.set(value, own);
      return own;
    });
    const column: Column = {
      facts: facts.map(({ fact }) => fact),
      indexes: Uint32Array.from(facts, ({ fact }) => fact.index),
      places: Uint32Array.from(facts, ({ place }) => place),
      low: Float64Array.from(measures, ({ low }) => low),
      high: Float64Array.from(measures, ({ high }) => high),
      dimensions: measures.map(({ dimension }) => dimension),
    };
    this.#made.set(attribute, column);
    return column;
  }
}

const NONE = { low: Number.NaN, high: Number.NaN, dimension: undefined };

function measureOf(value: Fact['value'], knowledge: Knowledge) {
  if (value.kind !== 'boolean') return measure(value, knowledge) ?? NONE;
  const size = value.value ? 1 : 0;
  return { low: size, high: size, dimension: undefined };
}
