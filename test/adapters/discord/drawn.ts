// What tests of the Discord drawing share: answers made up for them, and what a reader sees of a body.

import { type Body, type Drawing, drawAnswer } from '../../../src/adapters/discord/reply.ts';
import type { Answer } from '../../../src/answer.ts';
import { answerOf as plainAnswer } from '../../support/answer.ts';

export const ASKER = '200000000000000001';
export const REFERENCE = '0a1b2c3d';

/** An answer that says "A value." and nothing else, but for what is given. */
export const answerOf = (part: Partial<Answer> = {}): Answer => plainAnswer({ lead: 'A value.', ...part });

/** Sentences as their ids, with what fills them in. */
const sayIds: Drawing['say'] = (id, _language, blanks = {}) => [id, ...Object.values(blanks)].join(' ');

export const drawingOf = (part: Partial<Drawing> = {}): Drawing => ({
  say: sayIds,
  asker: ASKER,
  reference: REFERENCE,
  feedback: true,
  rich: true,
  ...part,
});

type Component = Body['components'][number]['components'][number];

export const componentsOf = ({ components }: Body): Component[] => components.flatMap((row) => row.components);

/** All texts of a body, as they are sent. */
export const textsOf = ({ content, embeds }: Body): string =>
  [
    content,
    ...embeds.flatMap(({ description = '', fields = [], footer }) => [
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
      footer?.text ?? '',
    ]),
  ].join('\n');

/** The bodies of all pages: "More" is followed until there is none. */
export function drawAll(answer: Answer, drawing: Drawing): Body[] {
  const bodies: Body[] = [];
  for (let page = 0; page < 2000; page++) {
    const body = drawAnswer(answer, { ...drawing, page });
    bodies.push(body);
    const on = `1:more:${drawing.reference}:${page + 1}:${drawing.asker}`;
    if (!componentsOf(body).some((one) => 'custom_id' in one && one.custom_id === on)) return bodies;
  }
  throw new Error('The pages have no end');
}

/** What a reader reads: without the backslashes that take a mark's meaning. */
export const asRead = (text: string): string => text.replace(/\\([^0-9A-Za-z\s])/g, '$1');
