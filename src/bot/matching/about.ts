// A question that says all that a fact is about is a question for that fact, whatever else has the same words.
import type { Fact, Knowledge } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import type { Query } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';

/** What a fact gains by it. Tuned on the project's golden questions. */
const SAID = 0.25;
/** Of facts that trail the best by no more, and of so many at most. */
const CLOSE = 0.5;
const MOST_CLOSE = 16;
/** Fewer words are said by chance; in Chinese, fewer characters. */
const FEWEST = { en: 3, zh: 6 };

type Scored = { readonly fact: Fact; readonly score: number };
type Words = Readonly<Record<'en' | 'zh', readonly string[]>>;

const wordsOf = new WeakMap<Fact, Words>();
const plain = new WeakMap<Knowledge, ReadonlySet<string>>();

const keysIn = (text: string): string[] => tokenize(text).map(({ key }) => key);

/** Words that tell one fact from another in nothing: grammar, and the name of the company that all is about. */
function plainWords({ knowledge, root }: Context): ReadonlySet<string> {
  const known = plain.get(knowledge);
  if (known) return known;
  const names = Object.values(knowledge.subjects.get(root)?.names ?? {});
  const grammar = knowledge.vocabularies.flatMap((one) => [...one.function, ...Object.values(one.questions).flat()]);
  const words = new Set([...names, ...grammar].map(keysIn).flatMap((keys) => (keys.length === 1 ? keys : [])));
  plain.set(knowledge, words);
  return words;
}

function tellingWords(fact: Fact, context: Context): Words {
  const known = wordsOf.get(fact);
  if (known) return known;
  const dull = plainWords(context);
  const told = (text = ''): string[] => [...new Set(keysIn(text))].filter((key) => !dull.has(key));
  const words = { en: told(fact.about?.en), zh: told(fact.about?.zh) };
  wordsOf.set(fact, words);
  return words;
}

/** The matches, best first, with those before others whose whole `about` the question says. */
export function saidInFull<T extends Scored>(
  matches: readonly T[],
  { text, language, operators }: Query,
  context: Context,
  order: (a: T, b: T) => number,
): readonly T[] {
  const [best] = matches;
  // Of two things that are set against one another, each says what a fact of one is about.
  if (!best || operators.has('compare') || operators.has('difference')) return matches;
  const close = matches.slice(0, MOST_CLOSE).filter(({ score }) => score >= best.score - CLOSE);
  if (close.length < 2) return matches;
  const said = new Set(keysIn(text));
  const told = language === 'zh' ? 'zh' : 'en';
  const raised = close.map((match) => {
    const words = tellingWords(match.fact, context)[told];
    const isSaid = words.length >= FEWEST[told] && words.every((key) => said.has(key));
    return isSaid ? { ...match, score: match.score + SAID } : match;
  });
  return [...raised.sort(order), ...matches.slice(close.length)];
}
