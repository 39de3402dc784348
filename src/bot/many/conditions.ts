// The conditions that a question about many products sets: which of its words are ones, and which are none of products.

import type { Attribute, Subject } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { meaningOf } from '../reading/annotate.ts';
import { isFigure, isNumeric } from '../reading/measure.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, type Constraint, type Query, type Term } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import { isPartMaker } from './gathering.ts';

/** Any other word that sets a condition weighs as much. */
const FAINT = 0.3;

/** What products have or run (a programme) is a condition on them, not one of them. */
export const isCondition = ({ kind }: Subject): boolean => kind === 'programme';

/** Terms that every listed product must meet by some fact of its own. */
export function conditionTerms(
  query: Query,
  conditions: readonly Constraint[],
  { knowledge, root, columns }: Context,
): Term[] {
  return query.terms.filter(({ role, weight, text, keys, at }) => {
    // "The dearest thing that the company sells": whatever it is.
    if (query.superlative && keys.includes('c:sell') && isBehindRoot(at, query.spans, root)) return false;
    if (role === 'subject')
      return keys.some((key) => {
        const subject = knowledge.subjects.get(key.slice(2));
        if (!subject || subject.id === root) return false;
        return isCondition(subject) || (subject.kind === 'company' && isPartMaker(subject.id, columns));
      });
    if (role === 'class' || keys.some((key) => key.startsWith('d:'))) return false;
    if (role === 'number' || conditions.some((one) => one.text === text))
      return !conditions.some((one) => one.text.includes(text));
    return weight >= (role === 'attribute' ? CONDITION : FAINT);
  });
}

const isBehindRoot = (at: number, spans: Query['spans'], root: string): boolean => {
  const before = spans[spans.findIndex(({ start }) => start === at) - 1];
  return before?.meanings.some((meaning) => meaning.kind === 'subject' && meaning.id === root) === true;
};

const namedBy = new WeakMap<Attribute, ReadonlySet<string>>();

/** "Most megapixels on its main cam": what only says once more by which attribute things are ranked is no condition. */
export function isWordOf({ role, words }: Term, attribute: Attribute | undefined): boolean {
  if (!attribute || role !== 'content' || words.length === 0) return false;
  const known =
    namedBy.get(attribute) ??
    new Set(
      Object.values(attribute.names)
        .flat()
        .flatMap((name) => tokenize(name).map(({ key }) => `w:${key}`)),
    );
  namedBy.set(attribute, known);
  return words.every((word) => known.has(word));
}

/** "A chip of that maker", "that maker's chip": what of it is the maker's is no condition beside the maker. */
export const ofMakers = (
  terms: readonly Term[],
  { spans }: Query,
  { knowledge, holders }: Context,
): readonly Term[] => {
  const makers = terms.filter(
    ({ role, keys }) =>
      role === 'subject' && keys.some((key) => knowledge.subjects.get(key.slice(2))?.kind === 'company'),
  );
  if (makers.length === 0) return terms;
  const ends = new Set(makers.map(({ at }) => spans.find(({ start }) => start === at)?.end));
  const isPart = (key: string): boolean => holders.get(key.slice(2))?.has('product') === true;
  const isShare = (key: string): boolean => isFigure(knowledge.attributes.get(key.slice(2))?.kind);
  return terms.filter(
    ({ role, at, keys }) => role !== 'attribute' || !ends.has(at) || !keys.some(isPart) || keys.some(isShare),
  );
};

/** Can the amount of a condition be one of the attribute's? */
export function isBound(
  id: string,
  { amount, high = amount }: Constraint,
  { attributes, units }: Context['knowledge'],
): boolean {
  const { kind, unit } = attributes.get(id) ?? {};
  // "What lists at 99 euros": no day is asked.
  if (amount.currency ?? high.currency) return kind === 'money' || kind === 'date';
  const asked = amount.unit ?? high.unit;
  if (asked === undefined) return isNumeric(id, { attributes });
  return kind === 'quantity' && (unit === undefined || units.get(unit)?.dimension === units.get(asked)?.dimension);
}

/** A figure of nothing ("at least five devices"), or what no product has but others do ("its dream phone"). */
export function isNoCondition(
  { role, weight, keys, at, unheld }: Term,
  query: Query,
  { holders, knowledge }: Context,
): boolean {
  if (unheld) return true;
  if (role === 'number') {
    const place = query.spans.findIndex(({ start }) => start === at);
    const [before, own] = [query.spans[place - 1], query.spans[place]];
    const isOfName = before !== undefined && meaningOf(before, 'subject') !== undefined;
    return query.attributes.length === 0 && !isOfName && !(own?.amount?.unit ?? own?.amount?.currency);
  }
  if (role !== 'attribute' || weight < 0.9) return false;
  const ids = keys.filter((key) => key.startsWith('a:')).map((key) => key.slice(2));
  const all = withMembers(ids, knowledge.attributes);
  const kinds = all.flatMap((id) => [...(holders.get(id) ?? [])]);
  return kinds.length > 0 && !kinds.includes('product');
}

/** "With fast charging": the word for a measure that is also one for having the thing or not asks for no figure. */
export const isOfHaving = (id: string, { terms }: Query, { attributes }: Context['knowledge']): boolean =>
  terms.some(
    ({ keys }) =>
      keys.includes(`a:${id}`) && keys.some((key) => attributes.get(key.replace(/^a:/, ''))?.kind === 'boolean'),
  );
