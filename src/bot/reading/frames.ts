// What people put around a question ("as far as you know, …", "… at the moment, thanks"): it sets no condition.
import type { Frame, Knowledge, Vocabulary } from '../../knowledge/model.ts';
import { fold, HAN } from '../../knowledge/text.ts';

/** A question without what stood around it. */
export type Bare = {
  readonly text: string;
  /** What stood around it asks for the state of this very day. */
  readonly today: boolean;
  /** How many characters stood before it. */
  readonly from: number;
  /** The sources that stood around it ("… according to the letter"): any of them may tell. */
  readonly sources?: ReadonlySet<string>;
};

type Phrase = {
  /** In their order, each with the wordings that it may have. */
  readonly parts: readonly (readonly string[])[];
  /** Is one only where a sign stands between it and the question. */
  readonly signed: boolean;
  readonly today: boolean;
  /** The source that it cites. */
  readonly source?: string;
};
/** Where a phrase ends, seen from the question's edge, and what it says. */
type Found = { readonly at: number; readonly phrase: Phrase };
/** The longest phrase at an edge, and the sources that phrases as long as it cite. */
type Edge = Found & { readonly sources: readonly string[] };

/** So many phrases may stand one beside the other; a longer chain is no courtesy. */
const MOST = 8;
const SLOT = /\{([^}]+)\}/;
const LETTER = /[\p{L}\p{N}]/u;
// What Unicode knows of letters is slow to ask, and most questions are in ASCII.
const isLetter = (sign: string): boolean => {
  const code = sign.charCodeAt(0);
  if (code < 128) return (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91);
  return LETTER.test(sign);
};
const isHan = (sign: string): boolean => sign.charCodeAt(0) > 127 && HAN.test(sign);
/** What may follow a word and belong to it: "5%", "9+", "40€". */
const OF_WORD = /[\p{L}\p{N}%€$£¥₹₽₩°"'+)\]]/u;
/** Between two letters these make one word of two. */
const JOINING = /[-'&/.+]/;
const OPENING = /[\s"'¿¡(*•>-]/;
const GAP = /[\s,;:.!?…–—、，。；：！？~-]/;
const SIGN = /[,;:.!?…–—、，。；：！？]|\s-/;

/** The phrases of all languages, found at either end of a text by its first and last word. */
export class Frames {
  readonly #heads = new Map<string, Phrase[]>();
  readonly #ends = new Map<string, Phrase[]>();

  constructor({ vocabularies, sources }: Knowledge) {
    for (const vocabulary of vocabularies) {
      const { frames, smalltalk } = vocabulary;
      for (const entry of [...frames.around, ...courtesies(smalltalk.thanks)]) this.#add(entry, vocabulary, true, true);
      for (const entry of [...frames.before, ...courtesies(smalltalk.greeting)])
        this.#add(entry, vocabulary, true, false);
      for (const entry of frames.behind) this.#add(entry, vocabulary, false, true);
      for (const entry of frames.today) this.#add(entry, vocabulary, true, true, { today: true });
      for (const { id, called } of sources.values())
        if (called.length > 0)
          for (const entry of frames.citing) this.#add(entry, vocabulary, true, true, { source: id }, called);
    }
  }

  #add(
    entry: string,
    { frames }: Vocabulary,
    before: boolean,
    behind: boolean,
    says: Partial<Phrase> = {},
    source: readonly string[] = [],
  ): void {
    const phrase = { ...phraseOf(entry, { ...frames.slots, source }), ...says };
    const note = (index: Map<string, Phrase[]>, words: readonly string[], wordOf: (text: string) => string): void => {
      for (const word of new Set(words.map(wordOf))) {
        const phrases = index.get(word);
        if (phrases) phrases.push(phrase);
        else index.set(word, [phrase]);
      }
    };
    if (before) note(this.#heads, phrase.parts[0] ?? [], (words) => wordFrom(words, 0));
    if (behind) note(this.#ends, phrase.parts.at(-1) ?? [], (words) => wordTo(words, words.length));
  }

  /** The question alone; undefined where nothing stands around it, or nothing else is said. */
  without(text: string): Bare | undefined {
    const folded = fold(text);
    // Where folding changed the length, the folded text is what is cut: names are compared in that form anyhow.
    const whole = folded.length === text.trim().length ? text.trim() : folded;
    let [from, to] = [0, folded.length];
    let today = false;
    const sources = new Set<string>();
    let left = MOST;
    for (; left > 0; left--) {
      const head = this.#head(folded, from, to);
      if (head) from = head.at;
      const end = this.#end(folded, from, to);
      if (end) to = end.at;
      for (const edge of [head, end]) {
        today ||= edge?.phrase.today === true;
        for (const source of edge?.sources ?? []) sources.add(source);
      }
      if (!head && !end) break;
    }
    if (left === MOST) return undefined;
    const asks = to < folded.length && /[?？]\s*$/.test(folded) && !/[?？]$/.test(folded.slice(0, to)) ? '?' : '';
    return { text: `${whole.slice(from, to)}${asks}`, today, from, ...(sources.size > 0 ? { sources } : {}) };
  }

  #head(text: string, from: number, to: number): Edge | undefined {
    let start = from;
    while (start < to && !isLetter(text[start] as string) && OPENING.test(text[start] as string)) start++;
    const phrases = this.#heads.get(wordFrom(text, start));
    if (!phrases) return undefined;
    const found = phrases.flatMap((phrase): Found[] => {
      const end = phraseEnd(phrase.parts, 0, text, start);
      if (end < 0 || end >= to || !isApart(text, end)) return [];
      let at = end;
      while (at < to && GAP.test(text[at] as string)) at++;
      return at < to && (!phrase.signed || SIGN.test(text.slice(end, at))) && saysMore(text, at, to)
        ? [{ at, phrase }]
        : [];
    });
    // "Now who …" only leads on; what is said to be of today is meant so at the end.
    return edgeOf(found.sort((a, b) => b.at - a.at || Number(a.phrase.today) - Number(b.phrase.today)));
  }

  #end(text: string, from: number, to: number): Edge | undefined {
    let end = to;
    while (end > from && !isLetter(text[end - 1] as string) && !OF_WORD.test(text[end - 1] as string)) end--;
    const phrases = this.#ends.get(wordTo(text, end));
    if (!phrases) return undefined;
    const found = phrases.flatMap((phrase): Found[] => {
      const start = phraseStart(phrase.parts, phrase.parts.length - 1, text, end);
      if (start <= from || !isApart(text, start)) return [];
      let at = start;
      while (at > from && GAP.test(text[at - 1] as string) && !/[?!？！]/.test(text[at - 1] as string)) at--;
      return at > from && (!phrase.signed || SIGN.test(text.slice(at - 1, start))) && saysMore(text, from, at)
        ? [{ at, phrase }]
        : [];
    });
    return edgeOf(found.sort((a, b) => a.at - b.at));
  }
}

function edgeOf(found: readonly Found[]): Edge | undefined {
  const [first] = found;
  const sources = found.flatMap(({ at, phrase: { source } }) => (at === first?.at && source ? [source] : []));
  return first && { ...first, sources };
}

/** Thanks and greetings around a question are none that a figure or a lone character could be read for ("2020 3q"). */
const courtesies = (phrases: readonly string[] = []): string[] =>
  phrases.filter((phrase) => !/\d/.test(phrase) && [...phrase].length > 1);

function phraseOf(entry: string, slots: Frame['slots']): Phrase {
  const signed = /^,|[,:]$/.test(entry);
  const parts = fold(entry.replace(/^,\s*|[,:]$/g, ''))
    .split(SLOT)
    .map((part, at) => (at % 2 === 0 ? [part] : (slots[part] ?? []).map(fold)))
    .filter((words) => words.some((word) => word !== ''));
  return { parts, signed, today: false };
}

/** The word that begins at a place, of Han the character. */
function wordFrom(text: string, start: number): string {
  let end = start;
  while (end < text.length && isLetter(text[end] as string) && !isHan(text[end] as string)) end++;
  return text.slice(start, end > start ? end : start + 1);
}

/** The word that ends at a place, of Han the character. */
function wordTo(text: string, end: number): string {
  let start = end;
  while (start > 0 && isLetter(text[start - 1] as string) && !isHan(text[start - 1] as string)) start--;
  return text.slice(start < end ? start : Math.max(end - 1, 0), end);
}

/** The farthest end of a phrase that begins at a place; -1 where it does not stand there. */
function phraseEnd(parts: Phrase['parts'], part: number, text: string, start: number): number {
  const words = parts[part];
  if (!words) return start;
  let farthest = -1;
  for (const word of words)
    if (text.startsWith(word, start))
      farthest = Math.max(farthest, phraseEnd(parts, part + 1, text, start + word.length));
  return farthest;
}

/** The farthest beginning of a phrase that ends at a place; -1 where it does not stand there. */
function phraseStart(parts: Phrase['parts'], part: number, text: string, end: number): number {
  const words = parts[part];
  if (!words) return end;
  let farthest = -1;
  for (const word of words)
    if (end >= word.length && text.endsWith(word, end)) {
      const start = phraseStart(parts, part - 1, text, end - word.length);
      if (start >= 0 && (farthest < 0 || start < farthest)) farthest = start;
    }
  return farthest;
}

/** No word goes on over a place, be it over a hyphen ("hi-res"); Han is written without blanks. */
function isApart(text: string, at: number): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at]];
  if (isHan(before) || isHan(after)) return true;
  const isJoined = (sign: string, letter: string | undefined): boolean =>
    JOINING.test(sign) && LETTER.test(letter ?? '');
  return !(
    (LETTER.test(before) && LETTER.test(after)) ||
    isJoined(after, text[at + 1]) ||
    isJoined(before, text[at - 2])
  );
}

const saysMore = (text: string, from: number, to: number): boolean => LETTER.test(text.slice(from, to));
