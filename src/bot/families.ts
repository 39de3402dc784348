// Which products are told together as one family.
import type { Knowledge } from '../knowledge/model.ts';

const families = new WeakMap<Knowledge, Map<string, (readonly string[])[]>>();

/** The families, by their members, that a product is in. */
export function familiesOf(id: string, knowledge: Knowledge): readonly (readonly string[])[] {
  let known = families.get(knowledge);
  if (!known) {
    known = new Map();
    for (const { members } of knowledge.subjects.values())
      for (const member of members) known.set(member, [...(known.get(member) ?? []), members]);
    families.set(knowledge, known);
  }
  return known.get(id) ?? [];
}
