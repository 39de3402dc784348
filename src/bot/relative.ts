// Products against one that is known: "phones lighter than this one", "is there a cheaper one".
import type { Fact } from '../knowledge/model.ts';
import { isA, listed } from './collection.ts';
import type { Composer, Draft } from './compose.ts';
import type { Context } from './context.ts';
import { factsOf } from './groups.ts';
import { type Measure, measure } from './measure.ts';
import type { Query } from './query.ts';
import { type Hit, isPrice } from './superlative.ts';

type Sized = { readonly fact: Fact; readonly own: Measure };

/**
 * Lists the products that have more, or less, of an attribute than one product; undefined where that is not asked.
 * @param scope what was spoken of before, for a question that names no product itself
 */
export function relate(
  query: Query,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const { knowledge } = context;
  const less = query.operators.has('less') || query.operators.has('earlier');
  if (less === (query.operators.has('more') || query.operators.has('later'))) return undefined;
  const anchor = anchorOf(query, scope, context);
  const attribute = attributeOf(query, anchor, context);
  if (!anchor || !attribute || query.constraints.length > 0) return undefined;
  const classes =
    query.classes.length > 0 ? query.classes : (knowledge.subjects.get(anchor)?.classes.slice(0, 1) ?? []);
  const bars = sizes(anchor, attribute, query, context);
  const hits: (Hit & { size: number })[] = [];
  for (const subject of knowledge.subjects.values()) {
    if (subject.kind !== 'product' || subject.members.length > 0 || subject.id === anchor) continue;
    if (!classes.some((asked) => subject.classes.some((own) => isA(own, asked, knowledge)))) continue;
    const beyond = sizes(subject.id, attribute, query, context).filter(({ own }) => {
      const bar = bars.filter((one) => one.own.dimension === own.dimension).map((one) => one.own);
      if (bar.length === 0) return false;
      return less
        ? own.low < Math.min(...bar.map(({ low }) => low))
        : own.high > Math.max(...bar.map(({ high }) => high));
    });
    const [first] = beyond;
    if (first)
      hits.push({ subject, facts: beyond.map(({ fact }) => fact), size: less ? first.own.low : -first.own.high });
  }
  hits.sort((a, b) => a.size - b.size);
  const bar: Hit = { subject: knowledge.subjects.get(anchor) as Hit['subject'], facts: bars.map(({ fact }) => fact) };
  return hits.length > 0 ? listed(hits, query, composer, bar) : none(bar, attribute, composer);
}

function none({ subject, facts }: Hit, attribute: string, { messages, format }: Composer): Draft {
  const values = facts.map(({ value }) => format.value(value)).join(messages.say('clause'));
  const condition = messages.say('fact', {
    subject: format.subject(subject.id),
    label: format.label(attribute),
    value: values,
  });
  return { lead: messages.say('list-none-beyond', { condition }), facts };
}

/** The one product that others are held against. */
function anchorOf(query: Query, scope: readonly string[], { knowledge }: Context): string | undefined {
  const products = [...new Set(query.mentions.flatMap(({ ids }) => ids.slice(0, 1)))].filter(
    (id) => knowledge.subjects.get(id)?.kind === 'product',
  );
  const [named] = products;
  const isOne = (id: string | undefined): id is string => (knowledge.subjects.get(id ?? '')?.members.length ?? 1) === 0;
  // A class or a list word asks for others: "is the 9A cheaper" is about itself.
  const others = query.classes.length > 0 || query.asks.has('list');
  if (products.length === 1 && isOne(named)) return others ? named : undefined;
  const [before] = scope;
  const asked = [...query.asks].every((id) => id === 'whether' || id === 'list');
  const product = knowledge.subjects.get(before ?? '')?.kind === 'product';
  return products.length === 0 && product && isOne(before) && query.pronouns.size === 0 && asked ? before : undefined;
}

function attributeOf(query: Query, anchor: string | undefined, { knowledge, ownFacts }: Context): string | undefined {
  const measured = (id: string): boolean =>
    ['quantity', 'money', 'date'].includes(knowledge.attributes.get(id)?.kind ?? '') &&
    (ownFacts.get(anchor ?? '') ?? []).some(({ attribute }) => attribute === id);
  const named = query.attributes.flatMap((id) => [id, ...(knowledge.attributes.get(id)?.members ?? [])]);
  return named.find(measured);
}

const sizes = (id: string, attribute: string, query: Query, context: Context): Sized[] =>
  factsOf(id, context).flatMap((fact): Sized[] => {
    const own = fact.attribute === attribute ? measure(fact.value, context.knowledge) : undefined;
    return own && (fact.value.kind !== 'money' || isPrice(fact, query, context)) ? [{ fact, own }] : [];
  });
