// Reads, checks and links a knowledge folder. A fault stops it: a bot with half its knowledge would give wrong answers.
import { reconcile } from './agree.ts';
import { checkEntries } from './check.ts';
import { collectEntries, type Entries, type PlacedFact } from './entries.ts';
import { type Fault, KnowledgeError } from './faults.ts';
import { type Parsed, parseFile } from './files.ts';
import { mergePacks } from './merge.ts';
import type { Attribute, Fact, Knowledge, Pack, Source, Subject, Text, Value, Vocabulary } from './model.ts';
import { digestOf, packId, type RawFile, readRawFiles } from './raw-files.ts';
import type { PackEntry } from './schema.ts';
import { ValueReader } from './value.ts';

/** The folders of one knowledge base; the first holds attributes, vocabulary and messages, which the others use. */
export type Folders = string | readonly string[];
const folderList = (folders: Folders): readonly string[] => (typeof folders === 'string' ? [folders] : folders);

/**
 * Reads the packs of a knowledge base and says what is wrong with them; `entries` is complete only where there are no
 * faults. What spans files is checked once each of them can be read: one broken file would else be told again by all that
 * depends on it.
 */
export function readKnowledge(folders: Folders): { entries: Entries; faults: Fault[]; version: string } {
  const { files, faults } = readRawFiles(folders);
  return readFiles(folderList(folders), files, faults);
}

function readFiles(folders: readonly string[], raw: readonly RawFile[], unread: readonly Fault[]) {
  const values = new ValueReader();
  const version = digestOf(raw);
  const { entries, faults } = collectEntries(parsedFiles(raw));
  const unreadable = [...unread, ...missingFiles(folders, raw), ...faults];
  if (unreadable.length > 0) return { entries, faults: unreadable, version, values };
  const merged = mergePacks(entries);
  return { entries: merged, faults: checkEntries(merged, values), version, values };
}

/** One after the other: what a file was parsed into is many times its size, and goes as soon as its entries are taken. */
function* parsedFiles(raw: readonly RawFile[]): Generator<Parsed> {
  for (const file of raw) yield parseFile(file);
}

function missingFiles(folders: readonly string[], raw: readonly RawFile[]): Fault[] {
  const at = (file: string, message: string): Fault => ({ file, line: 1, column: 1, message });
  return folders.flatMap((folder, pack): Fault[] => {
    const own = raw.filter((file) => file.pack === pack);
    if (own.length === 0) return [at(folder, 'no YAML file here: name a knowledge folder')];
    if (pack === 0 || own.some(({ kind }) => kind === 'pack')) return [];
    return [at(`${packId(folder)}/pack.yaml`, 'is missing: say title, licence, attribution, source and retrieved')];
  });
}

/**
 * Loads a knowledge base of one or more packs.
 * @param read the files, where they are read already
 * @throws KnowledgeError when anything in it is wrong, with file, line, column and the mend of each fault.
 */
export function loadKnowledge(folders: Folders, read = readRawFiles(folders)): Knowledge {
  const list = folderList(folders);
  const { entries, faults, version, values } = readFiles(list, read.files, read.faults);
  if (faults.length > 0) throw new KnowledgeError(list.join(', '), faults);
  return link(entries, version, list.map(packId), values);
}

const NO_WORDS: readonly string[] = [];
const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? NO_WORDS : typeof value === 'string' ? [value] : value;

function link(entries: Entries, version: string, packs: readonly string[], values: ValueReader): Knowledge {
  const sources = new Map(
    entries.sources.map(({ entry, file }): [string, Source] => [
      entry.id,
      { ...defined(entry), called: entry.called ?? [], pack: packs[file.pack] as string },
    ]),
  );
  const attributes = new Map(entries.attributes.map(({ id, entry }) => [id, toAttribute(id, entry)]));
  const currencyCodes = new Map(
    entries.currencies.flatMap(({ id, entry }) => [[id, id] as const, [entry.show.en, id] as const]),
  );
  const units = new Map(
    entries.units.map(({ id, entry }) => [
      id,
      {
        symbol: id,
        dimension: entry.dimension,
        factor: entry.factor,
        space: entry.space ?? true,
        show: entry.show ?? { en: id, zh: id },
        names: entry.names,
      },
    ]),
  );
  const inCurrency = new Map<Value, Value>();
  const linkedValue = ({ entry }: PlacedFact): Value => {
    const value = values.read(entry.value, (attributes.get(entry.attribute) as Attribute).kind);
    if (value.kind !== 'money') return value;
    const linked = inCurrency.get(value) ?? withCurrency(value, currencyCodes);
    inCurrency.set(value, linked);
    return linked;
  };
  const stated = entries.facts.map((placed, index): Fact => {
    const {
      attribute,
      value: _v,
      market,
      measuredBy,
      growth,
      cues,
      thread,
      source: _s,
      asOf: _a,
      ...others
    } = placed.entry;
    const source = placed.source as string;
    const plain = {
      index,
      subject: placed.subject,
      attribute,
      value: linkedValue(placed),
      source,
      asOf: placed.asOf ?? (sources.get(source)?.date as string),
      cues: cues ?? NO_WORDS,
      markets: list(market),
      measuredBy: list(measuredBy),
    };
    const rest = thread === undefined ? others : { ...others, threads: list(thread) };
    // Most facts of a catalogue say no more.
    for (const _ in rest) return { ...plain, ...defined(rest), ...(growth ? { growth: defined(growth) } : {}) };
    return growth ? { ...plain, growth: defined(growth) } : plain;
  });
  return {
    version,
    packs: entries.packs.map(({ entry, file }) => toPack(entry, packs[file.pack] as string)),
    subjects: new Map(entries.subjects.map(({ entry }) => [entry.id, toSubject(entry)])),
    facts: reconcile(stated, { attributes, sources, units }),
    attributes,
    sources,
    units,
    currencies: new Map(entries.currencies.map(({ id, entry }) => [id, { code: id, ...entry }])),
    classes: new Map(entries.classes.map(({ id, entry }) => [id, defined({ id, ...entry })])),
    vocabularies: entries.vocabularies.map(({ entry }) => toVocabulary(entry)),
    messages: mergedMessages(entries),
  };
}

const toPack = ({ title, licence, attribution, inAnswers = true, ...rest }: PackEntry, id: string): Pack => ({
  ...rest,
  id,
  title: toText(title),
  licence: toText(licence),
  attribution: toText(attribution),
  inAnswers,
});
const toText = (text: string | Text): Text => (typeof text === 'string' ? { en: text, zh: text } : text);

/** The sentences of a language may lie in several files. */
function mergedMessages({ messages }: Entries): Map<string, Record<string, string>> {
  const byLanguage = Map.groupBy(messages, ({ entry }) => entry.language);
  return new Map(
    [...byLanguage].map(([language, files]) => [
      language,
      Object.assign({}, ...files.map(({ entry }) => entry.messages)),
    ]),
  );
}

function withCurrency(value: Value, codes: ReadonlyMap<string, string>): Value {
  return value.kind === 'money' ? { ...value, currency: codes.get(value.currency) ?? value.currency } : value;
}

// Subjects and attributes have all of their fields, set or not: the engine reads objects of one shape several times as fast.

function toSubject(entry: Entries['subjects'][number]['entry']): Subject {
  const {
    id,
    kind,
    class: classes,
    brand,
    names,
    aliases,
    members,
    rest,
    unnamed = false,
    intro,
    source,
    asOf,
  } = entry;
  return {
    id,
    kind,
    classes: list(classes),
    brand,
    names,
    aliases: aliases ?? NO_WORDS,
    members: members ?? NO_WORDS,
    rest: rest ?? NO_WORDS,
    unnamed,
    intro,
    source,
    asOf,
  };
}

function toAttribute(id: string, entry: Entries['attributes'][number]['entry']): Attribute {
  const {
    kind,
    names,
    unit,
    range,
    better,
    says,
    wanted,
    members,
    shareOf,
    since,
    impliedBy,
    answers,
    single = false,
    volatile = false,
    promised = false,
    occasion = false,
    general = false,
    introduces = false,
    identifies = false,
  } = entry;
  return {
    id,
    kind,
    names,
    unit,
    range,
    better,
    says,
    wanted,
    members: members ?? [],
    shareOf: shareOf ?? NO_WORDS,
    since,
    impliedBy: impliedBy ?? [],
    answers: answers ?? [],
    single,
    volatile,
    promised,
    occasion,
    general,
    introduces,
    identifies,
  };
}

function toVocabulary(entry: Entries['vocabularies'][number]['entry']): Vocabulary {
  return {
    ...entry,
    superlatives: entry.superlatives.map((superlative) => defined(superlative)),
    frames: { slots: {}, around: [], before: [], behind: [], citing: [], today: [], ...defined(entry.frames ?? {}) },
    offers: entry.offers ?? {},
    numerals: entry.numerals ?? {},
    places: entry.places ?? {},
    outsiders: entry.outsiders ?? [],
    suffixes: entry.suffixes ?? [],
    ordinals: entry.ordinals ?? [],
    abbreviations: entry.abbreviations ?? [],
    words: entry.words ?? [],
    attributes: entry.attributes ?? {},
    classes: entry.classes ?? {},
    commands: Object.fromEntries(
      Object.entries(entry.commands ?? {}).map(([id, { name, description, options = {} }]) => [
        id,
        {
          name,
          ...(description ? { description } : {}),
          options: Object.fromEntries(Object.entries(options).map(([option, named]) => [option, defined(named)])),
        },
      ]),
    ),
  };
}

/** zod leaves `undefined` on optional keys; the model has no such keys. */
function defined<T extends object>(entry: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
