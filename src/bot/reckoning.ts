// Arithmetic that is asked for on one subject: between two of its attributes, two periods, two variants or two kinds of price.
import type { Fact } from '../knowledge/model.ts';
import { reckon } from './arithmetic.ts';
import { compared } from './comparison.ts';
import type { Composer, Draft } from './compose.ts';
import type { Context } from './context.ts';
import { groupOf } from './groups.ts';
import { matchFacts } from './match.ts';
import { type Measured, measured } from './measure.ts';
import type { Query } from './query.ts';

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
  const pair = operands(query, scope, context);
  if (!pair) return undefined;
  const shown = pair.map(({ fact }) => operandText(fact, composer)) as [string, string];
  return reckon(pair, operators.has('ratio'), context, composer, shown);
}

function operandText(fact: Fact, composer: Composer): string {
  const qualifiers = composer.qualifiers(fact);
  const label = fact.about ? composer.messages.text(fact.about) : composer.format.label(fact.attribute);
  return `${composer.format.value(fact.value)} – ${[composer.format.subject(fact.subject), label, ...qualifiers].join(', ')}`;
}

function operands(query: Query, scope: readonly string[], context: Context): readonly [Measured, Measured] | undefined {
  const { terms } = query;
  const others = terms.filter(({ role }) => role !== 'attribute');
  const best = (attribute: string | undefined, asked: Query): Fact | undefined =>
    matchFacts(asked, terms, scope, context).find(
      ({ fact, covered }) =>
        (attribute === undefined || fact.attribute === attribute) &&
        others.every((term) => term.weight < 0.5 || (covered.get(term) ?? 0) > 0.5),
    )?.fact;
  const measurable = query.attributes.filter((id) =>
    ['quantity', 'money', 'date'].includes(context.knowledge.attributes.get(id)?.kind ?? ''),
  );
  let facts: (Fact | undefined)[] = [];
  if (query.periods.length === 2)
    facts = query.periods.map((period) => best(measurable[0], { ...query, periods: [period] }));
  else if (measurable.length === 2) facts = measurable.map((attribute) => best(attribute, query));
  else if (measurable.length === 1) {
    const [match] = matchFacts(query, terms, scope, context).filter(({ fact }) => fact.attribute === measurable[0]);
    if (match) facts = [...groupOf(match, query, terms, context).facts];
  }
  const found = facts.filter((fact): fact is Fact => fact !== undefined);
  const [first, second, third] = measured(found, context.knowledge);
  return first && second && !third && first.fact !== second.fact ? [first, second] : undefined;
}
