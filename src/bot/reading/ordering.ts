// Reads in which order a list is wanted ("biggest battery first", "sorted by price"), and from or until when ("since 2021").
import type { Knowledge } from '../../knowledge/model.ts';
import { isGrammar, meaningOf, meaningsOf, type Span } from './annotate.ts';
import { isNumeric } from './measure.ts';
import type { Period } from './periods.ts';
import type { Query } from './query.ts';

export type Order = {
  readonly by: string;
  readonly pick: 'max' | 'min';
  /** Where the words stand that ask for it: they set no condition. */
  readonly at: ReadonlySet<number>;
};

/** The numeric attribute that a query names, or a member of a group that it names. */
function numericOf(ids: readonly string[], knowledge: Knowledge): string | undefined {
  return (
    ids.find((id) => isNumeric(id, knowledge)) ??
    ids.flatMap((id) => knowledge.attributes.get(id)?.members ?? []).find((id) => isNumeric(id, knowledge))
  );
}

/** The order that a query asks for; undefined where it asks for none, or by nothing that has a measure. */
export function orderOf({ spans, operators }: Query, knowledge: Knowledge): Order | undefined {
  const tops = spans.filter((span) => meaningOf(span, 'superlative'));
  const [first, last] = [tops[0], tops.at(-1)];
  // "Biggest battery first": of two such words the last one only says where the list begins.
  if (first && last && first !== last && last === spans.at(-1)) {
    const top = meaningOf(first, 'superlative');
    const between = spans.slice(spans.indexOf(first), spans.indexOf(last));
    const by = top?.attribute ?? numericOf(attributesIn(between), knowledge);
    return top && by ? { by, pick: top.pick, at: startsOf([...between, last]) } : undefined;
  }
  const words = spans.filter((span) => meaningsOf(span, 'operator').some(({ id }) => ORDERS.has(id)));
  const [word] = words;
  if (!word) return undefined;
  // "Sorted by price", "电池从大到小": the attribute stands behind the word, else before it.
  const place = spans.indexOf(word);
  const behind = spans.slice(place + 1, place + 1 + REACH);
  const by =
    numericOf(attributesIn(behind), knowledge) ?? numericOf(attributesIn(spans.slice(0, place)).reverse(), knowledge);
  if (!by) return undefined;
  const less = knowledge.attributes.get(by)?.better === 'less';
  const pick = operators.has('ascending') || (less && !operators.has('descending')) ? 'min' : 'max';
  const named = spans.filter((span) => meaningsOf(span, 'attribute').some(({ id }) => isOf(id, by, knowledge)));
  return { by, pick, at: startsOf([...words, ...named]) };
}

/** "Sort all the phones of the line by price": the attribute is among so many words behind the one that orders. */
const REACH = 7;
const ORDERS = new Set(['sort', 'ascending', 'descending']);
const attributesIn = (spans: readonly Span[]): string[] =>
  spans.flatMap((span) => meaningsOf(span, 'attribute').map(({ id }) => id));
const startsOf = (spans: readonly Span[]): ReadonlySet<number> => new Set(spans.map(({ start }) => start));
const isOf = (id: string, by: string, { attributes }: Knowledge): boolean =>
  id === by || (attributes.get(id)?.members.includes(by) ?? false);

/**
 * The most or the least that a question asks for. "The biggest battery", "which segment is the biggest": what may be the most in many
 * ways is so by what is named, right behind it or else alone.
 */
export function superlativeIn(spans: readonly Span[], knowledge: Knowledge): Query['superlative'] {
  const at = spans.findIndex((span) => meaningOf(span, 'superlative'));
  const found = at < 0 ? undefined : meaningOf(spans[at] as Span, 'superlative');
  if (found?.attribute === undefined || knowledge.attributes.get(found.attribute)?.kind !== 'group') return found;
  const next = spans.slice(at + 1).find((span) => !isGrammar(span));
  const [only, ...others] = attributesIn(spans).filter((id) => id !== found.attribute);
  const by =
    numericOf(next ? attributesIn([next]) : [], knowledge) ??
    (others.length > 0 ? undefined : numericOf([only ?? ''], knowledge));
  return by === undefined ? found : { ...found, attribute: by };
}

const FROM = new Set(['gte', 'gte-after']);
const AFTER = new Set(['gt', 'gt-after', 'later']);
const UNTIL = new Set(['lte', 'lt', 'lte-after', 'lt-after']);

/** The periods of a query, open to one side where a word beside them says so: "since 2021", "2021 以后", "before 2020". */
export function openPeriods({ spans, periods, operators }: Query): readonly Period[] {
  return periods.map((period) => {
    const place = spans.findIndex(({ time }) => time?.period?.label === period.label);
    const beside = [spans[place - 1], spans[place + 1]].flatMap((span) =>
      span ? [...meaningsOf(span, 'comparator'), ...meaningsOf(span, 'operator')].map(({ id }) => id) : [],
    );
    // "After August" is not in August; "since August" may be.
    if (beside.some((id) => AFTER.has(id))) return { ...period, from: dayOf(period.to, 1), to: '9999-12-31' };
    if (beside.some((id) => FROM.has(id))) return { ...period, to: '9999-12-31' };
    if (beside.some((id) => UNTIL.has(id)) || (operators.has('earlier') && beside.includes('earlier')))
      return { ...period, from: '0000-01-01', ...(beside.includes('lte') ? {} : { to: dayOf(period.from, -1) }) };
    return period;
  });
}

/** "After August", "before 2020": the periods, where any of them is open to one side. */
export function opened(query: Query): readonly Period[] | undefined {
  const open = openPeriods(query);
  return open.some((period, at) => period !== query.periods[at]) ? open : undefined;
}

/** So many days after a day, or before it. */
export const dayOf = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
