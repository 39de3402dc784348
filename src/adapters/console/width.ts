// How many columns a text takes in a terminal, and where to break it. East Asian wide characters and emoji take two.

const WIDE =
  '\\u{1100}-\\u{115f}\\u{2e80}-\\u{303e}\\u{3041}-\\u{a4cf}\\u{a960}-\\u{a97f}\\u{ac00}-\\u{d7a3}' +
  '\\u{f900}-\\u{faff}\\u{fe30}-\\u{fe6f}\\u{ff00}-\\u{ff60}\\u{ffe0}-\\u{ffe6}\\u{20000}-\\u{3fffd}';
/** Never begins a line: it stays with what it closes. */
const CLOSING = '，。、；：？！）》」』】〉”’,.;:?!)';
const wide = new RegExp(`^[${WIDE}]|\\p{Emoji_Presentation}|\\u{fe0f}`, 'u');
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const plain = /^[\x20-\x7e]*$/;
const pieces = new RegExp(`\\s+|[${WIDE}][${CLOSING}]*|[^\\s${WIDE}]+[${CLOSING}]*`, 'gu');

let segmenter: Intl.Segmenter | undefined;
function graphemes(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const graphemeWidth = (grapheme: string): number => (wide.test(grapheme) ? 2 : invisible.test(grapheme) ? 0 : 1);

/** Columns that a line of text takes. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  return graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** Fills a text up to a width with blanks. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** Cuts what has no place to break into parts that fit. */
function cut(piece: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const grapheme of graphemes(piece)) {
    const columns = graphemeWidth(grapheme);
    if (part !== '' && used + columns > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += grapheme;
    used += columns;
  }
  return part === '' ? parts : [...parts, part];
}

/** Breaks one paragraph into lines of at most `width` columns; `indent` goes before every line but the first. */
function wrapParagraph(paragraph: string, width: number, indent: string): string[] {
  if (displayWidth(paragraph) <= width) return [paragraph.trimEnd()];
  const lines: string[] = [];
  let line = '';
  for (const piece of paragraph.match(pieces) ?? []) {
    if (displayWidth(line + piece.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const parts = cut(piece.trim(), Math.max(1, width - indent.length));
    const last = parts.pop() ?? '';
    lines.push(...parts.map((part) => indent + part));
    line = indent + last;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Breaks a text into lines of at most `width` columns, at blanks and between wide characters; without width, at its own breaks. */
export function wrap(text: string, width: number | undefined, indent = ''): string[] {
  const paragraphs = text.split('\n');
  return width === undefined ? paragraphs : paragraphs.flatMap((paragraph) => wrapParagraph(paragraph, width, indent));
}
