// "Without NFC", "but no fingerprint reader": what is denied in a question about many is met by what has a whole sheet on which it
// does not stand, and by nothing that has it.

import type { Context } from '../context.ts';
import { means, type Span } from '../reading/annotate.ts';
import { isNamed, type Query, type Term } from '../reading/query.ts';
import type { Found } from './gathering.ts';
import { meetingTerm } from './meeting-terms.ts';

/** Of a product with so many specifications, it tells something that one is not among them. */
const WHOLE_SHEET = 30;
/** What may stand between the word that denies and what is denied. */
const BETWEEN = new Set(['function', 'light', 'question', 'class']);

/** Is the thing that a term names denied: "no …", "don't have a …", "lacks the …"? */
function isDenied({ at }: Term, spans: readonly Span[]): boolean {
  let place = spans.findIndex(({ start }) => start === at) - 1;
  const denies = (span: Span): boolean => means(span, 'operator', 'not') && !means(span, 'operator', 'besides');
  while (spans[place] && !denies(spans[place] as Span)) {
    if (spans[place + 1]?.pause || !(spans[place] as Span).meanings.some(({ kind }) => BETWEEN.has(kind))) return false;
    place -= 1;
  }
  return place >= 0;
}

/** The things that a question says must not be there. */
export const deniedIn = ({ operators, terms, spans }: Query): readonly Term[] =>
  operators.has('not') ? terms.filter((term) => isNamed(term) && isDenied(term, spans)) : [];

/** The found products of which a whole sheet is known. */
export function withSheet(found: Found, { columns, ownFacts }: Context): Found {
  const isWhole = (place: number): boolean => {
    const own = ownFacts.get(columns.subjects[place] as string) ?? [];
    return own.length >= WHOLE_SHEET && new Set(own.map(({ attribute }) => attribute)).size >= WHOLE_SHEET;
  };
  const places = found.places.filter(isWhole);
  return { ...found, places, has: (place) => found.has(place) && isWhole(place) };
}

/** The found products that have none of what is denied. */
export function withoutDenied(found: Found, denied: readonly Term[], context: Context): Found {
  if (denied.length === 0) return found;
  const met = new Uint8Array(Math.ceil(context.columns.subjects.length / 4) * 4);
  for (const term of denied) meetingTerm(term, context).mark(met);
  const whole = withSheet(found, context);
  return {
    ...whole,
    places: whole.places.filter((place) => met[place] === 0),
    has: (place) => whole.has(place) && met[place] === 0,
  };
}
