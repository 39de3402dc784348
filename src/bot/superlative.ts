// The cheapest, the heaviest, the newest of many: ranked by one attribute, each currency for itself.
import type { Fact, Subject } from '../knowledge/model.ts';
import type { Composer, Draft } from './compose.ts';
import type { Context } from './context.ts';
import type { Query } from './query.ts';

/** A product that meets a question's conditions, and the facts by which it does. */
export type Hit = { readonly subject: Subject; readonly facts: readonly Fact[] };

/** Does this kind of price answer: the one that was asked for, else any but an early-bird price? */
export const isPrice = (fact: Fact, query: Query): boolean =>
  query.offer ? fact.offer === query.offer : fact.offer !== 'early-bird';

/** A product's fact among others, by its size: base units, one currency, or days. */
export type Placed = { readonly place: number; readonly fact: Fact; readonly size: number };

/** For each of the places that are held, the facts of an attribute with their sizes; sums in the asked currency and kind only. */
export function sized(
  has: (place: number) => boolean,
  attribute: string,
  pick: 'max' | 'min',
  query: Query,
  { columns }: Context,
): Placed[] {
  const { facts, places, low, high } = columns.of(attribute);
  const sizes = pick === 'max' ? high : low;
  const found: Placed[] = [];
  for (let at = 0; at < facts.length; at++) {
    const [place, size, fact] = [places[at] as number, sizes[at] as number, facts[at] as Fact];
    if (Number.isNaN(size) || !has(place)) continue;
    const { value } = fact;
    if (value.kind === 'money' && (!isPrice(fact, query) || (query.currency ?? value.currency) !== value.currency))
      continue;
    found.push({ place, fact, size });
  }
  return found;
}

/** Those of the found products that have the most or the least of an attribute; undefined where none has it. */
export function superlative(
  found: { has(place: number): boolean },
  attribute: string,
  query: Query,
  context: Context,
  composer: Composer,
): Draft | undefined {
  const pick = query.superlative?.pick === 'max' ? 'max' : 'min';
  const ranked = sized((place) => found.has(place), attribute, pick, query, context);
  const currencyOf = ({ fact: { value } }: Placed): string => (value.kind === 'money' ? value.currency : '');
  const currencies = byCount(ranked.map(currencyOf));
  const winners = currencies.map((currency) => {
    const own = ranked.filter((one) => currencyOf(one) === currency);
    const best = own.reduce(
      (most, { size }) => (pick === 'max' ? Math.max(most, size) : Math.min(most, size)),
      pick === 'max' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
    );
    // Facts stand in the order of their files, but products in that of the subjects.
    return own.filter(({ size }) => size === best).sort((a, b) => a.place - b.place || a.fact.index - b.fact.index);
  });
  const [lead, ...lines] = winners.map((own) => sentence(own, attribute, query, composer));
  return lead === undefined ? undefined : { lead, lines, facts: winners.flat().map(({ fact }) => fact) };
}

/** The different ones, the most frequent first. */
function byCount(all: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([one]) => one);
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
