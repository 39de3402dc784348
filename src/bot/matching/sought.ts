// Whether what was found is what is asked for, and not what stands beside it: the same person's other words, another
// measure whose name shares a word.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { means } from '../reading/annotate.ts';
import { withoutExcepted } from '../reading/besides.ts';
import { isFigure } from '../reading/measure.ts';
import { CONDITION, isMeasured, isNamed, type Query, type Term } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import { STRENGTH } from './evidence.ts';
import type { Group } from './groups.ts';

/** True where the facts that were found tell something else than the question asks for. */
export function isBeside(groups: readonly Group[], query: Query, fit: number, context: Context): boolean {
  return (
    (fit < FITTING && sharesAWord(groups, query, context)) ||
    lacksFigure(groups, query, context) ||
    lacksPlace(groups, query, context) ||
    lacksMaker(groups, query, context) ||
    lacksWords(groups, query, context) ||
    countsOthers(groups, query) ||
    countsThings(groups, query, context) ||
    isOnlySaidThere(groups, query, context) ||
    lacksReason(groups, query, context) ||
    isLeftOut(groups, query, context) ||
    lacksTime(groups, query, context) ||
    isTooCoarse(groups, query)
  );
}

/** A value of just the form that the question word asks for: see `askFit`. */
const FITTING = 0.5;

/** The facts bear the attribute that a term names, or are said to be about it; a word of its name alone is not that. */
const bears = ({ keys }: Term, groups: readonly Group[], { evidence }: Context): boolean =>
  keys.some(
    (key) =>
      key.startsWith('a:') &&
      groups.some(({ facts }) => facts.some(({ index }) => evidence.strength(index, key) >= STRENGTH.topic)),
  );

/** "The colour of the monitor" is not its colour gamut: where nothing else is asked, the attribute named is not met by a word of its name. */
function sharesAWord(groups: readonly Group[], { terms }: Query, context: Context): boolean {
  const met = (term: Term): boolean => groups.some(({ covered }) => covered.has(term));
  const asked = terms.filter((term) => term.role !== 'subject' && term.weight >= CONDITION && met(term));
  const [only] = asked;
  return asked.length === 1 && only !== undefined && isNamed(only) && !bears(only, groups, context);
}

/** A figure that nobody tells is not met by a text without any that speaks of the same, where hardly more than the figure is asked. */
function lacksFigure(groups: readonly Group[], { terms }: Query, { knowledge, evidence }: Context): boolean {
  if (!terms.some(({ unheld }) => unheld)) return false;
  const others = terms.filter(({ role }) => role !== 'subject');
  const total = others.reduce((sum, { weight }) => sum + weight, 0);
  const asksFigure = groups.some(({ covered }) =>
    [...covered.keys()].some(
      ({ unheld, keys, weight }) =>
        unheld === true &&
        weight >= total / 2 &&
        keys.some((key) => isFigure(knowledge.attributes.get(key.slice(2))?.kind)),
    ),
  );
  return (
    asksFigure &&
    groups.every(({ facts }) =>
      facts.every(({ value, index }) => {
        const { number, date } = evidence.traits(index);
        return !isFigure(value.kind) && !number && !date;
      }),
    )
  );
}

/**
 * "Where was it made" is not met by a day, a sum or a count that names neither a place nor another's house, nor, where nothing
 * else is asked of whom it names, by any such text.
 */
function lacksPlace(groups: readonly Group[], { asks, terms }: Query, { knowledge, evidence }: Context): boolean {
  if (!asks.has('where') || [...asks].some((id) => id !== 'where' && id !== 'whether')) return false;
  const bare = terms.every(({ role, weight }) => role === 'subject' || weight < CONDITION);
  return groups.every(({ attribute, facts }) =>
    facts.every(({ value, index }) => {
      const { place, company } = evidence.traits(index);
      const ranks = value.kind === 'quantity' && knowledge.units.get(value.unit)?.dimension === 'rank';
      const formed = value.kind === 'date' || (isFigure(value.kind) && !ranks);
      const told = place || company || knowledge.attributes.get(attribute)?.answers.includes('where');
      return !told && (formed || (bare && value.kind === 'text'));
    }),
  );
}

/** "Who makes its screen": of a product, a part without its maker's name, where the fact is not said to tell who. */
function lacksMaker(
  groups: readonly Group[],
  { narrows, implied, spans }: Query,
  { knowledge, evidence }: Context,
): boolean {
  if (!narrows.has('maker')) return false;
  const words = spans.filter((span) => means(span, 'question', 'maker')).flatMap((span) => span.words);
  const names = ({ value, index }: Fact): boolean =>
    value.kind === 'subject' ||
    evidence.traits(index).company ||
    words.some((word) => evidence.strength(index, word) === STRENGTH.cue);
  return groups.every(
    ({ subject, attribute, facts }) =>
      knowledge.subjects.get(subject)?.kind === 'product' && !implied.includes(attribute) && !facts.some(names),
  );
}

/** "What did she say of it" is not met by what is told of her: of somebody who did not write the source, words or feelings must be told. */
function lacksWords(groups: readonly Group[], query: Query, context: Context): boolean {
  const { asks, attributes, mentions, terms } = query;
  const { knowledge, root } = context;
  const tellsWords = (id: string): boolean => knowledge.attributes.get(id)?.answers.includes(SAYING) === true;
  if (!attributes.some(tellsWords) || [...asks].some((id) => !OPEN_ASKS.has(id))) return false;
  const able = mentions.filter(({ ids }) =>
    ids.some((id) => id !== root && SPEAKING.has(knowledge.subjects.get(id)?.kind ?? '')),
  );
  const verb = terms.find(({ keys }) => keys.some((key) => tellsWords(key.slice(2))))?.at ?? 0;
  // Who stands before the verb speaks, of whoever comes behind it.
  const speakers = (able.findLast(({ at }) => at < verb) ?? able[0])?.ids ?? [];
  if (speakers.length === 0) return false;
  return groups.every(
    ({ attribute, facts }) =>
      !tellsWords(attribute) &&
      facts.every(
        ({ value, source }) => value.kind === 'text' && !speakers.includes(knowledge.sources.get(source)?.author ?? ''),
      ),
  );
}

const SAYING = 'saying';
const SPEAKING = new Set<string>(['person', 'company']);
/** Question words that ask for no form of value. */
const OPEN_ASKS = new Set(['which', 'meaning', 'define', 'whether']);

/** "How many ovens did they buy" is not met by how many things stand in a list, of which ovens are one. */
function countsOthers(groups: readonly Group[], { asks, terms }: Query): boolean {
  const counted = asks.has('how-many') ? terms.find(({ asked, role }) => asked && role === 'content') : undefined;
  if (!counted) return false;
  return groups.every(({ facts }) =>
    facts.every(({ value }) => {
      if (value.kind !== 'list') return false;
      const holding = value.items.filter(({ en }) => {
        const held = new Set(tokenize(en).map(({ key }) => `w:${key}`));
        return counted.words.length > 0 && counted.words.every((word) => held.has(word));
      });
      return holding.length > 0 && holding.length < value.items.length;
    }),
  );
}

/** "How many people use it": of a product, a count of other things is not met where nothing says that people are counted. */
function countsThings(
  groups: readonly Group[],
  { counted, asks, spans, terms }: Query,
  { knowledge, evidence }: Context,
): boolean {
  const others = terms.some(({ role, weight }) => role !== 'subject' && weight >= CONDITION);
  if (counted !== 'people' || !asks.has('how-many') || others) return false;
  const at = spans.findIndex((span) => means(span, 'question', 'how-many'));
  const words = spans[at + 1]?.words ?? [];
  return groups.every(
    ({ subject, facts }) =>
      knowledge.subjects.get(subject)?.kind === 'product' &&
      facts.every(({ index }) => words.every((word) => evidence.strength(index, word) === 0)),
  );
}

/** "Why was it launched": where nothing is asked but what is told by a day, a word of that in a text is no reason. */
function lacksReason(groups: readonly Group[], { asks, terms }: Query, { knowledge }: Context): boolean {
  const asked = terms.filter(({ role, weight }) => role !== 'subject' && weight >= CONDITION);
  const isDate = (term: Term): boolean =>
    isMeasured(term) && term.keys.some((key) => knowledge.attributes.get(key.slice(2))?.kind === 'date');
  if (!asks.has('why') || asked.length === 0 || !asked.every(isDate)) return false;
  const tells = (id: string): boolean => {
    const attribute = knowledge.attributes.get(id);
    return attribute?.introduces === true || attribute?.answers.includes('why') === true;
  };
  return !groups.some(({ attribute }) => tells(attribute));
}

/** "What else was shown besides the band" is not met by what is told of the band. */
function isLeftOut(groups: readonly Group[], query: Query, context: Context): boolean {
  if (!query.operators.has('besides')) return false;
  const { left } = withoutExcepted(query, context);
  // A story of the one may well tell of the others.
  return groups.every(
    ({ subject, facts }) =>
      left.has(subject) && facts.every(({ value }) => value.kind === 'date' || isFigure(value.kind)),
  );
}

/** "How many days did they travel" is not met by a text or a list in which nothing is said to have lasted. */
const lacksTime = (groups: readonly Group[], { counted }: Query, { evidence }: Context): boolean =>
  counted === 'time' &&
  groups.every(({ facts }) =>
    facts.every(({ value, index }) => {
      const { dimensions, date } = evidence.traits(index);
      const told = dimensions.includes('time') || (value.kind === 'text' && date);
      return (value.kind === 'text' || value.kind === 'list') && !told;
    }),
  );

/** "What did the speech cost": a sum or a measure that was only told there is not the occasion's own. */
function isOnlySaidThere(groups: readonly Group[], { terms, mentions }: Query, { knowledge, root }: Context): boolean {
  const named = new Set(mentions.flatMap(({ ids }) => ids.filter((id) => id !== root)));
  const [only] = named;
  if (named.size !== 1 || knowledge.subjects.get(only ?? '')?.kind !== 'event' || !terms.some(isMeasured)) return false;
  // "In the letter, what dream did the company have": words are told where they were said.
  if (groups.every(({ facts }) => facts.every(({ value }) => value.kind === 'text'))) return false;
  return terms.some(
    (term) =>
      term.role === 'subject' &&
      term.keys.includes(`s:${only}`) &&
      groups.every(({ covered }) => (covered.get(term) ?? 0) <= STRENGTH.author),
  );
}

/** "Which month was it": a year does not tell, nor a day at what time. */
function isTooCoarse(groups: readonly Group[], { narrows }: Query): boolean {
  const hour = narrows.has('hour');
  if (!hour && !narrows.has('day') && !narrows.has('month')) return false;
  return groups.every(({ facts }) =>
    facts.every(({ value }) => value.kind === 'date' && (hour ? value.time === undefined : value.date.length === YEAR)),
  );
}

/** A date that is but a year has so many characters. */
const YEAR = 4;
