// Slack's markup: what is written by others never becomes a mention, a channel or a link; what we mark up is marked up here.
import type { types } from '@slack/bolt';
import { clip } from '../../chat/clean.ts';
import { LIMITS } from './limits.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes the three characters that steer Slack's markup, and nothing else: docs.slack.dev/messaging/formatting-message-text */
export const escapeMarkup = (text: string): string => text.replace(/[&<>]/g, (found) => ENTITIES[found] ?? found);

/** Escapes a text of which at most so much is shown, in characters once it is escaped. For names and titles, never for facts. */
export function escapeWithin(text: string, most: number): string {
  let kept = clip(text, most);
  while (escapeMarkup(kept).length > most) kept = clip(kept, Math.floor(kept.length * 0.8));
  return escapeMarkup(kept);
}

/** Each line of an escaped text in bold; one that holds an asterisk stays as it is, as the marks would not pair. */
export const bold = (escaped: string): string =>
  escaped
    .split('\n')
    .map((line) => (line === '' || line.includes('*') ? line : `*${line}*`))
    .join('\n');

/** A label as it stands at the beginning of a line; one with capitals of its own, such as "eSIM", stays. */
export const capital = (label: string): string =>
  label.replace(/^\p{Ll}[\p{Ll}\p{Pd}]*(?![\p{L}\p{N}])/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));

const MOST_URL = 500;

/** A link with an escaped text; the text alone where the address is no web address, or an endless one. */
export function link(url: string | undefined, escaped: string): string {
  if (url === undefined || !URL.canParse(url)) return escaped;
  const { href, protocol } = new URL(url);
  const address = escapeMarkup(href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E'));
  if (!/^https?:$/.test(protocol) || address.length > MOST_URL) return escaped;
  return `<${address}|${escaped.replaceAll('\n', ' ')}>`;
}

/** A mention of a person, where the id is one; it shows the name. */
export const person = (id: string): string => (isPerson(id) ? `<@${id}>` : escapeMarkup(id));
export const isPerson = (id: string): boolean => /^[UW][A-Z0-9]{2,20}$/.test(id);

/** Marked-up text; `verbatim` keeps Slack from looking for names and addresses in it. */
export const mrkdwn = (text: string): types.MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });

/** Text that Slack takes as it is, in at most so many characters. */
export const plain = (text: string, most: number = LIMITS.text.most): types.PlainTextElement => ({
  type: 'plain_text',
  text: clip(text === '' ? ' ' : text, most),
  emoji: false,
});

/** Joins texts into as few as possible of at most `most` characters each. A single longer one stays alone. */
export function pack(texts: readonly string[], most: number, between = '\n'): string[] {
  const packed: string[] = [];
  for (const text of texts) {
    const last = packed.at(-1);
    if (last !== undefined && last.length + between.length + text.length <= most)
      packed[packed.length - 1] = last + between + text;
    else packed.push(text);
  }
  return packed;
}
