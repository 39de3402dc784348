// A turn that says nothing but a figure ("100 billion?", "and the 4 GB version?", "and the 16?"): the last question, with the figure in it.

import type { Context } from '../context.ts';
import { means, type Span } from '../reading/annotate.ts';
import type { Query } from '../reading/query.ts';
import type { Memory } from './conversation.ts';

type Turn = { readonly query: Query; readonly scope: readonly string[] };

/** Concepts that say no more than that a variant is meant. */
const VARIANT = ['version', 'variant', 'model', 'edition'];
const QUIET = new Set(['function', 'followup', 'light', 'numeral', 'pronoun']);
/** What is more is no number of a model, but of what it has. */
const MOST_MODEL = 100;
/** So few words say nothing else. */
const FEW = 5;

/** An amount that no name accounts for. */
const isFigure = ({ amount, time, meanings }: Span): boolean =>
  amount !== undefined && time === undefined && meanings.length === 0;

const isQuiet = (span: Span): boolean =>
  (span.meanings.length > 0 && span.meanings.some(({ kind }) => QUIET.has(kind))) ||
  means(span, 'operator', 'compare') ||
  VARIANT.some((id) => means(span, 'concept', id));

/** The figure of a turn that says nothing else. */
function figureOf({ spans, asks, mentions, constraints, periods, parts, smalltalk }: Query): Span | undefined {
  const own = asks.size + mentions.length + constraints.length + periods.length + parts.length;
  if (own > 0 || spans.length > FEW || smalltalk) return undefined;
  const [figure, ...more] = spans.filter((span) => !isQuiet(span));
  return figure && more.length === 0 && isFigure(figure) ? figure : undefined;
}

/** Two figures with a stroke or a plus between them, as variants are written. */
const PAIR = /\d+(?:\s*gb)?\s*[/+]\s*\d+(?:\s*gb)?/i;

/** "And the 4/64 one": the last question, with the variant of this turn in the place of its own, or behind it. */
function withPair({ text, spans, asks, mentions }: Query, question: string): string | undefined {
  const [pair] = PAIR.exec(text) ?? [];
  const words = spans.filter((span) => !isFigure(span) && !/^[/+]$/.test(span.text));
  const isFree = asks.size + mentions.length === 0 && words.length <= FEW;
  if (pair === undefined || !isFree || !words.every(isQuiet)) return undefined;
  return PAIR.test(question) ? question.replace(PAIR, pair) : `${question} ${pair}`;
}

const isSizing = (span: Span): boolean =>
  means(span, 'operator', 'top-variant') || means(span, 'operator', 'base-variant');

/** "And the big one?": the last question, with these words in the place of its variant's sizes, or behind it. */
function withSizing(
  { spans, asks, mentions }: Query,
  question: string,
  read: (text: string) => Query,
): string | undefined {
  const [word, ...more] = spans.filter((span) => !isQuiet(span) || isSizing(span));
  if (!word || !isSizing(word) || more.length + asks.size + mentions.length > 0) return undefined;
  const last = read(question);
  const own = [
    PAIR.exec(question)?.[0],
    ...last.spans.filter((span) => isFigure(span) || isSizing(span)).map(({ text }) => text),
  ];
  const rest = own.reduce<string>((text, old) => (old && replaced(text, old.toLowerCase(), '')) ?? text, question);
  return `${rest} ${word.text}`;
}

/** The question with other words in the place of some of its own. */
function replaced(question: string, old: string, by: string): string | undefined {
  const at = question.toLowerCase().lastIndexOf(old);
  return at < 0 ? undefined : question.slice(0, at) + by + question.slice(at + old.length);
}

/** "Redmi 9A" → "9": the name from its figure on; a name without one is none of that series. */
const modelIn = ({ mentions, spans, unknownProduct }: Query): string | undefined => {
  const [mention, ...more] = mentions;
  const named = more.length === 0 ? spans.find(({ start }) => start === mention?.at)?.text : undefined;
  const name = unknownProduct ?? named;
  return name === undefined ? undefined : /\d.*$/.exec(name)?.[0];
};

/** Whether the variants of what was spoken of last are told apart by such a unit. */
const isSize = ({ amount }: Span, [id = '']: readonly string[], { ownFacts }: Context): boolean =>
  amount?.unit !== undefined &&
  (ownFacts.get(id) ?? []).some(({ variant }) => variant?.includes(amount.unit ?? '') === true);

/** "And the 128?": a bare figure that a variant of what was spoken of last has, with its unit. */
function sizeIn({ amount }: Span, [id = '']: readonly string[], { ownFacts }: Context): string | undefined {
  if (!amount || amount.unit !== undefined || amount.currency !== undefined) return undefined;
  const variants = (ownFacts.get(id) ?? []).flatMap(({ variant }) => variant ?? []);
  const sizes = variants.flatMap((variant) => variant.match(/\d+[a-z]+/gi) ?? []);
  return sizes.find((size) => Number.parseInt(size, 10) === amount.value);
}

/** The last question with the figure of this turn; undefined where the turn says something else, or nothing has such a figure. */
export function refigured(
  query: Query,
  memory: Memory | undefined,
  read: (text: string) => Query,
  context: Context,
): Turn | undefined {
  if (!memory) return undefined;
  const { question, subjects } = memory;
  const other = withPair(query, question) ?? withSizing(query, question, read);
  if (other !== undefined) return again(other, subjects, read);
  const figure = figureOf(query);
  if (!figure?.amount) return undefined;
  const last = read(question);
  const size = sizeIn(figure, subjects, context);
  if (size !== undefined) {
    const before = last.spans.find((span) => isFigure(span) && isSize(span, subjects, context));
    return again((before && replaced(question, before.text, size)) ?? `${question} ${size}`, subjects, read);
  }
  const { unit, currency, value } = figure.amount;
  // "And 100 billion?": of the sum that was asked of before, its currency is meant.
  const isSum = unit === undefined && currency === undefined && value >= MOST_MODEL;
  const [old, ...others] = last.spans.filter(
    (span) => isFigure(span) && span.amount?.unit === unit && (isSum || span.amount?.currency === currency),
  );
  const isModel = unit === undefined && currency === undefined && figure.amount.value < MOST_MODEL;
  const model = isModel ? modelIn(last) : undefined;
  const text =
    old && others.length === 0
      ? replaced(question, old.text, [figure.text, old.amount?.currency].filter((one) => one !== currency).join(' '))
      : model !== undefined
        ? replaced(question, model, figure.text)
        : isSize(figure, subjects, context)
          ? `${question} ${figure.text}`
          : undefined;
  return text === undefined ? undefined : again(text, subjects, read);
}

function again(text: string, subjects: readonly string[], read: (text: string) => Query): Turn {
  const query = read(text);
  const { mentions, unknownProduct, classes, constraints } = query;
  const isOwn = mentions.length + classes.length + constraints.length > 0 || unknownProduct !== undefined;
  return { query, scope: isOwn ? [] : subjects.slice(0, 1) };
}
