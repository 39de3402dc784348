// Answers that were given to the same words before, in whatever case and spacing: reading does not see these. A bot has its own, so that none
// outlives a change of the knowledge.
import type { Question } from '../question.ts';

/** Longer questions are hardly ever asked twice. In characters. */
const LONGEST_KEY = 200;

/** Keeps what `make` came to, for the questions that were asked last. */
export class TurnCache<Turn> {
  readonly #turns = new Map<string, Turn>();
  readonly #most: number;
  readonly #asked: (hit: boolean) => void;
  /** @param most how many turns to keep; 0 keeps none. @param asked hears whether a turn was there */
  constructor(most: number, asked: (hit: boolean) => void) {
    this.#most = most;
    this.#asked = asked;
  }

  /** The turn that the same words came to before, else what `make` comes to, which is kept. */
  of({ input, language }: Question, make: () => Turn): Turn {
    if (this.#most === 0) return make();
    const key = JSON.stringify([language ?? '', input])
      .toLowerCase()
      .replace(/\s+/g, ' ');
    if (key.length > LONGEST_KEY) return make();
    const kept = this.#turns.get(key);
    this.#asked(kept !== undefined);
    const turn = kept ?? make();
    this.#turns.delete(key);
    this.#turns.set(key, turn);
    const [oldest] = this.#turns.keys();
    if (this.#turns.size > this.#most && oldest !== undefined) this.#turns.delete(oldest);
    return turn;
  }
}
