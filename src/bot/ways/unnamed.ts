// What was found tells of the thing that is asked for, but not which one it is: whose name no source gives, which model, what share.
import type { Fact, Subject } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import type { Finding } from '../matching/lookup.ts';
import { hasUnit } from '../matching/unit-fit.ts';
import { meaningOf, meaningsOf, means, type Span } from '../reading/annotate.ts';
import type { Query } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';

/** Asks which one it was, or for its name, where all that is told is what kind of one it was. */
export function asksUnnamed(query: Query, { groups: [first] }: Finding, { knowledge }: Context): boolean {
  const value = first?.facts[0]?.value;
  const asked = query.asks.has('which') || asksForName(query);
  return asked && value?.kind === 'subject' && value.ids.every((id) => knowledge.subjects.get(id)?.unnamed);
}

/** Asks for a name, where all that is told is how many there are; or for a model, and none is told. */
export function lacksName(query: Query, { groups }: Finding, context: Context): boolean {
  const facts = groups.flatMap((group) => group.facts);
  const isNumber = (fact: Fact): boolean =>
    isFigure(fact) && named(fact, context).filter(({ id }) => id !== fact.subject && id !== context.root).length < 2;
  if (query.narrows.has('name') && facts.length > 0 && facts.every(isNumber)) return true;
  return asksForProduct(query, context) && !facts.some((fact) => tellsProduct(fact, context));
}

/** "What is it called". */
export const asksForName = ({ spans, narrows }: Query): boolean =>
  narrows.has('name') || spans.some((span) => means(span, 'concept', 'name'));

const isFigure = ({ value: { kind } }: Fact): boolean => kind === 'quantity' || kind === 'boolean';

/** "Which model was it", "the name of its model": a word for any product behind the one that asks, and no part of a longer name. */
export function asksForProduct({ spans }: Query, { knowledge }: Context): boolean {
  const at = spans.findIndex(
    (span, index) =>
      isModel(span, knowledge) &&
      spans.slice(0, index).some((one) => means(one, 'question', 'which') || means(one, 'question', 'name')) &&
      spans.slice(0, index).every((one) => !isNoun(one) || meaningOf(one, 'class') || meaningOf(one, 'subject')),
  );
  const next = spans[at + 1];
  return at > 0 && !(next && isNoun(next));
}

/** The class of everything, and nothing else. */
const isModel = (span: Span, { classes }: Context['knowledge']): boolean =>
  meaningsOf(span, 'class').some(({ id }) => !classes.get(id)?.parent) &&
  span.meanings.every(({ kind }) => kind === 'class' || kind === 'concept');

const isNoun = (span: Span): boolean =>
  span.amount !== undefined ||
  (span.meanings.length === 0 && span.words.length > 0) ||
  (span.meanings.some(({ kind }) => NAMING.has(kind)) && !span.meanings.some(({ kind }) => QUIET.has(kind)));
const NAMING = new Set(['concept', 'attribute', 'class', 'subject']);
const QUIET = new Set(['function', 'light', 'question']);

/** Is of a product, or speaks of one. */
const tellsProduct = (fact: Fact, context: Context): boolean =>
  named(fact, context).some(({ kind }) => kind === 'product');

/** Whoever and whatever has a name that a fact is of or speaks of. */
function named({ subject, value, say, about }: Fact, { knowledge, annotator }: Context): Subject[] {
  const texts = value.kind === 'text' ? [value.text] : value.kind === 'list' ? value.items : [];
  const spoken = [say, about, ...texts].flatMap((text) =>
    annotator.annotate(tokenize(text?.en ?? '')).flatMap((span) => meaningsOf(span, 'subject').map(({ id }) => id)),
  );
  const ids = new Set([subject, ...(value.kind === 'subject' ? value.ids : []), ...spoken]);
  return [...ids].flatMap((id) => knowledge.subjects.get(id) ?? []).filter(({ kind }) => BEARING.has(kind));
}
const BEARING: ReadonlySet<Subject['kind']> = new Set(['person', 'company', 'product'] as const);

/** "How old is she": of nobody who was spoken of, what is told of the company is no answer. */
export function lacksPerson(
  { pronouns, mentions }: Query,
  { groups }: Finding,
  scope: readonly string[],
  { knowledge, evidence, root }: Context,
): boolean {
  const isPerson = (id: string): boolean => knowledge.subjects.get(id)?.kind === 'person';
  const facts = groups.flatMap((group) => group.facts);
  if (!pronouns.has('person') || facts.length === 0) return false;
  // "When did he found the company": of that, it is told.
  const named = [...scope, ...mentions.flatMap(({ ids }) => ids)];
  if (named.some((id) => id === root || isPerson(id))) return false;
  return facts.every(({ subject, index }) => subject === root && !evidence.traits(index).person);
}

/** "What percent of the market": a share is asked for, and none is told. */
export function lacksShare(query: Query, { groups }: Finding, context: Context): boolean {
  const units = query.spans.flatMap((span) =>
    meaningsOf(span, 'attribute').some(({ id }) => context.knowledge.attributes.get(id)?.general)
      ? meaningsOf(span, 'unit').flatMap(({ id }) =>
          context.knowledge.units.get(id)?.dimension === 'share' ? [id] : [],
        )
      : [],
  );
  const facts = groups.flatMap((group) => group.facts);
  return units.length > 0 && facts.length > 0 && !facts.some((fact) => hasUnit(fact, { ...query, units }, context));
}

/** "How many of the 19,000 are engineers": the number that the question gives is not the one that it asks for. */
export function lacksPortion({ asks, spans, terms }: Query, { groups, unaccounted }: Finding): boolean {
  const facts = groups.flatMap((group) => group.facts);
  const given = spans.flatMap(({ amount, start }) =>
    amount && terms.some(({ at, role }) => role === 'number' && at === start) ? [amount.value] : [],
  );
  const isGiven = ({ value }: Fact): boolean => value.kind === 'quantity' && given.includes(value.min);
  return asks.has('how-many') && unaccounted.length > 0 && facts.length > 0 && facts.every(isGiven);
}

/** "Who was number one": not told by the place of one that was not. */
export function lacksFirst({ asks, terms }: Query, { groups }: Finding, { knowledge }: Context): boolean {
  const facts = groups.flatMap((group) => group.facts);
  const isBehind = ({ value }: Fact): boolean =>
    value.kind === 'quantity' && knowledge.units.get(value.unit)?.dimension === 'rank' && value.min > 1;
  const asksFirst = (asks.has('who') || asks.has('which')) && terms.some(({ keys }) => keys.includes(FIRST));
  return asksFirst && facts.length > 0 && facts.every(isBehind);
}
const FIRST = 'c:number-one';
