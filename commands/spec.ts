// /spec: everything that is known of one product.
import type { Command } from '../src/command.ts';

export const spec: Command = {
  name: 'spec',
  description: { en: 'Full specifications of a product', zh: '产品的完整参数' },
  options: [
    {
      name: 'product',
      description: { en: 'Name or slug of the product', zh: '产品名称或短名' },
      required: true,
      completes: 'product',
      rest: true,
    },
  ],
  examples: ['/spec poco-x3', '/spec mi band 5'],
  toRequest: ({ product = '' }) => ({ kind: 'sheet', product }),
};
