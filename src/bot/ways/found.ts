// What the facts that were found tell: where they are what is asked for, and not only what came nearest.
import { type Attempt, isFound, isSaid, isTellable, type Outcome } from '../attempt.ts';
import type { Finding } from '../matching/lookup.ts';
import { isOtherSum } from '../matching/told.ts';
import { isMeasured } from '../reading/query.ts';
import type { Draft } from '../telling/compose.ts';
import { present } from '../telling/present.ts';
import { ambiguous } from './ambiguous.ts';
import { decline } from './decline.ts';
import { ofDescribed } from './described.ts';
import { asksWho } from './introducing.ts';
import { intro } from './sheet.ts';
import { lacksEvent } from './time-between.ts';
import {
  asksForName,
  asksForProduct,
  asksUnnamed,
  lacksFirst,
  lacksName,
  lacksPerson,
  lacksPortion,
  lacksShare,
} from './unnamed.ts';

/** Nothing is told: what is missing, and what is known nearby. */
export const declined = ({ query, finding, scope, context, composer }: Attempt): Draft =>
  decline(query, finding, scope, context, composer);

/** What is said to hold for this very day, of what changes from day to day. */
export function notToday({ query, finding, context, composer: { messages, format } }: Attempt): Draft | undefined {
  const isVolatile = ({ attribute }: Finding['groups'][number]): boolean =>
    context.knowledge.attributes.get(attribute)?.volatile === true;
  if (!query.today || !finding.accepted || !finding.groups.some(isVolatile)) return undefined;
  const fact = finding.groups[0]?.facts[0];
  const lead = fact
    ? messages.say('not-today', { value: format.value(fact.value), date: format.date(fact.asOf) })
    : messages.say('unknown');
  return { kind: 'abstain', lead };
}

/** Who it is, where no more is asked. */
export function introduced(attempt: Attempt): Draft | undefined {
  const { query, finding, scope, context, composer } = attempt;
  const id = asksWho(query, finding, isSaid(attempt), scope, context);
  if (!id) return undefined;
  const whom = context.knowledge.subjects.get(id);
  const isUnnamed = whom?.unnamed === true && asksForName(query);
  // "Which models were given to him": who he is tells none.
  const isNoModel = whom?.kind === 'person' && asksForProduct(query, context);
  return isUnnamed || isNoModel ? declined(attempt) : intro(id, context, composer);
}

/** What is found lacks what is asked of it: whose it was, what share, by what name, which came first. */
export function lacksPart(attempt: Attempt): boolean {
  const { query, finding, scope, context } = attempt;
  if (finding.accepted && lacksPerson(query, finding, scope, context)) return true;
  return (
    isTellable(attempt) &&
    [lacksShare, lacksPortion, lacksName, lacksFirst, lacksEvent].some((isSo) => isSo(query, finding, context))
  );
}

/** The facts that were found. */
export function told(attempt: Attempt): Draft | undefined {
  const { query, finding, scope, context, composer } = attempt;
  if (!isTellable(attempt)) return undefined;
  if (asksUnnamed(query, finding, context)) return { kind: 'abstain', lead: present(finding, query, composer).lead };
  if (isOtherSum(query, finding, context)) return undefined;
  return ambiguous(finding, query, scope, context, composer) ?? present(finding, query, composer);
}

/** A product that is described and not named, where what was found leaves an attribute open. */
export function ofDescription({ asked, finding, context, again }: Attempt): Outcome | undefined {
  const described = isWhole(finding, asked) ? undefined : ofDescribed(asked, context);
  const outcome = described && again(described);
  return outcome && isFound(outcome) ? outcome : undefined;
}

/** Every attribute that is asked for is one of those that were found. */
const isWhole = ({ accepted, groups }: Finding, { terms, implied }: Attempt['asked']): boolean =>
  accepted &&
  [...terms.filter(isMeasured).map(({ keys }) => keys), ...implied.map((id) => [`a:${id}`])].every((keys) =>
    groups.some(({ attribute }) => keys.includes(`a:${attribute}`)),
  );
