// /price: what a product costs, per variant and kind of price.
import type { Command } from '../src/command.ts';

export const price: Command = {
  name: 'price',
  description: { en: 'What a product costs', zh: '产品的价格' },
  options: [
    {
      name: 'product',
      description: { en: 'Name or slug of the product', zh: '产品名称或短名' },
      required: true,
      completes: 'product',
      rest: true,
    },
  ],
  examples: ['/price redmi-9c', '/price mi tv stick'],
  toRequest: ({ product = '' }) => ({ kind: 'lookup', subject: product, attributes: ['price'] }),
};
