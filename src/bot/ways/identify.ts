// Answers "what is CODENAME", "which phone is MODEL-NUMBER": what such a name stands for, every product that bears it.
import type { Fact } from '../../knowledge/model.ts';
import { fold } from '../../knowledge/text.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../matching/groups.ts';
import { CONDITION, type Query, type Term } from '../reading/query.ts';
import type { Composer, Draft } from '../telling/compose.ts';

const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
const namesIn = ({ value }: Fact): readonly string[] =>
  value.kind === 'text' ? [value.text.en] : value.kind === 'list' ? value.items.map(({ en }) => en) : [];

/** The product that a codename or model number stands for, or all that share it; undefined where the query asks for more. */
export function identified(query: Query, context: Context, composer: Composer): Draft | undefined {
  const { knowledge, root } = context;
  const mentions = query.mentions.filter(({ ids }) => !ids.includes(root));
  const [mention] = mentions;
  if (
    !mention ||
    mentions.length > 1 ||
    query.periods.length > 0 ||
    query.superlative ||
    query.operators.has('compare')
  )
    return undefined;
  if (!query.terms.every((term) => asksNothing(term, context))) return undefined;
  const text = fold(mention.text);
  const isNamed = (name: string): boolean =>
    bare(name) === bare(text) || text.startsWith(`${fold(name)} `) || text.endsWith(` ${fold(name)}`);
  const facts = mention.ids.flatMap((id) =>
    factsOf(id, context).filter(
      (fact) => knowledge.attributes.get(fact.attribute)?.identifies && namesIn(fact).some(isNamed),
    ),
  );
  const [first] = facts;
  if (!first) return undefined;
  const { format, messages } = composer;
  const subjects = [...new Set(facts.map(({ subject }) => subject))];
  const intros = subjects.flatMap((id) => {
    const intro = knowledge.subjects.get(id)?.intro;
    return intro ? [messages.say('which-of', { subject: format.subject(id), value: messages.text(intro) })] : [];
  });
  return {
    lead: messages.say('identified', {
      value: namesIn(first).find(isNamed) ?? mention.text,
      label: format.label(first.attribute),
      names: messages.list(subjects.map((id) => format.subject(id))),
    }),
    lines: intros,
    facts,
    timeless: true,
  };
}

/** A name, what kind of thing it is, "codename": nothing that is to be told of the product beyond which it is. */
const asksNothing = ({ role, weight, keys }: Term, context: Context): boolean =>
  role === 'subject' ||
  role === 'class' ||
  (role === 'attribute' &&
    keys.every((key) => {
      const attribute = key.startsWith('a:') ? context.knowledge.attributes.get(key.slice(2)) : undefined;
      return !attribute || attribute.identifies || attribute.introduces || isOfName(key, context);
    })) ||
  (role !== 'attribute' && weight < CONDITION);

/** Another attribute of the same name as one that identifies (a project's codename) asks for no more than that. */
const isOfName = (key: string, { knowledge, identifiers }: Context): boolean =>
  knowledge.attributes.get(key.slice(2))?.names.en?.some((name) => identifiers.has(name)) === true;
