// A brand's name in the place of its one product: "the battery of the <brand>" is that of the product that has one.
import type { Knowledge } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { namesValue } from '../many/valued.ts';
import { coverage } from '../matching/coverage.ts';
import { STRENGTH } from '../matching/evidence.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';

const ASKING: ReadonlySet<Term['role']> = new Set(['subject', 'attribute', 'class']);
const brands = new WeakMap<Knowledge, ReadonlyMap<string | undefined, readonly string[]>>();

/** The products of a brand, families left out: worked out once. */
export function productsOf(brand: string, knowledge: Knowledge): readonly string[] {
  let known = brands.get(knowledge);
  if (!known) {
    const products = [...knowledge.subjects.values()].filter(
      ({ kind, members }) => kind === 'product' && members.length === 0,
    );
    known = new Map([...Map.groupBy(products, (one) => one.brand)].map(([id, own]) => [id, own.map((one) => one.id)]));
    brands.set(knowledge, known);
  }
  return known.get(brand) ?? [];
}

/**
 * The query of the brand's only product that has what is asked; undefined where the brand itself or several have it, or none.
 * @param describes whether the product may be told from the brand's others by a value, too ("the <brand> in blue")
 */
export function ofOnlyProduct(query: Query, context: Context, describes = true): Query | undefined {
  const { knowledge, ownFacts, holders, root } = context;
  const named = query.mentions.filter(({ ids }) => !ids.includes(root));
  const [id] = named[0]?.ids ?? [];
  // A word that nothing knows, or that is no attribute, may make another product of the brand's name.
  if (query.spans.some(({ meanings }) => meanings.length === 0)) return undefined;
  if (named.length !== 1 || id === undefined || knowledge.subjects.get(id)?.kind !== 'company') return undefined;
  // "In blue": what is told of one of its products only.
  const words = query.terms.filter(({ role, weight }) => !ASKING.has(role) && weight >= CONDITION);
  if (words.length > 0 && !describes) return undefined;
  if (words.some((term) => term.role !== 'content' || !namesValue(term, context))) return undefined;
  const asked = [...query.attributes, ...query.implied].flatMap((one) => {
    const members = knowledge.attributes.get(one)?.members ?? [];
    return members.length > 0 ? members : [one];
  });
  const held = new Set(asked.filter((one) => holders.get(one)?.has('product')));
  const isTold = (subject: string, term: Term): boolean =>
    (ownFacts.get(subject) ?? []).some(
      ({ index, value }) => value.kind === 'list' && coverage(term, index, context) >= STRENGTH.value,
    );
  const has = (subject: string): boolean =>
    words.length > 0
      ? words.every((term) => isTold(subject, term))
      : (ownFacts.get(subject) ?? []).some(({ attribute }) => held.has(attribute));
  const [only, ...others] = held.size > 0 && !has(id) ? productsOf(id, knowledge).filter(has) : [];
  if (only === undefined || others.length > 0) return undefined;
  const at = named[0]?.at;
  return {
    ...query,
    mentions: query.mentions.map((one) => (one.at === at ? { ...one, ids: [only] } : one)),
    terms: query.terms.map((term): Term => (term.at === at ? { ...term, keys: [`s:${only}`] } : term)),
  };
}
