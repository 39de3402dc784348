// Facts that belong together in an answer: one subject, one attribute, and of several the ones that were asked for.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import type { Query, Term } from '../reading/query.ts';
import { coverage } from './coverage.ts';
import type { Match } from './match.ts';
import { timeFit } from './time-fit.ts';

export type Group = {
  readonly subject: string;
  readonly attribute: string;
  readonly facts: readonly Fact[];
  readonly score: number;
  readonly covered: ReadonlyMap<Term, number>;
};

/** The order in which kinds of price answer a plain "how much". */
const OFFERS = ['recommended', undefined, 'starting', 'early-bird'];

/**
 * Widens a match to its siblings that answer equally: each variant's price, both firms' figures. A fact of a general
 * attribute stands alone.
 */
export function groupOf(match: Match, query: Query, terms: readonly Term[], context: Context): Group {
  const { subject, attribute } = match.fact;
  const alone = context.knowledge.attributes.get(attribute)?.general === true;
  const { within = () => true } = query;
  const isSibling = (fact: Fact): boolean => fact.attribute === attribute && within(fact.index);
  const siblings = alone ? [match.fact] : factsOf(subject, context).filter(isSibling);
  const narrowed = narrow(siblings, match.fact, query, terms, context);
  // Where packs differ on the value, all of it is told.
  const disputed = narrowed.some((fact) => fact.disputed);
  const facts = disputed
    ? siblings.filter((fact) => narrowed.includes(fact) || (fact.disputed && timeFit(fact, query, context) > 0))
    : narrowed;
  const covered = new Map<Term, number>();
  for (const term of terms) {
    const strength = (fact: Fact): number =>
      fact === match.fact ? match.covered.strength(term) : coverage(term, fact.index, context);
    const best = Math.max(0, ...facts.map(strength));
    if (best > 0) covered.set(term, best);
  }
  return { subject, attribute, facts, score: match.score, covered };
}

/** All facts of one subject. */
export function factsOf(subject: string, { ownFacts }: Context): readonly Fact[] {
  return ownFacts.get(subject) ?? [];
}

function narrow(facts: readonly Fact[], best: Fact, query: Query, terms: readonly Term[], context: Context): Fact[] {
  // "In March and in June": of each time that is asked the facts that fit it best.
  if (query.periods.length > 1) {
    const each = query.periods.map((period) => {
      const asked = { ...query, periods: [period], parts: [] };
      const own = facts.filter((fact) => timeFit(fact, asked, context) > 0);
      return narrowed(own, best, asked, terms, context);
    });
    const kept = new Set(each.flat());
    return kept.has(best) ? facts.filter((fact) => kept.has(fact)) : [best];
  }
  return narrowed(
    facts.filter((fact) => fact === best || timeFit(fact, query, context) > 0),
    best,
    query,
    terms,
    context,
  );
}

/** Of facts of one time, or of any, those that say the most of what is asked. */
function narrowed(facts: readonly Fact[], best: Fact, query: Query, terms: readonly Term[], context: Context): Fact[] {
  let kept = [...facts];
  if (kept.length < 2) return kept;
  if (query.currency) {
    const own = kept.filter(({ value }) => value.kind !== 'money' || value.currency === query.currency);
    if (own.length > 0) kept = own;
  }
  const weight = (fact: Fact): number =>
    terms.reduce((sum, term) => sum + term.weight * coverage(term, fact.index, context), 0) +
    timeFit(fact, query, context);
  const weights = kept.map(weight);
  const most = Math.max(...weights);
  kept = kept.filter((_, index) => (weights[index] as number) > most - 0.15);
  if (query.offers.length > 0) {
    kept = kept.filter(({ offer }) => offer === undefined || query.offers.includes(offer));
  } else if (query.offer) {
    const asked = kept.filter(({ offer }) => offer === query.offer);
    if (asked.length > 0) kept = asked;
  } else {
    const first = OFFERS.find((offer) => kept.some((fact) => fact.offer === offer));
    kept = kept.filter(({ offer }) => offer === first || offer === undefined);
  }
  return query.periods.length === 0 ? latest(kept, best) : kept;
}

/** Of facts that differ in their date alone, the newest, unless an older one was found to be the best: a word says so. */
function latest(facts: readonly Fact[], best: Fact): Fact[] {
  const key = ({ variant, markets, measuredBy, offer, period }: Fact): string =>
    JSON.stringify([
      variant,
      markets,
      measuredBy,
      offer,
      period ? period.replace(/^\d{4}/, '').replace(/\d+$/, '') : '',
    ]);
  const newest = new Map<string, string>();
  const time = (fact: Fact): string => fact.period ?? fact.asOf;
  for (const fact of facts) if ((newest.get(key(fact)) ?? '') < time(fact)) newest.set(key(fact), time(fact));
  if (facts.includes(best)) newest.set(key(best), time(best));
  return facts.filter((fact) => newest.get(key(fact)) === time(fact));
}
