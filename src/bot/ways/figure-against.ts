// "Is 5020 mAh more than the 9C has": a figure that is held against what a product has, where it is the figure that is asked of.
import type { Context } from '../context.ts';
import { factsOf } from '../matching/groups.ts';
import { meaningOf, means } from '../reading/annotate.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { isOfMeasure } from './premise.ts';

/** Whether the figure is more, or less, than the product's; undefined where no figure stands before the comparison, or it is not of one attribute. */
export function figureAgainst(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { operators, asks, mentions, spans, terms, attributes } = query;
  const [mention, ...others] = mentions;
  const more = operators.has('more');
  if (!asks.has('whether') || more === operators.has('less') || !mention || others.length > 0) return undefined;
  const sized = spans.filter(({ amount }) => amount?.unit !== undefined);
  const [figure, ...rest] = sized;
  const sign = spans.find((span) => means(span, 'operator', more ? 'more' : 'less') || meaningOf(span, 'comparator'));
  if (!figure?.amount || rest.length > 0 || !sign || figure.start > sign.start || sign.start > mention.at)
    return undefined;
  const { amount } = figure;
  const idle = terms.every(
    ({ role, weight }) => ['subject', 'number', 'attribute'].includes(role) || weight < CONDITION,
  );
  const [id, ...namesakes] = mention.ids;
  if (!idle || id === undefined || namesakes.length > 0) return undefined;
  const { knowledge } = context;
  const alike = factsOf(id, context).filter(
    ({ value, attribute }) =>
      value.kind === 'quantity' &&
      isOfMeasure(value, amount, context) &&
      (attributes.length === 0 || attributes.some((one) => one === attribute || isMemberOf(attribute, one, context))),
  );
  const [fact, ...further] = alike;
  if (fact?.value.kind !== 'quantity' || further.length > 0) return undefined;
  const sizeOf = (value: number, unit: string): number => value * (knowledge.units.get(unit)?.factor ?? 1);
  const own = sizeOf(more ? fact.value.max : fact.value.min, fact.value.unit);
  const asked = sizeOf(amount.value, amount.unit ?? fact.value.unit);
  const isSo = more ? asked > own : asked < own;
  return {
    lead: composer.messages.say(isSo ? 'yes-fact' : 'correction', { fact: composer.sentence(fact) }),
    facts: [fact],
  };
}

const isMemberOf = (id: string, group: string, { knowledge }: Context): boolean =>
  knowledge.attributes.get(group)?.members.includes(id) === true;
