// Whose name no source gives: who did something is told, and where the name itself is asked for, that it is not known.
import type { Context } from '../context.ts';
import type { Finding } from '../matching/lookup.ts';
import { means } from '../reading/annotate.ts';
import type { Query } from '../reading/query.ts';

/** Asks which one it was, or for its name, where all that is told is what kind of one it was. */
export function asksUnnamed(query: Query, { groups: [first] }: Finding, { knowledge }: Context): boolean {
  const value = first?.facts[0]?.value;
  const asked = query.asks.has('which') || asksForName(query);
  return asked && value?.kind === 'subject' && value.ids.every((id) => knowledge.subjects.get(id)?.unnamed);
}

/** "What is it called". */
export const asksForName = ({ spans }: Query): boolean => spans.some((span) => means(span, 'concept', 'name'));
