// Whether a fact has the form that a question word asks for.
import type { Attribute, Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { means, type Span } from '../reading/annotate.ts';
import { isFigure } from '../reading/measure.ts';
import { isMeasured, type Query } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import { isOf } from './unit-fit.ts';

const isTime = (fact: Fact, knowledge: Context['knowledge']): boolean => isOf('time', fact, knowledge);

/** A number of people or things: asked for how long something took, no answer. */
const isCount = (fact: Fact, knowledge: Context['knowledge']): boolean => isOf('count', fact, knowledge);

/** "How much does it cost": a count of people or things tells no sum. */
const isOfCount = (fact: Fact, attribute: Attribute | undefined, knowledge: Context['knowledge']): boolean =>
  attribute?.general === true && isCount(fact, knowledge);

/** How well a value tells a number: of people or things named in the question, a time tells none, nor a list one of things. */
function countFit(
  fact: Fact,
  { asks, counted, currency, units }: Query,
  hasNumber: boolean,
  knowledge: Context['knowledge'],
): number {
  const { kind } = fact.value;
  if (counted && counted !== 'time' && isTime(fact, knowledge)) return -0.5;
  // The seventh of its kind tells of no seven.
  if (counted && isOf('rank', fact, knowledge)) return -0.5;
  if (counted === 'time' && isCount(fact, knowledge)) return -0.5;
  if (kind === 'quantity') return 1;
  if (kind === 'list') return counted === 'things' || counted === 'time' ? -0.5 : 0.3;
  // "How many dollars" asks for a sum, "how many were sold" for none.
  if (kind === 'money') return asks.has('how-much') || currency || units.length > 0 ? 0 : -0.5;
  return hasNumber && counted !== 'things' ? -0.3 : -0.8;
}

/** Question words that ask for a form of value. */
export const FORMED: ReadonlySet<string> = new Set([
  'who',
  'when',
  'where',
  'why',
  'how-many',
  'how-much',
  'how-long',
  'count',
]);
/** "How did she describe the price": somebody's words are asked for, whatever they are of. */
export const asksWords = ({ attributes, mentions, asks }: Query, { knowledge }: Context): boolean =>
  (asks.has('how') || asks.has('which')) &&
  !asks.has('meaning') &&
  ![...asks].some((id) => FORMED.has(id)) &&
  attributes.some((id) => knowledge.attributes.get(id)?.answers.includes('saying')) &&
  mentions.some(({ ids }) => ids.some((id) => knowledge.subjects.get(id)?.kind === 'person'));

const UNNAMED = 0.3;
const LISTED = 0.2;
const IN_UNIT = 0.3;
const OPEN = new Set(['meaning', 'which', 'whether']);
/** "What did he post there": how often it was read is not what he did, where no figure is named. */
const isOpen = (
  { asks, attributes, units, terms, mentions }: Query,
  attribute: string,
  { subjects }: Context['knowledge'],
): boolean =>
  asks.has('meaning') &&
  asks.has('whether') &&
  units.length === 0 &&
  !attributes.includes(attribute) &&
  !terms.some(isMeasured) &&
  [...asks].every((id) => OPEN.has(id)) &&
  mentions.some(({ ids }) => ids.some((id) => subjects.get(id)?.kind === 'person'));

/** "Why is it codenamed H2": what the question itself says is no reason. */
export function isGiven({ value, attribute }: Fact, { asks, text }: Query, { knowledge }: Context): boolean {
  if (!asks.has('why') || value.kind !== 'text' || knowledge.attributes.get(attribute)?.general) return false;
  if (value.text.en.length > text.length) return false; // it says more than the question
  const said = new Set(tokenize(text).map(({ key }) => key));
  return tokenize(value.text.en).every(({ key }) => said.has(key));
}

/** "How was it sold", but not "how hard was it": the verb stands right behind the question word. */
const isManner = ({ asks, spans }: Query): boolean => {
  if (!asks.has('whether')) return false;
  const at = spans.findIndex((span) => means(span, 'question', 'how'));
  return spans[at + 1] !== undefined && means(spans[at + 1] as Span, 'question', 'whether');
};

/** Does the value have the form that the question word asks for? −1 to 1. */
export function askFit(fact: Fact, query: Query, context: Context): number {
  const { knowledge, evidence } = context;
  const { kind } = fact.value;
  const { asks } = query;
  // "His walking target in km": a figure in that unit, before a text in which one occurs.
  if (asks.size === 0 && !query.operators.has('difference'))
    return kind === 'quantity' &&
      query.units.some((unit) => isOf(knowledge.units.get(unit)?.dimension ?? '', fact, knowledge))
      ? IN_UNIT
      : 0;
  const traits = evidence.traits(fact.index);
  const attribute = knowledge.attributes.get(fact.attribute);
  const answers = (ask: string): boolean => attribute?.answers.includes(ask) === true;
  let fit = 0;
  // "Name the new partners": all of them in one, before any one of them.
  if (asks.has('list') && fact.value.kind === 'subject' && fact.value.ids.length > 1) fit += LISTED;
  // "How much better is its sensor": no name of the sensor tells by how much.
  if (query.operators.has('difference'))
    fit += kind === 'quantity' || kind === 'money' ? 0.3 : traits.number ? 0 : -0.7;
  // "Has it 120 Hz, right": a measure of its own in that unit, before a text in which the figure stands.
  const isChecked = asks.size === 1 && asks.has('whether');
  if (isChecked && kind === 'quantity' && query.terms.some(({ unit }) => unit !== undefined)) fit += IN_UNIT;
  if (asks.has('when')) fit += kind === 'date' ? 1 : traits.date ? 0.2 : -0.7;
  if (asks.has('who')) {
    const person =
      fact.value.kind === 'subject' &&
      fact.value.ids.some((id) => ['person', 'company'].includes(knowledge.subjects.get(id)?.kind ?? ''));
    fit += person ? 1 : traits.person ? 0.3 : kind === 'text' || kind === 'list' ? -0.35 : -0.5;
  }
  if (asks.has('how-much'))
    fit +=
      kind === 'money'
        ? 0.8
        : kind === 'quantity'
          ? isTime(fact, knowledge) || isOfCount(fact, attribute, knowledge)
            ? -0.5
            : 0.6
          : traits.money && !attribute?.general
            ? -0.1
            : traits.dimensions.length > 0 && !attribute?.general
              ? -0.2
              : -0.8;
  if (asks.has('how-many') || asks.has('count')) fit += countFit(fact, query, traits.number, knowledge);
  if (asks.has('how-long') && kind === 'date' && attribute?.promised) fit += 1;
  else if (asks.has('how-long'))
    fit +=
      isTime(fact, knowledge) || answers('how-long')
        ? 1
        : traits.number
          ? kind === 'text' && !traits.dimensions.includes('time')
            ? -0.3
            : query.units.length === 0 && isCount(fact, knowledge)
              ? -0.5
              : 0
          : -0.5;
  if (asks.has('why')) fit += answers('why') ? 1 : kind === 'text' ? 0.1 : -0.5;
  if (asks.has('where')) {
    const place =
      fact.value.kind === 'subject' && fact.value.ids.some((id) => knowledge.subjects.get(id)?.kind === 'place');
    fit += place || answers('where') ? 1 : traits.place ? 0.2 : -0.3;
  }
  // "How did they feel": the feeling is named.
  const isNamed = kind === 'text' && attribute?.general === true && query.attributes.includes(fact.attribute);
  if (asks.has('how') && (answers('how') || isNamed) && asks.size === (isManner(query) ? 2 : 1)) fit += 0.5;
  // How a thing is or was done is told neither by a day nor by a name.
  else if (asks.has('how') && (kind === 'date' || kind === 'subject') && ![...asks].some((id) => FORMED.has(id)))
    fit -= 0.3;
  if (isFigure(kind) && attribute?.general !== true && isOpen(query, fact.attribute, knowledge)) fit -= UNNAMED;
  if (isFigure(kind) && asksWords(query, context)) fit -= 0.7;
  return Math.max(-1, Math.min(1, fit));
}
