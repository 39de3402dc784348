// The products that meet the conditions of a question about many: each condition is one pass over the columns of the attributes
// that could meet it, and no product is asked by itself.
import type { Subject } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { openPeriods } from '../reading/ordering.ts';
import type { Constraint, Query } from '../reading/query.ts';
import type { Meeting } from './meeting.ts';
import { meetingAmount, meetingCurrency, meetingOffer, sumsOf, usualCurrency } from './meeting-amounts.ts';
import { launched, meetingTerm } from './meeting-terms.ts';
import type { Hit } from './superlative.ts';
import type { Condition } from './valued.ts';

/** The products that were found, by their places among all subjects. */
export type Found = {
  readonly places: readonly number[];
  readonly has: (place: number) => boolean;
  /** A product, and the facts by which it meets the conditions. */
  hit(place: number): Hit;
};

/** Is a class the asked one, or a kind of it? */
export const isA = (own: string, asked: string, knowledge: Context['knowledge']): boolean =>
  own === asked ||
  [knowledge.classes.get(own)?.parent].some((parent) => parent !== undefined && isA(parent, asked, knowledge));

/** "With a chip of that maker": what has no products here is no brand of what is sought, but makes a part of it. */
export const isPartMaker = (id: string, { shelves }: Context['columns']): boolean =>
  shelves.every(({ brand }) => brand !== id);

/** 1 for each product of the asked classes, and of the brands and families among what is mentioned, or of these alone. */
export function domainOf(
  asked: readonly string[],
  mentioned: readonly string[],
  { knowledge, columns, root }: Context,
  among?: readonly string[],
): Uint8Array {
  const isBrand = (id: string): boolean => id !== root && knowledge.subjects.get(id)?.kind === 'company';
  const brands = new Set(mentioned.filter((id) => isBrand(id) && !isPartMaker(id, columns)));
  const families = among ?? mentioned.flatMap((id) => knowledge.subjects.get(id)?.members ?? []);
  const fits = columns.shelves.map(
    ({ classes, brand }) =>
      (asked.length === 0 || asked.some((one) => classes.some((own) => isA(own, one, knowledge)))) &&
      (brands.size === 0 || (brand !== undefined && brands.has(brand))),
  );
  const fitting = Uint8Array.from([false, ...fits], Number);
  const { shelfAt } = columns;
  const domain = flags(shelfAt.length);
  if (families.length > 0)
    for (const place of families.map((id) => columns.placeOf(id)))
      domain[place] = fitting[shelfAt[place] as number] as number;
  else for (let place = 0; place < shelfAt.length; place++) domain[place] = fitting[shelfAt[place] as number] as number;
  return domain;
}

/** Words beside which a kind of things is left out, or one of two. */
const SETTING_APART = ['besides', 'not', 'and', 'or'];

/** "Phone models": of a kind and a kind of it, the narrower is meant. */
function soughtClasses({ classes, operators }: Query, knowledge: Context['knowledge']): readonly string[] {
  if (SETTING_APART.some((id) => operators.has(id))) return classes;
  return classes.filter((one) => !classes.some((other) => other !== one && isA(other, one, knowledge)));
}

/** One flag a subject, and some more so that four can be read at once. */
const flags = (subjects: number): Uint8Array => new Uint8Array(Math.ceil(subjects / 4) * 4);

function keepBoth(held: Uint8Array, met: Uint8Array): void {
  const [all, own] = [new Uint32Array(held.buffer), new Uint32Array(met.buffer)];
  for (let at = 0; at < all.length; at++) all[at] = (all[at] as number) & (own[at] as number);
}

/** Where flags are set. */
function placesIn(held: Uint8Array): number[] {
  const found = new Uint32Array(held.length + 1);
  let count = 0;
  for (let place = 0; place < held.length; place++) {
    found[count] = place;
    count += held[place] as number;
  }
  const places: number[] = new Array(count);
  for (let at = 0; at < count; at++) places[at] = found[at] as number;
  return places;
}

/** Among more products than this, the variants by which each meets several conditions are not held against one another. */
const MANY = 5000;

/** The variants by which a product meets all of several conditions; undefined where it meets them whatever the variant. */
function sharedVariants(conditions: readonly Meeting[], place: number): ReadonlySet<string> | undefined {
  let shared: ReadonlySet<string> | undefined;
  for (const { facts } of conditions) {
    const own = facts(place).map(({ variant }) => variant);
    if (own.includes(undefined)) continue;
    const variants = new Set(own.filter((variant) => variant !== undefined));
    shared = shared ? shared.intersection(variants) : variants;
  }
  return shared;
}

/** 1 for each product of the kind that a query asks for. */
const kindOf = (query: Query, context: Context): Uint8Array =>
  domainOf(
    soughtClasses(query, context.knowledge),
    query.mentions.flatMap(({ ids }) => ids),
    context,
    query.among,
  );

/** "Phones over 1000": the currency in which most of the kind are priced, where a bound is one of a price and names none. */
export function currencyOfBound(query: Query, context: Context): string | undefined {
  const sums = query.constraints.length > 0 ? sumsOf(query, context) : undefined;
  if (!sums || query.constraints.some(({ amount, high }) => amount.unit ?? amount.currency ?? high?.unit))
    return undefined;
  const kind = kindOf(query, context);
  return query.currency ?? usualCurrency(sums, context, (place) => kind[place] === 1);
}

/** The products that meet every amount, every term and the launch time of a query, in the order of their files. */
export function gather(
  query: Query,
  conditions: readonly Constraint[],
  terms: readonly Condition[],
  context: Context,
): Found {
  const { knowledge, columns } = context;
  const periods = openPeriods(query);
  const kind = kindOf(query, context);
  const isOfKind = (place: number): boolean => kind[place] === 1;
  const named = [
    ...conditions.map((condition) => meetingAmount(condition, query, context, isOfKind)),
    ...terms.map((term) => meetingTerm(term, context)),
  ];
  const offered = conditions.length === 0 ? meetingOffer(query, context) : undefined;
  if (offered) named.push(offered);
  const paid = conditions.length === 0 ? meetingCurrency(query, context) : undefined;
  if (paid) named.push(paid);
  const launch = periods.length + query.parts.length > 0 ? launched(periods, query, context) : undefined;
  const held = kind.slice();
  const met = flags(columns.subjects.length);
  for (const condition of launch ? [...named, launch] : named) {
    met.fill(0);
    condition.mark(met);
    keepBoth(held, met);
  }
  const all = placesIn(held);
  // "64 GB under 150 euros": both must be true of one and the same variant.
  const bounds = conditions.length > 1 && all.length <= MANY ? named.slice(0, conditions.length) : [];
  const agreed = new Map(bounds.length > 0 ? all.map((place) => [place, sharedVariants(bounds, place)]) : []);
  const places = all.filter((place) => agreed.get(place)?.size !== 0);
  for (const place of all) if (agreed.get(place)?.size === 0) held[place] = 0;
  const hit = (place: number): Hit => {
    const variants = agreed.get(place);
    const facts = named
      .flatMap((one) => one.facts(place))
      .filter(({ variant }) => variants === undefined || variant === undefined || variants.has(variant));
    const told = facts.length === 0 && launch ? launch.facts(place) : facts;
    return { subject: knowledge.subjects.get(columns.subjects[place] as string) as Subject, facts: [...new Set(told)] };
  };
  return { places, has: (place) => held[place] === 1, hit };
}
