// /fact: company facts: people, figures, rankings, history.
import type { Command } from '../src/command.ts';

export const fact: Command = {
  name: 'fact',
  description: { en: 'Company facts: people, figures, rankings, history', zh: '公司信息：人物、数据、排名、历史' },
  options: [
    {
      name: 'topic',
      description: { en: 'Such as "revenue q2 2020" or a name', zh: '例如“2020年第二季度营收”或人名' },
      required: true,
      completes: 'topic',
      rest: true,
    },
  ],
  examples: ['/fact revenue q2 2020'],
  toRequest: ({ topic = '' }) => ({ kind: 'ask', text: topic }),
};
