// "What did the founder tell them": an office in the place of the one person who holds it.
import type { Context } from '../context.ts';
import { withMembers } from '../reading/members.ts';
import { CONDITION, isMeasured, type Query, type Term } from '../reading/query.ts';

/** The one person of the company who holds what an attribute names; undefined where it names no office, or several hold it. */
function holderOf({ keys }: Term, { knowledge, ownFacts, root }: Context): string | undefined {
  const named = keys.flatMap((key) => (key.startsWith('a:') ? [key.slice(2)] : []));
  const offices = withMembers(named, knowledge.attributes).filter((id) => {
    const { kind, general } = knowledge.attributes.get(id) ?? {};
    return kind === 'subject' && !general;
  });
  const people = (ownFacts.get(root) ?? []).flatMap(({ attribute, value }) =>
    offices.includes(attribute) && value.kind === 'subject' ? value.ids : [],
  );
  const [person, ...others] = new Set(people);
  return others.length === 0 && knowledge.subjects.get(person ?? '')?.kind === 'person' ? person : undefined;
}

/**
 * The queries that ask the rest of whoever holds an office that the question names.
 * Where nothing else is asked, or somebody else or another company is named, there are none.
 */
export function* ofHolder(query: Query, context: Context): Generator<Query> {
  const { terms, mentions, asks } = query;
  const isOther = (id: string): boolean => {
    const kind = context.knowledge.subjects.get(id)?.kind;
    return kind === 'person' || (kind === 'company' && id !== context.root);
  };
  if (mentions.some(({ ids }) => ids.some(isOther))) return;
  for (const term of terms.filter(isMeasured)) {
    const person = holderOf(term, context);
    const isMore = terms.some((other) => other !== term && other.role !== 'subject' && other.weight >= CONDITION);
    const isBeside = terms.some((other) => other !== term && other.role === 'subject' && other.weight >= CONDITION);
    if (person === undefined || (!isMore && !(isBeside && asks.size > 0))) continue;
    yield {
      ...query,
      attributes: query.attributes.filter((id) => !term.keys.includes(`a:${id}`)),
      mentions: [...mentions, { ids: [person], text: term.text, at: term.at }],
      terms: terms.map(
        (other): Term => (other === term ? { ...other, role: 'subject', keys: [`s:${person}`], words: [] } : other),
      ),
    };
  }
}
