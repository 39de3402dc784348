// Kinds of things that are named beside a product, or beside one another, for the products that there are of them: "the band or the earbuds".

import type { Context } from '../context.ts';
import { isGrammar, meaningOf, meaningsOf, means } from '../reading/annotate.ts';
import type { Query, Term } from '../reading/query.ts';
import { alsoNaming, onlyOneOf } from '../turns/carried.ts';
import { productsOf } from './classes.ts';

const SETTING_BESIDE = ['compare', 'apart', 'or', 'difference', 'ratio', 'sum', 'more', 'less', 'earlier', 'later'];
/** Does the question set things side by side? */
export const isSetBeside = ({ operators }: Query): boolean => SETTING_BESIDE.some((id) => operators.has(id));
/** What differs is told of so many of a kind. */
const FEW = 2;

/**
 * "The monitor or the Pro 2": beside those that are named, the only product of a class that they are not of.
 * @param scope what was spoken of before: "are they cheaper than the band"
 */
export function onlyBeside(query: Query, scope: readonly string[], context: Context): readonly string[] {
  const { operators, mentions, spans } = query;
  const named = mentions.length > 0 ? mentions : scope.slice(0, 1).map((id) => ({ ids: [id], at: -1 }));
  if (named.length === 0 || query.classes.length === 0 || !isSetBeside(query)) return [];
  const names = named.map(({ at }) => spans.findIndex(({ start }) => start === at));
  // "The stick": what names a product may be the word for its kind, too.
  const own = new Set(names.flatMap((at) => (spans[at] ? meaningsOf(spans[at], 'class').map(({ id }) => id) : [])));
  const classes = query.classes.filter((id) => !own.has(id));
  const [asked] = classes;
  if (asked === undefined || classes.length > 1) return [];
  // "The band 5 fitness tracker": what stands right beside the name says what that is.
  const isBeside = names.some(
    (at) => at >= 0 && [spans[at - 1], spans[at + 1]].some((span) => span && !span.pause && meaningOf(span, 'class')),
  );
  const only = onlyOneOf({ ...query, classes }, context);
  const few = only === undefined && operators.has('apart') ? productsOf(asked, context.knowledge) : [];
  const found = only === undefined ? few : [only];
  return isBeside || found.length > FEW || found.some((id) => named.some(({ ids }) => ids.includes(id))) ? [] : found;
}

/** "Earbuds vs band": where each of the classes that are set against each other has one product, these. */
export function onlyOfEach(query: Query, context: Context): string[] {
  const { classes } = query;
  if (classes.length < 2 || !isSetBeside(query)) return [];
  const only = new Set(classes.flatMap((id) => onlyOneOf({ ...query, classes: [id] }, context) ?? []));
  return only.size === classes.length ? [...only] : [];
}

/** "Are they cheaper than the band", of what was spoken of: the query, naming the only product of the kind that it is set against. */
export function namingOnly(query: Query, spokenOf: readonly string[], context: Context): Query {
  const { classes, mentions, spans } = query;
  if (classes.length !== 1 || mentions.length > 0 || spokenOf.length === 0 || !isSetBeside(query)) return query;
  const at = spans.findIndex((span) => meaningOf(span, 'class'));
  const before = spans.slice(0, Math.max(at, 0)).findLast((span) => !isGrammar(span));
  // "Is there a cheaper band" sets it against nothing.
  const isAgainst =
    before?.meanings.some(({ kind }) => kind === 'comparator') === true ||
    (before !== undefined && means(before, 'operator', 'compare'));
  const only = isAgainst ? onlyOneOf(query, context) : undefined;
  const word = spans[at];
  if (only === undefined || !word || spokenOf.includes(only)) return query;
  const terms = query.terms.map(
    (term): Term => (term.at === word.start ? { ...term, role: 'subject', keys: [`s:${only}`], weight: 1 } : term),
  );
  return { ...query, classes: [], mentions: [{ ids: [only], text: word.text, at: word.start }], terms };
}

/** "Phones cheaper than the band": of two kinds that are named, the only product of the one is what the other is held against. */
export function againstOnly(query: Query, context: Context): Query {
  const { classes, mentions, operators } = query;
  const compares = operators.has('more') || operators.has('less');
  if (!compares || classes.length !== 2 || mentions.some(({ ids }) => !ids.includes(context.root))) return query;
  const only = classes.flatMap((id) => onlyOneOf({ ...query, classes: [id] }, context) ?? []);
  const [one, ...others] = only;
  if (one === undefined || others.length > 0) return query;
  const sought = classes.filter((id) => onlyOneOf({ ...query, classes: [id] }, context) === undefined);
  return alsoNaming({ ...query, classes: sought, mentions: [] }, one);
}
