// One replica of a race, run as a process: claims the same events as the others and prints which it got. Arguments: address, events, limit.
import { storeAddress } from '../../src/state/address.ts';
import { openState } from '../../src/state/open.ts';

const [url = '', events = '0', most = '0'] = process.argv.slice(2);
const address = storeAddress(url, '/');
if (!address) throw new Error(`no store: ${url}`);
// The race shows who gets a claim, not how long a busy machine takes.
const state = await openState(address, { patience: 20_000 });
process.stdout.write('ready\n');
const start = Number(await new Promise((go) => process.stdin.once('data', go)));
while (Date.now() < start); // all begin at the same moment

const won: number[] = [];
const BATCH = 100;
for (let first = 0; first < Number(events); first += BATCH) {
  const batch = Array.from({ length: BATCH }, (_, index) => first + index).sort(() => Math.random() - 0.5);
  const got = await Promise.all(batch.map((event) => state.claim(`race:${event}`, 60_000)));
  won.push(...batch.filter((_, index) => got[index]));
}
const limiter = state.limiter('race', Number(most), 60);
const verdicts = await Promise.all(Array.from({ length: Number(most) }, () => limiter.consume('person')));
verdicts.push(await limiter.consume('person'));
const allowed = verdicts.filter((verdict) => verdict.allowed).length;
const told = verdicts.filter((verdict) => verdict.first).length;
process.stdout.write(`${JSON.stringify({ won, allowed, told })}\n`);
await state.close();
process.stdin.destroy();
