// Dates and periods as knowledge files write them: which of them the calendar has.

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const PART = /^(\d{4})-(?:Q([1-4])|H([12]))$/;

/** Whether `written` is a year, month or day of the calendar: 2020, 2020-09, 2020-09-07. */
export function isDate(written: string): boolean {
  const match = DATE.exec(written);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const real = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return real.getUTCMonth() === Number(month) - 1 && real.getUTCDate() === Number(day);
}

/** What is wrong with a period, and the mend; undefined where nothing is. */
export function periodFault(period: string): string | undefined {
  const ends = period.split('/');
  const [first, last] = [boundsOf(ends[0]), boundsOf(ends.at(-1))];
  if (ends.length > 2 || !first || !last)
    return `period "${period}" is not one: write 2020, 2020-Q2, 2020-H1, 2020-06 or 2018/2019`;
  return first.from > last.to ? `period "${period}" runs backwards: write the earlier end first` : undefined;
}

/** The first and last day, made to be compared as text: every month runs to its 31st. */
function boundsOf(written = ''): { from: string; to: string } | undefined {
  const part = PART.exec(written);
  if (part) {
    const [, year, quarter, half] = part;
    const length = quarter ? 3 : 6;
    const last = Number(quarter ?? half) * length;
    return { from: `${year}-${twoDigits(last - length + 1)}-01`, to: `${year}-${twoDigits(last)}-31` };
  }
  if (!isDate(written)) return undefined;
  return { from: `${written}-01-01`.slice(0, 10), to: written + '-12-31'.slice(written.length - 4) };
}

const twoDigits = (month: number): string => String(month).padStart(2, '0');
