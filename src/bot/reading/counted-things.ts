// "Phones with 4 cameras", "more than two lenses": of kinds of products, a number before what they have so many of is the number of these.
import type { Knowledge } from '../../knowledge/model.ts';
import { fold } from '../../knowledge/text.ts';
import type { Context } from '../context.ts';
import { meaningOf, meaningsOf, type Span } from './annotate.ts';
import type { Constraint, Query } from './query.ts';
import { tokenize } from './tokens.ts';

const known = new WeakMap<Knowledge, ReadonlyMap<string, string>>();

/** What is counted, as "how many …" names it, and the attribute that tells how many. */
function countsOf({ knowledge, holders }: Context): ReadonlyMap<string, string> {
  const kept = known.get(knowledge);
  if (kept) return kept;
  const found = new Map<string, string>();
  const asking = knowledge.vocabularies
    .flatMap(({ questions }) => questions['how-many'] ?? [])
    .map((one) => `${fold(one)} `);
  for (const { id, kind, names } of knowledge.attributes.values()) {
    if (kind !== 'quantity' || !holders.get(id)?.has('product')) continue;
    for (const name of Object.values(names).flat().map(fold))
      for (const phrase of asking) if (name.startsWith(phrase)) found.set(wordsIn(name.slice(phrase.length)), id);
  }
  known.set(knowledge, found);
  return found;
}

const wordsIn = (text: string): string =>
  tokenize(text)
    .map(({ key }) => `w:${key}`)
    .join(' ');

/** Stands a number before what could be so many, and is not known to be counted? */
export const hasOpenCount = ({ spans, constraints }: Query, counted: readonly Constraint[]): boolean =>
  spans.some((span, at) => {
    const next = spans[at + 1];
    const isOpen = numberIn(span) !== undefined && next !== undefined && !next.pause && meaningOf(next, 'attribute');
    return isOpen && ![...constraints, ...counted].some(({ text }) => text === span.text);
  });

/** A bare number, written in figures or as a word. */
const numberIn = ({ amount, meanings }: Span): number | undefined =>
  meanings.length === 0 && amount && !amount.unit && !amount.currency
    ? amount.value
    : meanings.map((one) => (one.kind === 'numeral' ? one.value : undefined)).find((value) => value !== undefined);

/** The spans of a question about kinds of products, with what is counted read as the number of it. */
export function withCounts(spans: readonly Span[], context: Context): readonly Span[] {
  const isOfKinds = spans.some((span) => meaningOf(span, 'class')) && !spans.some((span) => meaningOf(span, 'subject'));
  if (!isOfKinds) return spans;
  const counted = (at: number): string | undefined => {
    const [before, span] = [spans[at - 1], spans[at]];
    if (!before || !span || span.pause || numberIn(before) === undefined || !meaningOf(span, 'attribute'))
      return undefined;
    return countsOf(context).get(span.words.join(' '));
  };
  return spans.map((span, at) => {
    const id = counted(at);
    if (id !== undefined) return { ...span, meanings: [{ kind: 'attribute', id }] };
    const value = counted(at + 1) === undefined ? undefined : numberIn(span);
    // "Four cameras": as a figure.
    return value === undefined ? span : { ...span, meanings: [], amount: { length: 1, value, orMore: false } };
  });
}

/** "With 4 cameras": just so many, where no word says more or less. */
export function countedThings(spans: readonly Span[], taken: readonly Constraint[], context: Context): Constraint[] {
  return spans.flatMap((span, at): Constraint[] => {
    const value = numberIn(span);
    const next = spans[at + 1];
    if (value === undefined || !next || taken.some(({ text }) => text === span.text)) return [];
    const counts = countsOf(context).get(next.words.join(' '));
    if (counts === undefined || !meaningsOf(next, 'attribute').every(({ id }) => id === counts)) return [];
    return span.amount ? [{ amount: span.amount, comparator: 'eq', text: span.text }] : [];
  });
}
