// The shape of how people ask in one language, and of what the bot says in it.
import { z } from 'zod';
import { id, name, wordList, words } from './schema.ts';

const forms = z.record(id, wordList);
const optionNames = z.strictObject({
  name: z.string().regex(/^[-_\p{Ll}\p{Lo}\p{Lm}\p{N}]{1,32}$/u, 'use lower case, no blanks, at most 32 characters'),
  description: z.string().min(1).max(100).optional(),
});
const commandNames = z.strictObject({
  name: z.string().min(1).max(32),
  description: z.string().min(1).max(100).optional(),
  options: z.record(id, optionNames).optional().describe('By the option’s own name'),
});
const framesSchema = z
  .strictObject({
    slots: z
      .record(id, wordList)
      .optional()
      .describe('Words that stand for one another; {slot} in an entry is any of them'),
    around: z.array(name).optional().describe('Before a question or behind it: "as far as you know"'),
    before: z.array(name).optional().describe('Only before it; one that ends in a comma needs a sign there'),
    behind: z.array(name).optional().describe('Only behind it; one that begins with a comma needs a sign there'),
    citing: z.array(name).optional().describe('Before it or behind it, with {source} for what a source is called'),
    today: z.array(name).optional().describe('Before it or behind it, and asks for the state of this day'),
  })
  .superRefine(({ slots = {}, ...lists }, { addIssue }) => {
    for (const [list, entries = []] of Object.entries(lists))
      for (const [at, entry] of entries.entries())
        for (const [, slot = ''] of entry.matchAll(/\{([^}]*)\}/g))
          if (!Object.hasOwn(slots, slot) && !(list === 'citing' && slot === 'source'))
            addIssue({ code: 'custom', path: [list, at], message: `no slot is called "${slot}": name one of "slots"` });
  });
export const vocabularyFileSchema = z.strictObject({
  language: z.string().length(2),
  name,
  function: wordList.describe('Grammar words: they set no condition').or(z.array(name)),
  light: z.array(name).describe('Everyday words that set no condition of their own'),
  frames: framesSchema
    .optional()
    .describe('What people put around a question: the answer is that of the question alone'),
  questions: forms.describe('who, when, where, why, how, how-many, how-much, how-long, which, whether, list, count …'),
  comparators: forms.describe('lt, lte, gt, gte, eq, about, between'),
  superlatives: z.array(
    z.strictObject({ words: wordList, pick: z.enum(['max', 'min']), attribute: id.optional(), instead: id.optional() }),
  ),
  operators: forms.describe('compare, difference, ratio, average, sum, and, or, not …'),
  offers: forms.optional().describe('recommended, early-bird, starting'),
  scales: z.record(name, z.number()).describe('"million": 1000000, "万": 10000'),
  numerals: z.record(name, z.number().int().positive()).optional().describe('Numbers written as words: two: 2'),
  months: z.array(wordList).length(12),
  periods: forms.describe('quarter, half, year, today, future …'),
  pronouns: forms.describe('thing, person, company: words that stand for what was spoken of before'),
  followups: wordList.describe('Openers that carry on the last question: "what about", "and"'),
  smalltalk: forms.describe('greeting, thanks, goodbye, help, identity …'),
  places: z.record(id, wordList).optional(),
  outsiders: z.array(name).optional().describe('Names of things and firms outside this knowledge base'),
  words: z.array(name).optional().describe('Everyday words that are spelled right: never mended into another'),
  abbreviations: z
    .array(name)
    .optional()
    .describe('Short forms written with a point, which ends no sentence: acc, incl'),
  ordinals: z.array(name).optional().describe('What makes a place of a number that it sticks to: st, nd, th'),
  suffixes: z.array(name).optional().describe('Words that make another model of a name: pro, max, lite'),
  concepts: forms.describe('Words that mean the same, by concept id; ids are shared by all languages'),
  attributes: z.record(id, wordList).optional().describe('Names of attributes in this language'),
  classes: z.record(id, wordList).optional(),
  commands: z
    .record(id, commandNames)
    .optional()
    .describe('What platforms that show commands by language call them; by the command’s own name'),
});
/** The bot's own sentences in one language. */
export const messagesFileSchema = z.strictObject({ language: z.string().length(2), messages: z.record(id, words) });

export type VocabularyEntry = z.infer<typeof vocabularyFileSchema>;
