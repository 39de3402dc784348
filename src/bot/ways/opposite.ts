// A change that a question takes for granted ("why did the rank fall"): where the facts hold that it went the other way, that is told.
import type { Context } from '../context.ts';
import { type Finding, lookup, ONE_ANSWER } from '../matching/lookup.ts';
import { isFigure } from '../reading/measure.ts';
import type { Query, Term } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';

/** What words of a change say, and the concept of the other way. */
const OTHER_WAY: ReadonlyMap<string, string> = new Map([
  ['c:fall', 'c:grow'],
  ['c:lose', 'c:grow'],
  ['c:grow', 'c:fall'],
]);

/**
 * The change that the facts hold, where the question names its opposite.
 * @param finding what was found with the question's own word
 * @returns undefined where the question names no change, or nothing is told of the other way that fits it better
 */
export function opposite(
  query: Query,
  finding: Finding,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const asked = query.terms.find(({ role, keys }) => role === 'content' && keys.some((key) => OTHER_WAY.has(key)));
  const claims = [...query.asks].every((id) => id === 'whether' || id === 'why');
  if (!asked || !claims || query.superlative || query.constraints.length > 0) return undefined;
  const turned: Term = { ...asked, keys: asked.keys.flatMap((key) => OTHER_WAY.get(key) ?? []), words: [] };
  const terms = query.terms.map((term) => (term === asked ? turned : term));
  const found = lookup({ ...query, terms }, scope, context);
  if (!found.accepted || found.content < ONE_ANSWER || (finding.accepted && finding.score >= found.score))
    return undefined;
  const facts = found.groups.filter(({ covered }) => covered.has(turned)).flatMap((group) => group.facts);
  // Which country grew most, or why, says nothing of the figure that is asked of.
  if (!facts.every(({ value, growth }) => isFigure(value.kind) || growth)) return undefined;
  const [first, ...lines] = [...new Set(facts.map((fact) => composer.sentence(fact, query.units)))];
  return first === undefined ? undefined : { lead: composer.messages.say('correction', { fact: first }), lines, facts };
}
