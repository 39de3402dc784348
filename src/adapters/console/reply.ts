// Answer → text for a terminal: the value first, then what belongs to it, caveats, and who said so.
import type { Answer, CitedSource } from '../../answer.ts';
import { cleanLine, cleanText } from './clean.ts';
import { MAX_SOURCES, PIPED_TABLE_WIDTH } from './limits.ts';
import { paint, type Style } from './style.ts';
import { drawTable } from './table.ts';
import { wrap } from './width.ts';
import { dateIn, wordsIn } from './words.ts';

/** One line that says who said it and when, in a language. */
export function sourceLine(source: CitedSource, language: string): string {
  const line = wordsIn(language).source(source.publisher, source.title, dateIn(language, source.date));
  return cleanLine(source.url ? `${line} <${source.url}>` : line);
}

/** Each source once; one that the answer itself names is not named again. */
function sourceLines({ sources, lines, language }: Answer): string[] {
  const named = (title: string): boolean => lines.some((line) => line.includes(title));
  const distinct = [...new Map(sources.map((source) => [source.id, source])).values()].filter(
    ({ title }) => !named(title),
  );
  const shown = distinct.slice(0, MAX_SOURCES).map((source) => sourceLine(source, language));
  const rest = distinct.length - shown.length;
  return rest > 0 ? [...shown, wordsIn(language).moreSources(rest)] : shown;
}

/** Whom the packs behind an answer ask to be credited, each once. */
function creditLines({ sources, language }: Answer): string[] {
  const credits = sources.flatMap(({ attribution, licence }) =>
    attribution ? [wordsIn(language).credit(attribution, licence ?? '')] : [],
  );
  return [...new Set(credits)].slice(0, MAX_SOURCES).map(cleanLine);
}

/** What one may ask next: to be picked by its number, or just to be read. */
function choiceLines({ kind, choices, language }: Answer, { width, numbered = true }: Style) {
  const { next, nextNumbered } = wordsIn(language);
  const heading = kind === 'clarify' || choices.length === 0 ? '' : numbered ? nextNumbered : next;
  const lines = choices.map(({ label }, index) => `  ${numbered ? index + 1 : '-'}  ${cleanLine(label)}`);
  return {
    heading: heading === '' ? [] : wrap(heading, width),
    lines: lines.flatMap((line) => wrap(line, width, '     ')),
  };
}

/** What a reader in a terminal sees of an answer; it ends without a line break. */
export function drawAnswer(answer: Answer, style: Style): string {
  const { width } = style;
  const prose = (text: string, indent = ''): string[] => {
    const clean = cleanText(text).trimEnd();
    return clean === '' ? [] : wrap(clean, width, indent);
  };
  const dim = (line: string): string => paint('dim', line, style);
  const choices = choiceLines(answer, style);
  return [
    ...prose(answer.lead).map((line) => paint('bold', line, style)),
    ...answer.lines.flatMap((line) => prose(line, '  ')),
    ...(answer.table ? drawTable(answer.table, style, width ?? PIPED_TABLE_WIDTH) : []),
    ...answer.notes.flatMap((note) => prose(note)).map(dim),
    ...[...sourceLines(answer), ...creditLines(answer)].flatMap((line) => wrap(line, width, '  ')).map(dim),
    ...choices.heading.map(dim),
    ...choices.lines.map((line) => paint('cyan', line, style)),
  ].join('\n');
}
