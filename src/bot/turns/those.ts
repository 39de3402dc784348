// "Second best?", "the smallest?", "which of them have 64 GB", "and which support fast charging": a turn that says only which of
// those that were looked for, or told of, last.

import type { Context } from '../context.ts';
import { COLLECTING } from '../many/came.ts';
import { fewOfOrder, isPlace } from '../many/nth.ts';
import { namesValue } from '../many/valued.ts';
import { meaningOf, type Span } from '../reading/annotate.ts';
import { isNumeric } from '../reading/measure.ts';
import { classOfAll, withMembers } from '../reading/members.ts';
import { CONDITION, isNamed, type Query, type Term } from '../reading/query.ts';
import type { Memory } from './conversation.ts';
import { isSearch } from './narrowed.ts';

/** So many words at most say no more. */
const MOST_SPANS = 10;
/** What stands in the place of words of the last question is none of its own words. */
const ELSEWHERE = -2;

/** Names nothing, and sets no time or bound of its own. */
const isFree = ({ mentions, classes, periods, parts, smalltalk, spans, unknownProduct }: Query): boolean =>
  mentions.length + classes.length + periods.length + parts.length === 0 &&
  smalltalk === undefined &&
  unknownProduct === undefined &&
  spans.length <= MOST_SPANS;

const measureOf = ({ superlative }: Query, { knowledge }: Context): string | undefined =>
  superlative?.attribute !== undefined && isNumeric(superlative.attribute, knowledge)
    ? superlative.attribute
    : undefined;

/** What the last question was ordered by: "the biggest battery", "the highest refresh rate". */
const orderOf = (last: Query, context: Context): string | undefined =>
  last.superlative &&
  (measureOf(last, context) ??
    withMembers(last.attributes, context.knowledge.attributes).find((id) => isNumeric(id, context.knowledge)));

/** The last search, with the most, the least, or the place in its order, that this turn asks for. */
function ofOrder(query: Query, last: Query, memory: Memory, context: Context): Query | undefined {
  const place = query.spans.find(isPlace);
  const top = query.spans.find((span) => meaningOf(span, 'superlative'));
  const own = measureOf(query, context);
  const says = query.terms.filter(
    (term) => term.weight >= CONDITION && term.at !== place?.start && term.at !== top?.start,
  );
  if (
    (!place && !top) ||
    says.length + query.constraints.length > 0 ||
    [...query.asks].some((id) => !COLLECTING.has(id))
  )
    return undefined;
  const by = own ?? orderOf(last, context);
  const pick = query.superlative?.pick ?? last.superlative?.pick;
  if (by === undefined || pick === undefined) return undefined;
  const superlative = { kind: 'superlative', pick, attribute: by } as const;
  const old = last.spans.find((span) => meaningOf(span, 'superlative'));
  const { set = [] } = memory;
  // Behind what was asked of several that stand side by side: of these.
  if (own !== undefined && set.length > 1 && last.superlative && last.classes.length + last.mentions.length === 0)
    return ofIds(query, set, context);
  if (!last.superlative || !old) {
    // "Compare the three" – "second cheapest?": which is the first of them is told side by side.
    return set.length > 2 && fewOfOrder(query) ? ofIds(query, set, context) : undefined;
  }
  const isOfSame = own === undefined || own === orderOf(last, context);
  if (isOfSame && !place && pick === last.superlative.pick) return undefined;
  const moved = (span: Span): Span => ({ ...span, start: ELSEWHERE, end: ELSEWHERE, pause: false });
  const words = [...(place ? [moved(place)] : []), top ? moved(top) : old];
  const before = orderOf(last, context);
  const isOfOrder = (keys: readonly string[]): boolean =>
    own !== undefined &&
    keys.some((key) => withMembers([key.slice(2)], context.knowledge.attributes).includes(before ?? ''));
  return {
    ...last,
    text: query.text,
    superlative,
    spans: last.spans.flatMap((span) => (span === old ? words : isPlace(span) ? [] : [span])),
    terms: last.terms.filter(({ role, keys }) => role !== 'attribute' || !isOfOrder(keys)),
    attributes: own === undefined ? last.attributes : [own],
  };
}

/** The query, asked of these products alone. */
function ofIds(query: Query, ids: readonly string[], { knowledge }: Context): Query | undefined {
  const top = classOfAll(knowledge);
  return top === undefined
    ? undefined
    : { ...query, classes: [top], among: [...ids], pronouns: new Set(), asks: new Set(['which']), followup: false };
}

/** The query, asked of those that the last answer told of, or of the kind that was looked for. */
function ofTold(
  query: Query,
  last: Query,
  { subjects, beside = [], set = [] }: Memory,
  context: Context,
): Query | undefined {
  const { knowledge, holders } = context;
  const { asks, terms, attributes, constraints, pronouns, superlative } = query;
  if ([...asks].some((id) => !COLLECTING.has(id)) || superlative) return undefined;
  const isHeld = (id: string): boolean => holders.get(id)?.has('product') === true;
  const asked = withMembers(attributes, knowledge.attributes).some(isHeld);
  const isWord = terms.some(({ role, weight }) => role === 'content' && weight >= CONDITION);
  const sets = asked || constraints.length > 0 || terms.some(({ role }) => role === 'number');
  if (!sets || isWord || terms.some((term) => isNamed(term) && term.unheld)) return undefined;
  const told = [...subjects, ...beside].filter((id) => knowledge.subjects.get(id)?.kind === 'product');
  // "Only the ones with NFC", of those that stand side by side.
  const isSetBeside = ['more', 'less', 'compare'].some((id) => query.operators.has(id));
  if (asks.has('list') && set.length > 1 && last.classes.length === 0 && !isSetBeside)
    return ofIds(query, set, context);
  if (pronouns.has('many')) return told.length > 1 && last.classes.length > 0 ? ofIds(query, told, context) : undefined;
  if (!isSearch(last, context)) return undefined;
  // "What is the headlight like": that of the one that was found. "Which support it" asks for others, too.
  const isFeature = attributes.every((id) => knowledge.attributes.get(id)?.kind === 'boolean');
  if (told.length > 1 || (told.length === 1 && !asks.has('list') && !isFeature)) return undefined;
  const kinds = last.terms.filter(({ role }) => role === 'class');
  return asks.has('which') && !asks.has('meaning') && kinds.length > 0 && pronouns.size === 0
    ? { ...query, classes: last.classes, terms: [...kinds.map((term) => ({ ...term, at: ELSEWHERE })), ...terms] }
    : undefined;
}

/** "Which comes in green?" – "And blue?": the last search, with this turn's values in the place of its own. */
function ofValue(query: Query, last: Query, context: Context): Query | undefined {
  const { terms, asks, attributes } = query;
  const isValue = (term: Term): boolean =>
    term.role === 'content' && term.weight >= CONDITION && namesValue(term, context);
  const values = terms.filter(isValue);
  const isOnly = values.length > 0 && terms.every((term) => isValue(term) || term.weight < CONDITION);
  const kept = last.terms.filter((term) => !isValue(term));
  if (asks.size + attributes.length > 0 || !isOnly || !last.asks.has('which') || kept.length === last.terms.length)
    return undefined;
  return { ...last, text: query.text, terms: [...kept, ...values.map((term) => ({ ...term, at: ELSEWHERE }))] };
}

/**
 * The search that a turn means; undefined where nothing was looked for before it, or it says more.
 * @param read turns a text into a query
 */
export function ofThose(
  query: Query,
  memory: Memory | undefined,
  read: (text: string) => Query,
  context: Context,
): Query | undefined {
  if (!memory || !isFree(query)) return undefined;
  const last = read(memory.question);
  return ofOrder(query, last, memory, context) ?? ofValue(query, last, context) ?? ofTold(query, last, memory, context);
}
