// Answers "full specs of …" in words: the sheet of the product that is named, or several side by side.

import type { Context } from '../context.ts';
import { CONDITION, type Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { sheet, sideBySide } from './sheet.ts';

/** More columns than this fit neither a phone nor a terminal. */
const MOST = 4;

/** The whole sheet, where nothing but products and the word for it is said. */
export function fullSpecs(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { knowledge, root } = context;
  if (!query.operators.has('sheet') || query.superlative || query.constraints.length + query.periods.length > 0)
    return undefined;
  if (!query.terms.every(({ role, weight }) => role === 'subject' || role === 'class' || weight < CONDITION))
    return undefined;
  const named = new Set(query.mentions.flatMap(({ ids }) => ids).filter((id) => id !== root));
  const ids = [...named].flatMap((id) => {
    const members = knowledge.subjects.get(id)?.members ?? [];
    return members.length > 0 ? members : [id];
  });
  if (ids.some((id) => knowledge.subjects.get(id)?.kind !== 'product')) return undefined;
  const [first, ...others] = ids.slice(0, MOST);
  if (!first) return undefined;
  return others.length > 0 ? sideBySide([first, ...others], [], context, composer) : sheet(first, context, composer);
}
