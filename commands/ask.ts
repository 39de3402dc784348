// /ask: any question in plain words.
import type { Command } from '../src/command.ts';

export const ask: Command = {
  name: 'ask',
  description: { en: 'Ask anything about Xiaomi in plain words', zh: '用自己的话提问' },
  options: [
    {
      name: 'question',
      description: { en: 'Your question', zh: '你的问题' },
      required: true,
      rest: true,
    },
  ],
  examples: ['/ask when was xiaomi founded'],
  toRequest: ({ question = '' }) => ({ kind: 'ask', text: question }),
};
