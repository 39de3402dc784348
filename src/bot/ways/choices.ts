// "This chip or that one in it?": of two that are offered, what answers need hold but one.
import { meaningOf, means, type Span } from '../reading/annotate.ts';
import { isMeasured, type Query, type Term } from '../reading/query.ts';

/** A name, which is asked of rather than chosen. */
const isName = ({ role }: Term): boolean => role === 'subject' || role === 'class' || role === 'place';

const isPassedOver = (span: Span): boolean =>
  span.words.length === 0 || (meaningOf(span, 'function') !== undefined && !meaningOf(span, 'attribute'));

/** The terms on both sides of the word that offers a choice; fewer than two where names are chosen from, one side is empty, or what is asked of is not known. */
function offered({ spans, terms }: Query): readonly Term[] {
  const place = spans.findIndex((span) => means(span, 'operator', 'or'));
  if (place < 0) return [];
  const termAt = (step: -1 | 1): Term | undefined => {
    let at = place + step;
    while (spans[at] && isPassedOver(spans[at] as Span) && !spans[at]?.pause) at += step;
    return terms.find((term) => term.at === spans[at]?.start);
  };
  const [before, after] = [termAt(-1), termAt(1)];
  const isOpen = terms.some(({ role }) => role === 'outsider');
  return before && after && before !== after && !isName(before) && !isName(after) && !isOpen ? [before, after] : [];
}

const without = (query: Query, left: readonly Term[]): Query => {
  const own = new Set(left.flatMap(({ keys }) => keys));
  return {
    ...query,
    operators: new Set([...query.operators].filter((id) => id !== 'or' && id !== 'compare')),
    terms: query.terms.filter((term) => !left.includes(term)),
    attributes: query.attributes.filter((id) => !own.has(`a:${id}`)),
  };
};

/** A query that leaves a choice, with one of the two each. */
export function* choicesOf(query: Query): Generator<Query> {
  const [first, second] = query.operators.has('or') ? offered(query) : [];
  if (!first || !second) return;
  // Whether it is this or that is asked of an attribute: a word alone could be held by any fact.
  const told = [without(query, [second]), without(query, [first])];
  const isFree = ({ role }: Term): boolean => role === 'content' && !told.some(({ terms }) => terms.some(isMeasured));
  if (!query.asks.has('whether') || !(isFree(first) && isFree(second))) yield* told;
}
