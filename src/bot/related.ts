// Where one may go from an answer: the sheet of its product, its variants, products to set beside it.
import type { Related, StatedFact } from '../answer.ts';
import type { Knowledge, Subject } from '../knowledge/model.ts';
import type { Messages } from './messages.ts';

/** Buttons and menus hold few: so many products are offered to compare with. */
const COMPARED = 4;
/** Beyond so many products an answer is a list, and no single one is its subject. */
const MOST_PRODUCTS = 2;

/**
 * The ways on from an answer about one or two products; none from any other.
 * @param sheetOf the product whose sheet the answer already is
 */
export function related(
  facts: readonly StatedFact[],
  knowledge: Knowledge,
  messages: Messages,
  sheetOf?: string,
): Related[] {
  const products = [...new Set(facts.map(({ subject }) => subject))].flatMap((id) => {
    const subject = knowledge.subjects.get(id);
    return subject?.kind === 'product' ? [subject] : [];
  });
  if (products.length === 0 || products.length > MOST_PRODUCTS) return [];
  const label = ({ names }: Subject): string => messages.text(names);
  if (products.length === 2)
    return [
      {
        label: products.map(label).join(' · '),
        ask: `/compare ${products.map(({ id }) => id).join(' ')}`,
        leads: 'compare',
      },
    ];
  const [product] = products as [Subject];
  const sheet: Related = { label: label(product), ask: `/spec ${product.id}`, leads: 'sheet' };
  const variants = product.members.flatMap((id) => {
    const member = knowledge.subjects.get(id);
    return member ? [{ label: label(member), ask: `/spec ${id}`, leads: 'variant' } as const] : [];
  });
  if (variants.length > 0) return variants;
  return [
    ...(product.id === sheetOf ? [] : [sheet]),
    ...comparable(product, [...knowledge.subjects.values()]).map(
      (other): Related => ({ label: label(other), ask: `/compare ${product.id} ${other.id}`, leads: 'compare' }),
    ),
  ];
}

/** Products of the same class, those of the same brand and the likest names first. */
function comparable(product: Subject, all: readonly Subject[]): Subject[] {
  const words = new Set(product.id.split('-'));
  const likeness = ({ id, brand }: Subject): number =>
    id.split('-').filter((word) => words.has(word)).length + (brand === product.brand ? 0.5 : 0);
  return all
    .filter(
      ({ id, kind, members, classes }) =>
        kind === 'product' &&
        id !== product.id &&
        members.length === 0 &&
        classes[0] !== undefined &&
        classes[0] === product.classes[0],
    )
    .sort((a, b) => likeness(b) - likeness(a) || (a.id < b.id ? -1 : 1))
    .slice(0, COMPARED);
}
