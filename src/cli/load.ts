// `npm run load`: how much the program takes, beside a bare Bolt app, in memory and over Redis, with one process and two.
import { parseArgs } from 'node:util';
import { LoadError } from '../../bench/load/contract.ts';
import type {} from '../../bench/load/counterpart.ts'; // started as processes: named here for the type checker
import type {} from '../../bench/load/echo.ts';
import { load } from '../../bench/load/load.ts';
import { endAll } from '../../bench/load/processes.ts';
import { drawLoad } from '../../bench/load/report.ts';
import { failure } from './failure.ts';
import { GoldenError } from './golden.ts';

const USAGE = `Usage: npm run load -- [--memory]

Takes four minutes at most; leave the machine alone meanwhile. Loopback only; everything that it starts is ended.
  --memory   without Redis; otherwise redis-server must be installed
  --help     print this
`;
/** In milliseconds. */
const MOST_TIME = 238_000;

try {
  const { values } = parseArgs({ options: { memory: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) process.stdout.write(USAGE);
  else {
    const give = (why: string) => () => void endAll().then(() => process.exit(console.error(why) ?? 1));
    process.once('SIGINT', give('ended early')).once('SIGTERM', give('ended early'));
    setTimeout(give('The load took longer than four minutes and was ended.'), MOST_TIME).unref();
    console.log(drawLoad(await load(!values.memory, (doing) => console.error(`… ${doing}`))));
  }
} catch (error) {
  const misuse = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const known = error instanceof LoadError || error instanceof GoldenError;
  console.error(misuse ? `${error.message}\n\n${USAGE}` : known ? error.message : failure(error));
  process.exitCode = misuse ? 2 : 1;
}
