// "What was shown at that event for under 2,500 yuan": a question about those products only that came out on one occasion.
import type { Context } from '../context.ts';
import { coverage } from '../matching/coverage.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';
import { COLLECTING } from './came.ts';
import { isA } from './gathering.ts';

/** A launch accounts for a word of the question at least so strongly. */
const TOLD = 0.5;
/** The word for an occasion itself singles none out. */
const OCCASION = 'c:event';
/** One that a launch does not tell of, or that many tell of, is no occasion. */
const MOST = 20;

/** Tells when a thing came out, or on which occasion. */
const isLaunch = (id: string, { attributes }: Context['knowledge']): boolean => {
  const { kind, promised, general, occasion } = attributes.get(id) ?? {};
  return occasion === true || (kind === 'date' && !promised && !general);
};

/** The facts that tell of the launches of products, by the subject's id. */
function launches({ knowledge }: Context): ReadonlyMap<string, readonly number[]> {
  const isProduct = (id: string): boolean => {
    const subject = knowledge.subjects.get(id);
    return subject?.kind === 'product' && subject.members.length === 0;
  };
  const all = new Map<string, number[]>();
  for (const { attribute, subject, index } of knowledge.facts)
    if (isLaunch(attribute, knowledge) && isProduct(subject)) all.set(subject, [...(all.get(subject) ?? []), index]);
  return all;
}

/** "Gadgets", "things": the word for whatever there is, and no kind of it. */
const isOfAll = (id: string, { columns, knowledge }: Context): boolean =>
  columns.shelves.every((shelf) => shelf.classes.some((own) => isA(own, id, knowledge)));

const known = new WeakMap<Context['knowledge'], ReadonlyMap<string, readonly number[]>>();

/**
 * The query without the words that name an occasion, asking only of what came out then.
 * @returns undefined where no occasion is named, or nothing else is asked of what came out
 */
export function ofOccasion(query: Query, context: Context): Query | undefined {
  const { mentions, terms, asks, constraints, superlative, pronouns, classes } = query;
  if (mentions.some(({ ids }) => !ids.includes(context.root)) || pronouns.has('person')) return undefined;
  if ([...asks].some((ask) => !COLLECTING.has(ask) && ask !== 'how-much')) return undefined;
  if (classes.length === 0 || !classes.every((id) => isOfAll(id, context))) return undefined;
  const all = known.get(context.knowledge) ?? launches(context);
  known.set(context.knowledge, all);
  const isTold = (term: Term, fact: number): boolean =>
    term.keys.includes(OCCASION) || coverage(term, fact, context) >= TOLD;
  const toldBy = (term: Term): string[] =>
    [...all].flatMap(([id, facts]) => (facts.some((fact) => isTold(term, fact)) ? [id] : []));
  const words = terms.filter(({ role, weight }) => role !== 'class' && role !== 'subject' && weight >= CONDITION);
  const own = new Map(words.map((term) => [term, new Set(toldBy(term))]));
  const telling = words.filter((term) => (own.get(term)?.size ?? 0) > 0);
  const together = telling.map((term) => own.get(term) as Set<string>);
  const ids = together.length > 0 ? [...together.reduce((one, other) => one.intersection(other))] : [];
  const singlesOut = telling.some((term) => (own.get(term)?.size ?? 0) < all.size / 2);
  const asked = words.length > telling.length || constraints.length > 0 || superlative !== undefined;
  if (ids.length < 2 || ids.length > MOST || !singlesOut || !asked) return undefined;
  const gone = new Set(telling.map(({ at }) => at));
  return {
    ...query,
    spans: query.spans.filter(({ start }) => !gone.has(start)),
    terms: terms.filter(({ at }) => !gone.has(at)),
    attributes: query.attributes.filter((id) => !telling.some(({ keys }) => keys.includes(`a:${id}`))),
    among: ids,
  };
}
