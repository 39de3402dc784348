// The names of everything that is known, looked up: what a half-typed name may become, what is near one that is not known.
import type { Attribute, Knowledge, Subject, Text, Value } from '../knowledge/model.ts';
import { buildLookup } from '../lookup/build.ts';
import type { Everyday, LookupData } from '../lookup/contract.ts';
import { Lookup } from '../lookup/lookup.ts';
import { piecesOf } from '../lookup/pieces.ts';
import { mainCompany } from './about.ts';
import type { Completed, Completion } from './contract.ts';

/** The indexes as they are stored, in the order of the knowledge. */
export type NamedData = { readonly subjects: LookupData; readonly attributes: LookupData };

const askable = ({ attributes }: Knowledge) => [...attributes.values()].filter(({ general }) => !general);

const textIn = (language: string, text?: Text): string => (language === 'zh' ? text?.zh : text?.en) ?? '';

/** A codename, or model numbers, as they are written. */
const textsOf = (value: Value): string[] =>
  value.kind === 'text' ? [value.text.en] : value.kind === 'list' ? value.items.map(({ en }) => en) : [];

/** Builds the indexes of a knowledge base's names. */
export function buildNamed(knowledge: Knowledge): NamedData {
  const identifiers = new Map<string, string[]>();
  for (const { subject, attribute, value } of knowledge.facts)
    if (knowledge.attributes.get(attribute)?.identifies)
      identifiers.set(subject, [...(identifiers.get(subject) ?? []), ...textsOf(value)]);
  const subjects = [...knowledge.subjects.values()].map(({ id, names, aliases }) => ({
    names: [names.en, id, names.zh, ...aliases, ...(identifiers.get(id) ?? [])],
  }));
  const attributes = askable(knowledge).map(({ id, names }) => ({ names: [id, ...Object.values(names).flat()] }));
  return { subjects: buildLookup(subjects), attributes: buildLookup(attributes) };
}

/** The words around names, in the languages that answers are given in: elsewhere too many are parts of names. */
function fillerOf({ vocabularies, messages }: Knowledge): Set<string> {
  const filler = new Set<string>();
  for (const vocabulary of vocabularies)
    if (messages.has(vocabulary.language))
      for (const phrase of [...vocabulary.function, ...vocabulary.light]) {
        const [word, ...more] = piecesOf(phrase);
        if (word !== undefined && more.length === 0) filler.add(word);
      }
  return filler;
}

export class Named {
  readonly #subjects: readonly Subject[];
  readonly #attributes: readonly Attribute[];
  /** The company that most is known of, and the ids of the attributes that are. */
  readonly #company: Subject | undefined;
  readonly #topics: ReadonlySet<string>;
  readonly #bySubject: Lookup;
  readonly #byAttribute: Lookup;

  /** @param known whether a word is one of some language, and so no slip of a name */
  constructor(knowledge: Knowledge, data: NamedData, known: ReadonlySet<string>) {
    const everyday: Everyday = { filler: fillerOf(knowledge), isWord: (word) => known.has(word) };
    this.#subjects = [...knowledge.subjects.values()];
    this.#attributes = askable(knowledge);
    this.#company = knowledge.subjects.get(mainCompany(knowledge)?.id ?? '');
    const held = knowledge.facts.filter(({ subject }) => subject === this.#company?.id);
    this.#topics = new Set(held.map(({ attribute }) => attribute));
    this.#bySubject = new Lookup(data.subjects, everyday);
    this.#byAttribute = new Lookup(data.attributes, everyday);
  }

  /** What a half-typed name may become: at most `limit`, best first; labels of attributes and descriptions in `language`, where they are held in it. */
  complete(typed: string, what: Completed, limit: number, language = 'en'): Completion[] {
    if (what === 'attribute') return this.#completeAttributes(typed, limit, language, () => true);
    const accept = (place: number): boolean => what !== 'product' || this.#subjects[place]?.kind === 'product';
    const subjects = this.#bySubject.complete(typed, limit, accept).map((place) => {
      const { id, names, intro } = this.#subjects[place] as Subject;
      return { value: id, label: names.en, description: textIn(language, intro) };
    });
    if (what !== 'topic') return subjects;
    const attributes = this.#completeAttributes(typed, limit, language, ({ id }) => this.#topics.has(id));
    // Asked by its words: what is picked stands in the message for all to read.
    const topics = attributes.map((one) => ({ ...one, value: one.label }));
    return subjects
      .flatMap((one, place) => [one, ...topics.slice(place, place + 1)])
      .concat(topics.slice(subjects.length))
      .slice(0, limit);
  }

  #completeAttributes(typed: string, limit: number, language: string, accept: (one: Attribute) => boolean) {
    const isWanted = (place: number): boolean => accept(this.#attributes[place] as Attribute);
    return this.#byAttribute.complete(typed, limit, isWanted).map((place): Completion => {
      const { id, names } = this.#attributes[place] as Attribute;
      const label = names[language]?.[0] ?? names.en?.[0] ?? id;
      return { value: id, label, description: this.#topics.has(id) ? textIn(language, this.#company?.names) : '' };
    });
  }

  /** The products that a typed name means although it is not written as any is; none where it is not known. */
  resolve(typed: string): Subject[] {
    const found = this.#bySubject.resolve(typed).map((place) => this.#subjects[place] as Subject);
    return found.every(({ kind }) => kind === 'product') ? found : [];
  }

  /** The products, series aside, whose names are nearest to one that is not known, best first. */
  near(typed: string, limit: number): Subject[] {
    const accept = (place: number): boolean => {
      const { kind, members } = this.#subjects[place] as Subject;
      return kind === 'product' && members.length === 0;
    };
    return this.#bySubject.near(typed, limit, accept).map((place) => this.#subjects[place] as Subject);
  }
}
