// Which language a question is in: by script where that decides, else by the grammar words that only one language has.
import type { Knowledge, Vocabulary } from '../../knowledge/model.ts';
import { ASCII, fold } from '../../knowledge/text.ts';

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/, 'ja'],
  [/[\uac00-\ud7af]/, 'ko'],
  [/[\u3400-\u9fff\uf900-\ufaff]/, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];
const FALLBACK = 'en';

/** Of words that tell a language: the languages that have them. */
export type TellingWords = ReadonlyMap<string, readonly string[]>;

/** The telling words of a knowledge base, as they are stored. */
export function buildTelling(knowledge: Knowledge): TellingWords {
  const words = new Map<string, string[]>();
  // A name is the same in every language, whatever else it means in one.
  const brands = new Set<string>();
  for (const { kind, names } of knowledge.subjects.values()) if (kind === 'company') brands.add(fold(names.en));
  for (const vocabulary of knowledge.vocabularies)
    for (const word of telling(vocabulary)) {
      if (brands.has(word)) continue;
      const languages = words.get(word);
      if (!languages) words.set(word, [vocabulary.language]);
      else if (!languages.includes(vocabulary.language)) languages.push(vocabulary.language);
    }
  return words;
}

export class LanguageDetector {
  readonly #words: TellingWords;
  #last: { readonly text: string; readonly language: string } | undefined;

  constructor(words: TellingWords) {
    this.#words = words;
  }

  /** Two-letter code; "en" where nothing tells. */
  detect(text: string): string {
    // A message is mostly read as a whole first, by those who answer and by those who understand it.
    if (this.#last?.text !== text) this.#last = { text, language: this.#detect(text) };
    return this.#last.language;
  }

  #detect(text: string): string {
    const plain = ASCII.test(text);
    if (!plain) for (const [script, language] of SCRIPTS) if (script.test(text)) return language;
    const votes = new Map<string, number>();
    for (const word of fold(text).split(plain ? /[^a-z']+/ : /[^\p{L}\p{M}']+/u)) {
      const languages = this.#words.get(word) ?? [];
      for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
    }
    let best = FALLBACK;
    for (const [language, count] of votes) if (count > (votes.get(best) ?? 0) + 0.01) best = language;
    return best;
  }
}

function* telling(vocabulary: Vocabulary): Generator<string> {
  const phrases = [vocabulary.function, vocabulary.light, ...Object.values(vocabulary.questions)];
  for (const phrase of phrases.flat())
    yield* fold(phrase)
      .split(/[^\p{L}\p{M}']+/u)
      .filter((word) => word.length > 1);
}
