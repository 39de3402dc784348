// The few words that the terminal itself says, in the languages that answers are given in.

type Words = {
  readonly source: (publisher: string, title: string, date: string) => string;
  readonly credit: (attribution: string, licence: string) => string;
  readonly moreSources: (count: number) => string;
  readonly next: string;
  readonly nextNumbered: string;
  readonly failed: (reference: string) => string;
  readonly dates: string;
};

const en: Words = {
  source: (publisher, title, date) => `Source: ${publisher}, “${title}”, ${date}`,
  credit: (attribution, licence) => `Credit: ${attribution} (${licence})`,
  moreSources: (count) => `… and ${count} more; /sources lists them all`,
  next: 'You might ask:',
  nextNumbered: 'You might ask (type the number):',
  failed: (reference) => `Something went wrong here, so there is no answer to this one (reference ${reference}).`,
  dates: 'en-GB',
};
const zh: Words = {
  source: (publisher, title, date) => `来源：${publisher}，“${title}”，${date}`,
  credit: (attribution, licence) => `署名：${attribution}（${licence}）`,
  moreSources: (count) => `……另有 ${count} 个来源，输入 /sources 查看全部`,
  next: '还可以问：',
  nextNumbered: '还可以问（输入编号）：',
  failed: (reference) => `这里出了点问题，暂时无法回答（编号 ${reference}）。`,
  dates: 'zh-CN',
};

/** The terminal's words in a language; English where there are none. */
export const wordsIn = (language: string): Words => (/^zh\b/i.test(language) ? zh : en);

const PRECISION = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
] as const satisfies readonly Intl.DateTimeFormatOptions[];

/** An ISO date as one writes it in a language, no more precise than it is known: "7 September 2020", "2020年9月". */
export function dateIn(language: string, iso: string): string {
  const time = Date.parse(iso);
  if (!/^\d{4}(-\d\d){0,2}$/.test(iso) || Number.isNaN(time)) return iso;
  const format = PRECISION[iso.split('-').length - 1];
  return new Intl.DateTimeFormat(wordsIn(language).dates, { ...format, timeZone: 'UTC' }).format(time);
}
