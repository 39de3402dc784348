// Opens a knowledge folder for the bot: from a compiled copy where nothing changed since, else from the files themselves.
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Knowledge } from '../knowledge/model.ts';
import { digestOf, readRawFiles } from '../knowledge/raw-files.ts';
import type { EvidenceData } from './matching/evidence.ts';
import { type FactTable, packFacts, unpackFacts } from './matching/fact-table.ts';
import type { NamedData } from './named.ts';
import type { TellingWords } from './reading/language.ts';
import type { LexiconData } from './reading/lexicon.ts';
import type { NameData } from './reading/names.ts';
import type { LanguageWords } from './reading/native.ts';

export type Opened = {
  readonly knowledge: Knowledge;
  readonly lexicon: LexiconData;
  readonly telling: TellingWords;
  readonly native: LanguageWords;
  readonly names: NameData;
  readonly evidence: EvidenceData;
  readonly named: NamedData;
};
/** As it is stored. */
type Stored = Omit<Opened, 'knowledge'> & { readonly knowledge: Omit<Knowledge, 'facts'>; readonly facts: FactTable };

const DIGEST = 64;
/** So many compiled copies are kept, those that were used last: each belongs to one state of the files. */
const MOST_COPIES = 4;

/**
 * Opens a knowledge base.
 * @param folders its packs, the first of which holds vocabulary and messages
 * @param cache where compiled copies are kept; a folder that cannot be written is done without
 * @throws KnowledgeError when the files are at fault: only sound knowledge is ever compiled
 */
export async function openKnowledge(folders: string | readonly string[], cache: string): Promise<Opened> {
  const raw = readRawFiles(folders);
  const file = join(cache, `knowledge-${digestOf(raw.files)}-${codeDigest()}.bin`);
  const compiled = raw.faults.length === 0 ? readCompiled(file) : undefined;
  return compiled ?? (await compile(folders, raw, file));
}

type Raw = ReturnType<typeof readRawFiles>;

async function compile(folders: string | readonly string[], raw: Raw, file: string): Promise<Opened> {
  // What only compiling needs is loaded only here: a warm start is done without it.
  const [
    { loadKnowledge },
    { buildLexicon, Lexicon },
    { buildNames, NameIndex },
    { Annotator },
    { buildEvidence },
    { buildNamed },
    { buildTelling },
    { buildNative, NativeWords },
  ] = await Promise.all([
    import('../knowledge/load.ts'),
    import('./reading/lexicon.ts'),
    import('./reading/names.ts'),
    import('./reading/annotate.ts'),
    import('./matching/evidence-build.ts'),
    import('./named.ts'),
    import('./reading/language.ts'),
    import('./reading/native.ts'),
  ]);
  const knowledge = loadKnowledge(folders, raw);
  const lexicon = buildLexicon(knowledge);
  const names = buildNames(knowledge);
  const native = buildNative(knowledge);
  const annotator = new Annotator(Lexicon.of(lexicon), new NameIndex(names));
  const evidence = buildEvidence(knowledge, annotator, new NativeWords(knowledge, native));
  const telling = buildTelling(knowledge);
  const opened = { knowledge, lexicon, telling, native, names, evidence, named: buildNamed(knowledge) };
  writeCompiled(file, opened);
  return opened;
}

/** The copy belongs to the code that made it as well: other code may read words otherwise. */
function codeDigest(): string {
  const hash = createHash('sha256').update(process.version);
  for (const room of ['.', '../knowledge', '../lookup'].map((folder) => join(import.meta.dirname, folder)))
    for (const name of readdirSync(room, { encoding: 'utf8', recursive: true }).sort())
      if (name.endsWith('.ts')) hash.update(readFileSync(join(room, name)));
  return hash.digest('hex').slice(0, 12);
}

/** Opened knowledge as bytes: what a file holds, and what one thread hands to another. */
export function bytesOf({ knowledge, ...indexes }: Opened): Buffer {
  const { facts, ...rest } = knowledge;
  const stored: Stored = { ...indexes, knowledge: rest, facts: packFacts(facts) };
  return serialize(stored);
}

/** The knowledge that `bytesOf` made bytes of. */
export function openedFrom(bytes: Uint8Array): Opened {
  const { facts, knowledge, ...indexes } = deserialize(bytes) as Stored;
  return { ...indexes, knowledge: { ...knowledge, facts: unpackFacts(facts) } };
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readCompiled(file: string): Opened | undefined {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(DIGEST);
    if (bytes.toString('latin1', 0, DIGEST) !== digest(body)) return undefined;
    touch(file);
    return openedFrom(body);
  } catch {
    return undefined; // no copy, or a broken one: the files are read instead
  }
}

function writeCompiled(file: string, opened: Opened): void {
  try {
    const body = bytesOf(opened);
    const own = `${file}.${process.pid}`;
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(own, digest(body), 'latin1');
    appendFileSync(own, body);
    renameSync(own, file);
    removeOldCopies(join(file, '..'));
  } catch {
    // A read-only file system: the next start compiles again.
  }
}

/** Tells that a copy was used. */
function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // A read-only file system: nothing is written or removed there anyhow.
  }
}

/** Whoever still needs one of them compiles again. */
function removeOldCopies(folder: string): void {
  const copies = readdirSync(folder).filter((name) => /^knowledge-[0-9a-f]+-[0-9a-f]+\.bin$/.test(name));
  const byUse = copies
    .map((name) => ({ path: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of byUse.slice(MOST_COPIES)) rmSync(path, { force: true });
}
