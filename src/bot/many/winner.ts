// "The chip of the cheapest one": what is asked of the product that has the most or the least, and of one product's variants.

import type { Fact } from '../../knowledge/model.ts';
import { HAN } from '../../knowledge/text.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../matching/groups.ts';
import { meaningOf, means } from '../reading/annotate.ts';
import { measured } from '../reading/measure.ts';
import { withMembers } from '../reading/members.ts';
import { isMeasured, type Query, type Term } from '../reading/query.ts';
import { sizesNamed } from '../reading/variants.ts';
import type { Composer, Draft } from '../telling/compose.ts';
import { alsoNaming } from '../turns/carried.ts';
import { domainOf } from './gathering.ts';
import { isPrice, winnersOf } from './superlative.ts';
import { namesValue } from './valued.ts';

/** "The cheapest version" asks for one, not for which there are: does a term name what lists the variants of a product? */
export function listsVariants({ keys }: Term, { knowledge, ownFacts }: Context, subjects: readonly string[]): boolean {
  const products = withMembers(subjects, knowledge.subjects);
  return products.some((id) => {
    const facts = ownFacts.get(id) ?? [];
    return facts.some(
      ({ attribute, value }) =>
        keys.includes(`a:${attribute}`) &&
        value.kind === 'list' &&
        value.items.some(({ en }) => facts.some(({ variant }) => variant === en)),
    );
  });
}

/** Does a term stand for the attribute, or for a group that holds it? */
const isOf = ({ keys }: Term, attribute: string, { knowledge }: Context): boolean =>
  keys.some(
    (key) =>
      key.startsWith('a:') &&
      (key === `a:${attribute}` || knowledge.attributes.get(key.slice(2))?.members.includes(attribute) === true),
  );

/** "The cheapest phone with NFC": what some have, named behind the kind that is sought, where it is not asked whether that one has it. */
export function isCondition(term: Term, { spans }: Query, context: Context): boolean {
  const top = spans.findIndex((span) => meaningOf(span, 'superlative'));
  const asks = spans.slice(0, top).some((span) => means(span, 'question', 'whether'));
  const head = spans.findIndex((span, at) => at > top && (meaningOf(span, 'class') ?? meaningOf(span, 'subject')));
  const between = spans.slice(
    head + 1,
    spans.findIndex(({ start }) => start === term.at),
  );
  const isJoined =
    between.length > 0 &&
    between.every((span) => meaningOf(span, 'function') ?? meaningOf(span, 'numeral') ?? span.amount);
  // "With 4 cameras".
  const isCounted = between.some(({ amount, meanings }) => amount ?? meanings.find(({ kind }) => kind === 'numeral'));
  const isSaid = isJoined || leadsTo(term, spans, head);
  return !asks && head >= 0 && isSaid && (isCounted || namesValue(term, context));
}

/** "支持快充的最便宜的手机": in Chinese a condition stands before the kind, with nothing between but grammar and what is most. */
function leadsTo({ at, text }: Term, spans: Query['spans'], head: number): boolean {
  const place = spans.findIndex(({ start }) => start === at);
  const between = spans.slice(place + 1, head);
  const isQuiet = (span: Query['spans'][0]): boolean =>
    (meaningOf(span, 'function') ?? meaningOf(span, 'superlative')) !== undefined;
  return place < head && HAN.test(text + (between[0]?.text ?? '')) && between.length > 0 && between.every(isQuiet);
}

/** The query, of the one product that has the most or the least of something else than what is asked; undefined where none has. */
export function ofWinner(query: Query, context: Context): Query | undefined {
  const { superlative, classes, mentions, terms, constraints, periods } = query;
  const { knowledge, columns, root } = context;
  const by = superlative?.attribute;
  if (by === undefined || knowledge.attributes.get(by)?.kind === 'date' || constraints.length + periods.length > 0)
    return undefined;
  const about = mentions.flatMap(({ ids }) => ids);
  const others = terms.filter(
    (term) =>
      isMeasured(term) &&
      !isOf(term, by, context) &&
      !listsVariants(term, context, about) &&
      !isCondition(term, query, context),
  );
  if (others.length === 0 || mentions.length > 1) return undefined;
  const named = about.filter((id) => id !== root);
  const families = named.filter((id) => (knowledge.subjects.get(id)?.members.length ?? 0) > 1);
  if (named.length > families.length || families.length + classes.length === 0) return undefined;
  const domain = domainOf(classes, families, context);
  const [first] = winnersOf((place) => domain[place] === 1, by, query, context);
  const ids = new Set((first ?? []).map(({ place }) => columns.subjects[place]));
  const [winner] = ids;
  if (winner === undefined || ids.size > 1) return undefined;
  const kept = terms.filter(({ role }) => role !== 'subject' && role !== 'class');
  return alsoNaming(
    {
      ...query,
      superlative: undefined,
      classes: [],
      mentions: [],
      terms: kept.filter((term) => !isOf(term, by, context)),
      attributes: query.attributes.filter((id) => id !== by),
    },
    winner,
  );
}

/** "The cheapest of that phone": of its variants, the one with the most or the least. */
export function bestVariant(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { superlative, mentions, terms } = query;
  const by = superlative?.attribute;
  const [mention, ...others] = mentions;
  const subject = context.knowledge.subjects.get(mention?.ids[0] ?? '');
  if (by === undefined || others.length > 0 || mention?.ids.length !== 1) return undefined;
  if (subject?.kind !== 'product' || subject.members.length > 0) return undefined;
  if (terms.some((term) => isMeasured(term) && !isOf(term, by, context) && !listsVariants(term, context, [subject.id])))
    return undefined;
  // "The cheapest way to get the one with 128 GB".
  const sizes = sizesNamed(query);
  const isSized = ({ variant = '' }: Fact): boolean => sizes.every((size) => variant.toLowerCase().includes(size));
  const own = factsOf(subject.id, context).filter((fact) => fact.attribute === by && isSized(fact));
  // What comes in one form has its usual price and one for a while.
  const isMoney = context.knowledge.attributes.get(by)?.kind === 'money';
  const isOne = isMoney && own.every(({ variant }) => variant === undefined);
  const facts = own.filter((fact) => (isOne || fact.variant !== undefined) && isPrice(fact, query, context));
  const ordered = measured(facts, context.knowledge).sort((a, b) => a.measure.low - b.measure.low);
  const best = superlative?.pick === 'max' ? ordered.at(-1) : ordered[0];
  if (!best || ordered.length < (isOne || sizes.length > 0 ? 1 : 2)) return undefined;
  const { format, messages } = composer;
  // "The lowest price of it": one for a while may have been lower yet.
  const [lowest] = measured(own, context.knowledge).sort((a, b) => a.measure.low - b.measure.low);
  const isLower = superlative?.pick === 'min' && lowest !== undefined && lowest.measure.low < best.measure.low;
  return {
    lead: messages.say('superlative', {
      subject: format.subject(subject.id),
      value: format.value(best.fact.value, query.units),
      label: [format.label(by), ...composer.qualifiers(best.fact)].join(messages.say('separator')),
    }),
    lines: isLower ? [composer.sentence(lowest.fact, query.units)] : [],
    facts: isLower ? [best.fact, lowest.fact] : [best.fact],
  };
}
