// ISO dates as one writes them in a language, no more precise than they are known.

const PRECISION = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
] as const satisfies readonly Intl.DateTimeFormatOptions[];

/** Making one takes longer than drawing a whole answer: each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string, parts: number): Intl.DateTimeFormat {
  const key = `${locale} ${parts}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...PRECISION[parts - 1], timeZone: 'UTC' });
  formats.set(key, kept);
  return kept;
}

/** So many dates are known as they were written last: sources share a few, and writing one takes as long as drawing a line. */
const MOST_WRITTEN = 1000;
const written = new Map<string, string>();

/** "7 September 2020", "2020 年 9 月"; what is no ISO date stays as it is. */
export function dateIn(language: string, iso: string): string {
  const key = `${language} ${iso}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= MOST_WRITTEN) written.clear();
  const date = write(language, iso);
  written.set(key, date);
  return date;
}

function write(language: string, iso: string): string {
  const time = Date.parse(iso);
  if (!/^\d{4}(-\d\d){0,2}$/.test(iso) || Number.isNaN(time)) return iso;
  const locale = /^zh\b/i.test(language) ? 'zh-CN' : 'en-GB';
  const date = formatFor(locale, iso.split('-').length).format(time);
  return date.replace(/(?<=\d)(?=[年月日])|(?<=[年月])(?=\d)/g, ' ');
}
