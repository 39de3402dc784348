// Parses knowledge files and remembers where in its file each entry stands,
// so that a fault can be told with file, line and column.
import { CORE_SCHEMA, load } from 'js-yaml';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Fault } from './faults.ts';
import type { RawFile } from './raw-files.ts';

export type Path = readonly PropertyKey[];
export type Place = { readonly line: number; readonly column: number };
export type KnowledgeFile = RawFile & { locate(path: Path): Place };
export type Parsed = { readonly file: KnowledgeFile; readonly data: unknown; readonly faults: readonly Fault[] };

/** More than any honest file needs; keeps a runaway file from filling memory. */
const MAX_FILE_CHARACTERS = 4_000_000;
/** YAML anchors may multiply an entry this often at most (a "bomb" multiplies it by billions). */
const MAX_ALIASES = 100;
/** Brackets within brackets, and columns of indentation: deeper than any entry goes, and little enough for the stack. */
const MAX_NESTING = 100;
const MAX_INDENT = 400;
/** `*name` stands for an entry elsewhere; a file that is full of them is not read at all. */
const MAX_REFERENCES = 10_000;

/** Parses one file; syntax faults are returned, never thrown. */
export function parseFile(raw: RawFile): Parsed {
  const excess = excessOf(raw.text);
  if (excess) {
    const fault = { file: raw.name, line: excess.line, column: 1, message: excess.message };
    return { file: { ...raw, locate: () => ({ line: 1, column: 1 }) }, data: null, faults: [fault] };
  }
  const file = { ...raw, locate: (path: Path) => locate(raw.text, path) };
  const plain = readPlain(raw.text);
  return plain ? { file, data: plain.data, faults: [] } : readWell(file);
}

/**
 * What most files hold, read many times faster than by the reader that knows where everything stands. That one is asked where this
 * one finds a fault, or an alias, or rules of its own in the file.
 */
function readPlain(text: string): { readonly data: unknown } | undefined {
  if (text.startsWith('%')) return undefined;
  try {
    return { data: load(text, { schema: CORE_SCHEMA, maxAliases: 0, maxDepth: MAX_NESTING }) };
  } catch {
    return undefined; // told by the other reader, with line and column
  }
}

function readWell(file: KnowledgeFile): Parsed {
  const { document, at } = read(file.text);
  const faults = document.errors.map((error) => ({
    file: file.name,
    ...at(error.pos[0]),
    message: `YAML: ${error.message.split('\n')[0]}`,
  }));
  let data: unknown = null;
  if (faults.length === 0) {
    try {
      data = document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch (error) {
      faults.push({
        file: file.name,
        line: 1,
        column: 1,
        message: `YAML: ${(error as Error).message}: write entries out`,
      });
    }
  }
  return { file, data, faults };
}

/** A parsed document is many times the size of its text: it is made again where a fault is to be told. */
function locate(text: string, path: Path): Place {
  if (last?.text !== text) last = { text, ...read(text) };
  const { document, at } = last;
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return at(node.range[0]);
  }
  return { line: 1, column: 1 };
}

type Read = { readonly document: Document; at(offset: number): Place };
/** Faults come file by file: the last one is the next one. */
let last: (Read & { readonly text: string }) | undefined;

function read(text: string): Read {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return { document, at };
}

/** What is too much in a file, found before it is parsed: parsing is where too much would cost. */
function excessOf(text: string): { line: number; message: string } | undefined {
  if (text.length > MAX_FILE_CHARACTERS)
    return { line: 1, message: `longer than ${MAX_FILE_CHARACTERS} characters: split it` };
  let line = 1;
  let depth = 0;
  let indent = 0;
  let blank = true;
  let references = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10) {
      line += 1;
      indent = 0;
      blank = true;
      continue;
    }
    if (blank && (code === 32 || (code === 45 && text.charCodeAt(index + 1) === 32))) indent += 1;
    else blank = false;
    if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) depth = Math.max(0, depth - 1);
    else if (code === 42) references += 1;
    if (depth > MAX_NESTING || indent > MAX_INDENT)
      return { line, message: `YAML: nested more than ${MAX_NESTING} levels deep: write entries out` };
    if (references > MAX_REFERENCES)
      return { line, message: `YAML: more than ${MAX_REFERENCES} references (*): write entries out` };
  }
  return undefined;
}
