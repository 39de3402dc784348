// Builds the index of a list of named things, once: see contract.ts for what it holds.
import { bagHash, nameHash } from './catalogue.ts';
import { type LookupData, type Named, WORD } from './contract.ts';
import { flagMarks, flagPlain, packBrandless, packPostings, spellings } from './derive.ts';
import { hashText, Numbers, packBuckets, packTexts } from './packed.ts';
import { glue, piecesOf } from './pieces.ts';
import { buildSlips } from './slips.ts';
import { buildSorted } from './sorted.ts';

/** All names in the order of the list: `words` are numbered as they were met. */
type Raw = {
  readonly texts: string[];
  readonly owners: Numbers;
  readonly starts: Numbers;
  readonly pieces: Numbers;
  readonly words: Map<string, number>;
  /** Per name: is it its item's first (1), another (0), or a code such as a model number (2)? */
  readonly first: Numbers;
};

/** Letters and digits without a blank: its pieces are no words. */
const isCode = (name: string, pieces: readonly string[]): boolean => pieces.length > 1 && /^[a-z0-9]+$/i.test(name);

function readNames(items: readonly Named[]): Raw {
  const raw: Raw = {
    texts: [],
    owners: new Numbers(),
    starts: new Numbers(),
    pieces: new Numbers(),
    words: new Map(),
    first: new Numbers(),
  };
  raw.starts.push(0);
  items.forEach(({ names }, item) => {
    const own: string[] = [];
    for (const name of names) {
      const pieces = piecesOf(name);
      const glued = glue(pieces);
      if (glued === '' || own.includes(glued)) continue;
      for (const piece of pieces) {
        let word = raw.words.get(piece);
        if (word === undefined) {
          word = raw.words.size;
          raw.words.set(piece, word);
        }
        raw.pieces.push(word);
      }
      raw.first.push(own.length === 0 ? 1 : isCode(name, pieces) ? 2 : 0);
      own.push(glued);
      raw.texts.push(glued);
      raw.owners.push(item);
      raw.starts.push(raw.pieces.length);
    }
  });
  return raw;
}

/**
 * The names best first: fewest pieces, then full ones, then shortest, then in the order of the list. An alias is no better than
 * the full name that it stands for, or codenames would be offered before anything.
 */
function bestFirst(texts: readonly string[], starts: Uint32Array, first: Uint32Array): Uint32Array {
  const keys = new Float64Array(texts.length);
  let full = 0;
  texts.forEach((text, name) => {
    const own = (starts[name + 1] as number) - (starts[name] as number);
    if (first[name] === 1) full = own;
    const alias = first[name] === 1 ? 0 : 1;
    keys[name] = ((Math.max(own, full) * 2 + alias) * 128 + Math.min(127, text.length)) * 2 ** 32 + name;
  });
  return Uint32Array.from(keys.sort(), (key) => key % 2 ** 32);
}

/** @param items what is to be found, by the names that it goes by */
export function buildLookup(items: readonly Named[]): LookupData {
  const raw = readNames(items);
  const rawStarts = raw.starts.packed();
  const rawPieces = raw.pieces.packed();
  const rawOwners = raw.owners.packed();
  const rawFirst = raw.first.packed();
  const sortedWords = [...raw.words.keys()].sort();
  const renumbered = new Uint32Array(sortedWords.length);
  sortedWords.forEach((word, number) => {
    renumbered[raw.words.get(word) as number] = number;
  });
  const order = bestFirst(raw.texts, rawStarts, rawFirst);
  const texts: string[] = [];
  const owners = new Uint32Array(order.length);
  const first = new Uint8Array(order.length);
  const starts = new Uint32Array(order.length + 1);
  const values = new Uint32Array(rawPieces.length);
  let filled = 0;
  order.forEach((old, name) => {
    texts.push(raw.texts[old] as string);
    owners[name] = rawOwners[old] as number;
    first[name] = rawFirst[old] as number;
    for (let at = rawStarts[old] as number; at < (rawStarts[old + 1] as number); at++)
      values[filled++] = renumbered[rawPieces[at] as number] as number;
    starts[name + 1] = filled;
  });
  const pieces = { values, starts };
  const flags = new Uint8Array(sortedWords.length);
  flagPlain(pieces, first, sortedWords, flags);
  const bagHashes = new Uint32Array(order.length);
  for (let name = 0; name < order.length; name++)
    bagHashes[name] = bagHash(values.subarray(starts[name], starts[name + 1]));
  const bags = packBuckets(bagHashes);
  flagMarks(pieces, owners, bagHashes, bags, flags);
  return {
    words: packTexts(sortedWords),
    wordsByHash: packBuckets(Uint32Array.from(sortedWords, (word) => hashText(word))),
    flags,
    spells: spellings(pieces, owners, first, sortedWords, items.length),
    slips: buildSlips(sortedWords, (word) => ((flags[word] as number) & WORD.common) !== 0),
    names: packTexts(texts),
    namesByHash: packBuckets(Uint32Array.from(texts, nameHash)),
    sorted: buildSorted(texts),
    owners,
    pieces,
    bags,
    brandless: packBrandless(pieces, first, sortedWords, flags),
    postings: packPostings(pieces, sortedWords.length),
  };
}
