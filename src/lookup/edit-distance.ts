// How many slips of the keyboard lie between two words.

/** Words are short; longer ones are never compared. In letters. */
const MAX_WORD = 64;

let before = new Uint8Array(MAX_WORD + 1);
let last = new Uint8Array(MAX_WORD + 1);
let row = new Uint8Array(MAX_WORD + 1);

/**
 * Damerau-Levenshtein distance of two words (a swap of neighbours counts one), or `limit + 1` once it is larger.
 * @param open `b` is compared by whichever beginning of it is nearest: `a` may still be being typed
 */
export function editDistance(a: string, b: string, limit: number, open = false): number {
  if (limit === 1) return upToOne(a, b, open);
  if (a === b) return 0;
  // What both begin or end with is the same however the rest differs.
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  if (!open)
    while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  return distance(a.slice(start, a.length - end), b.slice(start, b.length - end), limit, open);
}

/** The same with a limit of one, by letters alone: 0, 1 or, for more, 2. */
function upToOne(a: string, b: string, open: boolean): number {
  if (a.length - b.length > 1 || (!open && b.length - a.length > 1)) return 2;
  const shorter = a.length < b.length ? a.length : b.length;
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (at === a.length && (open || at === b.length)) return 0;
  // One too many, one too few, one for another, or two swapped: then the rest is the same.
  if (isRest(a, at + 1, b, at, open)) return 1;
  if (at >= b.length) return 2;
  if (isRest(a, at, b, at + 1, open) || isRest(a, at + 1, b, at + 1, open)) return 1;
  const swapped = a.charCodeAt(at) === b.charCodeAt(at + 1) && a.charCodeAt(at + 1) === b.charCodeAt(at);
  return swapped && isRest(a, at + 2, b, at + 2, open) ? 1 : 2;
}

/** Is `a` from one place the same as `b` from another, or with `open` the beginning of that? */
function isRest(a: string, from: number, b: string, other: number, open: boolean): boolean {
  const length = a.length - from;
  if (length < 0 || (open ? length > b.length - other : length !== b.length - other)) return false;
  for (let at = 0; at < length; at++) if (a.charCodeAt(from + at) !== b.charCodeAt(other + at)) return false;
  return true;
}

function distance(a: string, b: string, limit: number, open: boolean): number {
  if (a.length > MAX_WORD) return limit + 1;
  // Of a word still being typed, no more than this can matter.
  const width = open ? Math.min(b.length, a.length + limit) : b.length;
  if (width > MAX_WORD || a.length - width > limit || width - a.length > limit) return limit + 1;
  for (let j = 0; j <= width; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= width; j++) {
      const same = letter === b.charCodeAt(j - 1) ? 0 : 1;
      let value = (last[j - 1] as number) + same;
      const dropped = (last[j] as number) + 1;
      const added = (row[j - 1] as number) + 1;
      if (dropped < value) value = dropped;
      if (added < value) value = added;
      if (
        same === 1 &&
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        const swapped = (before[j - 2] as number) + 1;
        if (swapped < value) value = swapped;
      }
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    const spare = before;
    before = last;
    last = row;
    row = spare;
  }
  if (!open) return Math.min(last[width] as number, limit + 1);
  let best = limit + 1;
  for (let j = 0; j <= width; j++) best = Math.min(best, last[j] as number);
  return best;
}
