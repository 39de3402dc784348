// The ways to answer a query, in the order in which they are tried: the most exact first. What each does stands in its own file.
import { type Attempt, isFound, type Outcome } from './attempt.ts';
import type { Context } from './context.ts';
import { among } from './many/among.ts';
import { unmade } from './many/classes.ts';
import { collect } from './many/collection.ts';
import { compared, lacksOrder, lacksPlace, ofBest, ofMany, ofSome, onOccasion } from './many/collective.ts';
import { shownInstead } from './many/instead.ts';
import { lacking } from './many/lacking.ts';
import { relate } from './many/relative.ts';
import { launchedTogether } from './many/together.ts';
import { whichOf } from './many/which-of.ts';
import { wished } from './many/wished.ts';
import { isByChance } from './matching/chance.ts';
import { hasCues, isAverage, isUnmeasured } from './matching/told.ts';
import { isComment } from './message/comment.ts';
import { isQuestionWord } from './message/sharing.ts';
import { membersOf, namingFamily } from './reading/eponym.ts';
import { CONDITION, type Query } from './reading/query.ts';
import { missingVariant } from './reading/variants.ts';
import { help, smalltalk } from './telling/chat.ts';
import type { Draft } from './telling/compose.ts';
import { present } from './telling/present.ts';
import { onlyOneOf } from './turns/carried.ts';
import { advice } from './ways/advice.ts';
import { atEvent } from './ways/at-event.ts';
import { ofOnlyProduct } from './ways/brand.ts';
import { choicesOf } from './ways/choices.ts';
import { claims } from './ways/claims.ts';
import { correct } from './ways/correction.ts';
import { declineProduct, declineVariant } from './ways/decline.ts';
import { derived } from './ways/derived.ts';
import { explained } from './ways/explained.ts';
import { figureAgainst } from './ways/figure-against.ts';
import { declined, introduced, lacksPart, notToday, ofDescription, told } from './ways/found.ts';
import { ofHolder } from './ways/holder.ts';
import { identified } from './ways/identify.ts';
import { multiple } from './ways/multiple.ts';
import { namesakes } from './ways/namesakes.ts';
import { opposite } from './ways/opposite.ts';
import { plural, pluralFamily } from './ways/plural.ts';
import { premise } from './ways/premise.ts';
import { reckonFacts } from './ways/reckoning.ts';
import { richerVariant } from './ways/richer.ts';
import { fullSpecs } from './ways/specs.ts';
import { stranded } from './ways/stranded.ts';
import { timeBetween } from './ways/time-between.ts';
import { variantsApart } from './ways/variants-apart.ts';

export type Way = {
  /** What `--explain` calls it. */
  readonly name: string;
  /** Only of a query by itself: not of what was spoken of before. */
  readonly alone?: true;
  /** What it answers: in words, or as another way put it; undefined where it does not fit. */
  answer(attempt: Attempt): Draft | Outcome | undefined;
};

export const WAYS: readonly Way[] = [
  { name: 'stranded', alone: true, answer: ofWhole },
  { name: 'smalltalk', answer: ofSmalltalk },
  {
    name: 'empty',
    answer: ({ query, context, composer, commands }) =>
      query.spans.length === 0 ? help('empty', commands, context, composer) : undefined,
  },
  // "When?": of nothing that was spoken of.
  { name: 'question-word', alone: true, answer: (one) => (isQuestionWord(one.query) ? declined(one) : undefined) },
  { name: 'unknown-product', answer: ofUnknown },
  { name: 'unknown-variant', answer: ofMissing },
  { name: 'not-today', answer: notToday },
  { name: 'advice', answer: advised },
  // What is asked for by name, or reckoned from what is.
  { name: 'full-specs', answer: ({ query, context, composer }) => fullSpecs(query, context, composer) },
  {
    name: 'variants-apart',
    alone: true,
    answer: ({ asked, context, composer }) => variantsApart(asked, context, composer),
  },
  { name: 'identified', answer: ({ query, context, composer }) => identified(query, context, composer) },
  { name: 'figure-against', answer: ({ query, context, composer }) => figureAgainst(query, context, composer) },
  { name: 'multiple', answer: ({ query, context, composer }) => multiple(query, context, composer) },
  { name: 'richer-variant', answer: ({ query, context, composer }) => richerVariant(query, context, composer) },
  { name: 'derived', answer: ({ query, context, composer }) => derived(query, context, composer) },
  {
    name: 'time-between',
    alone: true,
    answer: ({ query, finding, context, composer, read, again }) =>
      timeBetween(query, finding, context, composer, read, again),
  },
  {
    name: 'at-event',
    alone: true,
    answer: ({ query, finding, read, again }) => atEvent(query, finding, read, again),
  },
  { name: 'reckoning', answer: ({ query, scope, context, composer }) => reckonFacts(query, scope, context, composer) },
  { name: 'together', answer: ({ query, context, composer }) => launchedTogether(query, context, composer) },
  { name: 'relative', answer: ({ query, scope, context, composer }) => relate(query, scope, context, composer) },
  { name: 'instead', answer: ({ query, scope, context, composer }) => shownInstead(query, scope, context, composer) },
  { name: 'occasion', alone: true, answer: onOccasion },
  { name: 'of-some', alone: true, answer: ofSome },
  { name: 'winner', answer: ofBest },
  // Several side by side.
  { name: 'among', answer: ({ query, scope, context, composer }) => among(query, scope, context, composer) },
  { name: 'which-of', answer: ({ query, scope, context, composer }) => whichOf(query, scope, context, composer) },
  { name: 'compare', answer: compared },
  // What the question takes for granted.
  { name: 'explained', answer: ({ query, scope, context, composer }) => explained(query, scope, context, composer) },
  {
    name: 'premise',
    answer: ({ query, finding, scope, context, composer }) => premise(query, finding, scope, context, composer),
  },
  {
    name: 'claims',
    answer: ({ query, finding, scope, context, composer }) => claims(query, finding, scope, context, composer),
  },
  {
    name: 'opposite',
    answer: ({ query, finding, scope, context, composer }) => opposite(query, finding, scope, context, composer),
  },
  { name: 'average', answer: (one) => (isAverage(one.query, one.finding, one.context) ? declined(one) : undefined) },
  // Of all there are.
  { name: 'lacking', alone: true, answer: ({ query, context, composer }) => lacking(query, context, composer) },
  { name: 'wished', alone: true, answer: ({ asked, context, composer }) => wished(asked, context, composer) },
  { name: 'place-in-order', alone: true, answer: (one) => (lacksPlace(one) ? declined(one) : undefined) },
  { name: 'unmade', alone: true, answer: ({ query, context, composer }) => unmade(query, context, composer) },
  { name: 'collection', alone: true, answer: ofMany },
  { name: 'described', alone: true, answer: ofDescription },
  { name: 'unmeasured', alone: true, answer: (one) => (isUnmeasured(one.query) ? declined(one) : undefined) },
  { name: 'unranked', answer: (one) => (lacksOrder(one) ? declined(one) : undefined) },
  { name: 'namesakes', alone: true, answer: ({ query, context, composer }) => namesakes(query, context, composer) },
  { name: 'introduction', answer: introduced },
  // What was found, where it is what is asked for.
  {
    name: 'chance',
    alone: true,
    answer: (one) => (isByChance(one.finding, one.query, one.context) ? declined(one) : undefined),
  },
  { name: 'lacking-part', answer: (one) => (lacksPart(one) ? declined(one) : undefined) },
  { name: 'facts', answer: told },
  // Nothing was found of the question as it stands.
  { name: 'other-reading', answer: ofOtherReading },
  { name: 'family', alone: true, answer: ofFamily },
  {
    name: 'only-product',
    answer: ({ query, context, again }) => {
      const only = ofOnlyProduct(query, context);
      return only && again(only);
    },
  },
  {
    name: 'correction',
    answer: ({ query, finding, scope, context, composer }) => correct(query, finding, scope, context, composer),
  },
];

function ofWhole({ asked, finding, context, read, again }: Attempt): Outcome | undefined {
  const cut = stranded(asked, context, read);
  const whole = cut && again(cut.query);
  return whole && (isFound(whole) || !hasCues(finding, cut.words, context)) ? whole : undefined;
}

/** "How were they thanked", "hello, what costs 399 euros": something is asked. */
function ofSmalltalk({ query, context, composer, commands }: Attempt): Draft | undefined {
  const isWordless = query.terms.every(({ weight, role }) => role === 'content' && weight < CONDITION);
  const isAlone = isWordless && query.asks.size + query.constraints.length === 0;
  return query.smalltalk && (isAlone || isComment(query, query))
    ? smalltalk(query.smalltalk, commands, context, composer)
    : undefined;
}

function ofUnknown({ query, scope, finding, context, composer, read, again }: Attempt): Draft | Outcome | undefined {
  if (!query.unknownProduct) return undefined;
  // "The band 6" is not the only band there is, whatever else is told of bands and six.
  const isNumbered = onlyOneOf(query, context) !== undefined;
  if (!isNumbered && finding.accepted && finding.content > 0.9 && query.mentions.length === 0) return undefined;
  const family = pluralFamily(query, context, read);
  if (family) return again(family);
  const many = plural(query, scope, context, read);
  if (!many) return declineProduct(query.unknownProduct, context, composer);
  return { draft: present(many, query, composer), accepted: true, scope, finding: many, way: 'plural' };
}

function ofMissing({ query, context, composer }: Attempt): Draft | undefined {
  const missing = missingVariant(query, context);
  return missing && declineVariant(missing, composer);
}

/** No advice is given, and what can be compared is told: that answers. */
function advised({ query, scope, finding, context, composer }: Attempt): Outcome | undefined {
  const draft = advice(query, scope, context, composer);
  return draft && { draft, accepted: true, scope, finding, way: 'advice' };
}

/** A question that is not answered as it stands: with one side of its choice, then of who holds an office or the family that its model gives the name to. */
function ofOtherReading({ query, context, again }: Attempt): Outcome | undefined {
  for (const other of otherReadings(query, context)) {
    const outcome = again(other);
    if (isFound(outcome)) return outcome;
  }
  return undefined;
}

function* otherReadings(query: Query, context: Context): Generator<Query> {
  yield* choicesOf(query);
  yield* ofHolder(query, context);
  const family = query.asks.has('which') || query.operators.has('or') ? namingFamily(query, context) : query;
  if (family !== query) yield family;
}

function ofFamily({ query, context, composer }: Attempt): Draft | undefined {
  const members = membersOf(query, context);
  return members && collect(members, context, composer);
}
