// "Which would you recommend", "the better value": of things set against each other no verdict is given, but what they can be compared by is told.
import type { Context } from '../context.ts';
import { compared } from '../many/comparison.ts';
import { labelsApart } from '../many/differences.ts';
import { withMembers } from '../reading/members.ts';
import type { Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';

/**
 * That no source says which of several to choose, and by what they differ; undefined where no advice is asked for, or by an attribute.
 * @param scope what was spoken of before, for a question that names no product itself
 */
export function advice(
  query: Query,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const { knowledge, holders } = context;
  // "The better value" names what a company has, and no product.
  const isOfProducts = (id: string): boolean => holders.get(id)?.has('product') === true;
  if (!query.operators.has('advice') || query.superlative) return undefined;
  if (withMembers(query.attributes, knowledge.attributes).some(isOfProducts)) return undefined;
  const subjects = compared(query, scope, context);
  if (subjects.length < 2 || subjects.some((id) => knowledge.subjects.get(id)?.kind !== 'product')) return undefined;
  const { format, messages } = composer;
  const labels = labelsApart(subjects, context, composer).join(messages.say('separator'));
  const names = messages.list(subjects.map((id) => format.subject(id)));
  return {
    kind: 'abstain',
    lead: messages.say('no-verdict', { subjects: names }),
    lines: labels ? [messages.say('can-compare', { labels })] : [],
  };
}
