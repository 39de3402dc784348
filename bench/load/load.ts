// `npm run load`: the real program under signed commands of Slack and Discord, beside bare Bolt apps in the same minutes.
import { cpus, loadavg } from 'node:os';
import type { Figures, LoadReport, Row, Target } from './contract.ts';
import { openDeliveries } from './deliveries.ts';
import { type DriveOptions, drive } from './drive.ts';
import { endAll, startCounterpart, startEcho, startProgram, startRedis } from './processes.ts';

/** In seconds: each target in turn, as often as there are rounds, so that the machine's other work meets all of them alike. */
const WARM = 2;
const TURN = 2;
const ROUNDS = 3;
/** Requests a second of the steady run, and how long it lasts, in seconds. */
const RATE = 300;
const STEADY = 8;
const STEADY_ROUNDS = 2;

type Started = { readonly url: string; cpu(): Promise<number> };

const targetOf = (name: string, platform: Target['platform'], store: string, started: readonly Started[]): Target => ({
  name,
  platform,
  store,
  urls: started.map(({ url }) => url),
  again: true,
  cpu: async () => (await Promise.all(started.map(({ cpu }) => cpu()))).reduce((sum, one) => sum + one, 0),
});

/** Loss of any round counts; of the rest, the calmest round is nearest to what the program does by itself. */
function calmest(rounds: readonly Figures[], by: (one: Figures) => number): Figures {
  const [best] = [...rounds].sort((a, b) => by(a) - by(b));
  if (!best) throw new Error('no round was driven');
  const sum = (of: (one: Figures) => number): number => rounds.reduce((all, one) => all + of(one), 0);
  return {
    ...best,
    accepted: sum(({ accepted }) => accepted),
    errors: sum(({ errors }) => errors),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
  };
}

async function measure(redis: boolean, tell: (doing: string) => void): Promise<LoadReport> {
  tell('starting the counterpart, the bare apps and the programs');
  const load = loadavg().map((one) => one.toFixed(1));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, load before ${load.join(' ')}`;
  const counterpart = await startCounterpart();
  const stores = ['', ...(redis ? [await startRedis()] : [])];
  const [responding, acknowledging] = await Promise.all([startEcho('respond'), startEcho('acknowledge')]);
  const programs = await Promise.all(
    stores.map(async (store) => ({
      store: store === '' ? 'memory' : 'Redis',
      started: await Promise.all([1, 2].map(() => startProgram(counterpart.url, store))),
    })),
  );
  const bare = [
    targetOf('bare Bolt echo, responding', 'slack', 'none', [responding]),
    targetOf('bare Bolt echo, acknowledging', 'slack', 'none', [acknowledging]),
  ];
  const again = (['slack', 'discord'] as const).flatMap((platform) =>
    programs.flatMap(({ store, started }) =>
      [1, 2].map((count) => targetOf('the program, words asked before', platform, store, started.slice(0, count))),
    ),
  );
  const fresh = again.map((target) => ({ ...target, name: 'the program, each question new', again: false }));
  const both = fresh.filter(({ urls }) => urls.length === 2);
  const { counts } = counterpart;
  const deliveries = openDeliveries(counterpart.url);
  const rounds = async (
    targets: readonly Target[],
    times: number,
    how: Pick<DriveOptions, 'duration' | 'rate'>,
    by: (one: Figures) => number,
  ): Promise<Row[]> => {
    const seen = targets.map((): Figures[] => []);
    for (let round = 1; round <= times; round++)
      for (const [at, target] of targets.entries()) {
        tell(`round ${round}/${times}: ${target.name}, ${target.platform}, ${target.store}, ${target.urls.length}`);
        seen[at]?.push(await drive({ target, deliveries, counts, ...how }));
      }
    return targets.map((target, at) => ({ target, figures: calmest(seen[at] ?? [], by) }));
  };
  const fastest = ({ rate }: Figures): number => -rate;
  // Reading and answering by itself: one process shows what that takes.
  const single = fresh.filter(({ urls }) => urls.length === 1);
  await rounds([...bare, ...both], 1, { duration: WARM }, fastest);
  const [first, second, ...asked] = await rounds([...bare, ...again], ROUNDS, { duration: TURN }, fastest);
  if (!first || !second) throw new Error('the bare apps were not driven');
  const full = [...asked, ...(await rounds(single, ROUNDS, { duration: TURN }, fastest))];
  // At a steady rate each question is new: the dearest case.
  const paced = [...bare.slice(0, 1), ...single, ...both.filter(({ store }) => store === 'Redis')];
  const steady = await rounds(paced, STEADY_ROUNDS, { duration: STEADY, rate: RATE }, ({ p99 }) => p99);
  const echoes = { responding: first, acknowledging: second };
  return { machine, echoes, full, steady: steady.map((row) => ({ ...row, asked: RATE })) };
}

/**
 * Measures, in less than four minutes, and ends all that it started.
 * @param redis whether a Redis is started and measured too
 * @throws LoadError
 */
export async function load(redis: boolean, tell: (doing: string) => void): Promise<LoadReport> {
  try {
    return await measure(redis, tell);
  } finally {
    await endAll();
  }
}
