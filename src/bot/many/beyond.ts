// The products that have more, or less, of an attribute than one product.
import type { Fact, Subject } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import type { Query } from '../reading/query.ts';
import { domainOf, type Found } from './gathering.ts';
import { eachHeld, scanOf } from './meeting.ts';
import { rank } from './ranking.ts';
import { each, type Hit, isPrice, sizesOf } from './superlative.ts';

/** So many stand in order, the farthest first; the others, whom nobody pages to, as they stand in their files. */
const MOST_IN_ORDER = 200;

/**
 * The products of the classes that have less than the least, or more than the most, of the one; the farthest first.
 * @param bar the one that they are held against
 */
export function beyond(
  bar: Hit,
  attribute: string,
  classes: readonly string[],
  less: boolean,
  query: Query,
  context: Context,
): Found {
  const { knowledge, columns } = context;
  const pick = less ? 'min' : 'max';
  const own = columns.placeOf(bar.subject.id);
  const bars = new Map<string, number>();
  each(
    (place) => place === own,
    attribute,
    pick,
    query,
    context,
    (_place, size, _fact, currency) => {
      const known = bars.get(currency);
      if (known === undefined || size < known === less) bars.set(currency, size);
    },
  );
  const column = columns.of(attribute);
  const sizes = sizesOf(column, pick);
  const scan = scanOf(column, (value) => {
    const held = column.values[value];
    const most = bars.get(held?.kind === 'money' ? held.currency : '');
    const size = sizes[value] as number;
    return most !== undefined && (less ? size < most : size > most);
  });
  const held = domainOf(classes, [], context);
  const met = new Uint8Array(held.length);
  const money = knowledge.attributes.get(attribute)?.kind === 'money';
  const isMet = (at: number): boolean =>
    !money || isPrice(knowledge.facts[column.indexes[at] as number] as Fact, query, context);
  for (let at = 0; scan && at < column.places.length; at++) {
    const place = column.places[at] as number;
    if (scan.holds[column.valueAt[at] as number] === 1 && held[place] === 1 && place !== own && isMet(at))
      met[place] = 1;
  }
  const has = (place: number): boolean => met[place] === 1;
  const { first } = rank({ has }, attribute, pick, MOST_IN_ORDER, query, context);
  const places = first.map(({ place }) => place);
  const inOrder = new Set(places);
  for (let place = 0; place < met.length; place++) if (met[place] === 1 && !inOrder.has(place)) places.push(place);
  const hit = (place: number): Hit => {
    const facts: Fact[] = [];
    if (scan)
      eachHeld(scan, place, (at) => {
        if (isMet(at)) facts.push(knowledge.facts[column.indexes[at] as number] as Fact);
      });
    return { subject: knowledge.subjects.get(columns.subjects[place] as string) as Subject, facts };
  };
  return { places, has, hit };
}
