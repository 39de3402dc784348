// Answer → pages that a platform can show: whole facts and rows, never half of one, with nothing left out.
import type { Answer, Table } from '../answer.ts';

/** What one page may hold. Characters are UTF-16 units. */
export type Budget = {
  /** Characters of everything on a page. */
  readonly characters: number;
  /** Lines on a page, each a fact or a list item. */
  readonly lines: number;
  /** Table rows on a page, without the header. */
  readonly rows: number;
  /** Columns of a table; a wider one is told in lines. */
  readonly columns: number;
  /** Characters of one piece (a lead, a line, a cell); what is longer, which no fact is, goes on in the next piece. */
  readonly piece: number;
  /** What a piece costs once it is drawn, in characters: its length, unless escaping makes it longer. */
  readonly cost?: (text: string) => number;
};

/** A part of an answer that stands by itself. */
export type Page = {
  /** The lead on the first page, else empty. */
  readonly lead: string;
  readonly lines: readonly string[];
  /** Rows of the answer's table under its columns. */
  readonly table?: Table;
  /** Caveats: on the first page where they fit, as they belong to its lead. */
  readonly notes: readonly string[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
};

/** Caveats may take so much of the first page; further ones follow after all else. */
const NOTES_SHARE = 1 / 3;
/** A break is looked for in so much of the end of a piece that is too long. */
const BREAK_SHARE = 1 / 4;

type Piece =
  | { readonly kind: 'line' | 'note'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] };
type Draft = { lead: string; lines: string[]; rows: (readonly string[])[]; notes: string[]; spent: number };

/** Parts of a text that each cost at most `most`: broken after a sentence, else a word, else between two characters. */
export function split(text: string, most: number, cost: (text: string) => number = (one) => one.length): string[] {
  const parts: string[] = [];
  let rest = text;
  while (cost(rest) > most) {
    let end = Math.min(rest.length, most);
    while (end > 1 && cost(rest.slice(0, end)) > most) end = Math.max(1, Math.floor(end * 0.9));
    const cut = breakBefore(rest, end);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest].filter((part) => part !== '');
}

const SENTENCE_END = /^[.!?;](?=\s)|^[。！？；]/;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** No character that a reader sees as one is longer than this in earnest. */
const LONGEST_GRAPHEME = 40;

/** The last good place to break at or before `end`; at least 1. */
function breakBefore(text: string, end: number): number {
  const from = Math.max(1, Math.floor(end * (1 - BREAK_SHARE)));
  for (const good of [SENTENCE_END, /^\s/])
    for (let at = end - 1; at >= from; at--) if (good.test(text.slice(at, at + 2))) return at + 1;
  const start = Math.max(0, end - LONGEST_GRAPHEME);
  const near = graphemes.segment(text.slice(start, end + LONGEST_GRAPHEME)).containing(end - start);
  const boundary = start + (near?.index ?? end - start);
  return boundary > start ? boundary : end;
}

/** A row whose cells are too long goes on in further rows, each column in its own. */
function splitRow(cells: readonly string[], most: number, cost: (text: string) => number): string[][] {
  const parts = cells.map((cell) => split(cell, most, cost));
  const height = Math.max(1, ...parts.map((part) => part.length));
  return Array.from({ length: height }, (_, index) => parts.map((part) => part[index] ?? ''));
}

/** A row as a line: "size: 5 inches; weight: 200 g". */
const rowAsLine = (columns: readonly string[], cells: readonly string[]): string =>
  cells
    .flatMap((cell, index) => (cell === '' ? [] : [columns[index] ? `${columns[index]}: ${cell}` : cell]))
    .join('; ');

function piecesOf(
  { lines, table }: Answer,
  { piece, columns: most }: Budget,
  cost: (text: string) => number,
  header: number,
): Piece[] {
  const told = (texts: readonly string[]): Piece[] =>
    texts.flatMap((text) => split(text, piece, cost)).map((text) => ({ kind: 'line', text }));
  if (!table) return told(lines);
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.length));
  if (width > most || header > piece)
    return told([...lines, ...table.rows.map((row) => rowAsLine(table.columns, row)).filter((line) => line !== '')]);
  const cell = Math.floor(piece / Math.max(1, width));
  return [
    ...told(lines),
    ...table.rows
      .flatMap((row) => splitRow(row, cell, cost))
      .map((cells): Piece => ({ kind: 'row', cells: Array.from({ length: width }, (_, index) => cells[index] ?? '') })),
  ];
}

/**
 * The pages of an answer, at least one, each within the budget; together they hold every word of it, in order.
 * @param budget `characters` must hold at least twice a `piece`
 */
export function pagesOf(answer: Answer, budget: Budget): Page[] {
  const cost = budget.cost ?? ((text: string) => text.length);
  const columns = answer.table?.columns ?? [];
  const header = columns.reduce((sum, name) => sum + cost(name), 0);
  const drafts: Draft[] = [];
  const begin = (): Draft => {
    const draft: Draft = { lead: '', lines: [], rows: [], notes: [], spent: 0 };
    drafts.push(draft);
    return draft;
  };
  const [lead = '', ...leadRest] = split(answer.lead, budget.piece, cost);
  let draft = begin();
  draft.lead = lead;
  draft.spent = cost(lead);

  const notes = answer.notes.flatMap((note) => split(note, budget.piece, cost));
  let early = 0;
  let noted = 0;
  for (const note of notes) {
    noted += cost(note);
    if (noted > budget.characters * NOTES_SHARE || draft.spent + cost(note) > budget.characters) break;
    draft.notes.push(note);
    draft.spent += cost(note);
    early++;
  }

  const priceOf = (one: Piece, at: Draft): number =>
    one.kind === 'row'
      ? one.cells.reduce((sum, cell) => sum + cost(cell), 0) + (at.rows.length === 0 ? header : 0)
      : cost(one.text);
  const full = (one: Piece, at: Draft): boolean =>
    (one.kind === 'row' ? at.rows.length >= budget.rows : at.lines.length + at.notes.length >= budget.lines) ||
    at.spent + priceOf(one, at) > budget.characters;
  const isEmpty = ({ lead: own, lines, rows, notes: said }: Draft): boolean =>
    own === '' && lines.length + rows.length + said.length === 0;
  const pieces: Piece[] = [
    ...leadRest.map((text): Piece => ({ kind: 'line', text })),
    ...piecesOf(answer, budget, cost, header),
    ...notes.slice(early).map((text): Piece => ({ kind: 'note', text })),
  ];
  for (const one of pieces) {
    if (full(one, draft) && !isEmpty(draft)) draft = begin();
    draft.spent += priceOf(one, draft);
    if (one.kind === 'row') draft.rows.push(one.cells);
    else draft[one.kind === 'line' ? 'lines' : 'notes'].push(one.text);
  }
  return drafts.map(({ lead: own, lines, rows, notes: said }, index) => ({
    lead: own,
    lines,
    ...(rows.length > 0 ? { table: { columns, rows } } : {}),
    notes: said,
    page: index + 1,
    pages: drafts.length,
  }));
}
