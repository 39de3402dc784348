// "Which of the series lacks NFC", "phones with NFC and no fingerprint reader": what has it is never listed; what has a whole
// sheet without it is, where it meets what else is asked.

import type { Context } from '../context.ts';
import { countedThings } from '../reading/counted-things.ts';
import { namingFamily } from '../reading/eponym.ts';
import type { Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { none } from './collection.ts';
import { conditionTerms } from './conditions.ts';
import { deniedIn, withoutDenied, withSheet } from './denied.ts';
import { gather } from './gathering.ts';
import { namesValue, withFigures } from './valued.ts';

/** "Members", "models" say only of what it is asked. */
const MEMBER = 0.7;

/** The products of a class or family that lack something, and have what else is named; undefined where that is not asked of several. */
export function lacking(asked: Query, context: Context, composer: Composer): Draft | undefined {
  if (!asked.operators.has('not') || asked.superlative || asked.periods.length > 0) return undefined;
  const { knowledge, columns, ownFacts, root } = context;
  const query = asked.asks.has('which') ? namingFamily(asked, context) : asked;
  // What a bound is of ("under 150") is not what is denied.
  const isBound = (at: number): boolean => query.constraints.length > 0 && at < 0;
  const bounds = [...query.constraints, ...countedThings(query.spans, query.constraints, context)];
  const counts = bounds.map(({ text }) => text);
  const denied = deniedIn(query).filter(({ at }) => !isBound(at));
  const terms = conditionTerms(query, bounds, context).filter(
    (term) => !isBound(term.at) && !denied.includes(term) && (term.role !== 'content' || term.weight >= MEMBER),
  );
  const others = withFigures(terms, query);
  if (denied.length === 0 || denied.some(({ unheld }) => unheld)) return undefined;
  if (!others.every((term) => !term.unheld && namesValue(term, context))) return undefined;
  const ids = query.mentions.flatMap((mention) => mention.ids).filter((id) => id !== root);
  const isMany = (id: string): boolean =>
    (query.classes.length > 0 && knowledge.subjects.get(id)?.kind === 'company') ||
    (knowledge.subjects.get(id)?.members.length ?? 0) > 1;
  const idle = query.terms.every(
    ({ role, text }) => role !== 'outsider' && (role !== 'number' || counts.includes(text)),
  );
  if (!idle || !ids.every(isMany) || ids.length + query.classes.length === 0) return undefined;
  const all = withSheet(gather(query, bounds, others, context), context);
  const { places } = withoutDenied(all, denied, context);
  const without = places.map((place) => columns.subjects[place] as string);
  const { messages, format } = composer;
  // … of which all lack it: nobody speaks of it.
  if (places.length === all.places.length && others.length === 0)
    return { kind: 'abstain', lead: messages.say('unknown') };
  if (without.length === 0) return none(query.text, composer);
  const value = messages.say('compare-missing');
  const label = denied.map(({ text }) => text).join(', ');
  return {
    lead: messages.say('list-found', {
      count: without.length,
      names: messages.list(without.map((id) => format.subject(id))),
    }),
    lines: without.map((id) => messages.say('fact', { subject: format.subject(id), label, value })),
    sources: [...new Set(without.flatMap((id) => ownFacts.get(id)?.[0]?.source ?? []))],
    timeless: true,
  };
}
