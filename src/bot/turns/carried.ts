// What a turn takes over of the one before it, made part of its query as if it had been said again.
import type { Fact, Offer } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { isA } from '../many/gathering.ts';
import type { Finding } from '../matching/lookup.ts';
import { means, type Span } from '../reading/annotate.ts';
import { type Period, periodOf } from '../reading/periods.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import { standsForNamed } from './pronoun.ts';

const asTerm = (id: string): Term => ({
  text: id,
  role: 'subject',
  keys: [`s:${id}`],
  words: [],
  weight: 1,
  at: -1,
});

/** The query, naming one more subject that was spoken of before. */
export const alsoNaming = (query: Query, id: string): Query => ({
  ...query,
  mentions: [...query.mentions, { ids: [id], text: id, at: -1 }],
  terms: [...query.terms, asTerm(id)],
});

/** "How did the founder win him over": who is named in the sentence is not the one whom "him" means. */
export function besideNamed(query: Query, spokenOf: readonly string[], { knowledge, root }: Context): Query[] {
  const named = new Set(query.mentions.flatMap(({ ids }) => ids));
  const isItself = standsForNamed(query);
  const fits = (id: string): boolean => {
    const kind = knowledge.subjects.get(id)?.kind;
    if (named.has(id) || id === root) return false;
    return (
      (query.pronouns.has('person') && kind === 'person') ||
      (query.pronouns.has('place') && (kind === 'place' || kind === 'company')) ||
      (query.pronouns.has('thing') && !isItself && kind !== 'person' && kind !== 'place')
    );
  };
  // "Any special edition of it?" only asks for the one that it names.
  const asks = query.operators.size + query.asks.size > 0 || query.terms.some(({ role }) => role !== 'subject');
  return asks || !query.pronouns.has('thing') ? spokenOf.filter(fits).map((id) => alsoNaming(query, id)) : [];
}

/** The pronouns of a turn that is of what was spoken of. */
export const SPOKEN_OF: Query['pronouns'] = new Set(['thing']);

/** "What did he get?": where nothing else is said, everyday words ask, too. */
export function withEveryday(query: Query): Query | undefined {
  const { terms, pronouns, asks, spans, mentions, smalltalk } = query;
  if (terms.length + mentions.length > 0 || pronouns.size === 0 || asks.size === 0 || smalltalk) return undefined;
  const everyday = spans.filter(
    ({ meanings }) => meanings.length > 0 && meanings.every(({ kind }) => kind === 'light'),
  );
  const added = everyday.map(
    ({ text, words, start }): Term => ({ text, role: 'content', keys: words, words: [], weight: EVERYDAY, at: start }),
  );
  return added.length > 0 ? { ...query, terms: added } : undefined;
}
/** Weighs as much as a word that many facts hold. */
const EVERYDAY = 0.4;
export const isEveryday = ({ terms, pronouns }: Query): boolean =>
  pronouns.size > 0 && terms.length > 0 && terms.every(({ weight }) => weight === EVERYDAY);

/** A phone is not meant where something is said of the TV. */
export function isOfClass({ classes }: Query, id: string, { knowledge }: Context): boolean {
  const subject = knowledge.subjects.get(id);
  return (
    subject?.kind !== 'product' ||
    subject.members.length > 0 ||
    classes.some((asked) => subject.classes.some((own) => isA(own, asked, knowledge)))
  );
}

/** "And the monitor?": the only product of the class that is named, if there is but one. */
export function onlyOneOf({ classes }: Query, { knowledge }: Context): string | undefined {
  if (classes.length === 0) return undefined;
  const known = singles.get(knowledge) ?? new Map<string, string | undefined>();
  singles.set(knowledge, known);
  const key = classes.join(' ');
  if (!known.has(key)) {
    const fitting = [...knowledge.subjects.values()].filter(
      ({ kind, members, classes: own }) =>
        kind === 'product' &&
        members.length === 0 &&
        classes.every((asked) => own.some((one) => isA(one, asked, knowledge))),
    );
    if (known.size >= MOST_SINGLES) known.clear();
    known.set(key, fitting.length === 1 ? fitting[0]?.id : undefined);
  }
  return known.get(key);
}
/** The only product of each class: worked out once. */
const singles = new WeakMap<Context['knowledge'], Map<string, string | undefined>>();
const MOST_SINGLES = 64;

/** A kind of price stays the asked one until another is named. */
export const withOffer = (query: Query, offer: Offer | undefined): Query =>
  query.offer || !offer ? query : { ...query, offer };

/** "And the scooters?": what was asked of one product or class, asked of another class; undefined where nothing else was said. */
export function otherClass(
  query: Query,
  last: Query,
  spokenOf: readonly string[],
  { knowledge, columns, root }: Context,
): Query | undefined {
  const only = query.classes.length > 0 && query.terms.every(({ role }) => role === 'class');
  // A brand stood for its product.
  const isProduct = (id = ''): boolean =>
    knowledge.subjects.get(id)?.kind === 'product' ||
    (id !== root && columns.shelves.some(({ brand }) => brand === id));
  const isRanked = last.superlative?.attribute !== undefined;
  const asked =
    isRanked ||
    (last.attributes.length + last.implied.length > 0 && (last.classes.length > 0 || isProduct(spokenOf[0])));
  if (!query.followup || !only || !asked || query.asks.size > 0) return undefined;
  const kept = last.terms.filter(
    ({ role, keys }) => role !== 'class' && !(role === 'subject' && isProduct(keys[0]?.slice(2))),
  );
  return {
    ...last,
    text: query.text,
    classes: query.classes,
    mentions: last.mentions.filter(({ ids }) => !isProduct(ids[0])),
    terms: [...kept, ...query.terms],
  };
}

/** Without other makers' things, and the number that stands in the name of one. */
function withoutOutsiders(query: Query): Query {
  const names = new Set(query.terms.flatMap(({ role, at }) => (role === 'outsider' ? [at] : [])));
  if (names.size === 0) return query;
  const isNamed = (span: Span | undefined): boolean => span !== undefined && names.has(span.start);
  const spans = query.spans.filter((span, at) => !isNamed(span) && !(span.amount && isNamed(query.spans[at - 1])));
  const starts = new Set(spans.map(({ start }) => start));
  return { ...query, spans, terms: query.terms.filter(({ at }) => at < 0 || starts.has(at)) };
}

/** What is not known is left for what is: a product, or anybody else's. */
export function withoutUnknown(query: Query): Query {
  const { unknownProduct } = query;
  if (unknownProduct === undefined) return withoutOutsiders(query);
  const terms = query.terms.filter(({ role, text }) => role === 'attribute' || !unknownProduct.includes(text));
  const mentions = query.mentions.filter(({ text }) => !unknownProduct.includes(text));
  return { ...query, unknownProduct: undefined, terms, mentions, classes: [] };
}

/** The query, of the time that was asked for before, where it names an attribute and no time of its own. */
export function withTime(query: Query, last: Query): Query | undefined {
  const { attributes, mentions, periods, parts, asks } = query;
  if (attributes.length === 0 || mentions.length + periods.length + parts.length > 0 || asks.has('when'))
    return undefined;
  return last.periods.length + last.parts.length > 0
    ? { ...query, periods: last.periods, parts: last.parts }
    : undefined;
}

/** "When was it announced": where only the company was spoken of, of what was asked last. */
export const asksItsDate = ({ asks, terms, mentions }: Query, spokenOf: readonly string[], context: Context): boolean =>
  spokenOf.length + mentions.length === 0 &&
  asks.has('when') &&
  terms.every(
    ({ role, weight, keys }) =>
      weight < 0.4 ||
      (role === 'attribute' && keys.some((key) => context.knowledge.attributes.get(key.slice(2))?.kind === 'date')),
  );

/** Does the company itself have what is asked? "The CEO" is then no question about the phone before. */
export const held = (query: Query, { knowledge, evidence, root }: Context): boolean =>
  query.attributes.some(
    (id) =>
      !knowledge.attributes.get(id)?.general &&
      evidence
        .postings(`a:${id}`)
        .facts.some((fact) => knowledge.facts[fact]?.attribute === id && knowledge.facts[fact]?.subject === root),
  );

/** What the company has only as a whole, such as its officers, is not asked of a place. */
export const isOfPlaces = (query: Query, context: Context): boolean =>
  !held(query, context) || query.attributes.some((id) => context.holders.get(id)?.has('place'));

/** "Another company's revenue?" – "And the profit?": of that company, too. */
export const isOfOther = (
  { attributes, followup, asks, spans }: Query,
  spokenOf: string | undefined,
  context: Context,
): boolean =>
  spokenOf !== undefined &&
  spokenOf !== context.root &&
  context.knowledge.subjects.get(spokenOf)?.kind === 'company' &&
  attributes.some((id) => !namesAnother(id, spokenOf, context)) &&
  (followup || asks.size === 0 || (spans.length <= SHORT && !asks.has('who')));

/** "The rank on this magazine's list" is not that on another's. */
const namesAnother = (attribute: string, company: string, { knowledge, annotator }: Context): boolean =>
  tokenize(knowledge.attributes.get(attribute)?.names.en?.[0] ?? '')
    .flatMap(({ word }) => annotator.named(word))
    .some((id) => id !== company && knowledge.subjects.get(id)?.kind === 'company');

/** "When was it founded?" */
const SHORT = 4;

/** "The year before", "the year after": so many years from the one that is spoken of. */
function yearsAway(spans: readonly Span[]): number {
  const says = (id: string): boolean => spans.some((span) => means(span, 'period', id));
  return says('last-year') ? -1 : says('next-year') ? 1 : 0;
}

type Told = { readonly accepted: boolean; readonly finding: Finding };

/** "And the year after?" where no time was asked for: beside the year of what was told. */
export function yearBeside({ spans, terms }: Query, told: () => Told): Period | undefined {
  const years = yearsAway(spans);
  if (years === 0 || terms.some(({ weight }) => weight >= CONDITION)) return undefined;
  const { accepted, finding } = told();
  const [fact] = finding.groups[0]?.facts ?? [];
  const time = fact?.value.kind === 'date' ? fact.value.date : fact?.period;
  return accepted && time && !time.includes('/') ? periodOf(`${Number(time.slice(0, 4)) + years}`) : undefined;
}

/** Concepts of a change in a figure. */
const CHANGES: ReadonlySet<string> = new Set(['c:grow', 'c:fall', 'c:change', 'c:yoy', 'c:qoq']);
/** Question words that may ask for a change. */
const OF_CHANGE = new Set(['whether', 'how', 'how-much', 'how-many', 'which', 'meaning']);

/** "And for the quarter?", "and the year before?": another time than the one that was asked for, told by that one. */
export function otherTime({ spans, terms, periods, parts }: Query, { periods: before }: Query): Period | undefined {
  const only = terms.every(({ weight }) => weight < CONDITION) && periods.length + parts.length === 0;
  const [asked, ...others] = before;
  if (!only || !asked || others.length > 0) return undefined;
  const says = (id: string): boolean => spans.some((span) => means(span, 'period', id));
  const [year, half] = asked.label.split('-H');
  // Of a half, its last quarter.
  if (half !== undefined && says('quarter')) return periodOf(`${year}-Q${Number(half) * 2}`);
  const years = yearsAway(spans);
  return years === 0 ? undefined : periodOf(`${Number(asked.label.slice(0, 4)) + years}${asked.label.slice(4)}`);
}

/** Does what a fact says tell of a change, beside its value? */
export const tellsChange = ({ index, growth }: Fact, { evidence }: Context): boolean =>
  growth !== undefined || [...CHANGES].some((key) => evidence.strength(index, key) > 0);

/** "Up or down?", "by how much?", "did it grow?": a figure is told with how it changed. */
export function asksChange(query: Query, { holders, root }: Context): boolean {
  const { operators, terms, mentions, asks, smalltalk, classes, periods, parts } = query;
  // "How does that compare with Q1": the time is what it is held against.
  const isTimed = periods.length + parts.length > 0 && !operators.has('compare');
  if (smalltalk || classes.length > 0 || isTimed) return false;
  if (mentions.some(({ ids }) => !ids.includes(root)) || [...asks].some((id) => !OF_CHANGE.has(id))) return false;
  const told = terms.filter(({ role }) => role !== 'subject');
  if (told.length === 0)
    return mentions.length === 0 && !asks.has('which') && ['difference', 'compare'].some((id) => operators.has(id));
  // "How does that compare with the quarter before".
  const isWeak = told.every(({ weight }) => weight < CONDITION) && operators.has('compare') && operators.has('earlier');
  if (isWeak && mentions.length === 0) return true;
  const isChange = ({ keys }: Term): boolean => keys.some((key) => CHANGES.has(key));
  // "How fast did it grow" asks for no speed.
  const isOfProducts = ({ role, keys }: Term): boolean =>
    role === 'attribute' &&
    keys.every((key) => [...(holders.get(key.slice(2)) ?? [])].every((kind) => kind === 'product'));
  return told.some(isChange) && told.every((term) => isChange(term) || isOfProducts(term));
}
