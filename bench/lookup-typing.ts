// How people mistype: one letter lost, doubled, swapped with the next, hit beside. The same at every run.

export type Random = () => number;
export const pickFrom = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const DIGITS = '1234567890';

/** The key beside a letter. */
function beside(letter: string, random: Random): string {
  const row = ROWS.find((keys) => keys.includes(letter)) ?? 'aeiou';
  const at = row.indexOf(letter) + (random() < 0.5 ? -1 : 1);
  return row[at] ?? row[row.indexOf(letter) === 0 ? 1 : row.length - 2] ?? 'e';
}

/** One slip somewhere in a word. */
function mistype(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  const [before, letter, after] = [word.slice(0, at), word[at] as string, word.slice(at + 1)];
  const kind = random();
  if (kind < 0.3) return before + after;
  if (kind < 0.5) return before + letter + letter + after;
  if (kind < 0.75 && after !== '' && after[0] !== letter) return before + after[0] + letter + after.slice(1);
  return before + beside(letter, random) + after;
}

/** So many slips, each in another word of `least` letters, or two in a long one; undefined where there is no place for them. */
export function mistypeIn(text: string, slips: 1 | 2, least: number, random: Random): string | undefined {
  const words = text.split(' ');
  const able = [...words.keys()].filter(
    (at) => /^[a-z]+$/.test(words[at] as string) && (words[at] as string).length >= least,
  );
  const chosen = able[Math.floor(random() * able.length)];
  if (chosen === undefined) return undefined;
  const others = able.filter((at) => at !== chosen);
  const second = slips === 1 ? undefined : others.length > 0 ? pickFrom(others, random) : chosen;
  if (second === chosen && (words[chosen] as string).length < LONG) return undefined;
  for (const at of [chosen, second]) if (at !== undefined) words[at] = mistype(words[at] as string, random);
  return words.join(' ');
}
const LONG = 8;

/** One slip in a number: mostly the key beside, else a digit doubled, swapped or lost; undefined where there is none. */
export function mistypeNumber(text: string, random: Random): string | undefined {
  const numbers = [...text.matchAll(/\d+/g)];
  if (numbers.length === 0) return undefined;
  const { 0: number, index } = pickFrom(numbers, random);
  const at = Math.floor(random() * number.length);
  const digit = number[at] as string;
  const kind = random();
  const key = DIGITS.indexOf(digit);
  const other = DIGITS[key + (random() < 0.5 ? -1 : 1)] ?? (key === 0 ? '2' : '9');
  let wrong = number.slice(0, at) + other + number.slice(at + 1);
  if (kind > 0.6) wrong = number.slice(0, at) + digit + number.slice(at);
  if (kind > 0.75 && number.length > 1) wrong = [...number].reverse().join('');
  if (kind > 0.9 && number.length > 1) wrong = number.slice(0, at) + number.slice(at + 1);
  if (wrong === number || wrong.startsWith('0')) return undefined;
  return text.slice(0, index) + wrong + text.slice(index + number.length);
}
