// Text as any chat platform may show it: what is not text, or would turn its direction round, is taken out before drawing.
import type { Answer } from '../answer.ts';

/** Anything but characters that may stay as they are, which is all that nearly every text has; half of a pair may be a lone one. */
const DOUBTFUL = /[^ -~\u00a0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\uffff]/;

const isClean = (text: string): boolean => !DOUBTFUL.test(text) && text.trim() === text;

/** Text without control and direction characters and lone surrogates; line breaks stay. */
export const cleanText = (text: string): string =>
  isClean(text)
    ? text
    : text
        .toWellFormed()
        .replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n')
        .replaceAll('\t', ' ')
        .replace(/(?!\n)\p{Cc}|\p{Bidi_Control}/gu, '')
        .trim();

/** As `cleanText`, on one line. */
export const cleanLine = (text: string): string => (isClean(text) ? text : cleanText(text).replace(/\s*\n\s*/g, ' '));

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text of at most `most` UTF-16 units: a longer one ends in "…", after a whole character. For labels, never for facts. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text.slice(0, most))) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** An answer as it is kept to be drawn again: without the facts behind it, which are most of a long one and are not drawn. */
export const keptForm = (answer: Answer): Answer => ({ ...answer, facts: [] });

/** An answer all of whose texts are clean; those that are then empty are left out. */
export function cleanAnswer(answer: Answer): Answer {
  const all = (texts: readonly string[]): string[] => texts.map(cleanText).filter((text) => text !== '');
  const { table } = answer;
  return {
    ...answer,
    lead: cleanText(answer.lead),
    lines: all(answer.lines),
    notes: all(answer.notes),
    ...(table
      ? { table: { columns: table.columns.map(cleanLine), rows: table.rows.map((row) => row.map(cleanLine)) } }
      : {}),
    sources: answer.sources.map((source) => ({
      ...source,
      title: cleanLine(source.title),
      publisher: cleanLine(source.publisher),
      date: cleanLine(source.date),
      ...(source.attribution === undefined ? {} : { attribution: cleanLine(source.attribution) }),
      ...(source.licence === undefined ? {} : { licence: cleanLine(source.licence) }),
    })),
    choices: answer.choices.map(({ label, ask }) => ({ label: cleanLine(label), ask: cleanText(ask) })),
    related: answer.related.map(({ label, ask, leads }) => ({ label: cleanLine(label), ask: cleanText(ask), leads })),
  };
}
