// What was kept of questions and opinions, counted: which questions could not be answered, which answers did not help.
import type { Gist } from '../bot/contract.ts';
import type { Opinion, Unanswered } from '../chat/records.ts';

/** Questions that were read alike. */
export type Group = {
  /** How they were read. */
  readonly read: string;
  readonly count: number;
  readonly gist: Gist;
  /** By "platform week". */
  readonly when: Readonly<Record<string, number>>;
  /** Some of them in their own words, where these were kept. */
  readonly texts: readonly string[];
};
export type Unhelpful = {
  readonly platform: string;
  readonly week: string;
  readonly reference: string;
  readonly why: string;
  /** What the answer stated, where that is known. */
  readonly about: readonly string[];
};
export type Total = {
  readonly platform: string;
  readonly week: string;
  readonly unanswered: number;
  readonly helpful: number;
  readonly unhelpful: number;
};
export type Report = {
  readonly unanswered: readonly Group[];
  readonly unhelpful: readonly Unhelpful[];
  readonly totals: readonly Total[];
};

const DAY = 24 * 60 * 60 * 1000;
const MOST_TEXTS = 3;

/** The ISO week of a time: "2026-W47". @see https://en.wikipedia.org/wiki/ISO_week_date */
export function weekOf(time: string): string {
  const date = new Date(time);
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((thursday.getTime() - first) / DAY + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** How a question was read, for a reader. */
export function describeGist({ product, subjects, classes, attributes, words, asks, unread }: Gist): string {
  const parts = [
    ...(product === undefined ? [] : [`unknown model “${product}”`]),
    ...(subjects.length > 0 ? [subjects.join(' + ')] : []),
    ...(classes.length > 0 ? [classes.join(', ')] : []),
    ...(attributes.length > 0 ? [attributes.join(', ')] : []),
    ...(words.length > 0 ? [words.join(' ')] : []),
    ...(asks.length > 0 ? [`${asks.join(', ')}?`] : []),
    ...(unread > 0 ? [`${unread} unknown word${unread > 1 ? 's' : ''}`] : []),
  ];
  return parts.join(' · ') || 'nothing that was understood';
}

/** Counts what was kept; what comes most often comes first. */
export function buildReport(asked: readonly Unanswered[], opinions: readonly Opinion[]): Report {
  const unanswered = asked.toSorted((a, b) => a.at.localeCompare(b.at)); // a store lists in no order
  const alike = Map.groupBy(unanswered, ({ gist }) => JSON.stringify({ ...gist, language: '' }));
  const groups = [...alike.values()].flatMap((all): Group[] => {
    const gist = all[0]?.gist;
    if (!gist) return [];
    const when = Object.groupBy(all, ({ platform, at }) => `${platform} ${weekOf(at)}`);
    return [
      {
        read: describeGist(gist),
        count: all.length,
        gist,
        when: Object.fromEntries(Object.entries(when).map(([key, some]) => [key, some?.length ?? 0])),
        texts: [...new Set(all.flatMap(({ text }) => text ?? []))].slice(0, MOST_TEXTS),
      },
    ];
  });
  const events = [
    ...unanswered.map(({ platform, at }) => ({ platform, at, what: 'unanswered' as const })),
    ...opinions.map(({ asker, at, helpful }) => ({
      platform: asker.platform,
      at,
      what: helpful ? ('helpful' as const) : ('unhelpful' as const),
    })),
  ];
  const totals = [...Map.groupBy(events, ({ platform, at }) => `${weekOf(at)} ${platform}`)].map(
    ([key, some]): Total => {
      const [week = '', platform = ''] = key.split(' ');
      const count = (one: string) => some.filter(({ what }) => what === one).length;
      return {
        platform,
        week,
        unanswered: count('unanswered'),
        helpful: count('helpful'),
        unhelpful: count('unhelpful'),
      };
    },
  );
  return {
    unanswered: groups.sort((a, b) => b.count - a.count || a.read.localeCompare(b.read)),
    unhelpful: opinions
      .filter(({ helpful }) => !helpful)
      .sort((a, b) => b.at.localeCompare(a.at))
      .map(({ asker, at, reference, why = '', about = [] }) => ({
        platform: asker.platform,
        week: weekOf(at),
        reference,
        why,
        about,
      })),
    totals: totals.sort((a, b) => b.week.localeCompare(a.week) || a.platform.localeCompare(b.platform)),
  };
}
