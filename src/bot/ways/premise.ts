// A figure that a question takes for granted ("it charges at 18 W, right?"): where the facts hold another, they are told instead.
import type { Fact, Quantity } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { isPrice } from '../many/superlative.ts';
import { factsOf } from '../matching/groups.ts';
import { type Finding, lookup } from '../matching/lookup.ts';
import type { Amount } from '../reading/amounts.ts';
import { meaningOf, type Span } from '../reading/annotate.ts';
import { isFigure } from '../reading/measure.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, type Comparator, isMeasured, type Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';

type Claim = {
  readonly amount: Amount;
  readonly at: number;
  readonly text: string;
  readonly comparator: Comparator;
};

/** Words that set figures against one another, or leave the choice between two. */
const SETTING_AGAINST = ['compare', 'difference', 'ratio', 'sum', 'or', 'more', 'less', 'earlier', 'later', 'not'];
/** Those of them that a limit is said with, too. */
const OF_LIMITS = new Set(['more', 'less', 'compare']);
/** So many attributes in the unit of the figure may have been meant; of more it is not known which. */
const MOST_MEANT = 2;

/** The one figure of a question that asks for nothing but whether it is so. */
function claimOf({ asks, operators, superlative, spans, terms, constraints, mentions }: Query): Claim | undefined {
  if ([...asks].some((id) => id !== 'whether' && id !== 'why') || superlative || mentions.length > 1) return undefined;
  // "Is it lighter than 200 g": what is more or less than a figure is set against nothing else.
  const limited = constraints.some(({ comparator }) => comparator !== 'eq');
  if (constraints.length > 1 || (limited && !asks.has('whether'))) return undefined;
  if (SETTING_AGAINST.some((id) => operators.has(id) && !(limited && OF_LIMITS.has(id)))) return undefined;
  // Without a unit a figure claims something only where it is asked whether it does ("it has 3000 employees?").
  const says = (amount: Amount): boolean => amount.unit !== undefined || amount.currency !== undefined || asks.size > 0;
  const claims = spans.flatMap(({ amount, start, text }): Claim[] =>
    amount && says(amount) && terms.some(({ at, role }) => at === start && role === 'number')
      ? [{ amount, at: start, text, comparator: 'eq' }]
      : [],
  );
  for (const { amount, comparator, text, high } of constraints)
    if (high === undefined) claims.push({ amount, at: -1, text, comparator });
    else return undefined;
  return claims.length === 1 ? claims[0] : undefined;
}

/**
 * What the facts say of the figure that a question names of one subject.
 * @param finding what was found with the figure among the words
 * @returns undefined where no figure is claimed, what was found holds it, or no fact has one of its kind
 */
export function premise(
  query: Query,
  finding: Finding,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const claim = claimOf(query);
  const subject = subjectOf(query, scope, context);
  if (!claim || subject === undefined) return undefined;
  const isProduct = context.knowledge.subjects.get(subject)?.kind === 'product';
  const isHeld = finding.accepted && (!isProduct || !claim.amount.unit || holds(finding, claim, subject, context));
  // "It has 120 Hz, right": what only tells of the figure in passing goes behind the attribute that has it.
  const isPlain = isHeld && isProduct && query.asks.has('whether') && isFigureOrPassing(finding, context);
  if (isHeld && !isPlain) return undefined;
  const terms = query.terms.filter(({ at, role }) => at !== claim.at || role !== 'number');
  const plain = { ...query, terms, constraints: [] };
  const own = terms.some(isMeasured)
    ? ofAttribute(plain, claim, subject, scope, context)
    : ofUnit(plain, claim, subject, context);
  const facts = own.filter((fact) => isPrice(fact, query, context));
  if (facts.length === 0) return undefined;
  const same = facts.filter((fact) => isSame(fact, claim, context));
  // "Why does it only have 60 Hz": it has not; why it has what it has is another question.
  if (query.asks.has('why') && same.length > 0) return undefined;
  if (isPlain && same.length === 0) return undefined;
  const told = same.length > 0 ? same : facts;
  const sentences = [...new Set(told.map((fact) => composer.sentence(fact, query.units)))];
  const [first = '', ...lines] = sentences;
  const isSo = same.length > 0 && claim.comparator === 'eq' && query.asks.has('whether');
  const lead = composer.messages.say(isSo ? 'yes-fact' : 'correction', { fact: first });
  return { lead: isSo || same.length === 0 ? lead : first, lines, facts: told };
}

/** Is what was found one figure, or told in sentences only, and no value of an attribute? */
const isFigureOrPassing = ({ groups }: Finding, { knowledge }: Context): boolean =>
  (groups.length === 1 && groups.every(({ facts }) => facts.every(({ value }) => isFigure(value.kind)))) ||
  groups.every(({ attribute }) => knowledge.attributes.get(attribute)?.general === true);

/** The one that is asked of: a product, a thing of the company's, or the company itself where nothing else is named. */
function subjectOf(
  { mentions, pronouns }: Query,
  scope: readonly string[],
  { knowledge, root }: Context,
): string | undefined {
  const [mention] = mentions;
  if (mention && mention.ids.length > 1) return undefined;
  const id = mention?.ids[0] ?? (pronouns.size > 0 || scope.length > 0 ? scope[0] : root);
  const subject = knowledge.subjects.get(id ?? '');
  return subject && subject.members.length === 0 ? subject.id : undefined;
}

const dimensionOf = ({ unit }: Amount, { knowledge }: Context): string | undefined =>
  unit === undefined ? undefined : knowledge.units.get(unit)?.dimension;

/** Is the value of the kind that the figure is: a sum in its currency, a quantity in its unit? */
function isAlike({ value }: Fact, { amount }: Claim, context: Context): boolean {
  if (value.kind === 'money')
    return amount.unit === undefined && (amount.currency ?? value.currency) === value.currency;
  if (value.kind !== 'quantity' || amount.currency) return false;
  return amount.unit === undefined || isOfMeasure(value, amount, context);
}

/** "90 Hz" is of the same dimension as a clock of 2.3 GHz, but nobody means that: one is so many times the other at most. */
const FAR = 100;

/** Is a figure with its unit of the measure of a value? */
export function isOfMeasure(value: Quantity, amount: Amount, context: Context): boolean {
  const { units } = context.knowledge;
  const [own, asked] = [units.get(value.unit), units.get(amount.unit ?? '')];
  if (!own || !asked || own.dimension !== asked.dimension) return false;
  const times = (value.max * own.factor) / (amount.value * asked.factor);
  return times < FAR && times > 1 / FAR;
}

/** Is the value the one that is claimed, in whatever unit, or on the claimed side of it? */
function isSame({ value }: Fact, { amount, comparator }: Claim, { knowledge }: Context): boolean {
  if (value.kind === 'money') return fits(value.amount, value.amount, amount.value, comparator);
  if (value.kind !== 'quantity') return false;
  const factor = knowledge.units.get(value.unit)?.factor ?? 1;
  const claimed = amount.value * (amount.unit ? (knowledge.units.get(amount.unit)?.factor ?? 1) : factor);
  return fits(value.min * factor, value.max * factor, claimed, comparator);
}

/** Is what is said of a value so: that it is the figure, or more or less than it? */
function fits(min: number, max: number, claimed: number, comparator: Comparator): boolean {
  if (comparator === 'lt') return max < claimed;
  if (comparator === 'lte') return max <= claimed;
  if (comparator === 'gt') return min > claimed;
  if (comparator === 'gte') return min >= claimed;
  return min <= claimed && claimed <= max;
}

/** Does what was found tell of the figure: in a value of its kind, or in a text of the subject's own that has its unit? */
const holds = ({ groups }: Finding, claim: Claim, subject: string, context: Context): boolean =>
  groups.some(({ facts }) =>
    facts.some((fact) => {
      if (isFigure(fact.value.kind)) return isAlike(fact, claim, context) && isSame(fact, claim, context);
      const dimension = dimensionOf(claim.amount, context);
      const { dimensions, money } = context.evidence.traits(fact.index);
      return (
        fact.subject === subject &&
        (dimension === undefined ? !claim.amount.currency || money : dimensions.includes(dimension))
      );
    }),
  );

/** Of the attribute that is named, what answers without the figure. */
function ofAttribute(
  query: Query,
  claim: Claim,
  subject: string,
  scope: readonly string[],
  context: Context,
): readonly Fact[] {
  const { accepted, groups } = lookup(query, scope, context);
  const [group, ...others] = groups;
  const asked = withMembers(query.attributes, context.knowledge.attributes);
  if (!accepted || !group || others.length > 0 || group.subject !== subject || !asked.includes(group.attribute))
    return [];
  return group.facts.filter((fact) => isAlike(fact, claim, context));
}

/** Where nothing but a figure with its unit is said, or a verb of costing: the attributes that are in that unit. */
function ofUnit(
  { terms, attributes, spans, asks }: Query,
  claim: Claim,
  subject: string,
  context: Context,
): readonly Fact[] {
  const { knowledge, root } = context;
  const { amount, at } = claim;
  const idle = terms.every(({ role, weight }) => role === 'subject' || role === 'attribute' || weight < CONDITION);
  const isProduct = knowledge.subjects.get(subject)?.kind === 'product';
  if (!idle || (!isProduct && attributes.length === 0) || subject === root) return [];
  // "The phone in 7 inch": asks whether there is such a one.
  const place = spans.findIndex(({ start }) => start === at);
  const isOne =
    place > 1 &&
    meaningOf(spans[place - 1] as Span, 'function') !== undefined &&
    meaningOf(spans[place - 2] as Span, 'subject') !== undefined;
  if (isOne && asks.size + attributes.length === 0) return [];
  const named = withMembers(attributes, knowledge.attributes);
  const isMeant = ({ attribute }: Fact): boolean =>
    named.length > 0 ? named.includes(attribute) : knowledge.attributes.get(attribute)?.general !== true;
  const alike = factsOf(subject, context).filter((fact) => isMeant(fact) && isAlike(fact, claim, context));
  // A size that versions have asks whether there is such a version.
  if (attributes.length === 0 && amount.unit !== undefined && alike.some(({ variant }) => variant !== undefined))
    return [];
  const exact = alike.filter(({ value }) => value.kind === 'quantity' && value.unit === amount.unit);
  const meant = exact.length > 0 ? exact : alike;
  return new Set(meant.map(({ attribute }) => attribute)).size <= MOST_MEANT ? meant : [];
}
