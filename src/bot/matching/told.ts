// Whether what was found answers although something else could be meant: a list of products, a phrase cut by a name, an amount.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { meaningOf, means, type Span } from '../reading/annotate.ts';
import { hasOpenCount } from '../reading/counted-things.ts';
import { isFigure, isNumeric } from '../reading/measure.ts';
import { CONDITION, isMeasured, type Query } from '../reading/query.ts';
import { STRENGTH } from './evidence.ts';
import { askFit, FORMED } from './fit.ts';
import { ASKED, type Finding } from './lookup.ts';

/**
 * "A gift under 35 euros": where products are sought by what they cost, nothing else of the company is told; nor, where
 * something "cost 700 million", what has no such figure.
 */
export const isOtherSum = (
  { constraints, mentions, classes }: Query,
  { groups }: Finding,
  { root, evidence }: Context,
): boolean =>
  constraints.length > 0 &&
  mentions.length === 0 &&
  (classes.length === 0 || groups.every(({ subject }) => subject === root)) &&
  constraints.every(({ amount: { currency, value: figure }, comparator }) =>
    groups.every(({ subject, facts }) =>
      comparator === 'eq'
        ? facts.every(({ index }) => evidence.strength(index, `n:${figure}`) === 0)
        : currency !== undefined &&
          subject === root &&
          facts.every(({ value }) => value.kind !== 'money' || value.currency !== currency),
    ),
  );

/** "I have 200 euros": a sum is met by sums in its currency, or by a text; not by what has the figure of something else. */
const isOtherCurrency = (
  { spans, constraints }: Query,
  { groups }: Finding,
  { knowledge, ownFacts }: Context,
): boolean => {
  const sums = spans.flatMap(({ amount, meanings }) => (amount?.currency && meanings.length === 0 ? [amount] : []));
  const plain = sums.filter((amount) => !constraints.some((one) => one.amount === amount || one.high === amount));
  if (plain.length === 0 || groups.length === 0) return false;
  const isSum = ({ value }: Fact): boolean =>
    value.kind === 'money' &&
    plain.some(({ currency, value: amount }) => currency === value.currency && amount === value.amount);
  const isMet = (fact: Fact): boolean =>
    fact.value.kind === 'money'
      ? plain.some(({ currency }) => fact.value.kind === 'money' && currency === fact.value.currency)
      : fact.value.kind === 'date' ||
        knowledge.attributes.get(fact.attribute)?.general === true ||
        (ownFacts.get(fact.subject) ?? []).some(isSum);
  return !groups.some(({ facts }) => facts.some(isMet));
};

/** Is each word one by which the fact is to be found? */
export const hasCues = ({ accepted, groups }: Finding, words: readonly string[], { evidence }: Context): boolean =>
  accepted &&
  groups.some(({ facts }) =>
    facts.some(({ index }) => words.every((word) => evidence.strength(index, word) === STRENGTH.cue)),
  );

/** Where no figure is asked, what is told of a product, in whatever words, goes before "none"; what is told of others does where no attribute is asked. */
export const isToldElsewhere = (
  { constraints, terms }: Query,
  { accepted, groups }: Finding,
  { knowledge }: Context,
): boolean =>
  accepted &&
  constraints.length === 0 &&
  terms.every(({ role }) => role !== 'number') &&
  (!terms.some(isMeasured) || groups.every(({ subject }) => knowledge.subjects.get(subject)?.kind === 'product'));

/** "The average price of the line": no single value is an average, unless it says so. */
export const isAverage = (query: Query, { groups: [first] }: Finding, { knowledge, holders }: Context): boolean => {
  const average = query.terms.find(({ keys }) => keys.includes('c:average'));
  const isMeasure = (id: string): boolean => isNumeric(id, knowledge) && holders.get(id)?.has('product') === true;
  return (
    average !== undefined &&
    query.attributes.some(isMeasure) &&
    (first === undefined || (first.covered.get(average) ?? 0) === 0)
  );
};

/** Question words beside which a list of products may be asked for. */
export const OF_LISTS: ReadonlySet<string> = new Set(['which', 'list', 'count', 'how-many']);
/** … and for the most or the least of them. */
const OF_EXTREMES = new Set(['which', 'list', 'meaning', 'whether']);

/** "Phones with a two day battery life": where products are asked for by what only they have, what others have is not told. */
function isOfNoProduct(
  query: Query,
  { accepted, unaccounted, groups: [first] }: Finding,
  { knowledge, holders, root }: Context,
): boolean {
  const { classes, mentions, terms, asks } = query;
  if (!accepted || classes.length === 0 || mentions.some(({ ids }) => !ids.includes(root))) return false;
  if ([...asks].some((id) => !OF_LISTS.has(id))) return false;
  const subject = knowledge.subjects.get(first?.subject ?? '');
  if (!first || !subject || subject.kind === 'product') return false;
  // "The three products of that event": a list that meets every word.
  if (unaccounted.length === 0 && first.facts.some(({ value }) => value.kind === 'list')) return false;
  // The company has much that its products have, too, but no number of it.
  if (subject.kind === 'company' && !hasOpenCount(query, query.constraints)) return false;
  const isOfProducts = (key: string): boolean => {
    const kinds = holders.get(key.slice(2));
    return kinds?.size === 1 && kinds.has('product');
  };
  return terms.some(
    (term) => isMeasured(term) && term.keys.some(isOfProducts) && !term.keys.includes(`a:${first.attribute}`),
  );
}

/** "Which scooter has more power": what is more of a kind by nothing that is known is no fact that speaks of the kind. */
export const isUnmeasured = ({ spans, operators, mentions, attributes, terms, constraints }: Query): boolean =>
  operators.has('more') !== operators.has('less') &&
  mentions.length + attributes.length + constraints.length === 0 &&
  spans.some(
    (span, at) => meaningOf(span, 'class') && spans[at - 1] && means(spans[at - 1] as Span, 'question', 'which'),
  ) &&
  terms.every(({ role, weight }) => role === 'class' || weight < CONDITION);

/** "The lightest scooter", where no scooter's weight is known: nothing else that is told of scooters answers. */
export function isUnheldExtreme(
  { superlative, classes, asks }: Query,
  { groups: [first] }: Finding,
  { knowledge }: Context,
): boolean {
  const by = superlative?.attribute;
  if (by === undefined || classes.length === 0 || [...asks].some((id) => !OF_EXTREMES.has(id))) return false;
  return isFigure(knowledge.attributes.get(by)?.kind) && first?.attribute !== by;
}

/** "When did that system first come out": of no kind of things, it is the first of what is named itself. */
export const isFirstOfIts = ({ superlative, classes, mentions }: Query, { groups }: Finding): boolean =>
  superlative?.attribute !== undefined &&
  classes.length === 0 &&
  groups.some(
    ({ subject, attribute }) =>
      attribute === superlative.attribute && mentions.some(({ ids }) => ids.length === 1 && ids.includes(subject)),
  );

/** Words that are neither conditions nor attributes of products ask for a story, not for a list of products. */
export const isTold = ({ terms, constraints, superlative }: Query): boolean =>
  constraints.length === 0 &&
  !superlative &&
  !terms.some(({ role, weight }) => role === 'attribute' && weight >= 0.5) &&
  terms.filter(({ role, weight }) => role === 'content' && weight >= 0.5).length >= 2;

/** "In how many markets is their stuff": a figure that is held is not counted out of a list of everything. */
export const isHeldFigure = (query: Query, { groups }: Finding, said: boolean, { knowledge }: Context): boolean =>
  said &&
  (query.asks.has('how-many') || query.asks.has('count')) &&
  query.constraints.length === 0 &&
  query.classes.every((id) => !knowledge.classes.get(id)?.parent) &&
  query.attributes.length > 0 &&
  groups[0]?.facts[0]?.value.kind === 'quantity';

/** Is something else told than is asked: of others than products, or a sum in another currency? */
export const isOfOthers = (query: Query, finding: Finding, context: Context): boolean =>
  isOfNoProduct(query, finding, context) || isOtherCurrency(query, finding, context);

/** Words that set one thing against another. */
const AGAINST = ['compare', 'more', 'less', 'earlier', 'later', 'difference', 'ratio', 'or'];

/** "How long did the two take": one fact of just the form that is asked tells it of all that are named; they are not compared. */
export function tellsOfAll(query: Query, { accepted, groups: [group] }: Finding, context: Context): boolean {
  const named = query.terms.filter(({ role, weight }) => role === 'subject' && weight >= CONDITION);
  const [fact] = group?.facts ?? [];
  if (!accepted || fact === undefined || named.length < 2 || query.superlative !== undefined) return false;
  if (AGAINST.some((id) => query.operators.has(id))) return false;
  if (!named.every((term) => (group?.covered.get(term) ?? 0) > STRENGTH.involved)) return false;
  const isFormed = [...query.asks].filter((id) => FORMED.has(id)).length === 1;
  return isFormed && askFit(fact, query, context) >= ASKED;
}
