// Mends one mistyped word: a deletion index over the known words, then an edit distance on the few that it finds.
import { editDistance } from '../../lookup/edit-distance.ts';

/** Letters that a word must have before a slip in it can be told from another word. */
const MIN_LENGTH = 4;
const TWO_SLIPS_FROM = 7;
const MAX_LENGTH = 24;

/** Letters that are written for others that sound the same: "fone", "rote", "nife". */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/f/g, 'ph'],
  [/^r/, 'wr'],
  [/^n/, 'kn'],
];
const VOWEL = /[aeiou]/;

/** What makes a word less likely to be the one that was meant, in slips: another first letter; one letter for another, or one too many, where others are left out or swapped. */
const FIRST_LETTER = 0.4;
const ANOTHER_LETTER = 0.3;
const LETTER_TOO_MANY = 0.2;
/** … and a word that occurs twice as often is so much likelier. */
const COMMON = 1 / 12;

/** One letter stands for another, and the rest is the same. */
function isAnotherLetter(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  const at = [...word].findIndex((letter, place) => letter !== candidate[place]);
  return word.slice(at + 1) === candidate.slice(at + 1);
}

/** A letter was typed twice. */
const isDoubled = (word: string, candidate: string): boolean =>
  word.length === candidate.length + 1 &&
  [...word].some((letter, at) => letter === word[at + 1] && word.slice(0, at) + word.slice(at + 1) === candidate);

function deletions(word: string, depth: number, into: Set<string>): Set<string> {
  into.add(word);
  if (depth > 0)
    for (let at = 0; at < word.length; at++) {
      const shorter = word.slice(0, at) + word.slice(at + 1);
      if (!into.has(shorter)) deletions(shorter, depth - 1, into);
    }
  return into;
}

export class Speller {
  readonly #index = new Map<string, string[]>();
  readonly #frequency: (word: string) => number;

  /** @param words known words. @param frequency how often a word occurs: of equally near words the commoner is meant */
  constructor(words: ReadonlySet<string>, frequency: (word: string) => number) {
    this.#frequency = frequency;
    for (const word of words) {
      if (word.length < MIN_LENGTH - 1 || word.length > MAX_LENGTH || !/^\p{L}+$/u.test(word)) continue;
      for (const key of deletions(word, 1, new Set())) {
        const bucket = this.#index.get(key);
        if (bucket) bucket.push(word);
        else this.#index.set(key, [word]);
      }
    }
  }

  /** The known word that was most likely meant, or undefined. Words with digits are never passed in: they tell siblings apart. */
  correct(word: string): string | undefined {
    return this.candidates(word)[0];
  }

  /** The known words that may have been meant, the likeliest first. */
  candidates(word: string): string[] {
    if (word.length === MIN_LENGTH - 1) return this.#withVowel(word);
    if (word.length < MIN_LENGTH || word.length > MAX_LENGTH) return [];
    const limit = word.length >= TWO_SLIPS_FROM ? 2 : 1;
    const found: { candidate: string; score: number }[] = [];
    const seen = new Set<string>();
    for (const key of deletions(word, limit, new Set()))
      for (const candidate of this.#index.get(key) ?? []) {
        if (seen.has(candidate)) continue;
        seen.add(candidate);
        if (candidate.length < MIN_LENGTH && word.length <= MIN_LENGTH && !isDoubled(word, candidate)) continue;
        const distance = editDistance(word, candidate, limit);
        if (distance > limit) continue;
        // "Vegan" is no "began": of a short word, the first letter is hardly ever another.
        if (word.length < TWO_SLIPS_FROM && candidate.length === word.length && candidate.slice(1) === word.slice(1))
          continue;
        const firstLetter = candidate[0] === word[0] ? 0 : FIRST_LETTER;
        const unlikely = isAnotherLetter(word, candidate)
          ? ANOTHER_LETTER
          : word.length > candidate.length
            ? LETTER_TOO_MANY
            : 0;
        const often = Math.log2(1 + this.#frequency(candidate)) * COMMON;
        found.push({ candidate, score: distance + firstLetter + unlikely - often });
      }
    const near = found
      .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
      .map(({ candidate }) => candidate);
    const heard = SOUNDS.map(([letters, meant]) => word.replace(letters, meant)).find((one) => this.#isKnown(one));
    return heard === undefined || heard === word ? near : [heard, ...near.filter((one) => one !== heard)];
  }

  #isKnown(word: string): boolean {
    return this.#index.get(word)?.includes(word) === true;
  }

  /** "Rnk", "zom": of three letters, the word that has but a vowel more: the only one, or the same one twice. */
  #withVowel(word: string): string[] {
    const found = (this.#index.get(word) ?? []).filter((candidate) => {
      const at = [...candidate].findIndex((letter, place) => letter !== word[place]);
      const letter = candidate[at] ?? '';
      if (candidate.length !== MIN_LENGTH || at < 1 || at === MIN_LENGTH - 1 || !VOWEL.test(letter)) return false;
      return !VOWEL.test(word) || word[at - 1] === letter;
    });
    return found.sort((a, b) => this.#frequency(b) - this.#frequency(a) || (a < b ? -1 : 1));
  }
}
