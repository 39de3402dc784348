// "With Android 11", "with FHD+", "running Android TV": conditions that name a value, which a product meets by that value alone.
import type { Fact, Value } from '../../knowledge/model.ts';
import { fold, HAN } from '../../knowledge/text.ts';
import type { Context } from '../context.ts';
import { keysOf } from '../matching/evidence.ts';
import { measure } from '../reading/measure.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import { type Scan, scanOf } from './meeting.ts';

/** A term of a question about many, with the plain figure that stands right behind it. */
export type Condition = Term & { readonly figure?: number | undefined };

/** The conditions that terms set: "Wi-Fi 6" is no Wi-Fi, and a six of something else. */
export function withFigures(terms: readonly Term[], { spans }: Query): Condition[] {
  const spanOf = ({ at }: Term) => spans.find(({ start }) => start === at);
  const figureOf = (term: Term): number | undefined => {
    const { amount, pause } = (term.role === 'number' && spanOf(term)) || {};
    return amount?.unit === undefined && amount?.currency === undefined && !pause ? amount?.value : undefined;
  };
  const behind = (term: Term): Term | undefined =>
    term.role === 'number' ? undefined : terms.find(({ at }) => at === spanOf(term)?.end);
  const figures = new Map(terms.map((term) => [term, behind(term)]));
  const used = new Set([...figures.values()].filter((one) => one && figureOf(one) !== undefined));
  return terms.flatMap((term): Condition[] => {
    const figure = figures.get(term);
    const value = figure && figureOf(figure);
    return used.has(term) ? [] : [value === undefined ? term : { ...term, figure: value }];
  });
}

/** Of words that more facts hold, none is looked for in the values. */
const MANY = 2000;
/** A word of fewer letters is met by any value. */
const SHORT = 2;
/** A text of more characters describes. */
const BRIEF = 30;

/**
 * The values that a condition names: of several texts those that say its word, and those that have its figure. Undefined where
 * it names none; empty where no product has such a value.
 */
export function valuesNamed(condition: Condition, context: Context): Scan[] | undefined {
  const { figure, role, text, weight } = condition;
  if (figure !== undefined) {
    const words = new Set(tokenize(text).map(({ key }) => key));
    const isNamed = role === 'attribute';
    return scansOf(condition, context, (value) => hasFigure(value, words, figure, isNamed, context));
  }
  if (role !== 'content' || weight < CONDITION || text.length < SHORT) return undefined;
  const concepts = condition.keys.filter((key) => key.startsWith('c:'));
  const isOfProducts = (id: string): boolean => isOnly('product', context.holders.get(id));
  const scans = scansOf(
    condition,
    context,
    (value) => isBrief(value) && (says(value, text) || concepts.some((key) => conceptsIn(value, context).has(key))),
    isOfProducts,
  );
  // "In blue": what ends so ("Cobalt Blue"), where anything does, and not what it is but a part of ("low blue light").
  const heads = scans.filter(({ column: { values }, holds }) =>
    values.some((value, at) => holds[at] === 1 && endsIn(value, text)),
  );
  return scans.length === 0 ? undefined : heads.length > 0 ? heads : scans;
}

/** Does a part of the value's text end with the words? */
const endsIn = (value: Value, text: string): boolean =>
  textsOf(value).some((one) => one.split(/[,;(]/).some((part) => ` ${wordsOf(part)}`.endsWith(` ${text}`)));

/** The values that pass a test, of the attributes that a condition names or its word leads to. */
const scansOf = (
  condition: Condition,
  context: Context,
  test: (value: Value) => boolean,
  accept: (attribute: string) => boolean = () => true,
): Scan[] =>
  attributesOf(condition, context)
    .filter(accept)
    .flatMap((id) => {
      const column = context.columns.of(id);
      return scanOf(column, (at) => test(column.values[at] as Value)) ?? [];
    });

/** Does a condition name a value, or what a product has or has not, rather than tell something of it? */
export function namesValue(condition: Condition, context: Context): boolean {
  const { attributes } = context.knowledge;
  if (condition.role === 'attribute' && condition.figure !== undefined) return true;
  if (condition.role === 'attribute') {
    const ids = condition.keys.map((key) => key.slice(2));
    return (
      ids.some((id) => attributes.get(id)?.kind === 'boolean' && context.columns.of(id).places.length > 0) ||
      ids.some((id) => tellingValues(id, condition, context))
    );
  }
  return valuesNamed({ ...condition, figure: undefined }, context) !== undefined;
}

/** Does each condition name a value, or where one is: the "screens" of "OLED screens"? */
export function areValues(conditions: readonly Condition[], context: Context): boolean {
  const { attributes } = context.knowledge;
  const isGroup = ({ role, keys }: Condition): boolean =>
    role === 'attribute' && keys.some((key) => attributes.get(key.slice(2))?.kind === 'group');
  const values = conditions.filter((one) => namesValue(one, context));
  return values.length > 0 && conditions.every((one) => values.includes(one) || isGroup(one));
}

/** A condition as it was written. */
export const textOf = ({ text, figure }: Condition): string => (figure === undefined ? text : `${text} ${figure}`);

/** The attributes that a term names, else those of the facts that hold its words. */
function attributesOf({ role, keys, words }: Term, { knowledge, evidence }: Context): string[] {
  const named = role === 'attribute' ? keys.flatMap((key) => (key.startsWith('a:') ? [key.slice(2)] : [])) : [];
  if (named.length > 0) return withMembers(named, knowledge.attributes);
  const rarest = Math.min(...words.map((word) => evidence.count(word)));
  if (Math.max(...keys.map((key) => evidence.count(key)), words.length > 0 ? rarest : 0) > MANY) return [];
  const facts = evidence.reaching(keys, words);
  if (facts.length > MANY) return [];
  const ids = new Set(facts.map((index) => (knowledge.facts[index] as Fact).attribute));
  return [...ids].filter((id) => knowledge.attributes.get(id)?.general !== true);
}

/** Is it the label, or the last word of it: the "camera" of "rear camera"? A script without blanks tells no words: any part. */
const isHead = (text: string, label: string): boolean =>
  label === text || label.endsWith(` ${text}`) || (HAN.test(text) && label.includes(text));

/**
 * "With OLED": where the word is no label but stands in some values of the attribute, it is such a value that is asked for.
 */
export function tellingValues(id: string, { text }: Term, { knowledge, columns }: Context): Scan | undefined {
  const { kind, names } = knowledge.attributes.get(id) ?? {};
  if (kind !== 'text' && kind !== 'list') return undefined;
  if (Object.values(names ?? {}).some(([label]) => label !== undefined && isHead(text, fold(label)))) return undefined;
  const column = columns.of(id);
  const scan = (words: string): Scan | undefined =>
    scanOf(column, (value) => says(column.values[value] as Value, words));
  // "A fingerprint reader": where only a word of it stands in the values, and not in all of them.
  const whole = scan(text);
  if (whole || !text.includes(' ')) return whole;
  for (const word of text.split(' ')) {
    const found = word.length > BRIEF_WORD ? scan(word) : undefined;
    if (found?.holds.includes(0)) return found;
  }
  return undefined;
}
/** A word of fewer letters tells little. */
const BRIEF_WORD = 5;

const isOnly = <T>(one: T, held: ReadonlySet<T> = new Set()): boolean => held.size === 1 && held.has(one);

/** A name rather than a description. */
const isBrief = (value: Value): boolean => textsOf(value).every((text) => text.length <= BRIEF);

const textsOf = (value: Value): readonly string[] =>
  value.kind === 'text' ? [value.text.en] : value.kind === 'list' ? value.items.map(({ en }) => en) : [];

/**
 * Is the figure the value's own, or does it stand in its text, behind one of the words?
 * @param named whether the words name the attribute: a text that has none of them may then say only the figure
 */
function hasFigure(
  value: Value,
  words: ReadonlySet<string>,
  figure: number,
  named: boolean,
  { knowledge }: Context,
): boolean {
  if (value.kind !== 'text' && value.kind !== 'list' && !named) return false;
  if (value.kind === 'quantity') return value.min <= figure && figure <= value.max;
  const own = value.kind === 'date' ? undefined : measure(value, knowledge);
  if (own) return own.low <= figure && figure <= own.high;
  return textsOf(value).some((text) => {
    const tokens = tokenize(text);
    const isFree = named && !tokens.some(({ key }) => words.has(key));
    return tokens.some(
      ({ value: number }, at) => number === figure && (isFree || words.has(tokens[at - 1]?.key ?? '')),
    );
  });
}

const concepts = new WeakMap<Value, ReadonlySet<string>>();

/** What the words of a value mean: the keys of its concepts. */
function conceptsIn(value: Value, { annotator }: Context): ReadonlySet<string> {
  const known = concepts.get(value);
  if (known) return known;
  const spans = textsOf(value).flatMap((text) => annotator.annotate(tokenize(text)));
  const found = new Set(spans.flatMap(keysOf).filter((key) => key.startsWith('c:')));
  concepts.set(value, found);
  return found;
}

const wordsOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A value as it is called in Chinese, folded. */
const namesIn = (value: Value): readonly string[] => {
  const texts = value.kind === 'text' ? [value.text] : value.kind === 'list' ? value.items : [];
  return texts.map(({ zh }) => fold(zh));
};

const wordings = new WeakMap<Value, string>();

/** Does the text of a value hold these words, whole and in this order? In a script without blanks: these signs, in its own wording. */
function says(value: Value, text: string): boolean {
  if (HAN.test(text)) return namesIn(value).some((name) => name.includes(text));
  let wording = wordings.get(value);
  if (wording === undefined) {
    wording = textsOf(value)
      .map((one) => ` ${wordsOf(one)} `)
      .join('\n');
    wordings.set(value, wording);
  }
  return wording.includes(` ${text} `);
}
