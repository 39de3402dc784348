// An attribute that is asked of a product which has none: what else is told of the product does not answer.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { isFigure } from '../reading/measure.ts';
import type { Query, Term } from '../reading/query.ts';

/** "The aperture of its camera": is the attribute told of other products, and not of the one that is named? */
export function isLacking(
  { keys, at }: Term,
  { mentions, spans }: Query,
  scope: readonly string[],
  { knowledge, holders, ownFacts }: Context,
): boolean {
  const named = [...scope, ...mentions.flatMap(({ ids }) => ids)];
  if (named.length === 0 || named.some((id) => knowledge.subjects.get(id)?.kind !== 'product')) return false;
  // "The bluetooth earphones": right before a name it tells which.
  const behind = spans[spans.findIndex(({ start }) => start === at) + 1];
  if (mentions.some((mention) => mention.at === behind?.start)) return false;
  const attributes = keys.filter((key) => key.startsWith('a:')).map((key) => key.slice(2));
  const has = (id: string, attribute: string): boolean =>
    (ownFacts.get(id) ?? []).some((fact) => fact.attribute === attribute);
  return (
    attributes.length > 0 &&
    attributes.every((attribute) => {
      const { kind, general } = knowledge.attributes.get(attribute) ?? {};
      const isOwn = !general && (kind === 'quantity' || kind === 'text') && holders.get(attribute)?.has('product');
      return isOwn === true && !named.some((id) => has(id, attribute));
    })
  );
}

/** A figure, of one that has a figure of its own for what is left open. */
export const isOtherFigure = (fact: Fact, open: readonly Term[], { knowledge, ownFacts }: Context): boolean =>
  isFigure(fact.value.kind) &&
  knowledge.attributes.get(fact.attribute)?.general !== true &&
  (ownFacts.get(fact.subject) ?? []).some(
    ({ attribute, value }) => isFigure(value.kind) && open.some(({ keys }) => keys.includes(`a:${attribute}`)),
  );
