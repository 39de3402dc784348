// Makes one subject of what several packs say of one product. A loose name never decides: near names are other products.
import type { Entries, Placed, PlacedFact } from './entries.ts';
import type { SubjectEntry, ValueEntry } from './schema.ts';
import { fold } from './text.ts';

type PlacedSubject = Placed<SubjectEntry>;

/** A full name as it is compared: blanks, hyphens and brackets aside. */
const nameKey = (name: string): string => fold(name).replace(/[\s\-_()]+/g, '');
const fullNames = ({ names }: SubjectEntry): string[] => {
  const own = nameKey(names.en);
  const zh = names.zh === names.en ? own : nameKey(names.zh);
  return zh === own ? [own] : [own, zh];
};
const texts = (value: ValueEntry): string[] => (Array.isArray(value) ? value : [value]).map(String);

type Known = { readonly subject: PlacedSubject; readonly place: number };

/**
 * Joins the subjects of several packs: by id, by full name, or by a codename or model number that only one subject of
 * each pack bears, where the figures and suffixes in both names are the same. The first pack's entry stays; facts,
 * aliases and what it lacks join it. Within one pack nothing is joined.
 */
export function mergePacks(entries: Entries): Entries {
  const packs = [...Map.groupBy(entries.subjects, ({ file }) => file.pack).values()];
  if (packs.length < 2) return entries;
  const marks = markReader(entries);
  const identities = identitiesOf(entries);
  const kept: PlacedSubject[] = [];
  const renamed = new Map<string, string>();
  const byKey = new Map<string, Known[]>();
  const find = (key: string, { entry, file }: PlacedSubject): Known | undefined => {
    const fitting = byKey
      .get(key)
      ?.filter(({ subject }) => subject.file.pack !== file.pack && subject.entry.kind === entry.kind);
    return fitting?.length === 1 ? fitting[0] : undefined;
  };
  for (const own of packs) {
    const isLast = own === packs.at(-1);
    const added: (Known & { readonly keys: string[] })[] = [];
    for (const subject of own) {
      const { entry, file } = subject;
      const borne = identities.get(`${file.pack} ${entry.id}`);
      const marked = borne ? borne.map((id) => `${id} ${marks(entry.names.en)}`) : [];
      const keys = [`id ${entry.id}`, ...fullNames(entry).map((name) => `name ${name}`), ...marked];
      const match = keys.map((key) => find(key, subject)).find((one) => one !== undefined);
      if (match) {
        const target = kept[match.place] as PlacedSubject;
        kept[match.place] = { ...target, entry: joined(target.entry, entry) };
        if (target.entry.id !== entry.id) renamed.set(`${file.pack} ${entry.id}`, target.entry.id);
        if (!isLast) added.push({ subject: target, place: match.place, keys });
      } else {
        if (!isLast) added.push({ subject, place: kept.length, keys });
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
  const subjects = withoutBorrowedNames(renamed.size > 0 ? kept.map((one) => renamedSubject(one, renamed)) : kept);
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

/** For each subject of each pack, the codenames and model numbers that it alone bears there, and another pack has, too. */
function identitiesOf(entries: Entries): Map<string, string[]> {
  const naming = new Set(entries.attributes.filter(({ entry }) => entry.identifies).map(({ id }) => id));
  /** Of each identifier, its bearer in each pack; none where it has several there. */
  const bearers = new Map<string, Map<number, string | undefined>>();
  const last = entries.facts.reduce((most, { file }) => Math.max(most, file.pack), 0);
  const note = ({ entry, subject, file }: PlacedFact): void => {
    for (const value of texts(entry.value)) {
      const key = `${entry.attribute} ${fold(value)}`;
      let known = bearers.get(key);
      // Nobody looks for what only the last pack has.
      if (!known && file.pack === last) continue;
      if (!known) {
        known = new Map();
        bearers.set(key, known);
      }
      known.set(file.pack, known.has(file.pack) && known.get(file.pack) !== subject ? undefined : subject);
    }
  };
  const borne = entries.facts.filter(({ entry }) => naming.has(entry.attribute));
  for (const fact of borne) if (fact.file.pack !== last) note(fact);
  for (const fact of borne) if (fact.file.pack === last) note(fact);
  const own = new Map<string, string[]>();
  for (const [key, known] of bearers)
    for (const [pack, only] of known) {
      if (only === undefined || known.size < 2) continue;
      const bearer = `${pack} ${only}`;
      const list = own.get(bearer);
      if (list) list.push(key);
      else own.set(bearer, [key]);
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
  const aliases = new Set(subjects.flatMap(({ entry }) => entry.aliases ?? []).map((alias) => nameKey(String(alias))));
  if (aliases.size === 0) return [...subjects];
  const companies = subjects.filter(({ entry }) => entry.kind === 'company');
  const makers = companies.flatMap(({ entry }) => fullNames(entry));
  // Only names that some alias could be are looked for.
  const wanted = new Set(aliases);
  for (const alias of aliases)
    for (const maker of makers) if (alias.startsWith(maker)) wanted.add(alias.slice(maker.length));
  const owners = new Map<string, PlacedSubject>();
  for (const subject of subjects)
    for (const name of fullNames(subject.entry)) if (wanted.has(name) && !owners.has(name)) owners.set(name, subject);
  const ownerOf = (key: string): PlacedSubject | undefined => {
    const maker = makers.find((name) => key.startsWith(name) && owners.has(key.slice(name.length)));
    return owners.get(key) ?? (maker === undefined ? undefined : owners.get(key.slice(maker.length)));
  };
  return subjects.map((subject): PlacedSubject => {
    const own = subject.entry.aliases?.filter((alias) => {
      const key = nameKey(String(alias));
      const owner = ownerOf(key);
      if (!owner) owners.set(key, subject);
      return !owner || owner.entry.id === subject.entry.id || owner.file.pack === subject.file.pack;
    });
    return own ? { ...subject, entry: { ...subject.entry, aliases: own } } : subject;
  });
}
