// The products that a conversation sets side by side: "9 vs 9A vs 9C" – "any with an infrared port" – "and which is the thinnest"
// is asked of those three, however many turns later, until others are named.

import type { Context } from '../context.ts';
import { productsOf } from '../many/classes.ts';
import { withMembers } from '../reading/members.ts';
import { askingFor, CONDITION, isNamed, type Query, type Term } from '../reading/query.ts';
import { alsoNaming } from './carried.ts';
import type { Memory } from './conversation.ts';

/** "The same?" sets side by side, too. */
const SAME = 'c:same';

/** More are a list, which is asked for anew. */
const MOST_IN_SET = 6;
const SETTING = ['compare', 'difference', 'more', 'less', 'earlier', 'later'];

/**
 * The products side by side after a turn.
 * @param told whom the answer told of
 * @param continues whether the turn asked of another what was asked before
 */
export function setAfter(
  query: Query,
  told: readonly string[],
  continues: boolean,
  memory: Memory | undefined,
  context: Context,
): readonly string[] {
  const { knowledge } = context;
  const productsIn = (ids: readonly string[]): string[] => [
    ...new Set(
      withMembers(ids, knowledge.subjects).filter((id) => {
        const subject = knowledge.subjects.get(id);
        return subject?.kind === 'product' && subject.members.length === 0;
      }),
    ),
  ];
  const before = memory?.set ?? [];
  const named = productsIn(query.mentions.flatMap(({ ids }) => ids.slice(0, 1)));
  if (named.length > 1) return named.length <= MOST_IN_SET ? named : [];
  const [only] = named;
  if (only !== undefined) {
    const kept = before.length > 0 ? before : productsIn(memory?.subjects ?? []).slice(0, 1);
    if (kept.includes(only)) return kept;
    if (continues || query.followup) return [...kept, only].slice(-MOST_IN_SET);
    // Asked of one and then of another of its kind, both were spoken of.
    const isAlike = (id: string): boolean =>
      knowledge.subjects.get(id)?.classes.some((one) => knowledge.subjects.get(only)?.classes.includes(one)) === true;
    return [...kept.slice(-1).filter(isAlike), only];
  }
  if (query.among) return before;
  const { classes, constraints, superlative, operators } = query;
  const [kind, ...kinds] = classes;
  if (kind === undefined && constraints.length === 0) return before;
  // "Which TV is cheaper": of all that were looked at.
  const picks = superlative !== undefined || ['more', 'less'].some((id) => operators.has(id));
  const ofTold = productsIn(told);
  const isOfAll = picks && kind !== undefined && kinds.length === 0 && ofTold.length < 2;
  const listed = isOfAll ? productsOf(kind, knowledge) : ofTold;
  return listed.length > 1 && listed.length <= MOST_IN_SET ? [...listed] : [];
}

/** The attributes that the last question asked for, as terms. */
const measuresOf = ({ terms, implied, superlative }: Query): Term[] => {
  const named = terms.filter(isNamed);
  if (named.length > 0) return named;
  const asked = superlative?.attribute === undefined ? implied : [superlative.attribute];
  return asked.map(askingFor);
};

/** The query, asked of all that stand side by side; undefined where it asks of something else, or of one. */
export function ofSet(query: Query, last: Query, { set = [] }: Memory, context: Context): Query | undefined {
  const { mentions, classes, constraints, periods, parts, operators, pronouns, superlative, asks, terms } = query;
  const bounds = mentions.length + classes.length + constraints.length + periods.length + parts.length;
  // "How much more does it cost": than the other.
  const isOfOne = pronouns.has('thing') && !(set.length === 2 && operators.has('difference'));
  if (set.length < 2 || bounds > 0 || query.smalltalk || isOfOne || pronouns.has('person')) return undefined;
  const count = query.spans.flatMap(({ meanings }) =>
    meanings.flatMap((one) => (one.kind === 'numeral' && one.value <= set.length ? [one.value] : [])),
  )[0];
  const sets = superlative?.attribute !== undefined || SETTING.some((id) => operators.has(id));
  const isSame = terms.some(({ keys }) => keys.includes(SAME));
  const says = terms.filter(
    ({ role, weight, keys }) => role !== 'number' && weight >= CONDITION && !keys.includes(SAME),
  );
  if ((operators.has('difference') || isSame) && says.length === 0) {
    const measures = measuresOf(last);
    if (measures.length === 0 || set.length > 2) return undefined;
    const attributes = measures.flatMap(({ keys }) =>
      keys.flatMap((key) => (key.startsWith('a:') ? [key.slice(2)] : [])),
    );
    return naming({ ...query, implied: [], attributes, terms: measures }, set, count);
  }
  const isHeld = (id: string): boolean => context.holders.get(id)?.has('product') === true;
  const asked = withMembers([...query.attributes, ...query.implied], context.knowledge.attributes).some(isHeld);
  // "The refresh rate of the two?"
  const picks = pronouns.has('many') || count !== undefined || (asks.has('which') && !asks.has('meaning'));
  // "Which would you recommend": of these.
  if (operators.has('advice') && !asked) return naming(query, set, count);
  return (sets && asked) || (picks && asked) || (sets && superlative?.attribute !== undefined)
    ? naming(query, set, count)
    : undefined;
}

/** "Of the three": so many of those that were spoken of last. */
const naming = (query: Query, set: readonly string[], count = set.length): Query =>
  set
    .slice(count > 1 ? -count : 0)
    .reduce(alsoNaming, { ...query, operators: new Set([...query.operators, 'compare']) });
