// "Highest refresh rate of anything you sell", "who has NFC", "anything with Wi-Fi 5": asked of all products, without a word for them.

import type { Context } from '../context.ts';
import { means, type Span } from '../reading/annotate.ts';
import { classOfAll, withMembers } from '../reading/members.ts';
import { opened } from '../reading/ordering.ts';
import { CONDITION, isNamed, type Query, type Term } from '../reading/query.ts';
import { asksWhatCame } from './came.ts';
import { namesValue } from './valued.ts';

/** Question words beside which a list of things may be meant. */
const OF_THINGS = new Set(['who', 'which', 'whether', 'list', 'meaning', 'define']);

/** The query, of all products, where it names none and asks for what only products have; else as it is. */
export function ofEverything(query: Query, context: Context): Query {
  const { mentions, classes, superlative, asks, terms, periods, parts } = query;
  const ofBrand = ofBrandNamed(query, context);
  if (ofBrand) return ofBrand;
  if (mentions.length + classes.length + parts.length > 0) return query;
  // "What else does it do besides …": leaves out a part of what one thing does.
  if (query.operators.has('besides')) return query;
  const top = classOfAll(context.knowledge);
  if (top === undefined) return query;
  // "What came out after August".
  if (periods.length > 0)
    return (opened(query) || asks.size === 0) && asksWhatCame(query, context) ? { ...query, classes: [top] } : query;
  if ([...asks].some((id) => !OF_THINGS.has(id))) return query;
  const { holders, knowledge } = context;
  const isOfProducts = (id: string): boolean => {
    const kinds = withMembers([id], knowledge.attributes).flatMap((one) => [...(holders.get(one) ?? [])]);
    return kinds.length > 0 && kinds.every((kind) => kind === 'product');
  };
  const by = superlative?.attribute;
  // "Overall": the whole range. "To buy": whatever it is.
  const others = terms.filter(({ keys }) => !keys.includes('c:total') && !keys.includes('c:buy'));
  if (by !== undefined) {
    const isDated = knowledge.attributes.get(by)?.kind === 'date';
    const idle = others.every((term) => term.weight < CONDITION || isAsked(term, isOfProducts));
    return idle && !isDated && isOfProducts(by) ? { ...query, classes: [top], terms: others } : query;
  }
  const isBound = query.constraints.some(({ amount }) => amount.currency !== undefined || query.implied.length > 0);
  const lists = asks.has('list') || query.spans.some(asksWhoHas) || query.spans.some(isIndefinite);
  const named = terms.filter(isNamed);
  const plain = terms.every((term) => isAsked(term, isOfProducts) || term.role === 'number' || term.weight < CONDITION);
  if (!lists || (named.length === 0 && !isBound) || !plain) return query;
  return {
    ...query,
    classes: [top],
    asks: new Set([...asks].filter((id) => id !== 'who').concat('which')),
    terms: terms.filter((term) => term.weight >= CONDITION),
  };
}

/** "Which <brand> comes in green": its products, where all that is said are values of products. */
function ofBrandNamed(query: Query, context: Context): Query | undefined {
  const { mentions, classes, superlative, asks, terms, constraints, spans } = query;
  const [mention, ...others] = mentions;
  const [id = ''] = mention?.ids ?? [];
  if (!mention || others.length + classes.length + constraints.length > 0 || superlative || id === context.root)
    return undefined;
  const at = spans.findIndex(({ start }) => start === mention.at);
  const isWhich = at > 0 && means(spans[at - 1] as Span, 'question', 'which');
  const top = classOfAll(context.knowledge);
  if (!isWhich || top === undefined || context.knowledge.subjects.get(id)?.kind !== 'company') return undefined;
  if ([...asks].some((ask) => ask !== 'which' && ask !== 'whether')) return undefined;
  const said = terms.filter(({ role, weight }) => role !== 'subject' && weight >= CONDITION);
  return said.length > 0 && said.every((term) => namesValue(term, context)) ? { ...query, classes: [top] } : undefined;
}

/** "Anything with", "something under": the word stands for a thing that meets what follows. */
const isIndefinite = (span: Span, index: number, spans: readonly Span[]): boolean => {
  const next = spans[index + 1];
  const leads = next?.meanings.some(({ kind }) => kind === 'function' || kind === 'comparator');
  return leads === true && means(span, 'operator', 'indefinite');
};

/** "Who has". */
const asksWhoHas = (span: Span, index: number, spans: readonly Span[]): boolean => {
  const next = spans[index + 1];
  return means(span, 'question', 'who') && next !== undefined && means(next, 'question', 'whether');
};

const isAsked = ({ role, keys }: Term, isOfProducts: (id: string) => boolean): boolean =>
  role === 'attribute' && keys.filter((key) => key.startsWith('a:')).every((key) => isOfProducts(key.slice(2)));
