// For every fact, the keys that can account for a word of a question, and how strongly; and the way from key to facts.
import type { Fact, Knowledge, Subject, Text } from '../knowledge/model.ts';
import { type Annotator, type Span } from './annotate.ts';
import { tokenize } from './tokens.ts';

/** How well a key accounts for a word, by where in the fact it stands. Tuned on the project's golden questions. */
export const STRENGTH = {
  subject: 1,
  attribute: 1,
  qualifier: 1,
  cue: 1,
  about: 1,
  group: 0.9,
  attributeWord: 0.85,
  nameWord: 0.8,
  mention: 0.7,
  class: 0.7,
  brand: 0.6,
  value: 0.6,
  note: 0.4,
  passing: 0.75,
} as const;

/** What a fact's value holds, whatever its kind. */
export type Traits = { date: boolean; number: boolean; person: boolean; place: boolean; readonly dimensions: Set<string>; readonly years: Set<string> };

export type Posting = { readonly fact: number; readonly strength: number };

/** Keys of a span when it stands in a fact: what it means, and each of its words. */
export function keysOf(span: Span): string[] {
  const keys = [...span.words];
  for (const meaning of span.meanings) {
    if (meaning.kind === 'subject') keys.push(`s:${meaning.id}`);
    else if (meaning.kind === 'attribute') keys.push(`a:${meaning.id}`);
    else if (meaning.kind === 'class') keys.push(`k:${meaning.id}`);
    else if (meaning.kind === 'concept') keys.push(`c:${meaning.id}`);
    else if (meaning.kind === 'place') keys.push(`s:${meaning.id}`);
  }
  if (span.amount) keys.push(`n:${span.amount.value}`);
  return keys;
}

export class Evidence {
  readonly #keys: ReadonlyMap<string, number>[] = [];
  readonly #postings = new Map<string, Posting[]>();
  readonly #traits: Traits[] = [];
  readonly #words = new Set<string>();
  readonly #knowledge: Knowledge;
  readonly #annotator: Annotator;
  readonly #groups = new Map<string, string[]>();
  readonly #families = new Map<string, string[]>();

  constructor(knowledge: Knowledge, annotator: Annotator) {
    this.#knowledge = knowledge;
    this.#annotator = annotator;
    for (const attribute of knowledge.attributes.values())
      for (const member of attribute.members) this.#groups.set(member, [...(this.#groups.get(member) ?? []), attribute.id]);
    for (const subject of knowledge.subjects.values())
      for (const member of subject.members) this.#families.set(member, [...(this.#families.get(member) ?? []), subject.id]);
    const aboutSubject = new Map<string, ReadonlyMap<string, number>>();
    const aboutAttribute = new Map<string, ReadonlyMap<string, number>>();
    for (const fact of knowledge.facts) {
      const keys = new Map<string, number>();
      const subject = memo(aboutSubject, fact.subject, () => this.#subjectKeys(fact.subject));
      const attribute = memo(aboutAttribute, fact.attribute, () => this.#attributeKeys(fact.attribute));
      for (const part of [subject, attribute]) for (const [key, strength] of part) raise(keys, key, strength);
      this.#traits.push({ date: false, number: false, person: false, place: false, dimensions: new Set(), years: new Set() });
      this.#addOwn(fact, keys);
      this.#keys.push(keys);
      for (const [key, strength] of keys) {
        const list = this.#postings.get(key);
        if (list) list.push({ fact: fact.index, strength });
        else this.#postings.set(key, [{ fact: fact.index, strength }]);
      }
    }
  }

  /** Facts that a key leads to. */
  postings(key: string): readonly Posting[] {
    return this.#postings.get(key) ?? [];
  }

  /** How strongly a fact accounts for a key: 0 to 1. */
  strength(fact: number, key: string): number {
    return this.#keys[fact]?.get(key) ?? 0;
  }

  traits(fact: number): Readonly<Traits> {
    return this.#traits[fact] as Traits;
  }

  /** Words that stand in facts, as typed; they need no spelling correction. */
  get words(): ReadonlySet<string> {
    return this.#words;
  }

  #subjectKeys(id: string): ReadonlyMap<string, number> {
    const keys = new Map<string, number>();
    const subject = this.#knowledge.subjects.get(id) as Subject;
    raise(keys, `s:${id}`, STRENGTH.subject);
    for (const family of this.#families.get(id) ?? []) raise(keys, `s:${family}`, STRENGTH.group);
    for (const name of [subject.names.en, subject.names.zh, ...subject.aliases])
      for (const span of this.#spans(name)) for (const word of span.words) raise(keys, word, STRENGTH.nameWord);
    if (subject.brand) raise(keys, `s:${subject.brand}`, STRENGTH.brand);
    for (const own of subject.classes)
      for (let id: string | undefined = own; id; id = this.#knowledge.classes.get(id)?.parent) raise(keys, `k:${id}`, STRENGTH.class);
    return keys;
  }

  #attributeKeys(id: string): ReadonlyMap<string, number> {
    const keys = new Map<string, number>();
    raise(keys, `a:${id}`, STRENGTH.attribute);
    for (const group of this.#groups.get(id) ?? []) raise(keys, `a:${group}`, STRENGTH.group);
    const names = this.#knowledge.attributes.get(id)?.names ?? {};
    for (const name of Object.values(names).flat())
      for (const span of this.#spans(name)) for (const key of keysOf(span)) if (!key.startsWith('s:')) raise(keys, key, STRENGTH.attributeWord);
    return keys;
  }

  #addOwn(fact: Fact, keys: Map<string, number>): void {
    const text = (value: string | undefined, strength: number): void => {
      if (value) for (const span of this.#spans(value)) for (const key of keysOf(span)) raise(keys, key, strengthIn(key, strength));
    };
    const both = (value: Text | undefined, strength: number): void => {
      text(value?.en, strength);
      if (value?.zh !== value?.en) text(value?.zh, strength);
    };
    for (const cue of fact.cues) text(cue, STRENGTH.cue);
    both(fact.about, STRENGTH.about);
    both(fact.say, STRENGTH.value);
    both(fact.note, STRENGTH.note);
    text(fact.variant, STRENGTH.qualifier);
    for (const id of [...fact.markets, ...fact.measuredBy]) raise(keys, `s:${id}`, STRENGTH.qualifier);
    if (fact.growth) raise(keys, 'c:growth', STRENGTH.qualifier);
    const { value } = fact;
    this.#noteTraits(fact);
    if (value.kind === 'text') both(value.text, STRENGTH.value);
    else if (value.kind === 'list') {
      raise(keys, `n:${value.items.length}`, STRENGTH.value);
      for (const item of value.items) both(item, STRENGTH.value);
    }
    else if (value.kind === 'quantity') {
      raise(keys, `n:${value.min}`, STRENGTH.value);
      raise(keys, `n:${value.max}`, STRENGTH.value);
    } else if (value.kind === 'money') raise(keys, `n:${value.amount}`, STRENGTH.value);
    else if (value.kind === 'subject')
      for (const id of value.ids) {
        raise(keys, `s:${id}`, STRENGTH.mention);
        const names = this.#knowledge.subjects.get(id)?.names;
        both(names, STRENGTH.value);
      }
  }

  #noteTraits(fact: Fact): void {
    const traits = this.#traits[fact.index] as Traits;
    const { value } = fact;
    const texts = [...(value.kind === 'text' ? [value.text.en] : value.kind === 'list' ? value.items.map(({ en }) => en) : []), fact.say?.en ?? '', fact.about?.en ?? ''];
    for (const text of texts)
      for (const span of this.#spans(text)) {
        if (span.time) traits.date = true;
        if (span.time?.period) traits.years.add(span.time.period.label.slice(0, 4));
        if (span.amount) traits.number = true;
        if (span.amount?.unit) traits.dimensions.add(this.#knowledge.units.get(span.amount.unit)?.dimension ?? '');
        for (const meaning of span.meanings) {
          const kind = meaning.kind === 'subject' ? this.#knowledge.subjects.get(meaning.id)?.kind : undefined;
          if (kind === 'person') traits.person = true;
          if (kind === 'place' || meaning.kind === 'place') traits.place = true;
        }
      }
  }

  #spans(text: string): Span[] {
    const tokens = tokenize(text);
    for (const token of tokens) if (token.kind === 'word') this.#words.add(token.word);
    return this.#annotator.annotate(tokens);
  }
}

/** A subject named anywhere in a fact counts; an attribute named in passing counts less than being that attribute. */
function strengthIn(key: string, strength: number): number {
  if (key.startsWith('s:')) return Math.max(strength, STRENGTH.mention);
  return key.startsWith('a:') ? strength * STRENGTH.passing : strength;
}

function raise(keys: Map<string, number>, key: string, strength: number): void {
  const known = keys.get(key);
  if (known === undefined || known < strength) keys.set(key, strength);
}

function memo<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
