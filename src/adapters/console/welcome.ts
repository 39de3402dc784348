// The first screen: what this is, what one may ask, how much is known and from when.
import type { Choice } from '../../answer.ts';
import type { About } from '../../bot/contract.ts';
import type { Command } from '../../command.ts';
import { cleanLine } from './clean.ts';
import { paint, type Style } from './style.ts';
import { wrap } from './width.ts';
import { dateIn } from './words.ts';

const number = (value: number): string => value.toLocaleString('en');

/** The first screen, in English: nothing has been asked yet. */
export function drawWelcome(
  about: About,
  examples: readonly Choice[],
  commands: readonly Command[],
  style: Style,
): string {
  const names = [...commands.map(({ name }) => `/${name}`), '/quit'].join(' ');
  const newest = dateIn('en', about.sources[0]?.date ?? '');
  const known = `${number(about.facts)} facts on ${number(about.subjects)} subjects from ${number(about.sources.length)} sources, the newest of ${newest}.`;
  const lines = (text: string, indent = ''): string[] => wrap(text, style.width, indent);
  const offered = examples.flatMap(({ label }, index) => lines(`  ${index + 1}  ${cleanLine(label)}`, '     '));
  return [
    ...lines('Ask about Xiaomi in plain words: each answer names its source and date.').map((line) =>
      paint('bold', line, style),
    ),
    ...offered.map((line) => paint('cyan', line, style)),
    ...lines(known),
    ...lines(`${names} · Tab completes, Ctrl-D leaves.`).map((line) => paint('dim', line, style)),
  ].join('\n');
}
