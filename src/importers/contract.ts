// What an importer is: one file with a pure function from a row of a catalogue to the facts of one product.

/** A value as a knowledge file writes it. */
export type Written =
  | string
  | number
  | boolean
  | { readonly en: string; readonly zh: string }
  | readonly (string | { readonly en: string; readonly zh: string })[];

/** A fact as a knowledge file writes it; `say`, `note` and `asOf` as there. */
export type DraftFact = {
  readonly attribute: string;
  readonly value: Written;
  readonly asOf?: string;
  readonly say?: { readonly en: string; readonly zh: string };
  readonly note?: { readonly en: string; readonly zh: string };
};

/** One product, as a row tells it. */
export type Draft = {
  /** Full name: what tells it from its siblings stands in it. */
  readonly name: string;
  readonly zh: string;
  /** What else people call it; dropped where another product of the pack is called so. */
  readonly aliases?: readonly string[];
  readonly classes: readonly string[];
  /** Subject id of the brand, where the knowledge holds it. */
  readonly brand?: string;
  readonly intro: { readonly en: string; readonly zh: string };
  readonly facts: readonly DraftFact[];
};

/** A row, or a part of one, that was left out: never guessed at. */
export type Skipped = { readonly where: string; readonly reason: string };

export type Taken = { readonly draft?: Draft; readonly skipped: readonly Skipped[] };

/** A row as it was read, and where: a file, or an entry of one. */
export type Row = { readonly where: string; readonly data: unknown };

/** A brand that the knowledge holds: its subject's id, a name that products begin with, and its Chinese name. `short`: the name is but a short one. */
export type Brand = { readonly short?: boolean; readonly id: string; readonly en: string; readonly zh: string };

/** Whose the catalogue is, and on which terms. */
export type PackText = {
  /** Folder of the pack below packs/, unless another is asked for. */
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly licence: string | { readonly en: string; readonly zh: string };
  readonly attribution: { readonly en: string; readonly zh: string };
  readonly source: { readonly title: string; readonly publisher: string; readonly url: string };
};

export type Options = { readonly vendor: string; readonly brands: readonly Brand[] };

export type Importer = {
  readonly name: string;
  /** What the path on the command line is, for the usage text. */
  readonly input: string;
  /**
   * Reads the rows below a path.
   * @throws ImportError where there are none
   */
  read(path: string): {
    readonly pack: PackText;
    readonly rows: readonly Row[];
    readonly date?: string;
    readonly skipped: readonly Skipped[];
  };
  /** One row → one product. Pure; never throws for what a row holds. */
  take(row: Row, options: Options): Taken;
  /** What the products of a catalogue tell of one another, once all are read: further facts by the place of the product. */
  relate?(drafts: readonly Draft[]): ReadonlyMap<number, readonly DraftFact[]>;
};

/** The import cannot be done; the message says what to mend. */
export class ImportError extends Error {}
