// Opens a knowledge folder for the bot: from a compiled copy where nothing changed since, else from the files themselves.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Knowledge } from '../knowledge/model.ts';
import { digestOf, readRawFiles } from '../knowledge/raw-files.ts';
import type { EvidenceData } from './evidence.ts';
import type { LexiconData } from './lexicon.ts';
import type { NamedData } from './named.ts';

export type Opened = {
  readonly knowledge: Knowledge;
  readonly lexicon: LexiconData;
  readonly evidence: EvidenceData;
  readonly named: NamedData;
};

const DIGEST = 64;

/**
 * Opens a knowledge folder.
 * @param cache where compiled copies are kept; a folder that cannot be written is done without
 * @throws KnowledgeError when the files are at fault: only sound knowledge is ever compiled
 */
export async function openKnowledge(folder: string, cache: string): Promise<Opened> {
  const file = join(cache, `knowledge-${digestOf(readRawFiles(folder))}-${codeDigest()}.bin`);
  return readCompiled(file) ?? (await compile(folder, file));
}

async function compile(folder: string, file: string): Promise<Opened> {
  // What only compiling needs is loaded only here: a warm start is done without it.
  const [{ loadKnowledge }, { buildLexicon }, { NameIndex }, { Annotator }, { buildEvidence }, { buildNamed }] =
    await Promise.all([
      import('../knowledge/load.ts'),
      import('./lexicon.ts'),
      import('./names.ts'),
      import('./annotate.ts'),
      import('./evidence-build.ts'),
      import('./named.ts'),
    ]);
  const knowledge = loadKnowledge(folder);
  const lexicon = buildLexicon(knowledge);
  const evidence = buildEvidence(knowledge, new Annotator(lexicon, new NameIndex(knowledge)));
  const opened = { knowledge, lexicon: lexicon.data, evidence, named: buildNamed(knowledge) };
  writeCompiled(file, opened);
  return opened;
}

/** The copy belongs to the code that made it as well: other code may read words otherwise. */
function codeDigest(): string {
  const hash = createHash('sha256').update(process.version);
  for (const room of ['.', '../knowledge', '../lookup'].map((folder) => join(import.meta.dirname, folder)))
    for (const name of readdirSync(room).sort()) if (name.endsWith('.ts')) hash.update(readFileSync(join(room, name)));
  return hash.digest('hex').slice(0, 12);
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readCompiled(file: string): Opened | undefined {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(DIGEST);
    return bytes.toString('latin1', 0, DIGEST) === digest(body) ? (deserialize(body) as Opened) : undefined;
  } catch {
    return undefined; // no copy, or a broken one: the files are read instead
  }
}

function writeCompiled(file: string, opened: Opened): void {
  try {
    const body = serialize(opened);
    const own = `${file}.${process.pid}`;
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(own, Buffer.concat([Buffer.from(digest(body), 'latin1'), body]));
    renameSync(own, file);
  } catch {
    // A read-only file system: the next start compiles again.
  }
}
