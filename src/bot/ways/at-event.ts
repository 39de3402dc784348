// "How many worked there when it turned ten": a figure of the time at which something else, which is told by itself, happened.
import type { Fact } from '../../knowledge/model.ts';
import { type Finding, ONE_ANSWER } from '../matching/lookup.ts';
import { isFigure } from '../reading/measure.ts';
import { overlaps, periodOf } from '../reading/periods.ts';
import { isMeasured, type Query } from '../reading/query.ts';
import { whenAt } from '../reading/subordinate.ts';
import type { Draft } from '../telling/compose.ts';
import { eventOf, MOST_SPANS, textOf } from './time-between.ts';

const [MONTH, YEAR] = ['2020-08'.length, '2020'.length];

type Told = { readonly accepted: boolean; readonly finding: Finding; readonly draft: Draft };

/**
 * What is told of the asked measure at the time of an event, and the date of the event.
 * @param finding what was found by the words alone: it goes first where it accounts for them
 * @param read turns a text into a query
 * @param answer answers a query
 * @returns undefined where no measure is asked of such a time, or one of both is not told
 */
export function atEvent(
  { spans }: Query,
  finding: Finding,
  read: (text: string) => Query,
  answer: (query: Query) => Told,
): Draft | undefined {
  if (spans.length > MOST_SPANS || (finding.accepted && finding.content >= ONE_ANSWER)) return undefined;
  const at = whenAt(spans);
  if (at < 1) return undefined;
  const asked = read(textOf(spans.slice(0, at)));
  if (!asked.terms.some(isMeasured) || asked.periods.length + asked.parts.length > 0) return undefined;
  const told = (query: Query): Draft | undefined => {
    const { accepted, finding: found, draft } = answer(query);
    return accepted && found.accepted && found.content >= ONE_ANSWER && !draft.kind ? draft : undefined;
  };
  const [event] = told(eventOf(spans.slice(at), read))?.facts ?? [];
  if (event?.value.kind !== 'date') return undefined;
  // Told of that very day, or else of its month or its year.
  for (const length of [...new Set([event.value.date.length, MONTH, YEAR])]) {
    const time = periodOf(event.value.date.slice(0, length));
    const draft = told({ ...asked, periods: [time] });
    const facts = draft?.facts ?? [];
    const isThen = ({ value, period, asOf }: Fact): boolean =>
      isFigure(value.kind) && overlaps(periodOf(period ?? asOf), time);
    if (draft && facts.length > 0 && facts.every(isThen)) return { ...draft, facts: [...facts, event] };
  }
  return undefined;
}
