// The bot's own sentences, by language, with their blanks filled in.
import type { Knowledge, Text } from '../../knowledge/model.ts';

const FALLBACK = 'en';

export class Messages {
  /** The language that sentences are in: the asked one where it is held in full, else English. */
  readonly language: 'en' | 'zh';
  readonly #own: Readonly<Record<string, string>>;
  readonly #fallback: Readonly<Record<string, string>>;

  constructor(knowledge: Knowledge, language: string) {
    this.language = language === 'zh' && knowledge.messages.has('zh') ? 'zh' : FALLBACK;
    this.#own = knowledge.messages.get(this.language) ?? {};
    this.#fallback = knowledge.messages.get(FALLBACK) ?? {};
  }

  /** A sentence by its id, with {blanks} filled in; of {blank|one|many} the word that goes with that number. */
  say(id: string, blanks: Readonly<Record<string, string | number>> = {}): string {
    const pattern = this.#own[id] ?? this.#fallback[id] ?? id;
    return pattern.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) =>
      one === undefined ? String(blanks[name] ?? whole) : String(blanks[name] === 1 ? one : many),
    );
  }

  text(text: Text): string {
    return text[this.language];
  }

  /** "a, b and c" as the language writes it. */
  list(items: readonly string[]): string {
    const last = items.at(-1) ?? '';
    if (items.length < 2) return last;
    return this.say('list-and', { first: items.slice(0, -1).join(this.say('separator')), last });
  }
}
