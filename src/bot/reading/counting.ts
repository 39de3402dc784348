// "How many days did they travel": the name of a measure that nobody named can have still counts something.

import type { Context } from '../context.ts';
import { meaningsOf, means } from './annotate.ts';
import type { Query, Term } from './query.ts';
import { tokenize } from './tokens.ts';

/** What such a name asks for when it is cut down to the question word and the unit behind it; undefined where it does not begin so. */
export function asCount({ text }: Term, { annotator, knowledge }: Context): Pick<Query, 'counted'> | undefined {
  const words = text.split(' ');
  for (let length = words.length - 1; length > 0; length--) {
    const [head, ...more] = annotator.annotate(tokenize(words.slice(0, length).join(' ')));
    if (!head || more.length > 0 || !means(head, 'question', 'how-many')) continue;
    const units = annotator.annotate(tokenize(words[length] ?? '')).flatMap((span) => meaningsOf(span, 'unit'));
    const isTime = units.some(({ id }) => knowledge.units.get(id)?.dimension === 'time');
    return isTime ? { counted: 'time' } : undefined;
  }
  return undefined;
}
