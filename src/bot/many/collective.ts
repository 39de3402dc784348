// When a question is one of many products: of all of a kind, of the first of an order, of some that are named.
import { type Attempt, isFound, isSaid, type Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { isFirstOfIts, isHeldFigure, isToldElsewhere, isUnheldExtreme, tellsOfAll } from '../matching/told.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import type { Draft } from '../telling/compose.ts';
import { present } from '../telling/present.ts';
import { asksWhatCame } from './came.ts';
import { collect, collectMany, isCollective } from './collection.ts';
import { compare, isUnranked } from './comparison.ts';
import { asksPlace, isOfSome } from './nth.ts';
import { ofOccasion } from './occasion.ts';
import { namesValue, withFigures } from './valued.ts';
import { bestVariant, ofWinner } from './winner.ts';

export function onOccasion({ query, context, composer }: Attempt): Draft | undefined {
  const occasion = ofOccasion(query, context);
  return occasion && collectMany(occasion, true, context, composer);
}

/** "The second cheapest of the line", "the cheapest of the line with NFC": no verdict on which is the cheapest. */
export function ofSome({ asked, query, context, composer }: Attempt): Draft | undefined {
  const isNamed = asked.classes.length + asked.mentions.length > 0;
  const isAsked = isNamed && isOfSome(query, context) && isCollective(query, context);
  return isAsked ? collect(query, context, composer) : undefined;
}

export function ofBest({ query, context, composer, again }: Attempt): Draft | Outcome | undefined {
  if (!query.superlative) return undefined;
  const best = ofWinner(query, context);
  const outcome = best && again(best, []);
  return outcome && isFound(outcome) ? outcome : bestVariant(query, context, composer);
}

export const compared = ({ query, direct, scope, context, composer }: Attempt): Draft | undefined =>
  tellsOfAll(query, direct, context) ? present(direct, query, composer) : compare(query, scope, context, composer);

/** "What was the second phone": nothing but what says so of a product tells it. */
export function lacksPlace(attempt: Attempt): boolean {
  const { query, finding, context } = attempt;
  const isOfProduct = context.knowledge.subjects.get(finding.groups[0]?.subject ?? '')?.kind === 'product';
  return asksPlace(query, context) && !(isOfProduct && isSaid(attempt));
}

/** No word of it sets a condition. */
const isBare = ({ terms }: Query): boolean =>
  terms.every(({ role, weight }) => role !== 'content' || weight < CONDITION);

/** The kind of what it is the most of, where it is. */
function orderOf({ superlative }: Query, { knowledge }: Context): string | undefined {
  const by = superlative?.attribute;
  return by === undefined ? undefined : knowledge.attributes.get(by)?.kind;
}

/** A list, a count or the most of a kind, where no fact tells what is asked. */
export function ofMany(attempt: Attempt): Draft | undefined {
  const { query, finding, context, composer } = attempt;
  if (!isCollective(query, context)) return undefined;
  const isTold = isSaid(attempt);
  if ((isTold && isFirstOfIts(query, finding)) || isHeldFigure(query, finding, isTold, context)) return undefined;
  const ranks = query.superlative?.attribute !== undefined && query.classes.length > 0;
  const isList =
    isBare(query) ||
    !isTold ||
    (ranks && orderOf(query, context) !== 'date') ||
    query.constraints.length > 0 ||
    asksWhatCame(query, context) ||
    namesValues(query, context);
  return isList ? collectMany(query, isToldElsewhere(query, finding, context), context, composer) : undefined;
}

/** "With FHD+ screens": each word that sets a condition is a value that products have. */
const namesValues = (query: Query, context: Context): boolean =>
  query.classes.length > 0 &&
  query.mentions.every(({ ids }) => !ids.includes(context.root)) &&
  withFigures(query.terms, query).every(
    (term) => term.role !== 'content' || term.weight < CONDITION || namesValue(term, context),
  );

/** "The nicest speaker": what is most of a kind, by nothing that is measured, is no fact that speaks of the kind. */
export function lacksOrder({ query, finding, scope, context }: Attempt): boolean {
  if (query.superlative === undefined || !isBare(query)) return false;
  const areOfProducts = query.attributes.every((id) => context.holders.get(id)?.has('product') !== false);
  const isOfKind = query.classes.length > 0 && query.mentions.length === 0 && areOfProducts;
  return (
    (isOfKind && query.superlative.attribute === undefined) ||
    (scope.length === 0 && isUnheldExtreme(query, finding, context)) ||
    isUnranked(query, scope, context)
  );
}
