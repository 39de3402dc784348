// Arithmetic that is asked for on one subject: between two of its attributes, two periods, two variants or two kinds of price.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { compared } from '../many/comparison.ts';
import { listsVariants } from '../many/winner.ts';
import { groupOf } from '../matching/groups.ts';
import { type Match, matchFacts } from '../matching/match.ts';
import { isNumeric, type Measured, measured } from '../reading/measure.ts';
import { askingFor, type Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { operandText, reckon } from './arithmetic.ts';
import { pickOf } from './richer.ts';

/** The result with its operands shown, or undefined where nothing is to be reckoned or an operand is missing. */
export function reckonFacts(
  query: Query,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const { operators } = query;
  if (!operators.has('difference') && !operators.has('ratio') && !operators.has('years-between')) return undefined;
  if (compared(query, scope, context).length > 1) return undefined;
  const pair = operands(ofPrices(query, scope, context), scope, context);
  if (!pair) return undefined;
  const shown = pair.map(({ fact }) => operandText(fact, composer)) as [string, string];
  return reckon(pair, operators.has('ratio'), context, composer, shown);
}

/** "The difference between the two versions": of what lists the variants of a product, their prices. */
function ofPrices(query: Query, scope: readonly string[], context: Context): Query {
  const price = context.implying.find(({ kind }) => kind === 'money');
  const subjects = [...scope, ...query.mentions.flatMap(({ ids }) => ids)];
  const named = query.terms.filter(({ role }) => role === 'attribute');
  if (!price || named.length === 0 || !named.every((term) => listsVariants(term, context, subjects))) return query;
  return {
    ...query,
    attributes: [price.id],
    terms: [...query.terms.filter((term) => !named.includes(term)), askingFor(price.id)],
  };
}

/** The two values that the question sets against each other: of two times, two attributes, two prices or two variants. */
function operands(query: Query, scope: readonly string[], context: Context): readonly [Measured, Measured] | undefined {
  const { terms } = query;
  const best = (attribute: string | undefined, asked: Query): Match | undefined => {
    // The other operand's attribute is not looked for in this one.
    const own = terms.filter(({ role, keys }) => role !== 'attribute' || keys.includes(`a:${attribute}`));
    return matchFacts(asked, own, scope, context).find(({ fact }) => fact.attribute === attribute);
  };
  const measurable = query.attributes.filter((id) => isNumeric(id, context.knowledge));
  let found: (Match | undefined)[] = [];
  if (query.periods.length === 2)
    found = query.periods.map((period) => best(measurable[0], { ...query, periods: [period] }));
  else if (query.periods.length === 0 && query.parts.length === 2)
    found = query.parts.map((part) => best(measurable[0], { ...query, parts: [part] }));
  else if (query.offer === 'early-bird') found = offersOf(measurable[0], query, scope, context);
  else if (measurable.length === 2) found = measurable.map((attribute) => best(attribute, query));
  const matches = found.filter((match): match is Match => match !== undefined);
  // Every word that matters must belong to one of the two.
  const open = terms.filter(
    (term) =>
      term.weight >= 0.5 && term.role !== 'attribute' && !matches.some(({ covered }) => covered.strength(term) > 0.5),
  );
  const facts = matches.length > 0 && open.length === 0 ? matches.map(({ fact }) => fact) : [];
  const [first, second, third] = measured(
    matches.length > 0 ? facts : siblings(query, measurable, scope, context),
    context.knowledge,
  );
  return first && second && !third && first.fact !== second.fact ? [first, second] : undefined;
}

/** The price for early birds and the usual one: of one and the same variant, the larger or the smaller where that is said. */
function offersOf(attribute: string | undefined, query: Query, scope: readonly string[], context: Context): Match[] {
  const [early = [], usual = []] = (['early-bird', 'recommended'] as const).map((offer) =>
    matchFacts({ ...query, offer }, query.terms, scope, context).filter(
      ({ fact }) => fact.attribute === attribute && fact.offer === offer,
    ),
  );
  const pick = pickOf(query, query.mentions[0]?.at ?? -1);
  const amountOf = ({ fact: { value } }: Match): number => (value.kind === 'money' ? value.amount : 0);
  const ordered = pick ? early.toSorted((a, b) => (amountOf(a) - amountOf(b)) * (pick === 'max' ? -1 : 1)) : early;
  for (const one of ordered) {
    const other = usual.find(({ fact }) => fact.variant === one.fact.variant && fact.subject === one.fact.subject);
    if (other) return [one, other];
  }
  return [];
}

/** The two variants or measurements of one attribute. */
function siblings(
  query: Query,
  measurable: readonly string[],
  scope: readonly string[],
  context: Context,
): readonly Fact[] {
  if (measurable.length !== 1 || (scope.length === 0 && query.mentions.length === 0)) return [];
  const [match] = matchFacts(query, query.terms, scope, context).filter(({ fact }) => fact.attribute === measurable[0]);
  return match ? groupOf(match, query, query.terms, context).facts : [];
}
