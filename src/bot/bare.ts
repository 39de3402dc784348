// A bare figure beside a product is its sibling: "the 9a and the 9" are two of one family.
import type { Knowledge } from '../knowledge/model.ts';
import { fold } from '../knowledge/text.ts';
import { meaningOf, type Span } from './annotate.ts';
import type { Context } from './context.ts';
import type { Mention, Query, Term } from './query.ts';

/** So many words may stand between the two ("than the"). */
const REACH = 3;
const JOINING = new Set(['and', 'or', 'compare', 'difference', 'more', 'less']);

/** The query with each bare figure that stands joined to a product as the sibling that it names. */
export function withSiblings(query: Query, { knowledge }: Context): Query {
  const { spans } = query;
  const found = new Map<number, string>();
  if (!query.mentions.some(({ ids }) => familiesOf(ids[0] ?? '', knowledge).length > 0)) return query;
  // From the names outwards, so that of "9, 9a and 9c" each is met.
  for (const [index, span] of spans.entries()) {
    if (!isBare(span)) continue;
    const ids = [named(spans, index, -1), named(spans, index, 1)].flatMap((id) => (id ? [id] : []));
    const own = ids.map((id) => siblingOf(id, span.text, knowledge)).find((id) => id !== undefined);
    if (own) found.set(span.start, own);
  }
  if (found.size === 0) return query;
  const more = [...found].map(
    ([at, id]): Mention => ({ ids: [id], text: knowledge.subjects.get(id)?.names.en ?? id, at }),
  );
  const terms = [...found].map(
    ([at, id]): Term => ({ text: id, role: 'subject', keys: [`s:${id}`], words: [], weight: 1, at }),
  );
  return {
    ...query,
    mentions: [...query.mentions, ...more].sort((a, b) => a.at - b.at),
    terms: [...query.terms.filter(({ at }) => !found.has(at)), ...terms],
  };
}

const isBare = ({ amount, meanings, text }: Span): boolean =>
  amount !== undefined &&
  !amount.unit &&
  !amount.currency &&
  !amount.orMore &&
  meanings.length === 0 &&
  /^\d+$/.test(text);

/** The product on one side of a figure, with nothing between but words that join the two. */
function named(spans: readonly Span[], index: number, step: 1 | -1): string | undefined {
  for (let away = 1; away <= REACH; away++) {
    const span = spans[index + step * away];
    if (!span) return undefined;
    const subject = meaningOf(span, 'subject');
    if (subject) return away > 1 ? subject.id : undefined;
    if (!joins(span)) return undefined;
  }
  return undefined;
}

const joins = ({ meanings, text }: Span): boolean =>
  text === '/' ||
  meanings.some(
    ({ kind, ...one }) => kind === 'function' || (kind === 'operator' && 'id' in one && JOINING.has(one.id)),
  );

const families = new WeakMap<Knowledge, Map<string, (readonly string[])[]>>();

/** The families, by their members, that a product is in. */
export function familiesOf(id: string, knowledge: Knowledge): readonly (readonly string[])[] {
  let known = families.get(knowledge);
  if (!known) {
    known = new Map();
    for (const { members } of knowledge.subjects.values())
      for (const member of members) known.set(member, [...(known.get(member) ?? []), members]);
    families.set(knowledge, known);
  }
  return known.get(id) ?? [];
}

/** The sibling whose name ends in just that figure. */
const siblingOf = (id: string, figure: string, knowledge: Knowledge): string | undefined =>
  familiesOf(id, knowledge)
    .flat()
    .find((one) => one !== id && fold(knowledge.subjects.get(one)?.names.en ?? '').endsWith(` ${figure}`));
