// Of products that are set against each other with a variant each ("the 9C 64 or the 9 with 32"), each is asked of in its own.
import type { Query, Term } from '../reading/query.ts';

const isSize = ({ role, unit }: Term): boolean => role === 'number' && unit !== undefined;

/** The query as it is meant of one of the products: without the sizes that belong to another. */
export function ofItsSizes(query: Query, subject: string): Query {
  const sizes = query.terms.filter(isSize);
  const mentions = query.mentions.filter(({ at }) => at >= 0);
  if (sizes.length === 0 || mentions.length < 2) return query;
  // "The 64 GB 9C or the 32 GB 9": each size stands before its product.
  const ahead = (sizes[0]?.at ?? 0) < (mentions[0]?.at ?? 0);
  const ownerOf = (at: number): Query['mentions'][0] | undefined =>
    ahead ? mentions.find((mention) => mention.at > at) : mentions.findLast((mention) => mention.at < at);
  const owners = new Set(sizes.map(({ at }) => ownerOf(at)));
  // "The 9C or the 9 with 64", "with 64, the 9C or the 9": one size, but right behind the first of them, is asked of both.
  if (owners.size === 1 && (ahead || owners.has(mentions.at(-1)))) return query;
  const isOther = (term: Term): boolean => isSize(term) && ownerOf(term.at)?.ids.includes(subject) !== true;
  return { ...query, terms: query.terms.filter((term) => !isOther(term)) };
}
