// Turns parsed files into schema-checked entries, each with the place where it stands.
import type { z } from 'zod';
import type { Fault } from './faults.ts';
import type { KnowledgeFile, Parsed, Path } from './files.ts';
import type { FileKind } from './raw-files.ts';
import {
  type AttributeEntry,
  attributesFileSchema,
  classesFileSchema,
  currenciesFileSchema,
  type FactEntry,
  type PackEntry,
  packFileSchema,
  productFileSchema,
  type SourceEntry,
  type SubjectEntry,
  sourcesFileSchema,
  themeFileSchema,
  unitsFileSchema,
} from './schema.ts';
import { messagesFileSchema, type VocabularyEntry, vocabularyFileSchema } from './schema-vocabulary.ts';

export const fileSchemas = {
  pack: packFileSchema,
  sources: sourcesFileSchema,
  units: unitsFileSchema,
  currencies: currenciesFileSchema,
  classes: classesFileSchema,
  attributes: attributesFileSchema,
  vocabulary: vocabularyFileSchema,
  messages: messagesFileSchema,
  product: productFileSchema,
  theme: themeFileSchema,
} satisfies Record<FileKind, z.ZodType>;

/** An entry and how to say where it stands. */
export type Placed<T> = { readonly entry: T; readonly file: KnowledgeFile; readonly path: Path };
type Owner = {
  readonly subject: string;
  readonly source: string | undefined;
  readonly asOf: string | undefined;
  readonly file: KnowledgeFile;
  /** Of the entry that holds the fact. */
  readonly base: Path;
};
type Section = 'specs' | 'facts';

/** A fact among a hundred thousand products': where it stands is put together only where it is told. */
export class PlacedFact implements Placed<FactEntry> {
  readonly entry: FactEntry;
  readonly subject: string;
  readonly source: string | undefined;
  readonly asOf: string | undefined;
  readonly file: KnowledgeFile;
  readonly #base: Path;
  readonly #section: Section;
  readonly #key: string | number;

  constructor(entry: FactEntry, owner: Owner, section: Section, key: string | number) {
    this.entry = entry;
    this.subject = owner.subject;
    this.source = entry.source ?? owner.source;
    this.asOf = entry.asOf ?? owner.asOf;
    this.file = owner.file;
    this.#base = owner.base;
    this.#section = section;
    this.#key = key;
  }

  get path(): Path {
    return [...this.#base, this.#section, this.#key];
  }

  /** The same, of another subject. */
  of(subject: string, entry = this.entry): PlacedFact {
    const { source, asOf, file } = this;
    return new PlacedFact(entry, { subject, source, asOf, file, base: this.#base }, this.#section, this.#key);
  }
}
export type Entries = {
  readonly packs: Placed<PackEntry>[];
  readonly sources: Placed<SourceEntry>[];
  readonly subjects: Placed<SubjectEntry>[];
  readonly facts: PlacedFact[];
  readonly attributes: (Placed<AttributeEntry> & { readonly id: string })[];
  readonly units: (Placed<z.infer<typeof unitsFileSchema>[string]> & { readonly id: string })[];
  readonly currencies: (Placed<z.infer<typeof currenciesFileSchema>[string]> & { readonly id: string })[];
  readonly classes: (Placed<z.infer<typeof classesFileSchema>[string]> & { readonly id: string })[];
  readonly vocabularies: Placed<VocabularyEntry>[];
  readonly messages: Placed<z.infer<typeof messagesFileSchema>>[];
};

/** A fault at the place of `path` in `file`. */
export const faultAt = (file: KnowledgeFile, path: Path, message: string): Fault => ({
  file: file.name,
  ...file.locate(path),
  message,
});

function schemaFaults(file: KnowledgeFile, issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      // The branch that got furthest says best what is missing.
      const best = [...issue.errors].sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0];
      if (best?.[0] && best[0].path.length > 0)
        return schemaFaults(
          file,
          best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
        );
    }
    return [faultAt(file, issue.path, `${issue.path.map(String).join('.') || 'file'}: ${issue.message}`)];
  });
}

function addSubject(into: Entries, file: KnowledgeFile, path: Path, entry: SubjectEntry, fileSource?: string): void {
  into.subjects.push({ entry, file, path });
  const own = { file, subject: entry.id, source: entry.source ?? fileSource, asOf: entry.asOf, base: path };
  for (const [attribute, value] of Object.entries(entry.specs ?? {}))
    into.facts.push(new PlacedFact({ attribute, value }, own, 'specs', attribute));
  entry.facts?.forEach((fact, index) => {
    into.facts.push(new PlacedFact(fact, own, 'facts', index));
  });
}

/** Checks each file against its schema and gathers the entries of those that pass; a file with faults of its own is passed over. */
export function collectEntries(files: Iterable<Parsed>): { entries: Entries; faults: Fault[] } {
  const syntax: Fault[] = [];
  const faults: Fault[] = [];
  const entries: Entries = {
    packs: [],
    sources: [],
    subjects: [],
    facts: [],
    attributes: [],
    units: [],
    currencies: [],
    classes: [],
    vocabularies: [],
    messages: [],
  };
  let data: unknown;
  const parsed = <S extends z.ZodType>(file: KnowledgeFile, schema: S): z.infer<S> | undefined => {
    const result = schema.safeParse(data);
    if (!result.success) faults.push(...schemaFaults(file, result.error.issues));
    return result.data;
  };
  const each = <T>(
    file: KnowledgeFile,
    held: Record<string, T> | undefined,
    into: (Placed<T> & { id: string })[],
  ): void => {
    for (const [id, entry] of Object.entries(held ?? {})) into.push({ id, entry, file, path: [id] });
  };
  for (const { file, data: read, faults: own } of files) {
    syntax.push(...own);
    if (own.length > 0) continue;
    data = read;
    if (file.kind === 'pack') {
      const entry = parsed(file, packFileSchema);
      if (entry) entries.packs.push({ entry, file, path: [] });
    } else if (file.kind === 'sources')
      parsed(file, sourcesFileSchema)?.forEach((entry, index) => {
        entries.sources.push({ entry, file, path: [index] });
      });
    else if (file.kind === 'units') each(file, parsed(file, unitsFileSchema), entries.units);
    else if (file.kind === 'currencies') each(file, parsed(file, currenciesFileSchema), entries.currencies);
    else if (file.kind === 'classes') each(file, parsed(file, classesFileSchema), entries.classes);
    else if (file.kind === 'attributes') each(file, parsed(file, attributesFileSchema), entries.attributes);
    else if (file.kind === 'vocabulary') {
      const entry = parsed(file, vocabularyFileSchema);
      if (entry) entries.vocabularies.push({ entry, file, path: [] });
    } else if (file.kind === 'messages') {
      const entry = parsed(file, messagesFileSchema);
      if (entry) entries.messages.push({ entry, file, path: [] });
    } else if (file.kind === 'product') {
      const entry = parsed(file, productFileSchema);
      if (entry) addSubject(entries, file, [], entry);
    } else {
      const theme = parsed(file, themeFileSchema);
      theme?.subjects?.forEach((entry, index) => {
        addSubject(entries, file, ['subjects', index], entry, theme.source);
      });
      theme?.facts?.forEach((entry, index) => {
        const { subject, ...fact } = entry;
        const own = { subject, source: theme.source, asOf: undefined, file, base: [] };
        entries.facts.push(new PlacedFact(fact, own, 'facts', index));
      });
    }
  }
  return { entries, faults: [...syntax, ...faults] };
}
