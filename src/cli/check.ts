// `npm run check`: everything that is wrong with the knowledge base, one line a fault. Exits 1 when there is any.
import { resolve } from 'node:path';
import { formatFault } from '../knowledge/faults.ts';
import { readKnowledge } from '../knowledge/load.ts';

const folder = resolve(process.argv[2] ?? 'knowledge');
const { entries, faults } = readKnowledge(folder);
for (const fault of faults) console.log(formatFault(fault));
console.log(
  faults.length === 0
    ? `knowledge is sound: ${entries.subjects.length} subjects, ${entries.facts.length} facts, ${entries.sources.length} sources, ${entries.vocabularies.length} languages`
    : `${faults.length} fault(s)`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
