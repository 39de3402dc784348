// The lead and the lines of an answer → the value first, and short facts by their labels.
import type { Answer } from '../../answer.ts';
import { escapeLine, escapeText } from './text.ts';

/** "Who – what: value", as the bot writes a measured fact. */
const FACT = /^([^\n]{1,80}?) – ([^\n:：]{1,60})(?:: |：)([^\n]{1,240})$/u;
/** "what: value"; a label is no sentence. */
const LABELLED = /^([^\n:：.!?。！？]{1,60})(?:: |：)([^\n]{1,200})$/u;
/** Values of several variants are told apart by these. */
const BETWEEN = /; |；/u;
/** An amount, and what qualifies it. */
const QUALIFIED = /^(.+?)( \(.+\)|（.+）)$/u;
/** A value longer than this is a sentence, and reads best as it was written. */
const AMOUNT = 60;
/** More facts than this are a list, and each takes a line of it. */
const MOST_LABELLED = 9;

export type LabelledFact = { readonly label: string; readonly values: readonly string[] };

/** The amount in bold, what qualifies it behind it; nothing for what is no amount. */
function emphasized(value: string): string | undefined {
  const [, amount = value, qualifiers = ''] = QUALIFIED.exec(value) ?? [];
  return amount.length > AMOUNT ? undefined : `**${escapeLine(amount)}**${escapeLine(qualifiers)}`;
}

/** A measured fact with its value first, each variant's on a line of its own; any other lead as it is. */
export function drawLead(lead: string, kind: Answer['kind']): string {
  const [, who = '', what = '', value = ''] = (kind === 'answer' && FACT.exec(lead)) || [];
  const values = value.split(BETWEEN).filter(Boolean).map(emphasized);
  if (values.length === 0 || values.includes(undefined)) return escapeText(lead);
  return [...values, `${escapeLine(who)} – ${escapeLine(what)}`].join('\n');
}

/** Lines as facts under labels, where all of them are such; whom they are about is not said again after the lead. */
export function labelledFacts(lines: readonly string[], lead: string): LabelledFact[] | undefined {
  const opening = `${FACT.exec(lead)?.[1]} – `;
  const alike = lines.every((line) => line.startsWith(opening));
  if (lines.length === 0 || lines.length > MOST_LABELLED) return undefined;
  const facts = lines.map((line) => {
    const [, label = '', value = ''] = LABELLED.exec(alike ? line.slice(opening.length) : line) ?? [];
    return { label: label.trim(), values: value.split(BETWEEN).filter((one) => one.trim() !== '') };
  });
  return facts.every(({ label, values }) => label !== '' && values.length > 0) ? facts : undefined;
}
