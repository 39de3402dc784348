// The architecture as a test: who may import whom, how files are kept, and that no product or person is named in code.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../src/knowledge/model.ts';
import { openTestBot } from './support/bot.ts';
import {
  filesBelow,
  findCycle,
  importsOf,
  projectFolder,
  readText,
  type SourceFile,
  sourceFiles,
  withoutComments,
} from './support/source-files.ts';

const MOST_LINES = 300;
const MOST_FOLDERS = 3;

const code = sourceFiles('src', 'commands', 'bench');
const all = [...code, ...sourceFiles('test')];
const inFolder = (folder: string): SourceFile[] => code.filter(({ path }) => path.startsWith(`${folder}/`));
const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/');
const isOurs = (imported: string): boolean => /^(src|commands|bench|test|knowledge)\//.test(imported);

/** The imports that break a rule, each as "file → what it imports". */
const offending = (
  files: readonly SourceFile[],
  forbidden: (imported: string, from: SourceFile) => boolean,
): string[] =>
  files.flatMap((file) =>
    file.imports.filter((one) => forbidden(one, file)).map((imported) => `${file.path} → ${imported}`),
  );

describe('the readers of this test', () => {
  it('see every way of importing, and none in comments', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      'import {\n  type C,\n  c,\n} from "./c.ts";',
      "import './d.ts';",
      "export { e } from './e.ts';",
      "export * from './f.ts';",
      "const g = await import('./g.ts'); // not from './x.ts'",
      "/* import { y } from './y.ts'; */",
    ].join('\n');
    expect(importsOf(text).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `./${name}.ts`));
  });

  it('find every import line of the project', () => {
    expect(code.length).toBeGreaterThan(60);
    for (const { path, text } of code) {
      const lines = text.split('\n').filter((line) => /^(import .*|\} )from '[^']+';$/.test(line));
      const specifiers = new Set(lines.map((line) => /from '([^']+)'/.exec(line)?.[1]));
      expect([path, [...specifiers].filter((one) => !importsOf(text).includes(one ?? ''))]).toEqual([path, []]);
    }
    const relative = code.flatMap(({ imports }) => imports).filter(isOurs);
    expect(relative.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
  });

  it('see a cycle', () => {
    const ring = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    expect(findCycle(ring)).toEqual(['b', 'd', 'b']);
    expect(findCycle(new Map([['a', ['b']]]))).toBeUndefined();
  });
});

describe('rooms', () => {
  it('knowledge/ holds no code', () => {
    expect(filesBelow('knowledge').filter((path) => !/\.(yaml|json|md)$/.test(path))).toEqual([]);
  });

  it('src/knowledge imports nothing from other rooms', () => {
    expect(inFolder('src/knowledge').length).toBeGreaterThan(5);
    expect(offending(inFolder('src/knowledge'), (one) => isOurs(one) && roomOf(one) !== 'src/knowledge')).toEqual([]);
  });

  it('src/bot imports no adapter, no program and no settings', () => {
    expect(inFolder('src/bot').length).toBeGreaterThan(20);
    const outside = /^src\/(adapters|cli)\/|^src\/(main|config)\.ts$|^(commands|bench)\//;
    expect(offending(inFolder('src/bot'), (one) => outside.test(one))).toEqual([]);
  });

  it('src/importers know the words of the knowledge, and are known by programs only', () => {
    const foreign = (imported: string): boolean =>
      isOurs(imported) && !/^src\/importers\//.test(imported) && imported !== 'src/knowledge/text.ts';
    expect(inFolder('src/importers').length).toBeGreaterThan(5);
    expect(offending(inFolder('src/importers'), foreign)).toEqual([]);
    const users = code.filter(({ path }) => !/^src\/(importers|cli)\//.test(path));
    expect(offending(users, (one) => one.startsWith('src/importers/'))).toEqual([]);
  });

  it('within the bot, reading, matching and telling know nothing of the ways to answer', () => {
    const above: Readonly<Record<string, RegExp>> = {
      reading: /^src\/bot\/(many|message|telling|turns|ways)\//,
      matching: /^src\/bot\/(many|message|telling|turns|ways)\//,
      telling: /^src\/bot\/(many|message|turns|ways)\//,
    };
    for (const [room, rooms] of Object.entries(above)) {
      expect(inFolder(`src/bot/${room}`).length).toBeGreaterThan(5);
      expect(offending(inFolder(`src/bot/${room}`), (one) => rooms.test(one))).toEqual([]);
    }
  });

  it('an adapter imports neither another adapter nor the knowledge', () => {
    const adapterOf = (path: string): string | undefined => /^src\/adapters\/([^/]+)\//.exec(path)?.[1];
    const foreign = (imported: string, { path }: SourceFile): boolean =>
      imported.startsWith('src/knowledge/') ||
      /^src\/(cli\/|main\.ts|config\.ts)/.test(imported) ||
      (adapterOf(imported) !== undefined && adapterOf(imported) !== adapterOf(path));
    expect(inFolder('src/adapters').length).toBeGreaterThan(5);
    expect(offending(inFolder('src/adapters'), foreign)).toEqual([]);
  });

  it('only `npm run preview` imports previews, and only when it is run', () => {
    const importers = code.filter(({ imports }) => imports.some((one) => one.startsWith('src/preview/')));
    const outside = importers.filter(({ path }) => !path.startsWith('src/preview/')).map(({ path }) => path);
    expect(outside).toEqual(['src/cli/preview.ts']);
    expect(readText('src/cli/preview.ts')).not.toMatch(/^import\b.*preview\//m);
  });

  it('of the bot, an adapter knows the contract only', () => {
    expect(
      offending(inFolder('src/adapters'), (one) => one.startsWith('src/bot/') && one !== 'src/bot/contract.ts'),
    ).toEqual([]);
  });

  it('src/chat and src/state know contracts of other rooms only', () => {
    const known = new Set(['src/bot/contract.ts', 'src/state/contract.ts']);
    const foreign = (imported: string): boolean =>
      /^src\/[^/]+\//.test(imported) && !imported.startsWith('src/chat/') && !known.has(imported);
    expect(offending(inFolder('src/chat'), foreign)).toEqual([]);
    expect(offending(inFolder('src/state'), (one) => isOurs(one) && roomOf(one) !== 'src/state')).toEqual([]);
  });

  it('src/lookup folds text as the knowledge does, and knows nothing else', () => {
    const known = (one: string): boolean => one.startsWith('src/lookup/') || one === 'src/knowledge/text.ts';
    expect(inFolder('src/lookup').length).toBeGreaterThan(10);
    expect(offending(inFolder('src/lookup'), (one) => !known(one))).toEqual([]);
  });

  it('commands/ know what a command and a question are, and nothing else', () => {
    const known = new Set(['src/command.ts', 'src/question.ts']);
    const commands = inFolder('commands').filter(({ path }) => path !== 'commands/all.ts');
    expect(commands.length).toBeGreaterThan(5);
    expect(offending(commands, (one) => !known.has(one))).toEqual([]);
    const list = inFolder('commands').filter(({ path }) => path === 'commands/all.ts');
    expect(offending(list, (one) => !known.has(one) && !one.startsWith('commands/'))).toEqual([]);
  });

  it('what all rooms share imports no room', () => {
    const shared = code.filter(({ path }) => /^src\/(answer|question|command)\.ts$/.test(path));
    expect(shared).toHaveLength(3);
    expect(offending(shared, (one) => /^src\/[^/]+\//.test(one))).toEqual([]);
  });

  it('no imports go round in circles, types included', () => {
    expect(findCycle(new Map(code.map(({ path, imports }) => [path, imports.filter(isOurs)])))).toBeUndefined();
  });
});

describe('files', () => {
  it(`hold ${MOST_LINES} lines at most`, () => {
    const long = all.filter(({ text }) => text.split('\n').length - 1 > MOST_LINES);
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length - 1}`)).toEqual([]);
  });

  it('begin with a comment that says why they exist', () => {
    const bare = all.filter(({ text }) => !/^(#!.*\n)?\/[/*] ?.{15,}/.test(text));
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('are named in kebab-case and lie three folders deep at most', () => {
    const isKebab = (path: string): boolean =>
      path.split('/').every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?(\.[a-z0-9]+)?$/.test(part));
    const paths = ['src', 'commands', 'bench', 'test', 'knowledge'].flatMap((folder) => filesBelow(folder));
    expect(paths.filter((path) => !isKebab(path) && !/(^|\/)README\.md$/.test(path))).toEqual([]);
    expect(paths.filter((path) => path.split('/').length - 1 > MOST_FOLDERS)).toEqual([]);
  });

  it('export by name, and none only passes on what others export', () => {
    expect(code.filter(({ text }) => /^export default\b/m.test(withoutComments(text))).map(({ path }) => path)).toEqual(
      [],
    );
    const isBarrel = (text: string): boolean =>
      withoutComments(text)
        .split(';')
        .map((statement) => statement.trim())
        .filter((statement) => statement !== '')
        .every((statement) => /^export\b[^=]*\bfrom\b/.test(statement));
    expect(code.filter(({ text }) => isBarrel(text)).map(({ path }) => path)).toEqual([]);
  });

  it('leave nothing to do', () => {
    const mark = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
    const places = [...all.map(({ path }) => path), ...filesBelow('knowledge', '.yaml')];
    expect(places.filter((path) => mark.test(readText(path)))).toEqual([]);
  });

  it('read the environment in src/config.ts only', () => {
    const reads = /\bprocess\s*(\?\.|\.)\s*env\b|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b|\benv\b[^;]*from 'node:process'/;
    const program = code.filter(({ path }) => !path.startsWith('bench/'));
    const readers = program.filter(({ text }) => reads.test(withoutComments(text))).map(({ path }) => path);
    expect(readers).toEqual(['src/config.ts']);
  });
});

describe('names', () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    ({ knowledge } = await openTestBot());
  });

  /** English words that a product's or person's name happens to be. Each with its reason; none so far. */
  const COMMON_WORDS: ReadonlySet<string> = new Set();
  const LETTERS = 5;

  /** What a command shows as its examples are lines for people; a test runs each. All else is code. */
  const withoutExamples = (text: string): string => text.replace(/^ {2}examples: \[[^\]]*\]/m, '');

  it('of products and people stand in the knowledge, never in code', () => {
    const subjects = [...knowledge.subjects.values()].filter(({ kind }) => kind === 'product' || kind === 'person');
    const names = new Set(
      subjects
        .flatMap(({ id, names: own, aliases }) => [id, own.en, own.zh, ...aliases])
        .map((name) => name.toLowerCase())
        .filter((name) => (name.match(/\p{L}/gu) ?? []).length >= LETTERS && !COMMON_WORDS.has(name)),
    );
    expect(names.size).toBeGreaterThan(300);
    const named = code.flatMap(({ path, text }) => {
      const bare = withoutComments(path.startsWith('commands/') ? withoutExamples(text) : text).toLowerCase();
      return [...names]
        .filter((name) => bare.includes(name))
        .filter((name) => new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'u').test(bare))
        .map((name) => `${path}: ${name}`);
    });
    expect(named).toEqual([]);
  });
});

describe('dependencies', () => {
  const hasArchitecture = existsSync(join(projectFolder, 'ARCHITECTURE.md'));

  it.skipIf(!hasArchitecture)('are each explained in ARCHITECTURE.md', () => {
    const manifest = JSON.parse(readText('package.json')) as Record<string, Record<string, string> | undefined>;
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const architecture = readText('ARCHITECTURE.md');
    const mentioned = (name: string): boolean =>
      new RegExp(`(?<![\\w/@-])${RegExp.escape(name)}(?![\\w/-])`).test(architecture);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !mentioned(name))).toEqual([]);
  });

  it('are pinned to one version each', () => {
    const manifest = JSON.parse(readText('package.json')) as Record<string, Record<string, string> | undefined>;
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are the only packages that src imports', () => {
    const manifest = JSON.parse(readText('package.json')) as Record<string, Record<string, string> | undefined>;
    const runtime = new Set(Object.keys(manifest.dependencies ?? {}));
    const dev = new Set(Object.keys(manifest.devDependencies ?? {}));
    const packageOf = (specifier: string): string =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
    const isPackage = (one: string): boolean => !isOurs(one) && !one.startsWith('node:') && !one.startsWith('.');
    // Only measuring and previews may use what is there for development.
    const allowed = (one: string, { path }: SourceFile): boolean =>
      runtime.has(packageOf(one)) || (/^(bench|src\/preview)\//.test(path) && dev.has(packageOf(one)));
    expect(offending(code, (one, file) => isPackage(one) && !allowed(one, file))).toEqual([]);
  });
});
