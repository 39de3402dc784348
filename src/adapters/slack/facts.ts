// The lead and the lines of an answer → sections: the value first, short facts beside each other, the rest below each other.
import type { types } from '@slack/bolt';
import type { Answer } from '../../answer.ts';
import type { Page } from '../../chat/pages.ts';
import { LIMITS, READABLE } from './limits.ts';
import { bold, escapeMarkup, mrkdwn, pack } from './mrkdwn.ts';

const section = (text: string): types.SectionBlock => ({ type: 'section', text: mrkdwn(text), expand: true });

/** "Who – what: value", as the bot writes a measured fact. */
const FACT = /^([^\n]{1,80}?) – ([^\n:：]{1,60})[:：] ?([^\n]{1,240})$/u;
/** "what: value", short enough for a field. */
const SHORT = /^([^\n:：]{1,60})[:：] ?([^\n]{1,60})$/u;
/** Values of several variants are told apart by these. */
const BETWEEN = /; |；/u;

/** The value in bold, what qualifies it behind it. */
function emphasized(value: string): string {
  const [, amount = '', qualifiers = ''] = /^(.+?)( \(.+\))$/u.exec(value) ?? [];
  return amount === '' ? bold(escapeMarkup(value)) : bold(escapeMarkup(amount)) + escapeMarkup(qualifiers);
}

/** A fact with its value first, each variant's on a line of its own. */
function leadText(lead: string, { kind, table }: Answer): string {
  const [, who = '', what = '', value = ''] = (kind === 'answer' && FACT.exec(lead)) || [];
  if (value !== '') return `${value.split(BETWEEN).map(emphasized).join('\n')}\n${escapeMarkup(`${who} – ${what}`)}`;
  return table ? bold(escapeMarkup(lead)) : escapeMarkup(lead);
}

/** Lines as label and value, where each of several is that short; who they are about is not said again after the lead. */
function asFields(lines: readonly string[], lead: string): [string, string][] | undefined {
  const subject = FACT.exec(lead)?.[1];
  const bare = lines.map((line) =>
    subject !== undefined && line.startsWith(`${subject} – `) ? line.slice(subject.length + 3) : line,
  );
  const pairs = bare.map((line): [string, string] | undefined => {
    const [, label = '', value = ''] = (line.length <= READABLE.field && SHORT.exec(line)) || [];
    return value === '' ? undefined : [label, value];
  });
  return pairs.length > 1 && pairs.every((pair) => pair !== undefined) ? pairs : undefined;
}

const fieldSections = (pairs: readonly [string, string][]): types.SectionBlock[] => {
  const fields = pairs.map(([label, value]) => mrkdwn(`${bold(escapeMarkup(label))}\n${escapeMarkup(value)}`));
  return Array.from({ length: Math.ceil(fields.length / LIMITS.sectionFields.most) }, (_, index) => ({
    type: 'section',
    fields: fields.slice(index * LIMITS.sectionFields.most, (index + 1) * LIMITS.sectionFields.most),
  }));
};

/** What a later page is about: the lead again, where it is short. */
export const headingOf = ({ lead }: Answer): string => (lead.length <= READABLE.heading ? lead : '');

/** The sections of a page: its lead, or on a later page what it is about, then its lines. */
export function factBlocks(page: Page, answer: Answer): types.SectionBlock[] {
  const { lead, lines } = page;
  const fields = answer.kind === 'answer' ? asFields(lines, answer.lead) : undefined;
  const listed = lines.map((line) =>
    lines.length === 1 && page.pages === 1 ? escapeMarkup(line) : `• ${escapeMarkup(line)}`,
  );
  const first = lead === '' ? bold(escapeMarkup(headingOf(answer))) : leadText(lead, answer);
  return [
    ...(first === '' ? [] : [section(first)]),
    ...(fields ? fieldSections(fields) : pack(listed, LIMITS.sectionText.most).map(section)),
  ];
}
