// Lists and reads the YAML files of knowledge packs as text, within bounds, and a digest of them all.
import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Fault } from './faults.ts';

export type FileKind =
  | 'pack'
  | 'sources'
  | 'units'
  | 'currencies'
  | 'classes'
  | 'attributes'
  | 'vocabulary'
  | 'messages'
  | 'product'
  | 'theme';
/** `pack` is the position of its folder among those that are read; `name` is the path within it, behind the pack's id where there are several. */
export type RawFile = {
  readonly name: string;
  readonly kind: FileKind;
  readonly text: string;
  readonly pack: number;
};

/** More than any honest file needs, in bytes: one product is a few kilobytes. */
const MAX_BYTES = { product: 512_000, other: 8_000_000 } as const;
/** All packs together: more would not fit into memory once it is parsed. */
const MAX_TOTAL_BYTES = 300_000_000;
const MAX_FILES = 250_000;
const MAX_DEPTH = 8;

function kindOf(name: string): FileKind {
  const [first = '', second] = name.split('/');
  if (second === undefined) {
    const base = first.replace(/\.ya?ml$/, '');
    if (base === 'pack' || base === 'sources' || base === 'units' || base === 'currencies' || base === 'classes')
      return base;
    return 'theme';
  }
  if (first === 'attributes' || first === 'vocabulary' || first === 'messages') return first;
  return first === 'products' ? 'product' : 'theme';
}

/** The id of a pack: the name of its folder. */
export const packId = (folder: string): string => basename(folder);

/**
 * Reads the YAML files of one or more packs, in a fixed order. What cannot be read within bounds is a fault, and is not
 * read: sizes are looked at first, and links are not followed.
 */
export function readRawFiles(folders: string | readonly string[]): { files: RawFile[]; faults: Fault[] } {
  const packs = typeof folders === 'string' ? [folders] : folders;
  const files: RawFile[] = [];
  const faults: Fault[] = [];
  let total = 0;
  packs.forEach((folder, pack) => {
    const prefix = packs.length > 1 ? `${packId(folder)}/` : '';
    const found = listFiles(folder, prefix);
    faults.push(...found.faults);
    for (const path of found.paths) {
      const own = relative(folder, path).split(sep).join('/');
      const kind = kindOf(own);
      const name = prefix + own;
      const { size } = lstatSync(path);
      const most = kind === 'product' ? MAX_BYTES.product : MAX_BYTES.other;
      if (size <= most) total += size;
      if (size > most) faults.push(refused(name, `${size} bytes are more than the ${most} that are read: split it`));
      else if (total <= MAX_TOTAL_BYTES) files.push({ name, kind, pack, text: readFileSync(path, 'utf8') });
    }
    if (total > MAX_TOTAL_BYTES)
      faults.push(refused(prefix || folder, `more than ${MAX_TOTAL_BYTES} bytes in all: load fewer packs`));
  });
  return { files, faults };
}

const refused = (file: string, message: string): Fault => ({ file, line: 1, column: 1, message });

/** The YAML files below a folder; links are told, not followed: they may lead out of the pack, or round in a circle. */
function listFiles(folder: string, prefix: string): { paths: string[]; faults: Fault[] } {
  const paths: string[] = [];
  const faults: Fault[] = [];
  const visit = (at: string, depth: number): void => {
    for (const entry of readdirSync(at, { withFileTypes: true }).sort(byName)) {
      if (paths.length > MAX_FILES) return;
      const path = join(at, entry.name);
      const name = prefix + relative(folder, path).split(sep).join('/');
      if (entry.isSymbolicLink())
        faults.push(refused(name, 'a symbolic link, which is not followed: put the file itself here'));
      else if (entry.isDirectory() && depth >= MAX_DEPTH)
        faults.push(refused(name, `more than ${MAX_DEPTH} folders deep: move it up`));
      else if (entry.isDirectory()) visit(path, depth + 1);
      else if (entry.isFile() && /\.ya?ml$/.test(entry.name)) paths.push(path);
    }
  };
  visit(folder, 1);
  if (paths.length > MAX_FILES)
    faults.push(refused(prefix || folder, `more than ${MAX_FILES} files: load fewer packs`));
  return { paths: paths.slice(0, MAX_FILES), faults };
}

/** As one sorted list of whole paths would be: a folder's files stand where its name does. */
const byName = (a: Dirent, b: Dirent): number => (sortKey(a) < sortKey(b) ? -1 : 1);
const sortKey = (entry: Dirent): string => (entry.isDirectory() ? `${entry.name}/` : entry.name);

/** A digest that changes when any file's name or content does: 16 hexadecimal digits. */
export function digestOf(files: readonly RawFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.name).update('\0').update(file.text).update('\0');
  return hash.digest('hex').slice(0, 16);
}
