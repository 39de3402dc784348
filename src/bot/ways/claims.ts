// A date or an office that a question takes for granted ("he joined in 2019, right?"): where the facts hold another, they are told.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { type Finding, lookup, ONE_ANSWER } from '../matching/lookup.ts';
import { meaningOf } from '../reading/annotate.ts';
import { overlaps, periodOf } from '../reading/periods.ts';
import { isMeasured, type Query } from '../reading/query.ts';
import { tokenize } from '../reading/tokens.ts';
import type { Composer, Draft } from '../telling/compose.ts';

/**
 * What the facts say of the date, or of the holder of an office, that a question asks no more of than whether it is so.
 * @param finding what was found with it among the words
 * @returns undefined where nothing of the kind is claimed, it is told as it is claimed, or no fact tells of it
 */
export function claims(
  query: Query,
  finding: Finding,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  if (finding.accepted || [...query.asks].some((id) => id !== 'whether')) return undefined;
  const [fact] = otherDate(query, scope, context) ?? otherHolder(query, scope, context) ?? [];
  return fact && { lead: composer.messages.say('correction', { fact: composer.sentence(fact) }), facts: [fact] };
}

/** The date that is told of what is said to have been at another time. */
function otherDate(query: Query, scope: readonly string[], context: Context): readonly Fact[] | undefined {
  const [asked, ...others] = query.periods;
  const isDated = query.terms.some(
    (term) =>
      isMeasured(term) &&
      term.keys.some((key) => key.startsWith('a:') && context.knowledge.attributes.get(key.slice(2))?.kind === 'date'),
  );
  if (!asked || others.length + query.constraints.length > 0 || !isDated) return undefined;
  const found = lookup({ ...query, periods: [], parts: [], asks: new Set(['when']) }, scope, context);
  const [fact, ...more] = found.groups.flatMap(({ facts }) => facts);
  if (!found.accepted || found.content < ONE_ANSWER || more.length > 0 || fact?.value.kind !== 'date') return undefined;
  const told = periodOf(fact.value.date);
  // "Was it on the list in 2020": that it first was in 2019 denies nothing.
  const isAgain = asked.from > told.to && tellsFirst(fact, context);
  return overlaps(told, asked) || isAgain ? undefined : [fact];
}

/** Does a fact say that something was for the first time? */
function tellsFirst({ say }: Fact, { annotator, knowledge }: Context): boolean {
  // Word by word: "first time" as a whole is a name of the date.
  const words = tokenize(say?.en ?? '').flatMap((token) => annotator.annotate([token]));
  return words.some((span) => {
    const { pick, attribute = '' } = meaningOf(span, 'superlative') ?? {};
    return pick === 'min' && knowledge.attributes.get(attribute)?.kind === 'date';
  });
}

/** What more have is no office. */
const MOST_HOLDERS = 20;

/** Who holds the office that somebody is said to hold. */
function otherHolder(
  { attributes, mentions, periods, pronouns }: Query,
  scope: readonly string[],
  { knowledge, evidence }: Context,
): readonly Fact[] | undefined {
  const named = mentions.flatMap(({ ids }) => ids);
  // "And the president?", behind somebody who is not: said of nobody.
  const person = [...named, ...(pronouns.has('person') ? scope : [])].find(
    (id) => knowledge.subjects.get(id)?.kind === 'person',
  );
  if (person === undefined || periods.length > 0) return undefined;
  const offices = attributes.flatMap((id) => knowledge.attributes.get(id) ?? []);
  const held = offices
    .filter(({ id, kind, general }) => kind === 'subject' && !general && evidence.count(`a:${id}`) <= MOST_HOLDERS)
    .flatMap(({ id }) =>
      [...evidence.postings(`a:${id}`).facts]
        .flatMap((index) => knowledge.facts[index] ?? [])
        .filter(({ attribute }) => attribute === id),
    );
  const isOf = ({ value }: Fact): boolean => value.kind === 'subject' && value.ids.includes(person);
  return held.length !== 1 || held.some(isOf) ? undefined : held;
}
