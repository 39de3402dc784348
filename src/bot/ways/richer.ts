// "The price with more RAM", "how much is the bigger one of the 9": of a product's variants, the one that has the most or the least.

import type { Context } from '../context.ts';
import { isPrice } from '../many/superlative.ts';
import { factsOf } from '../matching/groups.ts';
import { meaningOf, meaningsOf, means, type Span } from '../reading/annotate.ts';
import { measured } from '../reading/measure.ts';
import type { Query } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';

/** What the variant is told by: the most or the least of an attribute, or of all that sizes it. */
type Choice = { readonly pick: 'max' | 'min'; readonly by?: string };

/** The price of the variant that is meant; undefined where none is told from the others so, or no price is asked. */
export function richerVariant(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { mentions, implied, attributes, operators } = query;
  const { knowledge } = context;
  const [mention, ...others] = mentions;
  const [id, ...more] = mention?.ids ?? [];
  const isMoney = (one: string): boolean => knowledge.attributes.get(one)?.kind === 'money';
  const price = [...attributes, ...implied].find(isMoney) ?? context.implying.find((one) => isMoney(one.id))?.id;
  if (!mention || id === undefined || price === undefined || others.length + more.length > 0) return undefined;
  if (![...attributes, ...implied].some(isMoney) && !query.asks.has('how-much')) return undefined;
  if (['difference', 'compare', 'ratio'].some((one) => operators.has(one)) || query.constraints.length > 0)
    return undefined;
  const facts = factsOf(id, context);
  const sizing = new Set(
    facts.filter(({ variant, attribute }) => variant !== undefined && !isMoney(attribute)).map((one) => one.attribute),
  );
  const choice = choiceOf(query, mention.at, sizing);
  // "How much storage has the dearer one": of the variant, another thing is asked.
  if (!choice || (!choice.by && attributes.some((one) => sizing.has(one)))) return undefined;
  const priced = facts.filter(
    (fact) => fact.attribute === price && fact.variant !== undefined && isPrice(fact, query, context),
  );
  const by = choice.by;
  const sizes = measured(by ? facts.filter((fact) => fact.attribute === by && fact.variant) : priced, knowledge);
  const ordered = sizes.sort((a, b) => a.measure.low - b.measure.low);
  const best = choice.pick === 'max' ? ordered.at(-1) : ordered[0];
  if (!best || ordered[0]?.measure.low === ordered.at(-1)?.measure.low) return undefined;
  const found = priced.filter(({ variant }) => variant === best.fact.variant);
  const [first, ...rest] = found.map((fact) => composer.sentence(fact, query.units));
  return first === undefined ? undefined : { lead: first, lines: rest, facts: found };
}

/** "The higher one", "the base model": the variant that is meant by its place alone. @param at where the product is named */
export const pickOf = (query: Query, at: number): 'max' | 'min' | undefined => choiceOf(query, at, new Set())?.pick;

/** "With more RAM", "with the most storage", "the bigger 9", "the base model of the 9". */
function choiceOf({ spans, superlative }: Query, at: number, sizing: ReadonlySet<string>): Choice | undefined {
  const isNamed = (id: string): boolean => spans.some((span) => means(span, 'operator', id));
  const [top, base] = [isNamed('top-variant'), isNamed('base-variant')];
  if (top !== base) return { pick: top ? 'max' : 'min' };
  const by = superlative?.attribute;
  if (by !== undefined) return superlative && sizing.has(by) ? { pick: superlative.pick, by } : undefined;
  const place = spans.findIndex((span) => means(span, 'operator', 'more') || means(span, 'operator', 'less'));
  const [word, next] = [spans[place], spans[place + 1]];
  if (!word || !next || means(word, 'question', 'how-much')) return undefined;
  const pick = means(word, 'operator', 'more') ? 'max' : 'min';
  const own = attributesOf(next).find((id) => sizing.has(id));
  if (own) return { pick, by: own };
  return next.start === at && attributesOf(word).length === 0 ? { pick } : undefined;
}

const attributesOf = (span: Span): string[] =>
  meaningOf(span, 'attribute') ? meaningsOf(span, 'attribute').map(({ id }) => id) : [];
