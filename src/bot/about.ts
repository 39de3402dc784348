// What the knowledge holds, counted: for a first screen and for people who ask what can be asked.
import type { Knowledge } from '../knowledge/model.ts';
import type { About } from './contract.ts';

/** A first screen has room for so many products. */
const RECENT = 8;
/** A product is dated by its launch, else by its first day of sale. */
const DATED_BY = ['launch-date', 'sale-date'];

/** The company with the most facts. */
export function mainCompany({ subjects, facts }: Knowledge): About['company'] {
  const counts = new Map<string, number>();
  for (const { subject } of facts)
    if (subjects.get(subject)?.kind === 'company') counts.set(subject, (counts.get(subject) ?? 0) + 1);
  const [id] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const company = id === undefined ? undefined : subjects.get(id);
  return company && { id: company.id, name: company.names.en };
}

export function describeKnowledge(knowledge: Knowledge): About {
  const { subjects, facts, sources } = knowledge;
  const products = [...subjects.values()].filter(({ kind, members }) => kind === 'product' && members.length === 0);
  const dates = new Map<string, string>();
  for (const attribute of DATED_BY)
    for (const fact of facts)
      if (fact.attribute === attribute && fact.value.kind === 'date' && !dates.has(fact.subject))
        dates.set(fact.subject, fact.value.date);
  const dateOf = (id: string): string => dates.get(id) ?? '';
  const company = mainCompany(knowledge);
  return {
    ...(company ? { company } : {}),
    products: products.length,
    subjects: subjects.size,
    facts: facts.length,
    sources: [...sources.values()].sort((a, b) => (a.date < b.date ? 1 : -1)),
    recent: [...products]
      .sort((a, b) => (dateOf(a.id) < dateOf(b.id) ? 1 : dateOf(a.id) > dateOf(b.id) ? -1 : 0))
      .slice(0, RECENT)
      .map(({ id, names, intro }) => ({ value: id, label: names.en, description: intro?.en ?? '' })),
  };
}
