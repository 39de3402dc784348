// What a query asks for, once it is known whom it names: an attribute that it implies, a name that is but a word.

import type { Context } from '../context.ts';
import { meaningsOf, means, type Span } from './annotate.ts';
import { asCount } from './counting.ts';
import { ofFamily } from './eponym.ts';
import { isFigure } from './measure.ts';
import { isDay } from './periods.ts';
import { askingFor, asWord, CONDITION, isMeasured, type Query, type Term } from './query.ts';
import { bothVariants } from './variants.ts';

/**
 * The query with its attributes as they are meant of those that it names.
 * @param scope subjects carried over from the conversation, where the query names none
 */
export const meant = (query: Query, scope: readonly string[], context: Context): Query =>
  fitting(
    enumerated(
      withImplied(
        placedOnList(scored(howBig(ofFamily(bothVariants(query, context), context), context), context), context),
        scope,
        context,
      ),
      scope,
      context,
    ),
    scope,
    context,
  );

/**
 * "The company, in that list": who makes a list and the place on it have one name. Beside the company's own, a year or a word for such
 * places, the place is meant.
 */
function placedOnList(query: Query, { root, knowledge }: Context): Query {
  const groups = new Set(query.attributes.flatMap((id) => knowledge.attributes.get(id)?.members ?? []));
  const isNamed = query.mentions.some(({ ids }) => ids.includes(root));
  const isDated = query.periods.length > 0 && query.mentions.length === 1;
  const idle = query.terms.every(
    ({ role, weight, keys }) =>
      role === 'subject' ||
      weight < CONDITION ||
      keys.some((key) => knowledge.attributes.get(key.slice(2))?.kind === 'group'),
  );
  if (!idle || query.asks.has('who') || query.asks.has('when')) return query;
  const terms = query.terms.map((term): Term => {
    const span = query.spans.find(({ start }) => start === term.at);
    const ids = term.role === 'subject' && span ? meaningsOf(span, 'attribute').map(({ id }) => id) : [];
    const meant = ids.filter(
      (id) =>
        knowledge.attributes.get(id)?.kind === 'quantity' && (isNamed || isDated || query.followup || groups.has(id)),
    );
    return meant.length > 0 ? { ...term, role: 'attribute', keys: meant.map((id) => `a:${id}`) } : term;
  });
  return withTerms(query, terms);
}

/** The query with these terms: who is named by a span that is read as an attribute is not spoken of. */
function withTerms(query: Query, terms: readonly Term[]): Query {
  const isAttribute = (at: number): boolean => terms.some((term) => term.role === 'attribute' && term.at === at);
  const mentions = query.mentions.filter(({ at }) => !isAttribute(at));
  const isSame = mentions.length === query.mentions.length && terms.every((term, index) => term === query.terms[index]);
  return isSame ? query : { ...query, terms, mentions };
}

/** "How big is its market value", "how big is the tank (battery)": asks for that, and for no dimensions. */
function howBig(query: Query, { knowledge }: Context): Query {
  const isGroup = (key: string): boolean => knowledge.attributes.get(key.slice(2))?.kind === 'group';
  const wide = query.terms.find(
    (term) => term.role === 'attribute' && !isMeasured(term) && term.text.includes(' ') && term.keys.some(isGroup),
  );
  if (!wide || query.operators.has('and')) return query;
  const next = query.terms.find(({ at, role }) => at > wide.at && role !== 'subject');
  const measures = ({ keys }: Term): boolean =>
    keys.some((key) => isFigure(knowledge.attributes.get(key.slice(2))?.kind));
  const members = wide.keys.flatMap((key) => knowledge.attributes.get(key.slice(2))?.members ?? []);
  if (!next || !isMeasured(next) || !measures(next) || next.keys.some((key) => members.includes(key.slice(2))))
    return query;
  const ids = new Set(wide.keys.map((key) => key.slice(2)));
  return {
    ...query,
    terms: query.terms.filter((term) => term !== wide),
    attributes: query.attributes.filter((id) => !ids.has(id)),
  };
}

/** "That phone's zoom and the magazine's name": who gives marks and the mark have one name. Beside a product that has it, the mark is meant. */
function scored(query: Query, { knowledge, ownFacts }: Context): Query {
  const products = query.mentions
    .flatMap(({ ids }) => ids)
    .filter((id) => knowledge.subjects.get(id)?.kind === 'product');
  if (products.length !== 1 || query.mentions.length < 2 || !query.terms.some(isMeasured)) return query;
  const own = new Set((ownFacts.get(products[0] ?? '') ?? []).map(({ attribute }) => attribute));
  const terms = query.terms.map((term): Term => {
    const span = query.spans.find(({ start }) => start === term.at);
    const ids = term.role === 'subject' && span ? meaningsOf(span, 'attribute').map(({ id }) => id) : [];
    const meant = ids.filter((id) => own.has(id));
    return meant.length > 0 ? { ...term, role: 'attribute', keys: meant.map((id) => `a:${id}`) } : term;
  });
  return withTerms(query, terms);
}

/** "When did she give him phones": beside these a class of things is no product that is asked of. */
const OTHERS = new Set<string>(['person', 'event', 'place']);

/** "How much money from phones did the company get in that half": what it took in, and no price of the things. */
function takesIn({ spans, mentions, periods, asks }: Query, root: string): boolean {
  const own = mentions.find(({ ids }) => ids.includes(root));
  const at = spans.findIndex(({ start }) => start === own?.at);
  return at > 0 && periods.length > 0 && asks.has('how-much') && means(spans[at - 1] as Span, 'question', 'whether');
}

/** Of a product, "how much is it" asks for the price: the attribute joins the query's own. */
function withImplied(asked: Query, scope: readonly string[], context: Context): Query {
  const { knowledge } = context;
  const query = takesIn(asked, context.root) ? { ...asked, implied: [] } : asked;
  const about = [...scope, ...query.mentions.flatMap(({ ids }) => ids)];
  const isNamed = about.some((id) => knowledge.subjects.get(id)?.kind === 'product');
  const products =
    isNamed ||
    query.superlative !== undefined ||
    (query.classes.length > 0 && !about.some((id) => OTHERS.has(knowledge.subjects.get(id)?.kind ?? '')));
  const extreme = extremeOf(query, knowledge);
  // "Who makes those phones": what is told in words is asked of a product by name.
  const implied = query.implied.filter((id) => isNamed || knowledge.attributes.get(id)?.kind !== 'text');
  const ids = [...implied, ...(extreme ? [extreme] : [])];
  if (ids.length === 0) return query;
  const named = ids.map(askingFor);
  const others = about.filter((id) => id !== context.root);
  const differs = ['difference', 'compare', 'more', 'less'].some((id) => query.operators.has(id));
  const sums =
    differs || query.mentions.length === 0 ? [] : named.flatMap((term) => asSum(term, query, others, context) ?? []);
  const terms = products ? named : sums;
  if (terms.length === 0) return query;
  return { ...query, attributes: [...query.attributes, ...ids], terms: [...query.terms, ...terms] };
}

/** "Its resolution, aspect and curve": an everyday word among the attributes that are asked of a product is one of them, where it has that. */
function enumerated(query: Query, scope: readonly string[], { knowledge, ownFacts }: Context): Query {
  const { spans, terms, mentions } = query;
  const weak = ({ role, weight }: Term): boolean => role === 'attribute' && weight < CONDITION;
  if (!terms.some(weak) || !terms.some(isMeasured)) return query;
  const products = [...scope, ...mentions.flatMap(({ ids }) => ids)].filter(
    (id) => knowledge.subjects.get(id)?.kind === 'product',
  );
  const has = (key: string): boolean =>
    key.startsWith('a:') &&
    !knowledge.attributes.get(key.slice(2))?.general &&
    products.some((id) => (ownFacts.get(id) ?? []).some(({ attribute }) => attribute === key.slice(2)));
  const joins = (span: Span | undefined): boolean => span !== undefined && means(span, 'operator', 'and');
  const isListed = ({ at }: Term): boolean => {
    const place = spans.findIndex(({ start }) => start === at);
    const next = spans[place + 1];
    return (
      place > 0 && (spans[place]?.pause === true || joins(spans[place - 1]) || next?.pause === true || joins(next))
    );
  };
  return {
    ...query,
    terms: terms.map((term) => (weak(term) && term.keys.some(has) && isListed(term) ? { ...term, weight: 1 } : term)),
  };
}

/** "How thin at its thinnest": of one product that is named, the most or the least of a measure is the measure itself. */
function extremeOf(
  { superlative, mentions, classes, attributes }: Query,
  knowledge: Context['knowledge'],
): string | undefined {
  const by = superlative?.attribute;
  const [only, ...others] = new Set(mentions.flatMap(({ ids }) => ids.slice(0, 1)));
  const subject = knowledge.subjects.get(only ?? '');
  const alone = others.length === 0 && subject?.kind === 'product' && subject.members.length === 0;
  const measures = by !== undefined && knowledge.attributes.get(by)?.kind === 'quantity';
  return alone && measures && classes.length === 0 && !attributes.includes(by) ? by : undefined;
}

/**
 * "How big would the loss have been" asks for no dimensions: where no subject of the asked kind has an attribute, its name
 * is a word like others. An attribute that nothing has stays what is asked.
 */
function fitting(query: Query, scope: readonly string[], context: Context): Query {
  const { knowledge, holders, root } = context;
  const named = [...scope, ...query.mentions.flatMap(({ ids }) => ids)].filter((id) => id !== root);
  const kinds = new Set(named.map((id) => knowledge.subjects.get(id)?.kind));
  // What is asked of a thing from outside is asked in earnest.
  if (query.superlative || query.constraints.length > 0 || query.terms.some(({ role }) => role === 'outsider'))
    return query;
  // "POCO phones with 5G": a brand and a class ask for products, whatever the brand itself has.
  if (query.classes.length > 0 && named.every((id) => knowledge.subjects.get(id)?.kind === 'company')) return query;
  const measured = query.terms.filter(isMeasured);
  const meaning = query.asks.has('meaning') || query.asks.has('define');
  const asked = query.terms.filter(({ role, weight }) => role !== 'subject' && !(meaning && weight < CONDITION));
  if (named.length === 0 && measured.length === asked.length) return query;
  const [only] = asked.filter(isMeasured);
  const ofMarket = [...kinds].every((kind) => kind === 'place') && isOfMarket(only, asked, query);
  // What is told market by market is asked of one where nothing else is asked.
  const alone = asked.every(({ role, weight, at }) => at === only?.at || role === 'class' || weight < CONDITION);
  const counts = query.asks.has('how-many') || query.asks.has('how-much');
  // "Who were the partners announced on that day": the day is given.
  const dated = query.asks.has('who') && query.periods.some(isDay);
  // "How did he join", "why was it listed": not when.
  const isHow = (query.asks.has('how') || query.asks.has('why')) && !query.asks.has('when');
  const meant = ({ keys }: Term): boolean =>
    keys.some((key) => {
      if (!key.startsWith('a:')) return false;
      const isDate = knowledge.attributes.get(key.slice(2))?.kind === 'date';
      if (isDate && (dated || (isHow && !isHeldBy(key.slice(2), named, context)))) return false;
      // "How many partners run it" asks for no chief: a person is no answer to how many.
      if (counts && knowledge.attributes.get(key.slice(2))?.kind === 'subject') return false;
      const has = holders.get(key.slice(2));
      return (
        has === undefined ||
        [...has].some((kind) =>
          named.length === 0 || ofMarket ? kind !== 'product' : kinds.has(kind) && (kind !== 'place' || alone),
        ) ||
        isToldOf(key, named, context)
      );
    });
  const others = measured.filter((term) => !meant(term));
  if (others.length === 0) return query;
  const count = others.map((term) => asCount(term, context)).find((one) => one !== undefined);
  const terms = query.terms.flatMap((term): Term[] =>
    !others.includes(term)
      ? [term]
      : asCount(term, context)
        ? []
        : [asSum(term, query, named, context) ?? asWord(term)],
  );
  return count ? { ...query, ...count, terms, asks: new Set([...query.asks, 'how-many']) } : { ...query, terms };
}

const isHeldBy = (attribute: string, ids: readonly string[], { ownFacts }: Context): boolean =>
  ids.some((id) => ownFacts.get(id)?.some((fact) => fact.attribute === attribute));

/** What is measured in a market is the company's: the full name of nothing but that is no word, though it is not told of that market. */
const isOfMarket = (only: Term | undefined, asked: readonly Term[], { units, asks }: Query): boolean =>
  only !== undefined &&
  only.words.length > 1 &&
  asked.every((term) => term === only || (term.role !== 'attribute' && term.weight < CONDITION)) &&
  units.length === 0 &&
  [...asks].every((id) => id === 'which' || id === 'meaning');

/** Is some fact of the attribute told of one of the named, whoever's it is: the views of a person's post about a building? */
const isToldOf = (key: string, named: readonly string[], { knowledge, evidence }: Context): boolean =>
  [...evidence.postings(key).facts].some(
    (fact) =>
      knowledge.facts[fact]?.attribute === key.slice(2) && named.some((id) => evidence.strength(fact, `s:${id}`) > 0),
  );

/** What is paid for, though it has no price. */
const PAID_FOR: ReadonlySet<string> = new Set(['event', 'programme', 'place']);

/** "What did they pay for the plant", "how much is the prize": of what has no price, the sum that is told of it. */
function asSum(term: Term, { asks }: Query, named: readonly string[], context: Context): Term | undefined {
  const { knowledge, ownFacts, holders } = context;
  const isPrice = (id: string): boolean =>
    knowledge.attributes.get(id)?.kind === 'money' && [...(holders.get(id) ?? [])].every((kind) => kind === 'product');
  const [subject = '', ...others] = named;
  const kind = knowledge.subjects.get(subject)?.kind;
  if (others.length > 0 || kind === undefined || !PAID_FOR.has(kind) || asks.has('who')) return undefined;
  if (!term.keys.some((key) => isPrice(key.slice(2)))) return undefined;
  const sums = (ownFacts.get(subject) ?? []).filter(({ value }) => value.kind === 'money');
  const ids = new Set(sums.map(({ attribute }) => attribute));
  return ids.size === 1 ? { ...term, keys: [...ids].map((id) => `a:${id}`), words: [] } : undefined;
}
