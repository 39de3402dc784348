// What goes out: one answer, as a value. Adapters draw it; nothing in it belongs to a platform.

export type AnswerKind = 'answer' | 'abstain' | 'clarify' | 'chat';

/** A fact that the answer states, as plain data. */
export type StatedFact = {
  readonly subject: string;
  readonly attribute: string;
  readonly value: string;
  readonly unit?: string;
  /** ISO date, as precise as it is known. */
  readonly asOf?: string;
  /** Id of one of the answer's sources. */
  readonly source: string;
};
export type CitedSource = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** ISO day of publication. */
  readonly date: string;
  readonly url?: string;
  /** Whom the pack that it belongs to asks to be credited, in the answer's language, and on which terms it may be used. */
  readonly attribution?: string;
  readonly licence?: string;
};
export type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
/** Something to press or type next: `ask` is the question it stands for. */
export type Choice = { readonly label: string; readonly ask: string };
/** A way on from an answer: the whole sheet of its product, a comparison with another, or one of several variants. */
export type Related = Choice & { readonly leads: 'sheet' | 'compare' | 'variant' };

export type Answer = {
  readonly kind: AnswerKind;
  /** The value first, in a sentence or a few short ones. */
  readonly lead: string;
  /** Further lines, each whole in itself: one fact or one list item. */
  readonly lines: readonly string[];
  readonly table?: Table;
  /** Caveats, and when it was so. */
  readonly notes: readonly string[];
  readonly facts: readonly StatedFact[];
  readonly sources: readonly CitedSource[];
  /** For `clarify`, what may have been meant; else what one might ask next. */
  readonly choices: readonly Choice[];
  /** Where one may go from here; a label is a product's name, and `ask` a command as one types it. */
  readonly related: readonly Related[];
  /** Language of the sentences: "en" or "zh"; `asked` is the language of the question. */
  readonly language: string;
  readonly asked: string;
};

/** The answer as plain text, without its sources: what a reader reads. */
export function plainText(answer: Answer): string {
  const table = answer.table ? [answer.table.columns, ...answer.table.rows].map((row) => row.join(' | ')) : [];
  return [answer.lead, ...answer.lines, ...table, ...answer.notes].filter((line) => line !== '').join('\n');
}
