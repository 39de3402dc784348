// Writes a pack over an older one and keeps what a person changed: each file that an import made is known by its digest.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { ImportError } from './contract.ts';
import type { Files } from './writing.ts';

/** Beside the pack's files: what made them, and the digest of each as it was made. */
const RECORD = '.imported.json';
const recordSchema = z.strictObject({ importer: z.string(), files: z.record(z.string(), z.string()) });
export type Record = z.infer<typeof recordSchema>;

export type Kept = {
  readonly created: string[];
  readonly updated: string[];
  readonly unchanged: string[];
  /** Changed by hand, and the catalogue says what it said before. */
  readonly edited: string[];
  /** Changed by hand, and the catalogue says something new: the hand's stays. */
  readonly conflicts: string[];
  /** Removed by hand: stays so. */
  readonly removed: string[];
  /** No longer in the catalogue: stays, and is told. */
  readonly gone: string[];
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/**
 * The record of the last import into a folder; undefined where there was none.
 * @throws ImportError where the record cannot be read, another importer made the pack, or files stand there that none made
 */
export function lastImport(folder: string, importer: string): Record | undefined {
  const path = join(folder, RECORD);
  if (!existsSync(path)) {
    if (existsSync(join(folder, 'pack.yaml')) || existsSync(join(folder, 'products')))
      throw new ImportError(`${folder} holds a pack that no import made: name another folder with --into`);
    return undefined;
  }
  let record: Record;
  try {
    record = recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new ImportError(`${path} cannot be read: put it back as it was, or name another folder with --into`);
  }
  if (record.importer !== importer)
    throw new ImportError(`${folder} was made by another import (${record.importer}): name another folder with --into`);
  return record;
}

/** Whether the files are those of the last import, whatever a hand did to them since. */
export const sameAsLast = (files: Files, last: Record): boolean =>
  [...files].every(([path, text]) => last.files[path] === digest(text));

/**
 * Brings a folder up to the files; what is the same is not written.
 * @param step is told after each file
 */
export function keep(folder: string, importer: string, files: Files, last: Record | undefined, step: () => void): Kept {
  const kept: Kept = { created: [], updated: [], unchanged: [], edited: [], conflicts: [], removed: [], gone: [] };
  const made: { [path: string]: string } = {};
  for (const [path, text] of files) {
    const before = last?.files[path];
    const state = stateOf(join(folder, path), digest(text), before);
    kept[state].push(path);
    // A conflict stays one until it is settled: the record keeps what the hand's version was made from.
    made[path] = state === 'conflicts' && before ? before : digest(text);
    if (state === 'created' || state === 'updated') write(folder, path, text);
    step();
  }
  for (const [path, before] of Object.entries(last?.files ?? {}))
    if (!files.has(path)) {
      kept.gone.push(path);
      made[path] = before;
    }
  const sorted = Object.fromEntries(Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1)));
  const record = `${JSON.stringify({ importer, files: sorted }, null, 1)}\n`;
  const path = join(folder, RECORD);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== record) write(folder, RECORD, record);
  return kept;
}

function stateOf(path: string, next: string, before: string | undefined): Exclude<keyof Kept, 'gone'> {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return before === undefined ? 'created' : 'removed';
  if (!stat.isFile()) return 'conflicts';
  const now = digest(readFileSync(path, 'utf8'));
  if (now === next) return 'unchanged';
  if (now === before) return 'updated';
  return next === before ? 'edited' : 'conflicts';
}

/** Whole or not at all: an import that is broken off leaves no half file. */
function write(folder: string, path: string, text: string): void {
  const target = join(folder, path);
  if (relative(folder, target).split(sep)[0] === '..') throw new ImportError(`${path} leads out of the pack`);
  mkdirSync(dirname(target), { recursive: true });
  const own = `${target}.${process.pid}.part`;
  writeFileSync(own, text);
  renameSync(own, target);
}
