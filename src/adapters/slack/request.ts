// What people write in Slack → questions: markup undone, the bot's own name taken out, commands recognised.
import type { Command } from '../../command.ts';
import type { Question } from '../../question.ts';

/** Longer messages are cut: the core reads questions, not texts. In characters. */
const MOST_TEXT = 4000;

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The people, groups and crowds that a message names: "U123", "S123", "here". */
export function mentionsIn(text: string): string[] {
  const named = text.matchAll(/<(?:@(\w+)|!subteam\^(\w+)|!(here|channel|everyone))(?:\|[^>]*)?>/g);
  return [...named].map(([, user, group, crowd]) => user ?? group ?? crowd ?? '');
}

/** Markup, an entity, or blanks other than a single one between words: most of what is typed has none of them. */
const MARKED = /[<&]|\s\s|[^\S ]/;

/** A message as its writer saw it, in one line, without the names of those that it turns to. */
export function plainWords(text: string): string {
  if (!MARKED.test(text)) return text.slice(0, MOST_TEXT).trim();
  return text
    .slice(0, MOST_TEXT)
    .replace(/<(?:@\w+|!subteam\^\w+|!(?:here|channel|everyone))(?:\|[^>]*)?>/g, ' ')
    .replace(/<(?:[#!][^>|]*|https?:[^>|]*|mailto:[^>|]*|tel:[^>|]*)\|([^>]*)>/g, '$1')
    .replace(/<(?:#\w+|![^>]*)>/g, ' ')
    .replace(/<((?:https?|mailto|tel):[^>]*)>/g, '$1')
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a message asks; nothing where it has no words. */
export function messageQuestion(text: string): Question | undefined {
  const words = plainWords(text);
  return words === '' ? undefined : { input: words };
}

/** A slash command as Slack sends it. */
export type TypedCommand = { readonly command: string; readonly text?: string };

/**
 * What a slash command asks. One that bears the name of a command is that command; any other is the root, whose first word may
 * name one. Alone, the root asks for help.
 */
export function commandQuestion({ command, text = '' }: TypedCommand, commands: readonly Command[]): Question {
  const named = (word: string): string | undefined => commands.find(({ name }) => name === word.toLowerCase())?.name;
  const words = plainWords(text);
  const own = named(command.replace(/^\//, ''));
  if (own !== undefined) return { input: `/${own} ${words}`.trim() };
  const [first = '', ...rest] = words.replace(/^\//, '').split(' ');
  if (first === '') return { input: '/help' };
  const meant = named(first);
  return { input: meant === undefined ? words : `/${meant} ${rest.join(' ')}`.trim() };
}
