// "Phones under 200" – "and under 100?" – "only those with NFC": the last search, with the bound or the condition of this turn; and
// "is there any with 5G": a search of its own, among the kind that was spoken of.

import type { Context } from '../context.ts';
import { COLLECTING } from '../many/came.ts';
import { namesValue } from '../many/valued.ts';
import { meaningOf, means, type Span } from '../reading/annotate.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, type Constraint, isNamed, type Query } from '../reading/query.ts';
import type { Memory } from './conversation.ts';

/** "Any", "anything", "one": stands for whatever meets the conditions behind it. */
const INDEFINITE = 'indefinite';
/** "With", "that has": what follows is a condition. */
const HAVING = 'having';
/** So many words at most ask by adding a condition. */
const MOST_SPANS = 16;

const isUpper = ({ comparator }: Constraint): boolean => comparator === 'lt' || comparator === 'lte';
const isLower = ({ comparator }: Constraint): boolean => comparator === 'gt' || comparator === 'gte';

/** Do two bounds limit the same to the same side? A bare figure is of whatever was bounded before. */
function isSameBound(one: Constraint, other: Constraint): boolean {
  const [a, b] = [one.amount, other.amount];
  const isSide = (isUpper(one) && isUpper(other)) || (isLower(one) && isLower(other));
  const isBare = (a.unit ?? a.currency ?? b.unit) === undefined;
  const isMeasure = a.unit === b.unit && (a.unit !== undefined || isBare || a.currency === b.currency);
  return isSide && isMeasure && one.high === undefined && other.high === undefined;
}

/** Can nothing be within both bounds? */
function excludes(one: Constraint, other: Constraint): boolean {
  const [a, b] = [one.amount, other.amount];
  const isSum = a.currency === b.currency || a.currency === undefined || b.currency === undefined;
  const isApart =
    (isLower(one) && isUpper(other) && a.value >= b.value) || (isUpper(one) && isLower(other) && a.value <= b.value);
  return a.unit === b.unit && isSum && isApart && one.high === undefined && other.high === undefined;
}

/** "Not the …", "except the …": the name behind a word that denies it. */
function isLeftOut(at: number, spans: readonly Span[]): boolean {
  const place = spans.findIndex(({ start }) => start === at);
  return spans.slice(Math.max(place - 2, 0), place).some((span) => means(span, 'operator', 'not'));
}

/** Is only a condition said, and nothing asked of one thing or of another kind? */
function isCondition(query: Query, context: Context): boolean {
  const { asks, mentions, classes, periods, parts, terms, spans, constraints, smalltalk, unknownProduct } = query;
  if (spans.length > MOST_SPANS || smalltalk || unknownProduct) return false;
  if (classes.length + periods.length + parts.length > 0 || !mentions.every(({ at }) => isLeftOut(at, spans)))
    return false;
  if ([...asks].some((id) => !COLLECTING.has(id) || id === 'how-many' || id === 'define')) return false;
  const amounts = terms.filter(({ role, unit, currency }) => role === 'number' && (unit ?? currency) !== undefined);
  const said = terms.filter(
    ({ role, weight, ...term }) =>
      role !== 'number' && role !== 'subject' && (weight >= CONDITION || isNamed({ role, weight, ...term })),
  );
  const { attributes } = context.knowledge;
  const isHeld = ({ keys }: Query['terms'][0]): boolean =>
    withMembers(
      keys.map((key) => key.slice(2)),
      attributes,
    ).some((id) => context.holders.get(id)?.has('product') === true);
  return (
    said.length + constraints.length + amounts.length + mentions.length > 0 &&
    said.every((term) => !term.unheld && (namesValue(term, context) || (term.role === 'attribute' && isHeld(term))))
  );
}

/** What the turn begins with, but for words of grammar: a bound, "only", "with", "without", "any with". */
function headOf({
  spans,
  constraints,
  operators,
  pronouns,
  asks,
  terms,
}: Query): 'condition' | 'indefinite' | undefined {
  // "Do any of those have NFC": of what was found.
  if (pronouns.has('many')) return 'condition';
  // "Anything with 120 Hz".
  if (asks.has('list') && terms.some(({ role, unit }) => role === 'number' && unit !== undefined)) return 'indefinite';
  const place = spans.findIndex((span) => means(span, 'operator', INDEFINITE));
  const next = spans[place + 1];
  const leads = next && (meaningOf(next, 'function') ?? meaningOf(next, 'comparator') ?? meaningOf(next, 'pronoun'));
  if (place >= 0 && place < REACH && leads) return 'indefinite';
  const heads = spans.slice(0, REACH).some((span) => means(span, 'operator', HAVING) || means(span, 'operator', 'not'));
  return constraints.length > 0 || heads || operators.has('only') ? 'condition' : undefined;
}
/** "Ok, and is there any …". */
const REACH = 4;

/** Was something looked for among the products of a kind, or among all? */
export const isSearch = ({ asks, mentions, classes, constraints, periods, parts }: Query, { root }: Context): boolean =>
  mentions.every(({ ids }) => ids.includes(root)) &&
  periods.length + parts.length === 0 &&
  classes.length + constraints.length > 0 &&
  [...asks].every((id) => COLLECTING.has(id));

/** The word for the kind that is spoken of: that of the last question, else that of the product it was about. */
function kindIn(last: Query, { subjects }: Memory, { knowledge }: Context): string | undefined {
  const named = last.spans.find((span) => meaningOf(span, 'class'))?.text;
  if (named !== undefined) return named;
  const [own] = knowledge.subjects.get(subjects[0] ?? '')?.classes ?? [];
  return Object.values(knowledge.classes.get(own ?? '')?.names ?? {})[0]?.[0];
}

/** The words of a turn that set its conditions, without those of the bounds that are already put in. */
function wordsOf({ spans, terms, constraints }: Query, put: ReadonlySet<string>): string {
  const isBound = ({ amount, text }: Span): boolean => amount !== undefined && !put.has(text);
  const isFree = constraints.some(({ text }) => !put.has(text));
  const isKept = (span: Span): boolean =>
    terms.some(({ at }) => at === span.start) ||
    means(span, 'operator', 'not') ||
    isBound(span) ||
    (isFree && meaningOf(span, 'comparator') !== undefined);
  return spans
    .filter(isKept)
    .map(({ text }) => text)
    .join(' ');
}

/** The question with the turn's bounds in the place of its own, and which these are. */
function withBounds(last: Query, question: string, query: Query): { text: string; put: ReadonlySet<string> } {
  const put = new Set<string>();
  let text = question;
  for (const bound of query.constraints) {
    const [old, ...more] = last.constraints.filter((one) => isSameBound(bound, one));
    const at = old && more.length === 0 ? text.toLowerCase().lastIndexOf(old.text) : -1;
    if (!old || at < 0) continue;
    const { currency = old.amount.currency } = bound.amount;
    const figure = bound.amount.currency || currency === undefined ? bound.text : `${bound.text} ${currency}`;
    text = text.slice(0, at) + figure + text.slice(at + old.text.length);
    put.add(bound.text);
  }
  return { text, put };
}

/**
 * The search that a turn means; undefined where it says more than a condition, or nothing was searched before it.
 * @param read turns a text into a query
 */
export function narrowed(
  query: Query,
  memory: Memory | undefined,
  read: (text: string) => Query,
  context: Context,
): Query | undefined {
  const head = memory ? headOf(query) : undefined;
  if (!memory || !head || query.superlative || !isCondition(query, context)) return undefined;
  // "Which has more memory": of those that were told.
  if (query.constraints.length === 0 && ['more', 'less', 'compare'].some((id) => query.operators.has(id)))
    return undefined;
  const last = read(memory.question);
  const question = memory.question.replace(/[?？!！.。\s]+$/u, '');
  // "Which one has NFC under 140", where nothing was searched: among the kind of what was spoken of.
  const isOfKind =
    !query.pronouns.has('many') && (head === 'indefinite' || (query.asks.has('list') && query.constraints.length > 0));
  if (isOfKind && (head === 'indefinite' || !isSearch(last, context))) {
    // Of those that are set side by side, "any" is one of these.
    const kind = (memory.set ?? []).length > 1 && last.mentions.length > 1 ? undefined : kindIn(last, memory, context);
    return kind === undefined ? undefined : read(`${wordsOf(query, new Set())} ${kind}`);
  }
  if (!isSearch(last, context) || query.pronouns.has('thing')) return undefined;
  // "Below 120?" – "More than 200?": what no sum can be within is looked for by itself.
  if (query.constraints.some((one) => last.constraints.some((other) => excludes(one, other)))) {
    const kind = kindIn(last, memory, context);
    const currency = last.constraints.find((one) => one.amount.currency)?.amount.currency ?? '';
    return kind === undefined ? undefined : read(`${kind} ${query.text} ${query.currency ? '' : currency}`);
  }
  const { text, put } = withBounds(last, question, query);
  return read(`${text} ${wordsOf(query, put)}`.trim());
}
