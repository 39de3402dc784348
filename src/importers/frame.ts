// What every import does around its importer: reads, takes row by row, writes the pack, and counts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Draft, Importer, Options, Skipped } from './contract.ts';
import { type Kept, keep, lastImport, sameAsLast } from './keeping.ts';
import { isoDate, record } from './reading.ts';
import { packFiles, productFiles } from './writing.ts';

export type Summary = {
  readonly rows: number;
  readonly products: number;
  readonly facts: number;
  readonly skipped: readonly Skipped[];
  readonly kept: Kept;
};

export type Job = Options & {
  readonly importer: Importer;
  readonly path: string;
  /** Folder of the pack, from what the catalogue calls itself. */
  readonly folderOf: (pack: string) => string;
  /** ISO day on which the catalogue was fetched, where it is known. */
  readonly retrieved?: string;
  /** ISO day of today: the last resort. */
  readonly today: string;
  readonly progress: (done: number, total: number) => void;
};

/**
 * Runs an import. The same catalogue over the same pack changes nothing.
 * @throws ImportError where it cannot be done
 */
export function runImport({
  importer,
  path,
  folderOf,
  retrieved,
  today,
  progress,
  ...options
}: Job): Summary & { readonly folder: string } {
  const { pack, rows, date, skipped: unread } = importer.read(path);
  const folder = folderOf(pack.id);
  const maker = `${importer.name}/${pack.id}`;
  const last = lastImport(folder, maker);
  const drafts: Draft[] = [];
  const skipped: Skipped[] = [...unread];
  const total = rows.length * 2;
  rows.forEach((row, index) => {
    const taken = importer.take(row, options);
    if (taken.draft) drafts.push(taken.draft);
    skipped.push(...taken.skipped);
    progress(index + 1, total);
  });
  const related = importer.relate?.(drafts) ?? new Map();
  const { files, doubled, facts } = productFiles(drafts, related, pack.id);
  skipped.push(...doubled.map((name) => ({ where: name, reason: 'is in the catalogue twice: the first is taken' })));
  // Without a date of its own, a catalogue keeps that of the last import until something in it changes.
  const dayOf = retrieved ?? date ?? (last && sameAsLast(files, last) ? dayBefore(folder) : undefined) ?? today;
  let done = rows.length;
  const all = new Map([...packFiles(pack, pack.id, dayOf), ...files]);
  const kept = keep(folder, maker, all, last, () => progress(Math.min(total, ++done), total));
  progress(total, total);
  return { folder, rows: rows.length, products: files.size, facts, skipped, kept };
}

/** The day that the pack's own file names. */
function dayBefore(folder: string): string | undefined {
  try {
    return isoDate(record(parse(readFileSync(join(folder, 'pack.yaml'), 'utf8')))?.retrieved);
  } catch {
    return undefined; // removed or broken by hand: the day is taken anew
  }
}
