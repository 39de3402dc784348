// "What was shown at that event for under 2,500 yuan": a question about those products only that came out on one occasion.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { coverage } from '../matching/coverage.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';
import { COLLECTING } from './came.ts';

/** A launch accounts for a word of the question at least so strongly. */
const TOLD = 0.5;
/** The word for an occasion itself singles none out, nor does that things are sold. */
const OF_ALL = ['c:event', 'c:sell'];
/** So many products at most come out on one occasion. */
const MOST = 20;
/** A word that leads to more facts is of no occasion. */
const COMMON = 2000;

/** Tells when a thing came out, or on which occasion. */
const isLaunch = (id: string, { attributes }: Context['knowledge']): boolean => {
  const { kind, promised, general, occasion } = attributes.get(id) ?? {};
  return occasion === true || (kind === 'date' && !promised && !general);
};

/** "Launched", "event", "sells": what is said of every launch tells none from the others. */
const isOfAny = ({ keys }: Term, { knowledge }: Context): boolean =>
  OF_ALL.some((key) => keys.includes(key)) ||
  keys.some((key) => key.startsWith('a:') && isLaunch(key.slice(2), knowledge));

/** The products of whose launches a word of the question tells; none where it leads to too many facts. */
function launchedBy(term: Term, context: Context): Set<string> {
  const { evidence, knowledge } = context;
  const isCommon = [...term.keys, ...term.words].some((key) => evidence.count(key) > COMMON);
  const found = isCommon ? [] : evidence.reaching(term.keys, term.words);
  return new Set(
    found.flatMap((index) => {
      const { attribute, subject } = knowledge.facts[index] as Fact;
      const { kind, members = [] } = knowledge.subjects.get(subject) ?? {};
      const isOfOne = kind === 'product' && members.length === 0 && isLaunch(attribute, knowledge);
      return isOfOne && coverage(term, index, context) >= TOLD ? [subject] : [];
    }),
  );
}

/** "Gadgets", "things": the word for whatever there is, and no kind of it. */
const isOfAll = (id: string, { knowledge }: Context): boolean => !knowledge.classes.get(id)?.parent;

/**
 * The query without the words that name an occasion, asking only of what came out then.
 * @returns undefined where no occasion is named, or nothing else is asked of what came out
 */
export function ofOccasion(query: Query, context: Context): Query | undefined {
  const { mentions, terms, asks, constraints, superlative, pronouns, classes } = query;
  if (mentions.some(({ ids }) => !ids.includes(context.root)) || pronouns.has('person')) return undefined;
  if ([...asks].some((ask) => !COLLECTING.has(ask) && ask !== 'how-much')) return undefined;
  if (classes.length === 0 || !classes.every((id) => isOfAll(id, context))) return undefined;
  const words = terms.filter(({ role, weight }) => role !== 'class' && role !== 'subject' && weight >= CONDITION);
  const own = words.filter((term) => !isOfAny(term, context)).map((term) => ({ term, ids: launchedBy(term, context) }));
  const telling = own.filter(({ ids }) => ids.size > 0);
  const [first, ...others] = telling.map(({ ids }) => ids);
  const ids = first ? [...others.reduce((one, other) => one.intersection(other), first)] : [];
  const asked = own.length > telling.length || constraints.length > 0 || superlative !== undefined;
  if (ids.length < 2 || ids.length > MOST || !asked) return undefined;
  const told = words.filter((term) => isOfAny(term, context) || telling.some((one) => one.term === term));
  const gone = new Set(told.map(({ at }) => at));
  return {
    ...query,
    spans: query.spans.filter(({ start }) => !gone.has(start)),
    terms: terms.filter(({ at }) => !gone.has(at)),
    attributes: query.attributes.filter((id) => !told.some(({ keys }) => keys.includes(`a:${id}`))),
    among: ids,
  };
}
