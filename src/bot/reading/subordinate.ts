// Clauses that ask nothing themselves: "the people who …", "when they left, what …".
import { meaningOf, meaningsOf, means, type Span } from './annotate.ts';
import { asWord, type Term } from './query.ts';

/** "When it came out": so many spans, the one that opens it among them. */
const SHORT_CLAUSE = 3;
const RELATIVE = new Set(['who', 'when', 'where', 'which']);
const setsCondition = (span: Span | undefined): boolean =>
  span?.meanings.some(
    ({ kind }) =>
      kind === 'class' ||
      kind === 'concept' ||
      (kind === 'attribute' && !span.meanings.some((other) => other.kind === 'question')),
  ) ?? false;

const measures = (span: Span | undefined): boolean =>
  span !== undefined && setsCondition(span) && meaningOf(span, 'attribute') !== undefined;

const ASKING = new Set(['who', 'where', 'which', 'why', 'how', 'how-many', 'how-much', 'how-long']);
const isJoined = (span: Span | undefined): boolean => span !== undefined && means(span, 'operator', 'and');

/** "When they went to the factory, who came along": tells the time at the head of a question that asks another thing. */
function opensClause(spans: readonly Span[], index: number): boolean {
  return (clauseEnds(spans)[index] ?? 0) > 0;
}

/** A clause stands at the head of a question where no more spans stand before it. */
const HEAD = 12;
/** Spans of a clause at the head at most. */
const LONGEST_CLAUSE = 24;

/** Where the clauses end that begin at the first spans: each question is read once. */
function clauseEnds(spans: readonly Span[]): readonly number[] {
  const ends = known.get(spans) ?? spans.slice(0, HEAD + 1).map((_, at) => clauseEnd(spans, at));
  known.set(spans, ends);
  return ends;
}
const known = new WeakMap<readonly Span[], readonly number[]>();

/** Where the clause at the head of a question ends: at the word that asks. 0: there is none. */
function clauseEnd(spans: readonly Span[], index: number): number {
  const next = spans[index + 1];
  const span = spans[index] as Span;
  if (!means(span, 'question', 'when') || span.end - span.start > 1 || !next || meaningOf(next, 'question')) return 0;
  if (spans.slice(0, index).some((one) => setsCondition(one) || meaningOf(one, 'subject') || one.time)) return 0;
  const body = spans.slice(index + 2, index + 2 + LONGEST_CLAUSE);
  const asked = index + 2 + body.findIndex((one) => meaningsOf(one, 'question').some(({ id }) => ASKING.has(id)));
  return asked > index + 1 && !isJoined(spans[asked - 1]) ? asked : 0;
}

/** "Phones that charge at 10 W": joins a clause to a kind of things, and is of nothing else. */
export function opensRelative(spans: readonly Span[], index: number): boolean {
  const [kind, span] = [spans[index - 1], spans[index] as Span];
  if (!kind || index === spans.length - 1 || !means(span, 'pronoun', 'thing')) return false;
  return (
    meaningOf(kind, 'class') !== undefined && !meaningOf(kind, 'pronoun') && meaningOf(span, 'class') === undefined
  );
}

/** A clause belongs to what stands no farther from it, in spans: longer than most questions are. */
const FARTHEST = 40;

/** "The people who flashed their phones", "the price when it was launched": joins a clause and asks nothing. */
export function isRelative(spans: readonly Span[], index: number): boolean {
  const span = spans[index] as Span;
  const asks = meaningsOf(span, 'question').some(({ id }) => RELATIVE.has(id));
  // Chinese has other words to join a clause.
  if (!asks || /^\p{Script=Han}/u.test(span.text)) return false;
  if (opensClause(spans, index)) return true;
  if (index === 0 || clauseEnds(spans).slice(0, index).includes(index)) return false;
  const before = spans.slice(Math.max(0, index - FARTHEST), index);
  // "Does it pause when it is taken out": whether is asked, and under which circumstance.
  const [head] = before;
  const named = before.some((span) => setsCondition(span) || meaningOf(span, 'subject'));
  const last = index === spans.length - 1;
  if (head && means(head, 'question', 'whether') && means(span, 'question', 'when') && named && !last) return true;
  const joined = before.slice(-2).some((span) => meaningsOf(span, 'operator').some(({ id }) => id === 'and'));
  const asked = !joined && before.some((span) => meaningsOf(span, 'question').some(({ id }) => id !== 'whether'));
  // "What did he think when he heard it", "the revenue when they made the bet": who did what stands behind it, and asks nothing.
  const next = spans[index + 1];
  const isThey = next !== undefined && meaningOf(next, 'pronoun') !== undefined && !meaningOf(next, 'question');
  const isTime = means(span, 'question', 'when') && isThey && index + 2 < spans.length;
  if (isTime && !joined && (asked || before.some(measures))) return true;
  // "Did they know each other when …", "how far behind was … when …": what was asked before it is asked still.
  const opened = before.findIndex((span) => meaningsOf(span, 'question').some(({ id }) => id === 'whether'));
  const told = opened >= 0 && before.slice(opened + 1).some((span) => meaningOf(span, 'subject'));
  const after = spans
    .slice(index + 1, index + 1 + FARTHEST)
    .filter(
      (span) =>
        setsCondition(span) || meaningOf(span, 'subject') || (asked && (meaningOf(span, 'pronoun') ?? span.amount)),
    );
  // "Where did it land when it came out": so short a clause behind another question only tells the time.
  // … and so does a longer one behind what is measured: "the revenue when the bet was over".
  const isShort = asked && spans.length - index <= SHORT_CLAUSE;
  const isOfMeasure = spans.length - index > SHORT_CLAUSE && !span.pause && measures(spans[index - 1]);
  // "How old was it when it went public": a measure, and behind its name the time.
  const isThen = told && !joined && means(span, 'question', 'when') && before.some(measures);
  const least = isShort || isOfMeasure || isThen ? 1 : 2;
  return (asked || (told && !joined) || setsCondition(spans[index - 1])) && after.length >= least;
}

/** Where the "when" stands that tells the time of what is asked; −1 where there is none. */
export const whenAt = (spans: readonly Span[]): number =>
  spans.findIndex((span, at) => means(span, 'question', 'when') && isRelative(spans, at));

/** The spans of a clause that tells the time of what is asked, its "when" included. */
export function clauseOfTime(spans: readonly Span[]): ReadonlySet<Span> {
  const index = whenAt(spans);
  if (index < 0) return new Set();
  return new Set(spans.slice(index, clauseEnds(spans)[index] || undefined));
}

/** What happened then is no attribute that is asked, and no figure: each is a word of the circumstances. */
export const asCircumstance = (term: Term): Term =>
  term.role === 'attribute' ? asWord(term, FAINT) : term.role === 'number' ? { ...term, weight: FAINT } : term;
const FAINT = 0.3;
