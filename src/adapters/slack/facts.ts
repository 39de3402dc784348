// The lead and the lines of an answer → sections: the value first, short facts beside each other, the rest below each other.
import type { types } from '@slack/bolt';
import type { Answer } from '../../answer.ts';
import type { Page } from '../../chat/pages.ts';
import { LIMITS, READABLE } from './limits.ts';
import { bold, capital, escapeMarkup, mrkdwn, pack } from './mrkdwn.ts';

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

/** Lines as fields, where each is short enough; who they are about is not said again after the lead. */
function asFields(lines: readonly string[], lead: string): string[] | undefined {
  const subject = FACT.exec(lead)?.[1];
  const opening = `${subject} – `;
  const alike = subject !== undefined && lines.every((line) => line.startsWith(opening));
  if (lines.length < 2 && !alike) return undefined;
  const fields = lines.map((line) => {
    const bare = alike ? line.slice(opening.length) : line;
    const [, label = '', value = ''] = (bare.length <= READABLE.field && SHORT.exec(bare)) || [];
    if (value === '') return undefined;
    return alike
      ? `${bold(escapeMarkup(value))}\n${escapeMarkup(label)}`
      : `${bold(escapeMarkup(capital(label)))}\n${escapeMarkup(value)}`;
  });
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

const fieldSections = (texts: readonly string[]): types.SectionBlock[] => {
  const fields = texts.map(mrkdwn);
  return Array.from({ length: Math.ceil(fields.length / LIMITS.sectionFields.most) }, (_, index) => ({
    type: 'section',
    fields: fields.slice(index * LIMITS.sectionFields.most, (index + 1) * LIMITS.sectionFields.most),
  }));
};

/** Letters that join names: "and", "和". */
const MOST_JOINING = 3;

/** Whether a lead only lists the names that the lines begin with. */
function isListed(lead: string, lines: readonly string[]): boolean {
  const names = lines.map((line) => /^([^:：]+)[:：]/.exec(line)?.[1] ?? '').sort((a, b) => b.length - a.length);
  if (names.length < 2 || names.includes('')) return false;
  const rest = names.reduce((left, name) => left.replaceAll(name, ' '), lead);
  return names.every((name) => lead.includes(name)) && rest.replace(/[^\p{L}\p{N}]/gu, '').length <= MOST_JOINING;
}

/** What a later page is about: the lead again, where it is short. */
export const headingOf = ({ lead }: Answer): string => (lead.length <= READABLE.heading ? lead : '');

/** The sections of a page: its lead, or on a later page what it is about, then its lines. */
export function factBlocks(page: Page, answer: Answer): types.SectionBlock[] {
  const { lead, lines } = page;
  const fields = answer.kind === 'answer' ? asFields(lines, answer.lead) : undefined;
  const listed = lines.map((line) => (lines.length === 1 ? escapeMarkup(line) : `• ${escapeMarkup(line)}`));
  const opening = isListed(lead, lines) ? '' : leadText(lead, answer);
  const first = page.page > 1 ? bold(escapeMarkup(headingOf(answer))) : opening;
  return [
    ...(first === '' ? [] : [section(first)]),
    ...(fields ? fieldSections(fields) : pack(listed, LIMITS.sectionText.most).map(section)),
  ];
}
