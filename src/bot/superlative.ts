// The cheapest, the heaviest, the newest of many: ranked by one attribute, each currency for itself.
import type { Fact, Subject } from '../knowledge/model.ts';
import type { Composer, Draft } from './compose.ts';
import type { Context } from './context.ts';
import { offerFits } from './fit.ts';
import { factsOf } from './groups.ts';
import { measure } from './measure.ts';
import type { Query } from './query.ts';

/** A product that meets a question's conditions, and the facts by which it does. */
export type Hit = { readonly subject: Subject; readonly facts: readonly Fact[] };

/** Does this kind of price answer: the one that was asked for, else any but an early-bird price? */
export const isPrice = (fact: Fact, query: Query, context: Context): boolean =>
  query.offer ? offerFits(fact, query.offer, context) : fact.offer !== 'early-bird';

type Ranked = { readonly subject: Subject; readonly fact: Fact; readonly size: number; readonly currency: string };

/** Those of the hits that have the most or the least of an attribute; undefined where none has it. */
export function superlative(
  hits: readonly Hit[],
  attribute: string,
  query: Query,
  context: Context,
  composer: Composer,
): Draft | undefined {
  const max = query.superlative?.pick === 'max';
  const ranked = hits.flatMap(({ subject }) => rank(subject, attribute, max, query, context));
  const currencies = byCount(ranked.map(({ currency }) => currency));
  const winners = currencies.map((currency) => {
    const own = ranked.filter((one) => one.currency === currency);
    const best = own.reduce(
      (most, { size }) => (max ? Math.max(most, size) : Math.min(most, size)),
      max ? -Infinity : Infinity,
    );
    return own.filter(({ size }) => size === best);
  });
  const [lead, ...lines] = winners.map((own) => sentence(own, attribute, query, composer));
  return lead === undefined ? undefined : { lead, lines, facts: winners.flat().map(({ fact }) => fact) };
}

function rank(subject: Subject, attribute: string, max: boolean, query: Query, context: Context): Ranked[] {
  return factsOf(subject.id, context).flatMap((fact): Ranked[] => {
    const own = fact.attribute === attribute ? measure(fact.value, context.knowledge) : undefined;
    if (!own) return [];
    const currency = fact.value.kind === 'money' ? fact.value.currency : '';
    if (currency && (!isPrice(fact, query, context) || (query.currency !== undefined && query.currency !== currency)))
      return [];
    return [{ subject, fact, size: max ? own.high : own.low, currency }];
  });
}

/** The different ones, the most frequent first. */
function byCount(all: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([one]) => one);
}

function sentence(winners: readonly Ranked[], attribute: string, query: Query, composer: Composer): string {
  const { format, messages } = composer;
  const names = [...new Set(winners.map(({ subject }) => format.subject(subject.id)))];
  const fact = (winners[0] as Ranked).fact;
  const value = format.value(fact.value, query.units);
  const label = [format.label(attribute), ...composer.qualifiers(fact)].join(messages.say('separator'));
  return names.length === 1
    ? messages.say('superlative', { subject: names[0] as string, value, label })
    : messages.say('superlative-shared', { subjects: messages.list(names), value, label });
}
