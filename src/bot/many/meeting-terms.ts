// "With NFC", "with OLED", "since 2021": which subjects have what a word or a time of the question asks for.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { coverage } from '../matching/coverage.ts';
import { isFigure } from '../reading/measure.ts';
import { withMembers } from '../reading/members.ts';
import { type Period, periodOf } from '../reading/periods.ts';
import type { Query, Term } from '../reading/query.ts';
import { TRUTH } from './columns.ts';
import { type Meeting, meeting, type Scan, scanOf } from './meeting.ts';
import { type Condition, tellingValues, valuesNamed } from './valued.ts';

/** A condition is met where a fact accounts for its word this strongly. */
const MET = 0.55;
/** … and a measured attribute where the fact is of it, or says so. */
const MET_BY_NAME = 0.7;
/** A thing that is there or not is told rather than a text that speaks of it. */
const TOLD = 0.05;
/** Strengths are sums of fractions: so much is lost in them. */
const DUST = 0.001;
/** Among more facts than this, an attribute is met by having it, and not also by texts that speak of it. */
const MANY = 50_000;

const DAY = 86_400_000;
const isScan = (scan: Scan | undefined): scan is Scan => scan !== undefined;

/**
 * The products that have a date in the periods, each with its first such fact: of the attribute that is named where they have
 * one, else of any.
 */
export function launched(periods: readonly Period[], query: Query, { knowledge, columns }: Context): Meeting {
  const spans = periods.map(({ from, to }) => ({ from: Date.parse(from) / DAY, to: Date.parse(to) / DAY }));
  // "On 15 July": of whichever year.
  const inPart = (low: number, high: number): boolean =>
    query.parts.some((part) => {
      const { from, to } = periodOf(`${new Date(low * DAY).toISOString().slice(0, 4)}-${part}`);
      return Date.parse(from) / DAY <= low && high <= Date.parse(to) / DAY;
    });
  const isDate = (id: string): boolean => {
    const held = knowledge.attributes.get(id);
    return held?.kind === 'date' && !held.promised;
  };
  const named = new Set(query.attributes.filter(isDate));
  const holders = new Uint8Array(named.size > 0 ? columns.subjects.length : 0);
  for (const id of named) for (const place of columns.of(id).places) holders[place] = 1;
  const scans = [...columns.attributes()].filter(isDate).flatMap((id) => {
    const column = columns.of(id);
    const [low, high] = [column.low, column.high];
    const scan = scanOf(
      column,
      (value) =>
        spans.some(({ from, to }) => (low[value] as number) <= to && from <= (high[value] as number)) ||
        inPart(low[value] as number, high[value] as number),
    );
    return scan ? [{ ...scan, ...(named.has(id) ? {} : { unless: holders }) }] : [];
  });
  return meeting(scans, 'earliest', knowledge.facts);
}

/** The subjects that have a fact by which they meet a term: a boolean counts only when it is true. */
export function meetingTerm(term: Condition, context: Context): Meeting {
  const { knowledge, columns } = context;
  const named =
    term.role === 'attribute' ? term.keys.flatMap((key) => (key.startsWith('a:') ? [key.slice(2)] : [])) : [];
  // What a product has or has not is met by having it, not by a text that speaks of it.
  const flags = named.filter((id) => knowledge.attributes.get(id)?.kind === 'boolean');
  if (flags.length > 0) {
    const scans = flags.map((id) => scanOf(columns.of(id), (value) => columns.of(id).low[value] === 1));
    return meeting(scans.filter(isScan), 'first', knowledge.facts);
  }
  const values = valuesNamed(term, context);
  if (values) return meeting(values, 'last', knowledge.facts);
  const told = named.map((id) => tellingValues(id, term, context)).filter(isScan);
  if (told.length > 0) return meeting(told, 'last', knowledge.facts);
  if (named.length === 0 || knowledge.facts.length <= MANY) return accountingFacts(term, context);
  const held = new Set(withMembers(named, knowledge.attributes));
  return meeting([...held].map((id) => scanOf(columns.of(id), () => true)).filter(isScan), 'first', knowledge.facts);
}

/** Is the fact of what a product has, and not of where or when it was shown, or a story? */
function isPart({ attribute, value }: Fact, { knowledge: { attributes } }: Context): boolean {
  const { general, answers } = attributes.get(attribute) ?? {};
  return !general && value.kind !== 'date' && !answers?.includes('where');
}

const isOtherFigure = ({ attribute, value }: Fact, figures: ReadonlySet<string>): boolean =>
  isFigure(value.kind) && !figures.has(attribute);

/** The subjects of the facts that account for a term by their words; each with the fact that does so the most. */
function accountingFacts(term: Term, context: Context): Meeting {
  const { evidence, columns, ownFacts, knowledge } = context;
  const isSpec = term.keys.some((key) => knowledge.subjects.get(key.slice(2))?.kind === 'company');
  const { placeOfFact, truthOfFact } = columns;
  const least = term.role === 'attribute' && term.weight >= 0.9 ? MET_BY_NAME : 0;
  const ids = term.role === 'attribute' ? term.keys.map((key) => key.slice(2)) : [];
  const isMeasure = ids.some((id) => isFigure(knowledge.attributes.get(id)?.kind));
  const isSum = ids.some((id) => knowledge.attributes.get(id)?.kind === 'money');
  const figures = isMeasure ? new Set(withMembers(ids, knowledge.attributes)) : undefined;
  /** How well a fact of such a strength meets it; 0 where it does not. */
  const fitOf = (index: number, strength: number): number => {
    // A maker of parts is met by the parts, not by a story in which it has a place.
    if (isSpec && !isPart(knowledge.facts[index] as Fact, context)) return 0;
    // "By weight": what has another figure does not have that one.
    if (figures && isOtherFigure(knowledge.facts[index] as Fact, figures)) return 0;
    if (isSum && knowledge.facts[index]?.value.kind !== 'money') return 0;
    const truth = truthOfFact[index];
    const own = truth === TRUTH.none ? strength : strength + TOLD;
    return truth === TRUTH.false || strength < least || own <= MET - DUST ? 0 : own;
  };
  const mark = (met: Uint8Array): void => {
    // The words of an attribute's name weigh less than the attribute; any other word or meaning by itself weighs in full.
    const weighed = term.role === 'attribute' || term.words.length > 1;
    if (term.role !== 'attribute')
      for (const key of term.keys) {
        const { facts, strengths } = evidence.postings(key);
        for (let at = 0; at < facts.length; at++)
          if (fitOf(facts[at] as number, strengths[at] as number) > 0)
            met[placeOfFact[facts[at] as number] as number] = 1;
      }
    if (!weighed) return;
    for (const index of evidence.reaching(term.role === 'attribute' ? term.keys : [], term.words)) {
      const place = placeOfFact[index] as number;
      if (met[place] === 0 && fitOf(index, coverage(term, index, context)) > 0) met[place] = 1;
    }
  };
  const facts = (place: number): readonly Fact[] => {
    let most = 0;
    let best: Fact | undefined;
    for (const fact of ownFacts.get(columns.subjects[place] as string) ?? []) {
      const own = fitOf(fact.index, coverage(term, fact.index, context));
      if (own <= most) continue;
      most = own;
      best = fact;
    }
    return best ? [best] : [];
  };
  return { mark, facts };
}
