// "The weight of the phone with that chip": what is asked of the one product that has what the question says of it.

import type { Context } from '../context.ts';
import { gather, isPartMaker } from '../many/gathering.ts';
import { type Condition, namesValue, withFigures } from '../many/valued.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, type Constraint, isNamed, type Query, type Term } from '../reading/query.ts';
import { alsoNaming } from '../turns/carried.ts';

/** The query, naming the only product that is as described instead of describing it; undefined where none or several are. */
export function ofDescribed(query: Query, context: Context): Query | undefined {
  const { classes, mentions, constraints, superlative, pronouns, terms } = query;
  const several = mentions.some(({ ids }) => !ids.includes(context.root));
  if (classes.length > 1 || (classes.length + pronouns.size === 0 && !several)) return undefined;
  if (constraints.length > 0 || superlative) return undefined;
  // "The one of that brand with that chip": among the brand's, or the family's.
  if (!mentions.every(({ ids }) => ids.includes(context.root) || isOfSeveral(ids[0], context))) return undefined;
  const told = withFigures(
    terms.filter(({ role, weight }) => role !== 'subject' && role !== 'class' && weight >= CONDITION),
    query,
  );
  const amounts = told.flatMap((term) => amountOf(term, query) ?? []);
  const measured = new Set(amounts.flatMap(({ at }) => at));
  const values = told.filter((one) => !measured.has(one.at) && namesValue(one, context));
  const asked = told.filter((one) => !measured.has(one.at) && !values.includes(one) && isHeld(one, context));
  const isRead = told.length === asked.length + values.length + told.filter(({ at }) => measured.has(at)).length;
  if (!isRead || asked.length === 0 || values.length + amounts.length === 0) return undefined;
  const about = { ...query, attributes: [], implied: [] };
  const { places } = gather(
    about,
    amounts.map(({ amount }) => amount),
    values,
    context,
  );
  const [only, ...others] = places;
  const id = only === undefined ? undefined : context.columns.subjects[only];
  if (id === undefined || others.length > 0) return undefined;
  const isAsked = ({ at }: Term): boolean => asked.some((one) => one.at === at);
  const ids = new Set(asked.flatMap(({ keys }) => keys.map((key) => key.slice(2))));
  return alsoNaming(
    {
      ...query,
      classes: [],
      mentions: [],
      pronouns: new Set(),
      terms: terms.filter((term) => isAsked(term) || (term.role === 'attribute' && term.weight < CONDITION)),
      attributes: query.attributes.filter((one) => ids.has(one)),
    },
    id,
  );
}

/** A brand of things, or a family. */
const isOfSeveral = (id = '', { knowledge, columns }: Context): boolean =>
  (knowledge.subjects.get(id)?.members.length ?? 0) > 1 ||
  (knowledge.subjects.get(id)?.kind === 'company' && !isPartMaker(id, columns));

/** An attribute that products have, and that is asked. */
const isHeld = (term: Condition, { holders, knowledge }: Context): boolean =>
  isNamed(term) &&
  withMembers(
    term.keys.map((key) => key.slice(2)),
    knowledge.attributes,
  ).some((id) => holders.get(id)?.has('product'));

/** "The 300 W motor": a figure with its unit, and the part that it is of. */
function amountOf(term: Term, { spans, terms }: Query): { amount: Constraint; at: number[] } | undefined {
  const place = spans.findIndex(({ start }) => start === term.at);
  const { amount, text } = (term.role === 'number' && spans[place]) || {};
  if (!amount?.unit || text === undefined) return undefined;
  const behind = terms.find(({ at, role }) => at === spans[place + 1]?.start && role !== 'subject');
  return { amount: { amount, comparator: 'eq', text }, at: [term.at, ...(behind ? [behind.at] : [])] };
}
