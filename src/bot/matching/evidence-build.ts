// Builds the evidence index from a knowledge base: what each fact's names, attribute, cues and value say.
import type { Fact, Knowledge, Subject, Text, Value } from '../../knowledge/model.ts';
import { HAN } from '../../knowledge/text.ts';
import type { Annotator, Span } from '../reading/annotate.ts';
import type { NativeWords } from '../reading/native.ts';
import { tokenize } from '../reading/tokens.ts';
import { codeKey, type EvidenceData, keysOf, STRENGTH, type Traits } from './evidence.ts';
import { Layers, type Numbered } from './evidence-layers.ts';

/** Whom so great a share of an event's facts name, has a part in all of it; a person set beside it in one or two has not. */
const PART = 0.1;

/** The index of a knowledge base. */
export const buildEvidence = (knowledge: Knowledge, annotator: Annotator, native: NativeWords): EvidenceData =>
  new Builder(knowledge, annotator, native).data();

/** Gathers the keys of every fact. Built once a knowledge version; costly beside reading it back. */
class Builder {
  readonly #layers: Layers;
  readonly #traits = new Shared<Traits>();
  readonly #traitsOf: Uint32Array;
  /** Facts that say nothing but a value lead from what that value says: read once for all that have it. */
  readonly #values = new Map<Value, Numbered & { readonly traits: number }>();
  readonly #read = new Map<string, readonly Span[]>();
  readonly #words = new Set<string>();
  readonly #knowledge: Knowledge;
  readonly #annotator: Annotator;
  readonly #native: NativeWords;
  readonly #groups = new Map<string, string[]>();
  readonly #families = new Map<string, string[]>();

  constructor(knowledge: Knowledge, annotator: Annotator, native: NativeWords) {
    this.#knowledge = knowledge;
    this.#annotator = annotator;
    this.#native = native;
    for (const attribute of knowledge.attributes.values())
      for (const member of attribute.members)
        this.#groups.set(member, [...(this.#groups.get(member) ?? []), attribute.id]);
    for (const subject of knowledge.subjects.values())
      for (const member of subject.members)
        this.#families.set(member, [...(this.#families.get(member) ?? []), subject.id]);
    this.#layers = new Layers(knowledge);
    for (const id of knowledge.subjects.keys()) this.#layers.addSubject(id, this.#subjectKeys(id));
    for (const id of knowledge.attributes.keys()) this.#layers.addAttribute(id, this.#attributeKeys(id));
    this.#traitsOf = new Uint32Array(knowledge.facts.length);
    const events = new Map<number, Map<string, number>>();
    for (const fact of knowledge.facts) {
      const { index, value } = fact;
      const isEvent = knowledge.subjects.get(fact.subject)?.kind === 'event';
      const alone = !isEvent && isPlain(fact) && !this.#isSomeones(fact);
      const known = alone ? this.#values.get(value) : undefined;
      if (known) {
        this.#layers.addOwn(index, known);
        this.#traitsOf[index] = known.traits;
        continue;
      }
      const keys = new Map<string, number>();
      const held = this.#traitsIn(fact);
      this.#addOwn(fact, keys, held.times);
      const traits = this.#traits.place(held);
      this.#traitsOf[index] = traits;
      if (isEvent) events.set(index, keys);
      else {
        const numbered = this.#layers.numbered(keys);
        this.#layers.addOwn(index, numbered);
        if (alone) this.#values.set(value, { ...numbered, traits });
      }
    }
    this.#involve(events);
    for (const [fact, keys] of events) this.#layers.addOwn(fact, this.#layers.numbered(keys));
  }

  /** Whoever many facts of an event name has a part in all of it. */
  #involve(events: ReadonlyMap<number, Map<string, number>>): void {
    const involved = new Map<string, Map<string, number>>();
    for (const [index, keys] of events) {
      const { subject } = this.#knowledge.facts[index] as Fact;
      const own = memo(involved, subject, () => new Map<string, number>());
      for (const key of keys.keys())
        if (key.startsWith('s:') && this.#knowledge.subjects.get(key.slice(2))?.kind === 'person')
          own.set(key, (own.get(key) ?? 0) + 1);
    }
    const sizes = new Map<string, number>();
    for (const index of events.keys()) {
      const { subject } = this.#knowledge.facts[index] as Fact;
      sizes.set(subject, (sizes.get(subject) ?? 0) + 1);
    }
    for (const [index, keys] of events) {
      const { subject } = this.#knowledge.facts[index] as Fact;
      for (const [key, times] of involved.get(subject) ?? [])
        if (times >= (sizes.get(subject) as number) * PART) raise(keys, key, STRENGTH.involved);
    }
  }

  data(): EvidenceData {
    const { items: traits } = this.#traits;
    return { ...this.#layers.data(), traits, traitsOf: this.#traitsOf, words: [...this.#words] };
  }

  #subjectKeys(id: string): ReadonlyMap<string, number> {
    const keys = new Map<string, number>();
    const subject = this.#knowledge.subjects.get(id) as Subject;
    raise(keys, `s:${id}`, STRENGTH.subject);
    for (const family of this.#families.get(id) ?? []) raise(keys, `s:${family}`, STRENGTH.group);
    // A product's nicknames are whole names ("first xiaomi phone"): their words say nothing of it one by one.
    const aliases = subject.kind === 'product' ? [] : subject.aliases;
    for (const name of [subject.names.en, subject.names.zh, ...aliases])
      for (const span of this.#spans(name))
        for (const key of keysOf(span)) if (/^[wc]:/.test(key)) raise(keys, key, STRENGTH.nameWord);
    if (subject.brand) raise(keys, `s:${subject.brand}`, STRENGTH.brand);
    for (const own of subject.classes)
      for (let id: string | undefined = own; id; id = this.#knowledge.classes.get(id)?.parent)
        raise(keys, `k:${id}`, STRENGTH.class);
    return keys;
  }

  #attributeKeys(id: string): ReadonlyMap<string, number> {
    const keys = new Map<string, number>();
    raise(keys, `a:${id}`, STRENGTH.attribute);
    for (const group of this.#groups.get(id) ?? []) raise(keys, `a:${group}`, STRENGTH.group);
    const names = this.#knowledge.attributes.get(id)?.names ?? {};
    for (const name of Object.values(names).flat())
      for (const span of this.#spans(name))
        for (const key of keysOf(span))
          if (!key.startsWith('s:')) raise(keys, key, key.startsWith('a:') ? STRENGTH.related : STRENGTH.attributeWord);
    return keys;
  }

  /** @param times the labels of the times that the fact's words name */
  #addOwn(fact: Fact, keys: Map<string, number>, times: readonly string[]): void {
    const text = (value: string | undefined, strength: number): void => {
      if (!value) return;
      const spans = this.#spans(value);
      for (const [at, span] of spans.entries()) {
        const code = codeKey(spans, at);
        // "H2" holds no 2.
        const isOfCode = span.amount !== undefined && span.glued && codeKey(spans, at - 1) !== undefined;
        for (const key of keysOf(span))
          if (!isOfCode || !key.startsWith('n:')) raise(keys, key, strengthIn(key, strength));
        if (code !== undefined) raise(keys, code, strength);
      }
    };
    const both = (value: Text | undefined, strength: number): void => {
      text(value?.en, strength);
      if (value?.zh !== value?.en) text(value?.zh, strength);
    };
    for (const cue of fact.cues) text(cue, STRENGTH.cue);
    const { author, occasion } = this.#knowledge.sources.get(fact.source) ?? {};
    if (author) raise(keys, `s:${author}`, STRENGTH.author);
    if (occasion) raise(keys, `s:${occasion}`, STRENGTH.author);
    both(fact.about, STRENGTH.about);
    for (const name of [fact.about?.en, fact.about?.zh])
      for (const span of this.#spans(name ?? ''))
        for (const key of keysOf(span)) if (key.startsWith('a:')) raise(keys, key, STRENGTH.topic);
    both(fact.say, STRENGTH.value);
    both(fact.note, STRENGTH.note);
    text(fact.variant, STRENGTH.qualifier);
    for (const id of [...fact.markets, ...fact.measuredBy]) raise(keys, `s:${id}`, STRENGTH.qualifier);
    if (fact.growth) raise(keys, 'c:grow', STRENGTH.qualifier);
    const { value } = fact;
    if (value.kind === 'date') raise(keys, `d:${value.date}`, STRENGTH.about);
    for (const label of times) raise(keys, `d:${label}`, STRENGTH.class);
    if (value.kind === 'text') both(value.text, STRENGTH.value);
    else if (value.kind === 'list') {
      raise(keys, `n:${value.items.length}`, STRENGTH.value);
      for (const item of value.items) both(item, STRENGTH.value);
    } else if (value.kind === 'quantity') {
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

  /** Comes from words that are somebody's, or were said at some occasion. */
  #isSomeones({ source }: Fact): boolean {
    const held = this.#knowledge.sources.get(source);
    return held?.author !== undefined || held?.occasion !== undefined;
  }

  #traitsIn(fact: Fact): Traits {
    const traits: Traits = {
      date: false,
      number: false,
      money: false,
      person: false,
      place: false,
      company: false,
      dimensions: [],
      times: [],
    };
    const { value } = fact;
    const brand = this.#knowledge.subjects.get(fact.subject)?.brand;
    const texts = [
      ...(value.kind === 'text' ? [value.text.en] : value.kind === 'list' ? value.items.map(({ en }) => en) : []),
      fact.say?.en ?? '',
      fact.about?.en ?? '',
    ];
    for (const text of texts)
      for (const span of this.#spans(text)) {
        if (span.time) traits.date = true;
        if (span.time?.period) include(traits.times, span.time.period.label);
        if (span.amount) traits.number = true;
        if (span.amount?.currency) traits.money = true;
        if (span.amount?.unit) include(traits.dimensions, this.#knowledge.units.get(span.amount.unit)?.dimension ?? '');
        for (const meaning of span.meanings) {
          const id = meaning.kind === 'subject' ? meaning.id : '';
          const kind = this.#knowledge.subjects.get(id)?.kind;
          if (kind === 'person') traits.person = true;
          if (kind === 'company' && id !== fact.subject && id !== brand) traits.company = true;
          if (kind === 'place' || meaning.kind === 'place') traits.place = true;
        }
      }
    for (const text of [fact.variant ?? '', fact.note?.en ?? '', ...fact.cues])
      for (const { amount } of this.#spans(text))
        if (amount?.unit) include(traits.dimensions, this.#knowledge.units.get(amount.unit)?.dimension ?? '');
    return traits;
  }

  #spans(text: string): readonly Span[] {
    const known = this.#read.get(text);
    if (known) return known;
    const tokens = tokenize(text);
    for (const token of tokens) if (token.kind === 'word') this.#words.add(token.word);
    // What a fact says is written in two languages: there, what a word means in another does not count.
    const language = HAN.test(text) ? 'zh' : 'en';
    const spans = this.#annotator.annotate(tokens).map((span) => this.#native.only(span, tokens[span.start], language));
    this.#read.set(text, spans);
    return spans;
  }
}

/** A subject named anywhere in a fact counts; an attribute named in passing counts less than being that attribute. */
function strengthIn(key: string, strength: number): number {
  if (key.startsWith('s:')) return Math.max(strength, STRENGTH.mention);
  return key.startsWith('a:') ? strength * STRENGTH.topic : strength;
}

/** Says nothing but its value. */
const isPlain = ({ cues, about, say, note, variant, markets, measuredBy, growth }: Fact): boolean =>
  cues.length + markets.length + measuredBy.length === 0 && !about && !say && !note && !variant && !growth;

/** Most facts of a catalogue are alike in what their values hold. */
class Shared<T> {
  readonly items: T[] = [];
  readonly #places = new Map<string, number>();
  place(item: T): number {
    return memo(this.#places, JSON.stringify(item), () => this.items.push(item) - 1);
  }
}

function include(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item);
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
