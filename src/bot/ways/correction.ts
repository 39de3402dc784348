// A question that takes something for granted which the facts contradict: what they say instead is told, as such.

import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { FORMED } from '../matching/fit.ts';
import { type Finding, lookup } from '../matching/lookup.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { isOfMeasure } from './premise.ts';

/**
 * "When did it list in New York", "was it founded in 2012": the attribute that is asked about is held, has one value, and
 * just one place, figure or year of the question is not the fact's.
 * @returns undefined where nothing is contradicted
 */
export function correct(
  query: Query,
  finding: Finding,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const dated = query.periods.length > 0 || query.parts.length > 0;
  const found =
    dated && !isOwn(finding, query, context) ? lookup({ ...query, periods: [], parts: [] }, scope, context) : finding;
  const [group] = found.groups;
  if (!group || !isOwn(found, query, context)) return undefined;
  const attribute = context.knowledge.attributes.get(group.attribute);
  const product = context.knowledge.subjects.get(group.subject)?.kind === 'product';
  // "Price in 2021" asks for a time; "came out in 2021" claims it.
  const claims = query.asks.size === 0 && (!dated || attribute?.kind === 'date');
  const states = claims && found !== finding && !query.terms.some((term) => isPlace(term, context));
  // "When does it come to the UK": what is asked is no claim.
  const formed = [...query.asks].some((id) => FORMED.has(id));
  const checks = product && ((query.asks.has('whether') && !formed) || states);
  if (!attribute?.single && !checks) return undefined;
  const open = found.unaccounted.filter(({ weight }) => weight >= CONDITION);
  const wrong = open.filter((term) => isCheckable(term, context));
  if (open.length !== wrong.length || (wrong.length !== 1 && !(wrong.length === 0 && found !== finding)))
    return undefined;
  const facts = [...group.facts];
  // "Is the screen 120 Hz": its size contradicts nothing.
  const figures = wrong.flatMap(({ at }) => query.spans.find(({ start }) => start === at)?.amount ?? []);
  const isAlike = ({ value }: Fact): boolean =>
    figures.every((amount) => !amount.unit || (value.kind === 'quantity' && isOfMeasure(value, amount, context)));
  if (!facts.some(isAlike)) return undefined;
  // "Is there an Indian price": of a product that no market is told of, none is contradicted.
  const isAnywhere = facts.every(({ markets, index }) => markets.length === 0 && !context.evidence.traits(index).place);
  if (product && isAnywhere && wrong.some((term) => isPlace(term, context))) return undefined;
  const sentences = facts.map((fact) => composer.sentence(fact, query.units));
  return { lead: composer.messages.say('correction', { fact: sentences[0] ?? '' }), lines: sentences.slice(1), facts };
}

/** The asked attribute of the asked subject, not a fact that mentions them. */
function isOwn({ groups: [group] }: Finding, query: Query, { root, knowledge }: Context): boolean {
  if (!group) return false;
  const asked = query.terms.some(
    ({ role, keys }) =>
      role === 'attribute' &&
      keys.some(
        (key) =>
          key === `a:${group.attribute}` || knowledge.attributes.get(key.slice(2))?.members.includes(group.attribute),
      ),
  );
  const named = query.mentions.flatMap(({ ids }) => ids);
  return asked && (named.includes(group.subject) || (group.subject === root && named.every((id) => id === root)));
}

const isPlace = ({ role, keys }: Term, { knowledge }: Context): boolean =>
  role === 'place' ||
  (role === 'subject' && keys.some((key) => knowledge.subjects.get(key.slice(2))?.kind === 'place'));

const isCheckable = (term: Term, context: Context): boolean => term.role === 'number' || isPlace(term, context);
