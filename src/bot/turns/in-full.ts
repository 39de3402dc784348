// A turn that is not understood by itself is read once more with the name of what was spoken of at its head: "how many hours at
// a time" means more behind the name of a thing.

import type { Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { STRENGTH } from '../matching/evidence.ts';
import type { Query } from '../reading/query.ts';
import { nameOf } from './chosen.ts';
import type { Memory } from './conversation.ts';

/** Of more that were spoken of, nobody means the third. */
const MOST_NAMED = 2;

/** What the turn is answered with, said in full; undefined where that is not of what was spoken of, either. */
export function inFull(
  query: Query,
  memory: Memory | undefined,
  read: (text: string) => Query,
  answer: (query: Query, scope: readonly string[]) => Outcome,
  context: Context,
): Outcome | undefined {
  const { knowledge, evidence } = context;
  if (!memory || query.terms.length === 0 || query.unknownProduct) return undefined;
  // A story is told of nobody in particular: what its people have to do with is another one's.
  const isProduct = (id: string): boolean => knowledge.subjects.get(id)?.kind === 'product';
  for (const id of memory.subjects.filter(isProduct).slice(0, MOST_NAMED)) {
    const name = nameOf(id, query, context);
    if (name === undefined) continue;
    const full = read(`${name} ${query.text}`);
    if (full.unknownProduct || full.mentions.length !== 1 || !full.mentions[0]?.ids.includes(id)) continue;
    const told = answer(full, []);
    const facts = told.draft.facts ?? [];
    const isOfIt = facts.every(
      ({ subject, index }) => subject === id || evidence.strength(index, `s:${id}`) >= STRENGTH.involved,
    );
    if (told.accepted && facts.length > 0 && isOfIt) return told;
  }
  return undefined;
}
