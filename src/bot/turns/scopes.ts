// Of whom a turn is asked that names nothing of its own: of what was spoken of before, and then by itself.

import type { Context } from '../context.ts';
import { OF_LISTS } from '../matching/told.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import { alsoNaming, besideNamed, held, isOfClass, isOfOther, isOfPlaces } from './carried.ts';
import { isFragment } from './fragment.ts';
import { asksIt, ofWhatWasSaid } from './pronoun.ts';

/** "How many does it sell", behind an event: what the company has, and nothing of the kind that was spoken of. */
function isOfNoSuch(query: Query, id: string, context: Context): boolean {
  const { knowledge, holders } = context;
  const kind = knowledge.subjects.get(id)?.kind;
  const isAlone = query.terms.every(
    ({ role, weight }) => role === 'attribute' || role === 'subject' || weight < CONDITION,
  );
  if (kind === 'place' || !isAlone || !held(query, context)) return false;
  return (
    kind !== undefined &&
    kind !== 'product' &&
    measuresOf(query, context).every((one) => holders.get(one)?.has(kind) !== true)
  );
}

/** "Who is the CEO", behind a brand: whom the company has, and the brand, to which nothing refers, has not. */
function isOfRootOnly(query: Query, id: string, context: Context): boolean {
  const { pronouns, followup } = query;
  if (context.knowledge.subjects.get(id)?.kind !== 'company' || pronouns.size > 0 || followup) return false;
  const asked = measuresOf(query, context);
  if (!asked.every((one) => context.knowledge.attributes.get(one)?.kind === 'subject')) return false;
  return held(query, context) && !context.ownFacts.get(id)?.some(({ attribute }) => asked.includes(attribute));
}

/** Which of those that were spoken of can have what is asked, where the first of them can. */
function ofKindOf(query: Query, first: string | undefined, { knowledge, holders }: Context): (id: string) => boolean {
  const asked = measuresOf(query, { knowledge });
  const kinds = new Set(asked.flatMap((one) => [...(holders.get(one) ?? [])]));
  const canHold = (id = ''): boolean => kinds.has(knowledge.subjects.get(id)?.kind ?? 'event');
  return asked.length > 0 && canHold(first) ? canHold : () => true;
}

const measuresOf = ({ attributes }: Query, { knowledge }: Pick<Context, 'knowledge'>): string[] =>
  attributes.filter((one) => !knowledge.attributes.get(one)?.general);

export type Reading = {
  readonly query: Query;
  readonly scope: readonly string[];
  /** Takes over what was spoken of, though not as its scope. */
  readonly goesOn?: boolean;
  /** Of all that were compared: likelier than of one of them. */
  readonly together?: boolean;
  /** What was said, with what it takes over: the question to go on from. */
  readonly said?: string;
};

/** A query that names nothing of its own is first read of what was spoken of before, then for itself. */
export function* withScopes(
  asked: Query,
  spokenOf: readonly string[],
  context: Context,
  asksWho = false,
  other?: string,
): Generator<Reading> {
  const query =
    spokenOf.length > 0 && asksIt(asked)
      ? { ...asked, classes: [], terms: asked.terms.filter(({ role }) => role !== 'class') }
      : asked;
  const { root, knowledge } = context;
  // "She" is a person, if one was spoken of.
  const isPerson = (id: string): boolean => knowledge.subjects.get(id)?.kind === 'person';
  const known = spokenOf.filter(isPerson);
  // … and who answered the question "who" before those whom it named.
  const persons = asksWho ? known.reverse() : known;
  const ordered = query.pronouns.has('person') ? [...persons, ...spokenOf.filter((id) => !isPerson(id))] : spokenOf;
  // One company is named: another that was spoken of is not meant.
  const isOfRoot = query.mentions.some(({ ids }) => ids.includes(root));
  const refers = query.pronouns.size > 0 || query.followup;
  // "What is the cheapest under 40": asks within bounds of its own.
  const isBounded = query.superlative !== undefined && query.constraints.length > 0 && !refers;
  // "How much did it cost", behind a product and who made it: no person has a price.
  const isAskable = ofKindOf(query, ordered[0], context);
  const before = isBounded
    ? []
    : ordered.filter(
        (id) =>
          isAskable(id) &&
          !isOfRootOnly(query, id, context) &&
          !(isOfRoot && knowledge.subjects.get(id)?.kind === 'company'),
      );
  const isPlace = (id: string): boolean => knowledge.subjects.get(id)?.kind === 'place';
  // "How many buildings has the campus": a place that is no market is what is asked of.
  const own = query.mentions.some(
    ({ ids }) => !ids.includes(root) && ids.some((id) => !isPlace(id) || !context.markets.has(id)),
  );
  // "Which of its phones": a list is asked for, whatever was spoken of; what came of a plan is told of it.
  const told =
    query.pronouns.has('thing') && ['event', 'programme'].includes(knowledge.subjects.get(before[0] ?? '')?.kind ?? '');
  const ofKind = query.superlative !== undefined || query.constraints.length > 0;
  const collects = !told && query.classes.length > 0 && ((ofKind && !refers) || !OF_LISTS.isDisjointFrom(query.asks));
  const fitting = query.classes.length > 0 ? before.filter((id) => isOfClass(query, id, context)) : before;
  const isFirst = !own && before[0] !== undefined && isOfNoSuch(query, before[0], context);
  if (isFirst) yield { query, scope: [] };
  if (own) for (const both of besideNamed(query, before, context)) yield { query: both, scope: [], goesOn: true };
  if (!own && before.length > 0 && query.classes.length === 0) {
    for (const id of before.filter((one) => !isPlace(one) || isOfPlaces(query, context)))
      yield isPlace(id) && !query.mentions.some(({ ids }) => ids.some(isPlace))
        ? { query: alsoNaming(query, id), scope: [], goesOn: true }
        : { query, scope: [id] };
  } else if (!own && refers && !collects) for (const id of fitting) yield { query, scope: [id] };
  // "It" and "he" can only mean what was spoken of: read for itself, the question would be another one.
  const plain =
    query.terms.every(
      ({ role, weight, keys }) =>
        role === 'attribute' || role === 'place' || weight < CONDITION || keys.every((key) => isPlace(key.slice(2))),
    ) && query.classes.length === 0;
  const bound =
    !own &&
    !collects &&
    !isOfRoot &&
    fitting.length > 0 &&
    (isOfOther(query, other, context) ||
      (query.pronouns.has('thing') &&
        !(isPerson(fitting[0] ?? '') && held(query, context)) && // "when was it listed": no person is "it"
        !ofWhatWasSaid(query, fitting[0] ?? '', context)) ||
      query.pronouns.has('person') ||
      (plain && query.attributes.length + query.implied.length > 0 && !held(query, context)) ||
      isFragment(query, ['product', 'person'].includes(knowledge.subjects.get(fitting[0] ?? '')?.kind ?? '')));
  if (!bound && !isFirst) yield { query, scope: [] };
}
