// Where one may go from an answer: the sheet of its product, its variants, products to set beside it.
import type { Related, StatedFact } from '../../answer.ts';
import type { Knowledge, Subject } from '../../knowledge/model.ts';
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
    ...comparable(product, knowledge).map(
      (other): Related => ({ label: label(other), ask: `/compare ${product.id} ${other.id}`, leads: 'compare' }),
    ),
  ];
}

/** Products by class, and by the words of their ids. */
type Shelf = { readonly all: Subject[]; readonly byWord: Map<string, Subject[]> };
const shelves = new WeakMap<Knowledge, ReadonlyMap<string, Shelf>>();
/** Of a larger class only those are looked at whose ids share a word that no more than this have. */
const MOST_COMPARED = 2000;

function shelvesOf(knowledge: Knowledge): ReadonlyMap<string, Shelf> {
  const known = shelves.get(knowledge);
  if (known) return known;
  const made = new Map<string, Shelf>();
  for (const subject of knowledge.subjects.values()) {
    const [own] = subject.classes;
    if (subject.kind !== 'product' || subject.members.length > 0 || own === undefined) continue;
    const shelf: Shelf = made.get(own) ?? { all: [], byWord: new Map() };
    made.set(own, shelf);
    shelf.all.push(subject);
    for (const word of subject.id.split('-')) {
      const list = shelf.byWord.get(word);
      if (list) list.push(subject);
      else shelf.byWord.set(word, [subject]);
    }
  }
  shelves.set(knowledge, made);
  return made;
}

/** Products of the same class, those of the same brand and the likest names first. */
function comparable(product: Subject, knowledge: Knowledge): Subject[] {
  const shelf = shelvesOf(knowledge).get(product.classes[0] ?? '');
  if (!shelf) return [];
  const words = new Set(product.id.split('-'));
  const likeness = ({ id, brand }: Subject): number =>
    id.split('-').filter((word) => words.has(word)).length + (brand === product.brand ? 0.5 : 0);
  const lists = [...words].map((word) => shelf.byWord.get(word) ?? []).filter(({ length }) => length <= MOST_COMPARED);
  const near = shelf.all.length <= MOST_COMPARED ? shelf.all : [...new Set(lists.flat())].slice(0, MOST_COMPARED);
  return near
    .filter(({ id }) => id !== product.id)
    .map((subject) => ({ subject, score: likeness(subject) }))
    .sort((a, b) => b.score - a.score || (a.subject.id < b.subject.id ? -1 : 1))
    .slice(0, COMPARED)
    .map(({ subject }) => subject);
}
