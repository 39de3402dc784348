// `npm run bench`: accuracy and speed of the bot, and of plain libraries on the same facts and questions.
import { parseArgs } from 'node:util';
import { bench } from '../../bench/bench.ts';
import type {} from '../../bench/child.ts'; // started as a process: named here for the type checker
import { BenchError } from '../../bench/processes.ts';
import { drawReport } from '../../bench/report.ts';
import { failure } from './failure.ts';
import { GoldenError } from './golden.ts';

const USAGE = `Usage: npm run bench -- [--json]

Takes a minute or two; leave the machine alone meanwhile.
  --json   print the figures as JSON
  --help   print this
`;

async function run(asJson: boolean): Promise<void> {
  const report = await bench((doing) => console.error(`… ${doing}`));
  console.log(asJson ? JSON.stringify(report, null, 2) : drawReport(report));
}

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) process.stdout.write(USAGE);
  else await run(values.json ?? false);
} catch (error) {
  const misuse = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const known = error instanceof BenchError || error instanceof GoldenError;
  console.error(misuse ? `${error.message}\n\n${USAGE}` : known ? error.message : failure(error));
  process.exitCode = misuse ? 2 : 1;
}
