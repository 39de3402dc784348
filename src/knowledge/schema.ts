// The shape of every file below knowledge/: one zod schema a kind of file. Loading, checking and the
// JSON Schemas that editors use are all derived from here.
import { z } from 'zod';
import { isDate } from './calendar.ts';

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by "-", e.g. "my-product"')
  .max(64);
/** YAML reads a bare 1999 as a number; here it is a word too. */
const bareNumber = z.number().transform(String);
const DATE_FORM = 'write a date as 2020-09-07, 2020-09 or 2020, one that the calendar has';
const isoDate = z
  .union([z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { abort: true }), bareNumber], DATE_FORM)
  .refine(isDate, DATE_FORM);
const DAY_FORM = 'write a day as 2020-09-07, one that the calendar has';
const isoDay = z
  .string(DAY_FORM)
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: DAY_FORM, abort: true })
  .refine(isDate, DAY_FORM);
export const words = z.string().min(1).max(1200);
export const name = z.string().min(1).max(120);
/** A text in our own words: one string where the language does not matter, else English and Chinese. */
const text = z.union([words, z.strictObject({ en: words, zh: words })]);
const bothLanguages = z.strictObject({ en: words, zh: words });
export const wordList = z.array(z.union([name, bareNumber])).max(400);
const byLanguage = z.record(z.string().regex(/^[a-z]{2}$/), wordList);
const scalar = z.union([words, z.number(), z.boolean()]);
const value = z.union([scalar, bothLanguages, z.array(text).min(1).max(60)]);
const growth = z
  .strictObject({ yoy: words.optional(), qoq: words.optional() })
  .describe('Change against the year before (yoy) or the quarter before (qoq), e.g. "7.9 %", "-0.7 %"');

/** What may qualify a fact: a question that names one of these must match it. */
export const qualifierShape = {
  variant: name.optional().describe('Which variant, e.g. "6GB+128GB"'),
  market: z
    .union([id, z.array(id)])
    .optional()
    .describe('Subject id of the place where it holds, e.g. "india"'),
  period: z
    .union([name, bareNumber], 'write a period as 2020, 2020-Q2, 2020-H1, 2020-06 or 2018/2019')
    .optional()
    .describe('The period covered: 2020, 2020-Q2, 2020-H1, 2020-07, or 2018/2019 for a span'),
  measuredBy: z
    .union([id, z.array(id)])
    .optional()
    .describe('Subject id of who measured it, e.g. "canalys"'),
  offer: z.enum(['recommended', 'early-bird', 'starting']).optional().describe('What kind of price it is'),
  growth: growth.optional(),
};

export const factShape = {
  attribute: id.describe('An attribute defined in knowledge/attributes/'),
  value: value.describe('Typed by the attribute: "5160 mAh", "EUR 229", 2020-09-08, true, {en, zh}, or a list'),
  about: bothLanguages
    .optional()
    .describe('What this fact tells, as a short noun phrase; needed where the attribute is general'),
  say: bothLanguages
    .optional()
    .describe('The answer as one full sentence in our own words, where "label: value" reads badly'),
  cues: wordList
    .optional()
    .describe('Words people use when they ask for this, in any language, beyond those already in the fact'),
  thread: z
    .union([id, z.array(id).min(1).max(3)])
    .optional()
    .describe(
      'The tale or report that it belongs to, the narrower first: "why?" behind one of its facts is told by another',
    ),
  note: bothLanguages.optional().describe('A caveat that is shown with the value'),
  source: id.optional().describe('A source of knowledge/sources.yaml; default: the file’s or subject’s source'),
  asOf: isoDate.optional().describe('The date for which it holds; default: the date of the source'),
  ...qualifierShape,
};
const ownFact = z.strictObject(factShape);
const fact = z.strictObject({ subject: id.describe('Whose fact it is: the id of a subject'), ...factShape });

const subjectShape = {
  id,
  kind: z.enum(['product', 'person', 'company', 'place', 'event', 'programme']),
  class: z
    .union([id, z.array(id)])
    .optional()
    .describe('Product class(es) of knowledge/classes.yaml, e.g. "phone"'),
  brand: id.optional().describe('Subject id of the brand, e.g. "redmi"'),
  names: z.strictObject({ en: name, zh: name }),
  aliases: wordList.optional().describe('Every other name people type, any language; no two subjects may share one'),
  members: z
    .array(id)
    .optional()
    .describe('For a family (a series, or a name that several products bear): its members'),
  rest: z
    .tuple([id, id])
    .optional()
    .describe('For a place: what is left of the first place without the second, e.g. all markets but the one at home'),
  unnamed: z
    .boolean()
    .optional()
    .describe('No source gives its name: who it was is told, and that the name is not known where that is asked for'),
  intro: bothLanguages.optional().describe('Who or what it is, in one sentence of our own'),
  source: id.optional(),
  asOf: isoDate.optional(),
  specs: z.record(id, value).optional().describe('Facts in short form: attribute: value'),
  facts: z.array(ownFact).max(400).optional(),
};
export const subjectSchema = z.strictObject(subjectShape);
/** One product (or any one subject) a file. */
export const productFileSchema = subjectSchema;
/** Several subjects and facts of one theme. */
export const themeFileSchema = z.strictObject({
  source: id.optional().describe('Default source of all facts in this file'),
  subjects: z.array(subjectSchema).optional(),
  facts: z.array(fact).optional(),
});

export const sourcesFileSchema = z.array(
  z.strictObject({
    id,
    title: words,
    publisher: name,
    date: isoDay,
    author: id
      .optional()
      .describe('The subject whose words these are: a question that names them may ask for anything said in it'),
    called: z
      .array(name)
      .optional()
      .describe('What people call it who cite it: "the open letter"; two sources may share a name'),
    occasion: id.optional().describe('The event at which they were said or written, if it is a subject'),
    language: z.string().length(2).optional(),
    url: z.url().optional(),
  }),
);

/** What a pack is, whose it is and on which terms: one file at its root. */
export const packFileSchema = z.strictObject({
  title: text.describe('What is in it, in a few words'),
  licence: text.describe('On which terms it may be used, e.g. "CC BY-SA 3.0"'),
  attribution: text.describe('Whom its answers must credit, as the licence asks for it'),
  inAnswers: z
    .boolean()
    .optional()
    .describe('false: answers need not show the attribution, as the line of the source names whoever said it'),
  source: words.describe('Where it was taken from: an address, or how it came about'),
  retrieved: isoDay.describe('The day for which it holds'),
});

export const attributeSchema = z.strictObject({
  kind: z.enum(['quantity', 'money', 'date', 'boolean', 'text', 'list', 'subject', 'group']),
  unit: z.string().optional().describe('Expected unit for a quantity; must be in knowledge/units.yaml'),
  range: z.tuple([z.number(), z.number()]).optional().describe('Plausible values, in the expected unit'),
  members: z.array(id).optional().describe('For a group: the attributes it stands for, most wanted first'),
  shareOf: z
    .tuple([id, id])
    .optional()
    .describe('Reckoned where it is not held: the first attribute as a share of the second, of one subject and time'),
  since: id
    .optional()
    .describe('Of an age: the attribute whose date it is counted from; "how old … when …" is reckoned from that'),
  single: z
    .boolean()
    .optional()
    .describe('Only one value can be true (founding date, headquarters): another value is a contradiction'),
  volatile: z.boolean().optional().describe('Changes by the day: "today" cannot be answered from an older value'),
  occasion: z.boolean().optional().describe('Tells on which occasion a thing came out'),
  promised: z.boolean().optional().describe('A promise or a plan: even a date is told with the day for which it holds'),
  general: z
    .boolean()
    .optional()
    .describe('A catch-all (story, reason, quote …): its facts are found by their "about" and "cues"'),
  identifies: z
    .boolean()
    .optional()
    .describe(
      'Its values name the subject (a codename, a model number): they can be asked with, and tell one from another',
    ),
  introduces: z
    .boolean()
    .optional()
    .describe('Asked of a subject with nothing else (“who is”, “about”), it asks who or what that is'),
  impliedBy: z
    .array(id)
    .optional()
    .describe(
      'What asks for it without naming it, of a product: a question word (how-much, when), a kind of price, or "currency"',
    ),
  answers: z
    .array(id)
    .optional()
    .describe('Question words (why, where, how) that ask for what it holds, whatever the form of its values'),
  better: z.enum(['more', 'less']).optional().describe('Which direction counts as better, for "best", "better"'),
  says: z
    .strictObject({ more: bothLanguages, less: bothLanguages })
    .optional()
    .describe('How an answer says of the one that has more, or less, of it: "is heavier", "is lighter"'),
  wanted: z
    .number()
    .int()
    .min(1)
    .max(99)
    .optional()
    .describe('Its place among what people want to know first: differences are told in this order'),
  names: byLanguage.describe(
    'What people call it, per language; the first is the label. English and Chinese are required',
  ),
});
export const attributesFileSchema = z.record(id, attributeSchema);

export const classesFileSchema = z.record(id, z.strictObject({ parent: id.optional(), names: byLanguage }));

export const unitsFileSchema = z.record(
  z.string(),
  z.strictObject({
    dimension: id,
    factor: z.number().positive().describe('How many base units of its dimension one unit is'),
    base: z.boolean().optional(),
    space: z.boolean().optional().describe('false: written without a space before it ("%")'),
    show: z.strictObject({ en: z.string().max(40), zh: z.string().max(40) }).optional(),
    names: byLanguage,
  }),
);
export const currenciesFileSchema = z.record(
  z.string().regex(/^[A-Z]{3}$/),
  z.strictObject({ show: z.strictObject({ en: name, zh: name }), names: byLanguage }),
);

export type SubjectEntry = z.infer<typeof subjectSchema>;
export type FactEntry = z.infer<typeof ownFact>;
export type AttributeEntry = z.infer<typeof attributeSchema>;
export type PackEntry = z.infer<typeof packFileSchema>;
export type SourceEntry = z.infer<typeof sourcesFileSchema>[number];
export type ValueEntry = z.infer<typeof value>;
