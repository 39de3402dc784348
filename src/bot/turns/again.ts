// What was told last, told again: "says who?", "as of when?" ask for nothing but its source and its date, "growth?" and "up or
// down?" for how it changed.

import type { Fact } from '../../knowledge/model.ts';
import type { Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import type { Finding } from '../matching/lookup.ts';
import type { Query } from '../reading/query.ts';
import type { Composer } from '../telling/compose.ts';
import { present } from '../telling/present.ts';
import { asksChange, tellsChange } from './carried.ts';
import type { Memory } from './conversation.ts';
import { saysNothing } from './turns.ts';

/** What the last answer told, where the turn asks for no more than what belongs to it; undefined where it asks for anything else. */
export function toldAgain(
  query: Query,
  memory: Memory | undefined,
  context: Context,
  composer: Composer,
): Outcome | undefined {
  const { told } = memory ?? {};
  if (!told || told.version !== context.knowledge.version) return undefined;
  const isSourceAsked = saysNothing(query);
  if (!isSourceAsked && !asksChange(query, context)) return undefined;
  const last = told.facts.slice(0, told.last).flatMap((index) => context.knowledge.facts[index] ?? []);
  const facts = isSourceAsked ? last : last.filter((fact) => tellsChange(fact, context));
  return facts.length > 0 ? retell(facts, query, composer) : undefined;
}

/** These facts, told as they are. */
export function retell(facts: readonly Fact[], query: Query, composer: Composer): Outcome {
  const finding: Finding = {
    groups: facts.map((fact) => ({
      subject: fact.subject,
      attribute: fact.attribute,
      facts: [fact],
      score: 0,
      covered: new Map(),
    })),
    unaccounted: [],
    content: 1,
    accepted: true,
    candidates: [],
    score: 0,
  };
  return { draft: present(finding, query, composer), accepted: true, scope: [], finding, way: 'told-again' };
}
