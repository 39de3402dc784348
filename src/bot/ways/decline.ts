// Says that something is not known, why, and what is known nearby: never a value that was not asked for as if it were.
import type { Fact } from '../../knowledge/model.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../matching/groups.ts';
import type { Finding } from '../matching/lookup.ts';
import { withMembers } from '../reading/members.ts';
import type { Query } from '../reading/query.ts';
import type { MissingVariant } from '../reading/variants.ts';
import type { Composer, Draft } from '../telling/compose.ts';

/** So many near names help; more are a list. */
const NEAR = 4;
const LABELS = 8;

export function declineProduct(name: string, context: Context, composer: Composer): Draft {
  const near = context.named.near(name, NEAR).map(({ id }) => composer.format.subject(id));
  const lines =
    near.length > 0 ? [composer.messages.say('near', { names: near.join(composer.messages.say('separator')) })] : [];
  return {
    kind: 'abstain',
    lead: composer.messages.say('unknown-product', { name }),
    lines,
    choices: near.map((label) => ({ label, ask: label })),
  };
}

export const declineVariant = ({ subject, text, held }: MissingVariant, { messages, format }: Composer): Draft => ({
  kind: 'abstain',
  lead: messages.say('unknown-variant', {
    subject: format.subject(subject),
    variant: text,
    variants: held.join(messages.say('separator')),
  }),
});

/** What fits best when nothing may be stated. */
export function decline(
  query: Query,
  finding: Finding,
  scope: readonly string[],
  context: Context,
  composer: Composer,
): Draft {
  const { messages, format } = composer;
  if (query.unknownProduct) return declineProduct(query.unknownProduct, context, composer);
  const outside = query.terms.find(({ role }) => role === 'outsider');
  if (outside && context.annotator.isName(outside.text.split(' ')[0] ?? ''))
    return declineProduct(outside.text, context, composer);
  // What is not known is asked of itself, whatever was spoken of before.
  const spokenOf = outside && query.pronouns.size === 0 ? [] : scope;
  const named = [...new Set([...query.mentions.flatMap(({ ids }) => ids), ...spokenOf])].find(
    (id) => id !== context.root,
  );
  if (outside && !named) return { kind: 'abstain', lead: messages.say('outsider') };
  const open = query.attributes.filter((id) => finding.unaccounted.some(({ keys }) => keys.includes(`a:${id}`)));
  // "How old is he" asks for no age of a company.
  const kind = context.knowledge.subjects.get(named ?? '')?.kind;
  const isOfKind = (id: string): boolean => kind === undefined || (context.holders.get(id)?.has(kind) ?? true);
  const isHeld = (id: string): boolean => kind !== undefined && context.holders.get(id)?.has(kind) === true;
  const asked = open.length > 0 ? open : query.attributes;
  const attribute = asked.find(isHeld) ?? asked.find(isOfKind) ?? asked[0];
  const label =
    attribute && !context.knowledge.attributes.get(attribute)?.general
      ? labelOf(attribute, query, context, composer)
      : undefined;
  if (named) {
    const all = bearersOf(named, query);
    const subject = messages.list(all.map((id) => format.subject(id)));
    const known = knownLabels(all, context, composer);
    const lines = known ? [messages.say('knows-of', { subject, labels: known })] : [];
    if (label) {
      const held = otherTerms(named, attribute as string, query, context, composer);
      // What is told of it otherwise than was asked is not unknown.
      const parts = withMembers([attribute as string], context.knowledge.attributes);
      const isKnown = !held && factsOf(named, context).some((fact) => parts.includes(fact.attribute));
      return {
        kind: 'abstain',
        lead: isKnown ? messages.say('unknown') : messages.say('unknown-attribute', { subject, label }),
        lines: held ? [held] : lines,
      };
    }
    return { kind: 'abstain', lead: messages.say('unknown'), lines };
  }
  if (label) return { kind: 'abstain', lead: messages.say('unknown-attribute-any', { label }) };
  return { kind: 'abstain', lead: messages.say('unknown') };
}

/** What many things are asked for by is called by its name; what nobody tells, as it was asked. */
function labelOf(attribute: string, { terms }: Query, { holders }: Context, { format, messages }: Composer): string {
  const asked = holders.has(attribute) ? undefined : terms.find(({ keys }) => keys.includes(`a:${attribute}`));
  return asked ? messages.say('as-asked', { text: asked.text }) : format.label(attribute);
}

/** The price is held in another currency, or the figure for another time: said as such. */
function otherTerms(
  subject: string,
  attribute: string,
  query: Query,
  context: Context,
  { messages, format }: Composer,
): string | undefined {
  const held = factsOf(subject, context).filter((fact) => fact.attribute === attribute);
  const [fact] = held;
  if (!fact || !query.currency || fact.value.kind !== 'money') return undefined;
  const currency = context.knowledge.currencies.get(query.currency);
  return messages.say('other-currency', {
    currency: currency ? messages.text(currency.show) : query.currency,
    subject: format.subject(subject),
    value: format.value(fact.value),
  });
}

/** All that a name stands for, where it is short for a few (a codename that three phones share): none is told for the others. */
function bearersOf(named: string, { mentions }: Query): readonly string[] {
  const ids = mentions.find((mention) => mention.ids.includes(named))?.ids ?? [];
  return ids.length > 1 && ids.length <= NEAR ? ids : [named];
}

/** What is known of all of them. */
function knownLabels(subjects: readonly string[], context: Context, { format, messages }: Composer): string {
  const specific = (fact: Fact): boolean => context.knowledge.attributes.get(fact.attribute)?.general !== true;
  const [first = new Set<string>(), ...others] = subjects.map(
    (subject) =>
      new Set(
        factsOf(subject, context)
          .filter(specific)
          .map((fact) => format.label(fact.attribute)),
      ),
  );
  const labels = [...first].filter((label) => others.every((own) => own.has(label)));
  return labels.slice(0, LABELS).join(messages.say('separator'));
}
