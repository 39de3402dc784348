// A turn of the last question that names no other subject: another variant, another place, the other side of a time.

import type { Context } from '../context.ts';
import { means, type Span } from '../reading/annotate.ts';
import { isFigure } from '../reading/measure.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import type { Memory } from './conversation.ts';

type Read = (text: string) => Query;
type Turn = { readonly query: Query; readonly scope: readonly string[] };

/** The last question with what this turn puts in; undefined where the turn says something else. */
export function turned(query: Query, memory: Memory | undefined, read: Read, context: Context): Turn | undefined {
  if (!memory) return undefined;
  const { operators, asks, terms, mentions } = query;
  const plain = terms.every(({ role, weight }) => role === 'place' || weight < CONDITION);
  if (!plain || mentions.some(({ ids }) => ids.some((id) => !isPlace(id, context)))) return undefined;
  const sizes = mentions.length + asks.size === 0 && (operators.has('less') || operators.has('more'));
  const sides = query.followup && asks.size === 0 && (operators.has('later') || operators.has('earlier'));
  // "And compared to the year before?": the last question, with what it is now set against.
  if (operators.has('compare') && query.base && query.attributes.length === 0)
    return ofLast(read(`${memory.question.replace(/[?？\s]+$/, '')} ${query.text}`), memory);
  if (sizes) return otherVariant(query, memory, read(memory.question), context);
  if (sides) return otherSide(query, memory, read);
  // "Says who?": what was told is told again, with who says it.
  return saysNothing(query) ? ofLast(read(memory.question), memory) : undefined;
}

/** A question that names nothing itself is asked of what was spoken of last. */
const ofLast = (query: Query, { subjects }: Memory): Turn => ({
  query,
  scope: query.mentions.length > 0 ? [] : subjects.slice(0, 1),
});

/** Nothing but words of grammar, or one that says next to nothing ("source?"): no question, no name, no thanks. */
export const saysNothing = (query: Query): boolean =>
  !query.smalltalk &&
  !query.followup &&
  query.spans.length > 0 &&
  query.terms.every(({ role, weight }) => role === 'content' && weight < CONDITION && query.spans.length === 1) &&
  query.mentions.length + query.periods.length + query.parts.length + query.units.length === 0 &&
  query.asks.size + query.operators.size + query.pronouns.size + query.implied.length === 0 &&
  query.spans.every(({ meanings }) =>
    meanings.some(({ kind }) => kind === 'function' || (kind === 'light' && query.terms.length > 0)),
  );

const isPlace = (id: string, { knowledge }: Context): boolean => knowledge.subjects.get(id)?.kind === 'place';

/** "And the smaller one?": of the product that was spoken of, the variant with the least of what was asked. */
function otherVariant(query: Query, memory: Memory, last: Query, { knowledge, ownFacts }: Context): Turn | undefined {
  const [id = ''] = memory.subjects;
  const asked = [...last.attributes, ...last.implied];
  const by = asked.find((attribute) =>
    (ownFacts.get(id) ?? []).some((fact) => fact.attribute === attribute && fact.variant !== undefined),
  );
  if (by === undefined || knowledge.subjects.get(id)?.kind !== 'product' || query.attributes.some((one) => one !== by))
    return undefined;
  const pick = query.operators.has('less') ? 'min' : 'max';
  const terms = last.terms.filter(({ role, keys }) => role === 'subject' || keys.includes(`a:${by}`));
  return ofLast({ ...last, text: query.text, superlative: { pick, attribute: by }, constraints: [], terms }, memory);
}

/** "How many were there before?" – "And after?": the same, of the other side. */
function otherSide(query: Query, memory: Memory, read: Read): Turn | undefined {
  const { question } = memory;
  const [now, before] = query.operators.has('later')
    ? (['later', 'earlier'] as const)
    : (['earlier', 'later'] as const);
  const last = read(question);
  const word = query.spans.find((span) => means(span, 'operator', now));
  const old = last.spans.find((span) => means(span, 'operator', before));
  if (!word || !old) return undefined;
  const at = question.toLowerCase().lastIndexOf(old.text);
  if (at < 0) return undefined;
  const text = question.slice(0, at) + word.text + question.slice(at + old.text.length);
  return { ...ofLast(last, memory), query: read(text) };
}

/** Question words that ask for a figure, whatever was asked for before. */
const COUNTING = new Set(['how-many', 'how-much']);

/** "Users in June?" – "How many in China?": with no more than another place or time, the figure that was asked for is meant. */
export function asSameFigure(query: Query, memory: Memory | undefined, read: Read, { knowledge }: Context): Query {
  const { asks, attributes, terms, mentions, periods, parts } = query;
  const kind = (id: string): string | undefined => knowledge.subjects.get(id)?.kind;
  const elsewhere = mentions.every(({ ids }) => ids.some((id) => kind(id) === 'place'));
  const idle = terms.every(({ role, weight }) => role === 'subject' || role === 'place' || weight < CONDITION);
  const bare = asks.size > 0 && [...asks].every((id) => COUNTING.has(id)) && attributes.length === 0 && idle;
  if (!memory || !bare || !elsewhere || mentions.length + periods.length + parts.length === 0) return query;
  const { terms: asked, attributes: own } = read(memory.question);
  const measures = own.some((id) => isFigure(knowledge.attributes.get(id)?.kind));
  // "The users?": a word alone may have asked for a figure, too.
  const counts = own.length === 0 && asked.some(({ role, weight }) => role === 'content' && weight >= CONDITION);
  return measures || counts ? { ...query, asks: new Set(), implied: [], followup: true } : query;
}

/** The spans that name a time. */
export const timesIn = ({ spans }: Query): Span[] => spans.filter(({ time }) => time?.period ?? time?.yearless);

/** "The profit in the first half?" – "And in Q2?": the last question, of the time that was put in, to go on from; undefined where none was. */
export function retold(query: Query, memory: Memory | undefined, read: Read): string | undefined {
  const [time, ...more] = timesIn(query);
  if (!memory || !time || more.length > 0) return undefined;
  const { question } = memory;
  const old = timesIn(read(question));
  const [first, last] = [old[0], old.at(-1)];
  if (!first || !last || (first !== last && first.end !== last.start)) return undefined;
  const folded = question.toLowerCase();
  const [from, to] = [folded.indexOf(first.text), folded.lastIndexOf(last.text) + last.text.length];
  return from < 0 || to <= from ? undefined : question.slice(0, from) + time.text + question.slice(to);
}
