// Mends the words of a question before it is read: mistyped ones, and those that run into one another.
import type { Context } from '../context.ts';
import { LONGEST_WORD, stem, type Token } from './tokens.ts';

/** A shorter word is a slip of too many others. */
const LONG = 6;

/** Mends mistyped words; a token with a digit in or at it is never touched: it tells siblings apart. */
export function mend(tokens: readonly Token[], context: Context): Token[] {
  return tokens.flatMap((token, index): Token[] => {
    if (token.kind !== 'word' || token.word.length > LONGEST_WORD) return [token];
    if (context.isKnown(token.word)) return [isWordBehind(tokens, index, context) ? { ...token, glued: false } : token];
    if (tokens[index + 1]?.glued && tokens[index + 1]?.kind === 'number' && token.word.length < 5) return [token];
    const meant = context.respell(token.word);
    // One slip is likelier than two words run into one ("carging").
    const isSlip = token.word.length >= LONG && meant !== undefined;
    const split = splitRun(tokens, index, context) ?? (isSlip ? undefined : splitGlued(token.word, context));
    if (split)
      return split.map((word, part) => ({
        ...token,
        word,
        key: stem(word),
        glued: part > 0 || token.glued,
        stop: part === 0 && token.stop,
        comma: part === 0 && token.comma,
      }));
    // One letter more than a name is another model ("NFCT"), not a slip.
    if (isNameAndLetter(token.word, meant, context)) return [token];
    if (/[^s]s$/.test(token.word) && context.isKnown(token.word.slice(0, -1))) return [token];
    return meant ? [{ ...token, word: meant, key: stem(meant) }] : [token];
  });
}

/** "NFCT"; but "curvd" lacks a letter of a name. */
function isNameAndLetter(word: string, meant: string | undefined, { annotator }: Context): boolean {
  if (word.at(-1) === word.at(-2) || !annotator.isName(word.slice(0, -1))) return false;
  return meant === undefined || meant.length <= word.length || !annotator.isName(meant);
}

/** "Redmi9NFC": a whole word that sticks to a known name stands by itself. */
function isWordBehind(tokens: readonly Token[], index: number, { annotator }: Context): boolean {
  const [name, number, token] = [tokens[index - 2], tokens[index - 1], tokens[index] as Token];
  if (!token.glued || token.word.length < 3 || number?.kind !== 'number' || !number.glued || !name) return false;
  return annotator.named(name.word + number.word).length > 0;
}

/** "红米9ACPU" → 红米9A + CPU: where blanks are not written, the letter of a model and the next word. */
function splitRun(tokens: readonly Token[], index: number, context: Context): [string, string] | undefined {
  const { word, glued } = tokens[index] as Token;
  const [name, number] = [tokens[index - 2], tokens[index - 1]];
  const isRun = glued && number?.kind === 'number' && name?.kind === 'character' && word.length > 3;
  return isRun && context.isKnown(word.slice(1)) ? [word.slice(0, 1), word.slice(1)] : undefined;
}

/** "redminote" → redmi + note: two known words written as one. */
function splitGlued(word: string, context: Context): [string, string] | undefined {
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    if (!context.isKnown(head) || !context.isKnown(tail)) continue;
    if (context.annotator.isName(head) || context.annotator.named(`${head} ${tail}`).length > 0) return [head, tail];
  }
  return undefined;
}
