// Whether a fact has the unit, the currency and the kind of price that a question asks for.
import type { Fact, Offer } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import type { Amount } from '../reading/amounts.ts';
import { isMeasured, type Query, type Term } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';

/** Times, counts and ranks are asked for in words that may count anything. */
export const COUNTING = new Set(['times', 'count', 'rank']);

/**
 * Is a price of the asked kind? A starting price answers for a recommended one, and the other way round, where a product
 * has no other; an early-bird price never does.
 */
export function offerFits({ offer, subject, attribute }: Fact, asked: Offer, { ownFacts }: Context): boolean {
  if (offer === asked) return true;
  if (asked === 'early-bird' || offer === 'early-bird') return false;
  return !ownFacts.get(subject)?.some((other) => other.attribute === attribute && other.offer === asked);
}

/** Names an attribute that is a sum. */
const asksSum = ({ terms }: Query, { knowledge }: Context): boolean =>
  terms.some(
    (term) => isMeasured(term) && term.keys.some((key) => knowledge.attributes.get(key.slice(2))?.kind === 'money'),
  );

/** A question for a sum in a currency, or a figure in a unit, is answered by such a value only. */
export function unitFits(fact: Fact, query: Query, context: Context): boolean {
  const { evidence } = context;
  const { value } = fact;
  if (query.currency && value.kind === 'money' && value.currency !== query.currency) return false;
  if (query.currency && value.kind !== 'money' && (!evidence.traits(fact.index).money || asksSum(query, context)))
    return false;
  if (query.offer && value.kind === 'money' && fact.offer !== undefined && !offerFits(fact, query.offer, context))
    return false;
  if (
    query.units.length === 0 ||
    query.terms.some((term) => isMeasured(term) && term.keys.includes(`a:${fact.attribute}`))
  )
    return true;
  return hasUnit(fact, query, context);
}

/** Does the value have, or its text hold, an amount of a unit that the question names? True where it names none, or counts. */
export function hasUnit(fact: Fact, { units }: Query, { knowledge, evidence }: Context): boolean {
  const { value } = fact;
  if (units.length === 0) return true;
  // A score counts no things.
  if (units.some((unit) => COUNTING.has(knowledge.units.get(unit)?.dimension ?? '')))
    return value.kind !== 'quantity' || knowledge.units.get(value.unit)?.dimension !== 'score';
  const own =
    value.kind === 'quantity'
      ? [knowledge.units.get(value.unit)?.dimension ?? '']
      : evidence.traits(fact.index).dimensions;
  return units.some((unit) => own.includes(knowledge.units.get(unit)?.dimension ?? ''));
}

/** Years, days and seconds are written in too many ways to be held to. */
const LOOSE = new Set([...COUNTING, 'time']);

/** Has the fact, or another of the same thing that bears the figure, anything in the unit that was asked with the figure? */
export function bearsUnit(
  fact: Fact,
  { unit = '', keys }: Term,
  { knowledge, evidence, ownFacts, annotator }: Context,
): boolean {
  const dimension = knowledge.units.get(unit)?.dimension ?? '';
  const bears = ({ index, value }: Fact): boolean =>
    evidence.traits(index).dimensions.includes(dimension) ||
    (value.kind === 'quantity' && knowledge.units.get(value.unit)?.dimension === dimension);
  if (LOOSE.has(dimension)) return true;
  if (bears(fact)) {
    // A text that has figures of several kinds has the asked one in the asked unit, or not at all.
    const amounts = evidence.traits(fact.index).dimensions.length > 1 ? amountsIn(fact, annotator) : [];
    const said = amounts.filter((one) => one.unit !== undefined && keys.includes(`n:${one.value}`));
    return said.length === 0 || said.some((one) => knowledge.units.get(one.unit ?? '')?.dimension === dimension);
  }
  // "30 km/h" are no 30 km: the figure is this fact's own, in another unit.
  const { value } = fact;
  if (value.kind === 'quantity' && keys.includes(`n:${value.max}`)) return false;
  // "The 34 inch monitor": all of its facts are of that one.
  const isSaid = ({ index }: Fact): boolean => keys.some((key) => evidence.strength(index, key) > 0);
  const isProduct = knowledge.subjects.get(fact.subject)?.kind === 'product';
  return isProduct && ownFacts.get(fact.subject)?.some((own) => isSaid(own) && bears(own)) === true;
}

const amountsIn = ({ value }: Fact, annotator: Context['annotator']): Amount[] => {
  const texts = value.kind === 'text' ? [value.text] : value.kind === 'list' ? value.items : [];
  return texts.flatMap(({ en }) => annotator.annotate(tokenize(en)).flatMap(({ amount }) => amount ?? []));
};

/** "1 yuan" is no first phone: a sum with its currency is met where a sum is told, and as a fact's own figure in that currency. */
export function bearsSum({ index, value }: Fact, { currency, keys }: Term, { evidence }: Context): boolean {
  if (value.kind === 'money' && keys.includes(`n:${value.amount}`)) return value.currency === currency;
  return evidence.traits(index).money;
}

/** Is the value a quantity of this dimension? */
export const isOf = (dimension: string, { value }: Fact, { units }: Context['knowledge']): boolean =>
  value.kind === 'quantity' && units.get(value.unit)?.dimension === dimension;
