// What the load came to, as Markdown tables, and what follows from it for one process and for a million members.
import type { LoadReport, Row } from './contract.ts';

/** The targets: share of the responding echo's rate, and the slowest hundredth at a steady rate, in milliseconds. */
const SHARE = 0.85;
const SLOWEST = 50;
/** Slack waits so long for an acknowledgement, in seconds. https://docs.slack.dev/interactivity/implementing-slash-commands */
const SLACK_WAITS = 3;
/** Of what a process can do, so much is planned with; the rest is for bursts and restarts. */
const PLANNED = 0.5;
const MEMBERS = 1_000_000;
const PER_DAY = [1, 5, 20] as const;
/** The busiest hour has so much of a day's questions, and its busiest seconds twice the hour's mean. */
const BUSIEST = 0.1;
const BURST = 2;

const COLUMNS = ['what', 'platform', 'store', 'processes', 'requests/s', 'p50, ms', 'p99, ms', 'CPU/request, ms'];
const LAST = ['errors', 'accepted', 'lost', 'doubled'];

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const fixed = (value: number, digits: number): string => value.toFixed(digits);

/** What a row's rate is of an echo's, as whole percent. */
const shareOf = ({ figures }: Row, echo: Row): number => figures.rate / echo.figures.rate;
const percent = (share: number): string => `${fixed(100 * share, 0)} %`;

function table(rows: readonly Row[], { responding, acknowledging }: LoadReport['echoes']): string[] {
  const columns = [...COLUMNS, 'of the responding echo', 'of the acknowledging echo', ...LAST];
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => {
      const { target, asked, figures } = row;
      const { rate, p50, p99, cpu, errors, accepted, lost, doubled } = figures;
      const isLike = target.platform === 'slack' && target.urls.length === 1 && asked === undefined;
      const shares = [responding, acknowledging].map((echo) => (isLike ? percent(shareOf(row, echo)) : ''));
      const first = [target.name, target.platform, target.store, target.urls.length, fixed(rate, 0), p50, p99];
      return line([...first, fixed(cpu, 2), ...shares, errors, accepted, lost, doubled]);
    }),
  ];
}

function verdicts({ echoes, full, steady }: LoadReport): string[] {
  const programs = steady.filter(({ target }) => target.store !== 'none');
  const said = (what: string, met: boolean): string => `- ${met ? 'met' : 'NOT met'}: ${what}`;
  const slack = full.filter(({ target }) => target.platform === 'slack' && target.urls.length === 1);
  const slowest = Math.max(...programs.map(({ figures }) => figures.p99));
  const lost = [...full, ...programs].reduce((sum, { figures }) => sum + figures.lost + figures.doubled, 0);
  return [
    ...slack.map((row) => {
      const { store, again } = row.target;
      const share = shareOf(row, echoes.responding);
      const shares = `${percent(share)} of the responding echo, ${percent(shareOf(row, echoes.acknowledging))} of the acknowledging one`;
      // The target is for what the service puts around an answer: an echo reads nothing.
      return again
        ? said(
            `${store}, words asked before: ${shares} (target ${percent(SHARE)} of the responding one)`,
            share >= SHARE,
          )
        : `- besides: ${store}, each question new, read and answered as well: ${shares}`;
    }),
    said(`p99 ${slowest} ms at ${programs[0]?.asked ?? 0} requests/s (target < ${SLOWEST} ms)`, slowest < SLOWEST),
    said(`${lost} answers lost or given twice (target 0)`, lost === 0),
  ];
}

/** One process, and a million members, from the dearest cost that was measured with one process. */
function arithmetic({ full, echoes: { responding, acknowledging } }: LoadReport): string[] {
  const single = full.filter(({ target }) => target.urls.length === 1 && !target.again);
  const dearest = [...single].sort((a, b) => b.figures.cpu - a.figures.cpu)[0];
  if (!dearest) return [];
  const { target, figures } = dearest;
  const most = 1000 / figures.cpu;
  const planned = most * PLANNED;
  const needs = PER_DAY.map((times) => {
    const mean = (MEMBERS * times) / 86_400;
    const peak = ((MEMBERS * times * BUSIEST) / 3600) * BURST;
    const processes = Math.max(2, Math.ceil(peak / planned));
    return line([times, fixed(mean, 0), fixed(peak, 0), fixed(peak / most, 2), processes]);
  });
  const columns = ['questions a day each', 'mean/s', 'busiest/s', 'cores busy then', 'processes (2 at least)'];
  return [
    `One process: the dearest way (${target.platform}, ${target.store}) uses ${fixed(figures.cpu, 2)} ms of processor time a question`,
    `(the bare echoes ${fixed(responding.figures.cpu, 2)} and ${fixed(acknowledging.figures.cpu, 2)} ms), so one core does 1000 / ${fixed(figures.cpu, 2)} = ${fixed(most, 0)} questions a second at most;`,
    `${100 * PLANNED} % of that, ${fixed(planned, 0)} a second, is planned with.`,
    '',
    `Slack's ${SLACK_WAITS} s: the acknowledgement waits for its turn alone, so ${fixed(most, 0)} × ${SLACK_WAITS} = ${fixed(most * SLACK_WAITS, 0)} commands may arrive in one and the same`,
    `instant before the last one is too late. One message a second a channel: a process that answers ${fixed(planned, 0)} a second keeps`,
    `${fixed(planned, 0)} channels as busy as Slack lets them be; a channel takes no more than that however many processes there are.`,
    '',
    `${MEMBERS.toLocaleString('en')} members: the busiest hour with ${100 * BUSIEST} % of the day, its busiest seconds at ${BURST} times the mean;`,
    `busiest/s = members × questions × ${BUSIEST} / 3600 × ${BURST}, processes = busiest/s / ${fixed(planned, 0)}.`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...needs,
  ];
}

/** The whole report. */
export function drawLoad(report: LoadReport): string {
  const { machine, echoes, full, steady } = report;
  return [
    `Machine: ${machine}. Driver, counterpart and Redis run on it too. Words asked before are answered from the cache, in each process once they were read there; nobody asks twice, as in a conversation nothing comes from the cache.`,
    '',
    'As fast as it goes:',
    '',
    ...table([echoes.responding, echoes.acknowledging, ...full], echoes),
    '',
    `At ${steady[0]?.asked ?? 0} requests a second:`,
    '',
    ...table(steady, echoes),
    '',
    ...verdicts(report),
    '',
    ...arithmetic(report),
  ].join('\n');
}
