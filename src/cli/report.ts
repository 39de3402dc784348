// `npm run report`: what could not be answered, and which answers did not help, from the store that STORE_URL names.
import { parseArgs } from 'node:util';
import { styleFor } from '../adapters/console/style.ts';
import { recordsOf } from '../chat/records.ts';
import { loadEnvironmentFile, readConfig } from '../config.ts';
import type { Shelf } from '../state/contract.ts';
import { openForReading } from '../state/open.ts';
import { endWith } from './misuse.ts';
import { buildReport } from './report-data.ts';
import { drawReport, toCsv } from './report-draw.ts';

const USAGE = `Usage: npm run report -- [--csv | --json]

What was asked and could not be answered, grouped by how it was read, most frequent first; and which answers were marked as
not helpful, and why. Reads the store that STORE_URL names.
  --csv    one row each, for a spreadsheet
  --json   all of it as JSON
  --help   print this
`;

async function valuesOf<Value>(shelf: Shelf<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const [, value] of shelf.entries()) values.push(value);
  return values;
}

try {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { csv: flag, json: flag, help: flag } });
  if (values.help) process.stdout.write(USAGE);
  else {
    loadEnvironmentFile();
    const config = readConfig();
    const state = await openForReading(config.service.store);
    try {
      const { unanswered, opinions } = recordsOf(state);
      const report = buildReport(await valuesOf(unanswered), await valuesOf(opinions));
      const { color, columns } = config;
      const style = { ...styleFor(process.stdout, { color, ...(columns ? { columns } : {}) }), numbered: false };
      process.stdout.write(
        values.csv ? toCsv(report) : `${values.json ? JSON.stringify(report, null, 2) : drawReport(report, style)}\n`,
      );
    } finally {
      await state.close();
    }
  }
} catch (error) {
  endWith(error, USAGE);
}
