// Which words of a question a fact must account for, and how much each matters.

import { HAN } from '../../knowledge/text.ts';
import type { Context } from '../context.ts';
import { codeKey, keysOf } from '../matching/evidence.ts';
import type { Amount } from './amounts.ts';
import { meaningOf, meaningsOf, means, type Span } from './annotate.ts';
import { isDay } from './periods.ts';
import type { Term } from './query.ts';

/** Weights were tuned on the project's golden questions; what each is for stands beside it. */
const WEIGHT = {
  subject: 1,
  /** The company itself is what all is about: naming it asks for little. */
  root: 0.15,
  /** … and somewhat more where another company is named, too. */
  rootBeside: 0.33,
  attribute: 1,
  /** "Screen" stands for a whole room of attributes, or is only where the asked thing is. */
  group: 0.6,
  class: 0.5,
  /** "Stuff", "products": the class of everything. */
  any: 0.2,
  place: 1.2,
  outsider: 1.6,
  number: 0.9,
  /** "The three principles": the noun behind it says what is counted. */
  counted: 0.25,
  /** A word that stands nowhere in the knowledge may be the one that matters. */
  unknown: 0.7,
  /** … but of a language in which no fact is written, no fact could hold it. */
  foreign: 0.5,
  /** Known to the vocabulary, but no fact speaks of it. */
  unheld: 0.85,
  /** A content word that is also everyday grammar ("back", "open"). */
  faint: 0.3,
} as const;

const QUIET = new Set([
  'function',
  'light',
  'question',
  'comparator',
  'operator',
  'offer',
  'pronoun',
  'followup',
  'superlative',
  'smalltalk',
  'unit',
  'currency',
  'scale',
  'month',
]);

const FOCUSING = new Set(['how-many', 'which', 'count']);

/** The terms of a question, in its order. Spans that a condition has used up are left out. */
export function termsOf(spans: readonly Span[], used: ReadonlySet<Span>, language: string, context: Context): Term[] {
  const unknown = context.knowledge.messages.has(language) ? WEIGHT.unknown : WEIGHT.foreign;
  const isOther = (span: Span): boolean =>
    meaningsOf(span, 'subject').some(
      ({ id }) => id !== context.root && context.knowledge.subjects.get(id)?.kind === 'company',
    );
  // "The revenue of X per Y": whose it is counts where another is named, too.
  const weightOfRoot = spans.some(isOther) ? WEIGHT.rootBeside : WEIGHT.root;
  return spans.flatMap((span, index): Term[] => {
    if (used.has(span) || span.time || isCommand(span, index)) return [];
    const model = isModelLike(spans, index);
    if (model || isUnknownName(span, spans[index - 1], context)) {
      // The figure of another model is met by the same letter and figure only, not by any fact with that figure.
      const code = span.glued ? codeKey(spans, index - 1) : codeKey(spans, index);
      const words = !model ? span.words : code === undefined ? [] : [code];
      const text = code?.slice(2) ?? span.text;
      return [{ text, role: 'outsider', keys: [], words, weight: WEIGHT.unheld, at: span.start }];
    }
    // "The three big names": what is counted may stand behind an everyday word.
    const counts = isCounting(span, spans[index - 1], spans.slice(index + 1).find(isNotLight));
    const own = termOf(span, counts, unknown, context);
    const term = own?.role === 'subject' && own.weight === WEIGHT.root ? { ...own, weight: weightOfRoot } : own;
    // "In which Korean city": a place behind the question word tells what kind of city is asked for.
    const before =
      isAsked(spans[index - 2]) && isOfPlace(spans[index - 1], context) ? spans[index - 2] : spans[index - 1];
    const asked =
      (isAsked(before) && term?.role !== 'subject') || isDeed(spans, index) || isOrdinal(spans, index, context);
    return term && term.weight > 0 ? [asked ? { ...term, asked } : term] : [];
  });
}

/** "What happened on 1 May 2020": where little else is said, the day itself is what a fact must tell of. */
export function dayTerm(spans: readonly Span[], terms: readonly Term[], root: string): Term[] {
  const said = ({ role, weight, keys }: Term): boolean =>
    role !== 'class' && weight > WEIGHT.faint && !keys.includes(`s:${root}`);
  const span = spans.find(({ time }) => time?.period && isDay(time.period));
  if (!span || terms.some(said)) return [];
  const keys = [`d:${span.time?.period?.label}`];
  return [{ text: span.text, role: 'content', keys, words: [], weight: WEIGHT.number, at: span.start }];
}

/** A word that no more than so large a part of the facts hold tells something. */
const TELLING = 0.085;

/** The words of a question that set no condition but stand in a few facts: see `Query.hints`. */
export function hintsOf(spans: readonly Span[], used: ReadonlySet<Span>, { evidence }: Context): string[] {
  const words = spans.flatMap((span) => {
    const sets = used.has(span) || span.time || span.amount || span.meanings.some(({ kind }) => SETTING.has(kind));
    return sets || !span.meanings.some(({ kind }) => QUIET.has(kind)) ? [] : span.words;
  });
  return [...new Set(words)].filter(
    (word) => evidence.count(word) > 0 && evidence.count(word) <= TELLING * evidence.size,
  );
}
/** A span that has such a meaning is a term. */
const SETTING = new Set(['subject', 'outsider', 'place', 'attribute', 'class', 'concept']);

/** "How many staff", "which channel": the noun behind the question word. */
const isAsked = (before: Span | undefined): boolean =>
  before !== undefined && meaningsOf(before, 'question').some(({ id }) => FOCUSING.has(id));

/** "Who drove them there": what the one did who is asked for, at the head of a message. */
const isDeed = (spans: readonly Span[], index: number): boolean =>
  index === 1 &&
  means(spans[0] as Span, 'question', 'who') &&
  !spans.slice(1).some((span) => means(span, 'question', 'who')) &&
  meaningOf(spans[1] as Span, 'subject') === undefined;

const isOfPlace = (span: Span | undefined, { knowledge }: Context): boolean =>
  span !== undefined &&
  (meaningOf(span, 'place') !== undefined ||
    meaningsOf(span, 'subject').some(({ id }) => knowledge.subjects.get(id)?.kind === 'place'));

/** "Episode two", "round 2": a number behind a noun, with none behind itself, tells which one. */
function isOrdinal(spans: readonly Span[], index: number, { evidence }: Context): boolean {
  const [before, span, after] = [spans[index - 1], spans[index], spans[index + 1]];
  const number = span?.meanings.some(({ kind }) => kind === 'numeral') || (span?.amount && isBare(span.amount));
  const isNoun = (one: Span | undefined): boolean =>
    one?.words.some((word) => evidence.count(word) > 0) === true &&
    !one.amount &&
    !one.time &&
    one.meanings.every(({ kind }) => kind === 'concept' || kind === 'light');
  return number === true && isNoun(before) && !isNoun(after) && !after?.glued;
}

const isBare = ({ unit, currency, value }: Amount): boolean => !unit && !currency && value <= FEW;

/** "List …" at the head of a message asks for a list, whatever else the word means. */
const isCommand = (span: Span, index: number): boolean =>
  index === 0 && span.meanings.some((meaning) => meaning.kind === 'question' && meaning.id === 'list');

/** A word that nothing knows, right behind a product's name, may make it another product. */
function isUnknownName(span: Span, previous: Span | undefined, { annotator, evidence, knowledge }: Context): boolean {
  if (span.meanings.length > 0 || span.amount || span.time || span.pause || !/^\p{Script=Latin}+$/u.test(span.text))
    return false;
  const product = previous?.meanings.some(
    (meaning) => meaning.kind === 'subject' && knowledge.subjects.get(meaning.id)?.kind === 'product',
  );
  // … and so does one letter more than a name ("RedmiT").
  const longer = span.text.length > 3 && annotator.isName(span.text.slice(0, -1));
  return (product === true || longer) && span.words.every((word) => evidence.count(word) === 0);
}

/** "X3s": a figure with letters at it that no name accounts for is some other model. */
function isModelLike(spans: readonly Span[], index: number): boolean {
  const [previous, span, next] = [spans[index - 1], spans[index] as Span, spans[index + 1]];
  const letter = (one: Span | undefined): boolean => one !== undefined && /^[a-z]$/.test(one.text);
  if (!span.amount || span.meanings.length > 0 || span.amount.currency) return false;
  return (span.glued && letter(previous)) || (next?.glued === true && letter(next) && !span.amount.unit);
}

/** Numbers up to this are counts where a noun follows. */
const FEW = 20;

const isNotLight = ({ meanings }: Span): boolean =>
  meanings.length === 0 || meanings.some(({ kind }) => kind !== 'light');

function isCounting({ amount, meanings }: Span, previous: Span | undefined, next: Span | undefined): boolean {
  const isNumeral = meanings.length > 0 && meanings.every(({ kind }) => kind === 'numeral');
  if (!(amount ? meanings.length === 0 && isBare(amount) : isNumeral) || !next) return false;
  // "iPhone 15": behind a name it is part of it.
  if (previous?.meanings.some(({ kind }) => kind === 'outsider' || kind === 'subject')) return false;
  return (
    next.amount === undefined &&
    next.time === undefined &&
    next.words.length > 0 &&
    !next.meanings.some(
      ({ kind }) =>
        kind === 'suffix' || kind === 'light' || kind === 'function' || kind === 'question' || kind === 'comparator',
    )
  );
}

function termOf(
  span: Span,
  counting: boolean,
  unknown: number,
  { evidence, holders, knowledge, root }: Context,
): Term | undefined {
  const kinds = new Set(span.meanings.map(({ kind }) => kind));
  const quiet = span.meanings.some(({ kind }) => QUIET.has(kind));
  if (quiet && !span.meanings.some(({ kind }) => SETTING.has(kind) || kind === 'period')) return undefined;
  const keys = keysOf(span);
  const own = {
    text: span.text,
    keys: keys.filter(
      (key) =>
        !/^[wn]:/.test(key) ||
        span.words.length === 1 ||
        // "5G+AIoT": a figure within a phrase is not all of it.
        (span.amount?.length === span.end - span.start && key === `n:${span.amount.value}`),
    ),
    words: span.words,
    at: span.start,
  };
  const subject = meaningOf(span, 'subject');
  // A name stands for its subject, never for the words it is made of: "redmi" and "30" are not the Redmi K30.
  const named = { text: span.text, keys: keys.filter((key) => key.startsWith('s:')), words: [], at: span.start };
  if (subject) return { ...named, role: 'subject', weight: subject.id === root ? WEIGHT.root : WEIGHT.subject };
  if (kinds.has('outsider')) return { ...own, role: 'outsider', weight: WEIGHT.outsider };
  if (kinds.has('place')) return { ...named, role: 'place', weight: WEIGHT.place };
  if (kinds.has('attribute')) {
    const general = span.meanings.every(
      (meaning) => meaning.kind !== 'attribute' || knowledge.attributes.get(meaning.id)?.general,
    );
    const wide = span.meanings.every(
      (meaning) => meaning.kind !== 'attribute' || knowledge.attributes.get(meaning.id)?.kind === 'group',
    );
    if (wide) return { ...own, role: 'attribute', weight: WEIGHT.group };
    // What is asked by the name of something that no source tells is not met by the words of that name.
    const ids = span.meanings.flatMap((meaning) => (meaning.kind === 'attribute' ? [meaning.id] : []));
    if (ids.every((id) => !holders.has(id)) && !kinds.has('function') && !kinds.has('light'))
      return { ...own, role: 'attribute', weight: WEIGHT.attribute, unheld: true };
    return {
      ...own,
      role: 'attribute',
      weight: general || kinds.has('function') || kinds.has('light') ? WEIGHT.faint : WEIGHT.attribute,
    };
  }
  if (kinds.has('class')) {
    const any = span.meanings.every(
      (meaning) => meaning.kind !== 'class' || !knowledge.classes.get(meaning.id)?.parent,
    );
    return { ...own, role: 'class', weight: any ? WEIGHT.any : quiet ? WEIGHT.faint : WEIGHT.class };
  }
  if (counting) return { ...own, role: 'content', weight: WEIGHT.counted };
  if (span.amount && span.meanings.length === 0) {
    const { unit, currency } = span.amount;
    const measure = {
      ...(unit === undefined ? {} : { unit }),
      ...(currency === undefined || unit !== undefined ? {} : { currency }),
    };
    return { ...own, role: 'number', weight: WEIGHT.number, ...measure };
  }
  if (kinds.has('concept'))
    return {
      ...own,
      role: 'content',
      weight:
        quiet || means(span, 'period', 'season')
          ? WEIGHT.faint
          : rarity(own.keys, evidence, knowledge.facts.length, WEIGHT.unheld),
    };
  if (kinds.has('period')) return { ...own, role: 'content', weight: WEIGHT.faint };
  if (kinds.has('suffix')) return { ...own, role: 'content', weight: WEIGHT.unheld };
  if (span.words.length === 0 || /^.$/u.test(span.text))
    return { ...own, role: 'content', weight: HAN.test(span.text) ? WEIGHT.faint : 0 };
  return { ...own, role: 'content', weight: rarity(span.words, evidence, knowledge.facts.length, unknown) };
}

/** A word that few facts hold says more than one that many hold: 0.35 to 0.9. */
function rarity(keys: readonly string[], evidence: Context['evidence'], total: number, unheld: number): number {
  const counts = keys.map((key) => evidence.count(key)).filter((count) => count > 0);
  if (counts.length === 0) return unheld;
  return 0.35 + (0.55 * Math.log(total / Math.min(...counts))) / Math.log(total);
}
