// `npm run check [-- FOLDER …]`: everything that is wrong with the knowledge base and the packs that are named behind it,
// one line a fault. Exits 1 when there is any.
import { resolve } from 'node:path';
import { formatFault } from '../knowledge/faults.ts';
import { readKnowledge } from '../knowledge/load.ts';

const given = process.argv.slice(2);
const { entries, faults } = readKnowledge((given.length > 0 ? given : ['knowledge']).map((folder) => resolve(folder)));
for (const fault of faults) console.log(formatFault(fault));
console.log(
  faults.length === 0
    ? `knowledge is sound: ${entries.subjects.length} subjects, ${entries.facts.length} facts, ${entries.sources.length} sources, ${entries.vocabularies.length} languages`
    : `${faults.length} fault(s)`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
