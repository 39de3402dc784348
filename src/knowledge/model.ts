// What the knowledge is once it is loaded: the typed words that every room of the core shares.

/** A text in every language that it is held in; `en` is always there. */
export type Text = { readonly en: string; readonly zh: string };

/** How exact a number is, as its source puts it. */
export type Bound = 'up-to' | 'over' | 'at-least' | 'under' | 'about' | 'nearly' | 'only';

export type Quantity = {
  readonly kind: 'quantity';
  /** In `unit`; `max` differs from `min` only for a span such as 40–120 Hz. */
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly bound?: Bound;
  /** The figure as written, e.g. "271.0 million". */
  readonly figure: string;
};
export type Money = {
  readonly kind: 'money';
  /** In whole units of `currency`, e.g. 103240000000. */
  readonly amount: number;
  readonly currency: string;
  readonly bound?: Bound;
  readonly figure: string;
};
/** `date` is ISO with as much precision as is known: 2020, 2020-09, 2020-09-08. */
export type DateValue = { readonly kind: 'date'; readonly date: string; readonly time?: string };
export type Value =
  | Quantity
  | Money
  | DateValue
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'subject'; readonly ids: readonly string[] };

export type Offer = 'recommended' | 'early-bird' | 'starting';

export type Fact = {
  /** Position in `Knowledge.facts`: its identity within one loaded version. */
  readonly index: number;
  readonly subject: string;
  readonly attribute: string;
  readonly value: Value;
  readonly source: string;
  readonly asOf: string;
  readonly about?: Text | undefined;
  readonly say?: Text | undefined;
  readonly note?: Text | undefined;
  readonly cues: readonly string[];
  /** The tales or reports that it belongs to, the narrower first; none where undefined. */
  readonly threads?: readonly string[] | undefined;
  readonly variant?: string | undefined;
  readonly markets: readonly string[];
  readonly period?: string | undefined;
  readonly measuredBy: readonly string[];
  readonly offer?: Offer | undefined;
  readonly growth?: { readonly yoy?: string; readonly qoq?: string } | undefined;
  /** Sources in other packs that say the same. */
  readonly alsoFrom?: readonly string[] | undefined;
  /** Another pack says otherwise of this subject's attribute: each value is shown with who says it. */
  readonly disputed?: boolean | undefined;
};

export type SubjectKind = 'product' | 'person' | 'company' | 'place' | 'event' | 'programme';
export type Subject = {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly classes: readonly string[];
  readonly brand?: string | undefined;
  readonly names: Text;
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  /** Of a place: the two places of which it is the first without the second. */
  readonly rest: readonly string[];
  /** No source gives its name. */
  readonly unnamed: boolean;
  readonly intro?: Text | undefined;
  readonly source?: string | undefined;
  readonly asOf?: string | undefined;
};

export type AttributeKind = 'quantity' | 'money' | 'date' | 'boolean' | 'text' | 'list' | 'subject' | 'group';
export type Attribute = {
  readonly id: string;
  readonly kind: AttributeKind;
  readonly unit?: string | undefined;
  readonly range?: readonly [number, number] | undefined;
  readonly members: readonly string[];
  /** The two attributes of which it is the first as a share of the second. */
  readonly shareOf: readonly string[];
  /** Of an age: the attribute whose date it is counted from. */
  readonly since?: string | undefined;
  readonly single: boolean;
  readonly volatile: boolean;
  /** A promise or a plan: even a date is told with the day for which it holds. */
  readonly promised: boolean;
  /** Tells on which occasion a thing came out. */
  readonly occasion: boolean;
  readonly general: boolean;
  readonly introduces: boolean;
  /** Its values name the subject: a codename, a model number. */
  readonly identifies: boolean;
  /** Question words, "currency" or "offer", that ask for it of a product without naming it. */
  readonly impliedBy: readonly string[];
  /** Question words that ask for what it holds. */
  readonly answers: readonly string[];
  readonly better?: 'more' | 'less' | undefined;
  /** How an answer says of the one that has more, or less, of it: "is heavier", "is lighter". */
  readonly says?: Readonly<Record<'more' | 'less', Text>> | undefined;
  /** Its place among what people want to know first. */
  readonly wanted?: number | undefined;
  /** Names by language; the first of a language is its label. */
  readonly names: Readonly<Record<string, readonly string[]>>;
};

export type Source = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  /** What people call it who cite it. */
  readonly called: readonly string[];
  /** The subject whose words these are. */
  readonly author?: string;
  /** The event at which they were said or written. */
  readonly occasion?: string;
  readonly url?: string;
  /** Id of the pack that it came with. */
  readonly pack: string;
};

/** A folder of knowledge: whose it is and on which terms. */
export type Pack = {
  readonly id: string;
  readonly title: Text;
  readonly licence: Text;
  readonly attribution: Text;
  /** Whether each answer from it must show the attribution. */
  readonly inAnswers: boolean;
  readonly source: string;
  /** ISO day for which it holds. */
  readonly retrieved: string;
};

export type Unit = {
  readonly symbol: string;
  readonly dimension: string;
  readonly factor: number;
  readonly space: boolean;
  readonly show: Text;
  readonly names: Readonly<Record<string, readonly string[]>>;
};
export type Currency = {
  readonly code: string;
  readonly show: Text;
  readonly names: Readonly<Record<string, readonly string[]>>;
};
export type ProductClass = {
  readonly id: string;
  readonly parent?: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
};

export type Forms = Readonly<Record<string, readonly string[]>>;
export type Superlative = {
  readonly words: readonly string[];
  readonly pick: 'max' | 'min';
  readonly attribute?: string;
  /** The attribute that is shown of each where none has that one. */
  readonly instead?: string;
};
/** What a command is called and said to do; `options` by the command's own names of them. */
export type CommandNames = {
  readonly name: string;
  readonly description?: string;
  readonly options?: Readonly<Record<string, { readonly name: string; readonly description?: string }>>;
};
/** What people put around a question; `{slot}` in a phrase stands for any word of that slot, a comma at its edge for a sign. */
export type Frame = {
  readonly slots: Readonly<Record<string, readonly string[]>>;
  readonly around: readonly string[];
  readonly before: readonly string[];
  readonly behind: readonly string[];
  /** Before or behind, with `{source}` for what a source is called. */
  readonly citing: readonly string[];
  /** Before or behind, and asks for the state of this day. */
  readonly today: readonly string[];
};
export type Vocabulary = {
  readonly language: string;
  readonly name: string;
  readonly function: readonly string[];
  readonly light: readonly string[];
  readonly questions: Forms;
  readonly frames: Frame;
  readonly comparators: Forms;
  readonly superlatives: readonly Superlative[];
  readonly operators: Forms;
  readonly offers: Forms;
  readonly scales: Readonly<Record<string, number>>;
  readonly numerals: Readonly<Record<string, number>>;
  readonly months: readonly (readonly string[])[];
  readonly periods: Forms;
  readonly pronouns: Forms;
  readonly followups: readonly string[];
  readonly smalltalk: Forms;
  readonly places: Forms;
  readonly outsiders: readonly string[];
  readonly suffixes: readonly string[];
  /** What makes a place of a number that it sticks to: "th". */
  readonly ordinals: readonly string[];
  /** Short forms whose point ends no sentence. */
  readonly abbreviations: readonly string[];
  /** Words that are spelled right, whatever they mean. */
  readonly words: readonly string[];
  readonly concepts: Forms;
  readonly attributes: Forms;
  readonly classes: Forms;
  /** By the command's own name. */
  readonly commands: Readonly<Record<string, CommandNames>>;
};

/** Everything that is known, checked and linked; immutable once loaded. */
export type Knowledge = {
  /** A digest of all files: changes when any of them does. */
  readonly version: string;
  /** In the order in which they were named; those without a `pack.yaml` are not among them. */
  readonly packs: readonly Pack[];
  readonly subjects: ReadonlyMap<string, Subject>;
  /** Facts whose values were written alike mostly share one object for them. */
  readonly facts: readonly Fact[];
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly currencies: ReadonlyMap<string, Currency>;
  readonly classes: ReadonlyMap<string, ProductClass>;
  readonly vocabularies: readonly Vocabulary[];
  /** The bot's sentences by language. */
  readonly messages: ReadonlyMap<string, Readonly<Record<string, string>>>;
};
