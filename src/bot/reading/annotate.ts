// Gives every token of a text its meaning: names, attributes, dates, amounts, vocabulary, or "unknown".
import { type Amount, beforeName, readAmount } from './amounts.ts';
import type { Lexicon, PhraseMatch } from './lexicon.ts';
import type { Meaning, MeaningKind } from './meaning.ts';
import { asksForOrder, endsCleanly, isOfAnother, runsIntoTime } from './name-ends.ts';
import type { NameIndex } from './names.ts';
import { readTime, type TimeMatch } from './periods.ts';
import { stem, type Token } from './tokens.ts';

/** A stretch of tokens with what it means. */
export type Span = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Sticks to the span before it: "t" of "9t". */
  readonly glued: boolean;
  /** A comma or the like stands before it. */
  readonly pause: boolean;
  /** The content words in it, as evidence keys. */
  readonly words: readonly string[];
  readonly meanings: readonly Meaning[];
  readonly time: TimeMatch | undefined;
  readonly amount: Amount | undefined;
  /** Subjects that a partial name may mean. */
  readonly partial: boolean;
};

/** The first of a kind that a span means. */
export const meaningOf = <K extends MeaningKind>(span: Span, kind: K): Extract<Meaning, { kind: K }> | undefined =>
  span.meanings.find((meaning): meaning is Extract<Meaning, { kind: K }> => meaning.kind === kind);
/** All of a kind that a span means. */
export const meaningsOf = <K extends MeaningKind>(span: Span, kind: K): Extract<Meaning, { kind: K }>[] =>
  span.meanings.filter((meaning): meaning is Extract<Meaning, { kind: K }> => meaning.kind === kind);
/** Does the phrase mean this, under this id? */
export const means = (
  span: Span,
  kind: 'question' | 'operator' | 'comparator' | 'period' | 'pronoun' | 'smalltalk' | 'offer' | 'concept',
  id: string,
): boolean => span.meanings.some((meaning) => meaning.kind === kind && meaning.id === id);
/** Is it a word of grammar and nothing else? */
export const isGrammar = ({ meanings }: Span): boolean =>
  meanings.length > 0 && meanings.every(({ kind }) => kind === 'function');

/** Question words that ask for a form of value wherever they stand. */
const PLAIN_ASKS = new Set(['who', 'when', 'where']);

/** "Who founded it" names an attribute, and asks who: the question word at the head of such a phrase. */
function askingWord({ length, meanings }: PhraseMatch, matches: readonly PhraseMatch[]): PhraseMatch | undefined {
  const [first] = matches;
  if (!first || first.length >= length || !meanings.some(({ kind }) => kind === 'attribute')) return undefined;
  const asks = first.meanings.filter((one) => one.kind === 'question' && PLAIN_ASKS.has(one.id));
  return asks.length > 0 ? { length: first.length, meanings: asks } : undefined;
}

/** "In charge" is cut where "charging power" follows: its first word is one of grammar by itself. */
const isOfGrammar = (matches: readonly PhraseMatch[]): boolean =>
  matches.some(({ length, meanings }) => length === 1 && meanings.some(({ kind }) => kind === 'function'));

/** The unit of a place in an order. */
const RANK = 'rank';
const isMeaning = (one: Meaning): boolean => one.kind === 'question' && one.id === 'meaning';

/** "The phones" are none that was spoken of, as "the phone" is. */
const isOfSeveral = ({ length }: PhraseMatch, last: Token | undefined): boolean =>
  length > 1 && last?.kind === 'word' && last.word.endsWith('s') && last.key !== last.word;
const withoutPronoun = (phrase: PhraseMatch): PhraseMatch => ({
  ...phrase,
  meanings: phrase.meanings.filter((meaning) => meaning.kind !== 'pronoun' || meaning.id === 'many'),
});

export class Annotator {
  readonly #lexicon: Lexicon;
  readonly #names: NameIndex;
  constructor(lexicon: Lexicon, names: NameIndex) {
    this.#lexicon = lexicon;
    this.#names = names;
  }

  /** Is this word part of a product's name, or a brand? */
  isName(word: string): boolean {
    return this.#names.hasWord(stem(word)) || this.#lexicon.lookup(word).some(({ kind }) => kind === 'subject');
  }

  /** Does this word stand for a person, or a thing, that was spoken of? */
  refers(word: string, to: 'person' | 'thing'): boolean {
    return this.#lexicon.lookup(word).some((one) => one.kind === 'pronoun' && one.id === to);
  }

  /** The classes of things that this word names. */
  classes(word: string): string[] {
    return this.#lexicon.lookup(word).flatMap((one) => (one.kind === 'class' ? [one.id] : []));
  }

  /** The place that this word stands for where its letters are a short form: "us" of "u.s.". */
  placeOf(letters: string): string | undefined {
    return this.#lexicon.lookup([...letters].join('.')).find((one) => one.kind === 'place')?.id;
  }

  /** What is called just this. */
  named(phrase: string): string[] {
    return this.#lexicon.lookup(phrase).flatMap((one) => (one.kind === 'subject' ? [one.id] : []));
  }

  /** Cuts tokens into spans that cover all of them, in order. */
  annotate(tokens: readonly Token[]): Span[] {
    const cache = new Map<number, PhraseMatch[]>();
    const at = (start: number): PhraseMatch[] => {
      let matches = cache.get(start);
      if (!matches) {
        matches = start < tokens.length ? this.#lexicon.matches(tokens, start) : [];
        cache.set(start, matches);
      }
      return matches;
    };
    const spans: Span[] = [];
    let start = 0;
    while (start < tokens.length) {
      const span = this.#next(tokens, start, at);
      const last = spans.at(-1);
      const bothUnknown =
        last &&
        last.meanings.length === 0 &&
        !last.time &&
        !last.amount &&
        span.meanings.length === 0 &&
        !span.time &&
        !span.amount;
      if (bothUnknown && tokens[last.end - 1]?.kind === 'character' && tokens[start]?.kind === 'character')
        spans[spans.length - 1] = this.#span(tokens, last.start, span.end - last.start, []);
      else spans.push(span);
      start = span.end;
    }
    return spans;
  }

  #next(tokens: readonly Token[], start: number, at: (start: number) => PhraseMatch[]): Span {
    const phrases = at(start)
      .map(({ length, meanings }) => ({
        length,
        meanings:
          endsCleanly(tokens, start, length, at) &&
          !runsIntoTime(tokens, start + length - 1, at) &&
          !isOfAnother(tokens, start, length) &&
          !asksForOrder(tokens, start, length, at)
            ? meanings
            : meanings.filter(({ kind }) => kind !== 'subject'),
      }))
      .map((phrase) => (isOfSeveral(phrase, tokens[start + phrase.length - 1]) ? withoutPronoun(phrase) : phrase))
      .filter(({ meanings }) => meanings.length > 0);
    const longest = phrases.at(-1);
    const subject = phrases.findLast(({ meanings }) => meanings.some(({ kind }) => kind === 'subject'));
    const run = this.#names.run(tokens, start);
    if (
      run &&
      run.length > (subject?.length ?? 0) &&
      // "The ultra wide": what names an attribute as a whole is no part of a name.
      run.length >= (longest?.length ?? 0) + (longest?.meanings.some(({ kind }) => kind === 'attribute') ? 1 : 0) &&
      endsCleanly(tokens, start, run.length, at)
    )
      return this.#span(
        tokens,
        start,
        run.length,
        run.ids.map((id): Meaning => ({ kind: 'subject', id })),
        { partial: true },
      );
    const time = readTime(tokens, start, at);
    const amount = beforeName(readAmount(tokens, start, at), tokens, start, at);
    const phraseLength = longest && (subject || this.#meansMore(longest)) ? longest.length : 0;
    // "2022 rank": the place of that year, and no place so far down.
    const isOfYear = time !== undefined && amount?.unit === RANK;
    const measured = (amount?.unit && !isOfYear) || amount?.currency ? amount.length : 0;
    if (time && time.length >= phraseLength && time.length >= measured)
      return this.#span(tokens, start, time.length, longest?.length === time.length ? longest.meanings : [], { time });
    if (amount && amount.length > phraseLength) return this.#span(tokens, start, amount.length, [], { amount });
    const phrase = longest && (subject ? longest : this.#yielding(phrases, start, tokens, at));
    if (phrase) {
      const asking = askingWord(phrase, at(start));
      const meanings = [...this.#withInner(phrase, start, at), ...(asking?.meanings ?? [])];
      const extra = { ...(amount ? { amount } : {}), ...(asking ? { asking: asking.length } : {}) };
      return this.#span(tokens, start, phrase.length, meanings, extra);
    }
    return this.#span(tokens, start, 1, []);
  }

  /** "How much heavier" asks for a difference, and "heavier" in it for the weight: what stands within a phrase holds too. */
  #withInner(
    { length, meanings }: PhraseMatch,
    start: number,
    at: (start: number) => PhraseMatch[],
  ): readonly Meaning[] {
    if (
      length < 2 ||
      !meanings.some(({ kind }) => kind === 'operator') ||
      meanings.some(({ kind }) => kind === 'attribute')
    )
      return meanings;
    for (let inside = start; inside < start + length; inside++)
      for (const match of at(inside)) {
        const within = inside + match.length <= start + length && match.length < length;
        const named = within ? match.meanings.filter(({ kind }) => kind === 'attribute') : [];
        if (named.length > 0) return [...meanings, ...named];
      }
    return meanings;
  }

  /**
   * The longest phrase that does not cut into a name, or into what orders a list ("phones ranked by"): of "the band 5",
   * "the", so that "band 5" stays whole; nor, with a question word at its head, into what is asked: "what is the 500"
   * before "rank".
   */
  #yielding(
    phrases: readonly PhraseMatch[],
    start: number,
    tokens: readonly Token[],
    at: (start: number) => PhraseMatch[],
  ): PhraseMatch | undefined {
    return phrases.findLast(({ length, meanings }) => {
      const refers = meanings.every(({ kind }) => kind === 'pronoun');
      const names = meanings.some(({ kind }) => kind === 'attribute');
      const isIdiom =
        length === 2 &&
        isOfGrammar(at(start)) &&
        meanings.every(({ kind }) => kind === 'concept' || kind === 'operator');
      // Behind "what is", with an article between at most.
      const asks = names && at(start).find((match) => match.length < length && match.meanings.some(isMeaning));
      const asked = asks ? start + asks.length + 1 : start;
      for (let inside = start + 1; inside < start + length; inside++)
        if (
          at(inside).some(
            (match) =>
              inside + match.length > start + length &&
              match.meanings.some(
                (one) =>
                  one.kind === 'subject' ||
                  (one.kind === 'attribute' && (refers || isIdiom || inside <= asked)) ||
                  (one.kind === 'operator' && one.id === 'sort' && match.length > 1),
              ) &&
              endsCleanly(tokens, inside, match.length, at),
          )
        )
          return false;
      return true;
    });
  }

  /** A phrase that names something beats an amount of the same length ("5G" is not five grams). */
  #meansMore({ meanings }: PhraseMatch): boolean {
    return meanings.some(
      ({ kind }) =>
        kind === 'subject' || kind === 'attribute' || kind === 'concept' || kind === 'outsider' || kind === 'class',
    );
  }

  #span(
    tokens: readonly Token[],
    start: number,
    length: number,
    meanings: readonly Meaning[],
    extra: { time?: TimeMatch; amount?: Amount; partial?: boolean; asking?: number } = {},
  ): Span {
    const own = tokens.slice(start, start + length);
    const words: string[] = [];
    const { partial = false, asking = 0, time, amount } = extra;
    own.forEach((token, index) => {
      if (index < asking) return;
      if (token.kind === 'word' && (token.word.length > 1 || own.length === 1)) words.push(`w:${token.key}`);
      const next = own[index + 1];
      // "9i" and "x6" are told by their letter as well as by their number.
      if (
        next?.glued &&
        (token.kind === 'number') !== (next.kind === 'number') &&
        token.word.length + next.word.length <= 4
      )
        words.push(`w:${token.word}${next.word}`);
      if (token.kind === 'character' && next?.kind === 'character') words.push(`w:${token.key}${next.key}`);
      if (token.kind === 'character' && own.length === 1) words.push(`w:${token.key}`);
      // "H2" holds no 2.
      const isOfCode = token.glued && own[index - 1]?.kind === 'word' && own[index - 1]?.word.length === 1;
      if (token.kind === 'number' && !isOfCode) words.push(`n:${token.value}`);
    });
    const text = own
      .map((token, index) => (index > 0 && !token.glued && token.kind !== 'character' ? ' ' : '') + token.word)
      .join('');
    return {
      start,
      end: start + length,
      text,
      glued: own[0]?.glued ?? false,
      pause: own[0]?.pause ?? false,
      words,
      meanings,
      partial,
      time,
      amount,
    };
  }
}
