// Reads the project's own source files and their imports, for the tests that keep its rooms apart.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '..', '..');

export type SourceFile = {
  /** Path from the project's folder, with "/". */
  readonly path: string;
  readonly text: string;
  /** What it imports, types included: project paths for relative imports, else the specifier as written. */
  readonly imports: readonly string[];
};

const IMPORT = /(?:^|[;\n}])\s*(?:import|export)\b[^;'"`]*?\bfrom\s*(['"])([^'"\n]+)\1/g;
const BARE_IMPORT = /(?:^|[;\n])\s*import\s*(['"])([^'"\n]+)\1/g;
const DYNAMIC_IMPORT = /\bimport\(\s*(['"])([^'"\n]+)\1\s*\)/g;

/** The specifiers that a text imports from, in whichever way. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const found = [IMPORT, BARE_IMPORT, DYNAMIC_IMPORT].flatMap((form) =>
    [...code.matchAll(form)].map((match) => match[2] ?? ''),
  );
  return [...new Set(found)];
}

/** Comments blanked out; what only looks like one inside a string is left alone. */
export function withoutComments(text: string): string {
  const piece = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|(?<![\\/[^(|])\/\/[^\n]*/g;
  return text.replace(piece, (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found));
}

/** All files below a folder whose name ends so, in a fixed order. Paths from the project's folder. */
export function filesBelow(folder: string, ending = ''): string[] {
  const absolute = join(projectFolder, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export const readText = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');

/** The TypeScript files of some folders, with what they import. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    filesBelow(folder, '.ts').map((path) => {
      const text = readText(path);
      const imports = importsOf(text).map((specifier) =>
        specifier.startsWith('.')
          ? relative(projectFolder, resolve(projectFolder, dirname(path), specifier))
              .split(sep)
              .join('/')
          : specifier,
      );
      return { path, text, imports };
    }),
  );
}

/** One way round in circles, as the paths on it; undefined where there is none. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | undefined => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return undefined;
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of graph.keys()) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}
