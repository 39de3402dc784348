// "What launched together with it", "on the same day as it": other products that came out on the day on which one did.

import type { Context } from '../context.ts';
import { factsOf } from '../matching/groups.ts';
import { meaningsOf, means } from '../reading/annotate.ts';
import { withMembers } from '../reading/members.ts';
import { dayOf } from '../reading/ordering.ts';
import { isDay, type Period, periodOf } from '../reading/periods.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { gather } from './gathering.ts';
import { listed } from './listing.ts';

/** Words that ask for another time than the same. */
const OTHER = ['difference', 'years-between', 'or', 'not'];

/** An article may stand between. */
const REACH = 2;
const [FIRST, LAST] = ['0000-01-01', '9999-12-31'];

/** The products that came out with the one that is named; undefined where that is not asked, or its day is not known. */
export function launchedTogether(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { mentions, attributes, asks, operators, spans, constraints, periods, parts, superlative } = query;
  const [mention, ...others] = mentions;
  if (!mention || others.length > 0 || mention.ids.length !== 1 || attributes.length === 0) return undefined;
  if (constraints.length + periods.length + parts.length > 0 || superlative) return undefined;
  if (OTHER.some((id) => operators.has(id)) || !(asks.has('which') || asks.has('list'))) return undefined;
  const { knowledge, columns, holders } = context;
  const product = knowledge.subjects.get(mention.ids[0] ?? '');
  const launch = attributes.find(
    (id) => knowledge.attributes.get(id)?.kind === 'date' && holders.get(id)?.has('product'),
  );
  if (product?.kind !== 'product' || launch === undefined) return undefined;
  const isSame = ({ keys }: Term): boolean => keys.includes('c:same');
  const name = spans.findIndex(({ start }) => start === mention.at);
  // "What came out after it".
  const before = spans.slice(Math.max(0, name - REACH), name);
  const side = ['earlier', 'later'].find((id) => before.some((span) => means(span, 'operator', id)));
  if (side === undefined && (operators.has('earlier') || operators.has('later'))) return undefined;
  const isJoined = side !== undefined || before.some((span) => means(span, 'operator', 'and'));
  // "Which products came out with it".
  const at = query.terms.find(({ keys }) => keys.includes(`a:${launch}`))?.at ?? Number.POSITIVE_INFINITY;
  const areOthers = query.classes.length > 0 && at < mention.at && product.members.length === 0;
  if (!isJoined && !areOthers && !query.terms.some(isSame)) return undefined;
  const idle = ({ role, weight, keys }: Term): boolean =>
    role === 'subject' || role === 'class' || weight < CONDITION || keys.includes(`a:${launch}`);
  // "Alongside": whatever joins the two.
  const joins = ({ at: own, role }: Term): boolean => role === 'content' && own > at && own < mention.at && areOthers;
  if (!query.terms.every((term) => idle(term) || isSame(term) || joins(term))) return undefined;
  const own = withMembers([product.id], knowledge.subjects);
  const days = own
    .flatMap((id) => factsOf(id, context))
    .flatMap(({ attribute, value }): Period[] => {
      const period = attribute === launch && value.kind === 'date' ? periodOf(value.date.slice(0, 10)) : undefined;
      return period && isDay(period) ? [period] : [];
    });
  const [day] = days;
  if (!day) return undefined;
  // The kind of thing that its own name says is not the one that is sought.
  const classes = spans.flatMap((span, at) => (at === name ? [] : meaningsOf(span, 'class').map(({ id }) => id)));
  const time =
    side === undefined
      ? day
      : side === 'later'
        ? { ...day, from: dayOf(day.to, 1), to: LAST }
        : { ...day, from: FIRST, to: dayOf(day.from, -1) };
  const found = gather({ ...query, classes, mentions: [], attributes: [launch], periods: [time] }, [], [], context);
  const places = found.places.filter((place) => !own.includes(columns.subjects[place] as string));
  return places.length > 0 ? listed({ ...found, places }, query, composer) : undefined;
}
