// `npm run bench:packs`: start-up and answers with packs of a thousand, ten thousand and a hundred thousand products.
import { parseArgs } from 'node:util';
import { benchPacks, drawPacks } from '../../bench/packs.ts';
import type {} from '../../bench/packs-child.ts'; // started as a process: named here for the type checker
import { BenchError } from '../../bench/processes.ts';
import { failure } from './failure.ts';
import { GoldenError } from './golden.ts';

const USAGE = `Usage: npm run bench:packs -- [SIZE …] [--json]

Makes packs of invented products in the temporary folder (the same for the same size) and measures the bot with each. The
largest takes some minutes and four gigabytes of memory.
  SIZE     products (default: 1000 10000 100000)
  --json   print the figures as JSON
`;

try {
  const boolean = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: boolean, help: boolean } });
  const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000, 100_000];
  const misused = sizes.some((size) => !Number.isInteger(size) || size < 1 || size > 1_000_000);
  if (values.help || misused) {
    process.stdout.write(USAGE);
    process.exitCode = misused ? 2 : 0;
  } else {
    const rows = await benchPacks(sizes, (doing) => console.error(`… ${doing}`));
    console.log(values.json ? JSON.stringify(rows, null, 2) : drawPacks(rows));
  }
} catch (error) {
  const known = error instanceof BenchError || error instanceof GoldenError;
  console.error(known ? error.message : failure(error));
  process.exitCode = 1;
}
