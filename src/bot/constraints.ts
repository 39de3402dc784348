// Reads conditions on amounts: "under 150 euros", "at least 5000 mAh", "between 100 and 200", "120 Hz or more".
import { meaningsOf, type Span } from './annotate.ts';
import type { Comparator, Constraint } from './query.ts';

const BEFORE: Readonly<Record<string, Comparator>> = {
  lt: 'lt',
  lte: 'lte',
  gt: 'gt',
  gte: 'gte',
  eq: 'eq',
  about: 'about',
};
const AFTER: Readonly<Record<string, Comparator>> = {
  'lt-after': 'lt',
  'lte-after': 'lte',
  'gt-after': 'gt',
  'gte-after': 'gte',
};
/** Words that may stand between a comparator and its number ("under the 150 mark" does, "under a roof of 150" does not). */
const REACH = 2;

function comparatorOf(span: Span | undefined, table: Readonly<Record<string, Comparator>>): Comparator | undefined {
  if (!span) return undefined;
  for (const { id } of meaningsOf(span, 'comparator')) if (table[id]) return table[id];
  return undefined;
}

/** The conditions, and the spans that they use up. A number without a comparator is no condition by itself. */
export function readConstraints(spans: readonly Span[]): { constraints: Constraint[]; used: ReadonlySet<Span> } {
  const constraints: Constraint[] = [];
  const used = new Set<Span>();
  spans.forEach((span, index) => {
    if (!span.amount || used.has(span) || span.meanings.length > 0) return;
    let comparator = comparatorOf(spans[index + 1], AFTER) ?? (span.amount.orMore ? 'gte' : undefined);
    if (comparator && !span.amount.orMore) used.add(spans[index + 1] as Span);
    for (let back = 1; !comparator && back <= REACH && index - back >= 0; back++) {
      const before = spans[index - back] as Span;
      if (before.amount) break;
      const between = meaningsOf(before, 'comparator').some(({ id }) => id === 'between');
      const high = between ? spans.slice(index + 1, index + 4).find((later) => later.amount) : undefined;
      if (between && high?.amount) {
        const unit = {
          ...(high.amount.currency ? { currency: high.amount.currency } : {}),
          ...(high.amount.unit ? { unit: high.amount.unit } : {}),
        };
        constraints.push({
          amount: { ...span.amount, ...unit },
          high: high.amount,
          comparator: 'gte',
          text: `${span.text}–${high.text}`,
        });
        for (const one of [span, high, before]) used.add(one);
        return;
      }
      comparator = comparatorOf(before, BEFORE);
      if (comparator) used.add(before);
      else if (back === 1 && before.meanings.every(({ kind }) => kind !== 'function' && kind !== 'light')) break;
    }
    if (!comparator) return;
    used.add(span);
    constraints.push({ amount: span.amount, comparator, text: span.text });
  });
  return { constraints, used };
}
