// Whether a question asks for nothing but who or what something is, and of whom it asks that.

import type { Context } from '../context.ts';
import { compared } from '../many/comparison.ts';
import type { Finding } from '../matching/lookup.ts';
import { means } from '../reading/annotate.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';

/**
 * The id of the one to be introduced; undefined where more is asked than who that is.
 * @param said whether a fact was found that answers the question
 */
export function asksWho(
  query: Query,
  finding: Finding,
  said: boolean,
  scope: readonly string[],
  context: Context,
): string | undefined {
  const named = query.terms.every(
    (term) => term.role === 'subject' || term.role === 'class' || introduces(term, context),
  );
  if (
    (!named && said) ||
    !isOnlyName(query, context) ||
    (query.narrows.has('maker') && isOfProducts(query, context)) ||
    isByName(finding, query, context) ||
    (!asksOfFamily(query) && compared(query, scope, context).length >= 2)
  )
    return undefined;
  const { mentions } = query;
  return mentions.find(({ ids }) => !ids.includes(context.root))?.ids[0] ?? mentions[0]?.ids[0];
}

/** "What is the series", but not "the series, which ones". */
const asksOfFamily = ({ mentions, asks }: Query): boolean =>
  mentions.length === 1 && !asks.has('list') && (!asks.has('which') || asks.has('meaning'));

/** "The band's story": the subject has what is named, if only by an everyday word. "Who" alone asks for an introduction. */
const isByName = (
  { accepted, groups: [first] }: Finding,
  { mentions, asks }: Query,
  { knowledge, root }: Context,
): boolean =>
  accepted &&
  !asks.has('who') &&
  first !== undefined &&
  first.subject !== root &&
  mentions.some(({ ids }) => ids.includes(first.subject)) &&
  knowledge.attributes.get(first.attribute)?.general === true &&
  [...first.covered].some(
    ([{ role, keys }, strength]) => role === 'attribute' && strength === 1 && keys.includes(`a:${first.attribute}`),
  );

/** Words that set something against another thing: "what got better on …" asks for more than who it is. */
const BEYOND_A_NAME = ['compare', 'more', 'less', 'earlier', 'later', 'difference', 'ratio'];

/** "Who is", "about": asks for nothing but an introduction. */
const introduces = ({ role, keys }: Term, { knowledge }: Context): boolean =>
  role === 'attribute' &&
  keys.every((key) => !key.startsWith('a:') || knowledge.attributes.get(key.slice(2))?.introduces);

/** The subjects that a query names; the company itself only where it names no other. */
function namedIn({ mentions }: Query, root: string): ReadonlySet<string | undefined> {
  const all = new Set(mentions.flatMap(({ ids }) => ids.slice(0, 1)));
  const others = new Set([...all].filter((id) => id !== root));
  return others.size > 0 ? others : all;
}

/** Nothing but a name, and words that ask who or what it is. */
const isOnlyName = (query: Query, context: Context): boolean =>
  namedIn(query, context.root).size === 1 &&
  !asksOfWhom(query, context) &&
  query.periods.length + query.units.length + query.constraints.length === 0 &&
  !query.currency &&
  !query.offer &&
  !query.superlative &&
  !BEYOND_A_NAME.some((id) => query.operators.has(id)) &&
  !['when', 'where', 'why', 'how', 'how-many', 'how-much', 'how-long', 'count'].some((id) => query.asks.has(id)) &&
  // "What did he find when he got there": more is asked than who that is, though only the name sets a condition.
  !query.spans.some((span) => means(span, 'question', 'when')) &&
  query.terms.every(
    (term) =>
      term.role === 'subject' ||
      (term.role === 'class' && (query.narrows.has('maker') || isOfProducts(query, context))) ||
      (term.weight <= CONDITION &&
        (term.role !== 'content' || query.asks.has('meaning')) &&
        (term.role !== 'attribute' || introduces(term, context))),
  );

/** "Who runs that firm", "who tested it": asks for somebody, and not who that is. */
const asksOfWhom = ({ asks, mentions, spans }: Query, { knowledge }: Context): boolean =>
  asks.has('who') &&
  mentions.some(({ ids: [id = ''] }) => knowledge.subjects.get(id)?.kind !== 'person') &&
  spans.some(({ meanings }) => meanings.length > 0 && meanings.every(({ kind }) => kind === 'light'));

/** "What phone does she use" asks for more of a person than who that is. */
const isOfProducts = ({ mentions }: Query, { knowledge }: Context): boolean =>
  mentions.some(({ ids }) => ids.some((id) => knowledge.subjects.get(id)?.kind === 'product'));
