// The rules that no single file can see: unknown names, duplicates, units and ranges, shared aliases, missing sources.
import { periodFault } from './calendar.ts';
import { type Entries, faultAt, type PlacedFact } from './entries.ts';
import type { Fault } from './faults.ts';
import type { Value } from './model.ts';
import { fold } from './text.ts';
import { ValueError, ValueReader } from './value.ts';

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/**
 * Applies every rule that spans entries; returns one fault for each thing that is wrong.
 * @param values reads the values of the facts
 */
export function checkEntries(entries: Entries, values = new ValueReader()): Fault[] {
  return [
    ...duplicateFaults(entries),
    ...threadFaults(entries),
    ...nameFaults(entries),
    ...definitionFaults(entries),
    ...factFaults(entries, values),
  ];
}

function duplicateFaults(entries: Entries): Fault[] {
  const faults: Fault[] = [];
  const kinds = ['sources', 'subjects', 'attributes', 'units', 'currencies', 'classes'] as const;
  for (const kind of kinds) {
    const seen = new Map<string, Pick<PlacedFact, 'file' | 'path'>>();
    for (const placed of entries[kind]) {
      const id = 'id' in placed ? placed.id : placed.entry.id;
      const first = seen.get(id);
      if (first) {
        const where = `${first.file.name}:${first.file.locate(first.path).line}`;
        faults.push(faultAt(placed.file, placed.path, `duplicate id "${id}": it stands in ${where} too; keep one`));
      } else seen.set(id, placed);
    }
  }
  for (const own of Map.groupBy(entries.facts, ({ subject }) => subject).values()) faults.push(...repeatedFacts(own));
  return faults;
}

/** A thread that only one fact belongs to leads nowhere: mostly a slip in its name. */
function threadFaults({ facts }: Entries): Fault[] {
  const members = new Map<string, PlacedFact[]>();
  for (const placed of facts)
    for (const id of list(placed.entry.thread)) members.set(id, [...(members.get(id) ?? []), placed]);
  return [...members].flatMap(([id, [only, ...others]]) =>
    only && others.length === 0
      ? [
          faultAt(
            only.file,
            [...only.path, 'thread'],
            `thread "${id}" has no other fact: mend the spelling or leave it out`,
          ),
        ]
      : [],
  );
}

/** Facts of one subject that say the same of the same attribute. */
function repeatedFacts(own: readonly PlacedFact[]): Fault[] {
  const attributes = new Set(own.map(({ entry }) => entry.attribute));
  if (attributes.size === own.length) return [];
  const known = new Map<string, PlacedFact>();
  return own.flatMap((placed): Fault[] => {
    const { value: _value, cues: _cues, thread: _thread, ...identity } = placed.entry;
    const key = JSON.stringify([placed.source, placed.asOf, identity, placed.entry.value]);
    const first = known.get(key);
    known.set(key, first ?? placed);
    if (!first) return [];
    const where = `${first.file.name}:${first.file.locate(first.path).line}`;
    const what = `${placed.subject} / ${placed.entry.attribute}`;
    return [faultAt(placed.file, placed.path, `duplicate fact ${what}: the same stands in ${where}; keep one`)];
  });
}

function nameFaults(entries: Entries): Fault[] {
  const faults: Fault[] = [];
  const owners = new Map<string, string>();
  for (const { entry, file, path } of entries.subjects) {
    const own: [string, (string | number)[]][] = [
      [entry.names.en, ['names', 'en']],
      [entry.names.zh, ['names', 'zh']],
      ...(entry.aliases ?? []).map((alias, index): [string, (string | number)[]] => [alias, ['aliases', index]]),
    ];
    for (const [name, at] of own) {
      const key = fold(name);
      const owner = owners.get(key);
      if (owner && owner !== entry.id)
        faults.push(
          faultAt(
            file,
            [...path, ...at],
            `name "${name}" belongs to "${owner}" too: make it longer, or give it to a family that has both as members`,
          ),
        );
      else owners.set(key, entry.id);
    }
  }
  return faults;
}

function definitionFaults(entries: Entries): Fault[] {
  const faults: Fault[] = [];
  const subjects = new Set(entries.subjects.map(({ entry }) => entry.id));
  const attributes = new Set(entries.attributes.map(({ id }) => id));
  const classes = new Set(entries.classes.map(({ id }) => id));
  const units = new Set(entries.units.map(({ id }) => id));
  for (const { entry, file, path } of entries.subjects) {
    const unknown = (known: Set<string>, ids: readonly string[], field: string, where: string): void => {
      for (const id of ids)
        if (!known.has(id))
          faults.push(
            faultAt(file, [...path, field], `${field} "${id}" is unknown: add it to ${where} or mend the spelling`),
          );
    };
    unknown(classes, list(entry.class), 'class', 'classes.yaml');
    unknown(subjects, list(entry.brand), 'brand', 'the subjects');
    unknown(subjects, entry.members ?? [], 'members', 'the subjects');
    unknown(subjects, entry.rest ?? [], 'rest', 'the subjects');
  }
  for (const { id, entry, file, path } of entries.attributes) {
    for (const language of ['en', 'zh'])
      if (!entry.names[language]?.length)
        faults.push(faultAt(file, path, `attribute "${id}" has no name in "${language}": add names.${language}`));
    if (entry.unit && !units.has(entry.unit))
      faults.push(faultAt(file, [...path, 'unit'], `unit "${entry.unit}" is unknown: add it to units.yaml`));
    for (const field of ['members', 'shareOf', 'since'] as const)
      for (const other of list(entry[field]))
        if (!attributes.has(other))
          faults.push(faultAt(file, [...path, field], `${field} "${other}" is not an attribute: mend the spelling`));
  }
  for (const { id, entry, file, path } of entries.classes)
    if (entry.parent && !classes.has(entry.parent))
      faults.push(faultAt(file, path, `class "${id}" has an unknown parent "${entry.parent}"`));
  for (const { entry, file } of entries.vocabularies) {
    for (const id of Object.keys(entry.attributes ?? {}))
      if (!attributes.has(id))
        faults.push(
          faultAt(
            file,
            ['attributes', id],
            `attribute "${id}" is unknown: define it in attributes/ or mend the spelling`,
          ),
        );
    for (const id of Object.keys(entry.classes ?? {}))
      if (!classes.has(id))
        faults.push(faultAt(file, ['classes', id], `class "${id}" is unknown: add it to classes.yaml`));
    entry.superlatives.forEach(({ attribute, instead }, index) => {
      for (const id of [attribute, instead])
        if (id && !attributes.has(id))
          faults.push(faultAt(file, ['superlatives', index], `attribute "${id}" is unknown: mend the spelling`));
    });
  }
  return [...faults, ...messageFaults(entries)];
}

/** Every language that has sentences has all of them, each once, in whichever of its files. */
function messageFaults({ messages }: Entries): Fault[] {
  const faults: Fault[] = [];
  const english = messages.filter(({ entry }) => entry.language === 'en');
  for (const [language, files] of Map.groupBy(messages, ({ entry }) => entry.language)) {
    const held = new Set<string>();
    for (const { entry, file } of files)
      for (const id of Object.keys(entry.messages)) {
        if (held.has(id))
          faults.push(faultAt(file, ['messages', id], `message "${id}" stands in "${language}" twice: remove one`));
        held.add(id);
      }
    for (const source of english)
      for (const id of Object.keys(source.entry.messages))
        if (!held.has(id) && files[0])
          faults.push(
            faultAt(files[0].file, ['messages'], `message "${id}" is missing: add it, as ${source.file.name} has it`),
          );
  }
  return faults;
}

function factFaults(entries: Entries, values: ValueReader): Fault[] {
  const faults: Fault[] = [];
  const subjects = new Set(entries.subjects.map(({ entry }) => entry.id));
  const sources = new Set(entries.sources.map(({ entry }) => entry.id));
  const attributes = new Map(entries.attributes.map(({ id, entry }) => [id, entry]));
  const units = new Map(entries.units.map(({ id, entry }) => [id, entry]));
  const currencies = new Set(entries.currencies.flatMap(({ id, entry }) => [id, entry.show.en]));
  /** Of each attribute, the values that were found sound: most facts say what another says, too. */
  const sound = new Map<string, Set<Value>>(entries.attributes.map(({ id }) => [id, new Set()]));
  for (const { entry, file, path } of entries.sources)
    for (const field of ['author', 'occasion'] as const) {
      const named = entry[field];
      if (named && !subjects.has(named))
        faults.push(
          faultAt(file, [...path, field], `${field} "${named}" is not a subject: add it or mend the spelling`),
        );
    }
  for (const fact of entries.facts) {
    const { entry, file } = fact;
    const fault = (at: (string | number)[], message: string): void => {
      const { path } = fact;
      const inside = path.at(-2) === 'specs' ? path : [...path, ...at];
      faults.push(faultAt(file, inside, message));
    };
    if (!subjects.has(fact.subject))
      fault(['subject'], `subject "${fact.subject}" is unknown: add it or mend the spelling`);
    if (!fact.source) fault([], 'fact without source: name one in the fact, its subject or its file');
    else if (!sources.has(fact.source))
      fault(['source'], `source "${fact.source}" is unknown: add it to sources.yaml or mend the spelling`);
    for (const field of ['market', 'measuredBy'] as const)
      if (entry[field] !== undefined)
        for (const id of list(entry[field]))
          if (!subjects.has(id)) fault([field], `${field} "${id}" is not a subject: add it or mend the spelling`);
    const wrongPeriod = entry.period && periodFault(entry.period);
    if (wrongPeriod) fault(['period'], wrongPeriod);
    const attribute = attributes.get(entry.attribute);
    if (!attribute) {
      fault(['attribute'], `attribute "${entry.attribute}" is unknown: define it in attributes/ or mend the spelling`);
      continue;
    }
    if (attribute.general && !entry.about && !entry.cues?.length)
      fault(['attribute'], `"${entry.attribute}" is general: add "about" (and "cues"), so that the fact can be found`);
    try {
      const value = values.read(entry.value, attribute.kind);
      if (sound.get(entry.attribute)?.has(value)) continue;
      const message = valueFault(value, attribute, { units, currencies, subjects });
      if (message) fault(['value'], message);
      else sound.get(entry.attribute)?.add(value);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      fault(['value'], `${entry.attribute}: ${error.message}`);
    }
  }
  return faults;
}

type Known = {
  units: ReadonlyMap<string, { dimension: string; factor: number }>;
  currencies: ReadonlySet<string>;
  subjects: ReadonlySet<string>;
};
function valueFault(value: Value, attribute: Entries['attributes'][number]['entry'], known: Known): string | undefined {
  if (value.kind === 'subject') {
    const unknown = value.ids.find((id) => !known.subjects.has(id));
    return unknown && `subject "${unknown}" is unknown: add it or mend the spelling`;
  }
  if (value.kind === 'money') {
    if (!known.currencies.has(value.currency))
      return `currency "${value.currency}" is unknown: add it to currencies.yaml`;
    return outOfRange(value.amount, value.amount, attribute.range);
  }
  if (value.kind !== 'quantity') return undefined;
  const unit = known.units.get(value.unit);
  if (!unit) return `unit "${value.unit}" is unknown: add it to units.yaml or mend the spelling`;
  const expected = attribute.unit ? known.units.get(attribute.unit) : undefined;
  if (expected && unit.dimension !== expected.dimension)
    return `unit "${value.unit}" does not fit: this attribute is measured in ${attribute.unit} (${expected.dimension})`;
  const scale = expected ? unit.factor / expected.factor : 1;
  return outOfRange(value.min * scale, value.max * scale, attribute.range);
}

function outOfRange(min: number, max: number, range: readonly [number, number] | undefined): string | undefined {
  if (!range || (min >= range[0] && max <= range[1])) return undefined;
  return `${min === max ? min : `${min}–${max}`} is out of the plausible range ${range[0]}–${range[1]}: mend the value, or the range in attributes/`;
}
