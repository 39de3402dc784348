// Plain typed arrays that a hundred thousand names fit in: packed texts, lists of lists, and hash buckets. All of it can be
// serialized as it is, and used without being unpacked.

/** Many texts in one array: text `i` is `chars[starts[i]] … chars[starts[i + 1] - 1]`, in UTF-16 units. */
export type Texts = { readonly chars: Uint16Array; readonly starts: Uint32Array };
/** Many lists in one array: list `i` is `values[starts[i]] … values[starts[i + 1] - 1]`. */
export type Lists = { readonly values: Uint32Array; readonly starts: Uint32Array };

export function packTexts(texts: readonly string[]): Texts {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, index) => {
    starts[index + 1] = (starts[index] as number) + text.length;
  });
  const chars = new Uint16Array(starts[texts.length] as number);
  let at = 0;
  for (const text of texts) for (let index = 0; index < text.length; index++) chars[at++] = text.charCodeAt(index);
  return { chars, starts };
}

const countOf = ({ starts }: Texts | Lists): number => starts.length - 1;

export function textAt({ chars, starts }: Texts, index: number): string {
  const end = starts[index + 1] as number;
  let text = '';
  for (let at = starts[index] as number; at < end; at++) text += String.fromCharCode(chars[at] as number);
  return text;
}

export const lengthAt = ({ starts }: Texts | Lists, index: number): number =>
  (starts[index + 1] as number) - (starts[index] as number);

/** Is a text this, or this part of it? */
export function isTextAt({ chars, starts }: Texts, index: number, text: string, from = 0, to = text.length): boolean {
  const start = starts[index] as number;
  if ((starts[index + 1] as number) - start !== to - from) return false;
  for (let at = from; at < to; at++) if (chars[start + at - from] !== text.charCodeAt(at)) return false;
  return true;
}

/** As `isTextAt`, but blanks of the packed text may be missing in the other, not the other way round. */
export function isTextJoined({ chars, starts }: Texts, index: number, text: string): boolean {
  const end = starts[index + 1] as number;
  let at = starts[index] as number;
  for (let other = 0; other < text.length; other++, at++) {
    if (chars[at] === BLANK && text.charCodeAt(other) !== BLANK) at += 1;
    if (at >= end || chars[at] !== text.charCodeAt(other)) return false;
  }
  return at === end;
}
const BLANK = 32;

/** So many letters were found the same by the last `comparePrefix`. */
let same = 0;

/**
 * Below zero where the text sorts before `prefix`, zero where it begins with it, else above zero.
 * @param from so many letters are known to be the same
 */
function comparePrefix({ chars, starts }: Texts, index: number, prefix: string, from: number): number {
  const start = starts[index] as number;
  const length = (starts[index + 1] as number) - start;
  for (let at = from; at < prefix.length; at++) {
    same = at;
    if (at >= length) return -1;
    const difference = (chars[start + at] as number) - prefix.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  same = prefix.length;
  return 0;
}

/** From the first place to before the second. */
export type Stretch = readonly [start: number, end: number];

/**
 * Where, in texts sorted by `order`, those that begin with `prefix` start and end: twice the same where there are none.
 * @param from with `count`: where to look
 * @param shared with so many letters of it all texts there begin
 */
export function prefixRange(
  texts: Texts,
  prefix: string,
  order?: Uint32Array,
  from = 0,
  count = countOf(texts),
  shared = 0,
): Stretch {
  if (prefix.length === shared) return [from, count];
  const compare = (at: number, known: number): number =>
    comparePrefix(texts, order ? (order[at] as number) : at, prefix, known);
  // A stretch that is known to begin nearly so mostly begins so throughout.
  if (shared > 0 && compare(from, shared) === 0 && compare(count - 1, shared) === 0) return [from, count];
  let start = from;
  // What the texts on both sides of the place that is looked for begin with, those between them begin with, too.
  let below = shared;
  let above = shared;
  let found = false;
  for (let high = count; start < high; ) {
    const middle = (start + high) >>> 1;
    const difference = compare(middle, below < above ? below : above);
    if (difference < 0) {
      start = middle + 1;
      below = same;
    } else {
      high = middle;
      above = same;
      if (difference === 0) found = true;
    }
  }
  if (!found) return [start, start];
  // Most stretches are short: the end is looked for in strides that double.
  let stride = 1;
  while (start + stride < count && compare(start + stride, shared) === 0) stride *= 2;
  let end = start + (stride >>> 1) + 1;
  for (let high = Math.min(count, start + stride); end < high; ) {
    const middle = (end + high) >>> 1;
    if (compare(middle, shared) === 0) end = middle + 1;
    else high = middle;
  }
  return [start, end];
}

/** 32 bits of a text, or of a part of it. @param without the code of a letter that is passed over */
export function hashText(text: string, without = -1, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== without) hash = Math.imul(hash ^ code, 0x01000193);
  }
  return scramble(hash);
}

/** Spreads a number over 32 bits. */
export function scramble(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Numbers by hash. A bucket may hold others as well: whoever reads it compares. The number of buckets is a power of two. */
export type Buckets = Lists;

/** @param ids what to file, one for each hash; without it, the place of the hash. */
export function packBuckets(hashes: Uint32Array, ids?: Uint32Array): Buckets {
  let size = 1;
  while (size < hashes.length) size *= 2;
  return packLists(hashes, size, size - 1, ids);
}

/** Lists `0 … count - 1` of what belongs to each key; within a list in the order given. */
export function packLists(keys: Uint32Array, count: number, mask = 0xffffffff, ids?: Uint32Array): Lists {
  const starts = new Uint32Array(count + 1);
  for (const key of keys) starts[((key & mask) >>> 0) + 1] = (starts[((key & mask) >>> 0) + 1] as number) + 1;
  for (let index = 0; index < count; index++)
    starts[index + 1] = (starts[index + 1] as number) + (starts[index] as number);
  const next = starts.slice(0, count);
  const values = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const key = ((keys[index] as number) & mask) >>> 0;
    const at = next[key] as number;
    values[at] = ids ? (ids[index] as number) : index;
    next[key] = at + 1;
  }
  return { values, starts };
}

export const bucketOf = ({ starts }: Buckets, hash: number): number => (hash & (starts.length - 2)) >>> 0;

/** Sorts in place; most lists here have two or three entries, which takes less than it takes to call the engine's own. */
export function sortFew<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > FEW) return list.sort(compare);
  for (let next = 1; next < list.length; next++) {
    const entry = list[next] as T;
    let place = next;
    for (; place > 0 && compare(list[place - 1] as T, entry) > 0; place--) list[place] = list[place - 1] as T;
    list[place] = entry;
  }
  return list;
}
const FEW = 12;

/** An array of numbers that grows. */
export class Numbers {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  /** What was pushed, in an array of its own. */
  packed(): Uint32Array {
    return this.#values.slice(0, this.length);
  }
}
