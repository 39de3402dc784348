// /sources: where the knowledge comes from, and from when it is.
import type { Command } from '../src/command.ts';

export const sources: Command = {
  name: 'sources',
  description: { en: 'Where the answers come from', zh: '答案的来源' },
  options: [],
  examples: ['/sources'],
  toRequest: () => ({ kind: 'sources' }),
};
