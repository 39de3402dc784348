// One page of an answer → a card: list items, facts by their labels, values side by side, caveats, and below who said it and when.
import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { Answer, Table } from '../../answer.ts';
import type { Page } from '../../chat/pages.ts';
import { creditLines, hasLinks, sourceLines } from './cited.ts';
import type { Drawing } from './drawing.ts';
import { type LabelledFact, labelledFacts } from './facts.ts';
import { EMBED_FIELD_NAME, EMBED_FIELD_VALUE, EMBED_FOOTER } from './limits.ts';
import { capital, escapeLine, escapeText, tag } from './text.ts';

/** Discord wants something in each name and value. */
const NOTHING = '\u200b';
/** Names up to this long are filled up to one width; longer ones would leave no room for the values on a phone. */
const ALIGNED_NAME = 14;
/** Three of these stand beside each other. */
const SHORT = 28;
const COLOR = 0xff6900;

/** List items, or the one line there is. */
export function listed(lines: readonly string[]): string[] {
  const [only] = lines;
  return lines.length === 1 && only !== undefined ? [escapeText(only)] : lines.map((line) => `- ${escapeLine(line)}`);
}

/** "**label** value", each row a line. */
export const labelled = ({ rows }: Table): string[] =>
  rows.map(([label = '', ...values]) => {
    const value = escapeLine(values.join(' ')).trim();
    return label.trim() === '' ? `- ${value}` : `- **${escapeLine(capital(label)).trim()}** ${value}`.trim();
  });

/** The value of each column on a line of its own, behind its name; a value that all share, once. */
export function compared({ columns: [, ...names], rows }: Table, say: (same: string) => string) {
  const longest = Math.max(...names.map((name) => name.length));
  const width = longest <= ALIGNED_NAME ? longest : 0;
  return rows.map(([label = '', ...values]) => {
    const [first = ''] = values;
    const same = values.length > 1 && first !== '' && values.every((value) => value === first);
    return {
      label: escapeLine(capital(label)).trim(),
      values: same
        ? [say(escapeLine(first))]
        : values.map((value, index) => `${tag(names[index] ?? '', width)} ${escapeLine(value)}`.trimEnd()),
    };
  });
}

/** Lines in as few fields as they fit into; what is too long for a field's name is the first of its lines. */
function fields(label: string, lines: readonly string[]): APIEmbedField[] {
  const fits = label.length <= EMBED_FIELD_NAME;
  const values: string[] = [];
  for (const line of fits ? lines : [`**${label}**`, ...lines]) {
    const last = values.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= EMBED_FIELD_VALUE)
      values[values.length - 1] = `${last}\n${line}`;
    else values.push(line);
  }
  return values.map((value, index) => ({
    name: (fits && index === 0 && label) || NOTHING,
    value: value.trim() || NOTHING,
  }));
}

/** Short facts beside each other where the window is wide; a phone shows them below each other. */
function besides(facts: readonly LabelledFact[]): APIEmbedField[] {
  const drawn = facts.flatMap(({ label, values }) => fields(escapeLine(capital(label)), values.map(escapeLine)));
  const inline = drawn.every(
    ({ name, value }) => name.length <= SHORT && value.split('\n').every((line) => line.length <= SHORT),
  );
  return drawn.map((field) => (inline ? { ...field, inline } : field));
}

/** The card of one page; of its table, two columns are facts of one thing, and more are set side by side. */
export function drawCard(answer: Answer, page: Page, { say }: Drawing): APIEmbed {
  const { language } = answer;
  const { table } = page;
  const facts = table ? undefined : labelledFacts(page.lines, answer.lead);
  const isSheet = table !== undefined && table.columns.length <= 2;
  const rows = table && !isSheet ? compared(table, (value) => say('discord-same', language, { value })) : [];
  const linked = hasLinks(answer);
  const sources = sourceLines(answer, say, linked ? 'linked' : 'plain');
  const position = page.pages > 1 ? [say('page', language, { page: page.page, pages: page.pages })] : [];
  const cited = [...(linked ? [] : sources), ...creditLines(answer, say), ...position];
  const body = [facts ? [] : listed(page.lines), isSheet ? labelled(table) : []]
    .map((part) => part.join('\n'))
    .filter((part) => part !== '')
    .join('\n\n');
  const drawn = [...besides(facts ?? []), ...rows.flatMap(({ label, values }) => fields(label, values))];
  const small = [...page.notes, ...cited].join('\n');
  // Caveats stand in the small print, unless they are all there is or too long for it.
  const inFooter = (body !== '' || drawn.length > 0) && small.length <= EMBED_FOOTER;
  const footer = inFooter ? small : cited.join('\n');
  const description = [body, ...(inFooter ? [] : page.notes.map(escapeText))]
    .filter((part) => part !== '')
    .join('\n\n');
  return {
    color: COLOR,
    ...(description === '' ? {} : { description }),
    fields: [...drawn, ...(linked ? fields(escapeLine(say('sources', language)), sources) : [])],
    ...(footer === '' ? {} : { footer: { text: footer } }),
  };
}
