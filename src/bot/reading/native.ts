// Words that are of the language of a question: there, what they mean in another language does not count.
import type { Knowledge, Vocabulary } from '../../knowledge/model.ts';
import { meaningsOf, type Span } from './annotate.ts';
import { type Token, tokenize } from './tokens.ts';

/** The language that most is known in: a question in none that is recognized is taken for one in it. */
const MAIN = 'en';

/** The languages in which a stem names an attribute or a concept, and the words that have it. */
type Named = { readonly languages: ReadonlySet<string>; readonly words: ReadonlySet<string> };

/** Words by language, as they are stored. */
export type LanguageWords = {
  /** Grammar of a language; of the main one, all its words. */
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words of the main language's grammar. */
  readonly grammar: ReadonlySet<string>;
};

/** The words of each language of a knowledge base. */
export function buildNative({ vocabularies }: Knowledge): LanguageWords {
  const wordsIn = (phrases: readonly string[]): string[] =>
    phrases.flatMap((phrase) => tokenize(phrase).map(({ word }) => word));
  const own = new Map<string, Set<string>>();
  for (const vocabulary of vocabularies) {
    const words = kept(own, vocabulary.language, () => new Set<string>());
    for (const word of wordsIn(phrasesOf(vocabulary))) words.add(word);
  }
  const main = vocabularies.filter(({ language }) => language === MAIN);
  return { own, grammar: new Set(main.flatMap((one) => wordsIn(one.function))) };
}

export class NativeWords {
  readonly #knowledge: Knowledge;
  readonly #words: LanguageWords;
  readonly #names = new Map<string, ReadonlyMap<string, Named>>();
  readonly #forms = new Map<string, ReadonlyMap<string, Named>>();

  constructor(knowledge: Knowledge, words: LanguageWords) {
    this.#knowledge = knowledge;
    this.#words = words;
  }

  /** The span without what it means only in other languages than the question's. */
  only(span: Span, token: Token | undefined, language: string): Span {
    if (span.end - span.start > 1 || token?.kind !== 'word' || span.meanings.length === 0) return span;
    const isMain = language === MAIN;
    const isOwn = this.#words.own.get(language)?.has(token.word) === true;
    const attributes = meaningsOf(span, 'attribute');
    const concepts = meaningsOf(span, 'concept');
    if (attributes.length + concepts.length === 0 && !isOwn) return span;
    const isForeign = (named: Named | undefined): boolean =>
      named !== undefined && !named.languages.has(language) && (isOwn || (isMain && !named.words.has(token.word)));
    const foreign = new Set(attributes.map(({ id }) => id).filter((id) => isForeign(this.#namesOf(id).get(token.key))));
    // "Product" is not made, though another language's word for making has its stem; a word that means nothing else is one of that language.
    const isElsewhere = ({ id }: { readonly id: string }): boolean => isForeign(this.#formsOf(id).get(token.key));
    const strange = new Set(
      isMain && span.meanings.length > concepts.length ? concepts.filter(isElsewhere).map(({ id }) => id) : [],
    );
    // "Which OS": what names an attribute in the language of the question is no article of another.
    const isName =
      isMain &&
      attributes.length > 0 &&
      !this.#words.grammar.has(token.word) &&
      span.meanings.some(({ kind }) => kind === 'function') &&
      attributes.some(({ id }) => this.#namesOf(id).get(token.key)?.languages.has(language));
    const meanings = span.meanings.filter(
      (one) =>
        !(one.kind === 'attribute' && foreign.has(one.id)) &&
        !(one.kind === 'concept' && strange.has(one.id)) &&
        !(one.kind === 'outsider' && isOwn && !isMain) &&
        !(one.kind === 'function' && isName),
    );
    return meanings.length === span.meanings.length ? span : { ...span, meanings };
  }

  /** The names of an attribute that are one word, by its stem. */
  #namesOf(id: string): ReadonlyMap<string, Named> {
    return kept(this.#names, id, () => {
      const { vocabularies, attributes } = this.#knowledge;
      const own = Object.entries(attributes.get(id)?.names ?? {});
      const others = vocabularies.map((one): Phrases => [one.language, one.attributes[id] ?? []]);
      return namedBy([[MAIN, [id]], ...own, ...others]);
    });
  }

  /** The words of a concept, by their stems. */
  #formsOf(id: string): ReadonlyMap<string, Named> {
    return kept(this.#forms, id, () =>
      namedBy(this.#knowledge.vocabularies.map((one): Phrases => [one.language, one.concepts[id] ?? []])),
    );
  }
}

type Phrases = readonly [language: string, phrases: readonly string[]];

/** Of phrases that are one word: the languages that have it, by its stem. */
function namedBy(all: readonly Phrases[]): ReadonlyMap<string, Named> {
  const names = new Map<string, { languages: Set<string>; words: Set<string> }>();
  for (const [language, phrases] of all)
    for (const [token, ...more] of phrases.map((phrase) => tokenize(phrase)))
      if (token && more.length === 0) {
        const named = names.get(token.key) ?? { languages: new Set(), words: new Set() };
        named.languages.add(language);
        named.words.add(token.word);
        names.set(token.key, named);
      }
  return names;
}

function kept<T>(known: Map<string, T>, id: string, make: () => T): T {
  const found = known.get(id) ?? make();
  known.set(id, found);
  return found;
}

const phrasesOf = (vocabulary: Vocabulary): string[] => [
  ...vocabulary.function,
  ...(vocabulary.language === MAIN
    ? [...vocabulary.light, ...vocabulary.words, ...Object.values(vocabulary.concepts).flat()]
    : []),
];
