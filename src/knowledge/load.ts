// Reads, checks and links a knowledge folder. A fault stops it: a bot with half its knowledge would give wrong answers.
import { checkEntries } from './check.ts';
import { collectEntries, type Entries } from './entries.ts';
import { type Fault, KnowledgeError } from './faults.ts';
import { parseFile } from './files.ts';
import type { Attribute, Fact, Knowledge, Subject, Value, Vocabulary } from './model.ts';
import { digestOf, readRawFiles } from './raw-files.ts';
import { parseValue } from './value.ts';

/**
 * Reads a folder and says what is wrong with it; `entries` is complete only where there are no faults. What spans files
 * is checked once each of them can be read: one broken file would else be told again by all that depends on it.
 */
export function readKnowledge(folder: string): { entries: Entries; faults: Fault[]; version: string } {
  const raw = readRawFiles(folder);
  const parsed = raw.map(parseFile);
  const { entries, faults: shape } = collectEntries(
    parsed.filter((one) => one.faults.length === 0).map((one) => one.file),
  );
  const syntax = parsed.flatMap((one) => one.faults);
  const missing: Fault[] =
    raw.length === 0
      ? [{ file: folder, line: 1, column: 1, message: 'no YAML file here: name a knowledge folder' }]
      : [];
  const unreadable = [...missing, ...syntax, ...shape];
  return { entries, faults: unreadable.length > 0 ? unreadable : checkEntries(entries), version: digestOf(raw) };
}

/**
 * Loads a knowledge folder.
 * @throws KnowledgeError when anything in it is wrong, with file, line, column and the mend of each fault.
 */
export function loadKnowledge(folder: string): Knowledge {
  const { entries, faults, version } = readKnowledge(folder);
  if (faults.length > 0) throw new KnowledgeError(folder, faults);
  return link(entries, version);
}

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

function link(entries: Entries, version: string): Knowledge {
  const sources = new Map(entries.sources.map(({ entry }) => [entry.id, defined(entry)]));
  const attributes = new Map(entries.attributes.map(({ id, entry }) => [id, toAttribute(id, entry)]));
  const currencyCodes = new Map(
    entries.currencies.flatMap(({ id, entry }) => [[id, id] as const, [entry.show.en, id] as const]),
  );
  const facts = entries.facts.map((placed, index): Fact => {
    const { attribute, value, market, measuredBy, growth, cues, source: _s, asOf: _a, ...rest } = placed.entry;
    const source = placed.source as string;
    return {
      ...defined(rest),
      index,
      subject: placed.subject,
      attribute,
      value: withCurrency(parseValue(value, (attributes.get(attribute) as Attribute).kind), currencyCodes),
      source,
      asOf: placed.asOf ?? (sources.get(source)?.date as string),
      cues: cues ?? [],
      markets: list(market),
      measuredBy: list(measuredBy),
      ...(growth ? { growth: defined(growth) } : {}),
    };
  });
  return {
    version,
    subjects: new Map(entries.subjects.map(({ entry }) => [entry.id, toSubject(entry)])),
    facts,
    attributes,
    sources,
    units: new Map(
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
    ),
    currencies: new Map(entries.currencies.map(({ id, entry }) => [id, { code: id, ...entry }])),
    classes: new Map(entries.classes.map(({ id, entry }) => [id, defined({ id, ...entry })])),
    vocabularies: entries.vocabularies.map(({ entry }) => toVocabulary(entry)),
    messages: mergedMessages(entries),
  };
}

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

function toSubject({
  class: classes,
  aliases,
  members,
  specs: _specs,
  facts: _facts,
  ...entry
}: Entries['subjects'][number]['entry']): Subject {
  return { ...defined(entry), classes: list(classes), aliases: aliases ?? [], members: members ?? [] };
}

function toAttribute(id: string, entry: Entries['attributes'][number]['entry']): Attribute {
  const { members, impliedBy, single = false, volatile = false, general = false, introduces = false, ...rest } = entry;
  return {
    ...defined(rest),
    id,
    members: members ?? [],
    impliedBy: impliedBy ?? [],
    single,
    volatile,
    general,
    introduces,
  };
}

function toVocabulary(entry: Entries['vocabularies'][number]['entry']): Vocabulary {
  return {
    ...entry,
    superlatives: entry.superlatives.map((superlative) => defined(superlative)),
    offers: entry.offers ?? {},
    numerals: entry.numerals ?? {},
    places: entry.places ?? {},
    outsiders: entry.outsiders ?? [],
    suffixes: entry.suffixes ?? [],
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
