// `npm run bench:lookup`: accuracy and speed of the lookup of names, beside libraries, on the same made-up catalogues.
import { parseArgs } from 'node:util';
import { benchLookup, SIZES } from '../../bench/lookup-bench.ts';
import type {} from '../../bench/lookup-child.ts'; // started as a process: named here for the type checker
import { drawLookupReport } from '../../bench/lookup-report.ts';
import { BenchError } from '../../bench/processes.ts';
import { failure } from './failure.ts';

const USAGE = `Usage: npm run bench:lookup -- [--most N] [--json]

Takes up to ten minutes; leave the machine alone meanwhile.
  --most N   catalogues of at most N products (of ${SIZES.join(', ')})
  --json     print the figures as JSON
  --help     print this
`;

async function run(most: number, asJson: boolean): Promise<void> {
  const sizes = SIZES.filter((size) => size <= most);
  const report = await benchLookup(sizes, (doing) => console.error(`… ${doing}`));
  console.log(asJson ? JSON.stringify(report, null, 2) : drawLookupReport(report));
}

try {
  const { values } = parseArgs({
    options: { most: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const most = values.most === undefined ? Number.POSITIVE_INFINITY : Number(values.most);
  const misread = !(most >= (SIZES[0] ?? 0));
  if (values.help || misread) (misread ? process.stderr : process.stdout).write(USAGE);
  else await run(most, values.json ?? false);
  if (misread) process.exitCode = 2;
} catch (error) {
  const misuse = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(misuse ? `${error.message}\n\n${USAGE}` : error instanceof BenchError ? error.message : failure(error));
  process.exitCode = misuse ? 2 : 1;
}
