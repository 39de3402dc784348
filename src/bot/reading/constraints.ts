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

/** "From 100 to 200 euros", "100-200 euros": a plain figure, and behind it a larger one that has the unit. */
function rangeEnd(spans: readonly Span[], index: number): Span | undefined {
  const span = spans[index] as Span;
  if (!span.amount || span.amount.unit || span.amount.currency || span.amount.orMore) return undefined;
  const next = spans[index + 1];
  const end =
    next && !next.amount && next.text.length <= 3 && meaningsOf(next, 'function').length > 0 ? spans[index + 2] : next;
  const high = end?.amount;
  if (!high || !(high.unit ?? high.currency) || end?.meanings.length !== 0) return undefined;
  return high.value > span.amount.value ? end : undefined;
}

/** The conditions, and the spans that they use up. A number without a comparator is no condition by itself. */
export function readConstraints(spans: readonly Span[]): { constraints: Constraint[]; used: ReadonlySet<Span> } {
  const constraints: Constraint[] = [];
  const used = new Set<Span>();
  spans.forEach((span, index) => {
    if (!span.amount || used.has(span) || span.meanings.length > 0) return;
    const upper = rangeEnd(spans, index);
    if (upper?.amount) {
      const { currency, unit } = upper.amount;
      const same = { ...(currency ? { currency } : {}), ...(unit ? { unit } : {}) };
      constraints.push({
        amount: { ...span.amount, ...same },
        high: upper.amount,
        comparator: 'gte',
        text: `${span.text}–${upper.text}`,
      });
      used.add(span).add(upper);
      return;
    }
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
      // "And under 100?": with no figure before it, such a word is of the one behind.
      comparator = comparatorOf(before, BEFORE) ?? (index === back ? comparatorOf(before, AFTER) : undefined);
      if (comparator) used.add(before);
      else if (back === 1 && before.meanings.every(({ kind }) => kind !== 'function' && kind !== 'light')) break;
    }
    if (!comparator) return;
    used.add(span);
    constraints.push({ amount: span.amount, comparator, text: span.text });
  });
  return { constraints, used };
}
