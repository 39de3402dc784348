// From a query to a draft: tries the ways a question can be answered, the most exact first, and declines when none fits.
import type { Command } from '../command.ts';
import type { Context } from './context.ts';
import { among } from './many/among.ts';
import { asksWhatCame } from './many/came.ts';
import { unmade } from './many/classes.ts';
import { collect, collectMany, isCollective } from './many/collection.ts';
import { compare, isUnranked } from './many/comparison.ts';
import { ofEverything } from './many/everything.ts';
import { shownInstead } from './many/instead.ts';
import { lacking } from './many/lacking.ts';
import { asksPlace, isOfSome } from './many/nth.ts';
import { ofOccasion } from './many/occasion.ts';
import { withProductsOfBrands } from './many/of-brand.ts';
import { asOnlyProduct } from './many/only.ts';
import { relate } from './many/relative.ts';
import { launchedTogether } from './many/together.ts';
import { namesValue, withFigures } from './many/valued.ts';
import { bestVariant, ofWinner } from './many/winner.ts';
import { wished } from './many/wished.ts';
import { isByChance } from './matching/chance.ts';
import { type Finding, lookup, ONE_ANSWER } from './matching/lookup.ts';
import {
  hasCues,
  isAverage,
  isFirstOfIts,
  isHeldFigure,
  isOfOthers,
  isOtherSum,
  isTold,
  isToldElsewhere,
  isUnheldExtreme,
  isUnmeasured,
  tellsOfAll,
} from './matching/told.ts';
import { lookupClauses } from './message/clauses.ts';
import { isQuestionWord } from './message/sharing.ts';
import { membersOf, namingFamily } from './reading/eponym.ts';
import { meant } from './reading/meant.ts';
import { CONDITION, isMeasured, type Query } from './reading/query.ts';
import { missingVariant, productOfSizes } from './reading/variants.ts';
import { help, smalltalk } from './telling/chat.ts';
import type { Composer, Draft } from './telling/compose.ts';
import { present } from './telling/present.ts';
import { alsoNaming, onlyOneOf } from './turns/carried.ts';
import { advice } from './ways/advice.ts';
import { ambiguous } from './ways/ambiguous.ts';
import { atEvent } from './ways/at-event.ts';
import { ofOnlyProduct } from './ways/brand.ts';
import { choicesOf } from './ways/choices.ts';
import { claims } from './ways/claims.ts';
import { correct } from './ways/correction.ts';
import { decline, declineProduct, declineVariant } from './ways/decline.ts';
import { derived } from './ways/derived.ts';
import { ofDescribed } from './ways/described.ts';
import { explained } from './ways/explained.ts';
import { figureAgainst } from './ways/figure-against.ts';
import { ofHolder } from './ways/holder.ts';
import { identified } from './ways/identify.ts';
import { asksWho } from './ways/introducing.ts';
import { multiple } from './ways/multiple.ts';
import { namesakes } from './ways/namesakes.ts';
import { opposite } from './ways/opposite.ts';
import { plural, pluralFamily } from './ways/plural.ts';
import { premise } from './ways/premise.ts';
import { reckonFacts } from './ways/reckoning.ts';
import { richerVariant } from './ways/richer.ts';
import { intro } from './ways/sheet.ts';
import { fullSpecs } from './ways/specs.ts';
import { stranded } from './ways/stranded.ts';
import { lacksEvent, timeBetween } from './ways/time-between.ts';
import {
  asksForName,
  asksForProduct,
  asksUnnamed,
  lacksFirst,
  lacksName,
  lacksPerson,
  lacksShare,
} from './ways/unnamed.ts';
import { variantsApart } from './ways/variants-apart.ts';

export type Outcome = {
  readonly draft: Draft;
  readonly accepted: boolean;
  readonly scope: readonly string[];
  readonly finding: Finding;
};

/** A reading and what came of it. `continues`: it was a turn of the last question, which stays the one to carry on. */
export type Best = {
  readonly query: Query;
  readonly outcome: Outcome;
  readonly continues: boolean;
  /** That question, with what the turn put in its place. */
  readonly retold?: string | undefined;
};

/**
 * Answers one query.
 * @param scope subjects carried over from the conversation, where the query names none
 */
export function answerQuery(
  asked: Query,
  scope: readonly string[],
  context: Context,
  composer: Composer,
  commands: readonly Command[],
  read: (text: string) => Query,
): Outcome {
  const sized = scope.length === 0 ? productOfSizes(asked, context) : undefined;
  if (sized !== undefined)
    return answerQuery({ ...alsoNaming(asked, sized), classes: [] }, scope, context, composer, commands, read);
  const named = withProductsOfBrands(asked, context);
  const query = meant(scope.length > 0 ? named : asOnlyProduct(ofEverything(named, context), context), scope, context);
  const direct = lookup(query, scope, context);
  const finding = lookupClauses(query, direct, scope, read, context);
  const done = (draft: Draft): Outcome => ({ draft, accepted: draft.kind !== 'abstain', scope, finding });
  const again = (other: Query, about = scope): Outcome => answerQuery(other, about, context, composer, commands, read);
  const cut = scope.length === 0 ? stranded(asked, context, read) : undefined;
  const whole = cut && again(cut.query);
  if (whole && (isFound(whole) || !hasCues(finding, cut.words, context))) return whole;
  const wordless = query.terms.every(({ weight, role }) => role === 'content' && weight < CONDITION);
  // "How were they thanked", "hello, what costs 399 euros": something is asked.
  if (query.smalltalk && wordless && query.asks.size + query.constraints.length === 0)
    return done(smalltalk(query.smalltalk, commands, context, composer));
  if (query.spans.length === 0) return done(help('empty', commands, context, composer));
  // "When?": of nothing that was spoken of.
  if (scope.length === 0 && isQuestionWord(query)) return done(decline(query, finding, scope, context, composer));
  // "The band 6" is not the only band there is, whatever else is told of bands and six.
  const isNumbered = query.unknownProduct !== undefined && onlyOneOf(query, context) !== undefined;
  const isSaid = !isNumbered && finding.accepted && finding.content > 0.9 && query.mentions.length === 0;
  if (query.unknownProduct && !isSaid) {
    const family = pluralFamily(query, context, read);
    if (family) return again(family);
    const many = plural(query, scope, context, read);
    return many
      ? { draft: present(many, query, composer), accepted: true, scope, finding: many }
      : done(declineProduct(query.unknownProduct, context, composer));
  }
  const missing = missingVariant(query, context);
  if (missing) return done(declineVariant(missing, composer));
  if (
    query.today &&
    finding.accepted &&
    finding.groups.some(({ attribute }) => context.knowledge.attributes.get(attribute)?.volatile)
  )
    return done(notToday(finding, composer));
  const advised = advice(query, scope, context, composer);
  if (advised) return { draft: advised, accepted: true, scope, finding };
  const exact =
    fullSpecs(query, context, composer) ??
    (scope.length === 0 ? variantsApart(asked, context, composer) : undefined) ??
    identified(query, context, composer) ??
    figureAgainst(query, context, composer) ??
    multiple(query, context, composer) ??
    richerVariant(query, context, composer) ??
    derived(query, context, composer) ??
    (scope.length === 0 ? timeBetween(query, finding, context, composer, read, again) : undefined) ??
    (scope.length === 0 ? atEvent(query, finding, read, again) : undefined) ??
    reckonFacts(query, scope, context, composer) ??
    launchedTogether(query, context, composer) ??
    relate(query, scope, context, composer);
  if (exact) return done(exact);
  const instead = shownInstead(query, scope, context, composer);
  if (instead) return done(instead);
  const occasion = scope.length === 0 ? ofOccasion(query, context) : undefined;
  const shown = occasion && collectMany(occasion, true, context, composer);
  if (shown) return done(shown);
  // "The second cheapest of the line", "the cheapest of the line with NFC": no verdict on which is the cheapest.
  const isNamed = asked.classes.length + asked.mentions.length > 0;
  const several = scope.length === 0 && isNamed && isOfSome(query, context) && isCollective(query, context);
  const ranked = several ? collect(query, context, composer) : undefined;
  if (ranked) return done(ranked);
  if (query.superlative) {
    const best = ofWinner(query, context);
    const ofBest = best && again(best, []);
    if (ofBest && isFound(ofBest)) return ofBest;
    const variant = bestVariant(query, context, composer);
    if (variant) return done(variant);
  }
  const told =
    among(query, scope, context, composer) ??
    (tellsOfAll(query, direct, context)
      ? present(direct, query, composer)
      : compare(query, scope, context, composer)) ??
    explained(query, scope, context, composer) ??
    premise(query, finding, scope, context, composer) ??
    claims(query, finding, scope, context, composer) ??
    opposite(query, finding, scope, context, composer);
  if (told) return done(told);
  if (isAverage(query, finding, context)) return done(decline(query, finding, scope, context, composer));
  const isOther = isOfOthers(query, finding, context);
  const said = finding.accepted && !isOther && (finding.content >= ONE_ANSWER || isTold(query));
  const by = query.superlative?.attribute;
  const ranks = by !== undefined && query.classes.length > 0 && context.knowledge.attributes.get(by)?.kind !== 'date';
  const bare = query.terms.every(({ role, weight }) => role !== 'content' || weight < CONDITION);
  const without =
    scope.length === 0 ? (lacking(query, context, composer) ?? wished(asked, context, composer)) : undefined;
  if (without) return done(without);
  // "What was the second phone": nothing but what says so of a product tells it.
  const isOfProduct = context.knowledge.subjects.get(finding.groups[0]?.subject ?? '')?.kind === 'product';
  if (scope.length === 0 && asksPlace(query, context) && !(said && isOfProduct))
    return done(decline(query, finding, scope, context, composer));
  const nothing = scope.length === 0 ? unmade(query, context, composer) : undefined;
  if (nothing) return done(nothing);
  if (
    scope.length === 0 &&
    !(said && isFirstOfIts(query, finding)) &&
    !isHeldFigure(query, finding, said, context) &&
    isCollective(query, context) &&
    (bare ||
      !said ||
      ranks ||
      query.constraints.length > 0 ||
      asksWhatCame(query, context) ||
      namesValues(query, context))
  ) {
    const many = collectMany(query, isToldElsewhere(query, finding, context), context, composer);
    if (many) return done(many);
  }
  const described = scope.length === 0 && !isWhole(finding, asked) ? ofDescribed(asked, context) : undefined;
  const ofIt = described && again(described);
  if (ofIt && isFound(ofIt)) return ofIt;
  // "The nicest speaker": what is most of a kind, by nothing that is measured, is no fact that speaks of the kind.
  const areOfProducts = query.attributes.every((id) => context.holders.get(id)?.has('product') !== false);
  const ofKind = by === undefined && query.classes.length > 0 && query.mentions.length === 0 && areOfProducts;
  const isNotHeld = scope.length === 0 && isUnheldExtreme(query, finding, context);
  if (scope.length === 0 && isUnmeasured(query)) return done(decline(query, finding, scope, context, composer));
  if (query.superlative !== undefined && bare && (ofKind || isNotHeld || isUnranked(query, scope, context)))
    return done(decline(query, finding, scope, context, composer));
  const all = scope.length === 0 ? namesakes(query, context, composer) : undefined;
  if (all) return done(all);
  const whom = asksWho(query, finding, said, scope, context);
  const introduced = context.knowledge.subjects.get(whom ?? '');
  const isUnnamed = introduced?.unnamed === true && asksForName(query);
  // "Which models were given to him": who he is tells none.
  const isNoModel = introduced?.kind === 'person' && asksForProduct(query, context);
  if (whom && (isUnnamed || isNoModel)) return done(decline(query, finding, scope, context, composer));
  if (whom) return done(intro(whom, context, composer));
  if (scope.length === 0 && isByChance(finding, query, context))
    return done(decline(query, finding, scope, context, composer));
  const lacks = (): boolean =>
    [lacksShare, lacksName, lacksFirst, lacksEvent].some((isSo) => isSo(query, finding, context));
  if (finding.accepted && lacksPerson(query, finding, scope, context))
    return done(decline(query, finding, scope, context, composer));
  if (finding.accepted && !isOther && lacks()) return done(decline(query, finding, scope, context, composer));
  if (finding.accepted && !isOther && asksUnnamed(query, finding, context))
    return done({ kind: 'abstain', lead: present(finding, query, composer).lead });
  if (finding.accepted && !isOther && !isOtherSum(query, finding, context))
    return done(ambiguous(finding, query, scope, context, composer) ?? present(finding, query, composer));
  for (const other of otherReadings(query, context)) {
    const outcome = again(other);
    if (isFound(outcome)) return outcome;
  }
  const members = scope.length === 0 ? membersOf(query, context) : undefined;
  const listing = members && collect(members, context, composer);
  if (listing) return done(listing);
  const only = ofOnlyProduct(query, context);
  if (only) return again(only);
  const correction = correct(query, finding, scope, context, composer);
  return done(correction ?? decline(query, finding, scope, context, composer));
}

/** Every attribute that is asked for is one of those that were found. */
const isWhole = ({ accepted, groups }: Finding, { terms, implied }: Query): boolean =>
  accepted &&
  [...terms.filter(isMeasured).map(({ keys }) => keys), ...implied.map((id) => [`a:${id}`])].every((keys) =>
    groups.some(({ attribute }) => keys.includes(`a:${attribute}`)),
  );

/** Answered, and by facts that account for the question. */
const isFound = ({ accepted, finding }: Outcome): boolean => accepted && finding.accepted;

/** A question that is not answered as it stands: with one side of its choice, then of who holds an office or the family that its model gives the name to. */
function* otherReadings(query: Query, context: Context): Generator<Query> {
  yield* choicesOf(query);
  yield* ofHolder(query, context);
  const family = query.asks.has('which') || query.operators.has('or') ? namingFamily(query, context) : query;
  if (family !== query) yield family;
}

/** "With FHD+ screens": each word that sets a condition is a value that products have. */
const namesValues = (query: Query, context: Context): boolean =>
  query.classes.length > 0 &&
  query.mentions.every(({ ids }) => !ids.includes(context.root)) &&
  withFigures(query.terms, query).every(
    (term) => term.role !== 'content' || term.weight < CONDITION || namesValue(term, context),
  );

function notToday(finding: Finding, { messages, format }: Composer): Draft {
  const fact = finding.groups[0]?.facts[0];
  const lead = fact
    ? messages.say('not-today', { value: format.value(fact.value), date: format.date(fact.asOf) })
    : messages.say('unknown');
  return { kind: 'abstain', lead };
}
