// Figures that follow from two that are held: a share of a whole, a part of a year without the other, what is left of a market.
import type { Attribute, Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { coverage } from '../matching/coverage.ts';
import { type Measured, measured, plainNumber } from '../reading/measure.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { operandText, reckon, SUMLESS } from './arithmetic.ts';

type Pair = readonly [Fact, Fact];

/**
 * The figure that is asked for, reckoned from two others of the same subject, which are shown.
 * @returns undefined where it is held itself, where it does not follow from two, or where more is asked than they tell
 */
export function derived(query: Query, context: Context, composer: Composer): Draft | undefined {
  return share(query, context, composer) ?? difference(query, context, composer);
}

/** "Overseas revenue as a share of all": of attributes that are said to be a share of one in another. */
function share(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { knowledge } = context;
  if (query.attributes.length === 0 || query.asks.has('when')) return undefined;
  for (const attribute of context.shares) {
    const [part = '', whole = ''] = attribute.shareOf;
    const isNamed = query.attributes.includes(attribute.id);
    const isOperand = query.attributes.includes(part) || query.attributes.includes(whole);
    if (!isNamed && !(isOperand && isShare(query, context))) continue;
    const isSign = ({ keys }: Term): boolean => keys.some((key) => key === `a:${attribute.id}`);
    const terms = query.terms.filter((term) => !isSign(term) && !isGeneral(term, context));
    for (const pair of pairs(part, whole, query, context)) {
      const [first, second] = measured(pair, knowledge);
      if (!first || !second || !isTold(terms, pair, [part, whole], context)) continue;
      // "How much more revenue, in percent": says nothing of a part.
      const isPart = (term: Term): boolean =>
        sets(term) && isMet(term, first.fact, context) && !isMet(term, second.fact, context);
      if (!isNamed && !terms.some(isPart)) continue;
      const isHeld = ({ attribute: own, period }: Fact): boolean =>
        own === attribute.id && (labels(query).length === 0 || period === first.fact.period);
      if (knowledge.facts.some(isHeld)) return undefined;
      const value = plainNumber((100 * first.measure.low) / second.measure.low, 3);
      const [one, all] = pair.map((fact) => operandText(fact, composer)) as [string, string];
      return { lead: composer.messages.say('share-of', { value, part: one, whole: all }), facts: pair };
    }
  }
  return undefined;
}

/** "What percentage of …": a share is asked for, whatever of. */
const isShare = ({ units, attributes }: Query, { knowledge }: Context): boolean =>
  [...units, ...attributes.map((id) => asPortion(knowledge.attributes.get(id)))].includes(PERCENT);
const PERCENT = '%';
const asPortion = (attribute: Attribute | undefined): string | undefined =>
  attribute?.general ? attribute.unit : undefined;

const isGeneral = ({ role, keys }: Term, { knowledge }: Context): boolean =>
  role === 'attribute' &&
  keys.filter((key) => key.startsWith('a:')).every((key) => knowledge.attributes.get(key.slice(2))?.general);

/** The two figures, of one subject and of the asked time, each time that both are held. */
function* pairs(part: string, whole: string, query: Query, { knowledge }: Context): Generator<Pair> {
  const asked = labels(query);
  for (const first of knowledge.facts) {
    if (first.attribute !== part || first.period === undefined || (asked.length > 0 && !asked.includes(first.period)))
      continue;
    const second = knowledge.facts.find(
      ({ attribute, subject, period, markets }) =>
        attribute === whole && subject === first.subject && period === first.period && markets.length === 0,
    );
    if (second) yield [first, second];
  }
}

const labels = ({ periods }: Query): string[] => periods.map(({ label }) => label);

/** "Q1, by the half year and Q2", "users outside the home market": what is left of a whole without a part of it. */
function difference(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { knowledge, ownFacts, root } = context;
  const left = asksFigure(query) ? leftOver(query, context) : undefined;
  if (!left) return undefined;
  const named = query.mentions.flatMap(({ ids }) => ids).filter((id) => knowledge.subjects.get(id)?.kind !== 'place');
  for (const id of named.length > 0 ? named : [root])
    for (const whole of ownFacts.get(id) ?? []) {
      if (!left.isWhole(whole)) continue;
      const part = ownFacts.get(id)?.find((fact) => fact.attribute === whole.attribute && left.isRest(fact, whole));
      const pair = part && ([whole, part] as const);
      const terms = query.terms.filter((term) => !left.names(term));
      const operands = pair && measured(pair, knowledge);
      if (!pair || operands?.length !== 2 || !terms.some(sets) || !isTold(terms, pair, [whole.attribute], context))
        continue;
      if (operands.some(({ measure }) => SUMLESS.has(measure.dimension))) continue;
      const shown = pair.map((fact) => operandText(fact, composer)) as [string, string];
      return reckon(operands as unknown as readonly [Measured, Measured], false, context, composer, shown);
    }
  return undefined;
}

/** "How did it become known abroad" asks for no figure. */
const asksFigure = ({ asks, attributes, units, operators }: Query): boolean =>
  attributes.length + units.length > 0 || operators.has('difference') || FIGURES.some((id) => asks.has(id));
const FIGURES = ['how-many', 'how-much', 'count'];

type LeftOver = {
  readonly isWhole: (fact: Fact) => boolean;
  readonly isRest: (fact: Fact, whole: Fact) => boolean;
  /** Says what is left over, and is met by neither of the two. */
  readonly names: (term: Term) => boolean;
};

function leftOver(query: Query, context: Context): LeftOver | undefined {
  return leftOfYear(query, context) ?? leftOfMarket(query, context);
}

/** Asked with the two others beside it, or with a word for taking away. */
function leftOfYear(query: Query, { knowledge }: Context): LeftOver | undefined {
  const asked = labels(query);
  if (asked.length === 0 || (asked.length < 3 && !query.operators.has('difference'))) return undefined;
  const isHeld = (label: string): boolean =>
    knowledge.facts.some(({ attribute, period }) => period === label && query.attributes.includes(attribute));
  const open = asked.filter((label) => !isHeld(label));
  const [whole, other] = open.length === 1 ? beside(open[0] as string) : [];
  if (!whole || !other || !asked.every((label) => [open[0], whole, other].includes(label))) return undefined;
  return {
    isWhole: ({ attribute, period, markets }) =>
      period === whole && markets.length === 0 && query.attributes.includes(attribute),
    isRest: ({ period, markets }) => period === other && markets.length === 0,
    names: () => false,
  };
}

/** Of a quarter the half year and the other quarter in it, of a half year the year and the other half. */
function beside(label: string): readonly string[] {
  const [, year = '', kind, digit = ''] = /^(\d{4})-([QH])(\d)$/.exec(label) ?? [];
  const count = Number(digit);
  const other = count % 2 === 0 ? count - 1 : count + 1;
  if (kind === 'H') return [year, `${year}-H${other}`];
  return kind === 'Q' ? [`${year}-H${Math.ceil(count / 2)}`, `${year}-Q${other}`] : [];
}

/** A place that is what is left of another without a third: all markets but the one at home. */
function leftOfMarket(query: Query, { knowledge }: Context): LeftOver | undefined {
  const isRest = (id: string): boolean => knowledge.subjects.get(id)?.rest.length === 2;
  const id = query.mentions.find(({ ids }) => ids.some(isRest))?.ids.find(isRest);
  const place = id === undefined ? undefined : knowledge.subjects.get(id);
  const [all = '', without = ''] = place?.rest ?? [];
  const asked = labels(query);
  if (!place) return undefined;
  return {
    isWhole: ({ markets, period }) =>
      markets.includes(all) && (asked.length === 0 || (period !== undefined && asked.includes(period))),
    isRest: ({ markets, period }, whole) => markets.includes(without) && period === whole.period,
    names: ({ keys }) => keys.includes(`s:${place.id}`),
  };
}

const sets = ({ weight }: Term): boolean => weight >= CONDITION;

const isMet = (term: Term, fact: Fact, context: Context): boolean => coverage(term, fact.index, context) > 0.5;

/** Each word that sets a condition is met by one of the two, or names one of their attributes. */
const isTold = (terms: readonly Term[], pair: Pair, attributes: readonly string[], context: Context): boolean =>
  terms.every(
    (term) =>
      !sets(term) ||
      attributes.some((id) => term.keys.includes(`a:${id}`)) ||
      pair.some((fact) => isMet(term, fact, context)),
  );
