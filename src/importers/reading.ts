// Reads what volunteers wrote: each reader returns a value, or undefined where the text is not surely one.

/** A record, where it is one. */
export const record = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

/** One line of text without blanks around it or doubled; undefined where it is none, empty, or longer than a line. */
export function line(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' || text.length > 300 ? undefined : text;
}

/** A list of lines; what is no line in it is left out. */
export const lines = (value: unknown): string[] =>
  (Array.isArray(value) ? value.slice(0, 60) : [value]).flatMap((one) => line(one) ?? []);

/** A number from `least` to `most`, written as one or as its digits. */
export function numberIn(value: unknown, least: number, most: number): number | undefined {
  const text = line(value);
  if (text === undefined || !/^\d+(\.\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}

/**
 * Sizes in GB: "2 / 3 GB", "3 GB / 4 GB (LPDDR4X)", "128/256/512 GB UFS 3.1". What stands behind the last size is its
 * kind. Undefined where the text has more than that ("32 GB (Standard edition) / 64 GB …").
 */
export function sizes(value: unknown): { sizes: number[]; kind?: string } | undefined {
  const match = /^((?:\d+ ?(?:GB)? ?\/ ?)*\d+) ?GB ?(.*)$/i.exec(line(value) ?? '');
  if (!match?.[1]) return undefined;
  const found = match[1].split('/').map((part) => Number(part.replace(/GB/i, '').trim()));
  const kind = (match[2] ?? '').replace(/^\((.*)\)$/, '$1').trim();
  if (/[/,()]|\d ?GB/.test(kind)) return undefined;
  return { sizes: [...new Set(found)], ...(kind ? { kind } : {}) };
}

/** An ISO date as precise as it is written: 2018-02, 2018-02-14, 2018; YAML may have made a Date of it. */
export function isoDate(value: unknown): string | undefined {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : line(value);
  if (!text || !/^\d{4}(-\d{2}){0,2}$/.test(text)) return undefined;
  const [year, month = '01', day = '01'] = text.split('-');
  const real = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return real.getUTCMonth() === Number(month) - 1 && real.getUTCDate() === Number(day) ? text : undefined;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** "February 2018", "14 February 2018" and 2018 年 2 月: a date within a sentence. */
export function dateWords(iso: string): { en: string; zh: string } {
  const [year = '', month, day] = iso.split('-');
  return {
    en: [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' '),
    zh: `${year} 年${month ? ` ${Number(month)} 月` : ''}${day ? ` ${Number(day)} 日` : ''}`,
  };
}
