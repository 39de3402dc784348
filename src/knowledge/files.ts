// Parses knowledge files and remembers where in its file each entry stands,
// so that a fault can be told with file, line and column.
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Fault } from './faults.ts';
import type { RawFile } from './raw-files.ts';

export type Path = readonly PropertyKey[];
export type Place = { readonly line: number; readonly column: number };
export type KnowledgeFile = RawFile & { readonly data: unknown; locate(path: Path): Place };

/** More than any honest file needs; keeps a runaway file from filling memory. */
const MAX_FILE_CHARACTERS = 4_000_000;
/** YAML anchors may multiply an entry this often at most (a "bomb" multiplies it by billions). */
const MAX_ALIASES = 100;

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
    faults.push({
      file: file.name,
      line: 1,
      column: 1,
      message: `longer than ${MAX_FILE_CHARACTERS} characters: split it`,
    });
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
  const locate = (path: Path): Place => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  return { file: { ...file, data, locate }, faults };
}
