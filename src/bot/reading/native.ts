// Words that are of the language of a question: there, what they mean in another language does not count.
import type { Knowledge, Vocabulary } from '../../knowledge/model.ts';
import { meaningsOf, type Span } from './annotate.ts';
import { type Token, tokenize } from './tokens.ts';

/** The language that most is known in: a question in none that is recognized is taken for one in it. */
const MAIN = 'en';

/** The languages in which a stem names an attribute, and the words that have it. */
type Named = { readonly languages: ReadonlySet<string>; readonly words: ReadonlySet<string> };

export class NativeWords {
  readonly #knowledge: Knowledge;
  readonly #words = new Map<string, ReadonlySet<string>>();
  readonly #names = new Map<string, ReadonlyMap<string, Named>>();

  /** Words of the main language's grammar. */
  readonly #grammar: ReadonlySet<string>;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    const main = knowledge.vocabularies.filter(({ language }) => language === MAIN);
    this.#grammar = new Set(
      main.flatMap((one) => one.function.flatMap((phrase) => tokenize(phrase).map(({ word }) => word))),
    );
  }

  /** The span without what it means only in other languages than the question's. */
  only(span: Span, token: Token | undefined, language: string): Span {
    if (span.end - span.start > 1 || token?.kind !== 'word' || span.meanings.length === 0) return span;
    const isMain = language === MAIN;
    const isOwn = this.#wordsOf(language).has(token.word);
    const attributes = meaningsOf(span, 'attribute');
    if (attributes.length === 0 && !isOwn) return span;
    const foreign = new Set(
      attributes
        .map(({ id }) => id)
        .filter((id) => {
          const named = this.#namesOf(id).get(token.key);
          return (
            named !== undefined && !named.languages.has(language) && (isOwn || (isMain && !named.words.has(token.word)))
          );
        }),
    );
    // "Which OS": what names an attribute in the language of the question is no article of another.
    const isName =
      isMain &&
      attributes.length > 0 &&
      !this.#grammar.has(token.word) &&
      span.meanings.some(({ kind }) => kind === 'function') &&
      attributes.some(({ id }) => this.#namesOf(id).get(token.key)?.languages.has(language));
    const meanings = span.meanings.filter(
      (one) =>
        !(one.kind === 'attribute' && foreign.has(one.id)) &&
        !(one.kind === 'outsider' && isOwn && !isMain) &&
        !(one.kind === 'function' && isName),
    );
    return meanings.length === span.meanings.length ? span : { ...span, meanings };
  }

  /** Grammar of a language; of the main one, all its words. */
  #wordsOf(language: string): ReadonlySet<string> {
    const known = this.#words.get(language);
    if (known) return known;
    const words = new Set<string>();
    for (const vocabulary of this.#knowledge.vocabularies)
      if (vocabulary.language === language)
        for (const phrase of phrasesOf(vocabulary)) for (const { word } of tokenize(phrase)) words.add(word);
    this.#words.set(language, words);
    return words;
  }

  /** The names of an attribute that are one word, by its stem. */
  #namesOf(id: string): ReadonlyMap<string, Named> {
    const known = this.#names.get(id);
    if (known) return known;
    const names = new Map<string, { languages: Set<string>; words: Set<string> }>();
    const add = (language: string, phrases: readonly string[] = []): void => {
      for (const [token, ...more] of phrases.map((phrase) => tokenize(phrase)))
        if (token && more.length === 0) {
          const named = names.get(token.key) ?? { languages: new Set(), words: new Set() };
          named.languages.add(language);
          named.words.add(token.word);
          names.set(token.key, named);
        }
    };
    add(MAIN, [id]);
    for (const [language, phrases] of Object.entries(this.#knowledge.attributes.get(id)?.names ?? {}))
      add(language, phrases);
    for (const { language, attributes } of this.#knowledge.vocabularies) add(language, attributes[id]);
    this.#names.set(id, names);
    return names;
  }
}

const phrasesOf = (vocabulary: Vocabulary): string[] => [
  ...vocabulary.function,
  ...(vocabulary.language === MAIN
    ? [...vocabulary.light, ...vocabulary.words, ...Object.values(vocabulary.concepts).flat()]
    : []),
];
