// Reads the YAML files below a knowledge folder and remembers where in its file each entry stands,
// so that a fault can be told with file, line and column.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';

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
export type Path = readonly PropertyKey[];
export type Place = { readonly line: number; readonly column: number };
export type RawFile = { readonly name: string; readonly kind: FileKind; readonly text: string };
export type KnowledgeFile = RawFile & { readonly data: unknown; locate(path: Path): Place };

/** One thing that is wrong in a knowledge file, where it stands, and how to mend it. */
export type Fault = { readonly file: string; readonly line: number; readonly column: number; readonly message: string };

/** More than any honest file needs; keeps a runaway file from filling memory. */
const MAX_FILE_CHARACTERS = 4_000_000;
/** YAML anchors may multiply an entry this often at most (a "bomb" multiplies it by billions). */
const MAX_ALIASES = 100;

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

/** Parses one file; syntax faults are returned, never thrown. */
export function parseFile(file: RawFile): { file: KnowledgeFile; faults: Fault[] } {
  const lines = new LineCounter();
  const tooLong = file.text.length > MAX_FILE_CHARACTERS;
  const document = parseDocument(tooLong ? '' : file.text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = document.errors.map((error) => ({
    file: file.name,
    ...at(error.pos[0]),
    message: `YAML: ${error.message.split('\n')[0]}`,
  }));
  if (tooLong)
    faults.push({ file: file.name, line: 1, column: 1, message: `longer than ${MAX_FILE_CHARACTERS} characters: split it` });
  let data: unknown = null;
  if (faults.length === 0) {
    try {
      data = document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch (error) {
      faults.push({ file: file.name, line: 1, column: 1, message: `YAML: ${(error as Error).message}: write entries out` });
    }
  }
  const locate = (path: Path): Place => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  return { file: { ...file, data, locate }, faults };
}
