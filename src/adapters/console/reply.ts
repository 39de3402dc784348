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

function sourceLines(answer: Answer): string[] {
  const distinct = [...new Map(answer.sources.map((source) => [source.id, source])).values()];
  const lines = distinct.slice(0, MAX_SOURCES).map((source) => sourceLine(source, answer.language));
  const rest = distinct.length - lines.length;
  return rest > 0 ? [...lines, wordsIn(answer.language).moreSources(rest)] : lines;
}

/** What a reader in a terminal sees of an answer; it ends without a line break. */
export function drawAnswer(answer: Answer, style: Style): string {
  const { width } = style;
  const prose = (text: string, indent = ''): string[] => {
    const clean = cleanText(text).trimEnd();
    return clean === '' ? [] : wrap(clean, width, indent);
  };
  const dim = (line: string): string => paint('dim', line, style);
  const choices = answer.choices.map((choice, index) => `  ${index + 1}  ${cleanLine(choice.label)}`);
  const heading = answer.kind !== 'clarify' && choices.length > 0 ? [wordsIn(answer.language).next] : [];
  return [
    ...prose(answer.lead).map((line) => paint('bold', line, style)),
    ...answer.lines.flatMap((line) => prose(line, '  ')),
    ...(answer.table ? drawTable(answer.table, style, width ?? PIPED_TABLE_WIDTH) : []),
    ...answer.notes.flatMap((note) => prose(note)).map(dim),
    ...sourceLines(answer)
      .flatMap((line) => wrap(line, width, '  '))
      .map(dim),
    ...heading.flatMap((line) => wrap(line, width)).map(dim),
    ...choices.flatMap((line) => wrap(line, width, '     ')).map((line) => paint('cyan', line, style)),
  ].join('\n');
}
