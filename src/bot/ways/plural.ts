// "What good came of the unsold Mi 4s": a figure with an "s" may be a known model, in the plural, where a fact tells all that is said.

import type { Context } from '../context.ts';
import { askFit } from '../matching/fit.ts';
import { ASKED, type Finding, lookup, ONE_ANSWER } from '../matching/lookup.ts';
import { meaningOf, means, type Span } from '../reading/annotate.ts';
import { namingFamily } from '../reading/eponym.ts';
import type { Query } from '../reading/query.ts';

const PLURAL_MARK = /(\d)s(?![\p{L}\p{N}])/giu;
/** So much of the question must be met, in so many words that name no attribute, for the "s" to be a plural. */
const TOLD_OF_MANY = 2;

/**
 * What is found for the models of which the question speaks in the plural; undefined where the "s" may be part of a name.
 * @param read turns a text into a query
 */
export function plural(
  { text, unknownProduct = '' }: Query,
  scope: readonly string[],
  context: Context,
  read: (text: string) => Query,
): Finding | undefined {
  if (!/\ds$/i.test(unknownProduct)) return undefined;
  const query = read(text.replace(PLURAL_MARK, '$1'));
  if (query.unknownProduct) return undefined;
  const finding = lookup(query, scope, context);
  const [fact] = finding.groups[0]?.facts ?? [];
  if (!finding.accepted || !fact) return undefined;
  const { knowledge } = context;
  const told = query.terms.filter(
    (term) => term.role === 'content' && term.weight >= 0.5 && !finding.unaccounted.includes(term),
  );
  const tells = knowledge.attributes.get(fact.attribute)?.general === true;
  // How many were sold, or who had to do with them: of one model in the singular, neither is asked.
  const counts =
    !tells && fact.value.kind === 'quantity' && knowledge.units.get(fact.value.unit)?.dimension === 'count';
  const isWho = query.asks.has('who') && askFit(fact, query, context) >= ASKED;
  const sure = tells || counts || query.asks.has('how-many') || finding.content >= ONE_ANSWER;
  return sure && told.length >= (counts || isWho ? 1 : TOLD_OF_MANY) ? finding : undefined;
}

/** "Which of the 9s have …": the family that is called after one of its members, in the plural; undefined where none is meant. */
export function pluralFamily(asked: Query, context: Context, read: (text: string) => Query): Query | undefined {
  const { text, unknownProduct = '', superlative, operators } = asked;
  if (!/\ds$/i.test(unknownProduct)) return undefined;
  if (!superlative && !operators.has('compare') && !isChosenFrom(asked)) return undefined;
  const query = read(text.replace(PLURAL_MARK, '$1'));
  const named = namingFamily(query, context);
  return query.unknownProduct || named === query ? undefined : named;
}

/** "Which" right before the name, a verb right behind it. */
function isChosenFrom({ spans }: Query): boolean {
  const at = spans.findIndex(({ text }) => /\ds$/i.test(text));
  const isWhich = (span: Span | undefined): boolean =>
    span !== undefined && means(span, 'question', 'which') && !means(span, 'question', 'meaning');
  const [article, before] = [spans[at - 2], spans[at - 3]];
  const chosen = isWhich(article) || (article !== undefined && meaningOf(article, 'function') && isWhich(before));
  return chosen === true && spans[at + 1]?.meanings.some(({ kind }) => kind === 'question') === true;
}
