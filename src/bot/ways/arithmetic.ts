// Reckons with two values: the difference, the ratio, the time between, always with the operands shown.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { type Measured, plainNumber } from '../reading/measure.ts';
import type { Composer, Draft } from '../telling/compose.ts';

/** Dates nearer than this are told in days. */
const FEW_DAYS = 92;

/** A value that is reckoned with, and what it is. */
export function operandText(fact: Fact, composer: Composer): string {
  const qualifiers = composer.qualifiers(fact);
  const label = fact.about ? composer.messages.text(fact.about) : composer.format.label(fact.attribute);
  return `${composer.format.value(fact.value)} – ${[composer.format.subject(fact.subject), label, ...qualifiers].join(', ')}`;
}

/** The difference or the ratio of two values, with its operands shown; dates in years or days. */
export function reckon(
  [first, second]: readonly [Measured, Measured],
  ratio: boolean,
  context: Context,
  composer: Composer,
  shown: readonly [string, string],
): Draft | undefined {
  const [low, high] = first.measure.low <= second.measure.low ? [first, second] : [second, first];
  if (low.measure.dimension !== high.measure.dimension) return undefined;
  const [from, to] = first === low ? shown : [shown[1], shown[0]];
  const facts = [first.fact, second.fact];
  const { messages } = composer;
  if (low.measure.dimension === 'date') {
    const days = Math.round(high.measure.low - low.measure.low);
    if (days < FEW_DAYS) return { lead: messages.say('span-days', { days, first: from, second: to }), facts };
    return { lead: spanText(low.fact, high.fact, messages, from, to), facts };
  }
  if (ratio) {
    if (low.measure.low === 0) return undefined;
    return {
      lead: messages.say('ratio', {
        ratio: plainNumber(high.measure.low / low.measure.low, 3),
        first: to,
        second: from,
      }),
      facts,
    };
  }
  const difference = write(high.measure.low - low.measure.low, high.fact, context, composer);
  return { lead: messages.say('difference', { difference, first: to, second: from }), facts };
}

/** What values come to together, with each of them shown; undefined for dates, ranks and shares, which have no sum. */
export function total(
  values: readonly Measured[],
  context: Context,
  composer: Composer,
  shown: readonly string[],
): Draft | undefined {
  const { messages } = composer;
  const [first] = values;
  if (!first || SUMLESS.has(first.measure.dimension)) return undefined;
  const sum = values.reduce((all, { measure }) => all + measure.low, 0);
  return {
    lead: messages.say('sum', { sum: write(sum, first.fact, context, composer), operands: messages.list([...shown]) }),
    facts: values.map(({ fact }) => fact),
  };
}

/** What neither adds up nor is left over. */
export const SUMLESS: ReadonlySet<string> = new Set(['date', 'rank', 'share']);

/** Whole years where a date is known to the year only, else years and months. */
function spanText(low: Fact, high: Fact, messages: Composer['messages'], first: string, second: string): string {
  const parts = ({ value }: Fact): [number, number] =>
    value.kind === 'date' ? [Number(value.date.slice(0, 4)), Number(value.date.slice(5, 7))] : [0, 0];
  const [[fromYear, fromMonth], [toYear, toMonth]] = [parts(low), parts(high)];
  if (fromMonth === 0 || toMonth === 0) return messages.say('span-years', { years: toYear - fromYear, first, second });
  const all = (toYear - fromYear) * 12 + toMonth - fromMonth;
  const [years, months] = [Math.floor(all / 12), all % 12];
  return messages.say(months === 0 ? 'span-years' : years === 0 ? 'span-months' : 'span-years-months', {
    years,
    months,
    first,
    second,
  });
}

/** A result in the form of one of its operands, in the language of the answer. */
function write(base: number, { value }: Fact, { knowledge }: Context, { format, messages }: Composer): string {
  if (value.kind !== 'money' && value.kind !== 'quantity') return plainNumber(base);
  const scale = value.figure.match(/[a-z]+$/)?.[0];
  const factor = scale === 'billion' ? 1e9 : scale === 'million' ? 1e6 : 1;
  const figureOf = (amount: number): string =>
    [Number((amount / factor).toPrecision(10)), scale].filter((part) => part !== undefined).join(' ');
  const { bound: _bound, ...plain } = value;
  if (plain.kind === 'money') return format.value({ ...plain, amount: base, figure: figureOf(base) });
  const unit = knowledge.units.get(plain.unit);
  const amount = base / (unit?.factor ?? 1);
  if (unit?.dimension === 'share') return messages.say('points', { value: plainNumber(base) });
  if (unit?.dimension === 'rank') return plainNumber(amount);
  return format.value({ ...plain, min: amount, max: amount, figure: figureOf(amount) });
}
