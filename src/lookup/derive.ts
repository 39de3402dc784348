// What the names themselves tell about their words: which are brands, which make one product another, how a brand is spelled in
// other scripts. Nothing of it needs to be listed by hand.
import { bagHash, wordHash } from './catalogue.ts';
import { NO_WORD, WORD } from './contract.ts';
import { type Buckets, bucketOf, type Lists, lengthAt, Numbers, packBuckets, packLists } from './packed.ts';
import { isHan, isNumber } from './pieces.ts';

/** A spelling in another script counts when so many names bear it out. */
const LEAST_VOTES = 2;
/** Without its brand, a name must have so many pieces left to tell it. */
const LEAST_BRANDLESS = 2;

const setFlag = (flags: Uint8Array, word: number, flag: number): void => {
  flags[word] = (flags[word] as number) | flag;
};

/** Which words are numbers or letters, which are part of longer names, and which begin full ones. */
export function flagPlain(
  { values, starts }: Lists,
  first: Uint8Array,
  words: readonly string[],
  flags: Uint8Array,
): void {
  words.forEach((word, index) => {
    if (isNumber(word)) setFlag(flags, index, WORD.number);
    else if (word.length === 1 && !isHan(word)) setFlag(flags, index, WORD.letter);
  });
  for (let name = 0; name < first.length; name++) {
    const start = starts[name] as number;
    const end = starts[name + 1] as number;
    if (end - start < 2 || first[name] === 2) continue;
    for (let at = start; at < end; at++) setFlag(flags, values[at] as number, WORD.common);
    const brand = values[start] as number;
    if (first[name] === 1 && !isNumber(words[brand] as string)) setFlag(flags, brand, WORD.brand);
  }
}

/** A word is a mark where a name without it is another product's name. */
export function flagMarks(
  pieces: Lists,
  owners: Uint32Array,
  hashes: Uint32Array,
  bags: Buckets,
  flags: Uint8Array,
): void {
  const { values, starts } = pieces;
  for (let name = 0; name < owners.length; name++) {
    const start = starts[name] as number;
    const end = starts[name + 1] as number;
    // The brand tells products apart as well, but is no mark of a model.
    for (let at = start + 1; at < end; at++) {
      const word = values[at] as number;
      if (((flags[word] as number) & WORD.mark) !== 0) continue;
      const rest = ((hashes[name] as number) - wordHash(word)) >>> 0;
      const bucket = bucketOf(bags, rest);
      for (let place = bags.starts[bucket] as number; place < (bags.starts[bucket + 1] as number); place++) {
        const other = bags.values[place] as number;
        if (hashes[other] === rest && owners[other] !== owners[name] && lengthAt(pieces, other) === end - start - 1)
          setFlag(flags, word, WORD.mark);
      }
    }
  }
}

/**
 * How words are spelled in another script, told by the items that have a name in both, piece for piece with the same numbers.
 * @param first per name, whether it is its item's first
 */
export function spellings(
  pieces: Lists,
  owners: Uint32Array,
  first: Uint8Array,
  words: readonly string[],
  items: number,
): Uint32Array {
  const { values, starts } = pieces;
  const firstOf = new Uint32Array(items).fill(NO_WORD);
  for (let name = 0; name < owners.length; name++) if (first[name] === 1) firstOf[owners[name] as number] = name;
  const votes = new Map<number, Map<number, number>>();
  const isForeign = words.map((word) => word.charCodeAt(0) > 0x2ff && !isHan(word));
  for (let name = 0; name < owners.length; name++) {
    const full = firstOf[owners[name] as number] as number;
    const start = starts[name] as number;
    const fullStart = starts[full] as number;
    const size = lengthAt(pieces, name);
    if (first[name] === 1 || size !== lengthAt(pieces, full)) continue;
    let agree = true;
    for (let at = 0; agree && at < size; at++) {
      const [own, other] = [values[start + at] as number, values[fullStart + at] as number];
      agree = own === other || (isForeign[own] === true && !isNumber(words[other] as string));
    }
    for (let at = 0; agree && at < size; at++) {
      const [own, other] = [values[start + at] as number, values[fullStart + at] as number];
      if (own === other) continue;
      const cast = votes.get(own) ?? new Map<number, number>();
      votes.set(own, cast.set(other, (cast.get(other) ?? 0) + 1));
    }
  }
  const spells = new Uint32Array(words.length).fill(NO_WORD);
  for (const [word, cast] of votes) {
    const total = [...cast.values()].reduce((sum, count) => sum + count, 0);
    for (const [meant, count] of cast) if (count >= LEAST_VOTES && count * 2 > total) spells[word] = meant;
  }
  return spells;
}

/**
 * Names by their words without the brand that they begin with. A brand is one word, two Han characters, or as well two words where
 * the first is never without the second.
 */
export function packBrandless(
  { values, starts }: Lists,
  first: Uint8Array,
  words: readonly string[],
  flags: Uint8Array,
): Buckets {
  const seconds = new Map<number, number>();
  for (let name = 0; name < first.length; name++) {
    const [brand, second] = [values[starts[name] as number] as number, values[(starts[name] as number) + 1] as number];
    if (first[name] !== 1 || ((flags[brand] as number) & WORD.brand) === 0) continue;
    const always = seconds.get(brand) ?? second;
    seconds.set(brand, always === second && !isNumber(words[second] as string) ? second : NO_WORD);
  }
  const hashes = new Numbers();
  const names = new Numbers();
  for (let name = 0; name < first.length; name++) {
    const start = starts[name] as number;
    const end = starts[name + 1] as number;
    const brand = values[start] as number;
    const add = (length: number): void => {
      if (end - start - length < LEAST_BRANDLESS) return;
      hashes.push(bagHash(values.subarray(start + length, end)));
      names.push(name);
    };
    if (isHan(words[brand] as string)) add(2);
    else if (((flags[brand] as number) & WORD.brand) !== 0) {
      add(1);
      if (seconds.get(brand) === values[start + 1]) add(2);
    }
  }
  return packBuckets(hashes.packed(), names.packed());
}

/** Per word, the names that hold it, each once. */
export function packPostings({ values, starts }: Lists, words: number): Lists {
  const held = new Numbers();
  const names = new Numbers();
  for (let name = 0; name + 1 < starts.length; name++) {
    const start = starts[name] as number;
    const end = starts[name + 1] as number;
    for (let at = start; at < end; at++) {
      const word = values[at] as number;
      if (values.subarray(start, at).includes(word)) continue;
      held.push(word);
      names.push(name);
    }
  }
  return packLists(held.packed(), words, 0xffffffff, names.packed());
}
