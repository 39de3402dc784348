// The cheapest, the heaviest, the newest of many: ranked by one attribute, each currency for itself.
import type { Fact, Subject } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { offerFits } from '../matching/unit-fit.ts';
import type { Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import type { Column } from './columns.ts';

/** A product that meets a question's conditions, and the facts by which it does. */
export type Hit = { readonly subject: Subject; readonly facts: readonly Fact[] };

/** Does this kind of price answer: the one that was asked for, else any but an early-bird price? */
export const isPrice = (fact: Fact, query: Query, context: Context): boolean =>
  query.offer ? offerFits(fact, query.offer, context) : fact.offer !== 'early-bird';

/** A product's fact among others, by its size: base units, one currency, or days. */
export type Placed = { readonly place: number; readonly fact: Fact; readonly size: number };

/** More products than this that share the first place are not named one by one. */
const MOST_WINNERS = 200;

/** What the values of a column are ranked by. */
export const sizesOf = ({ low, high }: Column, pick: 'max' | 'min'): Float64Array => (pick === 'max' ? high : low);

/** Visits the facts of an attribute, with their sizes, of the products that are held; sums in the asked currency and kind only. */
export function each(
  has: (place: number) => boolean,
  attribute: string,
  pick: 'max' | 'min',
  query: Query,
  context: Context,
  visit: (place: number, size: number, fact: Fact, currency: string) => void,
): void {
  const { columns, knowledge } = context;
  const column = columns.of(attribute);
  const { indexes, places, valueAt } = column;
  const sizes = sizesOf(column, pick);
  const money = knowledge.attributes.get(attribute)?.kind === 'money';
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    const size = sizes[valueAt[at] as number] as number;
    if (Number.isNaN(size) || !has(place)) continue;
    const fact = knowledge.facts[indexes[at] as number] as Fact;
    const currency = money && fact.value.kind === 'money' ? fact.value.currency : '';
    if (currency && (!isPrice(fact, query, context) || (query.currency ?? currency) !== currency)) continue;
    visit(place, size, fact, currency);
  }
}

/** Those of the found products that have the most or the least of an attribute; undefined where none has it. */
export function superlative(
  found: { readonly has: (place: number) => boolean; hit(place: number): Hit },
  attribute: string,
  query: Query,
  context: Context,
  composer: Composer,
): Draft | undefined {
  // "The cheapest with 64 GB": the price of the variant that has it.
  const hits = new Map<
    number,
    { readonly variants: ReadonlySet<string | undefined>; readonly bound: readonly Fact[] }
  >();
  const isOfVariant = (place: number, fact: Fact): boolean => {
    const known = hits.get(place);
    const hit = known ? undefined : found.hit(place);
    const own = known ?? {
      variants: hit ? variantsOf(hit, attribute) : new Set(),
      // "The dearest under 150": of its prices those that are under it.
      bound: hit ? hit.facts.filter((one) => one.attribute === attribute) : [],
    };
    hits.set(place, own);
    return (
      (own.variants.size === 0 || own.variants.has(fact.variant)) &&
      (own.bound.length === 0 || own.bound.includes(fact))
    );
  };
  const winners = winnersOf(found.has, attribute, query, context, isOfVariant);
  const [lead, ...lines] = winners.map((own) => sentence(own, attribute, query, composer));
  return lead === undefined ? undefined : { lead, lines, facts: winners.flat().map(({ fact }) => fact) };
}

/** The variants by which a product meets the conditions; none where it meets them as it is. */
const variantsOf = ({ facts }: Hit, attribute: string): ReadonlySet<string> =>
  new Set(
    facts.flatMap((fact) =>
      fact.variant !== undefined && fact.attribute !== attribute && fact.value.kind === 'quantity'
        ? [fact.variant]
        : [],
    ),
  );

/**
 * The products with the most or the least of an attribute, each currency for itself; empty where none has it.
 * @param accept which of the sums of a product count
 */
export function winnersOf(
  has: (place: number) => boolean,
  attribute: string,
  query: Query,
  context: Context,
  accept: (place: number, fact: Fact) => boolean = () => true,
): Placed[][] {
  const pick = query.superlative?.pick === 'max' ? 'max' : 'min';
  return context.knowledge.attributes.get(attribute)?.kind === 'money'
    ? firstByCurrency(has, attribute, pick, query, context, accept)
    : [firstOf(has, attribute, pick, context)].filter(({ length }) => length > 0);
}

/** The products with the most or the least, by their sizes alone: nothing else is looked at until it is known. */
function firstOf(
  has: (place: number) => boolean,
  attribute: string,
  pick: 'max' | 'min',
  { columns, knowledge }: Context,
): Placed[] {
  const column = columns.of(attribute);
  const { places, valueAt, indexes } = column;
  const sizes = sizesOf(column, pick);
  let most = Number.NaN;
  for (let at = 0; at < places.length; at++) {
    const size = sizes[valueAt[at] as number] as number;
    const isBetter = pick === 'max' ? !(size <= most) : !(size >= most);
    if (isBetter && !Number.isNaN(size) && has(places[at] as number)) most = size;
  }
  const winners: Placed[] = [];
  for (let at = 0; at < places.length && winners.length < MOST_WINNERS; at++)
    if (sizes[valueAt[at] as number] === most && has(places[at] as number))
      winners.push({
        place: places[at] as number,
        fact: knowledge.facts[indexes[at] as number] as Fact,
        size: most,
      });
  return winners;
}

/** The same for sums, each currency for itself, the most frequent first. */
function firstByCurrency(
  has: (place: number) => boolean,
  attribute: string,
  pick: 'max' | 'min',
  query: Query,
  context: Context,
  accept: (place: number, fact: Fact) => boolean,
): Placed[][] {
  const best = new Map<string, { size: number; count: number; winners: Placed[] }>();
  each(has, attribute, pick, query, context, (place, size, fact, currency) => {
    if (!accept(place, fact)) return;
    const top = best.get(currency) ?? { size, count: 0, winners: [] };
    best.set(currency, top);
    top.count += 1;
    if (size !== top.size && size > top.size === (pick === 'max')) {
      top.size = size;
      top.winners = [];
    }
    if (size === top.size && top.winners.length < MOST_WINNERS) top.winners.push({ place, fact, size });
  });
  return [...best].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).map(([, { winners }]) => winners);
}

function sentence(winners: readonly Placed[], attribute: string, query: Query, composer: Composer): string {
  const { format, messages } = composer;
  const names = [...new Set(winners.map(({ fact }) => format.subject(fact.subject)))];
  const fact = (winners[0] as Placed).fact;
  const value = format.value(fact.value, query.units);
  const label = [format.label(attribute), ...composer.qualifiers(fact)].join(messages.say('separator'));
  return names.length === 1
    ? messages.say('superlative', { subject: names[0] as string, value, label })
    : messages.say('superlative-shared', { subjects: messages.list(names), value, label });
}
