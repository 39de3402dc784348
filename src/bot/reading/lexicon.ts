// Every word and phrase that the knowledge gives a meaning to, in one trie over tokens.
import type { Forms, Knowledge, Vocabulary } from '../../knowledge/model.ts';
import type { Meaning } from './meaning.ts';
import { stem, type Token, tokenize } from './tokens.ts';
import { GrowingTrie, PackedTrie, type PhraseTrie, type TrieData } from './trie.ts';

/** The lexicon as it is stored. */
export type LexiconData = {
  readonly trie: TrieData;
  /** Single letters that are words of their own ("a"): glued in a name ("9A"), they must be glued in the question. */
  readonly letters: ReadonlySet<string>;
  /** Words that a mistyped word may have been meant for, and in how many phrases each stands. */
  readonly spelled: ReadonlyMap<string, number>;
  /** All words, in every language. */
  readonly known: ReadonlySet<string>;
};
export type PhraseMatch = { readonly length: number; readonly meanings: readonly Meaning[] };

/** Finds phrases, while they are gathered as later on. */
export class Lexicon {
  readonly #trie: PhraseTrie;
  readonly #letters: ReadonlySet<string>;

  constructor(trie: PhraseTrie, letters: ReadonlySet<string>) {
    this.#trie = trie;
    this.#letters = letters;
  }

  static of({ trie, letters }: LexiconData): Lexicon {
    return new Lexicon(new PackedTrie(trie), letters);
  }

  /** All phrases that begin at `start`, shortest first. */
  matches(tokens: readonly Token[], start: number): PhraseMatch[] {
    const found: PhraseMatch[] = [];
    const trie = this.#trie;
    let place = 0;
    // "Leis", "Wei's": the stem of so short a word keeps its "s", which is no letter of the name.
    let onlyNames = false;
    for (let at = start; at < tokens.length; at++) {
      const token = tokens[at] as Token;
      // "That quarter (2Q20)", "came first: the 9": two things are said, not one phrase.
      if (token.stop && at > start) break;
      const exact = trie.next(place, edgeOf(token, this.#letters));
      const singular = token.word.endsWith('s') ? trie.next(place, withoutPlural(token)) : undefined;
      // "Wei's" may begin a longer phrase, and is a name by itself.
      if (exact !== undefined && singular !== undefined && singular !== exact) {
        const named = isNamed(trie.names(singular), tokens, start)
          ? trie.meanings(singular)?.filter(isSubject)
          : undefined;
        if (named && named.length > 0) found.push({ length: at - start + 1, meanings: named });
      }
      const next = exact ?? singular;
      if (next === undefined) break;
      onlyNames ||= exact === undefined;
      place = next;
      const all = trie.meanings(place);
      const own = onlyNames ? all?.filter(isSubject) : all;
      if (!own) continue;
      const meanings = isNamed(trie.names(place), tokens, start) ? own : own.filter(({ kind }) => kind !== 'subject');
      if (meanings.length > 0) found.push({ length: at - start + 1, meanings });
    }
    return found;
  }

  /** The meanings of a whole phrase, if it is one. */
  lookup(phrase: string): readonly Meaning[] {
    const tokens = tokenize(phrase);
    return this.matches(tokens, 0).find((match) => match.length === tokens.length)?.meanings ?? [];
  }
}

const edgeOf = ({ glued, key }: Token, letters: ReadonlySet<string>): string =>
  glued && letters.has(key) ? `+${key}` : key;

/** Gathers phrases into a lexicon. */
class LexiconBuilder {
  readonly #trie = new GrowingTrie();
  readonly #interned = new Map<string, Meaning>();
  readonly #spelled = new Map<string, number>();
  readonly #known = new Set<string>();
  readonly #letters: ReadonlySet<string>;
  /** What was gathered so far. */
  readonly lexicon: Lexicon;

  constructor(letters: ReadonlySet<string>) {
    this.#letters = letters;
    this.lexicon = new Lexicon(this.#trie, letters);
  }

  /** @param spelled whether mistyped words may be mended into the words of this phrase */
  add(phrase: string, meaning: Meaning, spelled = true): void {
    const tokens = tokenize(phrase);
    if (tokens.length === 0) return;
    for (const { word } of tokens) {
      this.#known.add(word);
      if (spelled) this.#spelled.set(word, (this.#spelled.get(word) ?? 0) + 1);
    }
    const place = this.#trie.reach(tokens.map((token) => edgeOf(token, this.#letters)));
    this.#trie.mean(place, this.#intern(meaning));
    if (meaning.kind === 'subject')
      this.#trie.name(
        place,
        tokens.map(({ word }) => word),
      );
  }

  /** A word that means nothing, and is no slip. */
  know(word: string): void {
    this.#known.add(word);
  }

  data(): LexiconData {
    return { trie: this.#trie.pack(), letters: this.#letters, spelled: this.#spelled, known: this.#known };
  }

  /** One object for each meaning: thousands of phrases share it. */
  #intern(meaning: Meaning): Meaning {
    const key = 'id' in meaning ? `${meaning.kind} ${meaning.id}` : JSON.stringify(meaning);
    const known = this.#interned.get(key);
    if (known) return known;
    const own: Meaning = { ...SHAPE, ...meaning };
    this.#interned.set(key, own);
    return own;
  }
}

/** All meanings have one shape, whatever their kind: the engine reads a property of like objects several times as fast. */
const SHAPE = {
  kind: undefined,
  id: undefined,
  pick: undefined,
  attribute: undefined,
  factor: undefined,
  value: undefined,
  month: undefined,
};

const isSubject = ({ kind }: Meaning): boolean => kind === 'subject';
const withoutPlural = ({ kind, word }: Token): string =>
  kind === 'word' && word.length > 2 && word.endsWith('s') ? stem(word.slice(0, -1)) : '';

/** A name is met as it is written, or in the plural: "the company founded" is not "the company's founding". */
function isNamed(names: readonly (readonly string[])[] | undefined, tokens: readonly Token[], start: number): boolean {
  if (!names) return true;
  return names.some((words) => words.every((word, index) => isSameWord(word, tokens[start + index]?.word ?? '')));
}

const isSameWord = (a: string, b: string): boolean => a === b || `${a}s` === b || a === `${b}s`;

type FormKind =
  | 'question'
  | 'comparator'
  | 'operator'
  | 'offer'
  | 'period'
  | 'pronoun'
  | 'smalltalk'
  | 'place'
  | 'concept';

/** Builds the lexicon of a knowledge base: names, attributes, classes, units and the vocabulary of every language. */
export function buildLexicon(knowledge: Knowledge): LexiconData {
  const grammar = knowledge.vocabularies.flatMap((one) => one.function);
  const builder = new LexiconBuilder(new Set(grammar.filter((word) => /^[a-z]$/.test(word))));
  for (const { id, names, aliases } of knowledge.subjects.values()) {
    const meaning = { kind: 'subject', id } as const;
    const called = [id, names.en, names.zh, ...aliases];
    // Few type the sign for inches.
    const plain = called.map((name) => name.replace(/[″"]/g, ''));
    for (const phrase of new Set([...called, ...plain])) builder.add(phrase, meaning);
  }
  for (const [kind, map] of [
    ['attribute', knowledge.attributes],
    ['class', knowledge.classes],
    ['unit', knowledge.units],
    ['currency', knowledge.currencies],
  ] as const)
    for (const [id, { names }] of map)
      for (const phrase of [id, ...Object.values(names).flat()]) builder.add(phrase, { kind, id });
  for (const vocabulary of knowledge.vocabularies)
    addVocabulary(builder, vocabulary, knowledge.messages.has(vocabulary.language));
  addIdentifiers(builder, knowledge);
  addMarketless(builder, knowledge);
  return builder.data();
}

/** "Lamp 5 (India)" is also asked for as "lamp 5", like its siblings of other markets, where nothing is called just that. */
function addMarketless(builder: LexiconBuilder, { subjects }: Knowledge): void {
  const isPlace = (text: string): boolean =>
    builder.lexicon.lookup(text).some((one) => one.kind === 'subject' && subjects.get(one.id)?.kind === 'place');
  const found = [...subjects.values()].flatMap(({ id, kind, names }) => {
    const [, base, market] = (kind === 'product' && /^([^(]+) \(([^()]+)\)$/.exec(names.en)) || [];
    const isFree =
      base && market && isPlace(market) && !builder.lexicon.lookup(base).some((one) => one.kind === 'subject');
    return isFree ? [{ base, id }] : [];
  });
  for (const { base, id } of found) builder.add(base, { kind: 'subject', id }, false);
}

/**
 * Codenames and model numbers name their products, several where they share one. One that is a word anyhow ("water",
 * "star") does so only beside the attribute's name: "codename water".
 */
function addIdentifiers(builder: LexiconBuilder, { facts, attributes, vocabularies }: Knowledge): void {
  const everyday = new Set(vocabularies.flatMap(({ words }) => words));
  for (const { subject, attribute, value } of facts) {
    const held = attributes.get(attribute);
    if (!held?.identifies) continue;
    const named = value.kind === 'list' ? value.items : value.kind === 'text' ? [value.text] : [];
    for (const { en: name } of named) {
      const meaning = { kind: 'subject', id: subject } as const;
      const isWord =
        everyday.has(name.toLowerCase()) || builder.lexicon.lookup(name).some(({ kind }) => kind !== 'subject');
      if (!isWord) {
        builder.add(name, meaning, false);
        continue;
      }
      for (const label of Object.values(held.names).flat())
        for (const phrase of [`${label} ${name}`, `${name} ${label}`]) builder.add(phrase, meaning, false);
    }
  }
}

/** @param spelled mistyped words are mended in the languages that answers are given in: elsewhere too much is inflected */
function addVocabulary(builder: LexiconBuilder, vocabulary: Vocabulary, spelled: boolean): void {
  const add = (phrase: string, meaning: Meaning): void => builder.add(phrase, meaning, spelled);
  const each = (forms: Forms, kind: FormKind): void => {
    for (const [id, phrases] of Object.entries(forms)) for (const phrase of phrases) add(phrase, { kind, id });
  };
  for (const word of vocabulary.words) builder.know(word);
  for (const phrase of vocabulary.function) add(phrase, { kind: 'function' });
  for (const phrase of vocabulary.light) add(phrase, { kind: 'light' });
  for (const phrase of vocabulary.followups) add(phrase, { kind: 'followup' });
  for (const phrase of vocabulary.outsiders) add(phrase, { kind: 'outsider' });
  for (const phrase of vocabulary.suffixes) add(phrase, { kind: 'suffix' });
  each(vocabulary.questions, 'question');
  each(vocabulary.comparators, 'comparator');
  each(vocabulary.operators, 'operator');
  each(vocabulary.offers, 'offer');
  each(vocabulary.periods, 'period');
  each(vocabulary.pronouns, 'pronoun');
  each(vocabulary.smalltalk, 'smalltalk');
  each(vocabulary.places, 'place');
  each(vocabulary.concepts, 'concept');
  for (const [id, phrases] of Object.entries(vocabulary.attributes))
    for (const phrase of phrases) add(phrase, { kind: 'attribute', id });
  for (const [id, phrases] of Object.entries(vocabulary.classes))
    for (const phrase of phrases) add(phrase, { kind: 'class', id });
  for (const { words, ...rest } of vocabulary.superlatives)
    for (const phrase of words) add(phrase, { kind: 'superlative', ...rest });
  for (const [phrase, factor] of Object.entries(vocabulary.scales)) add(phrase, { kind: 'scale', factor });
  for (const [phrase, value] of Object.entries(vocabulary.numerals)) add(phrase, { kind: 'numeral', value });
  vocabulary.months.forEach((phrases, index) => {
    for (const phrase of phrases) add(phrase, { kind: 'month', month: index + 1 });
  });
}
