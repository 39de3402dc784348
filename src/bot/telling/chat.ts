// Greetings, thanks, help and sources: what is said without stating a fact about the company.
import Fuse from 'fuse.js';
import type { Command } from '../../command.ts';
import type { Context } from '../context.ts';
import type { Composer, Draft } from './compose.ts';

/** Help shows so many examples. */
const EXAMPLES = 6;

const examples = (commands: readonly Command[]): string[] =>
  commands.flatMap(({ examples: [first] }) => (first ? [first] : [])).slice(0, EXAMPLES);

export function help(
  id: 'help' | 'empty',
  commands: readonly Command[],
  context: Context,
  { messages }: Composer,
): Draft {
  const products = [...context.knowledge.subjects.values()].filter(
    ({ kind, members }) => kind === 'product' && members.length === 0,
  ).length;
  const lines =
    id === 'help'
      ? commands.map(
          ({ name, description, options }) =>
            `/${[name, ...options.map((option) => `<${option.name}>`)].join(' ')} – ${messages.text(description)}`,
        )
      : [];
  const choices = examples(commands).map((ask) => ({ label: ask, ask }));
  return {
    kind: 'chat',
    lead: messages.say(id, { products }),
    lines: id === 'help' ? lines : choices.map(({ ask }) => ask),
    choices,
    timeless: true,
  };
}

/** There is no command of that name: the nearest one is offered, and all are shown. fuse.js ranks this short list. */
export function unknownCommand(
  name: string,
  commands: readonly Command[],
  context: Context,
  composer: Composer,
): Draft {
  const draft = help('help', commands, context, composer);
  const [near] = new Fuse(commands, { keys: ['name'], threshold: 0.5 }).search(name, { limit: 1 });
  const lead = near
    ? composer.messages.say('unknown-command-near', { name, near: near.item.name })
    : composer.messages.say('unknown-command', { name });
  return { ...draft, lead };
}

/** A reply to small talk: `id` is one of the vocabulary's kinds (greeting, thanks, …). */
export function smalltalk(id: string, commands: readonly Command[], context: Context, composer: Composer): Draft {
  if (id === 'help') return help('help', commands, context, composer);
  return { kind: 'chat', lead: composer.messages.say(id), timeless: true };
}

/** The packs, where there are several, and all sources, newest first. */
export function listSources(context: Context, { messages, format }: Composer): Draft {
  const { packs } = context.knowledge;
  const packLines = packs.map(({ title, licence, attribution, retrieved }) =>
    messages.say('pack', {
      title: messages.text(title),
      licence: messages.text(licence),
      date: format.date(retrieved),
      attribution: messages.text(attribution),
    }),
  );
  const sources = [...context.knowledge.sources.values()].sort((a, b) => (a.date < b.date ? 1 : -1));
  return {
    kind: 'answer',
    lead: messages.say('sources-title', {
      count: sources.length,
      first: format.date(sources.at(-1)?.date ?? ''),
      last: format.date(sources[0]?.date ?? ''),
    }),
    lines: [
      ...(packs.length > 1 ? packLines : []),
      ...sources.map(({ publisher, title, date }) => `${format.date(date)} – ${publisher}: ${title}`),
    ],
    sources: sources.map(({ id }) => id),
    timeless: true,
  };
}
