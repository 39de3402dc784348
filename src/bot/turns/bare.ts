// A turn that is hardly more than a question word ("when?", "what did he get?"): it asks of what was spoken of, and of nothing else.
import type { Outcome } from '../attempt.ts';
import type { Context } from '../context.ts';
import { FORMED } from '../matching/fit.ts';
import { isMeasured, isNamed, type Query } from '../reading/query.ts';
import { asksChange, isEveryday, isOfOther } from './carried.ts';
import type { Memory } from './conversation.ts';
import { BARE_SPANS, CARRIED } from './fragment.ts';
import { timesIn } from './turns.ts';

/** "Who" is no longer asked where "when" is. */
export const isQuestionWord = ({ spans }: Query, at: number): boolean =>
  spans.some(({ start, meanings }) => start === at && meanings.some(({ kind }) => kind === 'question'));

export const isBare = ({ asks, pronouns, spans, terms, smalltalk, superlative, offer }: Query): boolean =>
  asks.size > 0 &&
  // "Which is cheapest" asks by itself.
  (superlative === undefined || !asks.has('which')) &&
  // "Which year was that" asks no more than "when".
  (pronouns.size === 0 || (asks.has('when') && terms.length === 0 && pronouns.size === 1 && pronouns.has('thing'))) &&
  spans.length <= BARE_SPANS &&
  terms.every(({ weight }) => weight < CARRIED) &&
  // "Is there an early offer": that price is asked for.
  !offer &&
  !smalltalk;

/** "Gross profit?": no more than the name of what is asked. */
export const isBareName = ({ asks, spans, terms }: Query): boolean =>
  asks.size === 0 && spans.length <= BARE_SPANS && terms.length > 0 && terms.every(isNamed);

/** What was said, and the time of the question before. */
export const inTime = ({ text }: Query, last: Query): string =>
  `${text.replace(/[?？\s]+$/, '')} ${timesIn(last)
    .map((span) => span.text)
    .join(' ')}`;

/** "What does he lead?", "and its rank?": nothing that the one spoken of has no part in, and of another company not what this one has. */
function isOfOthers(query: Query, { finding, scope }: Outcome, context: Context): boolean {
  const { knowledge, evidence, root } = context;
  const [id = ''] = scope;
  const [group] = finding.groups;
  if (query.mentions.length > 0 || group === undefined || group.subject === id) return false;
  if (isOfOther(query, id, context)) return group.subject === root;
  const asksPerson = query.pronouns.has('person') && knowledge.subjects.get(id)?.kind === 'person';
  return asksPerson && group.facts.every(({ index }) => evidence.strength(index, `s:${id}`) === 0);
}

/** "Which of them joined last?" is not told by when the first of them did. */
const isOfFirst = ({ asks, pronouns, mentions }: Query, { scope }: Outcome): boolean =>
  asks.has('which') && !asks.has('meaning') && pronouns.has('many') && mentions.length === 0 && scope.length === 1;

/** "How many nits at peak?", behind a product: told of others by nothing but an attribute that many have, it is no answer. */
const isOfOtherProducts = (
  { mentions, classes, constraints, superlative, asks, terms, pronouns }: Query,
  { finding: { groups } }: Outcome,
  { subjects, beside = [], set = [] }: Memory,
  { knowledge }: Context,
): boolean => {
  const isProduct = (id = ''): boolean => knowledge.subjects.get(id)?.kind === 'product';
  const others = pronouns.has('thing') ? [] : pronouns.has('many') ? [...beside, ...set] : beside;
  const spokenOf = new Set([...subjects, ...others]);
  return (
    isProduct(subjects[0]) &&
    mentions.length + classes.length + constraints.length === 0 &&
    superlative === undefined &&
    !asks.has('which') &&
    (terms.some(isMeasured) ||
      // "Is the glass gorilla", "is it 4K": asked of the one that was spoken of.
      pronouns.has('thing') ||
      (asks.size === 1 && asks.has('whether')) ||
      !terms.some((term) => term.role !== 'attribute' && groups.some(({ covered }) => (covered.get(term) ?? 0) > 0))) &&
    groups.length > 0 &&
    groups.every(({ subject }) => isProduct(subject) && !spokenOf.has(subject))
  );
};

/** "Which of them is the oldest", behind people: no product is. */
const isOfNoneOfThem = (
  { pronouns, superlative, mentions, classes, asks }: Query,
  { finding, draft: { facts = [] } }: Outcome,
  { subjects, set = [], told: before }: Memory,
  { knowledge }: Context,
): boolean => {
  const isProduct = (id = ''): boolean => knowledge.subjects.get(id)?.kind === 'product';
  const last = (before?.facts ?? []).slice(0, before?.last).flatMap((index) => knowledge.facts[index]?.subject ?? []);
  const told = facts.length > 0 ? facts.map(({ subject }) => subject) : finding.groups.map(({ subject }) => subject);
  return (
    (pronouns.has('many') || asks.has('which')) &&
    superlative !== undefined &&
    mentions.length + classes.length + set.length === 0 &&
    subjects.length + last.length > 0 &&
    ![...subjects, ...last].some(isProduct) &&
    told.every(isProduct)
  );
};

/** "Where?" asks of what was spoken of: is what was found told of something else? */
export const strays = (query: Query, found: Outcome, memory: Memory, context: Context): boolean =>
  isOfOthers(query, found, context) ||
  isOfOtherProducts(query, found, memory, context) ||
  isOfNoneOfThem(query, found, memory, context) ||
  ((memory.beside ?? []).length > 0 && isOfFirst(query, found)) ||
  (((isBare(query) && query.mentions.length === 0 && [...query.asks].some((id) => FORMED.has(id))) ||
    isEveryday(query) ||
    (query.mentions.length === 0 && asksChange(query, context))) &&
    !memory.subjects.includes(found.finding.groups[0]?.subject ?? ''));

/** "Does the 9A have it?": what was asked of another is asked of this one. */
export const havingIt = (query: Query): Query => {
  const { mentions, pronouns, asks, terms, operators } = query;
  const onlyNames = mentions.length > 0 && operators.size === 0 && terms.every(({ role }) => role === 'subject');
  const checks = asks.size === 1 && asks.has('whether');
  return onlyNames && checks && pronouns.has('thing') ? { ...query, followup: true, pronouns: new Set() } : query;
};

/** "And by how much?": the difference is asked for, and no price. */
export const withoutSum = (query: Query): Query =>
  query.operators.has('difference') && query.asks.size + query.terms.length + query.mentions.length === 0
    ? { ...query, implied: [] }
    : query;
