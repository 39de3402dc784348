// `npm run check [-- FOLDER …]`: everything that is wrong with the knowledge base and its packs, one line a fault; of the
// folders that are named, else of those that the settings name. Exits 1 when there is any.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadEnvironmentFile, readConfig } from '../config.ts';
import { formatFault } from '../knowledge/faults.ts';
import { readKnowledge } from '../knowledge/load.ts';
import { failure } from './failure.ts';

/** A pack by itself says nothing of attributes and words: it is checked behind the knowledge base. */
function folders(): readonly string[] {
  loadEnvironmentFile();
  const { knowledge } = readConfig();
  const given = process.argv.slice(2).map((folder) => resolve(folder));
  if (given.length === 0) return knowledge;
  const isBase = existsSync(join(given[0] as string, 'attributes'));
  return isBase ? given : [...knowledge.slice(0, 1), ...given];
}

try {
  const { entries, faults } = readKnowledge(folders());
  for (const fault of faults) console.log(formatFault(fault));
  console.log(
    faults.length === 0
      ? `knowledge is sound: ${entries.subjects.length} subjects, ${entries.facts.length} facts, ${entries.sources.length} sources, ${entries.vocabularies.length} languages`
      : `${faults.length} fault(s)`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(failure(error));
  process.exitCode = 1;
}
