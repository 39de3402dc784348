// "What does ALLM mean": asked what a feature is, a fact that tells of it answers, not a list of the products that have it.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { means, type Span } from '../reading/annotate.ts';
import { CONDITION, isMeasured, type Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';

/** "What is", "stand for"; a bare "what" may ask for what has it. */
const asksMeaning = (span: Span): boolean =>
  (means(span, 'question', 'meaning') || means(span, 'question', 'define')) &&
  (span.end - span.start > 1 || !means(span, 'question', 'which'));

/** What is told of the one feature whose meaning is asked; undefined where more is asked, or nothing is told of it. */
export function explained(
  query: Query,
  scope: readonly string[],
  { knowledge, columns }: Context,
  composer: Composer,
): Draft | undefined {
  if (!query.spans.some(asksMeaning)) return undefined;
  // "What do you have" asks for things.
  if (query.constraints.length + query.periods.length > 0 || query.superlative || query.operators.has('sheet'))
    return undefined;
  const [feature, ...more] = query.terms.filter(isMeasured);
  const idle = query.terms.every(
    ({ role, weight }) => role === 'attribute' || role === 'subject' || role === 'class' || weight < CONDITION,
  );
  if (!feature || more.length > 0 || !idle) return undefined;
  const named = [...scope, ...query.mentions.flatMap(({ ids }) => ids)].filter(
    (id) => knowledge.subjects.get(id)?.kind === 'product',
  );
  const tells = ({ say, subject, value }: Fact): boolean =>
    say !== undefined &&
    value.kind === 'boolean' &&
    value.value &&
    knowledge.subjects.get(subject)?.kind === 'product' &&
    (named.length === 0 || named.includes(subject));
  for (const key of feature.keys)
    for (const index of key.startsWith('a:') ? columns.of(key.slice(2)).indexes : []) {
      const fact = knowledge.facts[index] as Fact;
      if (tells(fact)) return { lead: composer.sentence(fact), facts: [fact] };
    }
  return undefined;
}
