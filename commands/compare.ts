// /compare: two or more products side by side, in full or by one attribute.
import type { Command } from '../src/command.ts';

/** More columns than this fit neither a phone nor a terminal. */
const MOST = 4;

export const compare: Command = {
  name: 'compare',
  description: { en: 'Two or more products side by side', zh: '并排比较两款或多款产品' },
  options: [
    {
      name: 'first',
      description: { en: 'First product', zh: '第一款产品' },
      required: true,
      completes: 'product',
    },
    {
      name: 'others',
      description: { en: 'The others, with "," or "vs" between', zh: '其余产品，用逗号或 vs 隔开' },
      required: true,
      completes: 'product',
      rest: true,
    },
  ],
  examples: ['/compare redmi-9a redmi-9c', '/compare redmi 9a vs redmi 9c vs redmi 9'],
  toRequest: ({ first = '', others = '' }) => {
    const line = `${first} ${others}`;
    const named = line.split(/\s*,\s*|\s+(?:vs\.?|versus)\s+/i);
    const subjects = named.length > 1 ? named : [first, ...others.split(/\s+/)];
    return { kind: 'compare', subjects: subjects.filter((name) => name !== '').slice(0, MOST) };
  },
};
