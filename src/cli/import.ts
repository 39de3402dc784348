// `npm run import -- NAME PATH`: turns a catalogue into a knowledge pack, and says what was taken and what was not.
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openKnowledge } from '../bot/open.ts';
import { loadEnvironmentFile, projectRoot, readConfig } from '../config.ts';
import { allImporters } from '../importers/all.ts';
import { type Brand, ImportError } from '../importers/contract.ts';
import { runImport, type Summary } from '../importers/frame.ts';
import { isoDate } from '../importers/reading.ts';
import { type Fault, formatFault, KnowledgeError } from '../knowledge/faults.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { failure } from './failure.ts';
import { endWith, MisuseError } from './misuse.ts';
import { progressBar } from './progress.ts';

const USAGE = `Usage: npm run import -- NAME PATH [--into FOLDER] [--vendor NAME] [--retrieved DAY] [--all]

${allImporters.map(({ name, input }) => `  ${name.padEnd(10)} ${input}`).join('\n')}

  --into FOLDER    where the pack is written (default: packs/ and the catalogue's name)
  --vendor NAME    whose devices are taken, where the catalogue has those of many (default: Xiaomi)
  --retrieved DAY  when the catalogue was fetched, e.g. 2026-08-17
  --all            print everything that was left out, not only the first of each
  --help           print this
`;

/** Without --all, so many of what was left out are printed. */
const SHOWN = 40;

function readArguments() {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean', default: false } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { into: text, vendor: text, retrieved: text, all: flag, help: flag },
    });
    return { ...values, positionals };
  } catch (error) {
    throw new MisuseError((error as Error).message);
  }
}

/** What product names begin with: the names of the companies that the knowledge holds, and their short ones. */
function brandsOf(base: string): Brand[] {
  const companies = [...loadKnowledge(base).subjects.values()].filter(({ kind }) => kind === 'company');
  const named = companies.flatMap(({ id, names, aliases }): Brand[] => [
    { id, en: names.en, zh: names.zh },
    ...aliases
      .filter((alias) => /^[a-z]{2,6}$/i.test(alias))
      .map((alias) => ({ id, en: alias, zh: names.zh, short: true })),
  ]);
  return named.sort((a, b) => b.en.length - a.en.length);
}

async function run(): Promise<void> {
  const { positionals, into, vendor = 'Xiaomi', retrieved, all, help } = readArguments();
  if (help) return void process.stdout.write(USAGE);
  const [name, path, ...more] = positionals;
  const importer = allImporters.find((one) => one.name === name);
  if (!importer) throw new MisuseError(`there is no import "${name ?? ''}"`);
  if (!path || more.length > 0) throw new MisuseError(`${name} needs one path: ${importer.input}`);
  if (retrieved !== undefined && isoDate(retrieved)?.length !== 10)
    throw new MisuseError(`--retrieved "${retrieved}" is not a day; accepted: 2026-08-17`);
  loadEnvironmentFile();
  const { knowledge, cache } = readConfig();
  const [base = ''] = knowledge;
  const summary = runImport({
    importer,
    path: resolve(path),
    folderOf: (pack) => (into ? resolve(into) : join(projectRoot, 'packs', pack)),
    ...(retrieved ? { retrieved } : {}),
    today: new Date().toISOString().slice(0, 10),
    vendor,
    brands: brandsOf(base),
    progress: progressBar(process.stderr),
  });
  console.log(describe(summary, all));
  const packs = [...new Set([...knowledge, summary.folder])];
  const faults = await compiled(packs, cache);
  for (const fault of faults.slice(0, SHOWN)) console.log(formatFault(fault));
  if (faults.length > 0) process.exitCode = 1;
  const shown = packs.map((folder) => relative(process.cwd(), folder)).join(',');
  console.log(faults.length > 0 ? `${faults.length} fault(s): mend them first` : `Load it with KNOWLEDGE=${shown}`);
}

/** Checks the packs, and compiles them where they are sound: the first start with them is as fast as the next. */
async function compiled(packs: readonly string[], cache: string): Promise<readonly Fault[]> {
  try {
    await openKnowledge(packs, cache);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.faults;
    throw error;
  }
}

function describe(
  { folder, rows, products, facts, skipped, kept }: Summary & { folder: string },
  all: boolean,
): string {
  const list = (title: string, paths: readonly string[]): string[] =>
    paths.length === 0
      ? []
      : [title, ...paths.slice(0, all ? undefined : SHOWN).map((path) => `  ${path}`), ...more(paths, all)];
  return [
    ...list(
      `left out (${skipped.length}):`,
      skipped.map(({ where, reason }) => `${where}: ${reason}`),
    ),
    ...list('changed by hand, kept:', kept.edited),
    ...list('removed by hand, left so:', kept.removed),
    ...list(
      'CONFLICT, changed by hand and in the catalogue: yours is kept; remove the file and its line in .imported.json to take the other:',
      kept.conflicts,
    ),
    ...list('no longer in the catalogue, kept:', kept.gone),
    `${folder}: ${rows} rows, ${products} products, ${facts} facts; files: ${kept.created.length} new, ${kept.updated.length} changed, ${kept.unchanged.length} as they were`,
  ].join('\n');
}

const more = (paths: readonly string[], all: boolean): string[] =>
  all || paths.length <= SHOWN ? [] : [`  … and ${paths.length - SHOWN} more (--all prints them)`];

try {
  await run();
} catch (error) {
  endWith(error, USAGE, (other) => (other instanceof ImportError ? other.message : failure(other)));
}
