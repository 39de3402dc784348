// Makes one subject of what several packs say of one product. A loose name never decides: near names are other products.
import type { Entries, Placed, PlacedFact } from './entries.ts';
import type { SubjectEntry, ValueEntry } from './schema.ts';
import { fold } from './text.ts';

type PlacedSubject = Placed<SubjectEntry>;

/** A full name as it is compared: blanks, hyphens and brackets aside. */
const nameKey = (name: string): string => fold(name).replace(/[\s\-_()]+/g, '');
const fullNames = ({ names }: SubjectEntry): string[] => [...new Set([nameKey(names.en), nameKey(names.zh)])];
const texts = (value: ValueEntry): string[] => (Array.isArray(value) ? value : [value]).map(String);

/**
 * Joins the subjects of several packs: by id, by full name, or by a codename or model number that only one subject of
 * each pack bears, where the figures and suffixes in both names are the same. The first pack's entry stays; facts,
 * aliases and what it lacks join it. Within one pack nothing is joined.
 */
export function mergePacks(entries: Entries): Entries {
  if (new Set(entries.subjects.map(({ file }) => file.pack)).size < 2) return entries;
  const marks = markReader(entries);
  const identities = identitiesOf(entries);
  const kept: PlacedSubject[] = [];
  const renamed = new Map<string, string>();
  const byKey = new Map<string, { subject: PlacedSubject; place: number }[]>();
  const placeOf = new Map<string, number>();
  const find = (key: string, { entry, file }: PlacedSubject): { subject: PlacedSubject; place: number } | undefined => {
    const found = byKey.get(key)?.filter(({ subject }) => subject.file.pack !== file.pack);
    const fitting = found?.filter(({ subject }) => subject.entry.kind === entry.kind) ?? [];
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  for (const [, own] of Map.groupBy(entries.subjects, ({ file }) => file.pack)) {
    const added: { subject: PlacedSubject; place: number; keys: string[] }[] = [];
    for (const subject of own) {
      const { entry, file } = subject;
      const names = fullNames(entry).map((name) => `name ${name}`);
      const marked = (identities.get(`${file.pack} ${entry.id}`) ?? []).map((id) => `${id} ${marks(entry.names.en)}`);
      const keys = [`id ${entry.id}`, ...names, ...marked];
      const match = keys.map((key) => find(key, subject)).find((one) => one !== undefined);
      if (match) {
        const target = kept[match.place] as PlacedSubject;
        kept[match.place] = { ...target, entry: joined(target.entry, entry) };
        if (target.entry.id !== entry.id) renamed.set(`${file.pack} ${entry.id}`, target.entry.id);
        added.push({ subject: target, place: match.place, keys });
      } else {
        placeOf.set(entry.id, kept.length);
        added.push({ subject, place: kept.length, keys });
        kept.push(subject);
      }
    }
    // Known to later packs only.
    for (const { subject, place, keys } of added)
      for (const key of keys) {
        const known = byKey.get(key);
        if (!known) byKey.set(key, [{ subject, place }]);
        else if (!known.some((one) => one.place === place)) known.push({ subject, place });
      }
  }
  const subjects = withoutBorrowedNames(kept.map((one) => renamedSubject(one, renamed)));
  if (renamed.size === 0) return { ...entries, subjects };
  const naming = new Set(entries.attributes.filter(({ entry }) => entry.kind === 'subject').map(({ id }) => id));
  return { ...entries, subjects, facts: entries.facts.map((fact) => renamedFact(fact, renamed, naming)) };
}

/** What the first pack lacks, the other adds; its full name becomes another name of the product. */
function joined(first: SubjectEntry, other: SubjectEntry): SubjectEntry {
  const own = new Set([...fullNames(first), ...(first.aliases ?? []).map(nameKey)]);
  const aliases = [other.names.en, other.names.zh, ...(other.aliases ?? [])].filter((name) => {
    const key = nameKey(name);
    return !own.has(key) && own.add(key) !== undefined;
  });
  return {
    ...other,
    ...Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined)),
    aliases: [...(first.aliases ?? []), ...aliases],
  } as SubjectEntry;
}

/** The figures and suffixes of a name, such as "9 pro": what tells siblings apart. */
function markReader({ vocabularies }: Entries): (name: string) => string {
  const suffixes = new Set(vocabularies.flatMap(({ entry }) => entry.suffixes ?? []).map(fold));
  return (name) =>
    (fold(name).match(/\d+|[a-z]+|\+/g) ?? [])
      .filter((word) => /\d|\+/.test(word) || suffixes.has(word))
      .sort()
      .join(' ');
}

/** For each subject of each pack, the codenames and model numbers that it alone bears there. */
function identitiesOf(entries: Entries): Map<string, string[]> {
  const naming = new Set(entries.attributes.filter(({ entry }) => entry.identifies).map(({ id }) => id));
  /** Of each identifier its only bearer; undefined where it has several. */
  const bearers = new Map<string, string | undefined>();
  for (const { entry, subject, file } of entries.facts)
    if (naming.has(entry.attribute))
      for (const value of texts(entry.value)) {
        const key = `${file.pack} ${entry.attribute} ${fold(value)}`;
        bearers.set(key, bearers.has(key) && bearers.get(key) !== subject ? undefined : subject);
      }
  const own = new Map<string, string[]>();
  for (const [key, only] of bearers) {
    if (only === undefined) continue;
    const cut = key.indexOf(' ');
    const bearer = `${key.slice(0, cut)} ${only}`;
    const list = own.get(bearer);
    if (list) list.push(key.slice(cut + 1));
    else own.set(bearer, [key.slice(cut + 1)]);
  }
  return own;
}

function renamedSubject({ entry, file, path }: PlacedSubject, renamed: ReadonlyMap<string, string>): PlacedSubject {
  const now = (id: string): string => renamed.get(`${file.pack} ${id}`) ?? id;
  const { brand, members } = entry;
  if (!brand && !members) return { entry, file, path };
  return {
    entry: { ...entry, ...(brand ? { brand: now(brand) } : {}), ...(members ? { members: members.map(now) } : {}) },
    file,
    path,
  };
}

/** @param naming the attributes whose values are subjects */
function renamedFact(fact: PlacedFact, renamed: ReadonlyMap<string, string>, naming: ReadonlySet<string>): PlacedFact {
  const now = (id: string): string => renamed.get(`${fact.file.pack} ${id}`) ?? id;
  const subject = now(fact.subject);
  if (!naming.has(fact.entry.attribute)) return subject === fact.subject ? fact : fact.of(subject);
  const { value } = fact.entry;
  const named = Array.isArray(value) ? value.map((id) => now(String(id))) : now(String(value));
  return fact.of(subject, { ...fact.entry, value: named });
}

/**
 * Across packs, a full name beats another product's nickname, with a company's name before it or not; and the first pack's
 * nickname a later one's.
 */
function withoutBorrowedNames(subjects: readonly PlacedSubject[]): PlacedSubject[] {
  const owners = new Map<string, PlacedSubject>();
  const makers: string[] = [];
  for (const subject of subjects)
    for (const name of fullNames(subject.entry)) {
      if (!owners.has(name)) owners.set(name, subject);
      if (subject.entry.kind === 'company') makers.push(name);
    }
  const ownerOf = (key: string): PlacedSubject | undefined => {
    const maker = makers.find((name) => key.startsWith(name) && owners.has(key.slice(name.length)));
    return owners.get(key) ?? (maker === undefined ? undefined : owners.get(key.slice(maker.length)));
  };
  return subjects.map((subject): PlacedSubject => {
    const aliases = subject.entry.aliases?.filter((alias) => {
      const owner = ownerOf(nameKey(String(alias)));
      if (!owner) owners.set(nameKey(String(alias)), subject);
      return !owner || owner.entry.id === subject.entry.id || owner.file.pack === subject.file.pack;
    });
    return aliases ? { ...subject, entry: { ...subject.entry, aliases } } : subject;
  });
}
