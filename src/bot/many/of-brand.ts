// A brand's name beside a product, where the two are set against each other: its products that have what is asked are meant.

import type { Context } from '../context.ts';
import { withMembers } from '../reading/members.ts';
import type { Mention, Query, Term } from '../reading/query.ts';
import { productsOf } from '../ways/brand.ts';
import { isSetBeside } from './beside.ts';

/** Of a brand with more products that have it, it is not known which is meant. */
const MOST_MEANT = 3;

/**
 * "Does the <brand> have a bigger battery than the 9": the query, naming the brand's products that have a battery.
 * As it is where the brand itself has what is asked, none of its products does, or too many do.
 */
export function withProductsOfBrands(query: Query, context: Context): Query {
  const { mentions, superlative, asks, attributes } = query;
  const { knowledge, ownFacts, implying, root } = context;
  if (mentions.length < 2) return mentions.length === 1 ? withProductOfFigure(query, context) : query;
  const isSet = superlative !== undefined || isSetBeside(query);
  if (!isSet && !(asks.has('which') && attributes.length > 0)) return query;
  const kindOf = ({ ids: [id = ''] }: Mention): string | undefined => knowledge.subjects.get(id)?.kind;
  const isBrand = (one: Mention): boolean => kindOf(one) === 'company' && !one.ids.includes(root);
  const products = new Set(mentions.filter((one) => kindOf(one) === 'product').flatMap(({ ids }) => ids));
  if (products.size === 0 || !mentions.some(isBrand)) return query;
  const by = superlative?.attribute;
  const named = withMembers([...attributes, ...query.implied, ...(by ? [by] : [])], knowledge.attributes);
  // Where nothing is named ("what is the difference"): those that can be bought.
  const asked = new Set(named.length > 0 ? named : implying.flatMap(({ id, kind }) => (kind === 'money' ? [id] : [])));
  const has = (id: string): boolean => (ownFacts.get(id) ?? []).some(({ attribute }) => asked.has(attribute));
  const meant = new Map<number, readonly string[]>();
  for (const one of mentions.filter(isBrand)) {
    const [brand = ''] = one.ids;
    const own = has(brand) ? [] : productsOf(brand, knowledge).filter((id) => has(id) && !products.has(id));
    if (own.length === 0 || own.length > MOST_MEANT) return query;
    meant.set(one.at, own);
  }
  return naming(query, meant);
}

/** "The <brand> has 120 Hz, right": the query, naming the brand's only product of which anything is measured in that unit. */
function withProductOfFigure(query: Query, { knowledge, ownFacts, root }: Context): Query {
  const { mentions, spans, asks } = query;
  const [mention] = mentions;
  const [brand, ...others] = mention?.ids ?? [];
  const unit = asks.has('whether') ? spans.find(({ amount }) => amount?.unit)?.amount?.unit : undefined;
  if (!mention || unit === undefined || brand === undefined || brand === root || others.length > 0) return query;
  if (knowledge.subjects.get(brand)?.kind !== 'company') return query;
  const isMeasured = (id: string): boolean =>
    (ownFacts.get(id) ?? []).some(({ value }) => value.kind === 'quantity' && value.unit === unit);
  const own = isMeasured(brand) ? [] : productsOf(brand, knowledge).filter(isMeasured);
  return own.length === 1 ? naming(query, new Map([[mention.at, own]])) : query;
}

/** The query, naming these products in the place of a brand, by where the brand is named. */
const naming = (query: Query, meant: ReadonlyMap<number, readonly string[]>): Query => ({
  ...query,
  mentions: query.mentions.flatMap((one) => meant.get(one.at)?.map((id): Mention => ({ ...one, ids: [id] })) ?? [one]),
  terms: query.terms.map((term): Term => {
    const own = term.role === 'subject' ? meant.get(term.at) : undefined;
    return own ? { ...term, keys: own.map((id) => `s:${id}`) } : term;
  }),
});
