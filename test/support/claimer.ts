// One replica of a race, run as a process: claims the same events as the others and prints which it got. Arguments: address, events, limit, the event to begin with.
import { storeAddress } from '../../src/state/address.ts';
import { openState } from '../../src/state/open.ts';

const [url = '', events = '0', most = '0', begin = '0'] = process.argv.slice(2);
const address = storeAddress(url, '/');
if (!address) throw new Error(`no store: ${url}`);
// The race shows who gets a claim, not how long a busy machine takes.
const state = await openState(address, { patience: 20_000 });
const told = async (line: string): Promise<void> => {
  const heard = new Promise((go) => process.stdin.once('data', go));
  process.stdout.write(`${line}\n`);
  await heard;
};
await told('ready');

const won: number[] = [];
const BATCH = 100;
async function claim(first: number): Promise<void> {
  const batch = Array.from({ length: BATCH }, (_, index) => first + index).sort(() => Math.random() - 0.5);
  const got = await Promise.all(batch.map((event) => state.claim(`race:${event}`, 60_000)));
  won.push(...batch.filter((_, index) => got[index]));
}
// Each claims some that are surely its own, so that all are under way; then all go for the same ones in the same order.
await claim(Number(begin));
await told('begun');
for (let first = 0; first < Number(events); first += BATCH) await claim(first);
const limiter = state.limiter('race', Number(most), 60);
const verdicts = await Promise.all(Array.from({ length: Number(most) }, () => limiter.consume('person')));
verdicts.push(await limiter.consume('person'));
const allowed = verdicts.filter((verdict) => verdict.allowed).length;
const warned = verdicts.filter((verdict) => verdict.first).length;
process.stdout.write(`${JSON.stringify({ won, allowed, told: warned })}\n`);
await state.close();
process.stdin.destroy();
