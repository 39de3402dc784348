// Products against one that is known: "phones lighter than this one", "is there a cheaper one".
import type { Fact, Subject } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../matching/groups.ts';
import { isNumeric } from '../reading/measure.ts';
import { withMembers } from '../reading/members.ts';
import type { Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { onlyOneOf } from '../turns/carried.ts';
import { againstOnly, onlyBeside } from './beside.ts';
import { beyond } from './beyond.ts';
import { compared } from './comparison.ts';
import { listed } from './listing.ts';
import { type Hit, isPrice } from './superlative.ts';

/**
 * Lists the products that have more, or less, of an attribute than one product; undefined where that is not asked.
 * @param scope what was spoken of before, for a question that names no product itself
 */
export function relate(
  asked: Query,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft | undefined {
  const { knowledge } = context;
  const query = againstOnly(asked, context);
  const less = query.operators.has('less') || query.operators.has('earlier');
  if (less === (query.operators.has('more') || query.operators.has('later'))) return undefined;
  // "Which is cheaper, the earphones or the band": both are named.
  if (query.operators.has('or') && compared(query, scope, context).length > 1) return undefined;
  // … and "is the band cheaper than the earbuds", of which there is one.
  if (onlyBeside(query, scope, context).length > 0) return undefined;
  const anchor = anchorOf(query, scope, context);
  const attribute = attributeOf(query, anchor, context);
  if (!anchor || !attribute || query.constraints.length > 0) return undefined;
  // "The cheaper one of your earphones": there is but this one. "Is there a cheaper one" asks for none beside it.
  if (!query.asks.has('whether') && onlyOneOf(query, context) === anchor) return undefined;
  const { subjects } = knowledge;
  const classes = query.classes.length > 0 ? query.classes : (subjects.get(anchor)?.classes.slice(0, 1) ?? []);
  const bar: Hit = { subject: subjects.get(anchor) as Subject, facts: valuesOf(anchor, attribute, query, context) };
  const found = beyond(bar, attribute, classes, less, query, context);
  return found.places.length > 0 ? listed(found, query, composer, bar) : none(bar, attribute, composer);
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
  // "Is the company bigger than that other one" sets two others against each other.
  const isUnnamed = query.mentions.length === 0 && !query.terms.some(({ role }) => role === 'outsider');
  return isUnnamed && product && isOne(before) && query.pronouns.size === 0 && asked ? before : undefined;
}

function attributeOf(query: Query, anchor: string | undefined, { knowledge, ownFacts }: Context): string | undefined {
  const measured = (id: string): boolean =>
    isNumeric(id, knowledge) && (ownFacts.get(anchor ?? '') ?? []).some(({ attribute }) => attribute === id);
  const named = withMembers(query.attributes, knowledge.attributes);
  return named.find(measured);
}

/** What the one has of the attribute: of prices, the kind that is asked for. */
const valuesOf = (id: string, attribute: string, query: Query, context: Context): Fact[] =>
  factsOf(id, context).filter(
    (fact) => fact.attribute === attribute && (fact.value.kind !== 'money' || isPrice(fact, query, context)),
  );
