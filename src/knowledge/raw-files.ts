// Reads the YAML files below a knowledge folder as text, and a digest of them all.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export type FileKind =
  | 'sources'
  | 'units'
  | 'currencies'
  | 'classes'
  | 'attributes'
  | 'vocabulary'
  | 'messages'
  | 'product'
  | 'theme';
export type RawFile = { readonly name: string; readonly kind: FileKind; readonly text: string };

function kindOf(name: string): FileKind {
  const [first = '', second] = name.split('/');
  if (second === undefined) {
    const base = first.replace(/\.ya?ml$/, '');
    if (base === 'sources' || base === 'units' || base === 'currencies' || base === 'classes') return base;
    return 'theme';
  }
  if (first === 'attributes' || first === 'vocabulary' || first === 'messages') return first;
  return first === 'products' ? 'product' : 'theme';
}

/** Lists and reads the YAML files of a knowledge folder, in a fixed order. */
export function readRawFiles(folder: string): RawFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(folder, path).split(sep).join('/') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ path, name }) => ({ name, kind: kindOf(name), text: readFileSync(path, 'utf8') }));
}

/** A digest that changes when any file's name or content does: 16 hexadecimal digits. */
export function digestOf(files: readonly RawFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.name).update('\0').update(file.text).update('\0');
  return hash.digest('hex').slice(0, 16);
}
