// Which attributes a comparison sets side by side: the named ones, those of a group, or all that have the asked unit.
import type { Context } from '../context.ts';
import { factsOf } from '../matching/groups.ts';
import type { Query } from '../reading/query.ts';

/** Attributes that a comparison is by: the ones named, a group's members, or the one that its word implies ("cheaper"). */
export function attributesOf(query: Query, subjects: readonly string[], context: Context): string[] {
  const implied = query.superlative?.attribute ? [query.superlative.attribute] : [];
  const named = [...query.attributes, ...implied].filter(
    (id) => !context.knowledge.attributes.get(id)?.general && !(query.implied.includes(id) && isOfAll(query)),
  );
  const held = (id: string): boolean =>
    subjects.some((subject) => factsOf(subject, context).some((fact) => fact.attribute === id));
  const meant = named
    .map((id) => {
      const members = context.knowledge.attributes.get(id)?.members ?? [];
      return (members.length > 0 ? members : [id]).filter(held);
    })
    .filter((own) => own.length > 0);
  // "The size of the screen": what both words stand for.
  const shared = meant.reduce((both, own) => both.filter((id) => own.includes(id)), meant[0] ?? []);
  // "Which screen is faster (hz)": what is named itself goes before what a group stands for.
  const each = meant.flat();
  const all = shared.length > 0 ? shared : [...each.filter((id) => named.includes(id)), ...each];
  // Of several, those that have the asked unit.
  const inUnit = all.filter((id) => query.units.includes(context.knowledge.attributes.get(id)?.unit ?? ''));
  const found = inUnit.length > 0 ? inUnit : all;
  return [...new Set(found.length > 0 || query.units.length === 0 ? found : measuredIn(query, subjects, context))];
}

/** "How many extra km": the attributes that all of them have in the asked unit. */
function measuredIn({ units }: Query, subjects: readonly string[], context: Context): string[] {
  const held = subjects.map((subject) =>
    factsOf(subject, context).flatMap(({ attribute, value }) =>
      value.kind === 'quantity' && units.includes(value.unit) ? [attribute] : [],
    ),
  );
  return (held[0] ?? []).filter((attribute) => held.every((own) => own.includes(attribute)));
}

/** "The differences between the two" are all of them, not that of the prices, which "the difference" implies by itself. */
export const isOfAll = ({ operators, asks, currency, offer }: Query): boolean =>
  operators.has('compare') && operators.has('difference') && !asks.has('how-much') && !currency && !offer;
