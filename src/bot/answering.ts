// From a query to an outcome: the ways a question can be answered are tried in their order, and the first that fits answers.
import type { Command } from '../command.ts';
import type { Attempt, Outcome } from './attempt.ts';
import type { Context } from './context.ts';
import { ofEverything } from './many/everything.ts';
import { withProductsOfBrands } from './many/of-brand.ts';
import { asOnlyProduct } from './many/only.ts';
import { lookup } from './matching/lookup.ts';
import { lookupClauses } from './message/clauses.ts';
import { meant } from './reading/meant.ts';
import type { Query } from './reading/query.ts';
import { productOfSizes } from './reading/variants.ts';
import type { Composer } from './telling/compose.ts';
import { alsoNaming } from './turns/carried.ts';
import { ofOnlyProduct } from './ways/brand.ts';
import { decline } from './ways/decline.ts';
import { WAYS } from './ways.ts';

/**
 * Answers one query; declines when no way fits.
 * @param scope subjects carried over from the conversation, where the query names none
 * @param read turns another text into a query
 */
export function answerQuery(
  asked: Query,
  scope: readonly string[],
  context: Context,
  composer: Composer,
  commands: readonly Command[],
  read: (text: string) => Query,
): Outcome {
  const again = (other: Query, about = scope): Outcome => answerQuery(other, about, context, composer, commands, read);
  const sized = scope.length === 0 ? productOfSizes(asked, context) : undefined;
  if (sized !== undefined) return again({ ...alsoNaming(asked, sized), classes: [] });
  // "How fast does the <brand> charge": what only one of its products has is asked of that.
  const only = scope.length === 0 && asked.mentions.length === 1 ? ofOnlyProduct(asked, context, false) : undefined;
  if (only) return again(only);
  const named = withProductsOfBrands(asked, context);
  const query = meant(scope.length > 0 ? named : asOnlyProduct(ofEverything(named, context), context), scope, context);
  const direct = lookup(query, scope, context);
  const finding = lookupClauses(query, direct, scope, read, context);
  const attempt: Attempt = { asked, query, scope, direct, finding, context, composer, commands, read, again };
  for (const { name, alone, answer } of WAYS) {
    if (alone && scope.length > 0) continue;
    const given = answer(attempt);
    if (given === undefined) continue;
    if ('draft' in given) return given;
    return { draft: given, accepted: given.kind !== 'abstain', scope, finding, way: name };
  }
  const draft = decline(query, finding, scope, context, composer);
  return { draft, accepted: false, scope, finding, way: 'decline' };
}
