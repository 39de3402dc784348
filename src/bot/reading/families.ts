// Which products are told together as one family.
import type { Knowledge, Subject } from '../../knowledge/model.ts';

const families = new WeakMap<Knowledge, Map<string, Subject[]>>();

/** The families that a product is in. */
export function familiesOf(id: string, knowledge: Knowledge): readonly Subject[] {
  let known = families.get(knowledge);
  if (!known) {
    known = new Map();
    for (const family of knowledge.subjects.values())
      for (const member of family.members) known.set(member, [...(known.get(member) ?? []), family]);
    families.set(knowledge, known);
  }
  return known.get(id) ?? [];
}
