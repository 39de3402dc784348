// A question that asks two or more things ("when, and how much"): each part is answered by itself, or none is.

import type { Context } from '../context.ts';
import { isBesideTopic, isOfOtherProduct, type Topic, topicOf } from '../matching/belonging.ts';
import { type Finding, lookup, ONE_ANSWER } from '../matching/lookup.ts';
import { means, type Span } from '../reading/annotate.ts';
import type { MeaningKind } from '../reading/meaning.ts';
import { CONDITION, type Mention, type Query } from '../reading/query.ts';

const MOST_CLAUSES = 4;
const SEPARATORS =
  /\s*(?:[,;，；、&]|\+(?!\d)|\/(?!\d)|\s-\s|\?(?=\s*\S)|？(?=\s*\S)|(?<=\p{Script=Han})\s+(?=\p{Script=Han}))\s*/u;

/**
 * Answers each clause of a question.
 * @param whole what the question as one gave: kept where one fact answers it all
 * @param read turns a clause into a query
 * @returns the findings of all clauses in one, or `whole`
 */
export function lookupClauses(
  query: Query,
  whole: Finding,
  scope: readonly string[],
  read: (text: string) => Query,
  context: Context,
): Finding {
  if (whole.accepted && (whole.content >= ONE_ANSWER || whole.groups.length > 1)) return whole;
  const known = new Map<string, Finding | undefined>();
  for (const parts of splits(query)) {
    if (parts.every((part) => asksFor(read(part)))) continue; // questions of their own, not one in clauses
    if (parts.some((part) => isFigureOnly(read(part)))) continue;
    const topic = topicOf(query, whole, context);
    const found = answerAll(parts, query, scope, topic, known, read, context);
    if (found) return found;
  }
  return whole;
}

/** Signs that may stand within a word, and characters that stand for them while a question is cut: of private use, so nobody's. */
const SIGNS = '+&/';
const MASKS = '\ue000\ue001\ue002';
const swapped = (text: string, from: string, to: string): string =>
  [...text].map((sign) => to[from.indexOf(sign)] ?? sign).join('');

/** The ways to cut a question. */
export function splits(query: Query): string[][] {
  const [, topic = '', sign = '', rest = ''] = TOPIC.exec(query.text) ?? [];
  const isTopic = topic !== '' && isTopicOf(topic.toLowerCase(), !/[:：]/.test(sign), query);
  const ofTopic = isTopic ? cuts({ ...query, text: rest }).map((parts) => parts.map((part) => `${topic} ${part}`)) : [];
  return [...ofTopic, ...cuts(query)];
}
const TOPIC = /^([^:：,?]{2,40}?)([:：,]|\s[-–—])\s+(\S.*)$/u;

/** "The campus: cost, size": what stands before a colon is what each part is asked of; before a comma or a dash, the only name by itself. */
function isTopicOf(topic: string, isName: boolean, { spans, mentions }: Query): boolean {
  const said = spans.filter(({ text }) => topic.includes(text));
  const isOf = ({ meanings }: Span, kind: MeaningKind): boolean => meanings.some((one) => one.kind === kind);
  return isName ? mentions.length === 1 && mentions[0]?.text === topic : !said.some((span) => isOf(span, 'question'));
}

/** At every sign of enumeration, at the words for "and", and at both. */
function cuts({ text, spans }: Query): string[][] {
  // "R&D", "smartphone+AIoT", "w/": a sign within what is known as one does not cut it.
  const joined = spans.filter(({ text: phrase, meanings }) => meanings.length > 0 && /\S[+&/]/.test(phrase));
  const masked = joined.reduce(
    (rest, { text: phrase }) =>
      rest.replace(new RegExp(RegExp.escape(phrase), 'giu'), (found) => swapped(found, SIGNS, MASKS)),
    text,
  );
  const bySign = masked
    .split(SEPARATORS)
    .map((part) => (joined.length === 0 ? part : swapped(part, MASKS, SIGNS)))
    .filter((part) => /\p{L}/u.test(part));
  const isConjunction = (span: Span): boolean =>
    (means(span, 'operator', 'and') || means(span, 'operator', 'or')) && /\p{L}/u.test(span.text);
  const conjunctions = new Set(spans.filter(isConjunction).map(({ text: word }) => word));
  const byWord = (part: string): string[] => {
    let pieces = [part];
    for (const word of conjunctions) pieces = pieces.flatMap((piece) => cutAt(piece, word));
    return pieces;
  };
  const ways = [bySign.flatMap(byWord), bySign, byWord(text)];
  return ways.filter(
    (parts, index) =>
      parts.length > 1 &&
      parts.length <= MOST_CLAUSES &&
      ways.findIndex((other) => other.join('|') === parts.join('|')) === index,
  );
}

/** A bare figure between commas is part of an enumeration, not a question. */
export const isFigureOnly = ({ terms }: Query): boolean =>
  terms.length > 0 && terms.every(({ role }) => role === 'number');

const isProduct = (id: string | undefined, { knowledge }: Context): boolean =>
  knowledge.subjects.get(id ?? '')?.kind === 'product';

/** Question words that also introduce other things than a question of their own. */
const WEAK = new Set(['whether', 'meaning', 'define', 'list']);
/** Has a question word of its own. */
export const asksFor = ({ asks }: Query): boolean => [...asks].some((id) => !WEAK.has(id));

function cutAt(text: string, word: string): string[] {
  const edge = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word) ? '\\s' : '';
  return text
    .split(new RegExp(`${edge}${RegExp.escape(word)}${edge}`, 'iu'))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function firstAccepted(
  clause: Query,
  whole: Query,
  scopes: readonly (readonly string[])[],
  context: Context,
): Finding | undefined {
  for (const scope of scopes) {
    // What the question itself names is named in each of its clauses; what was spoken of before is their scope.
    const own = whole.mentions.find(({ ids }) => ids[0] === scope[0] && scope.length > 0);
    const finding = own ? lookup(naming(clause, own, whole), [], context) : lookup(clause, scope, context);
    if (finding.accepted) return finding;
  }
  return undefined;
}

const naming = (clause: Query, mention: Mention, { terms }: Query): Query => ({
  ...clause,
  mentions: [...clause.mentions, mention],
  terms: [
    ...terms.filter(({ role, keys }) => role === 'subject' && mention.ids.some((id) => keys.includes(`s:${id}`))),
    ...clause.terms,
  ],
});

/** "The chairman - who, and since when there": the next clause is of whom the one before tells. */
function personIn(finding: Finding | undefined, { knowledge }: Context): readonly string[] {
  const value = finding?.groups[0]?.facts[0]?.value;
  const [id = '', ...others] = value?.kind === 'subject' ? value.ids : [];
  return others.length === 0 && knowledge.subjects.get(id)?.kind === 'person' ? [id] : [];
}

function answerAll(
  parts: readonly string[],
  query: Query,
  scope: readonly string[],
  topic: Topic,
  known: Map<string, Finding | undefined>,
  read: (text: string) => Query,
  context: Context,
): Finding | undefined {
  const findings: Finding[] = [];
  const clauses: Query[] = [];
  const named = query.mentions.flatMap(({ ids }) => ids.slice(0, 1)).filter((id) => id !== context.root);
  for (const part of parts) {
    const own = read(part);
    const told = clauses.at(-1);
    // "… and when was that": the same again, asked otherwise.
    const base =
      told && own.terms.every(({ weight }) => weight < CONDITION) && own.asks.size > 0
        ? { ...told, asks: own.asks }
        : own;
    const clause = {
      ...base,
      periods: own.periods.length + own.parts.length > 0 ? own.periods : query.periods,
      parts: own.periods.length + own.parts.length > 0 ? own.parts : query.parts,
    };
    const before = findings.at(-1)?.groups[0]?.subject;
    const inherited = base.mentions.some(({ ids }) => !ids.includes(context.root))
      ? [[]]
      : [
          ...[
            named.slice(0, 1),
            scope.slice(0, 1),
            before && before !== context.root ? [before] : [],
            personIn(findings.at(-1), context),
          ].filter(({ length }) => length > 0),
          // What one thing is asked for is not answered by another.
          ...(isProduct(named[0] ?? scope[0] ?? before, context) ? [] : [[]]),
        ];
    const key = `${part}\n${inherited.join(';')}`;
    if (!known.has(key)) known.set(key, firstAccepted(clause, query, inherited, context));
    const finding = known.get(key);
    const answers = finding?.groups.flatMap(({ facts }) => facts) ?? [];
    if (!finding || isBesideTopic(own, answers, topic, context)) return undefined;
    if (before !== undefined && isOfOtherProduct(own, answers, [before, ...scope, ...named], context)) return undefined;
    findings.push(finding);
    clauses.push(clause);
  }
  const groups = findings
    .flatMap(({ groups: own }) => own)
    .filter((group, index, all) => all.findIndex((other) => other.facts[0] === group.facts[0]) === index);
  return {
    groups,
    unaccounted: [],
    content: Math.min(...findings.map(({ content }) => content)),
    accepted: true,
    candidates: findings.flatMap(({ candidates }) => candidates),
    score: Math.min(...findings.map(({ score }) => score)),
  };
}
