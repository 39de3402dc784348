// The best by what none of them has: where that is all that is asked of a brand's products, or of those that are named, what each has instead.
import type { Context } from '../context.ts';
import type { Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { productsOf } from '../ways/brand.ts';
import { sideBySide } from '../ways/sheet.ts';
import { compared } from './comparison.ts';

/** So many still stand side by side. */
const MOST = 4;

/** "Which of the brand has the best camera", where nobody has given any of them marks: their cameras side by side, without a verdict. */
export function shownInstead(
  query: Query,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const { attribute, instead } = query.superlative ?? {};
  if (attribute === undefined || instead === undefined || query.constraints.length > 0) return undefined;
  const named = compared(query, scope, context);
  const subjects = named.length > 1 ? named : ofBrand(query, context);
  const has = (id: string, asked: string): boolean =>
    (context.ownFacts.get(id) ?? []).some((fact) => fact.attribute === asked);
  const held = subjects.filter((id) => has(id, instead));
  if (held.length < 2 || held.length > MOST || subjects.some((id) => has(id, attribute))) return undefined;
  return sideBySide(held, [instead], context, composer);
}

/** The products of the one brand that is named. */
function ofBrand({ mentions }: Query, { knowledge, root }: Context): readonly string[] {
  const named = mentions.flatMap(({ ids }) => ids).filter((id) => id !== root);
  const [brand, ...others] = named;
  return brand !== undefined && others.length === 0 && knowledge.subjects.get(brand)?.kind === 'company'
    ? productsOf(brand, knowledge)
    : [];
}
