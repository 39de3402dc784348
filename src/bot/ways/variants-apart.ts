// "What is the difference between the 64 and the 128": two variants of one product side by side, in what is held of each.
import type { Context } from '../context.ts';
import { betweenVariants } from '../many/differences.ts';
import type { Query } from '../reading/query.ts';
import { variantsNamed } from '../reading/variants.ts';
import type { Composer, Draft } from '../telling/compose.ts';

/** What the variants that are named differ in; undefined where another thing is asked, or fewer than two are named. */
export function variantsApart(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { operators, mentions, attributes, superlative } = query;
  const [mention, ...others] = mentions;
  const [subject, ...more] = mention?.ids ?? [];
  const isAsked = operators.has('apart') || operators.has('compare');
  if (!isAsked || subject === undefined || others.length + more.length + attributes.length > 0 || superlative)
    return undefined;
  const variants = variantsNamed(query, subject, context);
  return variants.length > 1 ? betweenVariants(subject, variants, context, composer) : undefined;
}
