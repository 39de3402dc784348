// /find: products by what they have, cost or do; the cheapest, the lightest, how many.
import type { Command } from '../src/command.ts';

export const find: Command = {
  name: 'find',
  description: { en: 'Products that meet a condition', zh: '按条件查找产品' },
  options: [
    {
      name: 'condition',
      description: { en: 'Such as "phones under 150 euros"', zh: '例如“150 欧元以下的手机”' },
      required: true,
      rest: true,
    },
  ],
  examples: ['/find phones with nfc', '/find cheapest phone'],
  toRequest: ({ condition = '' }) => ({ kind: 'ask', text: condition }),
};
