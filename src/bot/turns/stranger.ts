// What was spoken of last but is not known ("the price of the M9?" – "and its camera?"): the next question is of that one, and is not
// answered of what merely has a name like it.
import type { Context } from '../context.ts';
import { OF_LISTS } from '../matching/told.ts';
import { withMembers } from '../reading/members.ts';
import type { Query } from '../reading/query.ts';
import { sentences } from '../reading/tokens.ts';

const isPlace = (id: string, { knowledge }: Context): boolean => knowledge.subjects.get(id)?.kind === 'place';

/** "Bigger than the M9?": what something is held against is not spoken of. */
const SETTING = ['more', 'less', 'compare'];

/**
 * A name that is not known, of which alone a question is; undefined where something that is known is spoken of, too.
 * @param spokenOf what was spoken of before
 */
export function strangerOf(query: Query, spokenOf: readonly string[], context: Context): string | undefined {
  const { unknownProduct, terms, mentions, pronouns, followup, operators, attributes, implied } = query;
  if (pronouns.size > 0) return undefined;
  const isOfProduct = context.knowledge.subjects.get(spokenOf[0] ?? '')?.kind === 'product';
  // "Does the large one work with the console": nothing is asked of that.
  const outsider = terms.find(({ role }) => role === 'outsider');
  const isBehind =
    outsider !== undefined && unknownProduct === undefined && terms.some(({ at }) => at >= 0 && at < outsider.at);
  const isBeside = SETTING.some((id) => operators.has(id)) || attributes.length + implied.length === 0;
  if (isOfProduct && (isBeside || isBehind)) return undefined;
  const isOfNone = !followup && mentions.every(({ ids }) => ids.every((id) => isPlace(id, context)));
  return unknownProduct ?? (isOfNone ? outsider?.text : undefined);
}

const NOTHING: ReadonlySet<string> = new Set();

/** The question as one of a stranger that was spoken of; undefined where it names something of its own, or asks of nothing that one could have. */
function ofStranger(
  query: Query,
  stranger: string | undefined,
  read: (text: string) => Query,
  context: Context,
): Query | undefined {
  if (stranger === undefined || query.unknownProduct !== undefined) return undefined;
  const { knowledge, holders } = context;
  if (query.mentions.some(({ ids }) => !ids.every((id) => isPlace(id, context))) || query.smalltalk) return undefined;
  const collects = query.classes.length > 0 && !OF_LISTS.isDisjointFrom(query.asks);
  const asked = withMembers([...query.attributes, ...query.implied], knowledge.attributes);
  const isOfProducts = asked.some((id) => holders.get(id)?.has('product'));
  if (collects || !(query.pronouns.size > 0 || query.followup || isOfProducts)) return undefined;
  const { unknownProduct, terms } = read(stranger);
  const outsiders = terms.filter(({ role }) => role === 'outsider');
  return unknownProduct === undefined && outsiders.length === 0
    ? undefined
    : { ...query, pronouns: NOTHING, followup: false, unknownProduct, terms: [...query.terms, ...outsiders] };
}

/** A message whose question is of a stranger that was spoken of in the turn before, or in a sentence before. */
export function strangeReading(
  text: string,
  before: string | undefined,
  read: (text: string) => Query,
  context: Context,
): Query | undefined {
  let stranger = before;
  for (const part of sentences(text, context.abbreviations)) {
    const query = read(part);
    const strange = ofStranger(query, stranger, read, context);
    if (strange) return strange;
    stranger = query.unknownProduct;
  }
  return undefined;
}
